// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/payload.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/observe/sinks/words.h"
#include "gateway/wire/json_object.h"

#include <QByteArray>
#include <QUuid>

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

using wire::JsonWriter;

std::string newId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces).toStdString();
}

/// Langfuse's ingestion API: each call is a trace and a generation in it. A report is these two events, with a comma between
/// them.
class Langfuse final : public Sink
{
public:
    explicit Langfuse(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_url(withoutSlash(making.text("LANGFUSE_HOST", making.text("LANGFUSE_BASE_URL", "https://cloud.langfuse.com")))
              + "/api/public/ingestion")
        , m_publicKey(making.text("LANGFUSE_PUBLIC_KEY"))
        , m_secretKey(making.secret("LANGFUSE_SECRET_KEY"))
        , m_release(making.text("LANGFUSE_RELEASE"))
        , m_environment(making.text("LANGFUSE_TRACING_ENVIRONMENT"))
    {
        m_habits.interval = making.seconds("LANGFUSE_FLUSH_INTERVAL", std::chrono::seconds(1));
        m_habits.batch = making.count("LANGFUSE_FLUSH_AT", 100);
        m_habits.bytes = 3 * 1024 * 1024; // of the 4.5 MB that Langfuse takes
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        const Call call(*this, receipt);
        JsonWriter json;
        constexpr std::size_t usual = 4096;
        json.reserve(usual + 2 * (call.words.messages.size() + call.words.answer.size()));
        begin(json, "trace-create", receipt);
        writeTrace(json, call);
        json.endObject();
        begin(json, "generation-create", receipt);
        writeGeneration(json, call);
        json.endObject();
        return json.take();
    }

    Post post(std::span<const std::string> reports, Clock::Wall) override
    {
        const std::string pair = m_publicKey + ":" + m_secretKey.reveal();
        const QByteArray basic = QByteArray::fromRawData(pair.data(), static_cast<qsizetype>(pair.size())).toBase64();
        Post post {m_url, {{"content-type", "application/json"}, {"x-langfuse-sdk-name", "gatehouse"}}};
        post.headers.add("x-langfuse-public-key", m_publicKey);
        post.headers.add("authorization", "Basic " + basic.toStdString());
        post.body = R"({"batch":[)";
        for (const std::string &report : reports)
            (post.body += report) += ',';
        post.body.back() = ']';
        post.body += R"(,"metadata":{"sdk_name":"gatehouse","sdk_integration":"litellm"}})";
        return post;
    }

    // 207 says of each event how it went.
    std::size_t refused(std::string_view body) const override
    {
        const auto answer = wire::JsonObject::parse(std::string(body));
        const std::string_view errors = answer ? answer->find("errors") : std::string_view();
        std::size_t count = 0;
        for (std::size_t at = errors.find("\"status\""); at != std::string_view::npos; at = errors.find("\"status\"", at + 1))
            ++count;
        return (count + 1) / 2; // two events a report
    }

private:
    /// A call, with what its two events have in common.
    struct Call {
        Call(const Langfuse &sink, const Receipt &of)
            : receipt(of)
            , client(of)
            , words(wordsOf(of, hidesMessages(of, sink.m_isHidden)))
            , existingTrace(client.text("existing_trace_id"))
        {
            traceId = existingTrace.empty() ? client.text("trace_id") : existingTrace;
            if (traceId.empty())
                traceId = traceOf(of);
            if (client.raw("mask_input") == "true")
                words.messages = R"("redacted-by-litellm")";
            if (client.raw("mask_output") == "true")
                words.answer = R"("redacted-by-litellm")";
            else
                words.answer = messageIn(words.answer);
        }
        const Receipt &receipt;
        ClientMetadata client;
        Words words;
        std::string traceId, existingTrace;
    };

    static void begin(JsonWriter &json, std::string_view type, const Receipt &receipt)
    {
        json.beginObject().key("id").string(newId()).key("type").string(type);
        json.key("timestamp").string(isoMicros(endOf(receipt))).key("body");
    }

    static void optional(JsonWriter &json, std::string_view name, std::string_view value)
    {
        if (!value.empty())
            writeText(json.key(name), value);
    }

    void writeTrace(JsonWriter &json, const Call &call) const
    {
        json.beginObject().key("id");
        writeText(json, call.traceId);
        if (!call.existingTrace.empty())
            return writeUpdate(json, call);
        const Receipt &receipt = call.receipt;
        const std::string name = call.client.text("trace_name"), session = call.client.text("session_id");
        const std::string user = call.client.text("trace_user_id"), version = call.client.text("trace_version");
        writeText(json.key("name"), name.empty() ? "litellm-" + std::string(callType(receipt)) : name);
        json.key("timestamp").string(isoMicros(receipt.startedAt));
        optional(json, "sessionId", session.empty() ? receipt.session : session);
        optional(json, "userId", userOf(call, user));
        optional(json, "version", version.empty() ? call.client.text("version") : version);
        const std::string release = call.client.text("trace_release");
        optional(json, "release", release.empty() ? m_release : release);
        optional(json, "environment", m_environment);
        writeSides(json, call);
        if (const std::string_view metadata = call.client.raw("trace_metadata"); !metadata.empty())
            writeRaw(json.key("metadata"), metadata);
        writeTags(json, call);
        json.endObject();
    }

    // Of a trace that is there already only what the caller wants changed.
    void writeUpdate(JsonWriter &json, const Call &call) const
    {
        const auto keys = wire::jsonStrings(call.client.raw("update_trace_keys")).value_or(std::vector<std::string>());
        const auto wants = [&keys](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
        if (wants("input"))
            writeRaw(json.key("input"), call.words.messages);
        if (wants("output"))
            writeRaw(json.key("output"), call.words.answer);
        for (const auto &[key, member] :
            {std::pair("name", "trace_name"), std::pair("version", "trace_version"), std::pair("release", "trace_release"),
                std::pair("userId", "trace_user_id"), std::pair("sessionId", "session_id")}) {
            if (wants(member))
                optional(json, key, call.client.text(member));
        }
        if (wants("trace_metadata"))
            writeRaw(json.key("metadata"), call.client.raw("trace_metadata"));
        json.endObject();
    }

    std::string userOf(const Call &call, const std::string &said) const
    {
        return !said.empty() || m_terms.hidesCaller ? said : call.receipt.customer;
    }

    static void writeSides(JsonWriter &json, const Call &call)
    {
        json.key("input");
        writeRaw(json, call.words.messages);
        json.key("output");
        if (isSuccess(call.receipt))
            writeRaw(json, call.words.answer);
        else
            writeText(json, call.receipt.error);
    }

    void writeTags(JsonWriter &json, const Call &call) const
    {
        json.key("tags").beginArray();
        for (const std::string &tag : tagsOf(call.receipt, m_terms))
            writeText(json, tag);
        for (const std::string &name : m_terms.traceTags) {
            if (const std::string value = tagValue(name, call.receipt); !value.empty())
                writeText(json, name + ":" + value);
        }
        json.endArray();
    }

    std::string tagValue(const std::string &name, const Receipt &receipt) const
    {
        if (name == "cache_hit")
            return "False";
        if (name == "proxy_base_url")
            return m_terms.proxyUrl;
        if (m_terms.hidesCaller || !receipt.principal)
            return {};
        const Principal &who = *receipt.principal;
        const std::pair<std::string_view, const std::string *> members[] {{"user_api_key_alias", &who.keyAlias},
            {"user_api_key_user_id", &who.userId}, {"user_api_key_user_email", &who.userEmail},
            {"user_api_key_team_alias", &who.teamAlias}, {"user_api_key_team_id", &who.teamId}};
        const auto found =
            std::find_if(std::begin(members), std::end(members), [&](const auto &each) { return each.first == name; });
        return found == std::end(members) ? std::string() : *found->second;
    }

    void writeGeneration(JsonWriter &json, const Call &call) const
    {
        const Receipt &receipt = call.receipt;
        const std::string id = call.client.text("generation_id");
        json.beginObject().key("id");
        writeText(json, id.empty() ? "time-" + stampOf(receipt.startedAt).time + "_" + idOf(receipt) : id);
        writeText(json.key("traceId"), call.traceId);
        optional(json, "parentObservationId", call.client.text("parent_observation_id"));
        writeText(json.key("name"), nameOf(call));
        json.key("startTime").string(isoMicros(receipt.startedAt)).key("endTime").string(isoMicros(endOf(receipt)));
        json.key("completionStartTime").string(isoMicros(answeredAt(receipt)));
        writeText(json.key("model"), modelOf(receipt));
        writeModelParameters(json, receipt);
        writeInput(json, call);
        json.key("output");
        writeRaw(json, isSuccess(receipt) ? std::string_view(call.words.answer) : std::string_view());
        writeUsage(json, receipt);
        json.key("metadata");
        writeMetadata(json, call);
        json.key("level").string(isSuccess(receipt) ? "DEFAULT" : "ERROR");
        optional(json, "statusMessage", receipt.error);
        optional(json, "version", call.client.text("version"));
        optional(json, "environment", m_environment);
        json.endObject();
    }

    std::string nameOf(const Call &call) const
    {
        if (std::string name = call.client.text("generation_name"); !name.empty())
            return name;
        const Principal *who = call.receipt.principal.get();
        if (who && !who->keyAlias.empty() && !m_terms.hidesCaller)
            return "litellm:" + who->keyAlias;
        return "litellm-" + std::string(callType(call.receipt));
    }

    // Langfuse takes plain values there; others as their JSON.
    static void writeModelParameters(JsonWriter &json, const Receipt &receipt)
    {
        json.key("modelParameters").beginObject();
        const auto parameters =
            wire::JsonObject::parse(receipt.circumstances ? receipt.circumstances->parameters : std::string());
        for (std::size_t i = 0; parameters && i < parameters->size(); ++i) {
            const auto [name, raw] = parameters->at(i);
            const char kind = wire::jsonKind(raw);
            if (name == "tools" || name.find('\\') != std::string_view::npos)
                continue;
            json.key(name);
            if (kind == 'o' || kind == 'a')
                writeText(json, raw);
            else
                writeRaw(json, raw);
        }
        json.endObject();
    }

    static void writeInput(JsonWriter &json, const Call &call)
    {
        const auto parameters =
            wire::JsonObject::parse(call.receipt.circumstances ? call.receipt.circumstances->parameters : std::string());
        json.key("input").beginObject();
        writeRaw(json.key("messages"), call.words.messages);
        if (const std::string_view tools = parameters ? parameters->find("tools") : std::string_view(); !tools.empty())
            writeRaw(json.key("tools"), tools);
        json.endObject();
    }

    static void writeUsage(JsonWriter &json, const Receipt &receipt)
    {
        const Usage &usage = receipt.usage;
        json.key("usage").beginObject().key("promptTokens").number(usage.input).key("completionTokens").number(usage.output);
        json.key("totalTokens").number(usage.input + usage.output);
        if (receipt.cost)
            json.key("totalCost").raw(dollars(receipt.cost->total));
        json.endObject();
        json.key("usageDetails").beginObject().key("input").number(std::max<std::int64_t>(0, usage.input - usage.cachedRead));
        json.key("output").number(usage.output).key("total").number(usage.input + usage.output);
        json.key("cache_creation_input_tokens").number(usage.cacheWrite);
        json.key("cache_read_input_tokens").number(usage.cachedRead).endObject();
        if (receipt.cost)
            json.key("costDetails").beginObject().key("total").raw(dollars(receipt.cost->total)).endObject();
    }

    void writeMetadata(JsonWriter &json, const Call &call) const
    {
        const Receipt &receipt = call.receipt;
        json.beginObject();
        json.key("litellm_call_id").string(receipt.callId);
        json.key("litellm_response_cost").raw(receipt.cost ? dollars(receipt.cost->total) : "null");
        writeText(json.key("api_base"), receipt.station ? receipt.station->apiBase : std::string());
        json.key("cache_hit").boolean(false);
        writeText(json.key("model_group"), receipt.group);
        json.key("hidden_params");
        writeHiddenParams(json, receipt);
        json.key("litellm");
        sinks::writeMetadata(json, receipt, m_terms);
        json.endObject();
    }

    const Terms &m_terms;
    bool m_isHidden;
    std::string m_url, m_publicKey;
    Secret m_secretKey;
    std::string m_release, m_environment;
    Habits m_habits;
};

} // namespace

std::unique_ptr<Sink> makeLangfuse(const Making &making)
{
    return std::make_unique<Langfuse>(making);
}

} // namespace gatehouse::observe::sinks
