// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/route_explain.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/call_types.h"
#include "gateway/pipeline/admit.h"
#include "gateway/pipeline/allowance.h"
#include "gateway/pipeline/attribution.h"
#include "gateway/pipeline/decode.h"
#include "gateway/routing/rehearsal.h"

#include <array>
#include <cmath>

namespace gatehouse::admin {

namespace {

using routing::FallbackKind;

struct FailureName {
    std::string_view name;
    FallbackKind kind;
};
constexpr std::array failures {
    FailureName {"any", FallbackKind::General},
    FailureName {"context_window", FallbackKind::ContextWindow},
    FailureName {"content_policy", FallbackKind::ContentPolicy},
};

/// What is asked.
struct Question {
    pipeline::Inbound inbound = {}; ///< the call, as it would come to its door
    FallbackKind failure = FallbackKind::General;
    std::optional<std::int64_t> inputTokens = {};
};

/// What would become of it. Has its members as far as it would come.
struct Outcome {
    std::optional<Error> refusal = {};
    std::optional<wire::Call> call = {};
    routing::Rehearsal rehearsal = {};
    std::size_t tries = 1;
};

std::string textOf(const wire::JsonObject &body, const char *member, std::string usual)
{
    return wire::jsonString(body.find(member)).value_or(std::move(usual));
}

// The key with \a name: its hash, or its alias.
people::RecordPointer keyNamed(const std::string &name, const people::Directory &directory)
{
    if (auto record = directory.find(people::Kind::Key, name))
        return record;
    const auto ids = directory.idsWhere(people::Kind::Key, "key_alias", name);
    return ids.empty() ? nullptr : directory.find(people::Kind::Key, ids.front());
}

Result<Identity> identityOf(const wire::JsonObject &body, const pipeline::Inbound &asking, pipeline::Context &context)
{
    const std::string name = textOf(body, "key", {});
    if (name.empty())
        return asking.identity; // the administrator's own
    const auto record = keyNamed(name, context.shared.directory);
    if (!record)
        return Failure {Error {Fault::InvalidRequest, "there is no key with this hash or alias"}};
    const auto caller = people::compileKey(*record, context.callers->ground(), context.clock.wall());
    return Identity {caller->who->keyAlias, caller->isAdmin, caller};
}

Result<std::optional<std::int64_t>> tokensOf(const wire::JsonObject &body)
{
    constexpr double most = 1e9;
    const std::string_view raw = body.find("input_tokens");
    if (wire::jsonIsNull(raw))
        return std::optional<std::int64_t>();
    const auto number = wire::jsonNumber(raw);
    if (!number || !(*number >= 0) || *number > most)
        return Failure {Error {Fault::InvalidRequest, "input_tokens must be a number of tokens"}};
    return std::optional(static_cast<std::int64_t>(std::llround(*number)));
}

Result<Question> questionOf(const wire::JsonObject &body, const pipeline::Inbound &asking, pipeline::Context &context)
{
    const CallType *type = callTypeNamed(textOf(body, "call_type", "completion"));
    if (!type)
        return Failure {
            Error {Fault::InvalidRequest, "call_type is not known; completion, embedding and rerank are some that are"}};
    const std::string failure = textOf(body, "failure", "any");
    const auto row =
        std::find_if(failures.begin(), failures.end(), [&](const FailureName &each) { return each.name == failure; });
    if (row == failures.end())
        return Failure {Error {Fault::InvalidRequest, "failure must be any, context_window or content_policy"}};
    auto identity = identityOf(body, asking, context);
    if (!identity)
        return Failure {std::move(identity).error()};
    const auto tokens = tokensOf(body);
    if (!tokens)
        return Failure {tokens.error()};
    Question question;
    question.inbound.request.method = wire::Method::Post;
    question.inbound.request.path = type->path;
    question.inbound.request.body = body.find("request_body");
    question.inbound.dialect = type->dialect;
    question.inbound.operation = type->operation;
    question.inbound.identity = std::move(*identity);
    question.failure = row->kind;
    question.inputTokens = *tokens;
    return question;
}

// Why a key is good for nothing at all.
std::optional<Error> refusalOf(const Identity &identity, Clock::Wall now)
{
    const people::Caller *caller = identity.caller.get();
    if (caller && caller->expires && *caller->expires <= now)
        return Error {Fault::Unauthorized, "Authentication Error - Expired Key."};
    return caller ? caller->refusal : std::nullopt;
}

std::size_t triesOf(const wire::Call &call, const pipeline::Settings &settings)
{
    return static_cast<std::size_t>(std::max(call.options.numRetries.value_or(settings.numRetries), 0)) + 1;
}

// The steps of pipeline::admit(), without the one that takes something.
Outcome play(Question &question, pipeline::Context &context)
{
    const pipeline::Snapshot &snapshot = *context.snapshot;
    Outcome outcome;
    outcome.refusal = refusalOf(question.inbound.identity, context.clock.wall());
    if (outcome.refusal)
        return outcome;
    auto call = pipeline::decode(question.inbound, snapshot.settings);
    if (!call) {
        outcome.refusal = std::move(call).error();
        return outcome;
    }
    outcome.call = std::move(*call);
    Receipt receipt;
    receipt.principal = question.inbound.identity.caller ? question.inbound.identity.caller->who : nullptr;
    pipeline::attribute(receipt, *outcome.call, question.inbound, snapshot.settings.people);
    if (auto allowed = pipeline::checkRights(*outcome.call, question.inbound, receipt, {snapshot, *context.callers}); !allowed) {
        outcome.refusal = std::move(allowed).error();
        return outcome;
    }
    const pipeline::Ground ground {
        snapshot, *context.board, context.shared.counter, context.random, *context.callers, context.clock};
    auto route = pipeline::routeOf(*outcome.call, ground, question.inputTokens);
    if (!route) {
        outcome.refusal = std::move(route).error();
        return outcome;
    }
    outcome.tries = triesOf(*outcome.call, snapshot.settings);
    outcome.rehearsal = routing::rehearse(
        std::move(*route), question.failure, outcome.tries, {context.clock.now(), context.clock.wall()}, context.random);
    return outcome;
}

void writeCandidate(wire::JsonWriter &json, const routing::Considered &each, const routing::Leg &leg, pipeline::Context &context)
{
    const Deployment &deployment = *each.deployment;
    routing::Health &health = context.shared.health;
    const routing::Standing standing = health.standing(health.enroll(deployment.id), context.clock.now());
    const auto drawn = leg.draws.find(&deployment);
    json.beginObject().key("deployment").string(deployment.id).key("model").string(deployment.litellmModel);
    json.key("provider").string(deployment.provider.name).key("verdict").string(toString(each.verdict));
    json.key("why").stringOrNull(each.why);
    json.key("share").number(drawn == leg.draws.end() ? 0.0 : double(drawn->second) / routing::Rehearsal::draws);
    json.key("in_outage").boolean(standing.outageLeft.count() > 0).key("in_flight").number(std::int64_t(standing.inFlight));
    json.key("requests_this_minute").number(standing.requestsThisMinute);
    json.key("tokens_this_minute").number(standing.tokensThisMinute);
    json.key("latency_ms")
        .numberOrNull(standing.latency ? std::optional(static_cast<double>(standing.latency->count()) / 1000) : std::nullopt);
    json.key("weight").numberOrNull(deployment.weight);
    json.key("rpm").numberOrNull(deployment.rpm);
    json.key("tpm").numberOrNull(deployment.tpm);
    json.endObject();
}

// Those of a group of which nobody can be called, with what keeps them where that is their own state.
std::vector<routing::Considered> bystanders(const routing::Group &group, pipeline::Context &context)
{
    using Verdict = routing::Considered::Verdict;
    constexpr std::size_t most = 100;
    routing::Health &health = context.shared.health;
    std::vector<routing::Considered> all;
    for (const Deployment *deployment : group.deployments) {
        if (all.size() == most)
            break;
        const routing::Slot slot = health.enroll(deployment->id);
        const bool rests = health.isResting(slot, context.clock.now());
        std::string why = rests ? health.standing(slot, context.clock.now()).reason : std::string();
        all.push_back({deployment, rests ? Verdict::Rests : Verdict::NotPicked, std::move(why)});
    }
    return all;
}

void writeLeg(wire::JsonWriter &json, const routing::Leg &leg, pipeline::Context &context)
{
    json.beginObject().key("group").string(leg.members->name).key("asked").string(leg.asked);
    json.key("changes").raw(leg.changes.empty() ? "null" : leg.changes);
    json.key("nobody").stringOrNull(leg.nobody ? leg.nobody->message : std::string());
    json.key("candidates").beginArray();
    const auto candidates = leg.candidates.empty() ? bystanders(*leg.members, context) : leg.candidates;
    for (const routing::Considered &each : candidates)
        writeCandidate(json, each, leg, context);
    const std::size_t others = leg.candidates.empty() ? leg.members->deployments.size() - candidates.size() : leg.others;
    json.endArray().key("others").number(std::int64_t(others)).key("then").beginArray();
    for (const Deployment *each : leg.then)
        json.string(each->id);
    json.endArray().endObject();
}

void writeRefusal(wire::JsonWriter &json, const std::optional<Error> &refusal)
{
    json.key("refusal");
    if (!refusal) {
        json.null();
        return;
    }
    json.beginObject().key("status").number(std::int64_t(refusal->httpStatus())).key("message").string(refusal->message);
    json.endObject();
}

std::string answerOf(const Outcome &outcome, const std::string &asked, pipeline::Context &context)
{
    const routing::Router &router = context.snapshot->router;
    const auto alias = router.rules().aliases.find(outcome.call ? outcome.call->model : asked);
    wire::JsonWriter json;
    json.beginObject().key("asked").string(asked).key("model").string(outcome.call ? outcome.call->model : asked);
    json.key("alias_of").beginArray();
    if (alias != router.rules().aliases.end()) {
        for (const auto &[model, weight] : alias->second.targets)
            json.beginObject().key("model").string(model).key("weight").number(weight).endObject();
    }
    json.endArray().key("strategy").string(routing::toString(router.rules().strategy.strategy));
    json.key("tries").number(std::int64_t(outcome.tries));
    writeRefusal(json, outcome.refusal);
    json.key("steps").beginArray();
    for (const routing::Leg &leg : outcome.rehearsal.legs)
        writeLeg(json, leg, context);
    return json.endArray().endObject().take();
}

} // namespace

void explainRoute(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = wire::JsonObject::parse(std::move(inbound.request.body));
    if (!body)
        return answerRefusal(inbound, body.error().message);
    if (wire::jsonKind(body->find("request_body")) != 'o')
        return answerRefusal(inbound, "request_body must be the request that is asked about, as a JSON object");
    auto question = questionOf(*body, inbound, context);
    if (!question)
        return answerRefusal(inbound, question.error().message);
    const auto request = wire::JsonObject::parse(std::string(body->find("request_body")));
    const std::string asked = request ? textOf(*request, "model", {}) : std::string();
    const Outcome outcome = play(*question, context);
    answerJson(inbound, answerOf(outcome, asked, context));
}

} // namespace gatehouse::admin
