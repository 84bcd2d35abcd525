// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/entry.h"

#include "gateway/core/call_type.h"
#include "gateway/core/charge_name.h"
#include "gateway/wire/json_writer.h"

#include <QString>

#include <algorithm>

namespace gatehouse::store {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

// A caller's words may be anything and of any length; a record that is no JSON or too long would be lost.
void writeText(wire::JsonWriter &json, std::string_view value)
{
    constexpr std::size_t longest = 1000;
    value = value.substr(0, longest);
    const bool isPlain = std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isPlain)
        json.string(value);
    else
        json.string(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).toStdString());
}

/// Members that say something.
class Entry
{
public:
    Entry()
    {
        m_json.reserve(1024);
        m_json.beginObject();
    }
    void text(std::string_view name, std::string_view value)
    {
        if (!value.empty())
            writeText(m_json.key(name), value);
    }
    void number(std::string_view name, std::int64_t value)
    {
        if (value != 0)
            m_json.key(name).number(value);
    }
    wire::JsonWriter &json() { return m_json; }

private:
    wire::JsonWriter m_json;
};

void writeTimes(Entry &entry, const Receipt &receipt)
{
    const auto start = duration_cast<microseconds>(receipt.startedAt.time_since_epoch());
    entry.number("started_at", start.count());
    entry.number("ended_at", (start + receipt.duration).count());
    if (receipt.firstToken.count() > 0)
        entry.number("first_token_at", (start + receipt.firstToken).count());
    if (receipt.stream)
        entry.number("is_stream", 1);
    entry.number("upstream_micros", receipt.upstreamTime.count());
}

void writeUsage(Entry &entry, const Usage &usage)
{
    entry.number("prompt_tokens", usage.input);
    entry.number("completion_tokens", usage.output);
    entry.number("cached_read_tokens", usage.cachedRead);
    entry.number("cache_write_tokens", usage.cacheWrite);
    entry.number("reasoning_tokens", usage.reasoning);
    entry.number("audio_input_tokens", usage.audioInput);
    entry.number("audio_output_tokens", usage.audioOutput);
}

// Why this price: [what, units, femto-dollars a unit, nano-dollars] for each line of the bill.
void writeLines(Entry &entry, const Cost &cost)
{
    if (cost.tier != ServiceTier::Standard)
        entry.text("price_tier", toString(cost.tier));
    entry.number("price_above_tokens", cost.aboveTokens);
    wire::JsonWriter &json = entry.json().key("price_lines").beginArray();
    for (const CostLine &line : cost.lines) {
        json.beginArray().string(toString(line.charge)).number(line.units).number(line.price.femtoDollars);
        json.number(line.cost.nanoDollars).endArray();
    }
    json.endArray();
}

void writeCost(Entry &entry, const Cost &cost)
{
    const CostParts parts = partsOf(cost);
    entry.number("is_priced", 1);
    entry.number("spend_nanos", cost.total.nanoDollars);
    entry.number("input_nanos", parts.input.nanoDollars);
    entry.number("output_nanos", parts.output.nanoDollars);
    entry.number("cached_read_nanos", parts.cachedRead.nanoDollars);
    entry.number("cache_write_nanos", parts.cacheWrite.nanoDollars);
    entry.number("reasoning_nanos", parts.reasoning.nanoDollars);
    if (!cost.lines.empty())
        writeLines(entry, cost);
}

// One that simply worked says nothing that the receipt does not say.
bool areWorthTelling(const std::vector<AttemptRecord> &attempts)
{
    return attempts.size() > 1 || (attempts.size() == 1 && attempts.front().fault);
}

void writeAttempts(wire::JsonWriter &json, const std::vector<AttemptRecord> &attempts)
{
    constexpr std::size_t most = 200;
    json.key("attempts").beginArray();
    for (std::size_t i = attempts.size() > most ? attempts.size() - most : 0; i < attempts.size(); ++i) {
        const AttemptRecord &attempt = attempts[i];
        json.beginObject().key("deployment").string(attempt.deployment).key("provider").string(attempt.provider);
        json.key("group").string(attempt.group).key("status").number(std::int64_t(attempt.status));
        json.key("micros").number(std::int64_t(attempt.duration.count()));
        if (attempt.fault)
            json.key("fault").string(info(*attempt.fault).name);
        if (attempt.cost)
            json.key("spend_nanos").number(attempt.cost->nanoDollars);
        json.endObject();
    }
    json.endArray();
}

