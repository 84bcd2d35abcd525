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

void Capture::addSecret(const std::string &secret)
{
    constexpr std::size_t shortest = 6; // what is shorter stands in every text
    if (!m_purse || secret.size() < shortest)
        return;
    const std::scoped_lock lock(m_lock);
    const auto isKnown = [&](const Secret &each) { return each.reveal() == secret; };
    if (std::none_of(m_secrets.begin(), m_secrets.end(), isKnown))
        m_secrets.emplace_back(secret);
}

std::size_t Capture::grant(std::size_t wanted)
{
    const std::size_t granted = m_purse->take(wanted, m_mostBytes);
    m_taken += granted;
    return granted;
}

// Under the lock, as are the next two.
void Capture::add(Wire &wire, std::string_view bytes)
{
    // What comes behind a gap would only mislead.
    const std::size_t room = wire.cutBytes > 0 ? 0 : m_wireBytes - std::min(m_wireBytes, wire.body.size());
    const std::size_t kept = grant(std::min(room, bytes.size()));
    wire.body.append(bytes.substr(0, kept));
    wire.bodyBytes += bytes.size();
    wire.cutBytes += bytes.size() - kept;
}

void Capture::begin(Wire &wire, Wire head)
{
    wire = std::move(head);
}

void Capture::setRequest(Wire head, std::string_view body)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    begin(m_wires.clientRequest, std::move(head));
    add(m_wires.clientRequest, body);
}

void Capture::addRequest(std::string_view body)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    add(m_wires.clientRequest, body);
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

void Capture::addDecision(Decision decision)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    m_wires.decisions.push_back(std::move(decision));
}

std::size_t Capture::addAttempt(
    std::shared_ptr<const Station> station, const std::string &group, const std::string &model, bool isCopy)
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
    m_wires.attempts.push_back({std::move(station), model, isCopy});
    return m_wires.attempts.size() - 1;
}

void Capture::setSent(std::size_t attempt, Wire head, std::string_view body)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    begin(m_wires.attempts[attempt].request, std::move(head));
    add(m_wires.attempts[attempt].request, body);
}

void Capture::setAnswered(std::size_t attempt, int status, const wire::Headers &headers, Elapsed at)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    Wire &wire = m_wires.attempts[attempt].response;
    wire.status = status;
    wire.headers = headers;
    wire.begin = at;
}

void Capture::addAnswer(std::size_t attempt, std::string_view bytes, Elapsed at)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    Wire &wire = m_wires.attempts[attempt].response;
    wire.end = at;
    add(wire, bytes);
}

void Capture::setAnswer(std::size_t attempt, std::string &&bytes, Elapsed at)
{
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    Wire &wire = m_wires.attempts[attempt].response;
    wire.end = at;
    const bool fits = wire.bodyBytes == 0 && bytes.size() <= m_wireBytes;
    if (!fits || grant(bytes.size()) < bytes.size())
        return add(wire, bytes);
    wire.bodyBytes = bytes.size();
    wire.body = std::move(bytes);
}

void Capture::setReply(int status, const wire::Headers &headers, Elapsed at)
{
    m_phase = Phase::Streaming;
    const std::scoped_lock lock(m_lock);
    m_soFar.status = status;
    m_soFar.firstToken = at;
    if (!m_purse)
        return;
    Wire &wire = m_wires.clientResponse;
    wire.status = status;
    wire.headers = headers;
    wire.begin = wire.end = at;
}

void Capture::addReply(std::string_view bytes, Elapsed at)
{
    m_replyBytes.fetch_add(bytes.size(), std::memory_order_relaxed);
    if (!m_purse)
        return;
    const std::scoped_lock lock(m_lock);
    m_wires.clientResponse.end = at;
    add(m_wires.clientResponse, bytes);
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

std::vector<Secret> Capture::secrets() const
{
    const std::scoped_lock lock(m_lock);
    return m_secrets;
}

Wires Capture::look() const
{
    const std::scoped_lock lock(m_lock);
    return m_wires;
}

Wires Capture::take()
{
    const std::scoped_lock lock(m_lock);
    if (m_purse)
        m_purse->giveBack(std::exchange(m_taken, 0));
    return std::exchange(m_wires, {});
}

} // namespace gatehouse::observe::traffic
