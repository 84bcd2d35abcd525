// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/hours.h"

#include "gateway/store/condition.h"
#include "gateway/store/database.h"
#include "gateway/store/record_text.h"
#include "gateway/wire/json_object.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::int64_t hourMicros = 3'600'000'000;

enum Kind : std::int64_t { WholeAnswer, FirstToken };

Result<> upsert(QSqlQuery &query, std::initializer_list<std::int64_t> values)
{
    int place = 0;
    for (const std::int64_t value : values)
        query.bindValue(place++, static_cast<qlonglong>(value));
    if (!query.exec())
        return failure(query.lastError());
    return {};
}

Result<> forget(Database &database, const char *statement, std::int64_t before)
{
    const auto query = database.prepared(QString::fromLatin1(statement));
    if (!query)
        return Failure {query.error()};
    return upsert(**query, {before});
}

std::chrono::microseconds between(const wire::JsonObject &entry, const char *end)
{
    return std::chrono::microseconds(std::max<std::int64_t>(0, numberIn(entry, end) - numberIn(entry, "started_at")));
}

} // namespace

void HourSums::add(const wire::JsonObject &entry)
{
    const std::int64_t hour = numberIn(entry, "started_at") / hourMicros;
    const std::string outcome = textIn(entry, "outcome");
    Use &use = m_use[hour];
    ++use[0];
    use[1] += outcome == "failed" || outcome == "refused" ? 1 : 0;
    std::size_t place = 2;
    for (const char *member : {"prompt_tokens", "completion_tokens", "cached_read_tokens", "spend_nanos"})
        use[place++] += numberIn(entry, member);
    if (outcome != "completed" || !entry.has("ended_at"))
        return;
    ++m_latencies[{hour, WholeAnswer, Sketch::bucketOf(between(entry, "ended_at"))}];
    if (entry.has("first_token_at") && entry.has("is_stream")) // a whole answer comes with its first token, which says nothing
        ++m_latencies[{hour, FirstToken, Sketch::bucketOf(between(entry, "first_token_at"))}];
}

Result<> HourSums::write(Database &database) const
{
    if (m_use.empty())
        return {};
    const auto query = database.prepared(QStringLiteral(
        "INSERT INTO hourly_use (hour, requests, errors, prompt_tokens, completion_tokens, cached_read_tokens, spend_nanos) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hour) DO UPDATE SET requests = hourly_use.requests + excluded.requests, "
        "errors = hourly_use.errors + excluded.errors, prompt_tokens = hourly_use.prompt_tokens + excluded.prompt_tokens, "
        "completion_tokens = hourly_use.completion_tokens + excluded.completion_tokens, "
        "cached_read_tokens = hourly_use.cached_read_tokens + excluded.cached_read_tokens, "
        "spend_nanos = hourly_use.spend_nanos + excluded.spend_nanos"));
    if (!query)
        return Failure {query.error()};
    for (const auto &[hour, use] : m_use) {
        if (auto written = upsert(**query, {hour, use[0], use[1], use[2], use[3], use[4], use[5]}); !written)
            return written;
    }
    if (auto written = writeLatencies(database); !written)
        return written;
    const std::int64_t oldest = m_use.rbegin()->first - keptHours;
    if (auto gone = forget(database, "DELETE FROM hourly_use WHERE hour < ?", oldest); !gone)
        return gone;
    return forget(database, "DELETE FROM hourly_latency WHERE hour < ?", oldest);
}

Result<> HourSums::writeLatencies(Database &database) const
{
    const auto query = database.prepared(
        QStringLiteral("INSERT INTO hourly_latency (hour, kind, bucket, calls) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (hour, kind, bucket) DO UPDATE SET calls = hourly_latency.calls + excluded.calls"));
    if (!query)
        return Failure {query.error()};
    for (const auto &[bucket, calls] : m_latencies) {
        if (auto written = upsert(**query, {bucket[0], bucket[1], bucket[2], calls}); !written)
            return written;
    }
    return {};
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
