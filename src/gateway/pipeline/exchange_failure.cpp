// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of an Exchange whose try has failed: retryOrFallBack → tryNext again, or fallBackOrEnd → the next group or the
// end. What the caller has not seen yet can be tried elsewhere; what it has seen cannot be taken back (onBroken).
#include "gateway/pipeline/allowance.h"
#include "gateway/pipeline/count.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/routing/verdict.h"
#include "gateway/translate/changes.h"

#include <QTimer>

namespace gatehouse::pipeline {

namespace {

using routing::FallbackKind;

FallbackKind kindOf(const Error &error)
{
    switch (error.fault) {
    case Fault::ContextWindowExceeded: return FallbackKind::ContextWindow;
    case Fault::ContentPolicyViolation: return FallbackKind::ContentPolicy;
    default: return FallbackKind::General;
    }
}

std::string listText(const std::vector<std::string> &names)
{
    std::string text = "[";
    for (const std::string &name : names)
        text += (text.size() > 1 ? ", '" : "'") + name + "'";
    return text + "]";
}

// The failures that a caller may ask for, in the words of LiteLLM's.
Error rehearsed(wire::Rehearsal rehearsal, const std::string &model)
{
    const std::string why = "This is a mock exception for model=" + model + ", to trigger ";
    switch (rehearsal) {
    case wire::Rehearsal::ContextWindow:
        return {Fault::ContextWindowExceeded, "litellm.ContextWindowExceededError: " + why + "a context window fallback"};
    case wire::Rehearsal::ContentPolicy:
        return {Fault::ContentPolicyViolation, "litellm.ContentPolicyViolationError: " + why + "a content policy fallback"};
    case wire::Rehearsal::RateLimit: return {Fault::RateLimit, "litellm.RateLimitError: " + why + "a rate limit error"};
    case wire::Rehearsal::Timeout: return {Fault::Timeout, "litellm.Timeout: " + why + "a timeout"};
    default: return {Fault::InternalServer, "litellm.InternalServerError: " + why + "a fallback"};
    }
}

} // namespace

void Exchange::rehearse(wire::Rehearsal rehearsal)
{
    Error error = rehearsed(rehearsal, m_plan->call.model);
    if (rehearsal == wire::Rehearsal::RateLimit)
        return retryOrFallBack(std::move(error), false);
    if (rehearsal != wire::Rehearsal::Timeout)
        return fallBackOrEnd(std::move(error));
    const auto time = m_plan->call.options.timeout.value_or(m_snapshot->settings.timeout);
    QTimer::singleShot(time, this, [this, error = std::move(error)]() mutable {
        if (!m_settled)
            retryOrFallBack(std::move(error), false);
    });
}

void Exchange::onFailed(Try &from, Error error)
{
    Leg &leg = legOf(from);
    if (m_begun)
        return onBroken(leg, std::move(error));
    const bool wasAsked = from.isAsked();
    const bool isAnswered = from.status() >= 200 && from.status() < 300 && error.fault == Fault::BadGateway;
    retire(leg, &error);
    if (!m_legs.empty()) { // its copy may still answer
        if (!m_firstError)
            m_firstError = std::move(error);
        return;
    }
    if (call().operation == Operation::CountTokens && wasAsked)
        return countHere();
    retryOrFallBack(std::move(error), isAnswered);
}

// A provider that cannot count is no reason to leave the caller without a count.
void Exchange::countHere()
{
    const auto total = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - m_startedAt);
    m_receipt.firstToken = total;
    conclude(Outcome::Completed, nullptr);
    m_reply->send(answerHead(facts(total, m_receipt.upstreamTime, nullptr), false),
        countedHere(m_context.shared.counter, m_receipt.upstreamModel, call().body, call().dialect));
    settle(Outcome::Completed, nullptr);
}

