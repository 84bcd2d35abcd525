// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// The largest file that is read.
constexpr std::size_t fileLimit = 16 * 1024 * 1024;

/// Turns YAML text into values. The only place that knows yaml-cpp: its exceptions end here as diagnostics with a place, and
/// what its reader would swallow without measure (alias bombs, deep nesting, bytes that are not UTF-8) is refused.
/// Null, with an error among \a diagnostics, when the text cannot be used.
Value readYaml(const std::string &text, const std::string &file, std::vector<Diagnostic> &diagnostics);

} // namespace gatehouse::config