void writeTags(wire::JsonWriter &json, const std::vector<std::string> &tags)
{
    constexpr std::size_t most = 64;
    json.key("tags").beginArray();
    for (std::size_t i = 0; i < std::min(tags.size(), most); ++i)
        writeText(json, tags[i]);
    json.endArray();
}

// On whose account.
void writeCaller(Entry &entry, const Receipt &receipt)
{
    if (receipt.principal) {
        const Principal &who = *receipt.principal;
        entry.text("api_key", who.token);
        entry.text("key_alias", who.keyAlias);
        entry.text("user_id", who.userId);
        entry.text("team_id", who.teamId);
        entry.text("team_alias", who.teamAlias);
        entry.text("organization_id", who.organizationId);
        entry.text("project_id", who.projectId);
    }
    entry.text("end_user", receipt.customer);
    entry.text("session_id", receipt.session);
    entry.text("requester_ip", receipt.peer);
    if (!receipt.tags.empty())
        writeTags(entry.json(), receipt.tags);
    if (!receipt.metadata.empty())
        entry.json().key("metadata").raw(receipt.metadata);
    if (!receipt.accounts.empty())
        entry.json().key("accounts").raw(receipt.accounts);
}

} // namespace

namespace {

// An answer that is given again brings the id of the first: as LiteLLM's, its row has one of its own.
std::string requestIdOf(const Receipt &receipt)
{
    if (receipt.answerId.empty())
        return receipt.callId;
    if (!receipt.isCached)
        return receipt.answerId;
    return receipt.answerId + "_cache_hit"
        + std::to_string(duration_cast<microseconds>(receipt.startedAt.time_since_epoch()).count());
}

} // namespace

std::string entryOf(const Receipt &receipt, const Said *said)
{
    Entry entry;
    entry.text("request_id", requestIdOf(receipt));
    if (!receipt.answerId.empty() && receipt.answerId != receipt.callId)
        entry.text("call_id", receipt.callId);
    entry.text("call_type", callType(receipt));
    writeCaller(entry, receipt);
    writeTimes(entry, receipt);
    entry.text("model", receipt.upstreamModel.empty() ? receipt.model : receipt.upstreamModel);
    entry.text("model_id", receipt.deployment);
    entry.text("model_group", receipt.group.empty() ? receipt.model : receipt.group);
    entry.text("custom_llm_provider", receipt.provider);
    entry.text("path", receipt.path);
    entry.text("cache_key", receipt.cacheKey);
    if (receipt.isCached)
        entry.number("is_cache_hit", 1);
    writeUsage(entry, receipt.usage);
    if (receipt.cost)
        writeCost(entry, *receipt.cost);
    entry.text("outcome", toString(receipt.outcome));
    entry.number("http_status", receipt.status);
    if (receipt.fault)
        entry.text("fault", info(*receipt.fault).name);
    entry.text("error", receipt.error);
    entry.text("finish_reason", receipt.finishReason);
    if (areWorthTelling(receipt.attempts))
        writeAttempts(entry.json(), receipt.attempts);
    if (said)
        entry.json().key("messages").raw(said->messages).key("response").raw(said->response);
    return entry.json().endObject().take();
}

std::string chargeOf(const Receipt &receipt)
{
    if (!receipt.cost || receipt.cost->total.nanoDollars == 0 || receipt.accounts.empty())
        return {};
    Entry entry;
    entry.number("is_unlogged", 1);
    writeTimes(entry, receipt);
    entry.number("spend_nanos", receipt.cost->total.nanoDollars);
    entry.json().key("accounts").raw(receipt.accounts);
    return entry.json().endObject().take();
}

} // namespace gatehouse::store
