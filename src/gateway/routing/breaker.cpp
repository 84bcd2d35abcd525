// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/breaker.h"

#include <algorithm>

namespace gatehouse::routing {

std::string_view toString(BreakerState state)
{
    switch (state) {
    case BreakerState::Open: return "open";
    case BreakerState::HalfOpen: return "half_open";
    default: return "closed";
    }
}

BreakerState Breaker::state(Clock::Instant now) const
{
    const std::int64_t until = load();
    if (until == closed)
        return BreakerState::Closed;
    return until > ticks(now) && !isProbe(until) ? BreakerState::Open : BreakerState::HalfOpen;
}

std::chrono::milliseconds Breaker::left(Clock::Instant now) const
{
    const std::int64_t until = load();
    if (until <= ticks(now) || isProbe(until))
        return std::chrono::milliseconds(0);
    return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::nanoseconds(until - ticks(now)));
}

Breaker::Probe Breaker::takeProbe(Clock::Instant now, std::chrono::milliseconds patience)
{
    std::int64_t until = load();
    const Probe probe = (ticks(now + patience) - 1) | 1;
    if (until == closed || until > ticks(now) || !m_until.compare_exchange_strong(until, probe, std::memory_order_relaxed))
        return 0;
    return probe;
}

void Breaker::giveBack(Probe probe)
{
    if (probe != 0)
        m_until.compare_exchange_strong(probe, rested, std::memory_order_relaxed);
}

bool Breaker::open(Clock::Instant until, Probe probe, Clock::Instant now)
{
    const std::int64_t end = ticks(until) & ~std::int64_t(1);
    std::int64_t old = load();
    std::int64_t next = 0;
    do {
        const bool isAwaited = isProbe(old) && old > ticks(now) && old != probe;
        if (isAwaited)
            return false;
        next = isProbe(old) ? end : std::max(old, end);
    } while (!m_until.compare_exchange_weak(old, next, std::memory_order_relaxed));
    return old == closed;
}

bool Breaker::closeAfterProbe(Clock::Instant now)
{
    std::int64_t until = load();
    do {
        const bool isOpenAgain = until > ticks(now) && !isProbe(until);
        if (until == closed || isOpenAgain)
            return false;
    } while (!m_until.compare_exchange_weak(until, closed, std::memory_order_relaxed));
    return true;
}

} // namespace gatehouse::routing
