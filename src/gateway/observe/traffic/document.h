// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// An exchange as it is answered and kept: a JSON object whose bodies stand apart. Escaping those is most of the work of writing
/// it, and of thousands that are kept hardly one is ever read.
struct Document {
    struct Body {
        std::size_t at = 0; ///< before that byte of \a json it belongs, as the member "body"
        std::string_view bytes;
        bool isCut = false; ///< its end is missing, maybe in the middle of a character
    };
    std::string json;         ///< but for its last bracket, so that more can be added
    std::vector<Body> bodies; ///< rising
};

/// The whole JSON, but for the last bracket. A body that is no UTF-8 is "body_base64".
std::string jsonOf(const Document &document);

/// As a row of parts to be written one behind the other. They are views into \a document, \a table and the bodies.
std::vector<std::string_view> packed(const Document &document, std::string &table);
/// The document that such a row adds up to; its bodies are views into \a bytes. None = it is not what it should be.
std::optional<Document> unpacked(std::string_view bytes);

} // namespace gatehouse::observe::traffic
