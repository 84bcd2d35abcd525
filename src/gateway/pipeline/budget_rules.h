// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/routing/budgets.h"

#include <vector>

namespace gatehouse::pipeline {

/// Adds the budgets of providers: router_settings.provider_budget_config. What cannot be one is said in \a notes and left out.
void readProviderBudgets(routing::BudgetRules &rules, const config::Config &config, std::vector<config::Diagnostic> &notes);
/// Adds the budget of \a deployment, which was compiled from \a entry of model_list, where it has one.
void readBudget(routing::BudgetRules &rules, const Deployment &deployment, const config::Value &entry,
    std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::pipeline
