// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/tape.h"

#include "gateway/observe/traffic/likeness.h"
#include "gateway/observe/traffic/packed_fields.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::size_t leastAlike = 64; // what is spared has to be more than what is said of it

std::uint32_t sizeOf(std::string_view text)
{
    return static_cast<std::uint32_t>(text.size());
}

} // namespace

/// What stands before texts.
struct Tape::Entry {
    Mark mark;
    bool flag = false; // an upload, a copy, a body that is like another
    Place place = {};
    std::uint32_t number = 0; // a status, a station, or of what there was more: hidden fields, candidates, bytes of a body
    std::int64_t at = 0;      // in microseconds
    std::array<std::uint32_t, 3> sizes {}; // of its texts; of a decision the last is how many candidates follow
};

/// Stands behind the entry of a body that is like another: what they share, and where the other one is.
struct Tape::Alike {
    std::uint32_t begin = 0, end = 0;
    Span other = {};
};

template <typename T> void Tape::write(const T &plain)
{
    m_text.append(reinterpret_cast<const char *>(&plain), sizeof plain);
}

std::uint32_t Tape::numberOf(const std::shared_ptr<const Station> &station)
{
    const auto found = std::find(m_stations.begin(), m_stations.end(), station);
    const auto number = static_cast<std::uint32_t>(found - m_stations.begin());
    if (found == m_stations.end())
        m_stations.push_back(station);
    return number;
}

void Tape::addRequest(Place place, const RequestHead &head)
{
    Entry entry {Mark::Request, head.isUpload, place, head.hidden, head.at.count()};
    entry.sizes = {sizeOf(head.method), sizeOf(head.target), packedSize(head.headers)};
    write(entry);
    m_text.append(head.method).append(head.target);
    appendPacked(m_text, head.headers, entry.sizes[2]);
}

void Tape::addAnswer(Place place, int status, const wire::Headers &headers, Elapsed at)
{
    Entry entry {Mark::Answer, false, place, static_cast<std::uint32_t>(status), at.count()};
    entry.sizes[0] = packedSize(headers);
    write(entry);
    appendPacked(m_text, headers, entry.sizes[0]);
}

void Tape::addBody(Place place, std::string_view bytes, std::size_t cut, Elapsed at)
{
    Span &last = m_last[static_cast<std::size_t>(place.side)];
    const Likeness same = likenessOf(std::string_view(m_text).substr(last.begin, last.size), bytes);
    const bool isAlike = same.both() >= leastAlike;
    Entry entry {Mark::Body, isAlike, place, static_cast<std::uint32_t>(cut), at.count()};
    if (!isAlike) {
        entry.sizes[0] = sizeOf(bytes);
        write(entry);
        last = {sizeOf(m_text), sizeOf(bytes)};
        m_text.append(bytes);
        return;
    }
    const std::string_view own = bytes.substr(same.begin, bytes.size() - same.both());
    entry.sizes[0] = sizeOf(own);
    write(entry);
    write(Alike {static_cast<std::uint32_t>(same.begin), static_cast<std::uint32_t>(same.end), last});
    m_text.append(own);
}

void Tape::addAttempt(const std::shared_ptr<const Station> &station, std::string_view model, bool isCopy)
{
    Entry entry {Mark::Attempt, isCopy, {}, numberOf(station)};
    entry.sizes[0] = sizeOf(model);
    write(entry);
    m_text.append(model);
}

void Tape::addDecision(const Decision &decision)
{
    Entry entry {Mark::Decision, decision.isCopy, {}, static_cast<std::uint32_t>(decision.others), decision.at.count()};
    entry.sizes = {sizeOf(decision.group), sizeOf(decision.strategy), static_cast<std::uint32_t>(decision.candidates.size())};
    write(entry);
    m_text.append(decision.group).append(decision.strategy);
    for (const Candidate &each : decision.candidates) {
        Entry candidate {Mark::Candidate, false, {}, numberOf(each.station)};
        candidate.sizes = {sizeOf(each.verdict), sizeOf(each.why)};
        write(candidate);
        m_text.append(each.verdict).append(each.why);
    }
}

void Tape::addSecret(std::string_view secret)
{
    Entry entry {Mark::Secret};
    entry.sizes[0] = sizeOf(secret);
    write(entry);
    m_text.append(secret);
}

Tape Tape::compact() &&
{
    const bool isTight = m_text.capacity() - m_text.size() <= m_text.size() / 16;
    if (isTight)
        return std::move(*this);
    Tape tight;
    tight.m_text = std::string(m_text); // has the room that it takes
    tight.m_stations = std::move(m_stations);
    return tight;
}

