// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/candidates.h"

#include "gateway/routing/budgets.h"

namespace gatehouse::routing {

void Candidates::keepToBudgets(const Budgets *budgets)
{
    if (!budgets || !budgets->isAnyUsedUp())
        return;
    m_budgets = budgets;
    m_asksMore = true;
}

void Candidates::leaveOutFull(bool leaves)
{
    m_leavesFull = leaves;
    m_asksMore = m_asksMore || leaves;
}

bool Candidates::isFree(std::uint32_t index) const
{
    if (m_leavesFull && place(index).inFlight() >= m_pool.parallel[index])
        return false;
    if (std::find(m_ask.without.begin(), m_ask.without.end(), index) != m_ask.without.end())
        return false;
    const Deployment &deployment = *m_pool.deployments[index];
    return !m_budgets || m_budgets->hasRoom(deployment.provider.name, deployment.id, m_ask.wall);
}

} // namespace gatehouse::routing
