// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::providers {

/// The table of providers as a Markdown page, for people: docs/provider-table.md is what this gives.
std::string page();

} // namespace gatehouse::providers
