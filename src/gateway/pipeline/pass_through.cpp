// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The life of a request that is handed on as it is:
//   begin → start: admit (identify, describe) → (guard →) setOut → askForGrant → send: outgoing → onHead, onBytes, onEnded →
//   (judgeAnswer →) finish → settle
// Guardrails are in pass_through_guarded.cpp.
#include "gateway/pipeline/pass_through.h"

#include "gateway/pipeline/allowance.h"
#include "gateway/pipeline/attribution.h"
#include "gateway/pipeline/circumstances.h"
#include "gateway/pipeline/pass_through_call.h"
#include "gateway/pipeline/pass_through_headers.h"
#include "gateway/pipeline/pass_through_shape.h"
#include "gateway/pipeline/redact.h"
#include "gateway/pipeline/reply_head.h"
#include "gateway/providers/address.h"
#include "gateway/providers/sign.h"
#include "gateway/translate/translate.h"

#include <utility>

namespace gatehouse::pipeline {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

microseconds since(Clock::Instant begin, Clock::Instant end)
{
    return duration_cast<microseconds>(end - begin);
}

std::string titleOf(const PassThroughRule &rule)
{
    return rule.deployment ? rule.deployment->provider.title : rule.path;
}

/// What became of the other server, in the gateway's words. Its name stands in them, its answer's text does not.
Error outward(const Error &error, const PassThroughRule &rule)
{
    const bool isOurs = error.fault == Fault::RequestTooLarge || error.fault == Fault::InvalidRequest;
    if (isOurs)
        return error;
    if (error.fault == Fault::Timeout)
        return {Fault::Timeout, "litellm.Timeout: " + titleOf(rule) + "Exception - " + error.message};
    return {Fault::BadGateway, "litellm.BadGatewayError: " + titleOf(rule) + "Exception - Connection error. " + error.message};
}

Error noCredential(const PassThroughRule &rule)
{
    std::string_view variables = providers::find(rule.deployment->provider.name)->keyVariables;
    return {Fault::Internal,
        "Required '" + std::string(variables.substr(0, variables.find('|')))
            + "' in environment, or an entry of model_list with use_in_pass_through: true, to make pass-through calls to "
            + rule.deployment->provider.name};
}

/// Shows the provider who asks. Servers of one's own may want no key.
Result<> showCredential(const PassThroughRule &rule, const providers::Unsigned &request, Clock::Wall now, wire::Headers &headers)
{
    const Deployment &deployment = *rule.deployment;
    const bool isOwn = deployment.provider.name == "hosted_vllm" || deployment.provider.name == "vllm";
    if (deployment.apiKey.isEmpty() && !deployment.cloud.isUsed() && !isOwn)
        return Failure {noCredential(rule)};
    for (const auto &[name, value] : deployment.extraHeaders)
        headers.set(name, value);
    if (!deployment.organization.empty())
        headers.set("openai-organization", deployment.organization);
    providers::addKey(headers, deployment, deployment.provider.dialect);
    if (deployment.provider.dialect == Dialect::AnthropicMessages && !headers.has("anthropic-version"))
        headers.set("anthropic-version", "2023-06-01");
    return providers::sign(deployment, request, now, headers);
}

} // namespace

const PassThroughRule *passThroughRule(const Context &context, const wire::Request &request)
{
    return findRule(context.snapshot->passThrough, request);
}

bool isPassedAsItComes(const PassThroughRule &rule, const wire::Request &request)
{
    if (rule.isLookedAt && !holdsFiles(request))
        return false;
    return !rule.deployment || !rule.deployment->cloud.aws();
}

void PassThrough::begin(Context &context, wire::Request request, std::unique_ptr<wire::Reply> reply, const PassThroughRule &rule)
{
    auto *life = new PassThrough(context, std::move(request), std::move(reply), rule);
    life->start();
}

