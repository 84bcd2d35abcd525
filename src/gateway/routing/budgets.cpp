// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/budgets.h"

#include "gateway/core/budget_mark.h"

#include <algorithm>
#include <utility>

namespace gatehouse::routing {

bool Budgets::Account::isFull() const
{
    return !(spent < rule.limit);
}

std::optional<Clock::Wall> Budgets::Account::end() const
{
    return begun && rule.period ? std::optional(rule.period->after(*begun)) : std::nullopt;
}

bool Budgets::Account::hasEnded(Clock::Wall now) const
{
    const auto over = end();
    return over && now >= *over;
}

Money Budgets::Account::spentBy(Clock::Wall now) const
{
    return hasEnded(now) ? Money {} : spent;
}

bool Budgets::Account::isUsedUp(Clock::Wall now) const
{
    return !(spentBy(now) < rule.limit);
}

bool Budgets::Account::hasRoomFor(const Most &most, Clock::Wall now) const
{
    if (most.isBounded && most.money == Money {})
        return true; // it is free
    const std::int64_t left = rule.limit.nanoDollars - spentBy(now).nanoDollars;
    if (!most.isBounded && reserved == Money {})
        return left > 0;
    return left > reserved.nanoDollars && most.money.nanoDollars <= left - reserved.nanoDollars;
}

Budgets::Reserved::Reserved(Reserved &&other) noexcept
    : m_budgets(std::exchange(other.m_budgets, nullptr))
    , m_money(other.m_money)
    , m_provider(std::move(other.m_provider))
    , m_deployment(std::move(other.m_deployment))
{
}

Budgets::Reserved &Budgets::Reserved::operator=(Reserved &&other) noexcept
{
    if (this == &other)
        return *this;
    giveBack();
    m_budgets = std::exchange(other.m_budgets, nullptr);
    m_money = other.m_money;
    m_provider = std::move(other.m_provider);
    m_deployment = std::move(other.m_deployment);
    return *this;
}

void Budgets::Reserved::giveBack()
{
    if (Budgets *budgets = std::exchange(m_budgets, nullptr))
        budgets->giveBack(*this);
}

Budgets::Accounts Budgets::accountsFor(const std::map<std::string, BudgetRule, std::less<>> &rules, const Accounts &before)
{
    Accounts accounts;
    for (const auto &[name, rule] : rules) {
        Account &account = accounts[name];
        if (const auto old = before.find(name); old != before.end())
            account = old->second;
        account.rule = rule;
    }
    return accounts;
}

void Budgets::configure(const BudgetRules &rules)
{
    const std::lock_guard guard(m_lock);
    m_providers = accountsFor(rules.providers, m_providers);
    m_deployments = accountsFor(rules.deployments, m_deployments);
    int full = 0;
    for (const Accounts *accounts : {&m_providers, &m_deployments})
        full += static_cast<int>(
            std::count_if(accounts->begin(), accounts->end(), [](const auto &entry) { return entry.second.isFull(); }));
    m_full.store(full, std::memory_order_relaxed);
    m_count.store(static_cast<int>(m_providers.size() + m_deployments.size()), std::memory_order_relaxed);
}

bool Budgets::hasRoom(const Accounts &accounts, std::string_view name, Clock::Wall now)
{
    const auto found = accounts.find(name);
    return found == accounts.end() || !found->second.isUsedUp(now);
}

bool Budgets::hasRoom(std::string_view provider, std::string_view deploymentId, Clock::Wall now) const
{
    if (m_full.load(std::memory_order_relaxed) == 0)
        return true;
    const std::lock_guard guard(m_lock);
    return hasRoom(m_providers, provider, now) && hasRoom(m_deployments, deploymentId, now);
}

std::string Budgets::shortage(const Account &account, const std::string &what, const Most &most, Clock::Wall now)
{
    return "Exceeded budget for " + what + ": " + dollars(account.spentBy(now)) + " spent, " + dollars(account.reserved)
        + " reserved by running calls, and up to " + dollars(most.money) + " for this one >= " + account.rule.limitText + "\n";
}

Result<Budgets::Reserved, Short> Budgets::reserve(const Deployment &deployment, const Most &most, Clock::Wall now)
{
    // Far above any call, and so far below the end of the counter that no number of them adds up to it.
    constexpr std::int64_t largest = 100'000'000'000'000;
    const Most asked {{std::clamp<std::int64_t>(most.money.nanoDollars, 0, largest)}, most.isBounded};
    Reserved reserved;
    if (!isAny())
        return reserved;
    const std::lock_guard guard(m_lock);
    const auto provider = m_providers.find(deployment.provider.name);
    const auto own = m_deployments.find(deployment.id);
    if (provider != m_providers.end() && !provider->second.hasRoomFor(asked, now))
        return Failure {Short {true, shortage(provider->second, "provider " + provider->first, asked, now)}};
    if (own != m_deployments.end() && !own->second.hasRoomFor(asked, now))
        return Failure {Short {false, shortage(own->second, "deployment " + own->first, asked, now)}};
    reserved.m_money = asked.money;
    if (provider != m_providers.end()) {
        reserved.m_budgets = this;
        reserved.m_provider = provider->first;
        provider->second.reserved = provider->second.reserved + asked.money;
    }
    if (own != m_deployments.end()) {
        reserved.m_budgets = this;
        reserved.m_deployment = own->first;
        own->second.reserved = own->second.reserved + asked.money;
    }
    return reserved;
}

// A reload may have taken the budget away, and another may have brought it back.
void Budgets::release(Accounts &accounts, const std::string &name, Money money)
{
    const auto found = accounts.find(name);
    if (found != accounts.end())
        found->second.reserved.nanoDollars = std::max<std::int64_t>(found->second.reserved.nanoDollars - money.nanoDollars, 0);
}

void Budgets::giveBack(const Reserved &reserved)
{
    const std::lock_guard guard(m_lock);
    release(m_providers, reserved.m_provider, reserved.m_money);
    release(m_deployments, reserved.m_deployment, reserved.m_money);
}

std::optional<BudgetCrossed> Budgets::book(Accounts &accounts, std::string_view name, Money money, Clock::Wall now)
{
    const auto found = accounts.find(name);
    if (found == accounts.end())
        return std::nullopt;
    Account &account = found->second;
    const bool wasFull = account.isFull();
    if (!account.begun || account.hasEnded(now)) {
        account.begun = now;
        account.spent = {};
        account.mark = 0;
    }
    account.spent = account.spent + money;
    m_full.fetch_add(static_cast<int>(account.isFull()) - static_cast<int>(wasFull), std::memory_order_relaxed);
    const int mark = budgetMark(account.spent, account.rule.limit);
    if (mark <= account.mark)
        return std::nullopt;
    account.mark = mark;
    return BudgetCrossed {&accounts == &m_providers, std::string(name), mark, account.spent, account.rule.limit};
}

std::vector<BudgetCrossed> Budgets::spend(std::string_view provider, std::string_view deploymentId, Money money, Clock::Wall now)
{
    std::vector<BudgetCrossed> crossed;
    if (money.nanoDollars <= 0 || !isAny())
        return crossed;
    const std::lock_guard guard(m_lock);
    if (auto one = book(m_providers, provider, money, now))
        crossed.push_back(std::move(*one));
    if (auto one = book(m_deployments, deploymentId, money, now))
        crossed.push_back(std::move(*one));
    return crossed;
}

std::string Budgets::complaint(const Accounts &accounts, std::string_view name, std::string_view what, Clock::Wall now)
{
    const auto found = accounts.find(name);
    if (found == accounts.end() || !found->second.isUsedUp(now))
        return {};
    const Account &account = found->second;
    return "Exceeded budget for " + std::string(what) + ": " + dollars(account.spentBy(now)) + " >= " + account.rule.limitText
        + "\n";
}

Error Budgets::noRoom(const std::vector<const Deployment *> &candidates, Clock::Wall now, std::string_view tooShort) const
{
    const std::lock_guard guard(m_lock);
    std::string complaints(tooShort);
    const auto add = [&complaints](const std::string &line) {
        if (complaints.find(line) == std::string::npos) // deployments share their provider's budget
            complaints += line;
    };
    for (const Deployment *candidate : candidates) {
        add(complaint(m_providers, candidate->provider.name, "provider " + candidate->provider.name, now));
        add(complaint(m_deployments, candidate->id,
            "deployment model_name: " + candidate->group + ", litellm_params.model: " + candidate->litellmModel
                + ", model_id: " + candidate->id,
            now));
    }
    if (!complaints.empty())
        complaints.pop_back();
    Error error {Fault::NoDeployment, "No deployments available - crossed budget: " + complaints, 0, "None", "None"};
    if (!tooShort.empty())
        error.retryAfter = std::chrono::seconds(1); // what runs may end, and cost less, at any time
    return error;
}

std::vector<BudgetStatus> Budgets::providers(Clock::Wall now) const
{
    const std::lock_guard guard(m_lock);
    std::vector<BudgetStatus> all;
    for (const auto &[name, account] : m_providers)
        all.push_back({name, account.rule, account.spentBy(now), account.hasEnded(now) ? std::nullopt : account.end()});
    return all;
}

} // namespace gatehouse::routing
