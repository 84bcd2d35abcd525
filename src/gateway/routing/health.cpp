// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/health.h"

#include "gateway/routing/health_slots.h"

#include <algorithm>

namespace gatehouse::routing {

using std::chrono::milliseconds;
using Place = HealthSlots::Place;

namespace {

// How long a probe keeps all others out. A refusal comes at once, and an answer may take a minute: who has not refused for a
// second may be asked by the next, so that a deployment that was only too busy comes back soon. Where nothing came in time that
// says nothing.
milliseconds patience(Trouble &trouble)
{
    const std::scoped_lock lock(trouble.lock);
    return milliseconds(trouble.isSilence ? 30'000 : 1'000);
}

} // namespace

Health::Health()
    : m_slots(std::make_unique<HealthSlots>())
{
}

Health::~Health() = default;

Slot Health::enroll(const std::string &id)
{
    return m_slots->enroll(id);
}

Health::Use Health::begin(Slot slot, Clock::Instant now, bool isTaken)
{
    const Place place = m_slots->place(slot);
    if (place.chunk.inFlight[place.at].fetch_add(1, std::memory_order_relaxed) == 0)
        place.chunk.trends[place.at].wake(now);
    if (!isTaken)
        place.minute().requests.add(1, now);
    Breaker &breaker = place.breaker();
    return Use(*m_slots, slot, breaker.isHalfOpen(now) ? breaker.takeProbe(now, patience(place.trouble())) : 0);
}

bool Health::isResting(Slot slot, Clock::Instant now) const
{
    return m_slots->place(slot).breaker().isResting(now);
}

int Health::inFlight(Slot slot) const
{
    return m_slots->place(slot).inFlight();
}

std::int64_t Health::requestsThisMinute(Slot slot, Clock::Instant now) const
{
    const Place place = m_slots->place(slot);
    return place.minute().requests.count(now);
}

std::int64_t Health::tokensThisMinute(Slot slot, Clock::Instant now) const
{
    const Place place = m_slots->place(slot);
    return place.minute().tokens.count(now);
}

bool Health::takeRequest(Slot slot, std::int64_t limit, Clock::Instant now)
{
    const Place place = m_slots->place(slot);
    return place.minute().requests.take(limit, now);
}

std::optional<Health::Tokens> Health::takeTokens(Slot slot, std::int64_t count, std::int64_t limit, Clock::Instant now)
{
    if (!m_slots->place(slot).minute().tokens.takeMany(count, limit, now))
        return std::nullopt;
    Tokens taken;
    taken.m_slots = m_slots.get();
    taken.m_slot = slot;
    taken.m_count = count;
    taken.m_at = now;
    return taken;
}

Standing Health::standing(Slot slot, Clock::Instant now) const
{
    const Place place = m_slots->place(slot);
    const auto &[chunk, at] = place;
    HealthRecord &record = place.record();
    Standing standing;
    standing.state = chunk.breakers[at].state(now);
    standing.left = chunk.breakers[at].left(now);
    standing.outageLeft = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(record.outage.load() - now));
    standing.inFlight = chunk.inFlight[at];
    standing.requestsThisMinute = place.minute().requests.count(now);
    standing.failuresThisMinute = record.failures.count(now);
    standing.tokensThisMinute = place.minute().tokens.count(now);
    standing.errorRate = static_cast<double>(chunk.trends[at].errors(now));
    if (const float latency = chunk.trends[at].latency(); latency > 0)
        standing.latency = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::duration<float>(latency));
    if (standing.state != BreakerState::Closed) {
        const std::scoped_lock lock(record.trouble.lock);
        standing.reason = record.trouble.reason;
        standing.status = record.trouble.status;
    }
    return standing;
}

bool Health::close(Slot slot, Clock::Instant)
{
    const Place place = m_slots->place(slot);
    const bool wasResting = place.breaker().close();
    if (wasResting)
        --m_slots->notClosed;
    HealthRecord &record = place.record();
    record.outage = Clock::Instant();
    record.ended.clear();
    record.failures.clear();
    record.trouble.forget();
    place.chunk.trends[place.at].forgive();
    return wasResting;
}

void Health::setOutage(Slot slot, Clock::Instant until)
{
    m_slots->place(slot).record().outage = until;
}

bool Health::isInOutage(Slot slot, Clock::Instant now) const
{
    return m_slots->place(slot).record().outage.load() > now;
}

void Health::keepLatencies(std::size_t samples)
{
    m_slots->latencySamples = std::clamp<std::size_t>(samples, 1, LatencyRing::capacity);
}

} // namespace gatehouse::routing
