// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/claims.h"

#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"

#include <map>
#include <utility>

namespace gatehouse::people {

namespace {

using limits::Claim;
using limits::Limits;
using limits::Subject;

Subject subjectOf(Kind kind)
{
    switch (kind) {
    case Kind::User: return Subject::User;
    case Kind::Team: return Subject::Team;
    case Kind::Member: return Subject::Member;
    case Kind::Customer: return Subject::Customer;
    case Kind::Organization: return Subject::Organization;
    case Kind::OrganizationMember: return Subject::OrganizationMember;
    case Kind::Project: return Subject::Project;
    case Kind::Tag: return Subject::Tag;
    default: return Subject::Key;
    }
}

// What is set on somebody himself stands above the budget he shares.
template <typename Read> auto either(const QJsonObject &fields, const QJsonObject &budget, Read read)
{
    const auto own = read(fields);
    return own ? own : read(budget);
}

Limits limitsIn(const QJsonObject &fields, const QJsonObject &budget)
{
    const auto integer = [](const char *name) { return [name](const QJsonObject &from) { return integerIn(from, name); }; };
    Limits limits;
    limits.requests = either(fields, budget, integer("rpm_limit"));
    limits.tokens = either(fields, budget, integer("tpm_limit"));
    limits.parallel = either(fields, budget, integer("max_parallel_requests"));
    const auto money = [](const char *name) { return [name](const QJsonObject &from) { return moneyIn(from, name); }; };
    limits.budget = either(fields, budget, money("max_budget"));
    limits.soft = either(fields, budget, money("soft_budget"));
    return limits;
}

void schedule(const Ground &ground, std::string_view account, const std::string &duration)
{
    ground.ledger.follow(
        account, duration.empty() ? std::nullopt : std::optional(limits::Schedule {duration, ground.policy.zone}));
}

Claim claimOn(const Ground &ground, const std::string &account, Subject subject, std::string shown)
{
    return {ground.ledger.account(account), subject, std::move(shown), {}};
}

/// What is said of a model.
struct Said {
    Limits limits = {};
    std::string duration = {}; ///< of the budget
};
using SaidOfModels = std::map<std::string, Said>;

std::optional<Money> moneyOf(const QJsonValue &value)
{
    return value.isDouble() ? moneyIn({{QStringLiteral("x"), value}}, "x") : std::nullopt;
}

void readBudgets(const QJsonObject &from, SaidOfModels &models)
{
    const QJsonObject budgets = from.value(QLatin1String("model_max_budget")).toObject();
    for (auto each = budgets.begin(); each != budgets.end(); ++each) {
        const QJsonObject said = each.value().toObject();
        Said &model = models[each.key().toStdString()];
        model.limits = limitsIn(said, {});
        if (const auto limit = moneyIn(said, "budget_limit"))
            model.limits.budget = limit;
        if (const auto plain = moneyOf(each.value()))
            model.limits.budget = plain;
        model.duration = textIn(said, "budget_duration").empty() ? textIn(said, "time_period") : textIn(said, "budget_duration");
    }
    const QJsonObject shares = from.value(QLatin1String("model_spend_map")).toObject();
    for (auto each = shares.begin(); each != shares.end(); ++each) {
        Said &model = models[each.key().toStdString()];
        model.limits.budget = moneyOf(each.value());
        model.duration = textIn(from, "budget_duration");
    }
}

void readRates(const QJsonObject &from, SaidOfModels &models)
{
    const QJsonObject requests = from.value(QLatin1String("model_rpm_limit")).toObject();
    for (auto each = requests.begin(); each != requests.end(); ++each)
        models[each.key().toStdString()].limits.requests = each.value().toInteger();
    const QJsonObject tokens = from.value(QLatin1String("model_tpm_limit")).toObject();
    for (auto each = tokens.begin(); each != tokens.end(); ++each)
        models[each.key().toStdString()].limits.tokens = each.value().toInteger();
}

} // namespace

limits::Claim claimOf(Kind kind, std::string_view id, const QJsonObject &fields, const Ground &ground)
{
    const std::string account = accountOf(kind, id);
    Claim claim = claimOn(ground, account, subjectOf(kind), std::string(id));
    const QJsonObject budget = ground.fields(Kind::Budget, textIn(fields, "budget_id"));
    claim.limits = limitsIn(fields, budget);
    const std::string own = textIn(fields, "budget_duration");
    schedule(ground, account, own.empty() ? textIn(budget, "budget_duration") : own);
    return claim;
}

std::optional<Customer> customerOf(std::string_view customer, const Ground &ground)
{
    const auto record = ground.directory.find(Kind::Customer, customer);
    const bool hasDefault = ground.policy.customerBudget || !ground.policy.customerBudgetId.empty();
    if (!record && !hasDefault)
        return std::nullopt;
    QJsonObject fields = record ? objectFrom(record->json) : QJsonObject();
    if (textIn(fields, "budget_id").empty() && !ground.policy.customerBudgetId.empty())
        fields.insert(QStringLiteral("budget_id"), qt(ground.policy.customerBudgetId));
    Customer found {claimOf(Kind::Customer, customer, fields, ground)};
    if (!found.claim.limits.budget)
        found.claim.limits.budget = ground.policy.customerBudget;
    found.isBlocked = fields.value(QLatin1String("blocked")).toBool();
    found.region = textIn(fields, "allowed_model_region");
    found.defaultModel = textIn(fields, "default_model");
    return found;
}

std::vector<limits::Claim> claimsOn(const Principal &who, const Ground &ground)
{
    std::vector<limits::Claim> claims;
    const auto claim = [&](Kind kind, const std::string &id) {
        if (!id.empty())
            claims.push_back(claimOf(kind, id, ground.fields(kind, id), ground));
    };
    claim(Kind::Key, who.token);
    claim(Kind::User, who.userId);
    claim(Kind::Team, who.teamId);
    claim(Kind::Organization, who.organizationId);
    claims.push_back(proxyClaim(ground));
    return claims;
}

std::optional<limits::Claim> tagClaim(std::string_view tag, const Ground &ground)
{
    if (const auto record = ground.directory.find(Kind::Tag, tag))
        return claimOf(Kind::Tag, tag, objectFrom(record->json), ground);
    if (ground.policy.tagBudgets.empty())
        return std::nullopt;
    QJsonObject fields = objectFrom(ground.policy.tagBudgets).value(qt(tag)).toObject();
    for (const auto &[other, name] : {std::pair("budget_limit", "max_budget"), std::pair("time_period", "budget_duration")}) {
        if (fields.contains(QLatin1String(other)))
            fields.insert(QLatin1String(name), fields.value(QLatin1String(other)));
    }
    return fields.isEmpty() ? std::nullopt : std::optional(claimOf(Kind::Tag, tag, fields, ground));
}

limits::Claim proxyClaim(const Ground &ground)
{
    const std::string account(proxyAccount);
    Claim claim = claimOn(ground, account, Subject::Proxy, "proxy");
    claim.limits.budget = ground.policy.maxBudget;
    schedule(ground, account, ground.policy.budgetDuration);
    return claim;
}

std::vector<ModelClaim> modelClaimsOf(Kind kind, const std::string &id, const QJsonObject &fields, const Ground &ground)
{
    SaidOfModels models;
    readBudgets(fields, models);
    readRates(fields.value(QLatin1String("metadata")).toObject(), models);
    readRates(fields, models);
    std::vector<ModelClaim> claims;
    for (const auto &[model, said] : models) {
        const std::string account = modelAccountOf(kind, id, model);
        Claim claim = claimOn(ground, account, kind == Kind::Key ? Subject::KeyModel : Subject::TeamModel, id + ":" + model);
        claim.limits = said.limits;
        schedule(ground, account, said.duration);
        claims.push_back({model, std::move(claim)});
    }
    return claims;
}

} // namespace gatehouse::people
