// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/provider_budgets.h"

#include "gateway/admin/answers.h"
#include "gateway/observe/receipt_text.h"

namespace gatehouse::admin {

namespace {

void write(wire::JsonWriter &json, const routing::BudgetStatus &status)
{
    json.key(status.name).beginObject();
    json.key("budget_limit").raw(status.rule.limitText);
    json.key("time_period");
    json.stringOrNull(status.rule.periodText);
    json.key("spend").raw(dollars(status.spent));
    json.key("budget_reset_at");
    json.stringOrNull(status.resetAt ? observe::isoTime(*status.resetAt) : std::string());
    json.endObject();
}

} // namespace

void showProviderBudgets(pipeline::Context &context, pipeline::Inbound inbound)
{
    wire::JsonWriter json;
    json.beginObject().key("providers").beginObject();
    for (const routing::BudgetStatus &status : context.shared.budgets.providers(context.clock.wall()))
        write(json, status);
    answerJson(inbound, json.endObject().endObject().take());
}

} // namespace gatehouse::admin
