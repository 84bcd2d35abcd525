// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The tries of an Exchange: launch → (waitInLine) → run, and beside one that is late a copy of it (sendCopy). A leg ends in one
// of three ways: it is retired (it worked or failed), given up (another one answered first), or dropped (nobody waits any
// longer).
#include "gateway/core/number_from.h"
#include "gateway/pipeline/bill.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/redact.h"
#include "gateway/pipeline/timeouts.h"
#include "gateway/pipeline/worst_case.h"

#include <QTimer>

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

Error outageOf(const Deployment &deployment)
{
    return {Fault::ServiceUnavailable,
        "litellm.ServiceUnavailableError: " + deployment.provider.title
            + "Exception - this deployment is in a simulated outage; DELETE /health/deployments/" + deployment.id
            + "/outage ends it"};
}

std::int64_t wholeLimit(double limit)
{
    constexpr double most = 1e15;
    return static_cast<std::int64_t>(std::min(limit, most));
}

constexpr std::size_t longestReason = 500;

std::optional<std::int64_t> remainingOf(const wire::Headers &headers, std::string_view name)
{
    return numberFrom<std::int64_t>(headers.value(name));
}

// What a provider does twice without harm but for the bill.
bool mayBeCopied(Operation operation)
{
    return operation == Operation::Chat || operation == Operation::Embedding || operation == Operation::Rerank
        || operation == Operation::Moderation;
}

// The usage of an answer in parts, in the records of those who made them.
void writeParts(const std::vector<translate::Continuation::Part> &parts, std::vector<AttemptRecord> &attempts)
{
    for (AttemptRecord &attempt : attempts) {
        if (!attempt.isGivenUp)
            attempt.usage = {};
    }
    auto record = attempts.begin();
    for (const auto &part : parts) {
        record = std::find_if(record, attempts.end(),
            [&](const AttemptRecord &each) { return !each.isGivenUp && each.deployment == part.deployment; });
        if (record == attempts.end())
            return;
        record->usage = part.usage;
        record->isEstimate = part.isEstimate;
        ++record;
    }
}

} // namespace

void Exchange::launch(routing::Target target, bool isCopy)
{
    if (!isCopy)
        note(target);
    Leg &leg = m_legs.emplace_back();
    leg.target = std::move(target);
    leg.isCopy = isCopy;
    leg.launchedAt = m_context.clock.now();
    if (const auto limit = leg.target.deployment->maxParallelRequests) {
        auto pass = m_context.shared.turnstile.enter(leg.target.slot, *limit);
        if (!pass)
            return waitInLine(leg, *limit);
        leg.pass = std::move(*pass);
    }
    run(leg);
}

// The name an answer carries: the one the caller asked for. Who named it in the path alone gets the provider's, and so does who
// is answered by a fallback; but there OpenAI's streams name the group that answers. All as from LiteLLM.
std::string Exchange::nameInAnswer() const
{
    const wire::Call &asked = call();
    const bool isOpenAi = asked.dialect == Dialect::OpenAiChat || asked.dialect == Dialect::OpenAiText;
    if (m_inbound.isOneOfSeveral || (isOpenAi && !asked.body.has("model")))
        return {};
    if (m_plan->route.fallbacks() == 0)
        return asked.model;
    return isOpenAi && asked.stream ? m_plan->route.asked() : std::string();
}

// What the receipt and the headers say of who answers.
void Exchange::note(const routing::Target &target)
{
    m_deployment = target.deployment;
    m_receipt.group = m_plan->route.group();
    m_receipt.deployment = m_deployment->id;
    m_receipt.provider = m_deployment->provider.name;
    m_receipt.upstreamModel = target.model;
    m_receipt.station = m_deployment->station;
}

void Exchange::waitInLine(Leg &leg, std::int64_t limit)
{
    leg.place = m_context.shared.turnstile.wait(leg.target.slot, limit, this, [this, &leg](routing::Turnstile::Pass pass) {
        leg.place.reset();
        leg.pass = std::move(pass);
        m_receipt.stages.line += duration_cast<microseconds>(m_context.clock.now() - leg.launchedAt);
        run(leg);
    });
    const auto times = timeoutsOf(call(), *leg.target.deployment, m_snapshot->settings);
    const milliseconds patience = std::max(times.total, times.firstByte);
    QTimer::singleShot(patience, this, [this, round = ++m_round, patience] {
        if (round != m_round || m_settled || m_legs.empty() || !m_legs.front().place)
            return;
        const Error late {Fault::Timeout,
            "litellm.Timeout: waited " + std::to_string(patience.count() / 1000)
                + " s for one of the max_parallel_requests of deployment " + m_legs.front().target.deployment->id};
        m_legs.pop_front();
        retryOrFallBack(late, false);
    });
}

