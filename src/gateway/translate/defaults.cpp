// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/openai_request.h"
#include "gateway/translate/params.h"

namespace gatehouse::translate {

namespace {

template <typename Value> void offer(std::optional<Value> &into, const std::optional<Value> &value)
{
    if (!into)
        into = value;
}

template <typename Container> void offer(Container &into, const Container &value)
{
    if (into.empty())
        into = value;
}

void offerRest(Conversation &into, const Conversation &defaults)
{
    for (const auto &[name, raw] : defaults.rest) {
        const auto isNamed = [&name = name](const auto &member) { return member.first == name; };
        if (std::none_of(into.rest.begin(), into.rest.end(), isNamed))
            into.rest.emplace_back(name, raw);
    }
}

} // namespace

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

Result<> offerDefaults(Conversation &conversation, const Deployment &deployment)
{
    if (deployment.defaults.empty())
        return {};
    Members members;
    offerDefaults(members, deployment);
    members.offer("messages", "[]");
    const auto defaults = readOpenAiRequest(members);
    if (!defaults)
        return Failure {defaults.error()};
    offer(conversation.tools, defaults->tools);
    offer(conversation.toolChoice, defaults->toolChoice);
    offer(conversation.parallelToolCalls, defaults->parallelToolCalls);
    offer(conversation.maxTokens, defaults->maxTokens);
    offer(conversation.temperature, defaults->temperature);
    offer(conversation.topP, defaults->topP);
    offer(conversation.topK, defaults->topK);
    offer(conversation.stop, defaults->stop);
    offer(conversation.user, defaults->user);
    if (conversation.thinkingJson.empty())
        offer(conversation.reasoningEffort, defaults->reasoningEffort);
    if (conversation.reasoningEffort.empty())
        offer(conversation.thinkingJson, defaults->thinkingJson);
    offer(conversation.responseFormatJson, defaults->responseFormatJson);
    offerRest(conversation, *defaults);
    return {};
}

} // namespace gatehouse::translate
