// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/spend_part.h"

#include "gateway/store/database.h"
#include "gateway/store/rollups.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace gatehouse::store {

namespace {

using Stretches = std::vector<Stretch>;

constexpr std::int64_t always = INT64_MAX / 2; // in microseconds: long after every call

Stretch wholeOf(const SpendFilter &filter, std::int64_t rows = 0)
{
    const std::int64_t begin = filter.begin.value_or(0);
    return {begin, std::max(begin, filter.end.value_or(always)), rows};
}

Result<> count(Database &database, const SpendFilter &filter, std::int64_t &rows)
{
    const Condition condition = filter.condition();
    auto query = select(database, QStringLiteral("SELECT COUNT(*) FROM spend_logs") + condition.where(), condition.values());
    if (!query)
        return Failure {query.error()};
    rows = query->next() ? numberAt(*query, 0) : 0;
    return {};
}

Result<> countTimes(Database &database, std::int64_t begin, std::int64_t end, std::int64_t &rows)
{
    SpendFilter times;
    times.begin = begin;
    times.end = end;
    return count(database, times, rows);
}

// Leaves of a whole \a day what is in \a all. Counting costs the more the more there is, so the shorter part is counted.
Result<> cut(Database &database, const Stretch &all, Stretch &day)
{
    const Stretch whole = day;
    day.begin = std::max(day.begin, all.begin);
    day.end = std::min(day.end, all.end);
    const std::int64_t length = day.end - day.begin;
    if (length == dayMicros)
        return {};
    if (2 * length <= dayMicros)
        return countTimes(database, day.begin, day.end, day.rows);
    std::int64_t outside = 0;
    const bool isBegun = day.begin > whole.begin; // only one end of it can be missing, as another day is whole
    auto counted = countTimes(database, isBegun ? whole.begin : day.end, isBegun ? day.begin : whole.end, outside);
    day.rows = std::max<std::int64_t>(whole.rows - outside, 0);
    return counted;
}

Result<Stretches> daysOf(Database &database, const Stretch &all)
{
    auto query = select(database,
        QStringLiteral("SELECT day, kept FROM spend_log_days WHERE day >= ? AND day <= ? AND kept > 0 ORDER BY day"),
        {static_cast<qlonglong>(all.begin / dayMicros), static_cast<qlonglong>((all.end - 1) / dayMicros)});
    if (!query)
        return Failure {query.error()};
    Stretches days;
    while (query->next()) {
        const std::int64_t day = numberAt(*query, 0);
        days.push_back({day * dayMicros, (day + 1) * dayMicros, numberAt(*query, 1)});
    }
    for (Stretch &day : days) {
        if (auto counted = cut(database, all, day); !counted)
            return Failure {counted.error()};
    }
    return days;
}

} // namespace

Result<Stretches> stretchesOf(Database &database, const SpendFilter &filter)
{
    Stretch all = wholeOf(filter);
    const std::int64_t firstDay = (all.begin + dayMicros - 1) / dayMicros, endDay = all.end / dayMicros;
    if (filter.isTimeOnly() && firstDay < endDay)
        return daysOf(database, all);
    if (auto counted = count(database, filter, all.rows); !counted)
        return Failure {counted.error()};
    return Stretches {all};
}

std::int64_t rowsIn(const Stretches &stretches)
{
    return std::accumulate(stretches.begin(), stretches.end(), std::int64_t(0),
        [](std::int64_t sum, const Stretch &stretch) { return sum + stretch.rows; });
}

SpendPart partOf(const SpendFilter &filter, const SpendPage &page)
{
    return {filter, (page.number - 1) * page.size, page.size};
}

SpendPart partOf(const SpendFilter &filter, Stretches stretches, const SpendPage &page)
{
    SpendPart part = partOf(filter, page);
    if (page.order != SpendOrder::StartTime)
        stretches = {wholeOf(filter, rowsIn(stretches))}; // times do not tell where they are
    if (!page.isAscending)
        std::reverse(stretches.begin(), stretches.end());
    auto at = stretches.begin();
    for (; at != stretches.end() && part.skipped >= at->rows; ++at)
        part.skipped -= at->rows;
    if (at == stretches.end())
        return {filter, 0, 0}; // behind all of them
    if (at != stretches.begin())
        page.isAscending ? part.filter.begin = at->begin : part.filter.end = at->end;
    const bool isLast = std::next(at) == stretches.end();
    const std::int64_t left = at->rows - part.skipped, taken = isLast ? std::min(part.size, left) : part.size;
    if (taken > left || left - taken >= part.skipped)
        return part;
    if (!isLast)
        page.isAscending ? part.filter.end = at->end : part.filter.begin = at->begin;
    return {part.filter, left - taken, taken, true};
}

} // namespace gatehouse::store
