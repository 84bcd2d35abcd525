// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/milliseconds.h"
#include "gateway/observe/receipt_text.h"
#include "gateway/observe/traffic/record.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <QByteArray>

#include <cstddef>

namespace gatehouse::observe::traffic {

namespace {

using std::chrono::microseconds;
using wire::JsonWriter;

// Names, addresses and fields may hold any bytes; what is no UTF-8 shows as replacement characters.
JsonWriter &string(JsonWriter &json, std::string_view value)
{
    std::string room;
    return json.string(wire::asUtf8(value, room));
}

JsonWriter &member(JsonWriter &json, std::string_view name, std::string_view value)
{
    return string(json.key(name), value);
}

std::string_view withoutHalfCharacter(std::string_view text)
{
    std::size_t end = text.size();
    for (int back = 0; back < 4 && end > 0; ++back) {
        const auto c = static_cast<unsigned char>(text[end - 1]);
        --end;
        if (c >= 0xc0)
            return text.substr(0, end);
        if (c < 0x80)
            break;
    }
    return text;
}

// As "body_base64" where it is no text; where it was cut, that may be in the middle of a character.
void writeBody(JsonWriter &json, const Wire &wire)
{
    const bool isText = wire::isUtf8(wire.body);
    const std::string_view text = wire.cutBytes > 0 && !isText ? withoutHalfCharacter(wire.body) : wire.body;
    if (isText || wire::isUtf8(text)) {
        json.key("body").string(text);
        return;
    }
    const auto bytes = QByteArray::fromRawData(wire.body.data(), static_cast<qsizetype>(wire.body.size()));
    json.key("body").null().key("body_base64").string(bytes.toBase64().toStdString());
}

void writeFields(JsonWriter &json, const wire::Headers &headers)
{
    json.key("headers").beginArray();
    for (const auto &[name, value] : headers) {
        string(json.beginArray(), name);
        string(json, value).endArray();
    }
    json.endArray();
}

void writeBytes(JsonWriter &json, const Wire &wire)
{
    json.key("bytes").number(static_cast<std::int64_t>(wire.bodyBytes));
    json.key("cut_bytes").number(static_cast<std::int64_t>(wire.cutBytes));
    if (wire.isUpload)
        json.key("upload").boolean(true); // of a body that was read as it was sent
    json.key("redacted").number(static_cast<std::int64_t>(wire.redactedInHead) + wire.redactedInBody);
    json.key("redacted_in_body").number(static_cast<std::int64_t>(wire.redactedInBody));
}

void writeTime(JsonWriter &json, std::string_view name, const std::optional<microseconds> &at)
{
    json.key(name);
    if (at)
        writeMilliseconds(json, *at);
    else
        json.null();
}

void writeWire(JsonWriter &json, std::string_view name, const Wire &wire)
{
    json.key(name);
    if (!wire.isThere()) {
        json.null();
        return;
    }
    json.beginObject();
    writeTime(json, "begin_ms", wire.begin);
    writeTime(json, "end_ms", wire.end);
    if (wire.status != 0)
        json.key("status").number(std::int64_t(wire.status));
    else
        member(member(json, "method", wire.method), "url", wire.target);
    writeFields(json, wire.headers);
    writeBody(json, wire);
    writeBytes(json, wire);
    json.endObject();
}

void writeAttempt(JsonWriter &json, const AttemptWires &attempt)
{
    json.beginObject();
    if (attempt.station) {
        json.key("deployment").string(attempt.station->id).key("group").string(attempt.station->group);
        json.key("provider").string(attempt.station->provider);
    }
    member(json, "model", attempt.model).key("copy").boolean(attempt.isCopy);
    writeWire(json, "request", attempt.request);
    writeWire(json, "response", attempt.response);
    json.endObject();
}

void writeWires(JsonWriter &json, const Wires &wires)
{
    json.key("wires").beginObject();
    writeWire(json, "client_request", wires.clientRequest);
    json.key("attempts").beginArray();
    for (const AttemptWires &attempt : wires.attempts)
        writeAttempt(json, attempt);
    json.endArray();
    writeWire(json, "client_response", wires.clientResponse);
    json.endObject();
}

void writeDecision(JsonWriter &json, const Decision &decision)
{
    member(writeMilliseconds(json.beginObject().key("at_ms"), decision.at), "group", decision.group);
    json.key("strategy").string(decision.strategy).key("copy").boolean(decision.isCopy);
    json.key("candidates").beginArray();
    for (const Candidate &each : decision.candidates) {
        json.beginObject().key("deployment").string(each.station ? each.station->id : std::string());
        json.key("provider").string(each.station ? each.station->provider : std::string());
        member(json.key("verdict").string(each.verdict), "why", each.why).endObject();
    }
    json.endArray().key("not_listed").number(static_cast<std::int64_t>(decision.others)).endObject();
}

void writeUsage(JsonWriter &json, const Usage &usage)
{
    json.key("usage").beginObject().key("reported").boolean(usage.reported);
    json.key("input").number(usage.input).key("output").number(usage.output);
    json.key("cache_read").number(usage.cachedRead).key("cache_write").number(usage.cacheWrite);
    json.key("cache_write_5m").number(usage.cacheWrite5m).key("cache_write_1h").number(usage.cacheWrite1h);
    json.key("reasoning").number(usage.reasoning);
    json.key("audio_input").number(usage.audioInput).key("audio_output").number(usage.audioOutput).endObject();
}

void writeTiming(JsonWriter &json, const Receipt &receipt)
{
    json.key("timing").beginObject();
    writeMilliseconds(json.key("queue_ms"), receipt.stages.queue);
    writeMilliseconds(json.key("admission_ms"), receipt.stages.admission);
    writeMilliseconds(json.key("line_ms"), receipt.stages.line);
    writeMilliseconds(json.key("upstream_ms"), receipt.upstreamTime);
    writeMilliseconds(json.key("first_token_ms"), receipt.firstToken);
    writeMilliseconds(json.key("duration_ms"), receipt.duration).endObject();
}

void writeAccount(JsonWriter &json, const Receipt &receipt)
{
    member(json.key("account").beginObject(), "customer", receipt.customer);
    member(json, "session", receipt.session).key("peer").string(receipt.peer);
    member(json, "user_agent", receipt.userAgent);
    if (const Principal *who = receipt.principal.get()) {
        member(member(json, "key_alias", who->keyAlias), "user_id", who->userId);
        member(member(json, "team_id", who->teamId), "team_alias", who->teamAlias);
        member(member(json, "organization_id", who->organizationId), "project_id", who->projectId);
    }
    json.key("tags").beginArray();
    for (const std::string &tag : receipt.tags)
        string(json, tag);
    json.endArray().endObject();
}

// All but what stands in its row.
void writeMembers(JsonWriter &json, const Record &record)
{
    json.key("running").boolean(record.isRunning);
    if (record.isRunning)
        json.key("phase").string(toString(record.phase)).key("reply_bytes").number(static_cast<std::int64_t>(record.replyBytes));
    json.key("operation").string(toString(record.receipt->operation)).key("pass_through").boolean(record.receipt->isPassThrough);
    writeTiming(json, *record.receipt);
    writeUsage(json, record.receipt->usage);
    writeCostLines(json, record.receipt->cost);
    writeAccount(json, *record.receipt);
    json.key("routing").beginArray();
    for (const Decision &decision : record.wires.decisions)
        writeDecision(json, decision);
    json.endArray().key("captured").boolean(record.isCaptured).key("messages_hidden").boolean(record.isHidden);
    member(json.key("door").beginObject(), "model", record.door.model);
    json.key("streams").boolean(record.door.streams).endObject();
    writeWires(json, record.wires);
}

} // namespace

std::string openRecordJson(const Record &record)
{
    std::string row = rowJson(*record.receipt, record.isRunning ? "running" : toString(record.receipt->outcome));
    row.pop_back(); // its bracket
    constexpr std::size_t usual = 4096;
    JsonWriter json;
    json.reserve(usual + record.wires.size());
    writeMembers(json.raw(row), record);
    return json.take();
}

} // namespace gatehouse::observe::traffic
