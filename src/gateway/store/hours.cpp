// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/hours.h"

#include "gateway/store/condition.h"
#include "gateway/store/database.h"
#include "gateway/store/insert.h"
#include "gateway/store/members.h"
#include "gateway/store/statement.h"

#include <QVariant>

#include <algorithm>
#include <chrono>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::int64_t hourMicros = 3'600'000'000;

enum Kind : std::int64_t { WholeAnswer, FirstToken };

const Insert &useRows()
{
    static const Insert rows = Insert::addingTo("hourly_use", {"hour"},
        {"requests", "errors", "prompt_tokens", "completion_tokens", "cached_read_tokens", "spend_nanos"});
    return rows;
}

const Insert &latencyRows()
{
    static const Insert rows = Insert::addingTo("hourly_latency", {"hour", "kind", "bucket"}, {"calls"});
    return rows;
}

Result<> forget(Database &database, const std::string &sql, std::int64_t before)
{
    const auto statement = database.statement(sql);
    if (!statement)
        return Failure {statement.error()};
    if (const auto done = (*statement)->number(before).run(); !done)
        return Failure {done.error()};
    return {};
}

std::chrono::microseconds between(const EntryMembers &entry, Member end)
{
    return std::chrono::microseconds(std::max<std::int64_t>(0, entry.number(end) - entry.number(Member::StartedAt)));
}

} // namespace

void HourSums::add(const EntryMembers &entry)
{
    const std::int64_t hour = entry.number(Member::StartedAt) / hourMicros;
    const std::string_view outcome = entry.text(Member::Outcome);
    Use &use = m_use[hour];
    ++use[0];
    use[1] += outcome == "failed" || outcome == "refused" ? 1 : 0;
    std::size_t place = 2;
    for (const Member member : {Member::PromptTokens, Member::CompletionTokens, Member::CachedReadTokens, Member::SpendNanos})
        use[place++] += entry.number(member);
    if (outcome != "completed" || !entry.has(Member::EndedAt))
        return;
    ++m_latencies[{hour, WholeAnswer, Sketch::bucketOf(between(entry, Member::EndedAt))}];
    if (entry.has(Member::FirstTokenAt)
        && entry.has(Member::IsStream)) // a whole answer comes with its first token, which says nothing
        ++m_latencies[{hour, FirstToken, Sketch::bucketOf(between(entry, Member::FirstTokenAt))}];
}

Result<> HourSums::write(Database &database) const
{
    if (m_use.empty())
        return {};
    const auto give = [](Statement &statement, const auto &each) {
        statement.number(each.first);
        for (const std::int64_t number : each.second)
            statement.number(number);
    };
    if (const auto written = useRows().write(database, m_use, give); !written)
        return Failure {written.error()};
    const auto giveBucket = [](Statement &statement, const auto &each) {
        for (const std::int64_t number : each.first)
            statement.number(number);
        statement.number(each.second);
    };
    if (const auto written = latencyRows().write(database, m_latencies, giveBucket); !written)
        return Failure {written.error()};
    const std::int64_t oldest = m_use.rbegin()->first - keptHours;
    if (auto gone = forget(database, "DELETE FROM hourly_use WHERE hour < ?", oldest); !gone)
        return gone;
    return forget(database, "DELETE FROM hourly_latency WHERE hour < ?", oldest);
}

Result<std::map<std::int64_t, HourUse>> hoursBetween(Database &database, std::int64_t first, std::int64_t last)
{
    const std::vector<QVariant> range {static_cast<qlonglong>(first), static_cast<qlonglong>(last)};
    auto use = select(database,
        QStringLiteral("SELECT hour, requests, errors, prompt_tokens, completion_tokens, cached_read_tokens, spend_nanos "
                       "FROM hourly_use WHERE hour >= ? AND hour <= ?"),
        range);
    auto latencies = select(
        database, QStringLiteral("SELECT hour, kind, bucket, calls FROM hourly_latency WHERE hour >= ? AND hour <= ?"), range);
    if (!use || !latencies)
        return Failure {use ? latencies.error() : use.error()};
    std::map<std::int64_t, HourUse> hours;
    while (use->next())
        hours[numberAt(*use, 0)] = {numberAt(*use, 1), numberAt(*use, 2), numberAt(*use, 3), numberAt(*use, 4), numberAt(*use, 5),
            Money {numberAt(*use, 6)}, {}, {}};
    while (latencies->next()) {
        HourUse &hour = hours[numberAt(*latencies, 0)];
        Sketch &sketch = numberAt(*latencies, 1) == WholeAnswer ? hour.latency : hour.firstToken;
        sketch.add(static_cast<std::uint32_t>(numberAt(*latencies, 2)), static_cast<std::uint32_t>(numberAt(*latencies, 3)));
    }
    return hours;
}

} // namespace gatehouse::store
