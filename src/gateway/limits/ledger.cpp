// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/ledger.h"

#include "gateway/core/prefetch.h"
#include "gateway/limits/account.h"
#include "gateway/limits/refusal.h"

#include <algorithm>

namespace gatehouse::limits {

namespace {

// Far above any call, and so far below the end of the counters that no number of them adds up to it.
constexpr Money mostMoney {100'000'000'000'000};
constexpr std::int64_t mostTokens = 1'000'000'000'000;

Money kept(Money money)
{
    return {std::clamp<std::int64_t>(money.nanoDollars, 0, mostMoney.nanoDollars)};
}

std::int64_t kept(std::int64_t tokens)
{
    return std::clamp<std::int64_t>(tokens, 0, mostTokens);
}

Money without(Money all, Money part)
{
    return {std::max<std::int64_t>(all.nanoDollars - part.nanoDollars, 0)};
}

void fetch(const std::vector<const Claim *> &claims)
{
    for (const Claim *claim : claims)
        fetch(claim->account.get());
    for (const Claim *claim : claims)
        prefetch(claim->account->window.get(), Window::hotBytes);
}

std::int64_t secondOf(Clock::Instant now)
{
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

} // namespace

std::shared_ptr<Account> Ledger::account(std::string_view name)
{
    const std::lock_guard guard(m_lock);
    return known(name);
}

Result<Hold> Ledger::reserve(const std::vector<const Claim *> &claims, const Ask &ask, Clock::Instant now, Clock::Wall wall)
{
    const Ask most {kept(ask.tokens), kept(ask.money), ask.isBounded, ask.isMore};
    Hold hold;
    hold.m_held.reserve(claims.size());
    std::unique_lock guard(m_lock);
    fetch(claims);
    for (const Claim *claim : claims) {
        if (const auto refusal = refusalOf(*claim, most, now, wall)) {
            guard.unlock(); // words take longer than counting
            return Failure {toError(*refusal, *claim, wall)};
        }
    }
    for (const Claim *claim : claims)
        hold.m_held.push_back(take(*claim, most, secondOf(now)));
    hold.m_ledger = this;
    hold.m_ask = most;
    return hold;
}

std::optional<Refusal> Ledger::refusalOf(const Claim &claim, const Ask &ask, Clock::Instant now, Clock::Wall wall)
{
    Account &account = *claim.account;
    beginDuePeriod(account, wall);
    if (claim.limits.haveWindow())
        account.windowAt(secondOf(now));
    return findRefusal(account, claim.limits, ask, now);
}

Hold::Held Ledger::take(const Claim &claim, const Ask &ask, std::int64_t second)
{
    Account &account = *claim.account;
    account.parallel += ask.isMore ? 0 : 1;
    account.reservedTokens += ask.tokens;
    account.reserved = account.reserved + ask.money;
    if (account.soft != claim.limits.soft) {
        account.soft = claim.limits.soft;
        account.isSoftened = false;
    }
    if (account.budget != claim.limits.budget) {
        account.budget = claim.limits.budget;
        account.mark = 0;
    }
    Hold::Held held {claim.account};
    if (account.window && !ask.isMore) {
        Window &window = account.windowAt(second);
        window.add({1, 0});
        held.second = window.second();
    }
    return held;
}

void Ledger::giveBack(const Hold &hold)
{
    const std::lock_guard guard(m_lock);
    for (const Hold::Held &held : hold.m_held) {
        Account &account = *held.account;
        account.parallel -= hold.m_ask.isMore ? 0 : 1;
        account.reservedTokens -= hold.m_ask.tokens;
        account.reserved = without(account.reserved, hold.m_ask.money);
        if (held.second)
            account.window->takeRequestBack(*held.second);
    }
}

std::vector<Crossed> Ledger::settle(const Hold &hold, const Ask &used, Clock::Instant now, Clock::Wall wall)
{
    std::vector<Crossed> crossed;
    const std::lock_guard guard(m_lock);
    for (const Hold::Held &held : hold.m_held) {
        Account &account = *held.account;
        --account.parallel;
        account.reservedTokens -= hold.m_ask.tokens;
        account.reserved = without(account.reserved, hold.m_ask.money);
        beginDuePeriod(account, wall);
        if (wall >= account.begun)
            account.pending = account.pending + Money {std::max<std::int64_t>(used.money.nanoDollars, 0)};
        if ((account.soft && !account.isSoftened) || account.budget)
            watchBudget(account, crossed);
        if (account.window)
            account.windowAt(secondOf(now)).add({0, kept(used.tokens)});
    }
    return crossed;
}

Standing Ledger::standingOf(const Account &account, Clock::Instant now, Clock::Wall wall) const
{
    Standing standing;
    standing.spent = account.spentBy(wall);
    standing.reserved = account.reserved;
    standing.resetAt = account.resetAt;
    if (account.isDue(wall))
        standing.resetAt = account.schedule ? nextReset(*account.schedule, wall) : std::nullopt;
    const Window::Use used = account.usedAt(secondOf(now));
    standing.requests = used.requests;
    standing.tokens = used.tokens;
    standing.parallel = account.parallel;
    return standing;
}

Standing Ledger::standing(const Account &account, Clock::Instant now, Clock::Wall wall) const
{
    const std::lock_guard guard(m_lock);
    return standingOf(account, now, wall);
}

Standing Ledger::standing(std::string_view name, Clock::Instant now, Clock::Wall wall) const
{
    const std::lock_guard guard(m_lock);
    const Account *account = find(name);
    return account ? standingOf(*account, now, wall) : Standing {};
}

std::vector<Margin> Ledger::margins(const std::vector<const Claim *> &claims, Clock::Instant now) const
{
    constexpr std::size_t kinds = 3;
    std::vector<Margin> margins;
    margins.reserve(kinds * claims.size());
    const std::lock_guard guard(m_lock);
    for (const Claim *claim : claims) {
        const Window::Use used = claim->account->usedAt(secondOf(now));
        const auto add = [&](std::string_view what, const std::optional<std::int64_t> &limit, std::int64_t taken) {
            if (limit)
                margins.push_back({claim->subject, what, *limit, std::max<std::int64_t>(*limit - taken, 0)});
        };
        add("requests", claim->limits.requests, used.requests);
        add("tokens", claim->limits.tokens, used.tokens);
        add("max_parallel_requests", claim->limits.parallel, claim->account->parallel);
    }
    return margins;
}

} // namespace gatehouse::limits
