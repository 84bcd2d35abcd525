// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// azure/prompt_shield and azure/text_moderations: two questions to Azure AI Content Safety, asked for each text on its own.
#include "gateway/guardrails/services.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::guardrails {

namespace {

constexpr std::string_view version = "?api-version=2024-09-01";

struct Settings {
    std::string base;
    Secret key;
    // of text_moderations
    std::int64_t threshold = 2;
    std::map<std::string, std::int64_t> thresholds;
    std::vector<std::string> categories, blocklists;
    bool haltsOnBlocklist = false;
};

upstream::Outgoing askOf(const Settings &settings, const std::string &path, std::string json)
{
    auto outgoing = postOf(settings.base + path + std::string(version), std::move(json));
    outgoing.headers.add("ocp-apim-subscription-key", settings.key.reveal());
    return outgoing;
}

class ShieldHearing final : public TextByText
{
public:
    ShieldHearing(const Settings &settings, const Question &question)
        : TextByText(question)
        , m_settings(settings)
    {
    }

private:
    upstream::Outgoing ask(const std::string &text) override
    {
        wire::JsonWriter json;
        json.beginObject().key("userPrompt").string(text).key("documents").beginArray().endArray().endObject();
        return askOf(m_settings, "/contentsafety/text:shieldPrompt", json.take());
    }
    Step read(const std::string &, std::string_view body) override
    {
        const auto isAttack = wire::jsonBool(translate::member(body, {"userPromptAnalysis", "attackDetected"}));
        if (!isAttack)
            return failed("its service did not say whether it is an attack");
        if (*isAttack)
            return blocked("Violated Azure Prompt Shield guardrail policy", {{"detection_message", "\"Attack detected\""}});
        return std::monostate();
    }

    const Settings &m_settings;
};

class ModerationHearing final : public TextByText
{
public:
    ModerationHearing(const Settings &settings, const Question &question)
        : TextByText(question)
        , m_settings(settings)
    {
    }

private:
    static void write(wire::JsonWriter &json, const char *name, const std::vector<std::string> &texts)
    {
        json.key(name).beginArray();
        for (const std::string &text : texts)
            json.string(text);
        json.endArray();
    }

    upstream::Outgoing ask(const std::string &text) override
    {
        wire::JsonWriter json;
        json.beginObject().key("text").string(text);
        write(json, "categories", m_settings.categories);
        write(json, "blocklistNames", m_settings.blocklists);
        json.key("haltOnBlocklistHit")
            .boolean(m_settings.haltsOnBlocklist)
            .key("outputType")
            .string("FourSeverityLevels")
            .endObject();
        return askOf(m_settings, "/contentsafety/text:analyze", json.take());
    }

    Step read(const std::string &, std::string_view body) override
    {
        const std::string_view categories = translate::member(body, "categoriesAnalysis");
        if (!translate::isArray(categories))
            return failed("its service named no severities");
        if (translate::saysSomething(translate::member(body, "blocklistsMatch")))
            return blocked("Azure Content Safety Guardrail: a blocklist matches");
        for (translate::JsonItems items(categories); items.next();) {
            const std::string category = translate::textOf(translate::member(items.raw(), "category"));
            const std::int64_t severity = translate::countOf(translate::member(items.raw(), "severity"));
            const auto own = m_settings.thresholds.find(category);
            if (severity >= (own == m_settings.thresholds.end() ? m_settings.threshold : own->second))
                return blocked("Azure Content Safety Guardrail: " + category
                    + " crossed severity threshold, Got severity: " + std::to_string(severity));
        }
        return std::monostate();
    }

    const Settings &m_settings;
};

template <typename AsHearing> class AzureJudge final : public Judge
{
public:
    explicit AzureJudge(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override
    {
        return std::make_unique<AsHearing>(m_settings, question);
    }

private:
    Settings m_settings;
};

Result<Settings, std::string> settingsOf(const Source &source)
{
    Settings settings;
    settings.key = Secret(source.text({"api_key"}, "AZURE_CONTENT_SAFETY_API_KEY"));
    settings.base = withoutSlash(source.text({"api_base"}, "AZURE_CONTENT_SAFETY_API_BASE"));
    if (settings.key.isEmpty() || settings.base.empty())
        return Failure {std::string("it needs api_key and api_base")};
    settings.threshold = source.params.find("severity_threshold").asInt(2);
    for (const auto &[category, threshold] : source.params.find("severity_threshold_by_category").entries())
        settings.thresholds.emplace(category, threshold.asInt(2));
    settings.categories = source.params.find("categories").asStrings();
    if (settings.categories.empty())
        settings.categories = {"Hate", "Sexual", "SelfHarm", "Violence"};
    settings.blocklists = source.params.find("blocklistNames").asStrings();
    settings.haltsOnBlocklist = source.params.find("haltOnBlocklistHit").asBool();
    return settings;
}

template <typename AsHearing> Made make(const Source &source)
{
    auto settings = settingsOf(source);
    if (!settings)
        return Failure {settings.error()};
    return std::unique_ptr<Judge>(std::make_unique<AzureJudge<AsHearing>>(std::move(*settings)));
}

} // namespace

Made makePromptShield(const Source &source)
{
    return make<ShieldHearing>(source);
}

Made makeTextModerations(const Source &source)
{
    return make<ModerationHearing>(source);
}

} // namespace gatehouse::guardrails
