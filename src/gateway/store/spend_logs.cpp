// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/spend_logs.h"

#include "gateway/store/rollups.h"
#include "gateway/store/spend_row.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

QLatin1String columnOf(SpendOrder order)
{
    switch (order) {
    case SpendOrder::StartTime: break;
    case SpendOrder::EndTime: return QLatin1String("ended_at");
    case SpendOrder::Duration: return QLatin1String("(ended_at - started_at)");
    case SpendOrder::Spend: return QLatin1String("spend_nanos");
    case SpendOrder::TotalTokens: return QLatin1String("(prompt_tokens + completion_tokens)");
    case SpendOrder::PromptTokens: return QLatin1String("prompt_tokens");
    case SpendOrder::CompletionTokens: return QLatin1String("completion_tokens");
    case SpendOrder::Model: return QLatin1String("model");
    }
    return QLatin1String("started_at");
}

QString orderOf(const SpendPage &page)
{
    const QLatin1String direction(page.isAscending ? "ASC" : "DESC");
    return QStringLiteral(" ORDER BY %1 %2, receipt_id %2").arg(columnOf(page.order), direction);
}

// The rows of a page are chosen by what stands in an index, and only those are read.
Result<QSqlQuery> rowsOf(Database &database, const Condition &condition, const SpendPage &page)
{
    const QString order = orderOf(page);
    const QString sql = QStringLiteral(
        "SELECT %1 FROM spend_logs WHERE receipt_id IN (SELECT receipt_id FROM spend_logs%2%3 LIMIT %4 OFFSET %5)%3");
    return select(database,
        sql.arg(SpendRow::selected(), condition.where(), order).arg(page.size).arg((page.number - 1) * page.size),
        condition.values());
}

Result<Said> saidIn(Database &database, const std::string &receiptId)
{
    auto query = select(database, QStringLiteral("SELECT messages, response FROM spend_bodies WHERE receipt_id = ?"),
        {QString::fromStdString(receiptId)});
    if (!query)
        return Failure {query.error()};
    return query->next() ? Said {textAt(*query, 0), textAt(*query, 1)} : Said {};
}

Result<> writeRows(wire::JsonWriter &json, Database &database, const SpendFilter &filter, const SpendPage &page)
{
    auto query = rowsOf(database, filter.condition(), page);
    if (!query)
        return Failure {query.error()};
    json.beginArray();
    while (query->next()) {
        const SpendRow row(*query);
        const auto said = filter.requestId.empty() ? Result<Said>(Said {}) : saidIn(database, row.receiptId());
        if (!said)
            return Failure {said.error()};
        writeSpendRow(json, row, *said);
    }
    json.endArray();
    return {};
}

Result<std::int64_t> numberOf(Database &database, const QString &sql, const Condition &condition)
{
    auto query = select(database, sql + condition.where(), condition.values());
    if (!query)
        return Failure {query.error()};
    return query->next() ? numberAt(*query, 0) : std::int64_t(0);
}

Result<std::int64_t> counted(Database &database, const SpendFilter &filter)
{
    return numberOf(database, QStringLiteral("SELECT COUNT(*) FROM spend_logs"), filter.condition());
}

// Whole days have been counted when they were booked; only what is left over at both ends is counted now.
Result<std::int64_t> countedByDays(Database &database, const SpendFilter &filter)
{
    const std::int64_t begin = filter.begin.value_or(0), end = std::max(begin, filter.end.value_or(INT64_MAX / 2));
    const std::int64_t firstDay = (begin + dayMicros - 1) / dayMicros, endDay = end / dayMicros;
    if (firstDay >= endDay)
        return counted(database, filter);
    Condition days;
    days.add(QStringLiteral("day >= ? AND day < ?"), {static_cast<qlonglong>(firstDay), static_cast<qlonglong>(endDay)});
    auto sum = numberOf(database, QStringLiteral("SELECT CAST(COALESCE(SUM(kept), 0) AS BIGINT) FROM spend_log_days"), days);
    for (const auto &[from, to] : {std::pair(begin, firstDay * dayMicros), std::pair(endDay * dayMicros, end)}) {
        SpendFilter rest;
        rest.begin = from;
        rest.end = to;
        const auto more = from < to ? counted(database, rest) : Result<std::int64_t>(0);
        if (!sum || !more)
            return sum ? more : sum;
        *sum += *more;
    }
    return sum;
}

