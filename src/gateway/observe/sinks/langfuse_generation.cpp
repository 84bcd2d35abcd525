// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/langfuse_call.h"
#include "gateway/observe/sinks/payload_parts.h"
#include "gateway/observe/sinks/text.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

std::string idOfGeneration(const LangfuseCall &call)
{
    const std::string id = call.client.text("generation_id");
    return id.empty() ? "time-" + stampOf(call.receipt.startedAt).time + "_" + idOf(call.receipt) : id;
}

std::string nameOf(const LangfuseCall &call, const Terms &terms)
{
    if (std::string name = call.client.text("generation_name"); !name.empty())
        return name;
    const Principal *who = call.receipt.principal.get();
    if (who && !who->keyAlias.empty() && !terms.hidesCaller)
        return "litellm:" + who->keyAlias;
    return "litellm-" + std::string(callType(call.receipt));
}

// Langfuse takes plain values there; others as their JSON.
void writeModelParameters(JsonLine &json, const LangfuseCall &call)
{
    json.key("modelParameters").beginObject();
    for (std::size_t i = 0; call.parameters && i < call.parameters->size(); ++i) {
        const auto [name, raw] = call.parameters->at(i);
        const char kind = wire::jsonKind(raw);
        if (name == "tools" || name.find('\\') != std::string_view::npos)
            continue;
        json.name(name);
        if (kind == 'o' || kind == 'a')
            json.text(raw);
        else
            json.json(raw);
    }
    json.endObject();
}

void writeInput(JsonLine &json, const LangfuseCall &call)
{
    json.key("input").beginObject().key("messages").literal(call.messages.empty() ? "null" : call.messages);
    if (const std::string_view tools = call.parameters ? call.parameters->find("tools") : std::string_view(); !tools.empty())
        json.key("tools").json(tools);
    json.endObject();
}

void writeUsage(JsonLine &json, const Usage &usage, std::string_view cost)
{
    json.key("usage").beginObject().key("promptTokens").number(usage.input).key("completionTokens").number(usage.output);
    json.key("totalTokens").number(usage.input + usage.output);
    if (!cost.empty())
        json.key("totalCost").literal(cost);
    json.endObject();
    json.key("usageDetails").beginObject().key("input").number(std::max<std::int64_t>(0, usage.input - usage.cachedRead));
    json.key("output").number(usage.output).key("total").number(usage.input + usage.output);
    json.key("cache_creation_input_tokens").number(usage.cacheWrite);
    json.key("cache_read_input_tokens").number(usage.cachedRead).endObject();
    if (!cost.empty())
        json.key("costDetails").beginObject().key("total").literal(cost).endObject();
}

void writeAbout(JsonLine &json, const LangfuseCall &call, const Terms &terms, std::string_view cost)
{
    const Receipt &receipt = call.receipt;
    json.key("metadata").beginObject().key("litellm_call_id").text(receipt.callId);
    json.key("litellm_response_cost").literal(cost.empty() ? "null" : cost);
    json.key("api_base").text(receipt.station ? std::string_view(receipt.station->apiBase) : std::string_view());
    json.key("cache_hit").boolean(receipt.isCached).key("model_group").text(receipt.group);
    const Repeated repeated = repeatedIn(receipt);
    writeHiddenParams(json.key("hidden_params"), receipt, repeated);
    writeMetadata(json.key("litellm"), receipt, terms, repeated);
    json.endObject();
}

} // namespace

void writeGeneration(JsonLine &json, const LangfuseCall &call, const LangfuseTerms &terms)
{
    const Receipt &receipt = call.receipt;
    const std::string cost = receipt.cost ? dollars(receipt.cost->total) : std::string();
    const std::string_view answer = isSuccess(receipt) ? call.answer : std::string_view();
    json.beginObject().key("id").text(idOfGeneration(call)).key("traceId").text(call.traceId);
    writeOptional(json, "parentObservationId", call.client.text("parent_observation_id"));
    json.key("name").text(nameOf(call, terms.terms)).key("startTime").text(call.begin).key("endTime").text(call.end);
    json.key("completionStartTime").text(isoMicros(answeredAt(receipt))).key("model").text(modelOf(receipt));
    writeModelParameters(json, call);
    writeInput(json, call);
    json.key("output").literal(answer.empty() ? "null" : answer);
    writeUsage(json, receipt.usage, cost);
    writeAbout(json, call, terms.terms, cost);
    json.key("level").text(isSuccess(receipt) ? "DEFAULT" : "ERROR");
    writeOptional(json, "statusMessage", receipt.error);
    writeOptional(json, "version", call.client.text("version"));
    writeOptional(json, "environment", terms.environment);
    json.endObject();
}

} // namespace gatehouse::observe::sinks
