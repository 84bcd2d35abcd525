// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/choose.h"

#include "gateway/routing/candidates.h"
#include "gateway/routing/strategies.h"

#include <array>

namespace gatehouse::routing {

namespace {

/// One strategy.
struct Row {
    Strategy strategy;
    std::string_view name;
    bool keepsLimits; ///< to rpm and tpm, without being asked to; by usage they are looked at anyway
    Choice (*choose)(const Candidates &, const StrategySettings &, Random &);
};

constexpr std::array rows {
    Row {Strategy::SimpleShuffle, "simple-shuffle", false, shuffled},
    Row {Strategy::LeastBusy, "least-busy", false, leastBusy},
    Row {Strategy::Latency, "latency-based-routing", true, fastest},
    Row {Strategy::Usage, "usage-based-routing", false, leastUsed},
    Row {Strategy::UsageV2, "usage-based-routing-v2", false, leastUsed},
    Row {Strategy::Cost, "cost-based-routing", true, cheapest},
    Row {Strategy::Adaptive, "adaptive", true, adaptive},
};

const Row &rowOf(Strategy strategy)
{
    return rows[static_cast<std::size_t>(strategy)]; // tst_choose proves that row n is strategy n
}

} // namespace

std::optional<Strategy> strategyNamed(std::string_view name)
{
    if (name == "provider-budget-routing")
        return Strategy::SimpleShuffle;
    for (const Row &row : rows) {
        if (row.name == name)
            return row.strategy;
    }
    return std::nullopt;
}

std::string_view toString(Strategy strategy)
{
    return rowOf(strategy).name;
}

std::optional<std::uint32_t> choose(const Pool &pool, const StrategySettings &settings, const Health &health,
    const Budgets *budgets, const Ask &ask, Random &random)
{
    const Row &row = rowOf(settings.strategy);
    Candidates candidates(pool, health, ask);
    candidates.keepToBudgets(budgets);
    if (row.keepsLimits || ask.checksLimits)
        candidates.keepToLimits();
    if (!pool.hasParallel)
        return row.choose(candidates, settings, random);
    candidates.leaveOutFull(true);
    if (const Choice free = row.choose(candidates, settings, random))
        return free;
    candidates.leaveOutFull(false);
    return row.choose(candidates, settings, random);
}

} // namespace gatehouse::routing
