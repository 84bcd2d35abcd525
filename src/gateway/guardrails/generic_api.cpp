// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// generic_guardrail_api: a service of one's own, in the shape that LiteLLM has given it.
#include "gateway/guardrails/services.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::guardrails {

namespace {

constexpr std::string_view path = "/beta/litellm_basic_guardrail_api";

struct Settings {
    std::string url, params; // params is a JSON object
    Secret key;
    std::vector<std::pair<std::string, Secret>> headers;
};

// What may be told of a caller's header fields; of others only that they are there.
bool isTold(std::string_view name)
{
    static constexpr std::array told {
        "host", "accept-encoding", "connection", "accept", "content-type", "content-length", "user-agent"};
    const std::string lower = wire::lowered(name);
    return std::find(told.begin(), told.end(), lower) != told.end() || lower.starts_with("x-stainless-")
        || lower.starts_with("x-litellm-");
}

// Both are JSON objects; the call's members stand above the configuration's.
std::string merged(const std::string &ours, const std::string &theirs)
{
    wire::JsonWriter json;
    json.beginObject();
    for (translate::JsonMembers members(ours); members.next();) {
        const auto name = translate::decodedName(members.name()).value_or(std::string());
        if (translate::member(theirs, name).empty())
            json.key(name).raw(members.raw());
    }
    for (translate::JsonMembers members(theirs); members.next();)
        json.key(translate::decodedName(members.name()).value_or(std::string())).raw(members.raw());
    json.endObject();
    return json.take();
}

class GenericHearing final : public Hearing
{
public:
    GenericHearing(const Settings &settings, const Question &question)
        : m_settings(settings)
        , m_question(question)
    {
    }

    Turn begin() override
    {
        auto outgoing = postOf(m_settings.url, body());
        if (!m_settings.key.isEmpty())
            outgoing.headers.add("x-api-key", m_settings.key.reveal());
        for (const auto &[name, value] : m_settings.headers)
            outgoing.headers.set(name, value.reveal());
        return outgoing;
    }

    Turn hear(int status, std::string_view body) override
    {
        if (auto wrong = noAnswer(status, body))
            return std::move(*wrong);
        const std::string action = translate::textOf(translate::member(body, "action"));
        if (action == "BLOCKED") {
            const std::string reason = translate::textOf(translate::member(body, "blocked_reason"));
            return blocked(reason.empty() ? "Content violates policy" : reason);
        }
        if (action != "NONE" && action != "GUARDRAIL_INTERVENED")
            return failed("its service named no action");
        Judgement judgement;
        judgement.texts = m_question.texts;
        std::size_t at = 0;
        for (translate::JsonItems texts(translate::member(body, "texts")); texts.next() && at < judgement.texts.size(); ++at) {
            if (!translate::isString(texts.raw()))
                continue;
            std::string text = translate::textOf(texts.raw());
            if (text != judgement.texts[at])
                judgement.kind = Judgement::Kind::Changes;
            judgement.texts[at] = std::move(text);
        }
        return judgement;
    }

private:
    std::string body() const
    {
        const Circumstance &asker = m_question.circumstance;
        wire::JsonWriter json;
        json.beginObject().key("input_type").string(m_question.isAnswer ? "response" : "request");
        json.key("litellm_call_id").string(asker.callId).key("litellm_trace_id").string(asker.callId);
        json.key("texts").beginArray();
        for (const std::string &text : m_question.texts)
            json.string(text);
        json.endArray().key("images").beginArray().endArray();
        const std::string_view tools = translate::member(asker.body, "tools"),
                               messages = translate::member(asker.body, "messages");
        json.key("tools").raw(translate::isArray(tools) ? tools : "[]").key("tool_calls").beginArray().endArray();
        json.key("structured_messages").raw(translate::isArray(messages) ? messages : "[]").key("model").string(asker.model);
        json.key("request_data").beginObject();
        const std::pair<const char *, const std::string &> who[] {{"user_api_key_hash", asker.keyHash},
            {"user_api_key_alias", asker.keyAlias}, {"user_api_key_user_id", asker.userId},
            {"user_api_key_user_email", asker.userEmail}, {"user_api_key_team_id", asker.teamId},
            {"user_api_key_team_alias", asker.teamAlias}, {"user_api_key_end_user_id", asker.customer},
            {"user_api_key_org_id", asker.organizationId}};
        for (const auto &[name, value] : who)
            json.key(name).stringOrNull(value);
        json.endObject().key("request_headers").beginObject();
        for (const auto &[name, value] : asker.headers)
            json.key(wire::lowered(name)).string(isTold(name) ? std::string(value) : std::string("[present]"));
        json.endObject().key("litellm_version").string(GATEHOUSE_VERSION);
        json.key("additional_provider_specific_params").raw(merged(m_settings.params, m_question.extra)).endObject();
        return json.take();
    }

    const Settings &m_settings;
    const Question &m_question;
};

class GenericApi final : public Judge
{
public:
    explicit GenericApi(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override
    {
        return std::make_unique<GenericHearing>(m_settings, question);
    }

private:
    Settings m_settings;
};

} // namespace

Made makeGenericApi(const Source &source)
{
    Settings settings;
    settings.url = withoutSlash(source.text({"api_base"}, "GENERIC_GUARDRAIL_API_BASE"));
    if (settings.url.empty())
        return Failure {std::string("it has no api_base, and GENERIC_GUARDRAIL_API_BASE is not set")};
    if (!settings.url.ends_with(path))
        settings.url += path;
    settings.key = Secret(source.text({"api_key"}, "GENERIC_GUARDRAIL_API_KEY"));
    for (const auto &[name, value] : source.params.find("headers").entries())
        settings.headers.emplace_back(wire::lowered(name), value.asSecret());
    const config::Value params = source.params.find("additional_provider_specific_params");
    settings.params = params.kind() == config::Value::Kind::Map ? params.toJson() : "{}";
    return std::unique_ptr<Judge>(std::make_unique<GenericApi>(std::move(settings)));
}

} // namespace gatehouse::guardrails
