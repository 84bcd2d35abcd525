// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How guardrails look at an Exchange's call: guard → (onRequestJudged →) depart, before anything of anybody is held for it; those
// beside the provider from goOn on; those of a group that it falls back to before that is asked (guardGroup → onGroupJudged); and
// what is answered is held back (hold) until judgeAnswer → (onAnswerJudged →) release. All of a stream is held: what is found in
// its last words may begin in its first ones, and what has gone out cannot be taken back.
#include "gateway/pipeline/exchange.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::pipeline {

namespace {

using guardrails::Mode;
using guardrails::Round;
using guardrails::Texts;
using guardrails::Verdict;

// Above that nobody reads it all; what was held goes with it.
constexpr std::size_t largestHeld = 64 * 1024 * 1024;

} // namespace

void Exchange::guard(wire::Call call)
{
    auto wishes = guardrails::wishesIn(call.body);
    if (!wishes)
        return settle(Outcome::Refused, &wishes.error());
    auto course = m_snapshot->guardrails->courseFor(*wishes, askerFor(call.model), m_context.random);
    if (!course)
        return settle(Outcome::Refused, &course.error());
    if (course->empty())
        return depart(std::move(call), m_context.clock.now());
    Guarding &guarding = beginGuarding(std::move(*course), call);
    if (guarding.course.before.empty())
        return depart(std::move(call), m_context.clock.now());
    guarding.texts = Texts::ofRequest(call.body.text(), call.dialect, call.operation);
    guarding.call = std::move(call);
    guarding.before = std::make_unique<Round>(m_context.upstream, m_context.clock, guarding.circumstance,
        guardrails::Ride {guarding.course.before, Mode::PreCall, guarding.texts.all()},
        [this](Verdict verdict) { onRequestJudged(std::move(verdict)); });
    guarding.before->start();
}

guardrails::Asker Exchange::askerFor(const std::string &model) const
{
    static const std::vector<std::string> none;
    const people::Caller *caller = m_inbound.identity.caller.get();
    return {caller ? caller->guardrails : none, caller && caller->declinesGuardrails, m_receipt.tags, model};
}

Guarding &Exchange::beginGuarding(guardrails::Course course, const wire::Call &call)
{
    m_guarding = std::make_unique<Guarding>(Guarding {std::move(course)});
    m_guarding->hasReadable = Texts::areInAnswers(call.dialect, call.operation);
    if (asksSomebody(m_guarding->course))
        m_guarding->circumstance = circumstanceFor(m_inbound, call, m_receipt);
    noteJudged({});
    return *m_guarding;
}

void Exchange::onRequestJudged(Verdict verdict)
{
    noteJudged(std::move(verdict.records));
    if (verdict.objection)
        return object(std::move(*verdict.objection), Outcome::Refused);
    m_guarding->standIns = std::move(verdict.standIns);
    wire::Call call = std::move(*m_guarding->call);
    std::string body = m_guarding->texts.written(call.body.text(), verdict.texts);
    if (body != call.body.text()) {
        auto changed = wire::JsonObject::parse(std::move(body));
        if (!changed)
            return settle(Outcome::Refused, &changed.error());
        call.body = std::move(*changed);
    }
    depart(std::move(call), m_context.clock.now());
}

void Exchange::object(Error objection, Outcome outcome)
{
    const Error told = toldAt(m_inbound.dialect, std::move(objection));
    settle(outcome, &told);
}

// Beside those of earlier rounds.
void Exchange::noteJudged(std::vector<GuardrailRecord> records)
{
    auto all = m_receipt.guardrails ? *m_receipt.guardrails : GuardrailRecords {{}, m_guarding->course.missing};
    std::move(records.begin(), records.end(), std::back_inserter(all.all));
    m_receipt.guardrails = std::make_shared<const GuardrailRecords>(std::move(all));
}

