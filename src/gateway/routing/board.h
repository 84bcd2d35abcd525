// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/budgets.h"
#include "gateway/routing/choose.h"
#include "gateway/routing/router.h"

#include <vector>

namespace gatehouse::routing {

/// One configuration's router beside the live figures of its deployments: what routes are decided on. Each worker makes its
/// own from the configuration it got; the figures behind it are everybody's. Immutable.
class Board
{
public:
    /// All three must outlive it.
    Board(const Router &router, Health &health, const Budgets *budgets);

    const Router &router() const { return m_router; }
    Health &health() const { return m_health; }
    const Budgets *budgets() const { return m_budgets; }
    const Pool &poolOf(const Group &group) const;
    /// When \a deployment rests.
    CooldownRules cooldownOf(const Deployment &deployment) const;

private:
    const Router &m_router;
    Health &m_health;
    const Budgets *m_budgets;
    std::vector<Pool> m_pools; // as the router's groups
};

} // namespace gatehouse::routing
