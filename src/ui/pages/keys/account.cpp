// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/account.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

constexpr double nearly = 0.8;

bool isThere(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

} // namespace

QJsonValue accountValue(const QJsonObject &record, const char *name)
{
    const QLatin1StringView key(name);
    for (const char *place : {"", "litellm_budget_table", "metadata"}) {
        const QJsonValue value = *place ? record.value(QLatin1StringView(place)).toObject().value(key) : record.value(key);
        if (isThere(value))
            return value;
    }
    return QJsonValue::Undefined;
}

std::optional<double> accountFigure(const QJsonObject &record, const char *name)
{
    const QJsonValue value = accountValue(record, name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QDateTime accountTime(const QJsonObject &record, const char *name)
{
    return QDateTime::fromString(accountValue(record, name).toString(), Qt::ISODate);
}

std::optional<double> budgetShare(const QJsonObject &record)
{
    const auto limit = accountFigure(record, "max_budget");
    if (!limit)
        return std::nullopt;
    const double spent = accountFigure(record, "spend").value_or(0);
    return *limit > 0 ? spent / *limit : 1.0; // a budget of nothing is used up from the start
}

AccountState accountState(const QJsonObject &record, const QDateTime &now)
{
    if (accountValue(record, "blocked").toBool())
        return AccountState::Blocked;
    const QDateTime expires = accountTime(record, "expires");
    if (expires.isValid() && expires <= now)
        return AccountState::Expired;
    const double share = budgetShare(record).value_or(0);
    if (share >= 1)
        return AccountState::OverBudget;
    return share >= nearly ? AccountState::NearlySpent : AccountState::Active;
}

QString accountStateWord(AccountState state)
{
    switch (state) {
    //: state of a key or team: it may be used
    case AccountState::Active: return QCoreApplication::translate("Account", "Active");
    //: state of a key or team: little of its budget is left
    case AccountState::NearlySpent: return QCoreApplication::translate("Account", "Nearly spent");
    //: state of a key or team: nothing of its budget is left
    case AccountState::OverBudget: return QCoreApplication::translate("Account", "Budget reached");
    case AccountState::Blocked: return QCoreApplication::translate("Account", "Blocked");
    case AccountState::Expired: return QCoreApplication::translate("Account", "Expired");
    }
    return {};
}

RecordSign accountStateSign(AccountState state)
{
    switch (state) {
    case AccountState::Active: return {Mark::Check, Mood::Good};
    case AccountState::NearlySpent: return {Mark::Half, Mood::Warn};
    case AccountState::OverBudget: return {Mark::Alert, Mood::Bad};
    case AccountState::Blocked: return {Mark::Slash, Mood::Bad};
    case AccountState::Expired: return {Mark::Square, Mood::Idle};
    }
    return {};
}

QString accountName(const QJsonObject &record)
{
    for (const char *name : {"key_alias", "team_alias", "user_alias", "user_email", "alias", "key_name", "user_id", "team_id",
             "budget_id", "token"}) {
        // A key has the alias of its team beside its own.
        const bool isTeams = record.contains(QLatin1StringView("token")) && qstrncmp(name, "team", 4) == 0;
        const QString text = record.value(QLatin1StringView(name)).toString();
        if (!text.isEmpty() && !isTeams)
            return text;
    }
    return {};
}

} // namespace gatehouse::ui
