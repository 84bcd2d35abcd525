// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/schema_tree.h"

#include <string>
#include <string_view>

namespace gatehouse::config {

/// Edits (letters put in, left out, changed, or two swapped) that turn \a a into \a b; limit + 1 when more than \a limit.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);
/// The key of \a node that \a name was probably meant to be; empty when none is near.
std::string_view nearestKey(const SchemaNode &node, std::string_view name);
/// The sections in which a key of exactly that name stands: "general_settings"; empty when there is none.
std::string_view sectionOf(std::string_view name);

} // namespace gatehouse::config
