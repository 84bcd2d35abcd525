// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/pool.h"

#include "gateway/routing/health_slots.h"

#include <limits>

namespace gatehouse::routing {

namespace {

using Weight = std::optional<double> Deployment::*;

constexpr double unknownPrice = 5; // dollars a token, so that whose price is not known comes last

template <typename Number> constexpr Number none = std::numeric_limits<Number>::max();

// weight, else rpm, else tpm: what the first deployment has decides for all.
Weight weighting(const Deployment &first)
{
    for (const Weight member : {&Deployment::weight, &Deployment::rpm, &Deployment::tpm}) {
        if (first.*member)
            return member;
    }
    return nullptr;
}

double priceOf(const Deployment &deployment, Charge charge)
{
    const auto price = deployment.prices.inForce({charge});
    return price ? static_cast<double>(price->femtoDollars) * 1e-15 : unknownPrice;
}

std::int64_t limitOf(const std::optional<double> &limit)
{
    return limit && *limit < 1e15 ? static_cast<std::int64_t>(*limit) : none<std::int64_t>;
}

float shareOf(std::int64_t limit)
{
    return limit == none<std::int64_t> ? 0 : 1 / static_cast<float>(std::max<std::int64_t>(limit, 1));
}

void weigh(Pool &pool)
{
    const Weight member = pool.deployments.empty() ? nullptr : weighting(*pool.deployments.front());
    double total = 0;
    for (const Deployment *deployment : pool.deployments) {
        pool.weights.push_back(member ? static_cast<float>(std::max(0.0, (deployment->*member).value_or(0))) : 0);
        pool.totals.push_back(total += static_cast<double>(pool.weights.back()));
    }
    if (total <= 0) { // nobody weighs anything: all are equal
        pool.weights.clear();
        pool.totals.clear();
    }
}

void addToRuns(Pool &pool, const HealthSlots::Place &place)
{
    const auto at = static_cast<std::uint32_t>(place.at);
    const auto index = static_cast<std::uint32_t>(pool.slots.size() - 1);
    if (!pool.runs.empty() && pool.runs.back().chunk == &place.chunk && pool.runs.back().at + pool.runs.back().count == at)
        ++pool.runs.back().count;
    else
        pool.runs.push_back({&place.chunk, at, index, 1});
}

} // namespace

Pool::Pool(const std::vector<const Deployment *> &members, Health &health)
    : deployments(members)
{
    parallel.assign(members.size(), none<std::int32_t>);
    for (const Deployment *deployment : members) {
        slots.push_back(health.enroll(deployment->id));
        addToRuns(*this, health.slots().place(slots.back()));
        costs.push_back(priceOf(*deployment, Charge::Input) + priceOf(*deployment, Charge::Output));
        rpm.push_back(limitOf(deployment->rpm));
        tpm.push_back(limitOf(deployment->tpm));
        shares.push_back({shareOf(rpm.back()), shareOf(tpm.back())});
        hasLimits = hasLimits || deployment->rpm || deployment->tpm;
    }
    weigh(*this);
}

void Pool::limitParallel(std::size_t index, std::int32_t most)
{
    parallel[index] = most;
    hasParallel = true;
}

} // namespace gatehouse::routing
