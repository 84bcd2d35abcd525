// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/rows.h"

#include "gateway/admin/expand.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

namespace gatehouse::admin {

using people::Kind;

QJsonValue budgetTable(std::string_view budgetId, const people::Draft &draft)
{
    const auto budget = budgetId.empty() ? std::nullopt : draft.find(Kind::Budget, budgetId);
    return budget ? QJsonValue(people::rowOf(Kind::Budget, *budget)) : QJsonValue();
}

QJsonObject shownRow(Kind kind, std::string_view id, const QJsonObject &fields, const people::Draft &draft, const Asked &asked)
{
    QJsonObject row = people::rowOf(kind, fields);
    const auto standing = asked.ledger.standing(people::accountOf(kind, id), asked.instant, asked.now);
    row.insert(QStringLiteral("spend"), people::jsonOf(standing.spent));
    if (row.contains(QStringLiteral("budget_reset_at"))) {
        auto resetAt = standing.resetAt;
        const std::string duration = people::textIn(fields, "budget_duration");
        if (!resetAt && !duration.empty())
            resetAt = limits::nextReset({duration, asked.policy().zone}, asked.now);
        row.insert(QStringLiteral("budget_reset_at"), people::jsonOf(resetAt));
    }
    if (expands(asked, "usage"))
        insertUsage(standing, row);
    if (row.contains(QStringLiteral("budget_id")))
        row.insert(QStringLiteral("litellm_budget_table"), budgetTable(people::textIn(fields, "budget_id"), draft));
    return row;
}

QJsonObject shownRow(Kind kind, std::string_view id, const people::Draft &draft, const Asked &asked)
{
    const auto fields = draft.find(kind, id);
    return fields ? shownRow(kind, id, *fields, draft, asked) : QJsonObject();
}

QJsonObject deletedRecord(Kind kind, std::string_view id, QJsonObject fields, const people::Draft &draft, const Asked &asked)
{
    fields.insert(QStringLiteral("spend"), shownRow(kind, id, fields, draft, asked).value(QLatin1String("spend")));
    fields.insert(QStringLiteral("deleted_at"), people::jsonOf(std::optional(asked.now)));
    fields.insert(QStringLiteral("deleted_by"), people::qt(asked.changedBy()));
    return fields;
}

void stamp(QJsonObject &fields, const Asked &asked)
{
    const QJsonValue now = people::jsonOf(std::optional(asked.now)), author = people::qt(asked.changedBy());
    if (!fields.contains(QStringLiteral("created_at"))) {
        fields.insert(QStringLiteral("created_at"), now);
        fields.insert(QStringLiteral("created_by"), author);
    }
    fields.insert(QStringLiteral("updated_at"), now);
    fields.insert(QStringLiteral("updated_by"), author);
}

void followDuration(Kind kind, std::string_view id, const QJsonObject &fields, people::Draft &draft, const Asked &asked)
{
    const auto before = draft.find(kind, id);
    const std::string duration = people::textIn(fields, "budget_duration");
    if (before && people::textIn(*before, "budget_duration") == duration)
        return;
    people::AccountChange change;
    change.account = people::accountOf(kind, id);
    change.isRescheduled = true;
    if (!duration.empty()) {
        change.schedule = limits::Schedule {duration, asked.policy().zone};
        change.resetAt = limits::nextReset(*change.schedule, asked.now);
    }
    draft.change(std::move(change));
}

} // namespace gatehouse::admin
