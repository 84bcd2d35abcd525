// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// lakera_v2: Lakera Guard, asked for all texts at once, as the messages of a conversation.
#include "gateway/guardrails/services.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::guardrails {

namespace {

struct Settings {
    std::string url, project;
    Secret key;
    bool isOnlyWatching = false; // on_flagged: monitor
};

class LakeraHearing final : public Hearing
{
public:
    LakeraHearing(const Settings &settings, const Question &question)
        : m_settings(settings)
        , m_question(question)
    {
    }

    Turn begin() override
    {
        wire::JsonWriter json;
        json.beginObject().key("messages").beginArray();
        for (const std::string &text : m_question.texts)
            json.beginObject()
                .key("role")
                .string(m_question.isAnswer ? "assistant" : "user")
                .key("content")
                .string(text)
                .endObject();
        json.endArray();
        if (!m_settings.project.empty())
            json.key("project_id").string(m_settings.project);
        json.key("payload").boolean(false).key("breakdown").boolean(true).endObject();
        auto outgoing = postOf(m_settings.url, json.take());
        outgoing.headers.add("authorization", "Bearer " + m_settings.key.reveal());
        return outgoing;
    }

    Turn hear(int status, std::string_view body) override
    {
        if (auto wrong = noAnswer(status, body))
            return std::move(*wrong);
        const auto isFlagged = wire::jsonBool(translate::member(body, "flagged"));
        if (!isFlagged)
            return failed("its service did not say whether it is flagged");
        if (!*isFlagged || m_settings.isOnlyWatching)
            return Judgement {};
        const std::string_view breakdown = translate::member(body, "breakdown");
        wire::JsonWriter response;
        response.beginObject()
            .key("flagged")
            .boolean(true)
            .key("breakdown")
            .raw(translate::isArray(breakdown) ? breakdown : "[]")
            .endObject();
        return blocked("Violated guardrail policy", {{"lakera_guardrail_response", response.take()}});
    }

private:
    const Settings &m_settings;
    const Question &m_question;
};

class Lakera final : public Judge
{
public:
    explicit Lakera(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override
    {
        return std::make_unique<LakeraHearing>(m_settings, question);
    }

private:
    Settings m_settings;
};

} // namespace

Made makeLakera(const Source &source)
{
    Settings settings;
    settings.key = Secret(source.text({"api_key"}, "LAKERA_API_KEY"));
    if (settings.key.isEmpty())
        return Failure {std::string("it has no api_key, and LAKERA_API_KEY is not set")};
    const std::string base = source.text({"api_base"}, "LAKERA_API_BASE");
    settings.url = withoutSlash(base.empty() ? "https://api.lakera.ai" : base) + "/v2/guard";
    settings.project = source.params.find("project_id").asString();
    settings.isOnlyWatching = source.params.find("on_flagged").asString() == "monitor";
    return std::unique_ptr<Judge>(std::make_unique<Lakera>(std::move(settings)));
}

} // namespace gatehouse::guardrails
