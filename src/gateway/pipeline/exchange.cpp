// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The life of one request, top to bottom:
//   begin → start → admit → tryNext → launch → (the Try: try.cpp) → onWords, onDone → complete, or onFailed → settle
// A failure goes back to tryNext (another deployment, or the same after a pause) or on to the next group. settle is the one exit.
#include "gateway/pipeline/exchange.h"

#include "gateway/pipeline/bill.h"
#include "gateway/pipeline/count.h"
#include "gateway/pipeline/timeouts.h"
#include "gateway/routing/verdict.h"

#include <QTimer>

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

microseconds since(Clock::Instant begin, Clock::Instant end)
{
    return duration_cast<microseconds>(end - begin);
}

std::string listText(const std::vector<std::string> &names)
{
    std::string text = "[";
    for (const std::string &name : names)
        text += (text.size() > 1 ? ", '" : "'") + name + "'";
    return text + "]";
}

std::string shortened(std::string text)
{
    constexpr std::size_t longest = 500;
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) // never cut a character in two
            --end;
        text.resize(end);
        text += "…";
    }
    return text;
}

} // namespace

void Exchange::begin(Context &context, Inbound inbound)
{
    auto *exchange = new Exchange(context, std::move(inbound));
    exchange->start();
}

Exchange::Exchange(Context &context, Inbound inbound)
    : m_context(context)
    , m_snapshot(context.snapshot)
    , m_inbound(std::move(inbound))
    , m_startedAt(m_inbound.request.receivedAt)
    , m_reply(std::move(m_inbound.reply))
{
    context.enter(*this);
    m_reply->listen(this);
    const std::string_view asked = m_inbound.request.headers.value("x-litellm-call-id");
    m_receipt.callId = asked.empty() || asked.size() > 200 ? newCallId(context.random) : std::string(asked);
    m_receipt.startedAt = context.clock.wall();
    m_receipt.path = m_inbound.request.path;
    m_receipt.dialect = m_inbound.dialect;
    m_receipt.operation = m_inbound.operation;
}

Exchange::~Exchange()
{
    if (m_reply)
        m_reply->listen(nullptr);
}

void Exchange::start()
{
    if (m_inbound.request.stream)
        return takeForm();
    auto plan = admit(m_inbound, *m_snapshot, m_context.random, m_receipt);
    m_receipt.id = m_context.shared.ring.open(m_receipt);
    if (!plan)
        return settle(Outcome::Refused, &plan.error());
    m_plan = std::move(*plan);
    if (auto recalled = recall(); !recalled)
        return settle(Outcome::Refused, &recalled.error());
    tryNext();
}

// What came before a call at the door of Responses.
Result<> Exchange::recall()
{
    if (m_inbound.dialect != Dialect::OpenAiResponses)
        return {};
    const Settings &settings = m_snapshot->settings;
    m_desk = std::make_unique<ResponseDesk>(m_context, userOf(m_inbound.identity, settings), settings.auth.masterKey);
    return m_desk->recall(m_plan->call, m_plan->route);
}

// Every retry and every fallback comes back through here.
void Exchange::tryNext()
{
    if (m_settled || !m_plan)
        return;
    if (auto target = m_plan->route.next(m_context.random))
        return launch(std::move(*target));
    if (m_plan->route.fallBack()) {
        m_tries = 0;
        return tryNext();
    }
    const Error nobody {Fault::NoDeployment, "No deployments available for selected model. Passed model=" + m_plan->call.model};
    settle(Outcome::Failed, m_firstError ? &*m_firstError : &nobody);
}

void Exchange::launch(routing::Target target)
{
    m_deployment = target.deployment;
    m_receipt.group = m_plan->route.group();
    m_receipt.deployment = m_deployment->id;
    m_receipt.provider = m_deployment->provider.name;
    m_receipt.upstreamModel = target.model;
    const bool keepsName = isFallenBack() || m_inbound.isOneOfSeveral;
    TryListener &listener = *this;
    Trial trial {m_plan->call, std::move(target), keepsName, m_desk.get(), m_intake.get()};
    m_try = std::make_unique<Try>(m_context, m_snapshot, std::move(trial), listener);
    m_try->start();
}

