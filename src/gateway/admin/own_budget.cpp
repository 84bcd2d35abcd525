// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/own_budget.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/rows.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Kind;

QJsonObject limitsIn(const QJsonObject &body)
{
    QJsonObject limits = people::givenIn(Kind::Budget, body);
    for (const char *name : {"budget_id", "budget_reset_at"})
        limits.remove(QLatin1String(name));
    return limits;
}

std::string putBudget(people::Draft &draft, const Asked &asked, const std::string &id, const QJsonObject &limits)
{
    if (limits.isEmpty())
        return id;
    const std::string budgetId = id.empty() ? people::newId() : id;
    QJsonObject budget = draft.find(Kind::Budget, budgetId).value_or(QJsonObject());
    lay(limits, budget);
    budget.insert(QStringLiteral("budget_id"), people::qt(budgetId));
    stamp(budget, asked);
    draft.put(Kind::Budget, budgetId, budget);
    return budgetId;
}

} // namespace gatehouse::admin
