// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace gatehouse::admin {

/// The answer of GET /config/tree, from that of GET /config/file: what the text says, as values, and whether it may be changed.
/// References stay what they are, credentials in clear are hidden. Only of \a sections; none = all. A text that cannot be read
/// has no values.
std::string configTree(const std::string &file, const std::vector<std::string> &sections);

} // namespace gatehouse::admin
