// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/try.h"

#include "gateway/catalogue/describe.h"
#include "gateway/pipeline/count.h"
#include "gateway/pipeline/dialect_of.h"
#include "gateway/pipeline/retry_after.h"
#include "gateway/pipeline/token_input.h"
#include "gateway/providers/address.h"
#include "gateway/providers/sign.h"

namespace gatehouse::pipeline {

namespace {

// A provider's whole answer is held until it can be judged; this is far above any real one.
constexpr std::size_t largestAnswer = 256 * 1024 * 1024;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

} // namespace

Try::Try(Context &context, std::shared_ptr<const Snapshot> snapshot, Trial trial, TryListener &listener)
    : m_context(context)
    , m_snapshot(std::move(snapshot))
    , m_trial(std::move(trial))
    , m_listener(listener)
    , m_startedAt(context.clock.now())
{
}

Try::~Try()
{
    tellRest();
}

// What was collected before it broke off, or was no answer.
void Try::tellRest()
{
    if (!std::exchange(m_isTold, true) && !m_collected.empty())
        m_trial.tap.heard(m_collected, m_context.clock.now());
}

void Try::start()
{
    if (deployment().cloud.isFetched() && !deployment().mockResponse)
        return askForGrant();
    send(nullptr);
}

// \a grant is what the deployment's cloud wants to be shown, where it has to be fetched.
void Try::send(const Grant *grant)
{
    const wire::Call &call = m_trial.call;
    // What a star stands for is known only now, and with it the model's limits.
    std::optional<Deployment> filled;
    if (deployment().isWildcard())
        filled = catalogue::concrete(deployment(), model(), m_snapshot->catalogue);
    const Deployment &known = filled ? *filled : deployment();
    const Dialect dialect = dialectOf(call, known, m_snapshot->settings);
    m_view = {dialect, call.dialect, m_trial.name, deployment().id, call.wantsUsage, false, deployment().provider, call.operation,
        &call.body, model(), call.framing};
    if (m_trial.desk) {
        m_trial.desk->serve(call, deployment());
        m_view.desk = m_trial.desk;
    }
    if (call.operation == Operation::StoredResponse)
        return sendForKept(grant);
    if (call.operation == Operation::CountTokens && !hasCounter())
        return answerCount();
    if (deployment().mockResponse)
        return answerMock();

    std::optional<wire::Call> rest; // of an answer that another one began
    if (m_trial.continuation && m_trial.continuation->hasBegun()) {
        auto made = m_trial.continuation->rest({known, model(), dialect});
        if (!made)
            return fail(std::move(made).error());
        rest = std::move(*made);
    }
    auto inWords = withoutTokens(rest ? *rest : call, deployment(), m_context.shared.counter);
    if (!inWords)
        return fail(std::move(inWords).error());
    const wire::Call &asked = *inWords ? **inWords : rest ? *rest : call;
    auto encoded = translate::encode(asked, {known, model(), dialect}, m_snapshot->settings.policy, &m_files);
    if (!encoded)
        return fail(std::move(encoded).error());
    if (!m_files.wanted.empty())
        return gatherFiles();
    m_view.jsonTool = encoded->jsonTool;
    if (m_trial.intake)
        encoded->headers.set("content-type", m_trial.intake->contentType());
    std::string url = providers::address(deployment(), {dialect, call.operation, model(), call.stream, encoded->isOlder});
    wire::Headers headers = providers::headers(deployment(), call, encoded->headers);
    if (auto done = providers::sign(deployment(), {url, encoded->body, grant}, m_context.clock.wall(), headers); !done)
        return fail(std::move(done).error());
    upstream::Outgoing outgoing {"POST", std::move(url), std::move(headers), {}, timesLeft()};
    m_isAsked = true;
    if (m_trial.intake)
        outgoing.upload = m_trial.intake->upload(encoded->body);
    else
        outgoing.body = std::move(encoded->body);
    m_trial.tap.sent(outgoing, &deployment(), m_context.clock.now());
    m_attempt = m_context.upstream.send(std::move(outgoing), this);
}

void Try::answerMock()
{
    const std::string &text = *deployment().mockResponse;
    if (m_trial.continuation && m_trial.call.stream)
        return continueMock();
    m_view.model = m_trial.call.model; // there is no provider to name one
    auto answer = m_trial.call.stream ? translate::mockStream(text, m_view) : translate::mockAnswer(text, m_view);
    if (!answer)
        return fail(std::move(answer).error());
    if (m_trial.call.stream)
        say(std::exchange(answer->body, {}));
    done(std::move(*answer));
}

// As a provider's stream would be: the continuation has to follow it, or to go on with it.
void Try::continueMock()
{
    translate::View own = m_view;
    own.to = own.from = Dialect::OpenAiChat;
    own.framing = wire::Framing::Events;
    auto answer = translate::mockStream(*deployment().mockResponse, own);
    if (!answer)
        return fail(std::move(answer).error());
    m_status = 200;
    m_view.from = Dialect::OpenAiChat;
    if (m_trial.continuation->hasBegun()) {
        if (auto made = m_trial.continuation->rest({deployment(), model(), Dialect::OpenAiChat}); !made)
            return fail(std::move(made).error());
    }
    m_stream = m_trial.continuation->makeStream(m_view, "text/event-stream");
    m_out.clear();
    const auto fed = m_stream->feed(answer->body, m_out);
    if (!m_out.empty())
        say(std::exchange(m_out, {}));
    if (!fed)
        return fail(fed.error());
    finishStream();
}

void Try::onHead(int status, wire::Headers headers)
{
    m_status = status;
    m_headers = std::move(headers);
    if (isSuccess(status)) // it will not be told again
        m_files.found.clear();
    m_trial.tap.answered(status, m_headers, m_context.clock.now());
    const Operation operation = m_trial.call.operation;
    const std::string type = wire::lowered(m_headers.value("content-type"));
    const bool isEvents = type.starts_with("text/event-stream");
    const bool isSound = operation == Operation::Speech && !type.starts_with("text/") && type.find("json") == type.npos;
    if (isSuccess(status) && (operation == Operation::Chat ? m_trial.call.stream : isEvents || isSound))
        m_stream = m_trial.continuation ? m_trial.continuation->makeStream(m_view, type) : translate::makeStream(m_view, type);
    if (m_stream && isSound)
        m_answerType = type.empty() ? "application/octet-stream" : m_headers.value("content-type");
}

void Try::onBytes(std::string_view bytes)
{
    if (!m_stream) {
        if (m_collected.size() + bytes.size() > largestAnswer)
            return fail(translate::connectionError(deployment().provider, "the answer is larger than 256 MiB"));
        m_collected += bytes;
        return;
    }
    m_trial.tap.heard(bytes, m_context.clock.now());
    m_out.clear();
    auto fed = m_stream->feed(bytes, m_out);
    if (!m_out.empty())
        say(m_out);
    if (!fed)
        fail(std::move(fed).error());
}

void Try::say(std::string_view bytes)
{
    if (!isBegun())
        m_begunAt = m_context.clock.now();
    m_listener.onWords(*this, bytes);
}

void Try::onEnded(Result<> outcome)
{
    if (!outcome) {
        Error error = std::move(outcome).error();
        if (error.fault == Fault::ApiConnection)
            error = translate::connectionError(deployment().provider, error.message);
        return fail(std::move(error));
    }
    if (isSuccess(m_status))
        return m_stream ? finishStream() : finishAnswer();
    if (m_grant != 0 && renewGrant())
        return;
    Error error = translate::classify(deployment().provider, m_trial.call.dialect, m_status, m_collected);
    if (const auto delay = retryAfter(m_headers, m_context.clock.wall()))
        error.retryAfter = delay;
    fail(std::move(error));
}

void Try::finishStream()
{
    m_out.clear();
    auto finished = m_stream->finish(m_out);
    if (!m_out.empty())
        say(m_out);
    if (!finished)
        return fail(std::move(finished).error());
    m_listener.onDone(*this);
}

void Try::finishAnswer()
{
    if (isPlainAnswer()) {
        m_answerType = m_headers.value("content-type");
        tellRest();
        return m_listener.onDone(*this);
    }
    auto answer = translate::decodeAnswer(m_collected, m_view);
    if (!answer)
        return fail(std::move(answer).error());
    done(std::move(*answer));
}

void Try::done(translate::Answer answer)
{
    m_isTold = true;
    m_trial.tap.heard(std::exchange(m_collected, std::move(answer.body)), m_context.clock.now());
    m_usage = answer.usage;
    m_finishReason = std::move(answer.finishReason);
    m_listener.onDone(*this);
}

void Try::fail(Error error)
{
    if (error.fault == Fault::Timeout && m_status == 0)
        error.message = "litellm.Timeout: APITimeoutError - Request timed out. Error_str: " + error.message;
    m_wait.reset();
    m_gathering.reset();
    m_attempt.reset();
    tellRest();
    m_listener.onFailed(*this, std::move(error));
}

void Try::pause()
{
    if (m_attempt)
        m_attempt->pause();
}

void Try::resume()
{
    if (m_attempt)
        m_attempt->resume();
}

/// Text, and subtitles: what was asked for by response_format, and no JSON.
bool Try::isPlainAnswer() const
{
    const auto format = wire::jsonString(m_trial.call.body.find("response_format"));
    const std::string type = wire::lowered(m_headers.value("content-type"));
    return m_trial.intake && (format == "text" || format == "srt" || format == "vtt") && type.find("json") == std::string::npos
        && !type.starts_with("text/html");
}

} // namespace gatehouse::pipeline
