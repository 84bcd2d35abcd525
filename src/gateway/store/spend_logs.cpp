// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/spend_logs.h"

#include "gateway/core/money.h"
#include "gateway/store/columns.h"
#include "gateway/store/database.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>

#include <map>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::int64_t dayMicros = 86'400'000'000;

/// A condition with its values.
struct Where {
    QString sql = QStringLiteral(" WHERE 1 = 1");
    std::vector<QVariant> values = {};

    void add(const QString &condition, QVariant value)
    {
        sql += QStringLiteral(" AND ") + condition;
        values.push_back(std::move(value));
    }
};

Where whereOf(const SpendQuery &query)
{
    Where where;
    if (!query.requestId.empty())
        where.add(QStringLiteral("request_id = ?"), QString::fromStdString(query.requestId));
    if (!query.apiKey.empty())
        where.add(QStringLiteral("api_key = ?"), QString::fromStdString(query.apiKey));
    if (!query.userId.empty())
        where.add(QStringLiteral("user_id = ?"), QString::fromStdString(query.userId));
    if (query.firstDay)
        where.add(QStringLiteral("started_at >= ?"), static_cast<qlonglong>(*query.firstDay * dayMicros));
    if (query.lastDay)
        where.add(QStringLiteral("started_at < ?"), static_cast<qlonglong>((*query.lastDay + 1) * dayMicros));
    return where;
}

Result<> run(QSqlQuery &query, const QString &sql, const std::vector<QVariant> &values)
{
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (std::size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (!query.exec())
        return failure(query.lastError());
    return {};
}

/// A row: what has a column is there, all else in the receipt's entry, or has never been said.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
        for (const Column &column : columns())
            m_places.emplace(column.name, static_cast<int>(m_places.size()));
    }
    /// To be called for each row before it is asked.
    void read()
    {
        auto entry = wire::JsonObject::parse(m_query.value(static_cast<int>(m_places.size())).toString().toStdString());
        m_entry = entry ? std::move(*entry) : wire::JsonObject();
    }
    std::string text(std::string_view name) const
    {
        const auto place = m_places.find(name);
        return place != m_places.end() ? m_query.value(place->second).toString().toStdString()
                                       : wire::jsonString(m_entry.find(name)).value_or("");
    }
    std::int64_t number(std::string_view name) const
    {
        const auto place = m_places.find(name);
        return place != m_places.end() ? m_query.value(place->second).toLongLong() : integer(m_entry.find(name));
    }
    std::string json(std::string_view name, std::string_view otherwise) const
    {
        const std::string_view raw = m_entry.find(name);
        return std::string(raw.empty() ? otherwise : raw);
    }
    std::string money(std::string_view name) const { return dollars(Money {number(name)}); }
    static QString selected()
    {
        QString list;
        for (const Column &column : columns())
            list += QLatin1String(column.name.data(), static_cast<qsizetype>(column.name.size())) + QLatin1Char(',');
        return list + QStringLiteral("entry");
    }

private:
    static std::int64_t integer(std::string_view raw)
    {
        return QByteArray(raw.data(), static_cast<qsizetype>(raw.size())).toLongLong();
    }

    const QSqlQuery &m_query;
    std::map<std::string_view, int> m_places;
    wire::JsonObject m_entry;
};

