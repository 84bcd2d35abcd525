// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/trend.h"

namespace gatehouse::routing {

namespace {

// What a new sample weighs beside all before it. The simulation in tests/bench/routing found these.
constexpr float weightOfLatency = 0.2F;
constexpr float weightOfOutcome = 0.35F;

void fold(std::atomic<float> &smoothed, float sample)
{
    const float old = smoothed.load(std::memory_order_relaxed);
    smoothed.store(old > 0 ? old + weightOfLatency * (sample - old) : sample, std::memory_order_relaxed);
}

} // namespace

void Trend::hear(float whole, float untilFirstToken, bool isFailure, Clock::Instant now)
{
    if (whole > 0)
        fold(m_latency, whole);
    if (untilFirstToken > 0)
        fold(m_firstToken, untilFirstToken);
    const float before = errors(now);
    m_errors.store(before + weightOfOutcome * ((isFailure ? 1.0F : 0.0F) - before), std::memory_order_relaxed);
    m_heardAt.store(now, std::memory_order_relaxed);
    m_movedAt.store(now, std::memory_order_relaxed);
}

} // namespace gatehouse::routing
