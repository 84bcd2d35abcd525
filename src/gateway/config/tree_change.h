// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/path.h"

#include <cstddef>
#include <vector>

namespace gatehouse::config {

/// Whether two trees say the same. The order of lists counts, that of maps does not, and 3 is 3.0.
bool isSame(const Value &left, const Value &right);

/// Where two trees differ, at most \a most places, in the file's order: keys that are in one only, values that are not the same.
/// A list that has grown or shrunk differs as a whole.
std::vector<Path> changedPaths(const Value &before, const Value &after, std::size_t most);

} // namespace gatehouse::config
