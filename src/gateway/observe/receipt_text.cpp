// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/receipt_text.h"

#include "gateway/core/charge_name.h"
#include "gateway/core/guardrail_record.h"
#include "gateway/observe/milliseconds.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace gatehouse::observe {

namespace {

// The calendar changes once a second, lines come by the thousand.
const std::string &isoSeconds(std::time_t seconds)
{
    thread_local std::time_t last = -1;
    thread_local std::string text;
    if (seconds != last) {
        std::tm parts {};
        gmtime_r(&seconds, &parts);
        char buffer[32];
        text.assign(buffer, std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%S", &parts));
        last = seconds;
    }
    return text;
}

std::string shortMilliseconds(std::chrono::microseconds duration)
{
    const long long tenths = (duration.count() + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "ms";
}

// A log line is one line, whatever a caller puts into a model name.
void appendOneLine(std::string &line, std::string_view text)
{
    const std::size_t begin = line.size();
    line += text;
    std::replace_if(
        line.begin() + static_cast<std::ptrdiff_t>(begin), line.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
}

void writeCost(wire::JsonWriter &json, const std::optional<Cost> &cost)
{
    json.key("cost");
    if (!cost) {
        json.null();
        return;
    }
    const CostParts parts = partsOf(*cost);
    json.beginObject().key("total").raw(dollars(cost->total));
    json.key("input").raw(dollars(parts.input)).key("output").raw(dollars(parts.output));
    json.key("cache_read").raw(dollars(parts.cachedRead)).key("cache_creation").raw(dollars(parts.cacheWrite));
    json.key("reasoning").raw(dollars(parts.reasoning)).endObject();
}

void writeAttempt(wire::JsonWriter &json, const AttemptRecord &attempt)
{
    json.beginObject().key("deployment").string(attempt.deployment).key("group").string(attempt.group);
    json.key("provider").string(attempt.provider).key("status").number(std::int64_t(attempt.status));
    writeMilliseconds(json.key("duration_ms"), attempt.duration).key("fault");
    if (attempt.fault)
        json.string(info(*attempt.fault).name);
    else
        json.null();
    if (attempt.isCopy)
        json.key("copy").boolean(true);
    if (attempt.isGivenUp)
        json.key("given_up").boolean(true);
    json.key("tokens").beginObject().key("input").number(attempt.usage.input).key("output").number(attempt.usage.output);
    json.key("estimate").boolean(attempt.isEstimate).endObject();
    json.key("cost");
    if (attempt.cost)
        json.raw(dollars(*attempt.cost));
    else
        json.null();
    json.endObject();
}

std::string_view wordOf(GuardrailRecord::Status status)
{
    switch (status) {
    case GuardrailRecord::Status::Passed: return "passed";
    case GuardrailRecord::Status::Masked: return "masked";
    case GuardrailRecord::Status::Blocked: return "blocked";
    case GuardrailRecord::Status::Failed: return "failed";
    }
    return {};
}

void writeGuardrails(wire::JsonWriter &json, const GuardrailRecords &judged)
{
    json.key("guardrails").beginArray();
    for (const GuardrailRecord &each : judged.all) {
        json.beginObject().key("name").string(each.name).key("mode").string(each.mode).key("status").string(wordOf(each.status));
        writeMilliseconds(json.key("ms"), each.duration);
        json.endObject();
    }
    json.endArray();
}

void writeMembers(wire::JsonWriter &json, const Receipt &receipt, std::string_view state)
{
    json.key("id").number(static_cast<std::int64_t>(receipt.id)).key("call_id").string(receipt.callId).key("state").string(state);
    json.key("started_at")
        .string(isoTime(receipt.startedAt))
        .key("path")
        .string(receipt.path)
        .key("dialect")
        .string(toString(receipt.dialect));
    json.key("who").string(receipt.who).key("model").string(receipt.model).key("group").string(receipt.group);
    json.key("deployment")
        .string(receipt.deployment)
        .key("provider")
        .string(receipt.provider)
        .key("upstream_model")
        .string(receipt.upstreamModel);
    json.key("stream").boolean(receipt.stream).key("status").number(std::int64_t(receipt.status));
    json.key("shared").boolean(receipt.isShared).key("cached").boolean(receipt.isCached);
    json.key("attempts")
        .number(static_cast<std::int64_t>(receipt.attempts.size()))
        .key("fallbacks")
        .number(std::int64_t(receipt.fallbacks));
    writeMilliseconds(json.key("first_token_ms"), receipt.firstToken);
    writeMilliseconds(json.key("duration_ms"), receipt.duration);
    writeMilliseconds(json.key("upstream_ms"), receipt.upstreamTime);
    json.key("tokens").beginObject().key("input").number(receipt.usage.input).key("output").number(receipt.usage.output);
    json.key("cached").number(receipt.usage.cachedRead).key("reasoning").number(receipt.usage.reasoning).endObject();
    writeCost(json, receipt.cost);
    json.key("finish_reason").string(receipt.finishReason).key("error").string(receipt.error);
    json.key("fault");
    if (receipt.fault)
        json.string(info(*receipt.fault).name);
    else
        json.null();
    if (receipt.guardrails)
        writeGuardrails(json, *receipt.guardrails);
    json.key("tries").beginArray();
    for (const AttemptRecord &attempt : receipt.attempts)
        writeAttempt(json, attempt);
    json.endArray();
}

void writeRow(wire::JsonWriter &json, const Receipt &receipt, std::string_view state)
{
    writeMembers(json, receipt, state);
    const Principal *who = receipt.principal.get();
    json.key("key").string(who ? who->token : std::string()).key("team").string(who ? who->teamId : std::string());
    json.key("team_alias").string(who ? who->teamAlias : std::string());
    json.key("customer").string(receipt.customer);
}

} // namespace

std::string isoTime(std::chrono::system_clock::time_point time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    std::array<char, 8> fraction {};
    std::to_chars(fraction.data(), fraction.data() + fraction.size(), 1000 + milliseconds % 1000); // 1 in front keeps the zeros
    fraction[0] = '.';
    fraction[4] = 'Z';
    std::string text;
    text.reserve(std::string_view("2026-11-25T12:00:00.000Z").size());
    return text.append(isoSeconds(milliseconds / 1000)).append(fraction.data(), 5);
}

std::string logLine(const Receipt &receipt)
{
    constexpr std::size_t usual = 320;
    std::string line;
    line.reserve(usual);
    line.append(isoTime(receipt.startedAt)).append(" ").append(toString(receipt.outcome)).append(" ");
    line.append(std::to_string(receipt.status)).append(" ");
    appendOneLine(line, receipt.path);
    line += " model=";
    appendOneLine(line, receipt.model);
    if (!receipt.deployment.empty())
        line.append(" deployment=").append(receipt.deployment);
    line.append(" who=\"").append(receipt.who).append("\" tries=").append(std::to_string(receipt.attempts.size()));
    if (receipt.fallbacks > 0)
        line += " fallbacks=" + std::to_string(receipt.fallbacks);
    if (receipt.firstToken.count() > 0)
        line += " first=" + shortMilliseconds(receipt.firstToken);
    line += " total=" + shortMilliseconds(receipt.duration);
    if (receipt.usage.reported)
        line += " tokens=" + std::to_string(receipt.usage.input) + "+" + std::to_string(receipt.usage.output);
    if (receipt.isShared)
        line += " shared";
    if (receipt.isCached)
        line += " cached";
    if (receipt.cost)
        line += " cost=" + dollars(receipt.cost->total);
    line += " call=";
    appendOneLine(line, receipt.callId);
    if (receipt.fault)
        line += " fault=" + std::string(info(*receipt.fault).name);
    return line;
}

std::string jsonLine(const Receipt &receipt)
{
    wire::JsonWriter json;
    json.beginObject();
    writeMembers(json, receipt, toString(receipt.outcome));
    return json.endObject().take();
}

std::string rowJson(const Receipt &receipt)
{
    return rowJson(receipt, toString(receipt.outcome));
}

std::string rowJson(const Receipt &receipt, std::string_view state)
{
    constexpr std::size_t usual = 2048;
    wire::JsonWriter json;
    json.reserve(usual);
    json.beginObject();
    writeRow(json, receipt, state);
    return json.endObject().take();
}

std::string rowJson(const Row &row)
{
    if (!row.running)
        return rowJson(*row.receipt);
    wire::JsonWriter json;
    json.beginObject();
    writeRow(json, *row.running->receipt(), "running");
    json.key("phase").string(toString(row.running->phase()));
    json.key("reply_bytes").number(static_cast<std::int64_t>(row.running->replyBytes()));
    return json.endObject().take();
}

void writeCostLines(wire::JsonWriter &json, const std::optional<Cost> &cost)
{
    json.key("cost_lines").beginArray();
    for (const CostLine &line : cost ? cost->lines : std::vector<CostLine>()) {
        json.beginObject().key("kind").string(toString(line.charge)).key("units").number(line.units);
        json.key("price").raw(dollars(line.price)).key("cost").raw(dollars(line.cost)).endObject();
    }
    json.endArray();
}

} // namespace gatehouse::observe
