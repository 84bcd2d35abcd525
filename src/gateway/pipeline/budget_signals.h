// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/claim.h"
#include "gateway/observe/signal.h"
#include "gateway/routing/budgets.h"

namespace gatehouse {
struct Receipt;
}

/// Budgets that come to a mark, in the words of those who look on: Signal::Kind::BudgetCrossed.
namespace gatehouse::pipeline {

/// The account \a crossed has come to a mark by the call of \a receipt. Details: {account, percent (0 = soft), spend, max_budget,
/// soft_budget, reset_at, period, token, key_alias, user_id, user_email, team_id, team_alias, organization_id, customer_id}.
observe::Signal signalOf(const limits::Crossed &crossed, const Receipt &receipt, Clock::Wall now);
/// The same of a provider's budget, or a deployment's: {account: "provider:openai", percent, spend, max_budget}.
observe::Signal signalOf(const routing::BudgetCrossed &crossed, Clock::Wall now);

} // namespace gatehouse::pipeline
