// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// The order in which people read: \a mainFile first, then its includes, each from top to bottom.
void sortByPlace(std::vector<Diagnostic> &diagnostics, const std::string &mainFile);

} // namespace gatehouse::config
