// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// presidio: Microsoft's analyzer says what is personal in each text, and its anonymizer takes it out.
#include "gateway/config/text_file.h"
#include "gateway/guardrails/content_filter.h"
#include "gateway/guardrails/services.h"
#include "gateway/guardrails/stand_in_register.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::guardrails {

namespace {

struct Settings {
    std::string analyzer, anonymizer, language;
    std::string recognizers;                // JSON; empty = none of one's own
    std::map<std::string, Action> entities; // empty = all that are found are masked
    std::map<std::string, double> thresholds;
    bool readsInput = true, readsOutput = true;
    bool putsBack = false; // the answer is to have again what was masked
};

class PresidioHearing final : public TextByText
{
public:
    PresidioHearing(const Settings &settings, const Question &question)
        : TextByText(question)
        , m_settings(settings)
    {
    }

    Turn begin() override
    {
        if (question().isAnswer ? !m_settings.readsOutput : !m_settings.readsInput)
            return Judgement {};
        return TextByText::begin();
    }

private:
    upstream::Outgoing ask(const std::string &text) override
    {
        m_isAnonymized = false;
        const auto said = wire::jsonString(translate::member(question().extra, "language"));
        wire::JsonWriter json;
        json.beginObject().key("text").string(text).key("language").string(said.value_or(m_settings.language));
        if (const std::string_view entities = translate::member(question().extra, "entities"); translate::isArray(entities)) {
            json.key("entities").raw(entities);
        } else if (!m_settings.entities.empty()) {
            json.key("entities").beginArray();
            for (const auto &[entity, action] : m_settings.entities)
                json.string(entity);
            json.endArray();
        }
        if (!m_settings.recognizers.empty())
            json.key("ad_hoc_recognizers").raw(m_settings.recognizers);
        json.endObject();
        return postOf(m_settings.analyzer + "/analyze", json.take());
    }

    Step read(const std::string &text, std::string_view body) override
    {
        if (m_isAnonymized)
            return takeAnonymized(text, body);
        wire::JsonWriter results;
        results.beginArray();
        bool isAny = false;
        for (translate::JsonItems items(body); items.next();) {
            const std::string entity = translate::textOf(translate::member(items.raw(), "entity_type"));
            if (!counts(entity, wire::jsonNumber(translate::member(items.raw(), "score")).value_or(1)))
                continue;
            const auto action = m_settings.entities.find(entity);
            if (action != m_settings.entities.end() && action->second == Action::Block)
                return blockedBy(entity);
            results.raw(items.raw());
            ++m_masked[entity];
            isAny = true;
        }
        results.endArray();
        if (!isAny) {
            m_texts.push_back(text);
            return std::monostate();
        }
        m_isAnonymized = true;
        m_found = results.text();
        wire::JsonWriter json;
        json.beginObject().key("text").string(text).key("analyzer_results").raw(results.text()).endObject();
        return postOf(m_settings.anonymizer + "/anonymize", json.take());
    }

    Step takeAnonymized(const std::string &original, std::string_view body)
    {
        const std::string_view text = translate::member(body, "text");
        if (!translate::isString(text))
            return failed("the anonymizer answered without a text");
        m_texts.push_back(translate::textOf(text));
        m_hasChanged = true;
        if (m_settings.putsBack && !question().isAnswer)
            m_register.enter(original, m_texts.back(), m_found, translate::member(body, "items"));
        return std::monostate();
    }

    Judgement close() override
    {
        Judgement judgement;
        if (m_hasChanged) {
            judgement.kind = Judgement::Kind::Changes;
            judgement.texts = std::move(m_texts);
            judgement.masked = std::move(m_masked);
            judgement.standIns = m_register.take();
        }
        return judgement;
    }

    bool counts(const std::string &entity, double score) const
    {
        auto threshold = m_settings.thresholds.find(entity);
        if (threshold == m_settings.thresholds.end())
            threshold = m_settings.thresholds.find("ALL");
        return threshold == m_settings.thresholds.end() || score >= threshold->second;
    }

    static Judgement blockedBy(const std::string &entity)
    {
        std::string quoted;
        wire::appendJsonString(quoted, entity);
        return blocked("Blocked entity detected: " + entity
                + " by Guardrail: {guardrail_name}. This entity is not allowed to be used in this request.",
            {{"entity_type", quoted}});
    }

    const Settings &m_settings;
    StandInRegister m_register {question().texts};
    std::string m_found; // of the text that is being anonymized
    bool m_isAnonymized = false;
    bool m_hasChanged = false;
    std::vector<std::string> m_texts;
    std::map<std::string, int> m_masked;
};

class Presidio final : public Judge
{
public:
    explicit Presidio(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override
    {
        return std::make_unique<PresidioHearing>(m_settings, question);
    }

private:
    Settings m_settings;
};

} // namespace

Made makePresidio(const Source &source)
{
    Settings settings;
    settings.analyzer = withoutSlash(source.text({"presidio_analyzer_api_base"}, "PRESIDIO_ANALYZER_API_BASE"));
    settings.anonymizer = withoutSlash(source.text({"presidio_anonymizer_api_base"}, "PRESIDIO_ANONYMIZER_API_BASE"));
    if (settings.analyzer.empty() || settings.anonymizer.empty())
        return Failure {std::string("it needs presidio_analyzer_api_base and presidio_anonymizer_api_base, or "
                                    "PRESIDIO_ANALYZER_API_BASE and PRESIDIO_ANONYMIZER_API_BASE")};
    settings.language = source.params.find("presidio_language").asString("en");
    for (const auto &[entity, action] : source.params.find("pii_entities_config").entries())
        settings.entities.emplace(entity, action.asString() == "MASK" ? Action::Mask : Action::Block);
    for (const auto &[entity, score] : source.params.find("presidio_score_thresholds").entries())
        settings.thresholds.emplace(entity, score.asDouble());
    const std::string scope = source.params.find("presidio_filter_scope").asString("both");
    settings.readsInput = scope != "output";
    settings.readsOutput = scope != "input";
    if (const std::string file = source.params.find("presidio_ad_hoc_recognizers").asString(); !file.empty()) {
        auto text = config::readText(file);
        if (!text)
            return Failure {"its recognizers in " + file + " cannot be read: " + text.error()};
        if (!wire::JsonObject::parse("{\"recognizers\":" + *text + "}"))
            return Failure {"its recognizers in " + file + " are no JSON"};
        settings.recognizers = std::move(*text);
    }
    settings.putsBack = source.params.find("output_parse_pii").asBool();
    return std::unique_ptr<Judge>(std::make_unique<Presidio>(std::move(settings)));
}

} // namespace gatehouse::guardrails
