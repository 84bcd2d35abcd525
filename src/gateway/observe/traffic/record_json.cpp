// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/receipt_text.h"
#include "gateway/observe/traffic/record.h"
#include "gateway/wire/json_writer.h"

#include <QByteArray>
#include <QString>
#include <QUtf8StringView>

namespace gatehouse::observe::traffic {

namespace {

using std::chrono::microseconds;
using wire::JsonWriter;

double milliseconds(microseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

// Names, addresses and fields may hold any bytes; what is no UTF-8 shows as replacement characters.
std::string shown(std::string_view text)
{
    return isUtf8(text) ? std::string(text) : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

// A body that was cut may end within a character.
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

void writeBody(JsonWriter &json, const Wire &wire)
{
    std::string_view body = wire.body;
    if (wire.cutBytes > 0 && !isUtf8(body))
        body = withoutHalfCharacter(body);
    if (isUtf8(body)) {
        json.key("body").string(body);
    } else {
        const auto bytes = QByteArray::fromRawData(wire.body.data(), static_cast<qsizetype>(wire.body.size()));
        json.key("body").null().key("body_base64").string(bytes.toBase64().toStdString());
    }
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
        json.number(milliseconds(*at));
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
        json.key("method").string(shown(wire.method)).key("url").string(shown(wire.target));
    json.key("headers").beginArray();
    for (const auto &[field, value] : wire.headers)
        json.beginArray().string(shown(field)).string(shown(value)).endArray();
    json.endArray();
    writeBody(json, wire);
    json.endObject();
}

void writeAttempt(JsonWriter &json, const AttemptWires &attempt)
{
    json.beginObject();
    if (attempt.station) {
        json.key("deployment").string(attempt.station->id).key("group").string(attempt.station->group);
        json.key("provider").string(attempt.station->provider);
    }
    json.key("model").string(shown(attempt.model)).key("copy").boolean(attempt.isCopy);
    writeWire(json, "request", attempt.request);
    writeWire(json, "response", attempt.response);
    json.endObject();
}

void writeDecision(JsonWriter &json, const Decision &decision)
{
    json.beginObject().key("at_ms").number(milliseconds(decision.at)).key("group").string(shown(decision.group));
    json.key("strategy").string(decision.strategy).key("copy").boolean(decision.isCopy);
    json.key("candidates").beginArray();
    for (const Candidate &each : decision.candidates) {
        json.beginObject().key("deployment").string(each.station ? each.station->id : std::string());
        json.key("provider").string(each.station ? each.station->provider : std::string());
        json.key("verdict").string(each.verdict).key("why").string(shown(each.why)).endObject();
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
    json.key("timing").beginObject().key("queue_ms").number(milliseconds(receipt.stages.queue));
    json.key("admission_ms").number(milliseconds(receipt.stages.admission));
    json.key("line_ms").number(milliseconds(receipt.stages.line)).key("upstream_ms").number(milliseconds(receipt.upstreamTime));
    json.key("first_token_ms").number(milliseconds(receipt.firstToken));
    json.key("duration_ms").number(milliseconds(receipt.duration)).endObject();
}

void writeAccount(JsonWriter &json, const Receipt &receipt)
{
    json.key("account").beginObject().key("customer").string(shown(receipt.customer));
    json.key("session").string(shown(receipt.session)).key("peer").string(receipt.peer);
    json.key("user_agent").string(shown(receipt.userAgent));
    if (const Principal *who = receipt.principal.get()) {
        json.key("key_alias").string(shown(who->keyAlias)).key("user_id").string(shown(who->userId));
        json.key("team_id").string(shown(who->teamId)).key("team_alias").string(shown(who->teamAlias));
        json.key("organization_id").string(shown(who->organizationId)).key("project_id").string(shown(who->projectId));
    }
    json.key("tags").beginArray();
    for (const std::string &tag : receipt.tags)
        json.string(shown(tag));
    json.endArray().endObject();
}

} // namespace

std::string openRecordJson(const Record &record)
{
    JsonWriter json;
    json.reserve(record.wires.size() + record.wires.size() / 4 + 4096);
    json.beginObject();
    writeRow(json, *record.receipt, record.isRunning ? "running" : toString(record.receipt->outcome));
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
    json.key("door").beginObject().key("model").string(shown(record.door.model));
    json.key("streams").boolean(record.door.streams).endObject();
    json.key("wires").beginObject();
    writeWire(json, "client_request", record.wires.clientRequest);
    json.key("attempts").beginArray();
    for (const AttemptWires &attempt : record.wires.attempts)
        writeAttempt(json, attempt);
    json.endArray();
    writeWire(json, "client_response", record.wires.clientResponse);
    return json.endObject().take();
}

} // namespace gatehouse::observe::traffic
