// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace gatehouse {

/// A length of time as budgets know it: seconds, or months of the calendar.
struct Period {
    std::chrono::seconds seconds {0};
    int months = 0;
    bool operator==(const Period &) const = default;

    /// When a period that begins at \a begin is over. A month from a day that the next month does not have ends on that one's
    /// last.
    Clock::Wall after(Clock::Wall begin) const;
};

/// Reads "30s", "30m", "24h", "7d", "1w", "1mo", a number of seconds, and the words hourly, daily, weekly, monthly (30 days, as
/// LiteLLM's pages say) and yearly. Nothing for what is none of these, for no time at all, and for more than a hundred years.
std::optional<Period> periodFrom(std::string_view text);

} // namespace gatehouse
