// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otel_call.h"

#include "gateway/core/call_type.h"
#include "gateway/observe/known_json.h"
#include "gateway/observe/sinks/otel_account.h"
#include "gateway/observe/sinks/payload.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/words.h"
#include "gateway/wire/json_object.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

using otlp::AttributeWriter;
using std::chrono::microseconds;

double dollarsOf(Money money)
{
    constexpr double nano = 1e-9;
    return static_cast<double>(money.nanoDollars) * nano;
}

double seconds(microseconds time)
{
    constexpr double micro = 1e-6;
    return static_cast<double>(time.count()) * micro;
}

void describeModel(AttributeWriter &list, const Receipt &receipt)
{
    list.text("gen_ai.operation.name", otelOperation(receipt));
    list.text("gen_ai.system", receipt.provider);
    list.text("gen_ai.provider.name", receipt.provider);
    list.text("gen_ai.request.model", receipt.model);
    list.text("gen_ai.response.model", receipt.upstreamModel);
    list.text("gen_ai.response.id", idOf(receipt));
    if (!receipt.finishReason.empty())
        list.texts("gen_ai.response.finish_reasons", std::span(&receipt.finishReason, 1));
    list.text("gen_ai.conversation.id", receipt.session);
    list.text("llm.request.type", callType(receipt));
    list.text("llm.is_streaming", receipt.stream ? "True" : "False");
    list.text("litellm.model_group", receipt.group);
    list.text("litellm.model_id", receipt.deployment);
    list.number("litellm.attempts", static_cast<std::int64_t>(receipt.attempts.size()));
    list.number("litellm.fallbacks", receipt.fallbacks);
    if (receipt.firstToken.count() > 0)
        list.real("gen_ai.response.time_to_first_token", seconds(receipt.firstToken));
    list.text("hidden_params", hiddenParamsOf(receipt));
}

void describeUsage(AttributeWriter &list, const Receipt &receipt)
{
    const Usage &usage = receipt.usage;
    list.number("gen_ai.usage.input_tokens", usage.input);
    list.number("gen_ai.usage.output_tokens", usage.output);
    list.number("gen_ai.usage.total_tokens", usage.input + usage.output);
    list.number("gen_ai.usage.cache_read.input_tokens", usage.cachedRead);
    list.number("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite);
    list.number("gen_ai.usage.reasoning_tokens", usage.reasoning);
    if (!receipt.cost)
        return;
    const CostParts parts = partsOf(*receipt.cost);
    list.real("gen_ai.cost.input_cost", dollarsOf(parts.input + parts.cachedRead + parts.cacheWrite));
    list.real("gen_ai.cost.output_cost", dollarsOf(parts.output));
    list.real("gen_ai.cost.total_cost", dollarsOf(receipt.cost->total));
}

void describeCaller(AttributeWriter &list, const Receipt &receipt, const Terms &terms)
{
    list.texts("request_tags", receipt.tags);
    list.text("metadata.user_api_key_request_route", receipt.path);
    list.text("metadata.requester_ip_address", receipt.peer);
    list.text("metadata.spend_logs_metadata", receipt.metadata);
    if (receipt.circumstances)
        list.text("metadata.requester_metadata", receipt.circumstances->metadata);
    if (terms.hidesCaller)
        return;
    list.text("llm.user", receipt.customer);
    list.text("metadata.user_api_key_end_user_id", receipt.customer);
    if (!receipt.principal)
        return;
    const Principal &who = *receipt.principal;
    list.text("metadata.user_api_key_hash", who.token);
    list.text("metadata.user_api_key_alias", who.keyAlias);
    list.text("metadata.user_api_key_org_id", who.organizationId);
    list.text("metadata.user_api_key_team_id", who.teamId);
    list.text("metadata.user_api_key_team_alias", who.teamAlias);
    list.text("metadata.user_api_key_user_id", who.userId);
    list.text("metadata.user_api_key_user_email", who.userEmail);
}

void describeParameters(AttributeWriter &list, const Receipt &receipt)
{
    if (!receipt.circumstances || receipt.circumstances->parameters.empty())
        return;
    const KnownObject parameters(receipt.circumstances->parameters);
    if (parameters.isEmpty())
        return;
    for (const char *name : {"max_tokens", "max_completion_tokens", "max_output_tokens"}) {
        if (const auto value = wire::jsonNumber(parameters.find(name)))
            list.number("gen_ai.request.max_tokens", static_cast<std::int64_t>(std::clamp(*value, 0.0, 1e15)));
    }
    constexpr std::string_view prefix = "gen_ai.request.";
    for (const std::string_view name : {"gen_ai.request.temperature", "gen_ai.request.top_p", "gen_ai.request.top_k",
             "gen_ai.request.frequency_penalty", "gen_ai.request.presence_penalty"}) {
        if (const auto value = wire::jsonNumber(parameters.find(name.substr(prefix.size()))))
            list.real(name, *value);
    }
    if (const std::string_view tools = parameters.find("tools"); !tools.empty())
        list.text("gen_ai.tool.definitions", tools);
}

void describeError(AttributeWriter &list, const Receipt &receipt)
{
    if (isSuccess(receipt))
        return;
    list.text("error.type", errorClass(receipt));
    list.text("error.code", std::to_string(receipt.status));
    list.text("error.message", receipt.error);
    list.text("error.llm_provider", receipt.provider);
}

} // namespace

