// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/budget_rules.h"

#include "gateway/providers/table.h"

namespace gatehouse::pipeline {

namespace {

using config::Value;
using Notes = std::vector<config::Diagnostic>;

void warn(Notes &notes, const Value &where, std::string message)
{
    notes.push_back({config::Diagnostic::Level::Warning, where.mark(), std::move(message)});
}

// One value under two names.
Value either(const Value &map, std::string_view name, std::string_view otherName)
{
    return map.has(name) ? map.find(name) : map.find(otherName);
}

// As Python writes the number, and finer than Money where it was written so.
std::string limitText(const std::string &written, Money limit)
{
    const auto exact = priceFrom(written);
    return exact ? dollars(*exact) : dollars(limit);
}

std::optional<routing::BudgetRule> ruleOf(const Value &limit, const Value &period, const std::string &whose, Notes &notes)
{
    const std::string written = limit.asString();
    const auto money = moneyFrom(written);
    if (!money) {
        warn(notes, limit, "the budget of " + whose + " is no amount of dollars; it has none");
        return std::nullopt;
    }
    routing::BudgetRule rule {*money, std::nullopt, limitText(written, *money), period.asString()};
    rule.period = periodFrom(rule.periodText);
    if (!rule.period)
        warn(notes, limit, "the budget of " + whose + " has no length of time after which it begins anew, so it never does");
    return rule;
}

} // namespace

void readProviderBudgets(routing::BudgetRules &rules, const config::Config &config, Notes &notes)
{
    const Value budgets = config.get("router_settings.provider_budget_config"); // it owns the entries below
    for (const auto &[name, entry] : budgets.entries()) {
        const std::string whose = "provider " + name;
        if (!providers::find(name))
            warn(notes, entry, whose + " has a budget, but no provider has that name");
        const Value limit = either(entry, "budget_limit", "max_budget");
        if (limit.isNull())
            warn(notes, entry, "the budget of " + whose + " has no budget_limit; it has none");
        else if (auto rule = ruleOf(limit, either(entry, "time_period", "budget_duration"), whose, notes))
            rules.providers.insert_or_assign(name, std::move(*rule));
    }
}

void readBudget(routing::BudgetRules &rules, const Deployment &deployment, const Value &entry, Notes &notes)
{
    const Value params = entry.find("litellm_params");
    const Value limit = params.find("max_budget");
    if (limit.isNull())
        return;
    if (auto rule = ruleOf(limit, params.find("budget_duration"), "a deployment of " + deployment.group, notes))
        rules.deployments.insert_or_assign(deployment.id, std::move(*rule));
}

} // namespace gatehouse::pipeline
