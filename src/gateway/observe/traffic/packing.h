// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// A document as a row of parts to be written one behind the other. They are views into \a document, its parts and \a table.
std::vector<std::string_view> packed(const Document &document, std::string &table);

/// The document of \a row that such parts add up to; what it has is views into \a bytes and texts of its own. None = they are not
/// what they should be.
std::optional<Document> unpacked(std::string_view row, std::string_view bytes);

} // namespace gatehouse::observe::traffic
