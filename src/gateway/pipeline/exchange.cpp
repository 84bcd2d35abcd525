// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The life of one request, top to bottom:
//   begin → start → setOut → (guard →) depart → (askCache →) goOn → tryNext → launch → run → (the Try: try.cpp) → onWords, onDone
//   → complete, or onFailed → settle
// Tries and their copies are in exchange_legs.cpp. A failure goes back to tryNext (another deployment, or the same after a pause)
// or on to the next group: exchange_failure.cpp. Who asks what another is asking already waits for his answer:
// exchange_shared.cpp. What is kept from an earlier call is answered without any: exchange_kept.cpp. Guardrails look at what is
// asked and answered: exchange_guarded.cpp. settle is the one exit.
#include "gateway/pipeline/exchange.h"

#include "gateway/pipeline/allowance.h"
#include "gateway/pipeline/circumstances.h"
#include "gateway/pipeline/redact.h"
#include "gateway/pipeline/timeouts.h"

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
    , m_board(context.board)
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
    open();
    setOut();
}

// From here on others can see it.
void Exchange::open()
{
    m_capture = openCapture(m_context, m_receipt, m_inbound);
    captureRequest(*m_capture, m_inbound.request, m_snapshot->settings.auth);
    m_reply = std::make_unique<Tap>(std::move(m_reply), m_capture, m_context, m_startedAt);
}

void Exchange::setOut()
{
    const auto begunAt = m_context.clock.now();
    m_receipt.stages.queue = since(m_startedAt, begunAt);
    m_receipt.stages.admission = {};
    auto call = letIn(m_inbound, ground(), m_receipt);
    if (call && !m_snapshot->guardrails)
        return depart(std::move(*call), begunAt);
    m_receipt.stages.admission = since(begunAt, m_context.clock.now());
    if (call)
        return guard(std::move(*call));
    captureAdmitted(m_context, *m_capture, m_receipt);
    settle(Outcome::Refused, &call.error());
}

void Exchange::depart(wire::Call call, Clock::Instant begunAt)
{
    auto plan = planFor(std::move(call), m_inbound, ground(), m_receipt);
    m_receipt.stages.admission += since(begunAt, m_context.clock.now());
    captureAdmitted(m_context, *m_capture, m_receipt);
    if (!plan)
        return settle(Outcome::Refused, &plan.error());
    m_plan = std::move(*plan);
    if (m_guarding)
        m_plan->guards = m_guarding->course.print();
    const Settings &settings = m_snapshot->settings;
    const bool isHidden = hidesWords(m_inbound.request.headers, settings.hidesWords);
    if (settings.keepsWords || isHeard(m_receipt, settings))
        m_listener = listenerTo(m_plan->call, isHidden);
    if (auto recalled = recall(); !recalled)
        return settle(Outcome::Refused, &recalled.error());
    if (auto booked = m_context.mayBook(); !booked)
        return settle(Outcome::Refused, &booked.error());
    if (m_plan->call.options.rehearsal != wire::Rehearsal::None)
        return rehearse(m_plan->call.options.rehearsal);
    mayAskCache() ? askCache() : goOn();
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
    if (m_guarding)
        forgetHeld();
    const auto now = m_context.clock.now();
    const auto wall = m_context.clock.wall();
    if (auto target = m_plan->route.next(now, wall, m_context.random)) {
        m_copies = 0;
        captureChoice(*m_capture, m_plan->route, now, m_startedAt, false);
        return launch(std::move(*target), false);
    }
    fallBackOrEnd(m_plan->route.nobody(now, wall));
}

void Exchange::onWords(Try &from, std::string_view bytes)
{
    if (m_speaker != &from)
        adoptAnswer(legOf(from));
    if (m_guarding && m_guarding->holds())
        return hold(bytes);
    if (!m_begun) {
        noteId(bytes);
        beginReply(from);
    }
    if (m_listener)
        m_listener->hear(bytes);
    if (m_collected)
        collect(bytes);
    m_reply->write(bytes);
    if (!m_paused && m_reply->pending() > wire::Reply::highWater) {
        m_paused = true;
        from.pause();
    }
}

// Google's answers have theirs at the end, and what is no conversation mostly none: the call's own id stands for them.
void Exchange::noteId(std::string_view answer)
{
    if (m_receipt.operation == Operation::Chat && m_receipt.dialect != Dialect::GeminiGenerate)
        m_receipt.answerId = answerId(answer);
}

// The first bytes for the caller make the head final: from here on this deployment's answer is the answer.
void Exchange::beginReply(const Try &from)
{
    m_begun = true;
    m_answerType = from.answerType();
    m_receipt.firstToken = since(m_startedAt, from.begunAt());
    const auto waited = m_receipt.upstreamTime + since(from.startedAt(), from.begunAt());
    sendStreamHead(waited, &from.headers());
}

void Exchange::sendStreamHead(microseconds waited, const wire::Headers *upstream)
{
    wire::Head head = answerHead(facts(m_receipt.firstToken, waited, upstream), true);
    if (!m_answerType.empty())
        head.headers.set("content-type", m_answerType);
    if (m_plan->call.framing == wire::Framing::Array)
        head.headers.set("content-type", "application/json; charset=utf-8");
    m_reply->begin(std::move(head));
}

void Exchange::onDone(Try &from)
{
    Leg &leg = legOf(from);
    // An answer that the provider's filter cut is a refusal, for who has somebody else to ask.
    if (!m_begun && from.finishReason() == "content_filter" && m_plan->route.asksOthersWhenBlocked()) {
        return onFailed(from,
            {Fault::ContentPolicyViolation,
                "litellm.ContentPolicyViolationError: Response output was blocked by " + from.deployment().provider.title});
    }
    giveUpOthers(leg);
    complete(leg);
}

