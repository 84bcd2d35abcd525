// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <QJsonObject>

#include <initializer_list>
#include <string_view>

/// What lists of people do for a window that shows them, beside what LiteLLM's do: finding by words, more members in each row,
/// and taking limits away.
namespace gatehouse::admin {

/// Whether the query's `expand` (words with commas) has that word.
bool expands(const Asked &asked, std::string_view word);
/// Whether each word of the query's `search` stands in one of \a row's members, whatever its case. Nothing to search for: yes.
bool isFound(const Asked &asked, const QJsonObject &row, std::initializer_list<const char *> members);
/// Inserts `usage`: what an account uses now, {requests, tokens (of the last 60 seconds), parallel, reserved (dollars)}.
void insertUsage(const limits::Standing &standing, QJsonObject &row);

/// Takes the limits that the body's list `lift` names away from \a fields. A null in an update leaves a limit as it is, so this
/// is how a limit goes. 403 for who is no administrator, 400 for what is no limit.
Result<> lift(const Asked &asked, const QJsonObject &body, QJsonObject &fields);
/// \a body with a null for each limit that its `lift` names, as keepBudget() takes it. 400 for what is no limit.
Result<QJsonObject> withLifted(const QJsonObject &body);

} // namespace gatehouse::admin