void Exchange::guardBeside()
{
    Guarding &guarding = *m_guarding;
    if (guarding.course.beside.empty() || guarding.beside)
        return;
    guarding.isBesideOpen = true;
    guarding.beside = std::make_unique<Round>(m_context.upstream, m_context.clock, guarding.circumstance,
        guardrails::Ride {guarding.course.beside, Mode::DuringCall,
            Texts::ofRequest(call().body.text(), call().dialect, call().operation).all()},
        [this](Verdict verdict) { onBesideJudged(std::move(verdict)); });
    guarding.beside->start();
}

// They can only object: what they would change has been sent.
void Exchange::onBesideJudged(Verdict verdict)
{
    Guarding &guarding = *m_guarding;
    guarding.isBesideOpen = false;
    noteJudged(std::move(verdict.records));
    if (verdict.objection) {
        dropAll(verdict.objection->fault);
        return object(std::move(*verdict.objection), Outcome::Failed);
    }
    if (guarding.isWhole)
        return lookBehind();
    if (!guarding.isStream || guarding.holds() || !m_speaker)
        return;
    guarding.isStream = false;
    const std::string words = std::exchange(guarding.answer, {});
    onWords(*legOf(*m_speaker).run, words);
}

void Exchange::hold(std::string_view bytes)
{
    Guarding &guarding = *m_guarding;
    guarding.isStream = true;
    if (guarding.answer.size() + bytes.size() <= largestHeld) {
        guarding.answer += bytes;
        return;
    }
    dropAll(Fault::BadGateway);
    const Error error {Fault::BadGateway, "the answer is too large for its guardrails"};
    settle(Outcome::Failed, &error);
}

// Of a try that came to nothing.
void Exchange::forgetHeld()
{
    m_guarding->answer.clear();
    m_guarding->isStream = false;
}

void Exchange::judgeAnswer(std::string answer, wire::Headers upstream)
{
    Guarding &guarding = *m_guarding;
    if (m_begun) // nothing has held it
        return deliver(std::move(answer), upstream);
    if (!guarding.isStream)
        guarding.answer = std::move(answer);
    guarding.upstream = std::move(upstream);
    guarding.isWhole = true;
    if (!guarding.isBesideOpen)
        lookBehind();
}

void Exchange::lookBehind()
{
    Guarding &guarding = *m_guarding;
    if (!guarding.readsAnswer())
        return release();
    guarding.texts = guarding.isStream ? Texts::ofStream(guarding.answer, call().dialect)
                                       : Texts::ofAnswer(guarding.answer, call().dialect, call().operation);
    guarding.behind = std::make_unique<Round>(m_context.upstream, m_context.clock, guarding.circumstance,
        guardrails::Ride {guarding.behindAll(), Mode::PostCall, guarding.texts.all()},
        [this](Verdict verdict) { onAnswerJudged(std::move(verdict)); });
    guarding.behind->start();
}

void Exchange::onAnswerJudged(Verdict verdict)
{
    noteJudged(std::move(verdict.records));
    if (verdict.objection)
        return object(std::move(*verdict.objection), Outcome::Failed);
    if (m_guarding->standIns.empty())
        m_guarding->answer = m_guarding->texts.written(m_guarding->answer, verdict.texts);
    else
        putBack(verdict.texts);
    release();
}

// For this caller alone: what is kept of the call has the stand-ins.
void Exchange::putBack(const std::vector<std::string> &texts)
{
    Guarding &guarding = *m_guarding;
    if (m_listener) {
        m_listener->hear(guarding.texts.written(guarding.answer, texts));
        m_receipt.said = m_listener->take();
        m_listener.reset();
    }
    m_place.reset();
    m_collected.reset();
    m_receipt.cacheKey.clear();
    std::vector<std::string> whole;
    whole.reserve(texts.size());
    for (const std::string &text : texts)
        whole.push_back(guardrails::withOriginals(text, guarding.standIns));
    guarding.answer = guarding.texts.written(guarding.answer, whole);
}

