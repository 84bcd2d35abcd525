// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::limits {

/// When a budget begins anew: every \a duration, by the clocks of \a zone.
struct Schedule {
    std::string duration = {}; ///< "1d", "30m", "1mo", "weekly"
    std::string zone = {};     ///< of the tz database: "Europe/Berlin"; UTC where it is empty or not known
    bool operator==(const Schedule &) const = default;
};

/// The next time after \a now at which a budget of \a schedule begins anew, always later than \a now:
/// - days: midnight, that many days after today's; 7d, weeks and "weekly": Monday, so many weeks after this one's
/// - 30d, months and "monthly": the first of a month; "yearly": 1 January
/// - hours, minutes, seconds ("hourly", a bare number): when the day's clock shows a multiple of them, and at midnight, so that
///   each day begins alike. Where clocks are put back, what they show twice counts twice.
/// Nothing for text that is no duration, for no time at all, and for more than a hundred years.
std::optional<Clock::Wall> nextReset(const Schedule &schedule, Clock::Wall now);

/// \a duration after \a now to the second, as /budget/new has it. Nothing as above.
std::optional<Clock::Wall> plainReset(std::string_view duration, Clock::Wall now);

} // namespace gatehouse::limits