/// Makes of a tape what passed.
class Tape::Player
{
public:
    explicit Player(const Tape &tape)
        : m_tape(tape)
        , m_rest(tape.m_text)
    {
    }
    Passed play();

private:
    bool next();
    std::string_view take(std::size_t bytes);
    /// Texts of the entry, each once and in their order.
    std::string_view text(std::size_t index) { return take(m_entry.sizes[index]); }
    wire::Headers headers(std::size_t index);
    std::chrono::microseconds at() const { return std::chrono::microseconds(m_entry.at); }
    std::shared_ptr<const Station> station() const { return m_tape.m_stations[m_entry.number]; }
    Wire &wire();

    void playEntry();
    void playRequest(Wire &wire);
    void playAnswer(Wire &wire);
    void playBody(Wire &wire);
    void playDecision();
    void playSecret();

    const Tape &m_tape;
    std::string_view m_rest;
    Entry m_entry {Mark::Request};
    Passed m_passed;
};

bool Tape::Player::next()
{
    if (m_rest.empty())
        return false;
    std::memcpy(static_cast<void *>(&m_entry), take(sizeof m_entry).data(), sizeof m_entry);
    return true;
}

std::string_view Tape::Player::take(std::size_t bytes)
{
    const std::string_view taken = m_rest.substr(0, bytes);
    m_rest.remove_prefix(taken.size());
    return taken;
}

wire::Headers Tape::Player::headers(std::size_t index)
{
    wire::Headers headers;
    PackedFields fields(text(index));
    for (auto field = fields.next(); field; field = fields.next())
        headers.add(field->name, field->value);
    return headers;
}

Wire &Tape::Player::wire()
{
    const Place &place = m_entry.place;
    const bool isRequest = place.side == Place::Side::Request;
    if (place.attempt == Place::caller)
        return isRequest ? m_passed.wires.clientRequest : m_passed.wires.clientResponse;
    AttemptWires &attempt = m_passed.wires.attempts[place.attempt];
    return isRequest ? attempt.request : attempt.response;
}

void Tape::Player::playRequest(Wire &wire)
{
    wire = {};
    wire.method = text(0);
    wire.target = text(1);
    wire.headers = headers(2);
    wire.isUpload = m_entry.flag;
    wire.redactedInHead = m_entry.number;
    wire.begin = wire.end = at();
}

void Tape::Player::playAnswer(Wire &wire)
{
    wire.status = static_cast<int>(m_entry.number);
    wire.headers = headers(0);
    wire.begin = at();
    if (m_entry.place.attempt == Place::caller)
        wire.end = at();
}

void Tape::Player::playBody(Wire &wire)
{
    Alike alike;
    if (m_entry.flag)
        std::memcpy(static_cast<void *>(&alike), take(sizeof alike).data(), sizeof alike);
    const std::string_view other = std::string_view(m_tape.m_text).substr(alike.other.begin, alike.other.size);
    const std::string_view own = text(0);
    const std::size_t size = alike.begin + own.size() + alike.end;
    if (wire.body.empty())
        wire.body.reserve(size);
    wire.body.append(other.substr(0, alike.begin)).append(own).append(other.substr(other.size() - alike.end));
    wire.bodyBytes += size + m_entry.number;
    wire.cutBytes += m_entry.number;
    if (m_entry.place.side == Place::Side::Response)
        wire.end = at();
}

void Tape::Player::playDecision()
{
    Decision &decision = m_passed.wires.decisions.emplace_back();
    decision.at = at();
    decision.isCopy = m_entry.flag;
    decision.others = m_entry.number;
    decision.group = text(0);
    decision.strategy = text(1);
    for (std::uint32_t left = m_entry.sizes[2]; left > 0 && next(); --left) {
        Candidate &candidate = decision.candidates.emplace_back();
        candidate.station = station();
        candidate.verdict = text(0);
        candidate.why = text(1);
    }
}

// One that several attempts used is there for each.
void Tape::Player::playSecret()
{
    const std::string_view secret = text(0);
    const auto isIt = [&](const Secret &each) { return each.reveal() == secret; };
    if (std::none_of(m_passed.secrets.begin(), m_passed.secrets.end(), isIt))
        m_passed.secrets.emplace_back(std::string(secret));
}

void Tape::Player::playEntry()
{
    switch (m_entry.mark) {
    case Mark::Request: return playRequest(wire());
    case Mark::Answer: return playAnswer(wire());
    case Mark::Body: return playBody(wire());
    case Mark::Attempt: m_passed.wires.attempts.push_back({station(), std::string(text(0)), m_entry.flag}); return;
    case Mark::Decision: return playDecision();
    case Mark::Candidate: return; // is read with its decision
    case Mark::Secret: return playSecret();
    }
}

Passed Tape::Player::play()
{
    while (next())
        playEntry();
    return std::move(m_passed);
}

Passed Tape::play() const
{
    return Player(*this).play();
}

} // namespace gatehouse::observe::traffic