/// What was spent on one day.
struct Day {
    Money total = {};
    std::map<std::string, Money> users = {}, models = {}, keys = {};
};

void writeSums(wire::JsonWriter &json, const std::map<std::string, Money> &sums)
{
    for (const auto &[name, money] : sums)
        json.key(name).raw(dollars(money));
}

void writeDay(wire::JsonWriter &json, std::int64_t number, const Day &day)
{
    json.beginObject().key("startTime").string(isoDay(number)).key("spend").raw(dollars(day.total));
    json.key("users").beginObject();
    writeSums(json, day.users);
    json.endObject().key("models").beginObject();
    writeSums(json, day.models);
    json.endObject();
    writeSums(json, day.keys);
    json.endObject();
}

} // namespace

Result<std::string> spendRows(Database &database, const SpendFilter &filter, const SpendPage &page)
{
    wire::JsonWriter json;
    if (auto written = writeRows(json, database, filter, page); !written)
        return Failure {written.error()};
    return json.take();
}

Result<std::string> spendPage(Database &database, const SpendFilter &filter, const SpendPage &page)
{
    const auto total = filter.isTimeOnly() ? countedByDays(database, filter) : counted(database, filter);
    if (!total)
        return Failure {total.error()};
    wire::JsonWriter json;
    json.beginObject().key("data");
    if (auto written = writeRows(json, database, filter, page); !written)
        return Failure {written.error()};
    json.key("total").number(*total).key("page").number(page.number).key("page_size").number(page.size);
    return json.key("total_pages").number((*total + page.size - 1) / page.size).endObject().take();
}

Result<std::string> spendDays(Database &database, const SpendFilter &filter, std::int64_t firstDay, std::int64_t lastDay)
{
    Condition condition;
    filter.scope.limit(condition);
    condition.is("api_key", filter.apiKey);
    condition.is("user_id", filter.userId);
    condition.add(QStringLiteral("day >= ? AND day <= ?"), {static_cast<qlonglong>(firstDay), static_cast<qlonglong>(lastDay)});
    auto query = select(database,
        QStringLiteral("SELECT day, api_key, user_id, model, CAST(SUM(spend_nanos) AS BIGINT) FROM daily_spend%1 GROUP BY day, "
                       "api_key, user_id, model")
            .arg(condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    std::map<std::int64_t, Day> all;
    while (query->next()) {
        Day &day = all[numberAt(*query, 0)];
        const Money money {numberAt(*query, 4)};
        for (Money *sum :
            {&day.total, &day.keys[textAt(*query, 1)], &day.users[textAt(*query, 2)], &day.models[textAt(*query, 3)]})
            *sum = *sum + money;
    }
    wire::JsonWriter json;
    json.beginArray();
    for (std::int64_t number = firstDay; number <= lastDay; ++number)
        writeDay(json, number, all[number]);
    return json.endArray().take();
}

Result<std::string> spendSaid(Database &database, const SpendFilter &filter)
{
    auto query = rowsOf(database, filter.condition(), {1, 1});
    if (!query)
        return Failure {query.error()};
    const auto said = query->next() ? saidIn(database, SpendRow(*query).receiptId()) : Result<Said>(Said {});
    if (!said)
        return Failure {said.error()};
    wire::JsonWriter json;
    json.beginObject().key("messages").raw(said->messages).key("response").raw(said->response);
    return json.key("proxy_server_request").raw("{}").endObject().take();
}

Result<std::string> spendWhy(Database &database, const SpendFilter &filter)
{
    auto query = rowsOf(database, filter.condition(), {1, 1});
    if (!query)
        return Failure {query.error()};
    if (!query->next())
        return Failure {Error {Fault::NotFound, "There is no call " + filter.requestId, 0, {}, "request_id"}};
    wire::JsonWriter json;
    writePrice(json, SpendRow(*query));
    return json.take();
}

} // namespace gatehouse::store
