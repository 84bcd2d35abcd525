// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/spend_row.h"

#include "gateway/core/money.h"
#include "gateway/store/columns.h"
#include "gateway/store/condition.h"
#include "gateway/store/record_text.h"
#include "gateway/store/rollups.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <algorithm>

namespace gatehouse::store {

namespace {

// Of a column in selected(), or less than 0.
int placeOf(std::string_view name)
{
    const auto all = columns();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Column &column) { return column.name() == name; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin()) + 2;
}

void writeSaid(wire::JsonWriter &json, const std::string &text)
{
    if (text.empty())
        json.null();
    else
        json.string(text);
}

std::string_view statusOf(const SpendRow &row)
{
    return row.text("outcome") == "completed" ? "success" : "failure";
}

void writeTimes(wire::JsonWriter &json, const SpendRow &row)
{
    json.key("startTime").string(isoTime(row.number("started_at"))).key("endTime").string(isoTime(row.number("ended_at")));
    json.key("completionStartTime");
    const std::int64_t first = row.number("first_token_at");
    if (first > 0)
        json.string(isoTime(first));
    else
        json.null();
}

void writeError(wire::JsonWriter &json, const SpendRow &row)
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

void writeUsage(wire::JsonWriter &json, const SpendRow &row)
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

// Why this price. The lines stand in the entry as [charge, units, femto-dollars a unit, nano-dollars].
void writePriceLines(wire::JsonWriter &json, const SpendRow &row)
{
    const QJsonArray lines = QJsonDocument::fromJson(QByteArray::fromStdString(row.json("price_lines", "[]"))).array();
    json.key("tier").string(row.text("price_tier").empty() ? "standard" : row.text("price_tier"));
    json.key("above_tokens").number(row.number("price_above_tokens")).key("lines").beginArray();
    for (const auto &line : lines) {
        json.beginObject()
            .key("charge")
            .string(line[0].toString().toStdString())
            .key("units")
            .number(std::int64_t(line[1].toInteger()));
        json.key("price").raw(dollars(Price {line[2].toInteger()})).key("cost").raw(dollars(Money {line[3].toInteger()}));
        json.key("nano_dollars").number(std::int64_t(line[3].toInteger())).endObject();
    }
    json.endArray();
}

void writeCost(wire::JsonWriter &json, const SpendRow &row)
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
    json.key("tool_usage_cost").raw("0.0").key("original_cost").raw(row.money("spend_nanos"));
    json.key("total_cost").raw(row.money("spend_nanos")).key("total_nano_dollars").number(row.number("spend_nanos"));
    writePriceLines(json, row);
    json.endObject();
}

void writeMetadata(wire::JsonWriter &json, const SpendRow &row)
{
    json.key("metadata").beginObject().key("user_api_key").string(row.text("api_key"));
    json.key("user_api_key_alias");
    writeSaid(json, row.text("key_alias"));
    json.key("user_api_key_user_id");
    writeSaid(json, row.text("user_id"));
    json.key("user_api_key_team_id");
    writeSaid(json, row.text("team_id"));
    json.key("user_api_key_team_alias");
    writeSaid(json, row.text("team_alias"));
    json.key("user_api_key_org_id");
    writeSaid(json, row.text("organization_id"));
    json.key("user_api_key_project_id");
    writeSaid(json, row.text("project_id"));
    json.key("requester_ip_address");
    writeSaid(json, row.text("requester_ip"));
    json.key("spend_logs_metadata").raw(row.json("metadata", "null"));
    json.key("status").string(statusOf(row)).key("outcome").string(row.text("outcome"));
    const std::string callId = row.text("call_id");
    json.key("litellm_call_id").string(callId.empty() ? row.text("request_id") : callId);
    json.key("http_status").number(row.number("http_status")).key("route").string(row.text("path"));
    json.key("finish_reason").string(row.text("finish_reason"));
    const std::int64_t overhead = row.number("ended_at") - row.number("started_at") - row.number("upstream_micros");
    json.key("litellm_overhead_time_ms").raw(std::to_string(overhead / 1000) + "." + std::to_string(overhead / 100 % 10));
    writeUsage(json, row);
    writeCost(json, row);
    writeError(json, row);
    json.key("attempts").raw(row.json("attempts", "[]")).endObject();
}

void writeTexts(wire::JsonWriter &json, const SpendRow &row, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        json.key(name).string(row.text(name));
}

} // namespace

QString SpendRow::selected()
{
    QString list = QStringLiteral("receipt_id,entry");
    for (const Column &column : columns())
        list += QLatin1Char(',') + latin(column.name());
    return list;
}

SpendRow::SpendRow(const QSqlQuery &query)
    : m_query(query)
{
    auto entry = wire::JsonObject::parse(textAt(query, 1));
    m_entry = entry ? std::move(*entry) : wire::JsonObject();
}

void writePrice(wire::JsonWriter &json, const SpendRow &row)
{
    json.beginObject().key("request_id").string(row.text("request_id")).key("model").string(row.text("model"));
    json.key("model_id").string(row.text("model_id")).key("custom_llm_provider").string(row.text("custom_llm_provider"));
    json.key("spend").raw(row.money("spend_nanos"));
    writeUsage(json, row);
    writeCost(json, row);
    json.key("attempts").raw(row.json("attempts", "[]")).endObject();
}

std::string SpendRow::receiptId() const
{
    return textAt(m_query, 0);
}

std::string SpendRow::text(std::string_view name) const
{
    const int place = placeOf(name);
    return place < 0 ? textOf(m_entry.find(name)) : textAt(m_query, place);
}

std::int64_t SpendRow::number(std::string_view name) const
{
    const int place = placeOf(name);
    return place < 0 ? numberOf(m_entry.find(name)) : numberAt(m_query, place);
}

std::string SpendRow::json(std::string_view name, std::string_view otherwise) const
{
    const std::string_view raw = m_entry.find(name);
    return std::string(raw.empty() ? otherwise : raw);
}

std::string SpendRow::money(std::string_view name) const
{
    return dollars(Money {number(name)});
}

std::string isoTime(std::int64_t micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

std::string isoDay(std::int64_t day)
{
    return isoTime(day * dayMicros).substr(0, 10);
}

namespace {

void writeCache(wire::JsonWriter &json, const SpendRow &row)
{
    const std::string key = row.text("cache_key");
    const char *const isHit = row.number("is_cache_hit") != 0 ? "True" : "False";
    json.key("cache_hit").string(key.empty() ? "None" : isHit).key("cache_key").string(key.empty() ? "Cache OFF" : key);
}

} // namespace

void writeSpendRow(wire::JsonWriter &json, const SpendRow &row, const KeptWords &said)
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
    writeCache(json, row);
    writeTexts(json, row, {"team_id", "organization_id", "end_user", "session_id", "mcp_namespaced_tool_name", "agent_id"});
    json.key("status").string(statusOf(row));
    json.key("requester_ip_address").string(row.text("requester_ip"));
    json.key("request_tags").raw(row.json("tags", "[]"));
    json.key("messages").raw(said.messages).key("response").raw(said.response).key("proxy_server_request").raw("{}");
    json.endObject();
}

} // namespace gatehouse::store