void Exchange::complete(Leg &leg)
{
    m_receipt.usage = leg.run->usage();
    m_receipt.finishReason = leg.run->finishReason();
    m_answerType = leg.run->answerType();
    std::string answer = leg.run->takeAnswer();
    const wire::Headers headers = leg.run->headers();
    retire(leg, nullptr);
    bill();
    m_guarding ? judgeAnswer(std::move(answer), headers) : deliver(std::move(answer), headers);
}

void Exchange::deliver(std::string answer, const wire::Headers &headers)
{
    if (m_begun) {
        conclude(Outcome::Completed, nullptr);
        m_reply->end();
        if (m_collected)
            keepAnswer(std::move(*m_collected));
    } else {
        tellOthers(answer, headers);
        if (!m_receipt.cacheKey.empty())
            keepAnswer(answer);
        sendWhole(std::move(answer), headers);
    }
    settle(Outcome::Completed, nullptr);
}

void Exchange::sendWhole(std::string answer, const wire::Headers &upstream)
{
    const auto total = since(m_startedAt, m_context.clock.now());
    m_receipt.firstToken = total;
    noteId(answer);
    if (m_listener)
        m_listener->hear(answer);
    conclude(Outcome::Completed, nullptr);
    wire::Head head = answerHead(facts(total, m_receipt.upstreamTime, &upstream), false);
    if (!m_answerType.empty())
        head.headers.set("content-type", m_answerType);
    m_reply->send(std::move(head), std::move(answer));
}

void Exchange::onClientGone()
{
    if (m_settled)
        return;
    dropAll(Fault::ClientGone);
    const Error gone {Fault::ClientGone, "the client closed the connection"};
    settle(Outcome::Abandoned, &gone);
}

void Exchange::onClientDrained()
{
    if (!m_paused || !m_speaker)
        return;
    m_paused = false;
    legOf(*m_speaker).run->resume();
}

void Exchange::shutDown()
{
    endNow({Fault::ShuttingDown, "the gateway is shutting down; please try again"});
}

// With a status that clients do not take as an invitation to try again. Who waits for the same answer goes on without it.
void Exchange::abort()
{
    if (!m_settled)
        m_place.reset();
    endNow({Fault::ServiceUnavailable, "the request was aborted by an administrator", 499});
}

void Exchange::endNow(const Error &error)
{
    if (m_settled)
        return;
    dropAll(error.fault);
    if (m_begun)
        return endBegun(error, false);
    settle(Outcome::Failed, &error);
}

// Makes the receipt final and keeps it, before the caller sees the end: what was answered was booked, whatever happens next, and
// what was held for it is there for the caller's next call, whichever worker that comes to.
void Exchange::conclude(Outcome outcome, const Error *error)
{
    if (std::exchange(m_concluded, true))
        return;
    if (outcome != Outcome::Completed) // of what has come before it broke
        bill();
    m_receipt.outcome = outcome;
    m_receipt.duration = since(m_startedAt, m_context.clock.now());
    m_receipt.fallbacks = fallbacks();
    m_receipt.status = error && !m_begun ? error->httpStatus() : 200;
    if (error) {
        m_receipt.fault = error->fault;
        m_receipt.error =
            shortened(m_deployment ? withoutSecrets(error->message, m_deployment->apiKey) : withoutSecrets(error->message));
    }
    if (m_listener)
        m_receipt.said = m_listener->take();
    if (m_guarding)
        guardSaid();
    if (m_plan) {
        m_context.settle(m_plan->hold, m_receipt);
        m_plan->more.clear();
        m_spendings.clear(); // now that it was spent, lest there be room between the two
    }
    m_context.keep(m_receipt);
}

// The one exit: answers what is unanswered and hands the receipt on.
void Exchange::settle(Outcome outcome, const Error *error)
{
    if (m_settled)
        return;
    m_settled = true;
    conclude(outcome, error);
    m_guarding.reset();
    leaveOthers(outcome, error);
    if (error && !m_begun && outcome != Outcome::Abandoned) {
        std::optional<milliseconds> timeout;
        if (m_deployment) {
            const auto limits = timeoutsOf(call(), *m_deployment, m_snapshot->settings);
            timeout = std::max(limits.total, limits.firstByte); // a whole answer has the one, a stream the other
        }
        m_reply->send(errorHead(facts(m_receipt.duration, m_receipt.upstreamTime, nullptr), *error, timeout),
            translate::errorBody(*error, m_inbound.dialect));
    }
    m_reply->listen(nullptr);
    m_context.file(std::move(m_receipt), std::move(m_capture));
    m_context.leave(*this);
    deleteLater(); // never from under the caller's feet: settle() is reached from inside upstream's and the reply's calls
}

Ground Exchange::ground()
{
    return {*m_snapshot, *m_board, m_context.shared.counter, m_context.random, *m_context.callers, m_context.clock};
}

HeadFacts Exchange::facts(microseconds total, microseconds upstreamTime, const wire::Headers *upstream) const
{
    HeadFacts facts {m_receipt, m_deployment, m_receipt.upstreamModel, upstream, total, upstreamTime, m_retries,
        m_snapshot->settings.numRetries, fallbacks()};
    facts.limits = limitFacts(m_inbound, m_plan ? &m_plan->margins : nullptr, m_context);
    facts.limits.group = m_receipt.group;
    return facts;
}

int Exchange::fallbacks() const
{
    return m_shared ? m_shared->fallbacks : m_plan ? m_plan->route.fallbacks() : 0;
}

} // namespace gatehouse::pipeline