OtelWords otelWordsOf(const Receipt &receipt, bool isHidden)
{
    if (hidesMessages(receipt, isHidden))
        return {};
    const Words words = wordsOf(receipt, false);
    if (words.answer.empty())
        return {words.messages, {}};
    const std::string_view message = messageIn(words.answer);
    OtelWords list {words.messages, {}};
    list.output.reserve(message.size() + 2);
    list.output.append("[").append(message).append("]");
    return list;
}

void describeRequest(AttributeWriter &list, const Receipt &receipt)
{
    list.text("http.request.method", "POST");
    list.text("http.route", receipt.path);
    list.text("url.path", receipt.path);
    list.number("http.response.status_code", receipt.status);
    list.text("client.address", receipt.peer);
    list.text("user_agent.original", receipt.userAgent);
    list.text("litellm.call_id", receipt.callId);
    list.real("gatehouse.queue_seconds", seconds(receipt.stages.queue));
    list.real("gatehouse.admission_seconds", seconds(receipt.stages.admission));
    list.real("gatehouse.line_seconds", seconds(receipt.stages.line));
}

void describeCall(AttributeWriter &list, const Receipt &receipt, const Terms &terms, const OtelWords &words)
{
    describeModel(list, receipt);
    describeUsage(list, receipt);
    describeCaller(list, receipt, terms);
    describeParameters(list, receipt);
    list.text("gen_ai.input.messages", words.input);
    list.text("gen_ai.output.messages", words.output);
    describeError(list, receipt);
}

void describeAttempt(AttributeWriter &list, const Receipt &receipt, const AttemptRecord &attempt)
{
    list.text("gen_ai.operation.name", otelOperation(receipt));
    list.text("gen_ai.provider.name", attempt.provider);
    list.text("gen_ai.system", attempt.provider);
    list.text("gen_ai.request.model", modelOf(receipt, attempt));
    list.text("server.address", attempt.station ? std::string_view(attempt.station->apiBase) : std::string_view());
    if (attempt.status > 0)
        list.number("http.response.status_code", attempt.status);
    list.text("litellm.model_id", attempt.deployment);
    list.text("litellm.model_group", attempt.group);
    list.flag("litellm.hedge", attempt.isCopy);
    list.flag("litellm.given_up", attempt.isGivenUp);
    list.number("gen_ai.usage.input_tokens", attempt.usage.input);
    list.number("gen_ai.usage.output_tokens", attempt.usage.output);
    if (attempt.firstToken.count() > 0)
        list.real("gen_ai.response.time_to_first_token", seconds(attempt.firstToken));
    if (attempt.fault)
        list.text("error.type", info(*attempt.fault).name);
}

const std::string &modelOf(const Receipt &receipt, const AttemptRecord &attempt)
{
    return attempt.station ? attempt.station->litellmModel : modelOf(receipt);
}

} // namespace gatehouse::observe::sinks
