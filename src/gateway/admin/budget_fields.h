// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <optional>
#include <string>
#include <string_view>

/// Limits that stand in a Budget record of their own: those of customers, tags, members, organizations and projects, which refer
/// to it by budget_id.
namespace gatehouse::admin {

/// 422 or 400 for what \a body says of limits and means nothing: wrong types, less than nothing, a duration that is none.
Result<> checkBudget(const QJsonObject &body);
/// Whether \a body sets a limit of any sort.
bool setsLimits(const QJsonObject &body);

/// The record of \a budgetId with what \a body sets of it (null = no longer set). A new one with a duration begins anew after
/// exactly that; so does one whose duration changes. Everybody who refers to it follows.
QJsonObject keepBudget(const std::string &budgetId, const QJsonObject &body, people::Draft &draft, const Asked &asked);

/// For somebody who is made or changed by asked.body: \a fields gets the budget_id that it names, or one of a record with the
/// limits that it sets. A record that others refer to as well is not changed for them: he gets a copy. 400 for a budget that is
/// not there.
Result<> attachBudget(people::Kind kind, QJsonObject &fields, people::Draft &draft, const Asked &asked);

/// The account of a record follows the duration of the budget that \a fields name, from now on where that is another. To be
/// called before the record is put.
void followBudget(people::Kind kind, std::string_view id, const QJsonObject &fields, people::Draft &draft, const Asked &asked);

/// Who refers to a budget: {"count": 3, "first": [{"kind": "key", "id", "name"}, …]}, at most 100 of them.
QJsonObject referrersOf(const std::string &budgetId, const people::Draft &draft);

/// The row of a budget, with the time when it begins anew; null for none.
QJsonValue shownBudget(std::string_view budgetId, const people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