PassThrough::PassThrough(Context &context, wire::Request request, std::unique_ptr<wire::Reply> reply, const PassThroughRule &rule)
    : m_context(context)
    , m_snapshot(context.snapshot)
    , m_rule(rule)
    , m_startedAt(request.receivedAt)
    , m_reply(std::move(reply))
{
    context.enter(*this);
    m_reply->listen(this);
    m_inbound.request = std::move(request);
    m_inbound.dialect = rule.path == "/anthropic" ? Dialect::AnthropicMessages : Dialect::OpenAiChat;
    const std::string_view asked = m_inbound.request.headers.value("x-litellm-call-id");
    m_receipt.callId = asked.empty() || asked.size() > 200 ? newCallId(context.random) : std::string(asked);
    m_receipt.startedAt = context.clock.wall();
    m_receipt.path = m_inbound.request.path;
    m_receipt.isPassThrough = true;
    m_receipt.dialect = m_inbound.dialect;
    m_receipt.provider = rule.deployment ? rule.deployment->provider.name : rule.path;
    m_receipt.deployment = rule.deployment ? rule.deployment->id : std::string();
}

PassThrough::~PassThrough()
{
    if (m_reply)
        m_reply->listen(nullptr);
}

void PassThrough::start()
{
    m_capture = openCapture(m_context, m_receipt, {});
    captureRequest(*m_capture, m_inbound.request, m_snapshot->settings.auth);
    m_reply = std::make_unique<Tap>(std::move(m_reply), m_capture, m_context, m_startedAt);
    const auto allowed = admit();
    captureAdmitted(m_context, *m_capture, m_receipt);
    if (!allowed)
        return settle(Outcome::Refused, &allowed.error());
    m_rule.isLookedAt ? guard() : setOut();
}

void PassThrough::setOut()
{
    if (m_rule.deployment && m_rule.deployment->cloud.isFetched())
        return askForGrant();
    send(nullptr);
}

void PassThrough::askForGrant()
{
    const CloudAccess &cloud = m_rule.deployment->cloud;
    const auto found = m_context.grants.find(cloud);
    if (found.grant)
        return onGranted(*found.grant);
    if (found.refusal)
        return onRefused(*found.refusal);
    m_wait = m_context.grants.wait(cloud, this);
}

void PassThrough::onGranted(const Grant &grant)
{
    m_wait.reset();
    send(&grant);
}

void PassThrough::onRefused(const Error &error)
{
    m_wait.reset();
    const Error refused =
        error.fault == Fault::ApiConnection ? outward(error, m_rule) : providers::refusal(*m_rule.deployment, error.message);
    settle(Outcome::Failed, &refused);
}

// \a grant is what the provider's cloud wants to be shown, where it has to be fetched.
void PassThrough::send(const Grant *grant)
{
    auto request = outgoing(grant);
    if (!request)
        return settle(Outcome::Refused, &request.error());
    m_attemptStartedAt = m_context.clock.now();
    const auto station = m_rule.deployment ? m_rule.deployment->station : nullptr;
    m_tapped = {m_capture, m_capture->addAttempt(station, {}, m_receipt.upstreamModel, false), m_startedAt};
    m_tapped.sent(*request, m_rule.deployment ? &*m_rule.deployment : nullptr, m_attemptStartedAt, m_rule.headers);
    m_attempt = m_context.upstream.send(std::move(*request), this);
}

Result<> PassThrough::admit()
{
    if (auto booked = m_context.mayBook(); !booked)
        return booked;
    if (m_rule.asksForKey) {
        if (auto known = identify(); !known)
            return known;
    }
    if (auto described = describe(); !described)
        return described;
    if (!m_inbound.identity.caller)
        return {};
    auto hold = reserveBlind(*m_inbound.identity.caller, m_receipt, m_context);
    if (!hold)
        return Failure {hold.error()};
    m_hold = std::move(*hold);
    return {};
}

