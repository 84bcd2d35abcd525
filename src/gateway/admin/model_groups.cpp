// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_groups.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/model_record.h"
#include "gateway/pipeline/allowance.h"
#include "gateway/translate/members.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

/// What the deployments of one group can do together.
struct GroupFacts {
    std::vector<std::string> providers;
    std::optional<std::int64_t> maxInput, maxOutput, input, output, pixel;
    std::optional<double> tpm, rpm;
    std::string mode;
    Capabilities able;
    std::vector<std::string_view> params;
    std::string clientAuth = "null";
};

template <typename Number> void takeLargest(std::optional<Number> &into, std::optional<Number> value)
{
    if (value && (!into || *into < *value))
        into = value;
}

std::optional<std::int64_t> limit(std::int64_t value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> priceOf(const Deployment &deployment, Charge charge)
{
    const auto price = deployment.prices.find({charge});
    return price ? std::optional(price->femtoDollars) : std::nullopt;
}

void add(std::optional<double> &sum, std::optional<double> value)
{
    if (value)
        sum = sum.value_or(0) + *value;
}

void addCapabilities(Capabilities &able, const ModelFacts &facts)
{
    for (const Capability each : {Capability::ParallelFunctionCalling, Capability::Vision, Capability::WebSearch,
             Capability::UrlContext, Capability::Reasoning, Capability::FunctionCalling}) {
        if (facts.supports(each).value_or(false))
            able.set(each, true);
    }
}

// A caller does not know which deployment it gets: what all of them take can be said of the group.
void keepCommon(GroupFacts &facts, const Deployment &deployment, bool isFirst)
{
    std::vector<std::string_view> params = supportedParams(deployment);
    if (isFirst) {
        facts.params = std::move(params);
        return;
    }
    std::erase_if(
        facts.params, [&](std::string_view name) { return std::find(params.begin(), params.end(), name) == params.end(); });
}

void addDeployment(GroupFacts &facts, const Deployment &deployment)
{
    const bool isFirst = facts.providers.empty();
    if (std::find(facts.providers.begin(), facts.providers.end(), deployment.provider.name) == facts.providers.end())
        facts.providers.push_back(deployment.provider.name);
    takeLargest(facts.maxInput, limit(deployment.facts.maxInputTokens));
    takeLargest(facts.maxOutput, limit(deployment.facts.maxOutputTokens));
    takeLargest(facts.input, priceOf(deployment, Charge::Input));
    takeLargest(facts.output, priceOf(deployment, Charge::Output));
    takeLargest(facts.pixel, priceOf(deployment, Charge::InputPixels));
    add(facts.tpm, deployment.tpm);
    add(facts.rpm, deployment.rpm);
    if (facts.mode.empty())
        facts.mode = deployment.mode.empty() ? deployment.facts.mode : deployment.mode;
    addCapabilities(facts.able, deployment.facts);
    keepCommon(facts, deployment, isFirst);
    const translate::Members params(deployment.shownParams);
    if (params.has("configurable_clientside_auth_params"))
        facts.clientAuth = params.find("configurable_clientside_auth_params");
}

template <typename Write> void member(wire::JsonWriter &json, std::string_view name, bool isKnown, Write write)
{
    json.key(name);
    if (isKnown)
        write();
    else
        json.null();
}

void writeNumbers(wire::JsonWriter &json, const GroupFacts &facts)
{
    const auto count = [&json](std::string_view name, std::optional<std::int64_t> value) {
        member(json, name, value.has_value(), [&] { json.number(*value); });
    };
    const auto price = [&json](std::string_view name, std::optional<std::int64_t> value) {
        member(json, name, value.has_value(), [&] { json.raw(dollars(Price {*value})); });
    };
    const auto rate = [&json](std::string_view name, std::optional<double> value) {
        member(json, name, value.has_value(), [&] { json.number(*value); });
    };
    count("max_input_tokens", facts.maxInput);
    count("max_output_tokens", facts.maxOutput);
    price("input_cost_per_token", facts.input);
    price("output_cost_per_token", facts.output);
    price("input_cost_per_pixel", facts.pixel);
    rate("tpm", facts.tpm);
    rate("rpm", facts.rpm);
}

void writeCapabilities(wire::JsonWriter &json, const Capabilities &able)
{
    const auto say = [&](std::string_view name, Capability capability) {
        json.key(name).boolean(able.find(capability).value_or(false));
    };
    say("supports_parallel_function_calling", Capability::ParallelFunctionCalling);
    say("supports_vision", Capability::Vision);
    say("supports_web_search", Capability::WebSearch);
    say("supports_url_context", Capability::UrlContext);
    say("supports_reasoning", Capability::Reasoning);
    say("supports_function_calling", Capability::FunctionCalling);
}

void writeGroup(wire::JsonWriter &json, const std::string &name, const GroupFacts &facts)
{
    json.beginObject().key("model_group").string(name).key("providers").beginArray();
    for (const std::string &provider : facts.providers)
        json.string(provider);
    json.endArray();
    writeNumbers(json, facts);
    member(json, "mode", !facts.mode.empty(), [&] { json.string(facts.mode); });
    writeCapabilities(json, facts.able);
    json.key("supported_openai_params").beginArray();
    for (const std::string_view param : facts.params)
        json.string(param);
    json.endArray().key("configurable_clientside_auth_params").raw(facts.clientAuth);
    json.key("is_public_model_group").boolean(false);
    for (const char *unknown : {"itpm", "otpm", "health_status", "health_response_time", "health_checked_at"})
        json.key(unknown).null();
    json.endObject();
}

} // namespace

void listModelGroups(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string wanted = inbound.request.queryValue("model_group");
    std::vector<std::pair<std::string, GroupFacts>> groups; // in the configuration's order
    for (const Deployment &deployment : context.snapshot->router.deployments()) {
        if (!wanted.empty() && deployment.group != wanted)
            continue;
        if (!pipeline::mayUseModel(deployment.group, *inbound.identity.caller, *context.snapshot))
            continue;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &each) { return each.first == deployment.group; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {deployment.group, {}});
        addDeployment(group->second, deployment);
    }
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const auto &[name, facts] : groups)
        writeGroup(json, name, facts);
    answerJson(inbound, json.endArray().endObject().take());
}

} // namespace gatehouse::admin
