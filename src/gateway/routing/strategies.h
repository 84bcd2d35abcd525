// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/candidates.h"

namespace gatehouse::routing {

/// Which of the candidates; an index into their pool.
using Choice = std::optional<std::uint32_t>;

/// simple-shuffle: by weight. Who weighs nothing is taken only when nobody with a weight can be.
Choice shuffled(const Candidates &candidates, const StrategySettings &settings, Random &random);
/// least-busy: the fewest in flight.
Choice leastBusy(const Candidates &candidates, const StrategySettings &settings, Random &random);
/// latency-based-routing: the shortest time for an output token, of streams to the first token; of those nearly as good, any.
Choice fastest(const Candidates &candidates, const StrategySettings &settings, Random &random);
/// usage-based-routing: the most room left in tpm and rpm; without limits, the fewest tokens this minute.
Choice leastUsed(const Candidates &candidates, const StrategySettings &settings, Random &random);
/// cost-based-routing: the cheapest; the first of equals.
Choice cheapest(const Candidates &candidates, const StrategySettings &settings, Random &random);
/// adaptive: the better of two that are expected to answer well, soon, and without a queue.
Choice adaptive(const Candidates &candidates, const StrategySettings &settings, Random &random);

} // namespace gatehouse::routing
