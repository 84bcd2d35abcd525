// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/budget_fields.h"

#include "gateway/admin/expand.h"
#include "gateway/admin/rows.h"
#include "gateway/core/period.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::textIn;

constexpr std::array limitMembers {"max_budget", "soft_budget", "max_parallel_requests", "tpm_limit", "rpm_limit",
    "model_max_budget", "budget_duration", "budget_reset_at"};
constexpr std::array referring {
    Kind::Key, Kind::Customer, Kind::Tag, Kind::Member, Kind::Organization, Kind::OrganizationMember, Kind::Project};

bool isSet(const QJsonObject &body, const char *name)
{
    const QJsonValue value = body.value(QLatin1String(name));
    return !value.isUndefined() && !value.isNull();
}

// When a budget of \a fields begins anew: as it says, and from then on with the calendar.
std::optional<Clock::Wall> resetOf(const QJsonObject &fields, const Asked &asked)
{
    const std::string duration = textIn(fields, "budget_duration");
    if (duration.empty())
        return std::nullopt;
    const auto said = people::timeIn(fields, "budget_reset_at");
    return said && asked.now < *said ? said : limits::nextReset({duration, asked.policy().zone}, asked.now);
}

people::AccountChange rescheduled(Kind kind, std::string_view id, const QJsonObject &budget, const Asked &asked)
{
    people::AccountChange change;
    change.account = people::accountOf(kind, id);
    change.isRescheduled = true;
    const std::string duration = textIn(budget, "budget_duration");
    if (!duration.empty()) {
        change.schedule = limits::Schedule {duration, asked.policy().zone};
        change.resetAt = resetOf(budget, asked);
    }
    return change;
}

// Whoever has a duration of his own keeps to that.
void tellReferrers(const std::string &budgetId, const QJsonObject &budget, Draft &draft, const Asked &asked)
{
    for (const Kind kind : referring) {
        for (const std::string &id : draft.idsWhere(kind, "budget_id", budgetId)) {
            if (textIn(*draft.find(kind, id), "budget_duration").empty())
                draft.change(rescheduled(kind, id, budget, asked));
        }
    }
}

std::size_t referrers(const Draft &draft, const std::string &budgetId)
{
    std::size_t count = 0;
    for (const Kind kind : referring)
        count += draft.idsWhere(kind, "budget_id", budgetId).size();
    return count;
}

} // namespace

Result<> checkBudget(const QJsonObject &body)
{
    if (auto right = checkTypes(Kind::Budget, body); !right)
        return right;
    for (const char *name : {"max_budget", "soft_budget", "max_parallel_requests", "tpm_limit", "rpm_limit"}) {
        if (body.value(QLatin1String(name)).toDouble() < 0)
            return refusal(400, std::string(name) + " cannot be negative", "bad_request_error", name);
    }
    const std::string duration = textIn(body, "budget_duration"), resetAt = textIn(body, "budget_reset_at");
    if (!duration.empty() && !limits::nextReset({duration, "UTC"}, Clock::Wall {}))
        return refusal(400, "Invalid duration: " + duration + ". Write a number and s, m, h, d, w or mo, for example 30d",
            "bad_request_error", "budget_duration");
    if (!resetAt.empty() && !people::timeFrom(resetAt))
        return refusal(400, "Invalid time: " + resetAt, "bad_request_error", "budget_reset_at");
    return {};
}

bool setsLimits(const QJsonObject &body)
{
    return std::any_of(limitMembers.begin(), limitMembers.end(), [&body](const char *name) { return isSet(body, name); });
}

