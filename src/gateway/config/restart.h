// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::config {

/// Whether a key of the configuration counts only from the next start on.
bool needsRestart(std::string_view path);
/// The keys among them that are not the same in two files.
std::vector<std::string> restartsFor(const Value &before, const Value &after);

} // namespace gatehouse::config