std::string isoTime(std::int64_t micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

std::string isoDay(std::int64_t day)
{
    return isoTime(day * dayMicros).substr(0, 10);
}

void writeTimes(wire::JsonWriter &json, const Row &row)
{
    json.key("startTime").string(isoTime(row.number("started_at"))).key("endTime").string(isoTime(row.number("ended_at")));
    json.key("completionStartTime");
    const std::int64_t first = row.number("first_token_at");
    if (first > 0)
        json.string(isoTime(first));
    else
        json.null();
}

void writeError(wire::JsonWriter &json, const Row &row)
{
    json.key("error_information");
    if (row.text("fault").empty()) {
        json.null();
        return;
    }
    json.beginObject().key("error_code").string(std::to_string(row.number("http_status")));
    json.key("error_class").string(row.text("fault")).key("llm_provider").string(row.text("custom_llm_provider"));
    json.key("error_message").string(row.text("error")).endObject();
}

void writeUsage(wire::JsonWriter &json, const Row &row)
{
    json.key("usage_object").beginObject().key("prompt_tokens").number(row.number("prompt_tokens"));
    json.key("completion_tokens").number(row.number("completion_tokens"));
    json.key("total_tokens").number(row.number("prompt_tokens") + row.number("completion_tokens"));
    json.key("cache_read_input_tokens").number(row.number("cached_read_tokens"));
    json.key("cache_creation_input_tokens").number(row.number("cache_write_tokens"));
    json.key("completion_tokens_details").beginObject().key("reasoning_tokens").number(row.number("reasoning_tokens"));
    json.key("audio_tokens").number(row.number("audio_output_tokens")).endObject();
    json.key("prompt_tokens_details").beginObject().key("cached_tokens").number(row.number("cached_read_tokens"));
    json.key("audio_tokens").number(row.number("audio_input_tokens")).endObject().endObject();
}

void writeCost(wire::JsonWriter &json, const Row &row)
{
    json.key("cost_breakdown");
    if (row.number("is_priced") == 0) {
        json.null();
        return;
    }
    json.beginObject().key("input_cost").raw(row.money("input_nanos")).key("output_cost").raw(row.money("output_nanos"));
    json.key("cache_read_cost").raw(row.money("cached_read_nanos"));
    json.key("cache_creation_cost").raw(row.money("cache_write_nanos"));
    json.key("reasoning_cost").raw(row.money("reasoning_nanos"));
    json.key("total_cost").raw(row.money("spend_nanos")).key("total_nano_dollars").number(row.number("spend_nanos"));
    json.endObject();
}

void writeMetadata(wire::JsonWriter &json, const Row &row)
{
    json.key("metadata").beginObject().key("user_api_key").string(row.text("api_key"));
    json.key("user_api_key_alias").string(row.text("api_key")).key("outcome").string(row.text("outcome"));
    json.key("http_status").number(row.number("http_status")).key("route").string(row.text("path"));
    json.key("finish_reason").string(row.text("finish_reason"));
    writeUsage(json, row);
    writeCost(json, row);
    writeError(json, row);
    json.key("attempts").raw(row.json("attempts", "[]")).endObject();
}

void writeTexts(wire::JsonWriter &json, const Row &row, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        json.key(name).string(row.text(name));
}

void writeRow(wire::JsonWriter &json, const Row &row)
{
    json.beginObject();
    writeTexts(json, row, {"request_id", "call_type", "api_key"});
    json.key("spend").raw(row.money("spend_nanos"));
    json.key("total_tokens").number(row.number("prompt_tokens") + row.number("completion_tokens"));
    json.key("prompt_tokens").number(row.number("prompt_tokens"));
    json.key("completion_tokens").number(row.number("completion_tokens"));
    writeTimes(json, row);
    writeTexts(json, row, {"model", "model_id", "model_group", "custom_llm_provider", "api_base"});
    json.key("user").string(row.text("user_id"));
    writeMetadata(json, row);
    json.key("cache_hit").string("None").key("cache_key").string("Cache OFF");
    writeTexts(json, row,
        {"team_id", "organization_id", "end_user", "requester_ip_address", "session_id", "mcp_namespaced_tool_name", "agent_id"});
    json.key("status").string(row.text("outcome") == "completed" ? "success" : "failure");
    json.key("request_tags").raw(row.json("request_tags", "[]"));
    for (const std::string_view name : {"messages", "response", "proxy_server_request"})
        json.key(name).raw(row.json(name, "{}"));
    json.endObject();
}

Result<std::string> rows(QSqlDatabase &database, const SpendQuery &asked)
{
    const Where where = whereOf(asked);
    QSqlQuery query(database);
    const QString sql = QStringLiteral("SELECT %1 FROM spend_logs%2 ORDER BY started_at DESC, receipt_id DESC LIMIT %3");
    if (auto done = run(query, sql.arg(Row::selected(), where.sql).arg(asked.limit), where.values); !done)
        return Failure {done.error()};
    Row row(query);
    wire::JsonWriter json;
    json.beginArray();
    while (query.next()) {
        row.read();
        writeRow(json, row);
    }
    return json.endArray().take();
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

Result<std::string> days(QSqlDatabase &database, const SpendQuery &asked)
{
    const Where where = whereOf(asked);
    QSqlQuery query(database);
    const QString sql =
        QStringLiteral("SELECT started_at / 86400000000 AS day, api_key, user_id, model, CAST(SUM(spend_nanos) AS BIGINT) "
                       "FROM spend_logs%1 GROUP BY day, api_key, user_id, model");
    if (auto done = run(query, sql.arg(where.sql), where.values); !done)
        return Failure {done.error()};
    std::map<std::int64_t, Day> all;
    while (query.next()) {
        Day &day = all[query.value(0).toLongLong()];
        const Money money {query.value(4).toLongLong()};
        for (Money *sum : {&day.total, &day.keys[query.value(1).toString().toStdString()],
                 &day.users[query.value(2).toString().toStdString()], &day.models[query.value(3).toString().toStdString()]})
            *sum = *sum + money;
    }
    wire::JsonWriter json;
    json.beginArray();
    for (std::int64_t number = *asked.firstDay; number <= *asked.lastDay; ++number)
        writeDay(json, number, all[number]);
    return json.endArray().take();
}

} // namespace

Result<std::string> spendLogs(QSqlDatabase &database, const SpendQuery &query)
{
    return query.isSummary && query.firstDay && query.lastDay ? days(database, query) : rows(database, query);
}

} // namespace gatehouse::store
