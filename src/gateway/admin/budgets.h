// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Budgets by themselves, to which customers, tags, members and others refer.
namespace gatehouse::admin {

Result<std::string> newBudget(people::Draft &draft, const Asked &asked);          ///< POST /budget/new
Result<std::string> updateBudget(people::Draft &draft, const Asked &asked);       ///< POST /budget/update
Result<std::string> deleteBudget(people::Draft &draft, const Asked &asked);       ///< POST /budget/delete
Result<std::string> showBudgets(people::Draft &draft, const Asked &asked);        ///< POST /budget/info
Result<std::string> listBudgets(people::Draft &draft, const Asked &asked);        ///< GET /budget/list
Result<std::string> showBudgetSettings(people::Draft &draft, const Asked &asked); ///< GET /budget/settings

} // namespace gatehouse::admin
