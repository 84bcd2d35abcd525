// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// openai_moderation: OpenAI's moderations, asked for all texts at once.
#include "gateway/guardrails/services.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::guardrails {

namespace {

struct Settings {
    std::string url, model;
    Secret key;
};

class ModerationHearing final : public Hearing
{
public:
    ModerationHearing(const Settings &settings, const Question &question)
        : m_settings(settings)
        , m_question(question)
    {
    }

    Turn begin() override
    {
        wire::JsonWriter json;
        json.beginObject().key("model").string(m_settings.model).key("input").beginArray();
        for (const std::string &text : m_question.texts)
            json.string(text);
        json.endArray().endObject();
        auto outgoing = postOf(m_settings.url, json.take());
        outgoing.headers.add("authorization", "Bearer " + std::string(m_settings.key.reveal()));
        return outgoing;
    }

    Turn hear(int status, std::string_view body) override
    {
        if (auto wrong = noAnswer(status, body))
            return std::move(*wrong);
        for (translate::JsonItems results(translate::member(body, "results")); results.next();) {
            if (wire::jsonBool(translate::member(results.raw(), "flagged")).value_or(false))
                return blocked("Violated OpenAI moderation policy", {{"moderation_result", resultOf(results.raw())}});
        }
        return Judgement {};
    }

private:
    static std::string resultOf(std::string_view result)
    {
        wire::JsonWriter json;
        json.beginObject().key("violated_categories").beginArray();
        for (translate::JsonMembers categories(translate::member(result, "categories")); categories.next();) {
            if (wire::jsonBool(categories.raw()).value_or(false))
                json.string(translate::decodedName(categories.name()).value_or(std::string()));
        }
        const std::string_view scores = translate::member(result, "category_scores");
        json.endArray().key("category_scores").raw(scores.empty() ? "{}" : scores).endObject();
        return json.take();
    }

    const Settings &m_settings;
    const Question &m_question;
};

class Moderation final : public Judge
{
public:
    explicit Moderation(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override
    {
        return std::make_unique<ModerationHearing>(m_settings, question);
    }

private:
    Settings m_settings;
};

} // namespace

Made makeModeration(const Source &source)
{
    Settings settings;
    settings.key = Secret(source.text({"api_key"}, "OPENAI_API_KEY"));
    if (settings.key.isEmpty())
        return Failure {std::string("it has no api_key, and OPENAI_API_KEY is not set")};
    std::string base = source.text({"api_base"}, "OPENAI_API_BASE");
    if (base.empty())
        base = source.text({}, "OPENAI_BASE_URL");
    settings.url = withoutSlash(base.empty() ? "https://api.openai.com/v1" : base) + "/moderations";
    settings.model = source.params.find("model").asString("omni-moderation-latest");
    return std::unique_ptr<Judge>(std::make_unique<Moderation>(std::move(settings)));
}

} // namespace gatehouse::guardrails