void Exchange::run(Leg &leg)
{
    const auto now = m_context.clock.now();
    const Deployment &deployment = *leg.target.deployment;
    if (!reserveBudgets(leg) || !takeLimits(leg, now))
        return loseTarget(leg);
    leg.use = health().begin(leg.target.slot, now, deployment.rpm && router().keepsLimits());
    TryListener &listener = *this;
    const bool isHeld = m_guarding && m_guarding->holds(); // then nothing is seen of it that would have to be gone on with
    if (!m_continuation && !isHeld && router().continues(*m_plan->route.current())
        && translate::Continuation::isOfUse(m_plan->call))
        leg.continuation = std::make_unique<translate::Continuation>(m_plan->call);
    auto *continuation = m_continuation ? m_continuation.get() : leg.continuation.get();
    leg.tap = {
        m_capture, m_capture->addAttempt(deployment.station, m_plan->route.group(), leg.target.model, leg.isCopy), m_startedAt};
    leg.run = std::make_unique<Try>(m_context, m_snapshot,
        Trial {call(), leg.target, nameInAnswer(), m_desk.get(), m_intake.get(), continuation, leg.tap}, listener);
    armHedge();
    if (health().isInOutage(leg.target.slot, now))
        return onFailed(*leg.run, outageOf(deployment));
    leg.run->start(); // may end the leg
}

// Tokens by an estimate of the prompt; what the answer takes is known when it has ended.
bool Exchange::takeLimits(Leg &leg, Clock::Instant now)
{
    const Deployment &deployment = *leg.target.deployment;
    if (!router().keepsLimits())
        return true;
    if (const std::int64_t count = m_plan->route.inputTokens(); deployment.tpm && count > 0) {
        auto taken = health().takeTokens(leg.target.slot, count, wholeLimit(*deployment.tpm), now);
        if (!taken)
            return false;
        leg.tokens = std::move(*taken);
    }
    return !deployment.rpm || health().takeRequest(leg.target.slot, wholeLimit(*deployment.rpm), now);
}

// Nothing of it is asked where nobody has a budget.
bool Exchange::reserveBudgets(Leg &leg)
{
    routing::Budgets &budgets = m_context.shared.budgets;
    if (!budgets.isAny())
        return true;
    const limits::Ask worst = worstCase(call(), *leg.target.deployment, m_snapshot->catalogue);
    auto reserved = budgets.reserve(*leg.target.deployment, {worst.money, worst.isBounded}, m_context.clock.wall());
    if (reserved)
        leg.reserved = std::move(*reserved);
    else
        m_plan->route.leaveOut(*leg.target.deployment, reserved.error());
    return reserved.has_value();
}

// Somebody else took the last of it since the choice was made.
void Exchange::loseTarget(const Leg &leg)
{
    const bool wasCopy = leg.isCopy;
    m_legs.remove_if([&](const Leg &each) { return &each == &leg; });
    if (!wasCopy)
        tryNext();
}

// A second copy goes out when the first is later than it should be; what it would cost if it were not is what max says.
void Exchange::armHedge()
{
    const routing::Hedge hedge = router().hedgeOf(*m_plan->route.current());
    if (m_copies >= hedge.max || m_begun || m_intake || m_desk || !mayBeCopied(call().operation))
        return;
    const auto after = hedge.after ? hedge.after : m_context.lateness.p95(m_plan->route.group(), call().stream);
    if (!after)
        return;
    QTimer::singleShot(*after, this, [this, round = ++m_round] {
        if (round == m_round && !m_settled && !m_begun && !m_legs.empty())
            sendCopy();
    });
}

void Exchange::sendCopy()
{
    auto target = m_plan->route.another(m_context.clock.now(), m_context.clock.wall(), m_context.random);
    if (!target || !holdMore({}))
        return;
    ++m_copies;
    captureChoice(*m_capture, m_plan->route, m_context.clock.now(), m_startedAt, true);
    launch(std::move(*target), true);
}

Exchange::Leg &Exchange::legOf(const Try &run)
{
    return *std::find_if(m_legs.begin(), m_legs.end(), [&](const Leg &leg) { return leg.run.get() == &run; });
}

AttemptRecord Exchange::recordOf(const Leg &leg) const
{
    AttemptRecord record;
    record.deployment = leg.target.deployment->id;
    record.group = m_plan->route.group();
    record.provider = leg.target.deployment->provider.name;
    record.station = leg.target.deployment->station;
    record.isCopy = leg.isCopy;
    record.begin = duration_cast<microseconds>(leg.launchedAt - m_startedAt);
    record.duration = duration_cast<microseconds>(m_context.clock.now() - leg.launchedAt);
    if (leg.run) {
        record.status = leg.run->status();
        record.usage = leg.run->usage();
        if (leg.run->isBegun())
            record.firstToken = duration_cast<microseconds>(leg.run->begunAt() - leg.run->startedAt());
        record.remainingRequests = remainingOf(leg.run->headers(), "x-ratelimit-remaining-requests");
        record.remainingTokens = remainingOf(leg.run->headers(), "x-ratelimit-remaining-tokens");
    }
    return record;
}

