// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world.h"

#include "gateway/routing/choose.h"

namespace bench {

/// How one strategy did in one world. Shares in 0 … 1, times in seconds.
struct Outcome {
    std::size_t questions = 0;
    double firstTry = 0;     ///< answered by the deployment that was chosen first
    double answered = 0;     ///< in the end, by whomever, within the caller's patience
    double byFallback = 0;   ///< of all: by the group behind
    double p50 = 0, p99 = 0; ///< until the caller has the answer, or gives up
    double dollars = 0;      ///< for 1,000 questions
};

/// Plays \a world with \a strategy: up to two retries at other deployments, then a fallback. Real routing on a clock of its own;
/// what it returns depends on the world's seed and nothing else.
Outcome simulate(World world, gatehouse::routing::Strategy strategy);

} // namespace bench
