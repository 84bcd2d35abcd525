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

QString orderedBy(SpendOrder order, bool isAscending)
{
    const QLatin1String direction(isAscending ? "ASC" : "DESC");
    return QStringLiteral(" ORDER BY %1 %2, receipt_id %2").arg(columnOf(order), direction);
}

// The rows of a page are chosen by what stands in an index, and only those are read.
Result<QSqlQuery> rowsOf(Database &database, const SpendPart &part, const SpendPage &page)
{
    const Condition condition = part.filter.condition();
    const QString sql = QStringLiteral(
        "SELECT %1 FROM spend_logs WHERE receipt_id IN (SELECT receipt_id FROM spend_logs%2%3 LIMIT %4 OFFSET %5)%6");
    return select(database,
        sql.arg(SpendRow::selected(), condition.where(), orderedBy(page.order, page.isAscending != part.isFromTheEnd))
            .arg(part.size)
            .arg(part.skipped)
            .arg(orderedBy(page.order, page.isAscending)),
        condition.values());
}

Result<QSqlQuery> newest(Database &database, const SpendFilter &filter)
{
    const SpendPage first {1, 1};
    return rowsOf(database, partOf(filter, first), first);
}

Result<KeptWords> saidIn(Database &database, const std::string &receiptId)
{
    auto query = select(database, QStringLiteral("SELECT messages, response FROM spend_bodies WHERE receipt_id = ?"),
        {QString::fromStdString(receiptId)});
    if (!query)
        return Failure {query.error()};
    return query->next() ? KeptWords {textAt(*query, 0), textAt(*query, 1)} : KeptWords {};
}

Result<> writeRows(wire::JsonWriter &json, Database &database, const SpendPart &part, const SpendPage &page)
{
    auto query = rowsOf(database, part, page);
    if (!query)
        return Failure {query.error()};
    json.beginArray();
    while (query->next()) {
        const SpendRow row(*query);
        const auto said = part.filter.requestId.empty() ? Result<KeptWords>(KeptWords {}) : saidIn(database, row.receiptId());
        if (!said)
            return Failure {said.error()};
        writeSpendRow(json, row, *said);
    }
    json.endArray();
    return {};
}

// Counting takes longer than showing the first pages, whose beginning needs no search.
Result<SpendPart> searched(Database &database, const SpendFilter &filter, const SpendPage &page)
{
    constexpr std::int64_t near = 2000;
    SpendPart part = partOf(filter, page);
    if (part.skipped < near || !filter.isTimeOnly())
        return part;
    auto stretches = stretchesOf(database, filter);
    if (!stretches)
        return Failure {stretches.error()};
    return partOf(filter, std::move(*stretches), page);
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
    const auto part = searched(database, filter, page);
    if (!part)
        return Failure {part.error()};
    wire::JsonWriter json;
    if (auto written = writeRows(json, database, *part, page); !written)
        return Failure {written.error()};
    return json.take();
}

Result<std::string> spendPage(Database &database, const SpendFilter &filter, const SpendPage &page)
{
    auto stretches = stretchesOf(database, filter);
    if (!stretches)
        return Failure {stretches.error()};
    const std::int64_t total = rowsIn(*stretches);
    wire::JsonWriter json;
    json.beginObject().key("data");
    if (auto written = writeRows(json, database, partOf(filter, std::move(*stretches), page), page); !written)
        return Failure {written.error()};
    json.key("total").number(total).key("page").number(page.number).key("page_size").number(page.size);
    return json.key("total_pages").number((total + page.size - 1) / page.size).endObject().take();
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
    auto query = newest(database, filter);
    if (!query)
        return Failure {query.error()};
    const auto said = query->next() ? saidIn(database, SpendRow(*query).receiptId()) : Result<KeptWords>(KeptWords {});
    if (!said)
        return Failure {said.error()};
    wire::JsonWriter json;
    json.beginObject().key("messages").raw(said->messages).key("response").raw(said->response);
    return json.key("proxy_server_request").raw("{}").endObject().take();
}

Result<std::string> spendWhy(Database &database, const SpendFilter &filter)
{
    auto query = newest(database, filter);
    if (!query)
        return Failure {query.error()};
    if (!query->next())
        return Failure {Error {Fault::NotFound, "There is no call " + filter.requestId, 0, {}, "request_id"}};
    wire::JsonWriter json;
    writePrice(json, SpendRow(*query));
    return json.take();
}

} // namespace gatehouse::store