void Exchange::retryOrFallBack(Error error, bool isAnswered)
{
    ++m_tries;
    const auto now = m_context.clock.now();
    const auto wall = m_context.clock.wall();
    const routing::Route &route = m_plan->route;
    routing::Situation situation;
    situation.tries = m_tries;
    situation.groupSize = route.size();
    situation.hasUntried = route.hasUntried(now, wall, m_context.random);
    situation.hasAvailable = situation.hasUntried || route.hasAvailable(now, wall, m_context.random);
    situation.hasFallback = route.hasFallback(kindOf(error));
    situation.isAnswered = isAnswered;
    const Settings &settings = m_snapshot->settings;
    const routing::RetrySettings retries {call().options.numRetries, m_deployment ? m_deployment->numRetries : std::nullopt,
        route.current()->rules.retries, router().rules().retries, settings.numRetries, settings.retryAfter};
    const auto verdict = routing::judge(error, situation, retries, m_context.random);
    if (verdict.kind == routing::Verdict::Kind::FallBack)
        return fallBackOrEnd(std::move(error));
    if (!m_firstError)
        m_firstError = std::move(error);
    ++m_retries;
    ++m_round;
    if (verdict.delay.count() == 0)
        return tryNext();
    QTimer::singleShot(verdict.delay, this, [this, round = m_round] {
        if (round == m_round)
            tryNext();
    });
}

// The caller is told the first error: what came of the fallbacks is not what it asked about.
void Exchange::fallBackOrEnd(Error error)
{
    const FallbackKind kind = kindOf(error);
    const bool isRefusal = error.fault == Fault::NoDeployment;
    if (!m_firstError)
        m_firstError = std::move(error);
    ++m_round;
    while (m_plan->route.fallBack(kind)) {
        m_tries = 0;
        applyChanges();
        if (auto held = holdMore(m_plan->hold.asked()); !held)
            m_firstError->message += ". The fallback to " + m_plan->route.group() + " was left out: " + held.error().message;
        else
            return m_snapshot->guardrails ? guardGroup() : tryNext();
    }
    if (m_begun) {
        const Error last = *m_firstError;
        return endBegun(last, false);
    }
    if (!isRefusal || !m_receipt.attempts.empty()) {
        const auto names = m_plan->route.fallbackNames();
        m_firstError->message += ". Received Model Group=" + m_plan->call.model
            + "\nAvailable Model Group Fallbacks=" + (names.empty() ? "None" : listText(names));
    }
    settle(Outcome::Failed, &*m_firstError);
}

// A dearer group may take more than was kept for the first, and a copy is paid for beside it.
Result<> Exchange::holdMore(const limits::Ask &held)
{
    auto more = reserveMore(call(), m_plan->route.current()->deployments, held, m_receipt, m_inbound,
        {*m_snapshot, *m_context.callers}, m_context.clock);
    if (!more)
        return Failure {std::move(more).error()};
    if (!more->isEmpty())
        m_plan->more.push_back(std::move(*more));
    return {};
}

// A fallback may carry parameters of its own, in place of the caller's.
void Exchange::applyChanges()
{
    m_changed.reset();
    if (m_plan->route.changes().empty())
        return;
    auto body = translate::changed(m_plan->call.body, m_plan->route.changes());
    if (!body)
        return; // its own shape was checked when it was read
    m_changed = m_plan->call;
    m_changed->body = std::move(*body);
}

// A stream that has begun cannot be taken back. Another deployment may go on with it, where that was asked for and the answer is
// one that can be gone on with; else it ends with an error in the caller's dialect, never looking complete.
void Exchange::onBroken(Leg &leg, Error error)
{
    m_receipt.usage = leg.run->usage();
    m_receipt.finishReason = leg.run->finishReason();
    const bool isSaid = leg.run->saidError();
    retire(leg, &error);
    if (const auto ending = m_continuation ? m_continuation->ending() : std::nullopt)
        return endWhole(*ending);
    if (!m_continuation || !m_continuation->mayGoOn())
        return endBegun(error, isSaid);
    m_firstError = error;
    retryOrFallBack(std::move(error), false);
}

// It broke off when all of it had been said.
void Exchange::endWhole(std::string_view ending)
{
    bill();
    conclude(Outcome::Completed, nullptr);
    m_reply->write(ending);
    m_reply->end();
    settle(Outcome::Completed, nullptr);
}

void Exchange::endBegun(const Error &error, bool isSaid)
{
    conclude(Outcome::Failed, &error);
    if (!m_answerType.empty()) { // sound has no words for an error
        m_reply->abort();
        return settle(Outcome::Failed, &error);
    }
    const bool isWithheld = m_continuation && !m_continuation->withheld().empty() && call().framing == wire::Framing::Events;
    if (isWithheld)
        m_reply->write(m_continuation->withheld());
    else if (!isSaid)
        m_reply->write(translate::errorEvent(error, call().dialect, call().framing));
    m_reply->end();
    settle(Outcome::Failed, &error);
}

} // namespace gatehouse::pipeline
