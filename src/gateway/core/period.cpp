// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/period.h"

#include <array>
#include <charconv>
#include <utility>

namespace gatehouse {

namespace {

using std::chrono::seconds;

constexpr std::int64_t hour = 3600, day = 24 * hour, year = 365 * day;
constexpr std::int64_t longest = 100 * year; // far from the end of the clock's own range

std::optional<Period> ofSeconds(std::int64_t count, std::int64_t unit)
{
    return count > 0 && count <= longest / unit ? std::optional(Period {seconds(count * unit), 0}) : std::nullopt;
}

std::optional<Period> named(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> words {
        {{"hourly", hour}, {"daily", day}, {"weekly", 7 * day}, {"monthly", 30 * day}, {"yearly", year}}};
    for (const auto &[name, length] : words) {
        if (name == word)
            return ofSeconds(1, length);
    }
    return std::nullopt;
}

} // namespace

Clock::Wall Period::after(Clock::Wall begin) const
{
    using namespace std::chrono;
    if (months == 0)
        return begin + seconds;
    const auto midnight = floor<days>(begin);
    year_month_day date = year_month_day(midnight) + std::chrono::months(months);
    if (!date.ok())
        date = date.year() / date.month() / last;
    return sys_days(date) + (begin - midnight);
}

std::optional<Period> periodFrom(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 6> units {
        {{"", 1}, {"s", 1}, {"m", 60}, {"h", hour}, {"d", day}, {"w", 7 * day}}};
    std::int64_t count = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failed != std::errc())
        return named(text);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    constexpr std::int64_t mostMonths = 1200;
    if (unit == "mo")
        return count > 0 && count <= mostMonths ? std::optional(Period {seconds(0), static_cast<int>(count)}) : std::nullopt;
    for (const auto &[name, length] : units) {
        if (name == unit)
            return ofSeconds(count, length);
    }
    return std::nullopt;
}

} // namespace gatehouse