Result<> PassThrough::identify()
{
    wire::Request &request = m_inbound.request;
    // Google's clients put their key into the query, or into a field that is read last.
    const std::string key = m_rule.deployment ? request.queryValue("key") : std::string();
    if (!key.empty() && !request.headers.has("x-goog-api-key"))
        request.headers.add("x-goog-api-key", key);
    auto identity = m_context.identify(request);
    if (!identity)
        return Failure {identity.error()};
    m_receipt.who = identity->alias;
    m_receipt.peer = request.peer;
    m_inbound.identity = std::move(*identity);
    return {};
}

/// What receipts say of any call, as far as the body can be read. One that goes on as it comes says nothing.
Result<> PassThrough::describe()
{
    const wire::Call call = passedCall(m_rule, m_inbound);
    const Settings &settings = m_snapshot->settings;
    m_receipt.model = m_receipt.upstreamModel = call.model;
    m_receipt.stream = call.stream;
    attribute(m_receipt, call, m_inbound, settings.people);
    if (m_inbound.identity.caller) // whom a provider's own user_id names is nobody here
        m_receipt.principal = m_inbound.identity.caller->who;
    m_receipt.circumstances = circumstancesOf(call, m_inbound, settings);
    listenTo(call);
    if (m_rule.isLookedAt) {
        auto wishes = guardrails::wishesIn(ownPartOf(call.body));
        if (!wishes)
            return Failure {wishes.error()};
        m_wishes = std::move(*wishes);
    }
    if (m_rule.deployment && call.body.has("litellm_metadata"))
        m_inbound.request.body = withoutOwnPart(call.body);
    return {};
}

void PassThrough::listenTo(const wire::Call &call)
{
    const Settings &settings = m_snapshot->settings;
    const bool isHidden = hidesWords(m_inbound.request.headers, settings.hidesWords);
    if (hasWords(call) && (settings.keepsWords || isHeard(m_receipt, settings)))
        m_listener = std::make_unique<Listener>(call, isHidden);
}

Result<upstream::Outgoing> PassThrough::outgoing(const Grant *grant)
{
    wire::Request &request = m_inbound.request;
    const Settings &settings = m_snapshot->settings;
    auto url = passThroughUrl(m_rule, request, passedQuery(m_rule, request, settings.auth));
    if (!url)
        return Failure {std::move(url).error()};
    upstream::Outgoing result;
    result.method = request.isHead ? "HEAD" : wire::toString(request.method);
    result.headers = passedHeaders(m_rule, request, settings.auth);
    if (m_rule.deployment) {
        const providers::Unsigned plain {*url, request.body, grant, result.method};
        if (auto shown = showCredential(m_rule, plain, m_context.clock.wall(), result.headers); !shown)
            return Failure {std::move(shown).error()};
    }
    result.url = std::move(*url);
    result.body = std::move(request.body);
    result.upload = std::move(request.stream);
    const auto patience = m_rule.deployment ? m_rule.deployment->timeout.value_or(settings.timeout) : settings.timeout;
    result.timeouts.firstByte = result.timeouts.idle = patience;
    return result;
}

void PassThrough::onHead(int status, wire::Headers headers)
{
    m_status = status;
    m_tapped.answered(status, headers, m_context.clock.now());
    m_receipt.firstToken = since(m_startedAt, m_context.clock.now());
    if (m_rule.deployment && status < 400)
        m_tap.emplace(headers.value("content-type"));
    if (m_guarding && m_guarding->readsAnswer()) {
        m_guarding->upstream = std::move(headers);
        return;
    }
    m_begun = true;
    wire::Head head {status, returnedHeaders(headers)};
    if (m_receipt.guardrails)
        addGuardrails(head.headers, *m_receipt.guardrails);
    head.headers.add("x-litellm-call-id", m_receipt.callId);
    head.headers.add("x-litellm-version", GATEHOUSE_VERSION);
    m_reply->begin(std::move(head));
}

