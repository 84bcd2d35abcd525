// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/budget_signals.h"

#include "gateway/core/receipt.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::pipeline {

namespace {

using observe::Signal;

std::string secondsOf(Clock::Wall wall)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(wall.time_since_epoch()).count());
}

void writeOptional(wire::JsonWriter &json, std::string_view name, const std::optional<Money> &money)
{
    json.key(name).raw(money ? dollars(*money) : "null");
}

void writePrincipal(wire::JsonWriter &json, const Receipt &receipt)
{
    json.key("customer_id").string(receipt.customer);
    if (!receipt.principal)
        return;
    const Principal &who = *receipt.principal;
    json.key("token").string(who.token).key("key_alias").string(who.keyAlias);
    json.key("user_id").string(who.userId).key("user_email").string(who.userEmail);
    json.key("team_id").string(who.teamId).key("team_alias").string(who.teamAlias);
    json.key("organization_id").string(who.organizationId);
}

std::string shares(int percent, Money spent, Money limit)
{
    return std::to_string(percent) + " % of its budget: " + dollars(spent) + " of " + dollars(limit) + " dollars";
}

} // namespace

Signal signalOf(const limits::Crossed &crossed, const Receipt &receipt, Clock::Wall now)
{
    wire::JsonWriter json;
    json.beginObject().key("account").string(crossed.name).key("percent").number(std::int64_t(crossed.percent));
    json.key("spend").raw(dollars(crossed.spent)).key("max_budget");
    json.raw(crossed.limit.nanoDollars > 0 ? dollars(crossed.limit) : "null");
    writeOptional(json, "soft_budget", crossed.soft);
    json.key("reset_at").raw(crossed.resetAt ? secondsOf(*crossed.resetAt) : "null");
    json.key("period").string(crossed.period);
    writePrincipal(json, receipt);
    json.endObject();
    const std::string words = crossed.percent > 0 ? "has reached " + shares(crossed.percent, crossed.spent, crossed.limit)
                                                  : "has reached its soft budget: " + dollars(crossed.spent) + " dollars";
    return {Signal::Kind::BudgetCrossed, crossed.name, words, json.take(), now};
}

Signal signalOf(const routing::BudgetCrossed &crossed, Clock::Wall now)
{
    const std::string name = (crossed.isProviders ? "provider:" : "deployment:") + crossed.name;
    wire::JsonWriter json;
    json.beginObject().key("account").string(name).key("percent").number(std::int64_t(crossed.percent));
    json.key("spend").raw(dollars(crossed.spent)).key("max_budget").raw(dollars(crossed.limit)).endObject();
    return {Signal::Kind::BudgetCrossed, name, "has reached " + shares(crossed.percent, crossed.spent, crossed.limit),
        json.take(), now};
}

} // namespace gatehouse::pipeline
