// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/health.h"

#include "gateway/routing/health_slots.h"

#include <algorithm>

namespace gatehouse::routing {

using std::chrono::milliseconds;
using Place = HealthSlots::Place;

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
        place.chunk.requests[place.at].add(1, now);
    return Use(*m_slots, slot, place.breaker().takeProbe(now));
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
    return place.chunk.requests[place.at].count(now);
}

std::int64_t Health::tokensThisMinute(Slot slot, Clock::Instant now) const
{
    const Place place = m_slots->place(slot);
    return place.chunk.tokens[place.at].count(now);
}

bool Health::takeRequest(Slot slot, std::int64_t limit, Clock::Instant now)
{
    const Place place = m_slots->place(slot);
    return place.chunk.requests[place.at].take(limit, now);
}

Standing Health::standing(Slot slot, Clock::Instant now) const
{
    const auto &[chunk, at] = m_slots->place(slot);
    Standing standing;
    standing.state = chunk.breakers[at].state(now);
    standing.left = chunk.breakers[at].left(now);
    standing.outageLeft = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(chunk.outages[at].load() - now));
    standing.inFlight = chunk.inFlight[at];
    standing.requestsThisMinute = chunk.requests[at].count(now);
    standing.failuresThisMinute = chunk.failures[at].count(now);
    standing.tokensThisMinute = chunk.tokens[at].count(now);
    standing.errorRate = static_cast<double>(chunk.trends[at].errors(now));
    if (const float latency = chunk.trends[at].latency(); latency > 0)
        standing.latency = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::duration<float>(latency));
    if (standing.state != BreakerState::Closed) {
        const std::scoped_lock lock(chunk.troubles[at].lock);
        standing.reason = chunk.troubles[at].reason;
        standing.status = chunk.troubles[at].status;
    }
    return standing;
}

void Health::close(Slot slot, Clock::Instant)
{
    const auto &[chunk, at] = m_slots->place(slot);
    if (chunk.breakers[at].close())
        --m_slots->notClosed;
    chunk.outages[at] = Clock::Instant();
    chunk.ended[at].clear();
    chunk.failures[at].clear();
    chunk.trends[at].forgive();
    chunk.troubles[at].forget();
}

void Health::setOutage(Slot slot, Clock::Instant until)
{
    const Place place = m_slots->place(slot);
    place.chunk.outages[place.at] = until;
}

bool Health::isInOutage(Slot slot, Clock::Instant now) const
{
    const Place place = m_slots->place(slot);
    return place.chunk.outages[place.at].load() > now;
}

void Health::keepLatencies(std::size_t samples)
{
    m_slots->latencySamples = std::clamp<std::size_t>(samples, 1, LatencyRing::capacity);
}

} // namespace gatehouse::routing
