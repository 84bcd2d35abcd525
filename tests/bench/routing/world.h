// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/fault.h"

#include <cstdint>
#include <random>
#include <vector>

namespace bench {

/// Something that happens to a provider for a while. Seconds.
struct Episode {
    double from = 0, until = 0;
    double strength = 0;
};

/// A provider as it is, which no strategy can look into. Times in seconds, prices in dollars a token.
struct Provider {
    double firstToken = 0.5, perToken = 0.01; ///< on a quiet day
    double driftDepth = 0, driftPeriod = 300, driftPhase = 0;
    double comfortable = 20;        ///< requests at once; more of them slow each other down
    double requestsPerMinute = 100; ///< what it serves; beyond, 429
    double inputPrice = 1e-6, outputPrice = 4e-6;
    double grumpiness = 0.003;       ///< share of requests that fail for no reason
    std::vector<Episode> spikes;     ///< strength: how many times slower
    std::vector<Episode> outages;    ///< everything fails at once
    std::vector<Episode> hangs;      ///< nothing is answered
    std::vector<Episode> brownouts;  ///< strength: share of requests that fail
    std::vector<Episode> neighbours; ///< strength: share of the limit that somebody else uses up
    double tokens = 0, refilled = 0; ///< of the bucket behind its rate limit
};

/// What a request gets from a provider.
struct Answer {
    bool worked = true;
    gatehouse::Fault fault = gatehouse::Fault::InternalServer;
    double seconds = 0, firstToken = 0;
    double retryAfter = 0; ///< 0 = it says nothing
};

/// A request of the simulation.
struct Question {
    std::uint64_t number = 0;
    double at = 0;
    int inputTokens = 0, outputTokens = 0;
    bool stream = false;
};

/// A world by its seed: the same providers and questions for each strategy.
struct World {
    World(std::uint64_t seed, double seconds, double questionsPerSecond);

    /// What \a question gets from the provider \a which at the time \a now, with \a inFlight others there. Chance depends on the
    /// question and the provider alone, not on who asked before.
    Answer ask(std::size_t which, const Question &question, double now, int inFlight);

    std::uint64_t seed;
    std::vector<Provider> providers;
    Provider fallback; ///< slow, dear and always well
    std::vector<Question> questions;
    double timeout = 15; ///< of an attempt
};

} // namespace bench
