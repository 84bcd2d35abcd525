// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/strategies.h"

namespace gatehouse::routing {

namespace {

std::uint32_t drawn(const Pool &pool, Random &random)
{
    if (pool.totals.empty())
        return static_cast<std::uint32_t>(fraction(random) * static_cast<double>(pool.size()));
    const double at = fraction(random) * pool.totals.back();
    const auto found = std::upper_bound(pool.totals.begin(), pool.totals.end(), at);
    return static_cast<std::uint32_t>(found - pool.totals.begin());
}

// One of those that weigh \a weight(index), in two passes. What changes between them can only move the choice a little.
template <typename Weight> Choice walked(const Candidates &candidates, Weight weight, Random &random)
{
    double total = 0;
    for (std::size_t n = 0; n < candidates.size(); ++n) {
        const std::uint32_t index = candidates.at(n);
        total += candidates.has(index) ? weight(index) : 0;
    }
    double left = fraction(random) * total;
    Choice last;
    for (std::size_t n = 0; n < candidates.size() && left >= 0; ++n) {
        const std::uint32_t index = candidates.at(n);
        const double own = candidates.has(index) ? weight(index) : 0;
        left -= own;
        last = own > 0 ? Choice(index) : last;
    }
    return last;
}

} // namespace

Choice shuffled(const Candidates &candidates, const StrategySettings &, Random &random)
{
    constexpr int draws = 8; // from all, hoping for one that can be called: that is as fair, and needs no walk
    const Pool &pool = candidates.pool();
    for (int n = 0; n < draws && candidates.ask().among.empty() && pool.size() > 0; ++n) {
        if (const std::uint32_t index = drawn(pool, random); candidates.has(index))
            return index;
    }
    Choice weighed;
    if (!pool.weights.empty())
        weighed = walked(
            candidates, [&pool](std::uint32_t index) { return static_cast<double>(pool.weights[index]); }, random);
    return weighed ? weighed
                   : walked(
                       candidates, [](std::uint32_t) { return 1.0; }, random);
}

} // namespace gatehouse::routing
