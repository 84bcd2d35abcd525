// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string_view>

namespace gatehouse::routing {

enum class BreakerState {
    Closed,   ///< takes requests
    Open,     ///< rests
    HalfOpen, ///< has rested; one request at a time tries it
};
std::string_view toString(BreakerState state);

/// Whether one deployment takes requests, as one word: until when it does not. A rest that is over leaves it half-open: the first
/// request becomes its probe, and until that has ended, or is late, nobody else gets through. Any thread.
class Breaker
{
public:
    using Probe = std::int64_t; ///< which probe it is; 0 = none

    bool isClosed() const { return load() == closed; }
    bool isResting(Clock::Instant now) const { return load() > ticks(now); }
    BreakerState state(Clock::Instant now) const;
    /// Until the next request is let through by the clock; 0 while a probe is out, or when it is let through now.
    std::chrono::milliseconds left(Clock::Instant now) const;

    bool isHalfOpen(Clock::Instant now) const { return !isClosed() && !isResting(now); }
    /// Becomes the probe of a half-open breaker, the only one until it has ended or \a patience is over. 0 = it is not half-open,
    /// or somebody else has become it.
    Probe takeProbe(Clock::Instant now, std::chrono::milliseconds patience);
    /// \a probe was dropped: the next request may be one.
    void giveBack(Probe probe);
    /// True while \a probe is the one that is waited for.
    bool isWaitingFor(Probe probe) const { return probe != 0 && load() == probe; }

    /// Rests until \a until, or longer if it does so already; it waits for a probe that is out, unless \a probe is that one.
    /// True when it was closed.
    bool open(Clock::Instant until, Probe probe, Clock::Instant now);
    /// After a probe that worked: closes, unless it has been opened again since. True when it did.
    bool closeAfterProbe(Clock::Instant now);
    /// True when it was not closed.
    bool close() { return m_until.exchange(closed, std::memory_order_relaxed) != closed; }

private:
    // Ends of rests are even and those of probes odd, so the word tells them apart.
    static constexpr std::int64_t closed = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t rested = closed + 2;

    static std::int64_t ticks(Clock::Instant instant)
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(instant.time_since_epoch()).count();
    }
    static bool isProbe(std::int64_t until) { return until & 1; }
    std::int64_t load() const { return m_until.load(std::memory_order_relaxed); }

    std::atomic<std::int64_t> m_until {closed};
};

} // namespace gatehouse::routing
