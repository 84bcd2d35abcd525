// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/routing/pool.h"
#include "gateway/routing/random.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gatehouse::routing {

class Budgets;

enum class Strategy { SimpleShuffle, LeastBusy, Latency, Usage, UsageV2, Cost, Adaptive };

/// The strategy that router_settings.routing_strategy calls \a name; nothing when there is none. Budgets of providers are kept to
/// by every strategy, so that provider-budget-routing is simple-shuffle.
std::optional<Strategy> strategyNamed(std::string_view name);
std::string_view toString(Strategy strategy);

/// routing_strategy and routing_strategy_args. Health::keepLatencies() takes max_latency_list_size.
struct StrategySettings {
    Strategy strategy = Strategy::SimpleShuffle;
    double latencyBuffer = 0;                         ///< lowest_latency_buffer: how much slower than the fastest is as good
    std::chrono::milliseconds latencyAge {3'600'000}; ///< ttl: when nothing newer was heard, nothing is known
};

/// What a choice has to know of the call.
struct Ask {
    Clock::Instant now;
    Clock::Wall wall = {};        ///< for budgets
    std::int64_t inputTokens = 0; ///< an estimate; 0 = not counted
    bool stream = false;
    bool checksLimits = false;                   ///< rpm and tpm are honoured whatever the strategy (pre-call checks)
    std::span<const std::uint32_t> among = {};   ///< indexes into the pool that the filters left; empty = all
    std::span<const std::uint32_t> without = {}; ///< indexes that have been tried
};

/// The index in \a pool of the deployment to call. It is not resting, within its budget and, where the strategy or \a ask looks
/// at limits, within them; one whose max_parallel_requests are out is taken only when all others are as well (who takes it
/// waits). Nothing = there is none.
std::optional<std::uint32_t> choose(const Pool &pool, const StrategySettings &settings, const Health &health,
    const Budgets *budgets, const Ask &ask, Random &random);

} // namespace gatehouse::routing
