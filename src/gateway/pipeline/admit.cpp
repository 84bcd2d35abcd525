// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/admit.h"

#include "gateway/pipeline/allowance.h"
#include "gateway/pipeline/attribution.h"
#include "gateway/pipeline/cache_controls.h"
#include "gateway/pipeline/circumstances.h"
#include "gateway/pipeline/decode.h"
#include "gateway/routing/blocked.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

std::string listText(const std::vector<std::string> &words)
{
    std::string text = "[";
    for (const std::string &word : words)
        text += (text.size() > 1 ? ", '" : "'") + word + "'";
    return text + "]";
}

// A schema that may be dropped is no need.
bool needsSchema(const wire::Call &call, const Settings &settings)
{
    if (call.options.dropParams.value_or(settings.policy.dropParams))
        return false;
    const auto format = wire::JsonObject::parse(std::string(call.body.find("response_format")));
    return format && wire::jsonString(format->find("type")) == "json_schema";
}

routing::Traveller travellerOf(
    const wire::Call &call, const routing::Group &group, const Ground &ground, std::optional<std::int64_t> inputTokens)
{
    routing::Traveller traveller {call.model, {call.options.tags}, call.options, call.stream};
    const routing::Router &router = ground.snapshot.router;
    if (router.countsTokens() && inputTokens)
        traveller.needs.inputTokens = *inputTokens;
    else if (router.countsTokens() && !group.deployments.empty())
        traveller.needs.inputTokens = ground.counter.countRequest(group.deployments.front()->model, call.body).tokens;
    if (router.rules().filters.checksCalls) {
        traveller.needs.region = call.options.region;
        traveller.needs.jsonSchema = needsSchema(call, ground.snapshot.settings);
    }
    return traveller;
}

Error blocked()
{
    return {Fault::Forbidden, std::string(routing::blockedWords)};
}

bool isBlockedId(std::string_view model, const routing::Router &router)
{
    const auto &all = router.deployments();
    return std::any_of(all.begin(), all.end(),
        [model](const Deployment &each) { return (each.id == model || each.litellmModel == model) && routing::isBlocked(each); });
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

Result<routing::Route> routeOf(const wire::Call &call, const Ground &ground, std::optional<std::int64_t> inputTokens)
{
    const routing::Router &router = ground.snapshot.router;
    const double choice = std::uniform_real_distribution<double>(0, 1)(ground.random);
    auto found = router.find(call.model, choice);
    if (!found && isBlockedId(call.model, router))
        return Failure {blocked()};
    if (!found)
        return Failure {unknownModel(call.model, call.path, call.dialect, router.hasWildcards())};
    const routing::Group &group = *found->group;
    routing::Route route(ground.board, std::move(*found), travellerOf(call, group, ground, inputTokens));
    if (!group.deployments.empty() && (route.barred() != routing::Barred::ByTags || !route.fallbackNames().empty()))
        return route;
    if (group.deployments.empty() && route.fallbackNames().empty() && group.unserved == routing::blockedWords)
        return Failure {blocked()};
    if (group.deployments.empty() && route.fallbackNames().empty())
        return Failure {Error {Fault::NotBuiltYet, "litellm.BadRequestError: " + group.unserved}};
    if (group.deployments.empty())
        return route;
    return Failure {Error {Fault::Unauthorized,
        "Not allowed to access model due to tags configuration. Passed model=" + call.model
            + " and tags=" + listText(call.options.tags),
        0, "None", "None"}};
}

Result<wire::Call> letIn(Inbound &inbound, const Ground &ground, Receipt &receipt)
{
    const Snapshot &snapshot = ground.snapshot;
    // Who asks comes first: nobody learns anything about models or bodies without a key.
    auto identity = auth::identify(inbound.request, snapshot.settings.auth, ground.callers, ground.clock.wall(), inbound.dialect);
    if (!identity)
        return Failure {std::move(identity).error()};
    receipt.who = identity->alias;
    receipt.principal = identity->caller ? identity->caller->who : nullptr;
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

    attribute(receipt, *call, inbound, snapshot.settings.people);
    receipt.circumstances = circumstancesOf(*call, inbound, snapshot.settings);

    // And what he asks of the cache, where there is one.
    if (snapshot.settings.cache.isOn()) {
        auto controls = cacheControlsOf(call->body, inbound.request.headers, inbound.identity.caller.get());
        if (!controls)
            return Failure {std::move(controls).error()};
        call->options.cache = std::move(*controls);
    }

    // Then whether the caller may have it. An end user or an alias may still say which model it is.
    const Asking asking {snapshot, ground.callers};
    if (auto allowed = checkRights(*call, inbound, receipt, asking); !allowed)
        return Failure {std::move(allowed).error()};
    receipt.model = call->model;
    return call;
}

Result<Plan> planFor(wire::Call call, const Inbound &inbound, const Ground &ground, Receipt &receipt)
{
    // Where it may go. The cache is asked behind all of this (exchange_kept.cpp).
    auto route = routeOf(call, ground);
    if (!route)
        return Failure {std::move(route).error()};
    receipt.group = route->group();

    // Last what it may use: only a call that can be tried holds anything of anybody.
    auto reserved =
        reserve(call, route->current()->deployments, receipt, inbound, {ground.snapshot, ground.callers}, ground.clock);
    if (!reserved)
        return Failure {std::move(reserved).error()};
    return Plan {std::move(call), std::move(*route), std::move(reserved->hold), std::move(reserved->margins)};
}

Result<Plan> admit(Inbound &inbound, const Ground &ground, Receipt &receipt)
{
    auto call = letIn(inbound, ground, receipt);
    if (!call)
        return Failure {std::move(call).error()};
    return planFor(std::move(*call), inbound, ground, receipt);
}

} // namespace gatehouse::pipeline
