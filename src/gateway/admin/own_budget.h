// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>

/// Budgets that belong to one member, organization or project: records of their own, as LiteLLM has them, made from the limits
/// that a request sets.
namespace gatehouse::admin {

/// The limits among \a body's members, as a budget has them.
QJsonObject limitsIn(const QJsonObject &body);
/// Lays \a limits over the budget \a id, or over a new one where that is empty; returns its id. No limits = nothing is made.
std::string putBudget(people::Draft &draft, const Asked &asked, const std::string &id, const QJsonObject &limits);

} // namespace gatehouse::admin
