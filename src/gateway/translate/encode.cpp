// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_request.h"
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/members.h"
#include "gateway/translate/message_roles.h"
#include "gateway/translate/openai_request.h"
#include "gateway/translate/params.h"
#include "gateway/translate/plain_tools.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/json_writer.h"

#include <simdjson.h>

namespace gatehouse::translate {

namespace {

Target targetOf(const wire::Call &call, const Deployment &deployment, std::string_view model, const Policy &policy)
{
    Target target {deployment, model, call.stream};
    // Whoever is nearer to the call decides: the request, then the deployment, then the house.
    target.dropParams = call.options.dropParams.value_or(deployment.dropParams.value_or(policy.dropParams));
    target.modifyParams = policy.modifyParams;
    target.allowed = deployment.allowedOpenAiParams;
    target.allowed.insert(target.allowed.end(), call.options.allowedOpenAiParams.begin(), call.options.allowedOpenAiParams.end());
    return target;
}

// Parameters set for a deployment, in OpenAI's words, where the request says nothing.
void offerDefaults(Members &members, const Deployment &deployment)
{
    for (const auto &[name, raw] : deployment.defaults) {
        if (isGatewayField(name, Dialect::OpenAiChat))
            continue;
        const bool isLimit = name == "max_tokens" || name == "max_completion_tokens";
        if (!isLimit || (!members.has("max_tokens") && !members.has("max_completion_tokens")))
            members.offer(name, raw);
    }
}

// extra_body goes to the provider as it is: it is the way past the gateway for a provider's own fields, also for names that
// the gateway takes for its own. It may not say what model answers, with what messages, or how the answer comes.
void offerExtras(Members &members, std::string_view extraBody)
{
    Members extras(extraBody);
    extras.eraseIf([](std::string_view name) {
        return name == "model" || name == "messages" || name == "stream" || name == "stream_options";
    });
    members.offerAll(std::move(extras));
}

// The usage of a stream is always asked for, because it is billed; what else the client's stream_options say stays.
Result<> askForUsage(Members &members)
{
    const std::string_view options = members.find("stream_options");
    if (!wire::jsonIsNull(options) && wire::jsonKind(options) != 'o')
        return Failure {Error {Fault::BadRequest, "stream_options must be an object"}};
    wire::JsonWriter json;
    json.beginObject();
    const Members asked(options);
    for (const auto &option : asked) {
        if (option.name != "include_usage")
            json.key(option.name).raw(option.raw);
    }
    members.set("stream_options", json.key("include_usage").boolean(true).endObject().take());
    return {};
}

// Roles that the model does not know become the nearest one it does.
void fitRoles(Members &members, const Target &target)
{
    const bool isOpenAi = target.deployment.provider.isOpenAi;
    const OpenAiFamily family = isOpenAi ? openAiFamily(target.model) : OpenAiFamily::Unknown;
    const std::string_view messages = members.find("messages");
    std::optional<std::string> renamed;
    if (isOpenAi && !takesSystemMessage(target.model))
        renamed = withRole(messages, "system", "user");
    else if (!isOpenAi || family == OpenAiFamily::Classic)
        renamed = withRole(messages, "developer", "system");
    if (renamed)
        members.set("messages", std::move(*renamed));
}

std::string written(const Members &members, const Target &target)
{
    std::size_t size = 64 + target.model.size();
    for (const auto &member : members)
        size += member.name.size() + member.raw.size() + 4;
    std::string body;
    body.reserve(size);
    body += "{\"model\":";
    wire::appendJsonString(body, target.model);
    for (const auto &[name, raw] : members) {
        if (name == "model" || name == "stream")
            continue;
        body += ',';
        wire::appendJsonString(body, name);
        body += ':';
        body += raw;
    }
    body += target.stream ? ",\"stream\":true}" : "}";
    return body;
}

Failure<Error> withTitle(Error error, const Target &target)
{
    if (error.fault == Fault::BadRequest)
        error.message = target.deployment.provider.title + "Exception - " + error.message;
    return {std::move(error)};
}

Failure<Error> messagesMissing(Dialect door)
{
    Error error {Fault::InvalidRequest, "Invalid request format: messages must be an array of messages"};
    if (door == Dialect::AnthropicMessages)
        error.message = "messages: an array of messages is required";
    error.param = "messages";
    return {std::move(error)};
}

// What every body for a provider that speaks OpenAI goes through at last, wherever it came from.
Result<Encoded> finishOpenAi(Members members, const Target &target, std::string_view extraBody)
{
    offerDefaults(members, target.deployment);
    if (auto result = fitToOpenAi(members, target); !result)
        return Failure {result.error()};
    fitRoles(members, target);
    if (target.deployment.provider.wantsPlainTools && members.has("tools"))
        members.set("tools", plainTools(members.find("tools")));
    offerExtras(members, extraBody);
    offerExtras(members, target.deployment.extraBody);
    if (target.stream) {
        if (auto result = askForUsage(members); !result)
            return Failure {result.error()};
    }
    return Encoded {written(members, target), {}, false};
}

Result<Encoded> openAiToAnthropic(Members members, const Target &target, std::string_view extraBody)
{
    offerDefaults(members, target.deployment);
    if (auto result = fitToAnthropic(members, target); !result)
        return Failure {result.error()};
    const auto conversation = readOpenAiRequest(members);
    if (!conversation)
        return withTitle(conversation.error(), target);
    auto request = writeAnthropicRequest(*conversation, target);
    if (!request)
        return withTitle(request.error(), target);
    offerExtras(request->members, extraBody);
    offerExtras(request->members, target.deployment.extraBody);
    Encoded encoded {written(request->members, target), {}, request->jsonTool};
    std::string betas;
    for (const std::string &beta : request->betas)
        betas += (betas.empty() ? "" : ",") + beta;
    if (!betas.empty())
        encoded.headers.add("anthropic-beta", betas);
    return encoded;
}

Result<Encoded> anthropicToOpenAi(const Members &members, const Target &target, std::string_view extraBody)
{
    const auto conversation = readAnthropicRequest(members);
    if (!conversation)
        return withTitle(conversation.error(), target);
    auto request = writeOpenAiRequest(*conversation, target);
    if (!request)
        return withTitle(request.error(), target);
    return finishOpenAi(std::move(*request), target, extraBody);
}

Result<Encoded> anthropicToAnthropic(Members members, const Target &target, std::string_view extraBody)
{
    offerExtras(members, extraBody);
    offerExtras(members, target.deployment.extraBody);
    return Encoded {written(members, target), {}, false};
}

// Anthropic's door: defaults that are no words of Anthropic's are for other providers and stay away. The limit is required.
Result<> fitDoor(Members &members, const Target &target)
{
    for (const auto &[name, raw] : target.deployment.defaults) {
        if (!isOpenAiOnly(name) && !isGatewayField(name, Dialect::OpenAiChat))
            members.offer(name, raw);
    }
    if (members.has("max_tokens"))
        return {};
    Error error {Fault::InvalidRequest, "max_tokens: Field required"};
    error.param = "max_tokens";
    return Failure {std::move(error)};
}

Result<Encoded> dispatch(Members members, const wire::Call &call, const Target &target)
{
    const bool isAnthropicDoor = call.dialect == Dialect::AnthropicMessages;
    const bool isAnthropicProvider = target.deployment.provider.dialect == Dialect::AnthropicMessages;
    const std::string_view extraBody = call.body.find("extra_body");
    if (wire::jsonKind(members.find("messages")) != 'a')
        return messagesMissing(call.dialect);
    if (!isAnthropicDoor)
        return isAnthropicProvider ? openAiToAnthropic(std::move(members), target, extraBody)
                                   : finishOpenAi(std::move(members), target, extraBody);
    if (auto result = fitDoor(members, target); !result)
        return Failure {result.error()};
    return isAnthropicProvider ? anthropicToAnthropic(std::move(members), target, extraBody)
                               : anthropicToOpenAi(members, target, extraBody);
}

} // namespace

Result<Encoded> encode(const wire::Call &call, const Deployment &deployment, std::string_view upstreamModel, const Policy &policy)
{
    const Target target = targetOf(call, deployment, upstreamModel, policy);
    Members members(call.body);
    members.eraseIf([&](std::string_view name) { return isGatewayField(name, call.dialect); });
    dropListed(members, deployment.additionalDropParams);
    dropListed(members, call.options.additionalDropParams);
    auto encoded = dispatch(std::move(members), call, target);
    // Raw text is UTF-8 already; a lone surrogate in an escape that was decoded on the way would not be.
    if (encoded && call.dialect != deployment.provider.dialect
        && !simdjson::validate_utf8(encoded->body.data(), encoded->body.size()))
        return withTitle(
            Error {Fault::BadRequest, "the request holds text that is not valid Unicode (a lone surrogate)"}, target);
    return encoded;
}

} // namespace gatehouse::translate
