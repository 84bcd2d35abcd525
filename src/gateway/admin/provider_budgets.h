// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /provider/budgets (admin): {"providers": {name: {budget_limit, time_period, spend, budget_reset_at}}} of the providers
/// that have a budget. Dollars; the time is null while nothing was spent.
void showProviderBudgets(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
