// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/packed_fields.h"
#include "gateway/observe/traffic/tape.h"
#include "gateway/observe/traffic/tape_entry.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gatehouse::observe::traffic {

namespace {

/// Makes of a tape what passed. It believes nothing that a tape says of itself.
class Player
{
public:
    Player(const Tape &tape, std::uint64_t mostBytes)
        : m_stations(tape.stations())
        , m_reader(tape.text())
        , m_roomLeft(mostBytes)
    {
    }
    Passed play();

private:
    const Entry &entry() const { return m_reader.entry(); }
    std::string_view text(std::size_t index) const { return m_reader.text(index); }
    wire::Headers headers(std::size_t index) const;
    std::chrono::microseconds at() const { return std::chrono::microseconds(entry().at); }
    const std::shared_ptr<const Station> *station() const;
    Wire *wire();

    // False where the entry makes no sense.
    bool playEntry();
    bool playOnWire();
    void playRequest(Wire &wire);
    void playAnswer(Wire &wire);
    bool playBody(Wire &wire);
    bool playAttempt();
    bool playDecision();
    bool playCandidate(Decision &decision);
    void playSecret();

    const Tape::Stations &m_stations;
    TapeReader m_reader;
    std::uint64_t m_roomLeft; // for bodies: two that are alike take much less on the tape
    Passed m_passed;
};

wire::Headers Player::headers(std::size_t index) const
{
    wire::Headers headers;
    PackedFields fields(text(index));
    for (auto field = fields.next(); field; field = fields.next())
        headers.add(field->name, field->value);
    return headers;
}

const std::shared_ptr<const Station> *Player::station() const
{
    return entry().number < m_stations.size() ? &m_stations[entry().number] : nullptr;
}

Wire *Player::wire()
{
    const Place place = entry().place();
    const bool isRequest = place.side == Place::Side::Request;
    Wires &wires = m_passed.wires;
    if (place.attempt == Place::caller)
        return isRequest ? &wires.clientRequest : &wires.clientResponse;
    if (place.attempt >= wires.attempts.size())
        return nullptr;
    AttemptWires &attempt = wires.attempts[place.attempt];
    return isRequest ? &attempt.request : &attempt.response;
}

void Player::playRequest(Wire &wire)
{
    wire = {};
    wire.method = text(0);
    wire.target = text(1);
    wire.headers = headers(2);
    wire.isUpload = entry().number != 0;
    wire.redactedInHead = entry().count;
    wire.begin = wire.end = at();
}

void Player::playAnswer(Wire &wire)
{
    wire.status = static_cast<int>(entry().number);
    wire.headers = headers(0);
    wire.redactedInHead = entry().count;
    wire.begin = at();
    if (entry().attempt == Place::caller)
        wire.end = at();
}

bool Player::playBody(Wire &wire)
{
    const bool isAlike = m_reader.isAlike();
    const Alike same = isAlike ? m_reader.alike() : Alike();
    const std::string_view other = isAlike ? m_reader.other() : std::string_view(), own = text(0);
    const std::size_t size = same.begin + own.size() + same.end;
    if (size > m_roomLeft)
        return false;
    m_roomLeft -= size;
    if (wire.body.empty())
        wire.body.reserve(size);
    wire.body.append(other.substr(0, same.begin)).append(own).append(other.substr(other.size() - same.end));
    wire.bodyBytes += size + entry().count;
    wire.cutBytes += entry().count;
    if (entry().side == Place::Side::Response)
        wire.end = at();
    return true;
}

bool Player::playOnWire()
{
    Wire *wire = this->wire();
    if (!wire)
        return false;
    if (entry().mark == Mark::Body)
        return playBody(*wire);
    if (entry().mark == Mark::Request)
        playRequest(*wire);
    if (entry().mark == Mark::Answer)
        playAnswer(*wire);
    if (entry().mark == Mark::Redacted) {
        wire->bodyBytes = static_cast<std::uint64_t>(entry().at);
        wire->redactedInBody = entry().number;
    }
    return true;
}

bool Player::playAttempt()
{
    const auto *station = this->station();
    if (!station || m_passed.wires.attempts.size() >= Place::caller)
        return false;
    m_passed.wires.attempts.push_back({*station, std::string(text(0)), entry().count != 0});
    return true;
}

bool Player::playDecision()
{
    Decision &decision = m_passed.wires.decisions.emplace_back();
    decision.at = at();
    decision.isCopy = entry().number != 0;
    decision.others = entry().count;
    decision.group = text(0);
    decision.strategy = text(1);
    for (std::uint32_t left = entry().sizes[2]; left > 0; --left) {
        if (!m_reader.next() || !playCandidate(decision))
            return false;
    }
    return true;
}

bool Player::playCandidate(Decision &decision)
{
    const auto *station = this->station();
    if (entry().mark != Mark::Candidate || !station)
        return false;
    decision.candidates.push_back({*station, std::string(text(0)), std::string(text(1))});
    return true;
}

// One that several attempts used is there for each.
void Player::playSecret()
{
    const std::string_view secret = text(0);
    const auto isIt = [&](const Secret &each) { return each.reveal() == secret; };
    if (std::none_of(m_passed.secrets.begin(), m_passed.secrets.end(), isIt))
        m_passed.secrets.emplace_back(std::string(secret));
}

bool Player::playEntry()
{
    switch (entry().mark) {
    case Mark::Request:
    case Mark::Answer:
    case Mark::Body:
    case Mark::Redacted: return playOnWire();
    case Mark::Attempt: return playAttempt();
    case Mark::Decision: return playDecision();
    case Mark::Candidate: return false; // is read with its decision
    case Mark::Secret: playSecret(); return true;
    }
    return false;
}

Passed Player::play()
{
    bool isSense = true;
    while (isSense && m_reader.next())
        isSense = playEntry();
    m_passed.isWhole = isSense && m_reader.isWhole();
    return std::move(m_passed);
}

} // namespace

Passed Tape::play(std::uint64_t mostBytes) const
{
    return Player(*this, mostBytes).play();
}

} // namespace gatehouse::observe::traffic