void Exchange::onWords(Try &from, std::string_view bytes)
{
    if (!m_begun)
        beginReply(from);
    m_reply->write(bytes);
    if (!m_paused && m_reply->pending() > wire::Reply::highWater) {
        m_paused = true;
        from.pause();
    }
}

// The first bytes for the caller make the head final: from here on this deployment's answer is the answer.
void Exchange::beginReply(const Try &from)
{
    m_begun = true;
    m_answerType = from.answerType();
    m_receipt.firstToken = since(m_startedAt, from.begunAt());
    const auto waited = m_receipt.upstreamTime + since(from.startedAt(), from.begunAt());
    wire::Head head = answerHead(facts(m_receipt.firstToken, waited, &from.headers()), true);
    if (!m_answerType.empty())
        head.headers.set("content-type", m_answerType);
    if (m_plan->call.framing == wire::Framing::Array)
        head.headers.set("content-type", "application/json; charset=utf-8");
    m_reply->begin(std::move(head));
}

void Exchange::onDone(Try &from)
{
    m_receipt.usage = from.usage();
    m_receipt.finishReason = from.finishReason();
    complete(from);
}

void Exchange::complete(Try &from)
{
    std::string answer = from.takeAnswer();
    const wire::Headers headers = from.headers();
    m_answerType = from.answerType();
    close(std::nullopt);
    m_receipt.cost = costOf(m_receipt, m_plan->call, *m_deployment, m_snapshot->catalogue);
    if (m_begun) {
        m_reply->end();
    } else {
        const auto total = since(m_startedAt, m_context.clock.now());
        m_receipt.firstToken = total;
        wire::Head head = answerHead(facts(total, m_receipt.upstreamTime, &headers), false);
        if (!m_answerType.empty())
            head.headers.set("content-type", m_answerType);
        m_reply->send(std::move(head), std::move(answer));
    }
    settle(Outcome::Completed, nullptr);
}

// One try failed, at whatever point. What the caller has not seen yet can be tried elsewhere.
void Exchange::onFailed(Try &from, Error error)
{
    const bool wasAsked = from.isAsked();
    if (m_begun) {
        m_receipt.usage = from.usage();
        m_receipt.finishReason = from.finishReason();
        const bool saidError = from.saidError();
        close(error.fault);
        return endBegun(error, saidError);
    }
    close(error.fault);
    if (m_plan->call.operation == Operation::CountTokens && wasAsked)
        return countHere();
    retryOrFallBack(std::move(error));
}

// A provider that cannot count is no reason to leave the caller without a count.
void Exchange::countHere()
{
    const wire::Call &call = m_plan->call;
    const auto total = since(m_startedAt, m_context.clock.now());
    m_receipt.firstToken = total;
    m_reply->send(answerHead(facts(total, m_receipt.upstreamTime, nullptr), false),
        countedHere(m_context.shared.counter, m_receipt.upstreamModel, call.body, call.dialect));
    settle(Outcome::Completed, nullptr);
}

void Exchange::retryOrFallBack(Error error)
{
    ++m_tries;
    const Settings &settings = m_snapshot->settings;
    const int retries = m_plan->call.options.numRetries.value_or(m_deployment->numRetries.value_or(settings.numRetries));
    const auto verdict = routing::judge(error, m_tries, m_plan->route.size(), {retries, settings.retryAfter}, m_context.random);
    if (!m_firstError)
        m_firstError = std::move(error);
    if (verdict.kind == routing::Verdict::Kind::Retry) {
        ++m_retries;
        if (verdict.delay.count() > 0)
            QTimer::singleShot(verdict.delay, this, [this, round = m_round] {
                if (round == m_round)
                    tryNext();
            });
        else
            tryNext();
        return;
    }
    if (m_plan->route.fallBack()) {
        m_tries = 0;
        return tryNext();
    }
    m_firstError->message += ". Received Model Group=" + m_plan->call.model + "\nAvailable Model Group Fallbacks="
        + (m_plan->route.fallbackNames().empty() ? "None" : listText(m_plan->route.fallbackNames()));
    settle(Outcome::Failed, &*m_firstError);
}

