// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// bedrock: AWS's ApplyGuardrail, asked for all texts at once. What it blocks is blocked; what it anonymizes is written back.
#include "gateway/guardrails/services.h"
#include "gateway/providers/access.h"
#include "gateway/providers/sigv4.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::guardrails {

namespace {

struct Settings {
    std::string url;
    AwsAccess access;
};

// Where an assessment holds what it found: policies, and the lists in each.
struct Finding {
    std::string_view policy, list;
};
constexpr Finding findings[] {{"topicPolicy", "topics"}, {"contentPolicy", "filters"}, {"wordPolicy", "customWords"},
    {"wordPolicy", "managedWordLists"}, {"sensitiveInformationPolicy", "piiEntities"}, {"sensitiveInformationPolicy", "regexes"},
    {"contextualGroundingPolicy", "filters"}};

class BedrockHearing final : public Hearing
{
public:
    BedrockHearing(const Settings &settings, const Question &question)
        : m_settings(settings)
        , m_question(question)
    {
    }

    Turn begin() override
    {
        wire::JsonWriter json;
        json.beginObject().key("source").string(m_question.isAnswer ? "OUTPUT" : "INPUT").key("content").beginArray();
        for (const std::string &text : m_question.texts)
            json.beginObject().key("text").beginObject().key("text").string(text).endObject().endObject();
        json.endArray().endObject();
        auto outgoing = postOf(m_settings.url, json.take());
        if (!m_settings.access.bearer.isEmpty()) {
            outgoing.headers.add("authorization", "Bearer " + m_settings.access.bearer.reveal());
            return outgoing;
        }
        const providers::Signable request {"POST", outgoing.url, outgoing.headers, outgoing.body};
        const wire::Headers signature = providers::signedHeaders(
            request, {m_settings.access.region, m_settings.access.service}, m_settings.access.keys, m_question.now);
        for (const auto &[name, value] : signature)
            outgoing.headers.add(name, value);
        return outgoing;
    }

    Turn hear(int status, std::string_view body) override
    {
        if (auto wrong = noAnswer(status, body))
            return std::move(*wrong);
        if (translate::textOf(translate::member(body, "action")) != "GUARDRAIL_INTERVENED")
            return Judgement {};
        Judgement judgement;
        bool isBlocked = false;
        for (translate::JsonItems each(translate::member(body, "assessments")); each.next();)
            isBlocked = assess(each.raw(), judgement) || isBlocked;
        if (isBlocked)
            return blocked("Violated guardrail policy", {{"bedrock_guardrail_response", firstOutput(body)}});
        judgement.kind = Judgement::Kind::Changes;
        for (translate::JsonItems outputs(translate::member(body, "outputs")); outputs.next();)
            judgement.texts.push_back(translate::textOf(translate::member(outputs.raw(), "text")));
        if (judgement.texts.size() != m_question.texts.size())
            return failed("it changed something and did not say what to");
        return judgement;
    }

private:
    // Whether something in it is to be blocked; what is anonymized is counted.
    static bool assess(std::string_view assessment, Judgement &judgement)
    {
        bool isBlocked = false;
        for (const auto &[policy, list] : findings) {
            for (translate::JsonItems items(translate::member(assessment, {policy, list})); items.next();) {
                const std::string action = translate::textOf(translate::member(items.raw(), "action"));
                isBlocked = isBlocked || action == "BLOCKED";
                if (action == "ANONYMIZED") {
                    const std::string type = translate::textOf(translate::member(items.raw(), "type"));
                    ++judgement.masked[type.empty() ? translate::textOf(translate::member(items.raw(), "name")) : type];
                }
            }
        }
        return isBlocked;
    }

    // The words that the guardrail's owner has written for such calls.
    static std::string firstOutput(std::string_view body)
    {
        translate::JsonItems outputs(translate::member(body, "outputs"));
        const std::string_view text = outputs.next() ? translate::member(outputs.raw(), "text") : std::string_view();
        return translate::isString(text) ? std::string(text) : "\"\"";
    }

    const Settings &m_settings;
    const Question &m_question;
};

class Bedrock final : public Judge
{
public:
    explicit Bedrock(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override
    {
        return std::make_unique<BedrockHearing>(m_settings, question);
    }

private:
    Settings m_settings;
};

} // namespace

Made makeBedrock(const Source &source)
{
    const std::string id = source.text({"guardrailIdentifier"}), version = source.text({"guardrailVersion"});
    if (id.empty() || version.empty())
        return Failure {std::string("it needs guardrailIdentifier and guardrailVersion")};
    const CloudAccess access = providers::awsAccess({source.params, source.environment, {}});
    if (!access.problem.empty())
        return Failure {access.problem};
    if (!access.aws() || access.isFetched())
        return Failure {std::string("it needs an access key or a bearer token; keys that have to be fetched, and roles, are not "
                                    "built for guardrails yet")};
    Settings settings;
    settings.access = *access.aws();
    std::string base = source.text({"aws_bedrock_runtime_endpoint", "api_base"}, "AWS_BEDROCK_RUNTIME_ENDPOINT");
    if (base.empty())
        base = "https://bedrock-runtime." + settings.access.region + ".amazonaws.com";
    settings.url = withoutSlash(base) + "/guardrail/" + id + "/version/" + version + "/apply";
    return std::unique_ptr<Judge>(std::make_unique<Bedrock>(std::move(settings)));
}

} // namespace gatehouse::guardrails
