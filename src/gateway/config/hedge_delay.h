// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace gatehouse::config {

/// How late an answer must be for a second copy of its request to be sent.
struct HedgeDelay {
    std::optional<std::chrono::milliseconds> fixed = {}; ///< none = p95: later than 95 of 100 were
};
/// "800ms", "1.5s", "2" (seconds), up to a day, or "p95"; nothing for anything else.
std::optional<HedgeDelay> hedgeDelayFrom(const std::string &text);

} // namespace gatehouse::config
