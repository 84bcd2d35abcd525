// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The Ledger's side towards the store: what accounts have spent, and when they begin anew.
#include "gateway/core/budget_mark.h"
#include "gateway/core/line_allocator.h"
#include "gateway/limits/account.h"
#include "gateway/limits/ledger.h"

#include <algorithm>

namespace gatehouse::limits {

namespace {

// At midnight everybody is due at once; the lock is let go between so many, and calls get in between.
constexpr int atOnce = 256;

} // namespace

const std::shared_ptr<Account> &Ledger::known(std::string_view name)
{
    auto found = m_accounts.find(name);
    if (found == m_accounts.end())
        found = m_accounts.emplace(std::string(name), std::allocate_shared<Account>(LineAllocator<Account>(), name)).first;
    return found->second;
}

const Account *Ledger::find(std::string_view name) const
{
    const auto found = m_accounts.find(name);
    return found == m_accounts.end() ? nullptr : found->second.get();
}

void Ledger::setResetAt(Account &account, std::optional<Clock::Wall> resetAt)
{
    if (account.resetAt)
        m_due.erase({*account.resetAt, &account});
    account.resetAt = resetAt;
    if (resetAt && !account.isForgotten)
        m_due.insert({*resetAt, &account});
}

std::optional<Clock::Wall> Ledger::nextResetOf(const Account &account, Clock::Wall wall)
{
    if (!account.schedule)
        return std::nullopt;
    NextReset &next = m_nextResets[{account.schedule->duration, account.schedule->zone}];
    if (!next.at || wall < next.from || wall >= *next.at)
        next = {wall, nextReset(*account.schedule, wall)};
    return next.at;
}

void Ledger::beginPeriod(Account &account, Clock::Wall wall)
{
    const Clock::Wall begun = *account.resetAt;
    account.base = {};
    account.pending = {};
    account.begun = begun;
    account.isSoftened = false;
    account.mark = 0;
    setResetAt(account, nextResetOf(account, wall));
    if (!account.isForgotten)
        m_rolled.push_back({account.name, begun, account.resetAt});
}

void Ledger::beginDuePeriod(Account &account, Clock::Wall wall)
{
    if (account.isDue(wall))
        return beginPeriod(account, wall);
    if (account.resetAt || account.isForgotten || !account.schedule)
        return;
    setResetAt(account, nextResetOf(account, wall));
    if (account.resetAt)
        m_rolled.push_back({account.name, {}, account.resetAt});
}

void Ledger::load(std::string_view name, Money spent, std::optional<Clock::Wall> resetAt)
{
    const std::lock_guard guard(m_lock);
    Account &account = *known(name);
    account.base = spent;
    setResetAt(account, resetAt);
}

void Ledger::schedule(std::string_view name, std::optional<Schedule> schedule, std::optional<Clock::Wall> resetAt)
{
    const std::lock_guard guard(m_lock);
    Account &account = *known(name);
    account.schedule = std::move(schedule);
    setResetAt(account, account.schedule ? resetAt : std::nullopt);
}

void Ledger::follow(std::string_view name, const std::optional<Schedule> &schedule)
{
    const std::lock_guard guard(m_lock);
    Account &account = *known(name);
    if (account.schedule == schedule)
        return;
    const bool isFirst = !account.schedule;
    account.schedule = schedule;
    if (!schedule || !isFirst)
        setResetAt(account, std::nullopt);
}

void Ledger::setSpent(std::string_view name, Money spent)
{
    const std::lock_guard guard(m_lock);
    Account &account = *known(name);
    account.base = spent;
    account.pending = {};
    account.isSoftened = false;
    account.mark = 0;
}

void Ledger::watchSoft(Account &account)
{
    if (account.spent() < *account.soft)
        return;
    account.isSoftened = true;
    m_softened.push_back({account.name, account.spent(), *account.soft});
}

// Once for each mark and period.
void Ledger::watchBudget(Account &account, std::vector<Crossed> &crossed)
{
    const bool wasSoftened = account.isSoftened;
    if (account.soft && !wasSoftened)
        watchSoft(account);
    const auto tell = [&](int percent) {
        crossed.push_back({account.name, percent, account.spent(), account.budget.value_or(Money {}), account.soft,
            account.resetAt, account.schedule ? account.schedule->duration : std::string()});
    };
    if (account.isSoftened && !wasSoftened)
        tell(0);
    const int mark = account.budget ? budgetMark(account.spent(), *account.budget) : 0;
    if (mark > std::exchange(account.mark, std::max(mark, account.mark)))
        tell(mark);
}

std::vector<Softened> Ledger::takeSoftened()
{
    const std::lock_guard guard(m_lock);
    return std::exchange(m_softened, {});
}

void Ledger::forget(std::string_view name)
{
    const std::lock_guard guard(m_lock);
    const auto found = m_accounts.find(name);
    if (found == m_accounts.end())
        return;
    found->second->isForgotten = true;
    setResetAt(*found->second, std::nullopt);
    m_accounts.erase(found);
}

std::vector<Rolled> Ledger::roll(Clock::Wall wall)
{
    for (;;) {
        const std::lock_guard guard(m_lock);
        for (int done = 0; done < atOnce && !m_due.empty() && m_due.begin()->first <= wall; ++done)
            beginPeriod(*m_due.begin()->second, wall);
        if (m_due.empty() || m_due.begin()->first > wall)
            return std::exchange(m_rolled, {});
    }
}

void Ledger::booked(std::string_view name, Money own, Money total)
{
    const std::lock_guard guard(m_lock);
    Account &account = *known(name);
    account.base = total;
    account.pending = {std::max<std::int64_t>(account.pending.nanoDollars - own.nanoDollars, 0)};
}

} // namespace gatehouse::limits
