// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

/// What a record of a key, team, user, customer or budget says, read in one place: LiteLLM keeps limits now in the row, now in
/// the budget it refers to.
namespace gatehouse::ui {

/// The member of the record itself, else of its litellm_budget_table, else of its metadata; undefined: nowhere.
QJsonValue accountValue(const QJsonObject &record, const char *name);
/// A figure of the record; nothing where there is none.
std::optional<double> accountFigure(const QJsonObject &record, const char *name);
QDateTime accountTime(const QJsonObject &record, const char *name);

enum class AccountState { Active, NearlySpent, OverBudget, Blocked, Expired };

/// Blocked counts before expired, and that before spent: what has to be undone first.
AccountState accountState(const QJsonObject &record, const QDateTime &now);
QString accountStateWord(AccountState state);
RecordSign accountStateSign(AccountState state);

/// How much of the budget is spent: 0…1, more is over; nothing without a budget.
std::optional<double> budgetShare(const QJsonObject &record);
/// What one calls it: its alias, address or name, else its id.
QString accountName(const QJsonObject &record);

} // namespace gatehouse::ui
