// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"
#include "gateway/people/kind.h"

#include <QJsonObject>

#include <string_view>

/// Records as management shows them: LiteLLM's rows, with what was spent until now.
namespace gatehouse::admin {

/// All columns of \a kind, with spend, budget_reset_at and, where there is one, litellm_budget_table; with `expand=usage` in the
/// query, what is used now (expand.h).
QJsonObject shownRow(
    people::Kind kind, std::string_view id, const QJsonObject &fields, const people::Draft &draft, const Asked &asked);
/// The same of somebody known; an empty object for who is not.
QJsonObject shownRow(people::Kind kind, std::string_view id, const people::Draft &draft, const Asked &asked);
/// A budget's row as it stands in those that refer to it; null for none.
QJsonValue budgetTable(std::string_view budgetId, const people::Draft &draft);

/// What is kept of a record that is deleted: what it had spent, when it went, and who took it away.
QJsonObject deletedRecord(
    people::Kind kind, std::string_view id, QJsonObject fields, const people::Draft &draft, const Asked &asked);

/// Sets updated_at and updated_by, and created_at and created_by where they are not set.
void stamp(QJsonObject &fields, const Asked &asked);
/// The account of a record follows its budget_duration, from now on where that has changed.
void followDuration(people::Kind kind, std::string_view id, const QJsonObject &fields, people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
