// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The life of one request, top to bottom:
//   begin → start → admit → tryNext → open → send → onHead, onBytes, onEnded → complete or onFailed → settle
// Between open and send some wait for a token of their cloud's: askForGrant → onGranted or onRefused.
// A failure goes back to tryNext (another deployment, or the same after a pause) or on to the next group. settle is the one exit.
#include "gateway/pipeline/exchange.h"

#include "gateway/catalogue/describe.h"
#include "gateway/pipeline/dialect_of.h"
#include "gateway/pipeline/timeouts.h"
#include "gateway/pipeline/token_input.h"
#include "gateway/providers/address.h"
#include "gateway/providers/sign.h"
#include "gateway/routing/verdict.h"

#include <QTimer>

#include <algorithm>
#include <charconv>

namespace gatehouse::pipeline {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

// A provider's whole answer is held until it can be judged; this is far above any real one.
constexpr std::size_t largestAnswer = 256 * 1024 * 1024;

microseconds since(Clock::Instant begin, Clock::Instant end)
{
    return duration_cast<microseconds>(end - begin);
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

// Retry-After in seconds; providers for language models do not send the date form, and a wrong guess only means the usual
// back-off.
std::optional<milliseconds> retryAfter(const wire::Headers &headers)
{
    const std::string_view value = headers.value("retry-after");
    double seconds = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (value.empty() || failed != std::errc() || end != value.data() + value.size() || seconds < 0 || seconds > 86'400)
        return std::nullopt;
    return milliseconds(static_cast<long long>(seconds * 1000));
}

// The name an answer carries: the one the caller asked for. Who named it in the path alone gets the provider's, as from LiteLLM.
std::string shownModel(const wire::Call &call)
{
    const bool isOpenAi = call.dialect == Dialect::OpenAiChat || call.dialect == Dialect::OpenAiText;
    return isOpenAi && !call.body.has("model") ? std::string() : call.model;
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

// Every retry and every fallback comes back through here.
void Exchange::tryNext()
{
    if (m_settled || !m_plan)
        return;
    if (const auto target = m_plan->route.next(m_context.random))
        return open(*target);
    if (m_plan->route.fallBack()) {
        m_tries = 0;
        return tryNext();
    }
    const Error nobody {Fault::NoDeployment, "No deployments available for selected model. Passed model=" + m_plan->call.model};
    settle(Outcome::Failed, m_firstError ? &*m_firstError : &nobody);
}

void Exchange::open(const routing::Target &target)
{
    m_deployment = target.deployment;
    m_receipt.group = m_plan->route.group();
    m_receipt.deployment = m_deployment->id;
    m_receipt.provider = m_deployment->provider.name;
    m_receipt.upstreamModel = target.model;
    m_attemptStartedAt = m_context.clock.now();
    m_upstreamStatus = 0;
    m_upstreamHeaders = {};
    m_collected.clear();
    m_answerType.clear();
    m_grant = 0;
    if (m_deployment->cloud.isFetched() && !m_deployment->mockResponse)
        return askForGrant();
    send(nullptr);
}

// \a grant is what the deployment's cloud wants to be shown, where it has to be fetched.
void Exchange::send(const Grant *grant)
{
    const wire::Call &call = m_plan->call;
    const std::string &model = m_receipt.upstreamModel;
    // What a star stands for is known only now, and with it the model's limits.
    std::optional<Deployment> filled;
    if (m_deployment->isWildcard())
        filled = catalogue::concrete(*m_deployment, model, m_snapshot->catalogue);
    const Deployment &known = filled ? *filled : *m_deployment;
    const Dialect dialect = dialectOf(call, known, m_snapshot->settings);
    const bool keepsName = isFallenBack() || m_inbound.isOneOfSeveral;
    m_view = {dialect, call.dialect, keepsName ? std::string() : shownModel(call), m_deployment->id, call.wantsUsage, false,
        m_deployment->provider, call.operation, &call.body, model, call.framing};
    if (m_desk) {
        m_desk->serve(call, *m_deployment);
        m_view.desk = m_desk.get();
    }
    if (call.operation == Operation::StoredResponse)
        return sendForKept(grant);
    if (isCounting() && !hasCounter())
        return answerCount();
    if (m_deployment->mockResponse)
        return answerMock();

    auto inWords = withoutTokens(call, *m_deployment, m_context.shared.counter);
    if (!inWords)
        return onFailed(std::move(inWords).error());
    auto encoded = translate::encode(*inWords ? **inWords : call, {known, model, dialect}, m_snapshot->settings.policy);
    if (!encoded)
        return onFailed(std::move(encoded).error());
    m_view.jsonTool = encoded->jsonTool;
    if (m_intake)
        encoded->headers.set("content-type", m_intake->contentType());
    std::string url = providers::address(*m_deployment, {dialect, call.operation, model, call.stream, encoded->isOlder});
    wire::Headers headers = providers::headers(*m_deployment, call, encoded->headers);
    if (auto done = providers::sign(*m_deployment, {url, encoded->body, grant}, m_context.clock.wall(), headers); !done)
        return onFailed(std::move(done).error());
    upstream::Outgoing outgoing {
        "POST", std::move(url), std::move(headers), {}, timeoutsOf(call, *m_deployment, m_snapshot->settings)};
    m_isAsked = true;
    if (m_intake)
        outgoing.upload = m_intake->upload(encoded->body);
    else
        outgoing.body = std::move(encoded->body);
    m_attempt = m_context.upstream.send(std::move(outgoing), this);
}

void Exchange::answerMock()
{
    const std::string &text = *m_deployment->mockResponse;
    m_view.model = m_plan->call.model; // there is no provider to name one
    auto answer = m_plan->call.stream ? translate::mockStream(text, m_view) : translate::mockAnswer(text, m_view);
    if (!answer)
        return onFailed(std::move(answer).error());
    closeAttempt(std::nullopt);
    m_receipt.usage = answer->usage;
    m_receipt.finishReason = answer->finishReason;
    if (m_plan->call.stream) {
        deliver(answer->body);
        return complete();
    }
    m_collected = std::move(answer->body);
    complete();
}

void Exchange::onHead(int status, wire::Headers headers)
{
    m_upstreamStatus = status;
    m_upstreamHeaders = std::move(headers);
    const bool isChat = m_plan->call.operation == Operation::Chat;
    const std::string type = wire::lowered(m_upstreamHeaders.value("content-type"));
    const bool isEvents = type.starts_with("text/event-stream");
    const bool isSound =
        m_plan->call.operation == Operation::Speech && !type.starts_with("text/") && type.find("json") == type.npos;
    if (isSuccess(status) && (isChat ? m_plan->call.stream : isEvents || isSound))
        m_stream = translate::makeStream(m_view, type);
    if (m_stream && isSound)
        m_answerType = type.empty() ? "application/octet-stream" : m_upstreamHeaders.value("content-type");
}

void Exchange::onBytes(std::string_view bytes)
{
    if (m_stream)
        return relay(bytes);
    if (m_collected.size() + bytes.size() > largestAnswer)
        return onFailed(translate::connectionError(m_deployment->provider, "the answer is larger than 256 MiB"));
    m_collected += bytes;
}

void Exchange::relay(std::string_view bytes)
{
    m_out.clear();
    auto fed = m_stream->feed(bytes, m_out);
    if (!m_out.empty())
        deliver(m_out);
    if (!fed)
        onFailed(std::move(fed).error());
}

// The first bytes for the caller make the head final: from here on this deployment's answer is the answer.
void Exchange::deliver(std::string_view bytes)
{
    if (!m_begun) {
        m_begun = true;
        const auto now = m_context.clock.now();
        m_receipt.firstToken = since(m_startedAt, now);
        const auto waited = m_receipt.upstreamTime + (m_attempt ? since(m_attemptStartedAt, now) : microseconds(0));
        wire::Head head = answerHead(facts(m_receipt.firstToken, waited, &m_upstreamHeaders), true);
        if (!m_answerType.empty())
            head.headers.set("content-type", m_answerType);
        if (m_plan->call.framing == wire::Framing::Array)
            head.headers.set("content-type", "application/json; charset=utf-8");
        m_reply->begin(std::move(head));
    }
    m_reply->write(bytes);
    if (m_attempt && !m_paused && m_reply->pending() > wire::Reply::highWater) {
        m_paused = true;
        m_attempt->pause();
    }
}

void Exchange::onEnded(Result<> outcome)
{
    if (!outcome) {
        Error error = std::move(outcome).error();
        if (error.fault == Fault::ApiConnection)
            error = translate::connectionError(m_deployment->provider, error.message);
        return onFailed(std::move(error));
    }
    if (!isSuccess(m_upstreamStatus)) {
        if (m_grant != 0 && renewGrant())
            return;
        Error error = translate::classify(m_deployment->provider, m_plan->call.dialect, m_upstreamStatus, m_collected);
        if (const auto delay = retryAfter(m_upstreamHeaders))
            error.retryAfter = delay;
        return onFailed(std::move(error));
    }
    return m_stream ? finishStream() : finishAnswer();
}

void Exchange::finishStream()
{
    m_out.clear();
    auto finished = m_stream->finish(m_out);
    if (!m_out.empty())
        deliver(m_out);
    if (!finished)
        return onFailed(std::move(finished).error());
    m_receipt.usage = m_stream->usage();
    m_receipt.finishReason = m_stream->finishReason();
    closeAttempt(std::nullopt);
    complete();
}

void Exchange::finishAnswer()
{
    if (isPlainAnswer()) {
        m_answerType = m_upstreamHeaders.value("content-type");
        closeAttempt(std::nullopt);
        return complete();
    }
    auto answer = translate::decodeAnswer(m_collected, m_view);
    if (!answer)
        return onFailed(std::move(answer).error());
    m_receipt.usage = answer->usage;
    m_receipt.finishReason = std::move(answer->finishReason);
    m_collected = std::move(answer->body);
    closeAttempt(std::nullopt);
    complete();
}

// One attempt failed, at whatever point. What the caller has not seen yet can be tried elsewhere.
void Exchange::onFailed(Error error)
{
    if (error.fault == Fault::Timeout && m_upstreamStatus == 0)
        error.message = "litellm.Timeout: APITimeoutError - Request timed out. Error_str: " + error.message;
    closeAttempt(error.fault);
    if (m_begun)
        return endBegun(error);
    if (isCounting() && m_isAsked)
        return answerCount();
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
void Exchange::endBegun(const Error &error)
{
    if (m_stream) {
        m_receipt.usage = m_stream->usage();
        m_receipt.finishReason = m_stream->finishReason();
    }
    if (!m_answerType.empty()) { // sound has no words for an error
        m_reply->abort();
        return settle(Outcome::Failed, &error);
    }
    if (!m_stream || !m_stream->saidError())
        m_reply->write(translate::errorEvent(error, m_plan->call.dialect, m_plan->call.framing));
    m_reply->end();
    settle(Outcome::Failed, &error);
}

void Exchange::complete()
{
    if (m_begun) {
        m_reply->end();
    } else {
        const auto total = since(m_startedAt, m_context.clock.now());
        m_receipt.firstToken = total;
        wire::Head head = answerHead(facts(total, m_receipt.upstreamTime, &m_upstreamHeaders), false);
        if (!m_answerType.empty())
            head.headers.set("content-type", m_answerType);
        m_reply->send(std::move(head), std::move(m_collected));
    }
    settle(Outcome::Completed, nullptr);
}

void Exchange::onClientGone()
{
    if (m_settled)
        return;
    if (m_stream)
        m_receipt.usage = m_stream->usage();
    if (isTrying())
        closeAttempt(Fault::ClientGone);
    const Error gone {Fault::ClientGone, "the client closed the connection"};
    settle(Outcome::Abandoned, &gone);
}

void Exchange::onClientDrained()
{
    if (!m_paused || !m_attempt)
        return;
    m_paused = false;
    m_attempt->resume();
}

void Exchange::shutDown()
{
    if (m_settled)
        return;
    const Error stopping {Fault::ShuttingDown, "the gateway is shutting down; please try again"};
    if (isTrying())
        closeAttempt(Fault::ShuttingDown);
    if (m_begun)
        return endBegun(stopping);
    settle(Outcome::Failed, &stopping);
}

// The one exit: answers what is unanswered, makes the receipt final and hands it on.
void Exchange::settle(Outcome outcome, const Error *error)
{
    if (m_settled)
        return;
    m_settled = true;
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

void Exchange::closeAttempt(std::optional<Fault> fault)
{
    const auto duration = since(m_attemptStartedAt, m_context.clock.now());
    m_receipt.upstreamTime += duration;
    m_receipt.attempts.push_back({m_deployment->id, m_upstreamStatus, fault, duration});
    m_wait.reset();
    m_attempt.reset();
    m_paused = false;
    if (fault && !m_begun)
        m_stream.reset();
}

} // namespace gatehouse::pipeline
