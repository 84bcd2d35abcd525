// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/tree_edit.h"

#include <string>
#include <string_view>

namespace gatehouse::config {

/// \a text after \a edit, with as few bytes touched as can be; or why the text cannot be edited there: what comes through an
/// alias or a merge key has no place of its own. Whether the result means what was meant is for the caller to see.
Result<std::string, std::string> changedText(std::string_view text, const PlainEdit &edit);

} // namespace gatehouse::config
