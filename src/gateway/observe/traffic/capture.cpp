// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/capture.h"

#include <algorithm>
#include <utility>

namespace gatehouse::observe::traffic {

std::string_view toString(Phase phase)
{
    switch (phase) {
    case Phase::Queued: return "queued";
    case Phase::Routing: return "routing";
    case Phase::Waiting: return "waiting";
    case Phase::Streaming: return "streaming";
    }
    return {};
}

std::size_t Purse::take(std::size_t wanted, std::size_t most)
{
    const std::size_t before = m_taken.fetch_add(wanted, std::memory_order_relaxed);
    const std::size_t left = most - std::min(most, before);
    if (wanted <= left)
        return wanted;
    giveBack(wanted - left);
    return left;
}

Capture::Capture(const Receipt &begun, Door door, const Settings &settings, std::shared_ptr<Purse> purse)
    : m_door(std::move(door))
    , m_wireBytes(settings.wireBytes)
    , m_mostBytes(settings.memoryBytes)
    , m_purse(settings.memoryBytes > 0 ? std::move(purse) : nullptr)
{
    m_soFar.callId = begun.callId;
    m_soFar.startedAt = begun.startedAt;
    m_soFar.path = begun.path;
    m_soFar.isPassThrough = begun.isPassThrough;
    m_soFar.dialect = begun.dialect;
    m_soFar.operation = begun.operation;
    m_soFar.provider = begun.provider;
    m_soFar.deployment = begun.deployment;
}

Capture::~Capture()
{
    if (m_purse)
        m_purse->giveBack(m_taken);
}

void Capture::setId(std::uint64_t id)
{
    m_id = id;
    const std::scoped_lock lock(m_lock);
    m_soFar.id = id;
}

void Capture::addSecret(std::string_view secret)
{
    constexpr std::size_t shortest = 6; // what is shorter stands in every text
    if (!m_purse || secret.size() < shortest)
        return;
    const std::scoped_lock lock(m_lock);
    m_tape.addSecret(secret);
}

std::size_t Capture::grant(std::size_t wanted)
{
    const std::size_t granted = m_purse->take(wanted, m_mostBytes);
    m_taken += granted;
    return granted;
}

// Under the lock, as are the next two.
Capture::Load &Capture::loadAt(Place place)
{
    const bool isCallers = place.attempt == Place::caller;
    const std::size_t index = (isCallers ? 0 : 2 * (place.attempt + 1U)) + static_cast<std::size_t>(place.side);
    if (index >= m_loads.size())
        m_loads.resize(std::max<std::size_t>(index + 1, 4)); // as many as one attempt needs
    return m_loads[index];
}

void Capture::add(Place place, std::string_view bytes, Elapsed at)
{
    Load &load = loadAt(place);
    // What comes behind a gap would only mislead.
    const std::size_t room = load.isCut ? 0 : m_wireBytes - std::min(m_wireBytes, load.kept);
    const std::size_t kept = grant(std::min(room, bytes.size()));
    m_tape.addBody(place, bytes.substr(0, kept), bytes.size() - kept, at);
    load.kept += kept;
    load.isCut = load.isCut || kept < bytes.size();
}

void Capture::begin(Place place, const RequestHead &head, std::string_view body)
{
    m_tape.addRequest(place, head);
    loadAt(place) = {};
    if (!body.empty())
        add(place, body, head.at);
}

void Capture::setRequest(const RequestHead &head, std::string_view body)
{
    if (!m_purse)
        return;
    constexpr std::size_t usual = 4096; // what passes besides, where the answer is small
    const std::scoped_lock lock(m_lock);
    m_tape.reserve(usual + std::min(body.size(), m_wireBytes));
    begin({Place::Side::Request}, head, body);
}

void Capture::addRequest(std::string_view body)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    add({Place::Side::Request}, body, {});
}

void Capture::setAdmitted(const Receipt &receipt)
{
    m_phase = Phase::Routing;
    const std::scoped_lock lock(m_lock);
    m_soFar.who = receipt.who;
    m_soFar.principal = receipt.principal;
    m_soFar.customer = receipt.customer;
    m_soFar.session = receipt.session;
    m_soFar.peer = receipt.peer;
    m_soFar.model = receipt.model;
    m_soFar.group = receipt.group;
    m_soFar.stream = receipt.stream;
    m_soFar.stages = receipt.stages;
}

void Capture::addDecision(const Decision &decision)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    m_tape.addDecision(decision);
}

std::size_t Capture::addAttempt(
    const std::shared_ptr<const Station> &station, const std::string &group, const std::string &model, bool isCopy)
{
    if (phase() != Phase::Streaming)
        m_phase = Phase::Waiting;
    const std::scoped_lock lock(m_lock);
    m_soFar.group = group;
    m_soFar.upstreamModel = model;
    m_soFar.station = station;
    if (station) {
        m_soFar.deployment = station->id;
        m_soFar.provider = station->provider;
    }
    if (m_purse)
        m_tape.addAttempt(station, model, isCopy);
    return m_attempts++;
}

namespace {

Place placeOf(std::size_t attempt, Place::Side side)
{
    return {side, static_cast<std::uint16_t>(attempt)};
}

} // namespace

void Capture::setSent(std::size_t attempt, const RequestHead &head, std::string_view body)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    begin(placeOf(attempt, Place::Side::Request), head, body);
}

void Capture::setAnswered(std::size_t attempt, int status, const wire::Headers &headers, Elapsed at)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    m_tape.addAnswer(placeOf(attempt, Place::Side::Response), status, headers, at);
}

void Capture::addAnswer(std::size_t attempt, std::string_view bytes, Elapsed at)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    add(placeOf(attempt, Place::Side::Response), bytes, at);
}

void Capture::setReply(int status, const wire::Headers &headers, Elapsed at)
{
    m_phase = Phase::Streaming;
    const std::scoped_lock lock(m_lock);
    m_soFar.status = status;
    m_soFar.firstToken = at;
    if (!m_purse)
        return;
    m_tape.addAnswer({Place::Side::Response}, status, headers, at);
}

void Capture::addReply(std::string_view bytes, Elapsed at)
{
    m_replyBytes.fetch_add(bytes.size(), std::memory_order_relaxed);
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    add({Place::Side::Response}, bytes, at);
}

void Capture::end(std::shared_ptr<const Receipt> receipt)
{
    const std::scoped_lock lock(m_lock);
    m_final = std::move(receipt);
}

std::shared_ptr<const Receipt> Capture::receipt() const
{
    const std::scoped_lock lock(m_lock);
    return m_final ? m_final : std::make_shared<const Receipt>(m_soFar);
}

bool Capture::hasEnded() const
{
    const std::scoped_lock lock(m_lock);
    return m_final != nullptr;
}

// Made of it without holding up who writes.
Passed Capture::look() const
{
    return [this] {
        const std::scoped_lock lock(m_lock);
        return Tape(m_tape);
    }()
               .play();
}

Tape Capture::take()
{
    const std::scoped_lock lock(m_lock);
    if (m_purse)
        m_purse->giveBack(std::exchange(m_taken, 0));
    return std::exchange(m_tape, {});
}

} // namespace gatehouse::observe::traffic
