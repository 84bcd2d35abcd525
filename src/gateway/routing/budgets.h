// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/deployment.h"
#include "gateway/core/error.h"
#include "gateway/core/money.h"
#include "gateway/core/period.h"
#include "gateway/core/result.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::routing {

/// How much may be spent, and how long until it may be spent again.
struct BudgetRule {
    Money limit;
    std::optional<Period> period = {}; ///< none = it never begins anew
    std::string limitText = {};        ///< the limit as it is shown, which may be finer than a nano-dollar: "1e-12"
    std::string periodText = {};       ///< the period as the configuration says it: "1d"
};

/// The budgets of a configuration: by a provider's name, and by a deployment's id.
struct BudgetRules {
    std::map<std::string, BudgetRule, std::less<>> providers = {};
    std::map<std::string, BudgetRule, std::less<>> deployments = {};
};

/// How a budget stands.
struct BudgetStatus {
    std::string name;
    BudgetRule rule;
    Money spent;
    std::optional<Clock::Wall> resetAt = {}; ///< none = nothing was spent, or it never begins anew
};

/// A budget that a spending has brought to a mark (core/budget_mark.h).
struct BudgetCrossed {
    bool isProviders = false; ///< else a deployment's
    std::string name = {};
    int percent = 0;
    Money spent = {}, limit = {};
};

/// What an attempt may cost at worst.
struct Most {
    Money money = {};
    bool isBounded = false; ///< it is known for sure; else only who has a budget to himself may use the rest of it
};

/// Why a budget has no room for an attempt, beside those that run.
struct Short {
    bool isProviders = false; ///< the provider's: his other deployments have none either
    std::string words = {};   ///< a line for the caller
};

/// What providers and single deployments have cost, against what they may. One for the whole program,
/// shared by all workers. A budget is used up when as much as its limit was spent. An attempt reserves before it begins what it
/// may cost at worst, so that no number of attempts at once spends more. A budget's time begins with the first spending, and what
/// comes after its end begins a new one.
/// All of it is in memory: a restart forgets what was spent.
class Budgets
{
public:
    /// What one attempt holds of budgets, given back when it dies: after spend(), lest there be room between the two. Movable.
    /// Does not outlive its Budgets.
    class Reserved
    {
    public:
        Reserved() = default;
        Reserved(Reserved &&other) noexcept;
        Reserved &operator=(Reserved &&other) noexcept;
        ~Reserved() { giveBack(); }
        bool isEmpty() const { return !m_budgets; }

    private:
        friend class Budgets;
        void giveBack();

        Budgets *m_budgets = nullptr;
        Money m_money = {};
        std::string m_provider, m_deployment; // those whose budgets it is of; empty = has none
    };

    /// The budgets that hold from now on. One that stood before under the same name keeps what was spent.
    void configure(const BudgetRules &rules);
    /// Whether neither the provider nor the deployment has used up its budget. Asked for each choice: as long as no budget at all
    /// is used up this is one read of memory that nobody writes; else a short lock.
    bool hasRoom(std::string_view provider, std::string_view deploymentId, Clock::Wall now) const;
    /// False = everybody has room; who chooses among many then need not ask for each.
    bool isAnyUsedUp() const { return m_full.load(std::memory_order_relaxed) > 0; }
    /// False = nobody has a budget, and there is nothing to reserve.
    bool isAny() const { return m_count.load(std::memory_order_relaxed) > 0; }
    /// Reserves \a most of the budgets of \a deployment and its provider, or says whose has no room for it. Exact, whoever asks
    /// at the same time: what was spent, what is reserved and \a most fit, or nobody else has reserved of a budget that is not
    /// used up and \a most is not bounded.
    Result<Reserved, Short> reserve(const Deployment &deployment, const Most &most, Clock::Wall now);
    /// Returns those that it brought to a mark: each once in its time.
    std::vector<BudgetCrossed> spend(std::string_view provider, std::string_view deploymentId, Money money, Clock::Wall now);

    /// What a caller is told when none of \a candidates has room: each of their budgets that is used up, in LiteLLM's words,
    /// after the lines of those that were \a tooShort.
    Error noRoom(const std::vector<const Deployment *> &candidates, Clock::Wall now, std::string_view tooShort = {}) const;
    std::vector<BudgetStatus> providers(Clock::Wall now) const;

private:
    struct Account {
        BudgetRule rule;
        Money spent = {};
        Money reserved = {};
        std::optional<Clock::Wall> begun = {}; // of its time; none = nothing was spent
        int mark = 0;                          // the highest that was told in its time

        bool isFull() const; // whatever the time
        std::optional<Clock::Wall> end() const;
        bool hasEnded(Clock::Wall now) const;
        bool isUsedUp(Clock::Wall now) const;
        Money spentBy(Clock::Wall now) const;
        bool hasRoomFor(const Most &most, Clock::Wall now) const;
    };
    using Accounts = std::map<std::string, Account, std::less<>>;

    static Accounts accountsFor(const std::map<std::string, BudgetRule, std::less<>> &rules, const Accounts &before);
    static bool hasRoom(const Accounts &accounts, std::string_view name, Clock::Wall now);
    static std::string complaint(const Accounts &accounts, std::string_view name, std::string_view what, Clock::Wall now);
    static std::string shortage(const Account &account, const std::string &what, const Most &most, Clock::Wall now);
    static void release(Accounts &accounts, const std::string &name, Money money);
    void giveBack(const Reserved &reserved);
    std::optional<BudgetCrossed> book(Accounts &accounts, std::string_view name, Money money, Clock::Wall now);

    std::atomic<int> m_full {0};  // accounts; when there is none, there is nothing to look for
    std::atomic<int> m_count {0}; // accounts
    mutable std::mutex m_lock;    // of all below
    Accounts m_providers;
    Accounts m_deployments;
};

} // namespace gatehouse::routing
