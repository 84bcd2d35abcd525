// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/admit.h"

#include "gateway/pipeline/decode.h"

namespace gatehouse::pipeline {

namespace {

std::string listText(const std::vector<std::string> &words)
{
    std::string text = "[";
    for (const std::string &word : words)
        text += (text.size() > 1 ? ", '" : "'") + word + "'";
    return text + "]";
}

Result<routing::Route> routeOf(const wire::Call &call, const Snapshot &snapshot, routing::Random &random)
{
    const double choice = std::uniform_real_distribution<double>(0, 1)(random);
    auto found = snapshot.router.find(call.model, choice);
    if (!found)
        return Failure {unknownModel(call.model, call.path, call.dialect, snapshot.router.hasWildcards())};
    std::vector<std::string> fallbacks;
    if (call.options.fallbacks)
        fallbacks = *call.options.fallbacks;
    else if (!call.options.disableFallbacks)
        fallbacks = snapshot.router.fallbacksOf(found->group->name);
    if (found->group->deployments.empty() && fallbacks.empty())
        return Failure {Error {Fault::NotBuiltYet, "litellm.BadRequestError: " + found->group->unserved}};
    routing::Route route(snapshot.router, std::move(*found), call.model, std::move(fallbacks), call.options.tags);
    if (route.isBarredByTags() && route.fallbackNames().empty()) {
        return Failure {Error {Fault::Unauthorized,
            "Not allowed to access model due to tags configuration. Passed model=" + call.model
                + " and tags=" + listText(call.options.tags),
            0, "None", "None"}};
    }
    return route;
}

/// Who judges a text when the call names no model: the first that is there for it, else OpenAI's own.
std::string usualModerator(const routing::Router &router)
{
    for (const Deployment &deployment : router.deployments()) {
        const bool isOne = deployment.mode == "moderation" || deployment.model.find("moderation") != std::string::npos;
        if (isOne && !deployment.isWildcard())
            return deployment.group;
    }
    return "omni-moderation-latest";
}

} // namespace

Error unknownModel(const std::string &model, const std::string &door, Dialect dialect, bool hasWildcards)
{
    // LiteLLM's two wordings: with a wildcard route the router answers, without one the door does.
    if (hasWildcards) {
        std::string message =
            "litellm.BadRequestError: You passed in model=" + model + ". There are no healthy deployments for this model";
        if (model != "None")
            message += ". Received Model Group=" + model + "\nAvailable Model Group Fallbacks=None";
        return {Fault::BadRequest, std::move(message)};
    }
    const std::string reason = "Invalid model name passed in model=" + (model == "None" ? std::string() : model)
        + ". Call `/v1/models` to view available models for your key.";
    if (dialect == Dialect::AnthropicMessages)
        return {Fault::BadRequest, "400: {'error': 'anthropic_messages: " + reason + "'}", 0, "None", "None"};
    const std::string message = door + ": " + reason;
    return {Fault::BadRequest, message, 0, "None", "None", message};
}

Result<Plan> admit(Inbound &inbound, const Snapshot &snapshot, routing::Random &random, Receipt &receipt)
{
    // Who asks comes first: nobody learns anything about models or bodies without a key.
    auto identity = auth::identify(inbound.request, snapshot.settings.auth, inbound.dialect);
    if (!identity)
        return Failure {std::move(identity).error()};
    receipt.who = identity->alias;
    inbound.identity = std::move(*identity);

    // Then what is wanted; a body that cannot be read is refused before anything is counted.
    auto call = decode(inbound, snapshot.settings);
    if (!call)
        return Failure {std::move(call).error()};
    call->id = receipt.callId;
    if (call->operation == Operation::Moderation && call->model == "None")
        call->model = usualModerator(snapshot.router);
    receipt.model = call->model;
    receipt.stream = call->stream;

    // Then where it may go. Guardrails, limits and the cache take their places between these two.
    auto route = routeOf(*call, snapshot, random);
    if (!route)
        return Failure {std::move(route).error()};
    receipt.group = route->group();
    return Plan {std::move(*call), std::move(*route)};
}

} // namespace gatehouse::pipeline
