// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_record.h"

#include "gateway/catalogue/fields.h"
#include "gateway/translate/members.h"
#include "gateway/translate/supported_params.h"

#include <array>

namespace gatehouse::admin {

namespace {

// What LiteLLM's answers hold of every entry, also where it was not set.
constexpr std::array<std::string_view, 5> flags {"use_in_pass_through", "use_litellm_proxy", "merge_reasoning_content_in_choices",
    "allow_client_keepalive_override", "use_xai_oauth"};

/// Writes model_info: a member that the entry says itself stands, whatever else is known.
class InfoWriter
{
public:
    InfoWriter(wire::JsonWriter &json, const Deployment &deployment)
        : m_json(json)
        , m_own(deployment.shownInfo)
        , m_deployment(deployment)
    {
    }
    void write(const catalogue::Catalogue &catalogue);

private:
    void raw(std::string_view name, std::string_view value)
    {
        if (!m_own.has(name))
            m_json.key(name).raw(value);
    }
    void text(std::string_view name, std::string_view value)
    {
        if (!m_own.has(name) && !value.empty())
            m_json.key(name).string(value);
        else
            raw(name, "null");
    }
    void count(std::string_view name, std::int64_t value) { raw(name, value > 0 ? std::to_string(value) : "null"); }
    void number(std::string_view name, std::optional<double> value);
    void writePrices();
    void writeSearchPrices();
    void writeCapabilities();
    void writeParams();

    wire::JsonWriter &m_json;
    const translate::Members m_own;
    const Deployment &m_deployment;
};

void InfoWriter::write(const catalogue::Catalogue &catalogue)
{
    const ModelFacts &facts = m_deployment.facts;
    const catalogue::Entry *entry = m_deployment.knownAs.empty() ? nullptr : catalogue.named(m_deployment.knownAs);
    m_json.beginObject();
    for (const auto &[name, value] : m_own) {
        if (!wire::jsonIsNull(value))
            m_json.key(name).raw(value);
    }
    text("id", m_deployment.id);
    raw("db_model", "false");
    text("key", entry ? entry->name : m_deployment.litellmModel);
    text("litellm_provider", entry ? entry->provider : m_deployment.provider.name);
    text("mode", m_deployment.mode.empty() ? facts.mode : m_deployment.mode);
    count("max_tokens", facts.maxTokens == 0 && entry ? facts.maxOutputTokens : facts.maxTokens); // LiteLLM's older field
    count("max_input_tokens", facts.maxInputTokens);
    count("max_output_tokens", facts.maxOutputTokens);
    count("output_vector_size", facts.outputVectorSize);
    number("tpm", m_deployment.tpm);
    number("rpm", m_deployment.rpm);
    writePrices();
    writeCapabilities();
    writeParams();
    m_json.endObject();
}

void InfoWriter::number(std::string_view name, std::optional<double> value)
{
    if (!value || m_own.has(name))
        return raw(name, "null");
    m_json.key(name).number(*value);
}

bool isSearch(Charge charge)
{
    return charge == Charge::SearchesLow || charge == Charge::SearchesMedium || charge == Charge::SearchesHigh;
}

void InfoWriter::writePrices()
{
    for (const Charge charge : {Charge::Input, Charge::Output}) {
        if (!m_deployment.prices.find({charge}))
            raw(catalogue::priceName({charge}), "null");
    }
    bool hasSearches = false;
    for (const auto &[key, price] : m_deployment.prices.rows()) {
        hasSearches = hasSearches || isSearch(key.charge);
        if (!isSearch(key.charge))
            raw(catalogue::priceName(key), dollars(price));
    }
    if (hasSearches && !m_own.has("search_context_cost_per_query"))
        writeSearchPrices();
}

void InfoWriter::writeSearchPrices()
{
    m_json.key("search_context_cost_per_query").beginObject();
    for (const auto &[key, price] : m_deployment.prices.rows()) {
        if (isSearch(key.charge))
            m_json.key(catalogue::priceName(key)).raw(dollars(price));
    }
    m_json.endObject();
}

void InfoWriter::writeCapabilities()
{
    for (const catalogue::CapabilityName &row : catalogue::capabilityNames()) {
        const auto known = m_deployment.facts.supports(row.capability);
        raw(row.name, known ? (*known ? "true" : "false") : "null");
    }
}

void InfoWriter::writeParams()
{
    if (m_own.has("supported_openai_params"))
        return;
    m_json.key("supported_openai_params").beginArray();
    for (const std::string_view name : supportedParams(m_deployment))
        m_json.string(name);
    m_json.endArray();
}

void writeParams(wire::JsonWriter &json, const Deployment &deployment)
{
    const translate::Members params(deployment.shownParams);
    json.beginObject();
    for (const auto &[name, value] : params)
        json.key(name).raw(value);
    for (const std::string_view flag : flags) {
        if (!params.has(flag))
            json.key(flag).boolean(false);
    }
    json.endObject();
}

Operation operationOf(const Deployment &deployment)
{
    const std::string_view mode = deployment.mode.empty() ? deployment.facts.mode : deployment.mode;
    for (const Operation each : {Operation::Embedding, Operation::Moderation, Operation::Rerank, Operation::ImageGeneration,
             Operation::ImageEdit, Operation::Speech, Operation::Transcription}) {
        if (toString(each) == mode)
            return each;
    }
    return Operation::Chat;
}

} // namespace

std::vector<std::string_view> supportedParams(const Deployment &deployment)
{
    return translate::supportedParams(deployment, deployment.model, operationOf(deployment));
}

void writeModelRecord(wire::JsonWriter &json, const Deployment &deployment, const catalogue::Catalogue &catalogue)
{
    json.beginObject().key("model_name").string(deployment.group).key("litellm_params");
    writeParams(json, deployment);
    json.key("model_info");
    InfoWriter(json, deployment).write(catalogue);
    json.endObject();
}

} // namespace gatehouse::admin
