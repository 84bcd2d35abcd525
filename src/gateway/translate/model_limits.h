// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace gatehouse::translate {

/// The most tokens a Claude model can write in one answer: what a request that names no limit is given, because Anthropic
/// wants one. 4096 for names that are not known.
std::int64_t claudeOutputLimit(std::string_view model);

} // namespace gatehouse::translate
