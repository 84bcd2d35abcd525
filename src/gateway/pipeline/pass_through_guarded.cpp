// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How guardrails look at what a PassThrough hands on: guard → onRequestJudged → setOut; and the answer is held until judgeAnswer
// → onAnswerJudged → release. Those that would judge beside the other server judge before it.
#include "gateway/pipeline/pass_through.h"

#include "gateway/pipeline/pass_through_call.h"
#include "gateway/pipeline/pass_through_headers.h"
#include "gateway/pipeline/pass_through_shape.h"
#include "gateway/pipeline/reply_head.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::pipeline {

namespace {

using guardrails::Mode;
using guardrails::Round;
using guardrails::Texts;
using guardrails::Verdict;
using Places = std::vector<std::string> PassedGuardrail::*;

constexpr std::size_t largestHeld = 64 * 1024 * 1024;

// Those of all that look: an entry that names no places for one of them means every text.
std::vector<std::string> placesOf(const PassThroughRule &rule, Places which)
{
    std::vector<std::string> places;
    for (const PassedGuardrail &each : rule.guardrails) {
        if ((each.*which).empty())
            return {"**"};
        places.insert(places.end(), (each.*which).begin(), (each.*which).end());
    }
    return places.empty() ? std::vector<std::string> {"**"} : places;
}

Texts textsOfRequest(const PassThroughRule &rule, const wire::Request &request)
{
    if (!wire::JsonObject::parse(request.body))
        return {};
    if (const auto shape = shapeOf(rule, request))
        return Texts::ofRequest(request.body, shape->dialect, shape->operation);
    return Texts::at(placesOf(rule, &PassedGuardrail::requestPlaces), request.body);
}

bool isEvents(const wire::Headers &headers)
{
    return wire::lowered(headers.value("content-type")).starts_with("text/event-stream");
}

// Piece by piece, in a form whose texts nobody here can put together.
bool isInPieces(const wire::Headers &headers)
{
    const std::string type = wire::lowered(headers.value("content-type"));
    return isEvents(headers) || type.starts_with("application/vnd.amazon.eventstream")
        || type.starts_with("application/x-ndjson");
}

} // namespace

void PassThrough::guard()
{
    const people::Caller *caller = m_inbound.identity.caller.get();
    std::vector<std::string> named = caller ? caller->guardrails : std::vector<std::string>();
    for (const PassedGuardrail &each : m_rule.guardrails)
        named.push_back(each.name);
    const guardrails::Set none({}, {}); // then whoever asks for one is told so
    const guardrails::Set &all = m_snapshot->guardrails ? *m_snapshot->guardrails : none;
    auto course =
        all.courseFor(m_wishes, {named, caller && caller->declinesGuardrails, m_receipt.tags, m_receipt.model}, m_context.random);
    if (!course)
        return settle(Outcome::Refused, &course.error());
    if (course->empty())
        return setOut();
    m_guarding = std::make_unique<Guarding>(Guarding {std::move(*course)});
    m_guarding->hasReadable = true;
    m_guarding->course.logging.clear(); // what is said here is kept as it is known, which is not always
    if (asksSomebody(m_guarding->course))
        m_guarding->circumstance = circumstanceFor(m_inbound, passedCall(m_rule, m_inbound), m_receipt);
    noteJudged({});
    m_guarding->texts = textsOfRequest(m_rule, m_inbound.request);
    m_guarding->before = std::make_unique<Round>(m_context.upstream, m_context.clock, m_guarding->circumstance,
        guardrails::Ride {beforeAndBeside(m_guarding->course), Mode::PreCall, m_guarding->texts.all()},
        [this](Verdict verdict) { onRequestJudged(std::move(verdict)); });
    m_guarding->before->start();
}

void PassThrough::onRequestJudged(Verdict verdict)
{
    noteJudged(std::move(verdict.records));
    if (verdict.objection)
        return object(std::move(*verdict.objection), Outcome::Refused);
    m_guarding->standIns = std::move(verdict.standIns);
    std::string &body = m_inbound.request.body;
    if (std::string judged = m_guarding->texts.written(body, verdict.texts); judged != body) {
        body = std::move(judged);
        if (m_listener)
            listenTo(passedCall(m_rule, m_inbound));
    }
    setOut();
}