void Exchange::release()
{
    std::string answer = std::move(m_guarding->answer);
    const wire::Headers upstream = std::move(m_guarding->upstream);
    if (!m_guarding->isStream)
        return deliver(std::move(answer), upstream);
    m_begun = true;
    m_receipt.firstToken = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - m_startedAt);
    noteId(answer);
    sendStreamHead(m_receipt.upstreamTime, &upstream);
    if (m_listener)
        m_listener->hear(answer);
    if (m_collected)
        collect(answer);
    m_reply->write(answer);
    deliver({}, upstream);
}

// A group that the call falls back to may have guardrails of its own: what they say no to is not sent there. Those that would
// judge beside it judge before it, lest what they would find is out already.
void Exchange::guardGroup()
{
    auto own = m_snapshot->guardrails->courseOfGroup(
        m_guarding ? m_guarding->course : guardrails::Course(), askerFor(m_plan->route.group()), m_context.random);
    if (m_guarding)
        m_guarding->own = {};
    if (!own)
        return passOver(own.error().message);
    if (own->empty())
        return tryNext();
    if (m_begun && !own->behind.empty())
        return passOver("its guardrails have to see all of the answer, and a part of it is out");
    if (!m_guarding)
        beginGuarding({}, call());
    Guarding &guarding = *m_guarding;
    guarding.own = std::move(*own);
    if (asksSomebody(guarding.own))
        guarding.circumstance = circumstanceFor(m_inbound, call(), m_receipt);
    guarding.texts = Texts::ofRequest(call().body.text(), call().dialect, call().operation);
    guarding.before = std::make_unique<Round>(m_context.upstream, m_context.clock, guarding.circumstance,
        guardrails::Ride {beforeAndBeside(guarding.own), Mode::PreCall, guarding.texts.all()},
        [this](Verdict verdict) { onGroupJudged(std::move(verdict)); });
    guarding.before->start();
}

void Exchange::onGroupJudged(Verdict verdict)
{
    noteJudged(std::move(verdict.records));
    if (verdict.objection)
        return passOver(verdict.objection->message);
    Guarding &guarding = *m_guarding;
    std::move(verdict.standIns.begin(), verdict.standIns.end(), std::back_inserter(guarding.standIns));
    std::string body = guarding.texts.written(call().body.text(), verdict.texts);
    if (body != call().body.text()) {
        auto changed = wire::JsonObject::parse(std::move(body));
        if (!changed)
            return passOver(changed.error().message);
        if (!m_changed)
            m_changed = m_plan->call;
        m_changed->body = std::move(*changed);
    }
    tryNext();
}

// On to the next group: this one is not for this call.
void Exchange::passOver(const std::string &why)
{
    m_firstError->message += ". The fallback to " + m_plan->route.group() + " was left out: " + why;
    fallBackOrEnd(*m_firstError);
}

// What is kept of the call, where there are guardrails for that.
std::unique_ptr<Listener> Exchange::listenerTo(const wire::Call &call, bool isPrivate)
{
    if (!m_guarding || m_guarding->course.logging.empty() || isPrivate)
        return std::make_unique<Listener>(call, isPrivate);
    const Texts texts = Texts::ofRequest(call.body.text(), call.dialect, call.operation);
    auto shown = wire::JsonObject::parse(judgedForLog(m_context, *m_guarding, texts, call.body.text()));
    wire::Call logged = call;
    if (shown)
        logged.body = std::move(*shown);
    return std::make_unique<Listener>(logged, isPrivate);
}

void Exchange::guardSaid()
{
    if (m_guarding->course.logging.empty() || !m_receipt.said || !m_plan)
        return;
    Said said = *m_receipt.said;
    const bool isStream = call().stream && m_begun;
    const Texts texts = isStream ? Texts::ofStream(said.response, call().dialect)
                                 : Texts::ofAnswer(said.response, call().dialect, call().operation);
    said.response = judgedForLog(m_context, *m_guarding, texts, said.response);
    m_receipt.said = std::make_shared<const Said>(std::move(said));
}

} // namespace gatehouse::pipeline
