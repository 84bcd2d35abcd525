// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// What an exchange has beside its row, as it is answered and kept: a JSON object whose bodies and header fields stand apart.
/// Escaping those is most of the work of writing it, and of thousands that are kept hardly one is ever read.
struct Document {
    struct Part {
        enum class Kind : char {
            Body = 'b',
            CutBody = 'c', ///< its end is missing, maybe in the middle of a character
            Fields = 'f',  ///< of a head, as packed_fields.h writes them
        };
        static constexpr std::size_t none = static_cast<std::size_t>(-1);

        Kind kind = Kind::Body;
        std::size_t at = 0; ///< before that byte of \a json it belongs, as the member "body" or "headers"
        std::string_view bytes = {};
        std::size_t like = none; ///< the part before it that has mostly the same bytes
    };
    std::string json;                  ///< but for its last bracket, so that more can be added
    std::vector<Part> parts = {};      ///< rising
    std::list<std::string> texts = {}; ///< of parts that stand nowhere else
};

/// The members of \a row, a JSON object, and those of \a document as one object, but for the last bracket if the document has
/// none. A body that is no UTF-8 is "body_base64".
std::string jsonOf(std::string_view row, const Document &document);

} // namespace gatehouse::observe::traffic
