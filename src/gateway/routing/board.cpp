// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/board.h"

#include <algorithm>

namespace gatehouse::routing {

Board::Board(const Router &router, Health &health, const Budgets *budgets)
    : m_router(router)
    , m_health(health)
    , m_budgets(budgets)
{
    m_pools.reserve(router.groups().size());
    for (const Group &group : router.groups()) {
        Pool &pool = m_pools.emplace_back(group.deployments, health);
        for (std::size_t i = 0; i < pool.size(); ++i) {
            if (const auto most = pool.deployments[i]->maxParallelRequests)
                pool.limitParallel(i, static_cast<std::int32_t>(std::min<std::int64_t>(*most, INT32_MAX)));
        }
    }
}

const Pool &Board::poolOf(const Group &group) const
{
    return m_pools[static_cast<std::size_t>(&group - m_router.groups().data())];
}

CooldownRules Board::cooldownOf(const Deployment &deployment) const
{
    CooldownRules rules = m_router.rules().cooldown;
    if (deployment.cooldownTime) {
        rules.time = *deployment.cooldownTime;
        rules.isOwnTime = true;
    }
    rules.isWildcard = deployment.isWildcard();
    return rules;
}

} // namespace gatehouse::routing