void PassThrough::onBytes(std::string_view bytes)
{
    m_tapped.heard(bytes, m_context.clock.now());
    if (m_tap)
        m_tap->feed(bytes);
    if (m_guarding && m_guarding->readsAnswer())
        return hold(bytes);
    if (m_listener)
        m_listener->hear(bytes);
    m_reply->write(bytes);
    if (m_attempt && !m_paused && m_reply->pending() > wire::Reply::highWater) {
        m_paused = true;
        m_attempt->pause();
    }
}

void PassThrough::onEnded(Result<> outcome)
{
    if (!outcome) {
        const Error error = outward(outcome.error(), m_rule);
        closeAttempt(error.fault);
        return fail(error);
    }
    closeAttempt(std::nullopt);
    m_guarding && m_guarding->readsAnswer() ? judgeAnswer() : finish();
}

// The other server has said all.
void PassThrough::finish()
{
    m_isWhole = true;
    if (m_status < 400)
        return settle(Outcome::Completed, nullptr);
    const Error refused {Fault::Api, titleOf(m_rule) + " answered " + std::to_string(m_status), m_status};
    settle(Outcome::Failed, &refused);
}

void PassThrough::onClientGone()
{
    if (m_settled)
        return;
    if (m_attempt)
        closeAttempt(Fault::ClientGone);
    const Error gone {Fault::ClientGone, "the client closed the connection"};
    settle(Outcome::Abandoned, &gone);
}

void PassThrough::onClientDrained()
{
    if (!m_attempt || !std::exchange(m_paused, false))
        return;
    m_attempt->resume();
}

void PassThrough::shutDown()
{
    endNow({Fault::ShuttingDown, "the gateway is shutting down; please try again"});
}

void PassThrough::abort()
{
    endNow({Fault::ServiceUnavailable, "the request was aborted by an administrator", 499});
}

void PassThrough::endNow(const Error &error)
{
    if (m_settled)
        return;
    if (m_attempt)
        closeAttempt(error.fault);
    fail(error);
}

void PassThrough::fail(const Error &error)
{
    settle(Outcome::Failed, &error);
}

void PassThrough::settle(Outcome outcome, const Error *error)
{
    if (m_settled)
        return;
    m_settled = true;
    m_wait.reset();
    m_guarding.reset();
    m_receipt.outcome = outcome;
    m_receipt.duration = since(m_startedAt, m_context.clock.now());
    m_receipt.status = m_begun ? m_status : error ? error->httpStatus() : m_status;
    if (m_tap)
        m_receipt.usage = m_tap->usage();
    if (error) {
        m_receipt.fault = error->fault;
        m_receipt.error = withoutSecrets(error->message).substr(0, 500);
    }
    if (m_listener)
        m_receipt.said = m_listener->take();
    m_context.settle(m_hold, m_receipt);
    m_context.keep(m_receipt);
    if (m_isWhole) {
        m_reply->end();
    } else if (m_begun && outcome != Outcome::Abandoned) {
        m_reply->abort(); // it is in words that nobody here knows: all that can be said of its end is that it is none
    } else if (error && outcome != Outcome::Abandoned) {
        wire::Head head {error->httpStatus(), {{"content-type", "application/json"}, {"x-litellm-call-id", m_receipt.callId}}};
        m_reply->send(std::move(head), translate::errorBody(*error, m_inbound.dialect));
    }
    m_reply->listen(nullptr);
    m_context.file(std::move(m_receipt), std::move(m_capture));
    m_context.leave(*this);
    deleteLater(); // never from under the caller's feet
}

void PassThrough::closeAttempt(std::optional<Fault> fault)
{
    const auto duration = since(m_attemptStartedAt, m_context.clock.now());
    m_receipt.upstreamTime += duration;
    m_receipt.attempts.push_back({m_receipt.deployment, m_status, fault, duration});
    m_attempt.reset();
}

} // namespace gatehouse::pipeline