/// \a error is why it failed; none = it worked.
void Exchange::retire(Leg &leg, const Error *error)
{
    const auto now = m_context.clock.now();
    AttemptRecord record = recordOf(leg);
    if (error) {
        record.fault = error->fault;
        record.error = withoutSecrets(error->message, leg.target.deployment->apiKey).substr(0, longestReason);
    }
    routing::Ended ended;
    ended.fault = record.fault;
    ended.status = error ? error->httpStatus() : 200;
    if (error) {
        ended.reason = record.error;
        ended.retryAfter = error->retryAfter;
    }
    ended.duration = record.duration - (leg.run ? leg.run->fetchTime() : milliseconds(0)); // which is not the deployment's
    ended.stream = call().stream;
    ended.firstToken = record.firstToken;
    ended.inputTokens = record.usage.input;
    ended.outputTokens = record.usage.output;
    const bool wasProbe = leg.use.isProbe();
    record.hasMadeRest = leg.use.end(ended, m_board->cooldownOf(*leg.target.deployment), m_plan->route.peers(), now);
    if (!error && router().hedgeOf(*m_plan->route.current()).max > 0)
        m_context.lateness.add(m_plan->route.group(), ended.stream, ended.stream ? ended.firstToken : ended.duration);
    tellOf(record);
    tellOfHealth(leg, record, wasProbe);
    m_receipt.upstreamTime += record.duration;
    m_receipt.attempts.push_back(std::move(record));
    if (!error || leg.run->isBegun())
        m_spendings.push_back(std::move(leg.reserved));
    if (m_speaker == leg.run.get())
        m_speaker = nullptr;
    m_paused = false;
    m_legs.remove_if([&](const Leg &each) { return &each == &leg; });
}

// For whoever asks to see more.
void Exchange::tellOf(const AttemptRecord &record) const
{
    using Log = observe::Log;
    Log &log = m_context.shared.log;
    if (!log.wants(Log::Level::Debug, Log::Category::Routing))
        return;
    const std::string message = "attempt at deployment " + record.deployment + " (" + record.group + "): status "
        + std::to_string(record.status) + " in " + std::to_string(record.duration.count() / 1000) + " ms";
    log.say(Log::Level::Debug, {Log::Category::Routing, message, m_receipt.callId});
}

void Exchange::tellOfHealth(const Leg &leg, const AttemptRecord &record, bool wasProbe)
{
    using Kind = observe::Signal::Kind;
    const bool isBack = wasProbe && !record.fault && !health().isResting(leg.target.slot, m_context.clock.now());
    if (!record.hasMadeRest && !isBack)
        return;
    const Deployment &deployment = *leg.target.deployment;
    observe::Signal signal {record.hasMadeRest ? Kind::DeploymentRests : Kind::DeploymentIsBack, deployment.id};
    signal.text = deployment.id + " (" + deployment.group + ") "
        + (isBack ? "answers again" : "rests after " + std::to_string(record.status) + ": " + record.error);
    signal.at = m_context.clock.wall();
    m_context.shared.observer.tell(std::move(signal));
}

// Cancelled at its provider, who bills what it had read and written by then. Where it has not said how much that is, the prompt
// is taken as read.
void Exchange::giveUp(Leg &leg)
{
    AttemptRecord record = recordOf(leg);
    record.isGivenUp = true;
    if (!record.usage.reported && leg.run && leg.run->isAsked()) {
        record.usage.input = m_context.shared.counter.countRequest(leg.target.model, call().body).tokens;
        record.isEstimate = true;
    }
    m_receipt.attempts.push_back(std::move(record));
    m_spendings.push_back(std::move(leg.reserved));
    m_legs.remove_if([&](const Leg &each) { return &each == &leg; });
}

void Exchange::giveUpOthers(const Leg &leg)
{
    note(leg.target);
    for (auto each = m_legs.begin(); each != m_legs.end();) {
        Leg &other = *each++;
        if (&other != &leg)
            giveUp(other);
    }
}

// From the first word on this leg's answer is the answer.
void Exchange::adoptAnswer(Leg &leg)
{
    m_speaker = leg.run.get();
    giveUpOthers(leg);
    if (leg.continuation)
        m_continuation = std::move(leg.continuation);
}

// Everybody who did something is billed at his own prices: who answered, those who were given up beside him, and those who made
// a part of the answer.
void Exchange::bill()
{
    if (!m_plan || !m_deployment)
        return;
    if (m_continuation)
        writeParts(m_continuation->parts(), m_receipt.attempts);
    m_receipt.cost = costOfAll(m_receipt, m_plan->call, *m_snapshot, *m_deployment);
}

void Exchange::dropAll(Fault fault)
{
    for (Leg &leg : m_legs) {
        AttemptRecord record = recordOf(leg);
        record.fault = fault;
        m_spendings.push_back(std::move(leg.reserved));
        m_receipt.usage = record.usage;
        m_receipt.upstreamTime += record.duration;
        m_receipt.attempts.push_back(std::move(record));
    }
    m_legs.clear();
    m_speaker = nullptr;
    m_paused = false;
}

} // namespace gatehouse::pipeline
