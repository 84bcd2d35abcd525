// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <atomic>
#include <chrono>

namespace gatehouse::routing {

/// How a deployment has been doing lately: smoothed figures that fade with time, so that one which nobody asks is not held guilty
/// for ever. Seconds. Any thread: a race loses one sample.
class Trend
{
public:
    /// An attempt ended. \a whole and \a untilFirstToken are seconds; 0 = it tells nothing of that.
    void hear(float whole, float untilFirstToken, bool isFailure, Clock::Instant now);
    /// A request was sent while none was under way.
    void wake(Clock::Instant now) { m_movedAt.store(now, std::memory_order_relaxed); }
    void forgive() { m_errors.store(0, std::memory_order_relaxed); } ///< forgets the failures

    float latency() const { return m_latency.load(std::memory_order_relaxed); }       ///< 0 = not known
    float firstToken() const { return m_firstToken.load(std::memory_order_relaxed); } ///< 0 = not known
    /// The share of failures, 0 … 1.
    float errors(Clock::Instant now) const
    {
        constexpr float halfLife = 15;
        return m_errors.load(std::memory_order_relaxed) * (halfLife / (halfLife + age(now)));
    }
    /// Seconds since the last attempt ended.
    float age(Clock::Instant now) const { return since(m_heardAt, now); }
    /// Seconds in which nothing has ended although something was under way; for a deployment that something is under way at.
    float silence(Clock::Instant now) const { return since(m_movedAt, now); }

private:
    static float since(const std::atomic<Clock::Instant> &instant, Clock::Instant now)
    {
        return std::chrono::duration<float>(now - instant.load(std::memory_order_relaxed)).count();
    }

    std::atomic<float> m_latency {0}, m_firstToken {0}, m_errors {0};
    std::atomic<Clock::Instant> m_heardAt {Clock::Instant()}, m_movedAt {Clock::Instant()};
};

} // namespace gatehouse::routing