// A stream that has begun cannot be taken back: it ends with an error in the caller's dialect, never looking complete.
void Exchange::endBegun(const Error &error, bool isSaid)
{
    if (!m_answerType.empty()) { // sound has no words for an error
        m_reply->abort();
        return settle(Outcome::Failed, &error);
    }
    if (!isSaid)
        m_reply->write(translate::errorEvent(error, m_plan->call.dialect, m_plan->call.framing));
    m_reply->end();
    settle(Outcome::Failed, &error);
}

void Exchange::onClientGone()
{
    if (m_settled)
        return;
    if (m_try)
        m_receipt.usage = m_try->usage();
    close(Fault::ClientGone);
    const Error gone {Fault::ClientGone, "the client closed the connection"};
    settle(Outcome::Abandoned, &gone);
}

void Exchange::onClientDrained()
{
    if (!m_paused || !m_try)
        return;
    m_paused = false;
    m_try->resume();
}

void Exchange::shutDown()
{
    if (m_settled)
        return;
    const Error stopping {Fault::ShuttingDown, "the gateway is shutting down; please try again"};
    if (m_try)
        m_receipt.usage = m_try->usage();
    close(Fault::ShuttingDown);
    if (m_begun)
        return endBegun(stopping, false);
    settle(Outcome::Failed, &stopping);
}

// The one exit: answers what is unanswered, makes the receipt final and hands it on.
void Exchange::settle(Outcome outcome, const Error *error)
{
    if (m_settled)
        return;
    m_settled = true;
    if (outcome != Outcome::Completed && m_receipt.usage.reported) // of what has come before it broke
        m_receipt.cost = costOf(m_receipt, m_plan->call, *m_deployment, m_snapshot->catalogue);
    const auto total = since(m_startedAt, m_context.clock.now());
    m_receipt.outcome = outcome;
    m_receipt.duration = total;
    m_receipt.fallbacks = m_plan ? m_plan->route.fallbacks() : 0;
    m_receipt.status = error && !m_begun ? error->httpStatus() : 200;
    if (error) {
        m_receipt.fault = error->fault;
        m_receipt.error = shortened(error->message);
    }
    if (error && !m_begun && outcome != Outcome::Abandoned) {
        std::optional<milliseconds> timeout;
        if (m_deployment) {
            const auto limits = timeoutsOf(m_plan->call, *m_deployment, m_snapshot->settings);
            timeout = std::max(limits.total, limits.firstByte); // a whole answer has the one, a stream the other
        }
        m_reply->send(errorHead(facts(total, m_receipt.upstreamTime, nullptr), *error, timeout),
            translate::errorBody(*error, m_inbound.dialect));
    }
    m_reply->listen(nullptr);

    m_context.file(std::move(m_receipt));
    m_context.leave(*this);
    deleteLater(); // never from under the caller's feet: settle() is reached from inside upstream's and the reply's calls
}

HeadFacts Exchange::facts(microseconds total, microseconds upstreamTime, const wire::Headers *upstream) const
{
    return {m_receipt, m_deployment, m_receipt.upstreamModel, upstream, total, upstreamTime, m_retries,
        m_snapshot->settings.numRetries, m_plan ? m_plan->route.fallbacks() : 0};
}

// The try is over, by itself or because nobody waits for it any longer.
void Exchange::close(std::optional<Fault> fault)
{
    if (!m_try)
        return;
    const auto duration = since(m_try->startedAt(), m_context.clock.now());
    m_receipt.upstreamTime += duration;
    m_receipt.attempts.push_back({m_deployment->id, m_try->status(), fault, duration});
    m_try.reset();
    m_paused = false;
}

} // namespace gatehouse::pipeline