void PassThrough::hold(std::string_view bytes)
{
    std::string &answer = m_guarding->answer;
    if (answer.size() + bytes.size() <= largestHeld) {
        answer += bytes;
        return;
    }
    closeAttempt(Fault::BadGateway);
    fail({Fault::BadGateway, "the answer is too large for its guardrails"});
}

void PassThrough::judgeAnswer()
{
    const wire::Headers &headers = m_guarding->upstream;
    const bool isCoded = headers.has("content-encoding") && headers.value("content-encoding") != "identity";
    const bool isKnown = isEvents(headers) && shapeOf(m_rule, m_inbound.request);
    if (isCoded || (isInPieces(headers) && !isKnown))
        return fail({Fault::BadGateway, "the answer is in a form in which its guardrails cannot look at it"});
    m_guarding->texts = textsOf(m_guarding->answer);
    m_guarding->behind = std::make_unique<Round>(m_context.upstream, m_context.clock, m_guarding->circumstance,
        guardrails::Ride {m_guarding->course.behind, Mode::PostCall, m_guarding->texts.all()},
        [this](Verdict verdict) { onAnswerJudged(std::move(verdict)); });
    m_guarding->behind->start();
}

Texts PassThrough::textsOf(std::string_view answer) const
{
    const wire::Headers &headers = m_guarding->upstream;
    const auto shape = shapeOf(m_rule, m_inbound.request);
    const std::size_t first = answer.find_first_not_of(" \t\r\n");
    const bool isList = first != std::string_view::npos && answer[first] == '[';
    if (shape && (isEvents(headers) || (isList && shape->dialect == Dialect::GeminiGenerate)))
        return Texts::ofStream(answer, shape->dialect);
    if (!wire::JsonObject::parse("{\"it\":" + std::string(answer) + "}")) {
        const bool isText = wire::lowered(headers.value("content-type")).starts_with("text/");
        return isText ? Texts::ofAnswer(answer, Dialect::OpenAiChat, Operation::Transcription) : Texts();
    }
    if (shape)
        return Texts::ofAnswer(answer, shape->dialect, shape->operation);
    return Texts::at(placesOf(m_rule, &PassedGuardrail::answerPlaces), answer);
}

void PassThrough::onAnswerJudged(Verdict verdict)
{
    noteJudged(std::move(verdict.records));
    if (verdict.objection)
        return object(std::move(*verdict.objection), Outcome::Failed);
    Guarding &guarding = *m_guarding;
    if (m_listener) // what is kept has the stand-ins
        m_listener->hear(guarding.texts.written(guarding.answer, verdict.texts));
    for (std::string &text : verdict.texts)
        text = guardrails::withOriginals(text, guarding.standIns);
    release(guarding.texts.written(guarding.answer, verdict.texts));
}

void PassThrough::release(std::string answer)
{
    m_begun = true;
    wire::Head head {m_status, {}};
    const wire::Headers returned = returnedHeaders(m_guarding->upstream);
    for (const auto &[name, value] : returned) {
        if (name != "content-length") // it may be another by now
            head.headers.add(name, value);
    }
    if (m_receipt.guardrails)
        addGuardrails(head.headers, *m_receipt.guardrails);
    head.headers.add("x-litellm-call-id", m_receipt.callId);
    head.headers.add("x-litellm-version", GATEHOUSE_VERSION);
    m_reply->begin(std::move(head));
    m_reply->write(answer);
    finish();
}

void PassThrough::object(Error objection, Outcome outcome)
{
    const Error told = toldAt(m_inbound.dialect, std::move(objection));
    settle(outcome, &told);
}

// Beside those of the round before.
void PassThrough::noteJudged(std::vector<GuardrailRecord> records)
{
    auto all = m_receipt.guardrails ? *m_receipt.guardrails : GuardrailRecords {{}, m_guarding->course.missing};
    std::move(records.begin(), records.end(), std::back_inserter(all.all));
    m_receipt.guardrails = std::make_shared<const GuardrailRecords>(std::move(all));
}

} // namespace gatehouse::pipeline
