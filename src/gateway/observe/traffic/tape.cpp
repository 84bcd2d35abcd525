// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/tape.h"

#include "gateway/observe/traffic/likeness.h"
#include "gateway/observe/traffic/packed_fields.h"
#include "gateway/observe/traffic/tape_entry.h"

#include <algorithm>
#include <utility>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::size_t leastAlike = 64; // what is spared has to be more than what is said of it

std::uint32_t sizeOf(std::string_view text)
{
    return static_cast<std::uint32_t>(text.size());
}

Entry entryOf(Mark mark, Place place, std::chrono::microseconds at)
{
    Entry entry;
    entry.mark = mark;
    entry.side = place.side;
    entry.attempt = place.attempt;
    entry.at = at.count();
    return entry;
}

} // namespace

Tape::Tape(std::string text, Stations stations)
    : m_text(std::move(text))
    , m_stations(std::move(stations))
{
}

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
    Entry entry = entryOf(Mark::Request, place, head.at);
    entry.number = head.isUpload ? 1 : 0;
    entry.count = head.hidden;
    entry.sizes = {sizeOf(head.method), sizeOf(head.target), packedSize(head.headers)};
    write(entry);
    m_text.append(head.method).append(head.target);
    appendPacked(m_text, head.headers, entry.sizes[2]);
}

void Tape::addAnswer(Place place, int status, const wire::Headers &headers, Elapsed at, std::uint32_t hidden)
{
    Entry entry = entryOf(Mark::Answer, place, at);
    entry.number = static_cast<std::uint32_t>(status);
    entry.count = hidden;
    entry.sizes[0] = packedSize(headers);
    write(entry);
    appendPacked(m_text, headers, entry.sizes[0]);
}

void Tape::addBody(Place place, std::string_view bytes, std::size_t cut, Elapsed at)
{
    Span &last = m_last[static_cast<std::size_t>(place.side)];
    const Likeness same = likenessOf(std::string_view(m_text).substr(last.begin, last.size), bytes);
    const bool isAlike = same.both() >= leastAlike;
    Entry entry = entryOf(Mark::Body, place, at);
    entry.number = isAlike ? 1 : 0;
    entry.count = static_cast<std::uint32_t>(cut);
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
    write(Alike {static_cast<std::uint32_t>(same.begin), static_cast<std::uint32_t>(same.end), last.begin, last.size});
    m_text.append(own);
}

void Tape::addRedacted(Place place, std::uint64_t bodyBytes, std::uint32_t redacted)
{
    Entry entry = entryOf(Mark::Redacted, place, Elapsed(bodyBytes));
    entry.number = redacted;
    write(entry);
}

void Tape::addAttempt(const std::shared_ptr<const Station> &station, std::string_view model, bool isCopy)
{
    Entry entry = entryOf(Mark::Attempt, {}, {});
    entry.number = numberOf(station);
    entry.count = isCopy ? 1 : 0;
    entry.sizes[0] = sizeOf(model);
    write(entry);
    m_text.append(model);
}

void Tape::addDecision(const Decision &decision)
{
    Entry entry = entryOf(Mark::Decision, {}, decision.at);
    entry.number = decision.isCopy ? 1 : 0;
    entry.count = static_cast<std::uint32_t>(decision.others);
    entry.sizes = {sizeOf(decision.group), sizeOf(decision.strategy), static_cast<std::uint32_t>(decision.candidates.size())};
    write(entry);
    m_text.append(decision.group).append(decision.strategy);
    for (const Candidate &each : decision.candidates) {
        Entry candidate = entryOf(Mark::Candidate, {}, {});
        candidate.number = numberOf(each.station);
        candidate.sizes = {sizeOf(each.verdict), sizeOf(each.why)};
        write(candidate);
        m_text.append(each.verdict).append(each.why);
    }
}

void Tape::addSecret(std::string_view secret)
{
    Entry entry = entryOf(Mark::Secret, {}, {});
    entry.sizes[0] = sizeOf(secret);
    write(entry);
    m_text.append(secret);
}

Tape Tape::compact() &&
{
    const bool isTight = m_text.capacity() - m_text.size() <= m_text.size() / 16;
    if (isTight)
        return std::move(*this);
    return {std::string(m_text), std::move(m_stations)}; // a copy has the room that it takes
}

namespace {

void addRequest(Tape &tape, Place place, const Wire &wire)
{
    if (!wire.isThere())
        return;
    tape.addRequest(place, {wire.method, wire.target, wire.headers, wire.isUpload, wire.redactedInHead, *wire.begin});
    tape.addBody(place, wire.body, wire.cutBytes, *wire.begin);
    tape.addRedacted(place, wire.bodyBytes, wire.redactedInBody);
}

void addAnswer(Tape &tape, Place place, const Wire &wire)
{
    if (!wire.isThere())
        return;
    tape.addAnswer(place, wire.status, wire.headers, *wire.begin, wire.redactedInHead);
    if (wire.end)
        tape.addBody(place, wire.body, wire.cutBytes, *wire.end);
    tape.addRedacted(place, wire.bodyBytes, wire.redactedInBody);
}

} // namespace

Tape tapeOf(const Wires &wires)
{
    Tape tape;
    addRequest(tape, {Place::Side::Request}, wires.clientRequest);
    for (const Decision &decision : wires.decisions)
        tape.addDecision(decision);
    for (std::uint16_t number = 0; const AttemptWires &attempt : wires.attempts) {
        tape.addAttempt(attempt.station, attempt.model, attempt.isCopy);
        addRequest(tape, {Place::Side::Request, number}, attempt.request);
        addAnswer(tape, {Place::Side::Response, number}, attempt.response);
        ++number;
    }
    addAnswer(tape, {Place::Side::Response}, wires.clientResponse);
    return tape;
}

} // namespace gatehouse::observe::traffic
