// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/budgets.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/budget_fields.h"
#include "gateway/admin/expand.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

Failure<Error> complain(int status, const std::string &message)
{
    return plainRefusal(status, QJsonObject {{QStringLiteral("error"), qt(message)}});
}

std::string rowText(const std::string &id, const Draft &draft, const Asked &asked)
{
    return people::jsonOf(shownBudget(id, draft, asked).toObject());
}

// The members that can be set, for a form.
struct Setting {
    const char *name, *type, *help;
};
constexpr Setting settings[] {
    {"max_parallel_requests", "Integer", "Requests that may run at once."},
    {"tpm_limit", "Integer", "Tokens in any minute."},
    {"rpm_limit", "Integer", "Requests in any minute."},
    {"budget_duration", "String", "The time after which the budget begins anew, for example 30d."},
    {"max_budget", "Float", "Dollars that may be spent; what comes then is refused."},
    {"soft_budget", "Float", "Dollars from which on a warning is given."},
};

} // namespace

Result<std::string> newBudget(Draft &draft, const Asked &asked)
{
    if (auto right = checkBudget(asked.body); !right)
        return Failure {right.error()};
    const std::string given = textIn(asked.body, "budget_id"), id = given.empty() ? people::newId() : given;
    if (auto right = checkId("budget_id", id); !right)
        return Failure {right.error()};
    if (draft.has(Kind::Budget, id))
        return complain(400, "Budget already exists, passed budget_id=" + id + ". Please pass a new budget_id.");
    (void)keepBudget(id, asked.body, draft, asked);
    return rowText(id, draft, asked);
}

Result<std::string> updateBudget(Draft &draft, const Asked &asked)
{
    if (auto right = checkBudget(asked.body); !right)
        return Failure {right.error()};
    const std::string id = textIn(asked.body, "budget_id");
    if (id.empty())
        return complain(400, "budget_id is required");
    if (!draft.has(Kind::Budget, id))
        return complain(404, "Budget not found: " + id);
    (void)keepBudget(id, asked.body, draft, asked);
    return rowText(id, draft, asked);
}

Result<std::string> deleteBudget(Draft &draft, const Asked &asked)
{
    const std::string id = textIn(asked.body, "id");
    if (id.empty())
        return missingMember("id");
    if (!draft.has(Kind::Budget, id))
        return complain(404, "Budget not found: " + id);
    std::string row = rowText(id, draft, asked);
    draft.remove(Kind::Budget, id);
    return row;
}

Result<std::string> showBudgets(Draft &draft, const Asked &asked)
{
    if (!asked.body.value(QStringLiteral("budgets")).isArray())
        return missingMember("budgets");
    const std::vector<std::string> ids = people::listIn(asked.body, "budgets");
    if (ids.empty())
        return complain(400, "Specify list of budget id's to query. Passed in=[]");
    QJsonArray rows;
    for (const std::string &id : ids) {
        if (const QJsonValue row = shownBudget(id, draft, asked); row.isObject())
            rows.append(row);
    }
    return people::jsonOf(rows);
}

Result<std::string> listBudgets(Draft &draft, const Asked &asked)
{
    QJsonArray rows;
    for (const std::string &id : draft.ids(Kind::Budget)) {
        QJsonObject row = shownBudget(id, draft, asked).toObject();
        if (expands(asked, "referrers"))
            row.insert(QStringLiteral("referrers"), referrersOf(id, draft));
        rows.append(row);
    }
    return people::jsonOf(rows);
}

Result<std::string> showBudgetSettings(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("budget_id");
    const auto budget = draft.find(Kind::Budget, id);
    if (!budget)
        return complain(404, "Budget not found: " + id);
    QJsonArray list;
    for (const Setting &setting : settings) {
        const QJsonValue value = budget->value(QLatin1String(setting.name));
        list.append(QJsonObject {{QStringLiteral("field_name"), QLatin1String(setting.name)},
            {QStringLiteral("field_type"), QLatin1String(setting.type)},
            {QStringLiteral("field_description"), QLatin1String(setting.help)},
            {QStringLiteral("field_value"), value.isUndefined() ? QJsonValue() : value},
            {QStringLiteral("stored_in_db"), !value.isUndefined() && !value.isNull()},
            {QStringLiteral("field_default_value"), QJsonValue()}});
    }
    return people::jsonOf(list);
}

} // namespace gatehouse::admin
