// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/describe.h"

#include "gateway/catalogue/fields.h"

#include <algorithm>
#include <array>

namespace gatehouse::catalogue {

namespace {

using config::Diagnostic;
using config::Value;

/// What an entry of model_list says of its model.
struct Own {
    ModelFacts facts;
    Prices prices;
    std::vector<Diagnostic> complaints = {};
};

// Several bands or tiers are written as one list or map; a single price stands in a key of its own.
void readPrice(Own &own, const std::string &name, const Value &value)
{
    const auto key = priceKey(name);
    if (!key || value.isNull())
        return;
    if (const auto price = priceFrom(value.asString()))
        own.prices.set(*key, *price);
    else
        own.complaints.push_back({Diagnostic::Level::Error, value.mark(), name + " is no price in dollars"});
}

void readBands(Own &own, const Value &bands)
{
    for (const Value &band : bands.items()) {
        const auto range = band.find("range").items();
        const std::int64_t begin = range.empty() ? -1 : range.front().asInt(-1);
        Own read;
        for (const auto &[name, value] : band.entries())
            readPrice(read, name, value);
        for (auto [key, price] : read.prices.rows()) {
            key.aboveTokens = static_cast<std::uint32_t>(std::clamp<std::int64_t>(begin, 0, 1'000'000'000));
            if (begin >= 0)
                own.prices.set(key, price);
        }
        own.complaints.insert(own.complaints.end(), read.complaints.begin(), read.complaints.end());
    }
}

void readPrices(Own &own, const Value &map)
{
    for (const auto &[name, value] : map.entries()) {
        if (name == "tiered_pricing")
            readBands(own, value);
        else if (name == "search_context_cost_per_query")
            readPrices(own, value);
        else
            readPrice(own, name, value);
    }
}

void readFacts(Own &own, const Value &info)
{
    own.facts.mode = info.find("mode").asString();
    const auto count = [&info](const char *name) { return std::max<std::int64_t>(info.find(name).asInt(), 0); };
    own.facts.maxTokens = count("max_tokens");
    own.facts.maxInputTokens = count("max_input_tokens");
    own.facts.maxOutputTokens = count("max_output_tokens");
    own.facts.outputVectorSize = count("output_vector_size");
    for (const auto &[name, value] : info.entries()) {
        if (const auto known = capability(name); known && value.kind() == Value::Kind::Boolean)
            own.facts.capabilities.set(*known, value.asBool());
    }
}

Own ownOf(const Value &entry)
{
    Own own;
    readFacts(own, entry.find("model_info"));
    readPrices(own, entry.find("model_info"));
    readPrices(own, entry.find("litellm_params"));
    return own;
}

void takeOver(std::int64_t &known, std::int64_t own)
{
    if (own > 0)
        known = own;
}

ModelFacts merged(ModelFacts facts, const ModelFacts &own)
{
    if (!own.mode.empty())
        facts.mode = own.mode;
    takeOver(facts.maxTokens, own.maxTokens);
    takeOver(facts.maxInputTokens, own.maxInputTokens);
    takeOver(facts.maxOutputTokens, own.maxOutputTokens);
    takeOver(facts.outputVectorSize, own.outputVectorSize);
    facts.capabilities.merge(own.capabilities);
    return facts;
}

// The catalogue's cached, long and urgent prices belong to its plain ones; beside somebody's own plain price they would be wrong.
bool standAlone(const Prices &own)
{
    constexpr std::array base {Charge::Input, Charge::Output, Charge::InputSeconds, Charge::OutputSeconds};
    return std::any_of(base.begin(), base.end(), [&own](Charge charge) { return own.find({charge}).has_value(); });
}

Prices merged(const Prices &listed, const Prices &own)
{
    if (standAlone(own))
        return own;
    Prices prices = listed;
    for (const auto &[key, price] : own.rows())
        prices.set(key, price);
    return prices;
}

void complete(Deployment &deployment, const Entry *known)
{
    deployment.facts = known ? merged(known->facts, deployment.facts) : deployment.facts;
    deployment.prices = known ? merged(known->prices, deployment.prices) : deployment.prices;
    deployment.maxOutputTokens = deployment.facts.maxOutputTokens;
    if (known)
        deployment.knownAs = known->name;
}

const Entry *baseEntry(const Deployment &deployment, const std::string &base, const Catalogue &catalogue)
{
    if (base.empty())
        return catalogue.find(deployment.provider.name, deployment.model);
    const Entry *entry = catalogue.named(base);
    return entry ? entry : catalogue.find(deployment.provider.name, base);
}

} // namespace

std::vector<Diagnostic> describe(Deployment &deployment, const Value &entry, const Catalogue &catalogue)
{
    Own own = ownOf(entry);
    deployment.facts = std::move(own.facts);
    deployment.prices = std::move(own.prices);
    const std::string base = entry.find("model_info").find("base_model").asString();
    const bool isOpen = deployment.isWildcard() && base.empty();
    complete(deployment, isOpen ? nullptr : baseEntry(deployment, base, catalogue));
    return std::move(own.complaints);
}

Prices concretePrices(const Deployment &deployment, std::string_view model, const Catalogue &catalogue)
{
    const Entry *known = catalogue.find(deployment.provider.name, model);
    return known ? merged(known->prices, deployment.prices) : deployment.prices;
}

Deployment concrete(const Deployment &deployment, std::string_view model, const Catalogue &catalogue)
{
    Deployment filled = deployment;
    if (deployment.isWildcard())
        complete(filled, catalogue.find(deployment.provider.name, model));
    return filled;
}

} // namespace gatehouse::catalogue
