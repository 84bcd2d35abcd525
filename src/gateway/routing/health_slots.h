// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/breaker.h"
#include "gateway/routing/health.h"
#include "gateway/routing/latency_ring.h"
#include "gateway/routing/minute_counter.h"
#include "gateway/routing/trend.h"

#include <array>
#include <atomic>
#include <map>
#include <mutex>

namespace gatehouse::routing {

/// What a deployment was used for this minute.
struct MinuteUse {
    MinuteCounter requests, tokens;
};

/// What latency-based routing reads of a deployment: averages over its last answers, in seconds for each output token (in
/// seconds, where nobody counted tokens). 0 = none yet.
struct Pace {
    std::atomic<float> whole {0};      ///< of whole answers
    std::atomic<float> firstToken {0}; ///< of streams: until the first token
    std::atomic<Clock::Instant> heardAt {Clock::Instant()};
};

/// What stands behind a lock, because only failures and people look at it.
struct Trouble {
    std::mutex lock;
    std::string reason; ///< of the last failure that made it rest
    int status = 0;
    bool isSilence = false; ///< nothing came in time
    int doublings = 0;      ///< how often a probe has failed since it last was closed
    int countedFails = 0;   ///< without a pause of a cooldown time between two
    Clock::Instant lastFailure = {};

    void forget();
};

/// What is kept of a deployment and not read by choices.
struct HealthRecord {
    MinuteCounter ended, failures;
    std::atomic<Clock::Instant> outage {Clock::Instant()}; ///< until when one is simulated
    LatencyRing whole, firstToken;
    Trouble trouble;
};

/// The live figures of a few deployments, each kind beside its like, so that who reads one kind of many reads little memory.
struct HealthChunk {
    static constexpr std::size_t size = 64;
    template <typename Figure> using Each = std::array<Figure, size>;

    Each<Breaker> breakers;
    Each<std::atomic<std::int32_t>> inFlight {};
    Each<MinuteUse> minutes;
    Each<Pace> paces;
    Each<Trend> trends;
    /// Elsewhere: with it in here, the same figures of many chunks would fall on the same few lines of the processor's cache.
    const std::unique_ptr<Each<HealthRecord>> records = std::make_unique<Each<HealthRecord>>();
};

/// All chunks. They are made when they are needed and never move, so that readers need no lock.
class HealthSlots
{
public:
    /// One deployment's figures: a chunk and the place in it.
    struct Place {
        HealthChunk &chunk;
        std::size_t at;

        Breaker &breaker() const { return chunk.breakers[at]; }
        MinuteUse &minute() const { return chunk.minutes[at]; }
        HealthRecord &record() const { return (*chunk.records)[at]; }
        Trouble &trouble() const { return record().trouble; }
        std::int32_t inFlight() const { return chunk.inFlight[at].load(std::memory_order_relaxed); }
    };

    ~HealthSlots();

    Slot enroll(const std::string &id);
    Place place(Slot slot) const
    {
        return {*m_chunks[slot / HealthChunk::size].load(std::memory_order_acquire), slot % HealthChunk::size};
    }

    std::atomic<int> notClosed {0};               ///< deployments that rest or have rested
    std::atomic<std::size_t> latencySamples {10}; ///< how many answers a Pace averages

private:
    static constexpr std::size_t most = 16'384; // chunks: a million deployments, those of former configurations included

    std::array<std::atomic<HealthChunk *>, most> m_chunks {};
    std::mutex m_lock; // of what follows
    std::map<std::string, Slot, std::less<>> m_slots;
};

} // namespace gatehouse::routing
