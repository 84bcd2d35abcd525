// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/round.h"

#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace gatehouse::guardrails {

namespace {

constexpr std::size_t largestAnswer = 16 * 1024 * 1024;

GuardrailRecord::Status statusOf(Judgement::Kind kind)
{
    switch (kind) {
    case Judgement::Kind::Passes: return GuardrailRecord::Status::Passed;
    case Judgement::Kind::Changes: return GuardrailRecord::Status::Masked;
    case Judgement::Kind::Blocks: return GuardrailRecord::Status::Blocked;
    case Judgement::Kind::Fails: return GuardrailRecord::Status::Failed;
    }
    return GuardrailRecord::Status::Failed;
}

Judgement failure(std::string why)
{
    Judgement judgement;
    judgement.kind = Judgement::Kind::Fails;
    judgement.message = std::move(why);
    return judgement;
}

std::string filled(std::string text, const std::string &name)
{
    constexpr std::string_view place = "{guardrail_name}";
    for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + name.size()))
        text.replace(at, place.size(), name);
    return text;
}

} // namespace

Round::Round(upstream::Client &client, const Clock &clock, const Circumstance &circumstance, Ride ride, Done done)
    : m_client(client)
    , m_clock(clock)
    , m_ride(std::move(ride))
    , m_done(std::move(done))
    , m_question {{}, m_ride.mode == Mode::PostCall, {}, m_clock.wall(), circumstance}
{
    std::unordered_map<std::string_view, std::size_t> known;
    for (const std::string &text : m_ride.texts) {
        const auto [place, isNew] = known.try_emplace(text, m_question.texts.size());
        if (isNew)
            m_question.texts.push_back(text);
        m_uniqueOf.push_back(place->second);
    }
}

Round::~Round() = default;

void Round::start()
{
    next();
}

void Round::next()
{
    if (m_at == m_ride.stations.size() || m_question.texts.empty())
        return finish();
    const Station &station = m_ride.stations[m_at];
    m_question.extra = station.extra;
    m_begunAt = m_clock.now();
    m_begunAtWall = m_clock.wall();
    m_hearing = station.guardrail->judge->open(m_question);
    take(m_hearing->begin());
}

void Round::take(Turn turn)
{
    if (auto *judgement = std::get_if<Judgement>(&turn))
        return judged(std::move(*judgement));
    auto &outgoing = *std::get_if<upstream::Outgoing>(&turn);
    outgoing.timeouts.total = m_ride.stations[m_at].guardrail->timeout;
    m_status = 0;
    m_body.clear();
    m_attempt = m_client.send(std::move(outgoing), this);
}

void Round::onHead(int status, wire::Headers)
{
    m_status = status;
}

void Round::onBytes(std::string_view bytes)
{
    if (m_body.size() + bytes.size() > largestAnswer) {
        m_attempt.reset();
        return judged(failure("its answer is too large"));
    }
    m_body += bytes;
}

void Round::onEnded(Result<> outcome)
{
    m_attempt.reset();
    if (!outcome)
        return judged(failure(outcome.error().message));
    take(m_hearing->hear(m_status, m_body));
}

void Round::judged(Judgement judgement)
{
    using enum Judgement::Kind;
    m_hearing.reset();
    const bool isPassedOver = judgement.kind == Fails && m_ride.stations[m_at].guardrail->failsOpen;
    record(judgement, isPassedOver);
    if (judgement.kind == Changes && judgement.texts.size() == m_question.texts.size())
        m_question.texts = std::move(judgement.texts);
    std::move(judgement.standIns.begin(), judgement.standIns.end(), std::back_inserter(m_verdict.standIns));
    if (judgement.kind == Blocks || (judgement.kind == Fails && !isPassedOver)) {
        m_verdict.objection = objectionOf(judgement);
        return finish();
    }
    ++m_at;
    next();
}

void Round::record(const Judgement &judgement, bool isPassedOver)
{
    const Guardrail &guardrail = *m_ride.stations[m_at].guardrail;
    GuardrailRecord record {guardrail.name, guardrail.kind, toString(m_ride.mode), statusOf(judgement.kind), isPassedOver};
    record.message = judgement.message;
    record.begin = m_begunAtWall;
    record.duration = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - m_begunAt);
    record.masked = judgement.masked;
    m_verdict.records.push_back(std::move(record));
}

Error Round::objectionOf(const Judgement &judgement) const
{
    const Guardrail &guardrail = *m_ride.stations[m_at].guardrail;
    if (judgement.kind == Judgement::Kind::Fails)
        return {Fault::Internal, "The guardrail '" + guardrail.name + "' could not judge this call: " + judgement.message, 0,
            "None", "None"};
    const std::string message =
        filled(guardrail.violationMessage.empty() ? judgement.message : guardrail.violationMessage, guardrail.name);
    wire::JsonWriter detail;
    detail.beginObject().key("error").string(message);
    for (const auto &[name, value] : judgement.fields)
        detail.key(name).raw(value.empty() ? "null" : value);
    detail.key("guardrail_name").string(guardrail.name).key("guardrail_mode").string(toString(m_ride.mode)).endObject();
    return {Fault::BadRequest, message, judgement.status, "None", "None", detail.take()};
}

void Round::finish()
{
    for (const std::size_t unique : m_uniqueOf)
        m_verdict.texts.push_back(m_question.texts[unique]);
    const Done done = std::move(m_done);
    done(std::move(m_verdict));
}

} // namespace gatehouse::guardrails
