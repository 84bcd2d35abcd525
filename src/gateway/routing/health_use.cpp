// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/health.h"
#include "gateway/routing/health_slots.h"
#include "gateway/routing/learning.h"

#include <algorithm>
#include <utility>

namespace gatehouse::routing {

namespace {

using std::chrono::milliseconds;
using Place = HealthSlots::Place;

constexpr milliseconds longestOwnRest {300'000};
constexpr int mostDoublings = 3;
constexpr std::size_t shownReason = 200;

// What the gateway itself refused, or a client that left, says nothing about the deployment.
bool saysSomething(const Ended &ended)
{
    return !ended.fault || *ended.fault <= Fault::Api;
}

int countFail(Trouble &trouble, const CooldownRules &rules, Clock::Instant now)
{
    if (now - trouble.lastFailure > rules.time)
        trouble.countedFails = 0;
    trouble.lastFailure = now;
    return ++trouble.countedFails;
}

Failing failingOf(const Place &place, const Ended &ended, int countedFails, Clock::Instant now)
{
    const HealthRecord &record = place.record();
    return {*ended.fault, ended.status, record.ended.count(now), record.failures.count(now), countedFails, ended.retryAfter};
}

// A probe that failed: twice as long as the last time, unless the provider has said how long.
std::optional<milliseconds> restAgain(Trouble &trouble, const Failing &failing, const CooldownRules &rules)
{
    const auto time = isSickness(failing, rules) ? restTime(failing, rules) : std::nullopt;
    if (!time)
        return std::nullopt;
    trouble.doublings = std::min(trouble.doublings + 1, mostDoublings);
    const bool isOrdered = failing.retryAfter && !rules.isOwnTime;
    return isOrdered ? *time : std::min(*time * (1 << trouble.doublings), std::max(longestOwnRest, *time));
}

void explain(Trouble &trouble, const Ended &ended)
{
    std::size_t end = std::min(ended.reason.size(), shownReason);
    while (end > 0 && end < ended.reason.size() && (static_cast<unsigned char>(ended.reason[end]) & 0xC0) == 0x80)
        --end; // not within a character
    trouble.reason.assign(ended.reason, 0, end);
    trouble.status = ended.status;
    trouble.isSilence = ended.fault == Fault::Timeout;
}

/// By what a failure is judged.
struct Circumstances {
    const CooldownRules &rules;
    const Peers &peers;
    bool isProbe;
};

std::optional<milliseconds> restFor(const Place &place, const Ended &ended, const Circumstances &given, Clock::Instant now)
{
    Trouble &trouble = place.trouble();
    const std::scoped_lock lock(trouble.lock);
    const Failing failing = failingOf(place, ended, countFail(trouble, given.rules, now), now);
    if (place.breaker().isClosed())
        trouble.doublings = 0;
    const auto rest = given.isProbe ? restAgain(trouble, failing, given.rules) : restAfter(failing, given.rules, given.peers);
    if (rest)
        explain(trouble, ended);
    return rest;
}

void closeAfterProbe(HealthSlots &slots, const Place &place, Clock::Instant now)
{
    if (!place.breaker().closeAfterProbe(now))
        return;
    --slots.notClosed;
    place.trouble().forget();
}

} // namespace

bool Health::rest(Slot slot, const Ended &ended, Clock::Instant until, Clock::Instant now)
{
    const Place place = m_slots->place(slot);
    {
        const std::scoped_lock lock(place.trouble().lock);
        explain(place.trouble(), ended);
    }
    const bool wasClosed = place.breaker().open(until, 0, now);
    if (wasClosed)
        ++m_slots->notClosed;
    return wasClosed;
}

Health::Use::Use(Use &&other) noexcept
    : m_slots(std::exchange(other.m_slots, nullptr))
    , m_slot(other.m_slot)
    , m_probe(other.m_probe)
{
}

Health::Use &Health::Use::operator=(Use &&other) noexcept
{
    if (this != &other) {
        drop();
        m_slots = std::exchange(other.m_slots, nullptr);
        m_slot = other.m_slot;
        m_probe = other.m_probe;
    }
    return *this;
}

Health::Tokens::Tokens(Tokens &&other) noexcept
    : m_slots(std::exchange(other.m_slots, nullptr))
    , m_slot(other.m_slot)
    , m_count(other.m_count)
    , m_at(other.m_at)
{
}

Health::Tokens &Health::Tokens::operator=(Tokens &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_slots = std::exchange(other.m_slots, nullptr);
        m_slot = other.m_slot;
        m_count = other.m_count;
        m_at = other.m_at;
    }
    return *this;
}

void Health::Tokens::giveBack()
{
    if (HealthSlots *slots = std::exchange(m_slots, nullptr))
        slots->place(m_slot).minute().tokens.giveBack(m_count, m_at);
}

void Health::Use::leave()
{
    const Place place = m_slots->place(m_slot);
    place.chunk.inFlight[place.at].fetch_sub(1, std::memory_order_relaxed);
    m_slots = nullptr;
}

void Health::Use::drop()
{
    if (!m_slots)
        return;
    m_slots->place(m_slot).breaker().giveBack(m_probe);
    leave();
}

bool Health::Use::end(const Ended &ended, const CooldownRules &rules, const Peers &peers, Clock::Instant now)
{
    if (!m_slots || !saysSomething(ended)) {
        drop();
        return false;
    }
    HealthSlots &slots = *m_slots;
    const Place place = slots.place(m_slot);
    learn(place, ended, slots.latencySamples, now);
    leave();
    const auto rest =
        isFailure(ended) ? restFor(place, ended, {rules, peers, place.breaker().isWaitingFor(m_probe)}, now) : std::nullopt;
    if (rest && place.breaker().open(now + *rest, m_probe, now))
        ++slots.notClosed;
    if (!rest && m_probe != 0)
        closeAfterProbe(slots, place, now);
    return rest.has_value();
}

} // namespace gatehouse::routing