QJsonObject keepBudget(const std::string &budgetId, const QJsonObject &body, Draft &draft, const Asked &asked)
{
    const QJsonObject before = draft.find(Kind::Budget, budgetId).value_or(QJsonObject());
    QJsonObject fields = before;
    for (const char *name : limitMembers) {
        const QJsonValue value = body.value(QLatin1String(name));
        if (value.isNull())
            fields.remove(QLatin1String(name));
        else if (!value.isUndefined())
            fields.insert(QLatin1String(name), value);
    }
    const std::string duration = textIn(fields, "budget_duration");
    const bool isOther = duration != textIn(before, "budget_duration");
    if (isOther && !isSet(body, "budget_reset_at")) {
        const auto period = periodFrom(duration);
        fields.insert(
            QStringLiteral("budget_reset_at"), people::jsonOf(period ? std::optional(period->after(asked.now)) : std::nullopt));
    }
    fields.insert(QStringLiteral("budget_id"), people::qt(budgetId));
    stamp(fields, asked);
    draft.put(Kind::Budget, budgetId, fields);
    if (isOther || isSet(body, "budget_reset_at"))
        tellReferrers(budgetId, fields, draft, asked);
    return fields;
}

Result<> attachBudget(Kind, QJsonObject &fields, Draft &draft, const Asked &asked)
{
    const std::string named = textIn(asked.body, "budget_id"), own = textIn(fields, "budget_id");
    if (!named.empty()) {
        if (!draft.has(Kind::Budget, named))
            return refusal(400, "Budget not found: " + named, "bad_request_error", "budget_id");
        fields.insert(QStringLiteral("budget_id"), people::qt(named));
        return {};
    }
    const auto body = withLifted(asked.body);
    if (!body)
        return Failure {body.error()};
    if (!setsLimits(asked.body) && (*body == asked.body || own.empty()))
        return {};
    const auto current = draft.find(Kind::Budget, own);
    const bool isShared = current && referrers(draft, own) > 1;
    const std::string id = current && !isShared ? own : people::newId();
    if (isShared)
        (void)keepBudget(id, *current, draft, asked);
    (void)keepBudget(id, *body, draft, asked);
    fields.insert(QStringLiteral("budget_id"), people::qt(id));
    return {};
}

void followBudget(Kind kind, std::string_view id, const QJsonObject &fields, Draft &draft, const Asked &asked)
{
    const auto budgetOf = [&draft](const QJsonObject &of) {
        return draft.find(Kind::Budget, textIn(of, "budget_id")).value_or(QJsonObject());
    };
    const QJsonObject before = draft.find(kind, id).value_or(QJsonObject());
    if (textIn(before, "budget_id") == textIn(fields, "budget_id"))
        return; // whatever else has changed of it, keepBudget() has told
    const QJsonObject budget = budgetOf(fields);
    if (textIn(budgetOf(before), "budget_duration") != textIn(budget, "budget_duration"))
        draft.change(rescheduled(kind, id, budget, asked));
}

QJsonObject referrersOf(const std::string &budgetId, const Draft &draft)
{
    constexpr qsizetype most = 100;
    QJsonArray first;
    for (const Kind kind : referring) {
        for (const std::string &id : draft.idsWhere(kind, "budget_id", budgetId)) {
            if (first.size() == most)
                break;
            const QJsonObject fields = *draft.find(kind, id);
            const std::string alias =
                textIn(fields, "key_alias") + textIn(fields, "alias") + textIn(fields, "organization_alias");
            first.append(QJsonObject {{QStringLiteral("kind"), people::qt(std::string(toString(kind)))},
                {QStringLiteral("id"), people::qt(id)}, {QStringLiteral("name"), people::qt(alias.empty() ? id : alias)}});
        }
    }
    return {{QStringLiteral("count"), static_cast<qint64>(referrers(draft, budgetId))}, {QStringLiteral("first"), first}};
}

QJsonValue shownBudget(std::string_view budgetId, const Draft &draft, const Asked &asked)
{
    const auto budget = budgetId.empty() ? std::nullopt : draft.find(Kind::Budget, budgetId);
    if (!budget)
        return {};
    QJsonObject row = people::rowOf(Kind::Budget, *budget);
    row.insert(QStringLiteral("budget_reset_at"), people::jsonOf(resetOf(*budget, asked)));
    return row;
}

} // namespace gatehouse::admin
