// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/limits/claim.h"
#include "gateway/limits/hold.h"
#include "gateway/limits/reset_time.h"

#include <map>
#include <mutex>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gatehouse::limits {

struct Refusal;

/// The live counters of everybody: windows, concurrency, budgets with reservations. One for the whole program, used by all
/// threads; a single short lock guards all of it, so that a call gets all that it asks for or nothing, and two calls never both
/// get the last of something.
class Ledger
{
public:
    Ledger() = default;
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    /// The account of that name ("key:<hash>", "team:<id>", "member:<team>/<user>"), made when it is new.
    std::shared_ptr<Account> account(std::string_view name);

    /// All of \a claims or, with the refusal of the first that has no room, nothing.
    /// rpm: at most `requests` in any 60 s. tpm and budget: what was used, what others have reserved and \a ask must fit; where
    /// \a ask is not bounded, a call that nobody shares the room with is let in as long as there is any left, or a caller who
    /// names no max_tokens could never use the rest of a small budget. What costs nothing for sure (no money, bounded) is not
    /// asked for a budget.
    /// Fault::RateLimit or Fault::BudgetExceeded (429), with retryAfter, a LimitNote and LiteLLM's words.
    Result<Hold> reserve(const std::vector<const Claim *> &claims, const Ask &ask, Clock::Instant now, Clock::Wall wall);

    Standing standing(const Account &account, Clock::Instant now, Clock::Wall wall) const;
    Standing standing(std::string_view name, Clock::Instant now, Clock::Wall wall) const; ///< of one that may not be known
    std::vector<Margin> margins(const std::vector<const Claim *> &claims, Clock::Instant now) const;

    // --- for the store's thread
    /// What SQL has of an account, at the start.
    void load(std::string_view name, Money spent, std::optional<Clock::Wall> resetAt);
    /// The account's budget begins anew by \a schedule, at \a resetAt first; nothing = never.
    void schedule(std::string_view name, std::optional<Schedule> schedule, std::optional<Clock::Wall> resetAt);
    /// The same, as often as one likes: an account that keeps to \a schedule already is let be, and one that SQL has given a
    /// reset time keeps that. Any thread. When its period ends is worked out when it is next asked for something.
    void follow(std::string_view name, const std::optional<Schedule> &schedule);
    /// Sets what was spent (/key/{key}/reset_spend, /global/spend/reset). What was settled and not booked counts as spent before:
    /// book first.
    void setSpent(std::string_view name, Money spent);
    /// The account begins from nothing when its name is asked for again. Calls that run keep the old one.
    void forget(std::string_view name);
    /// Begins the periods that are due by \a wall, and returns all that have begun since the last time, in reserve() too.
    std::vector<Rolled> roll(Clock::Wall wall);
    /// Those that have reached their soft budgets since the last time.
    std::vector<Softened> takeSoftened();
    /// SQL has booked \a own of what settle() has charged the account with, and now has \a total of it (others share the
    /// database). \a own is only what belongs to the period that runs.
    void booked(std::string_view name, Money own, Money total);

private:
    friend class Hold;

    struct NameHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view> {}(name); }
    };
    // The next reset of everybody who keeps to one schedule, which is the same from when it was worked out until it comes.
    struct NextReset {
        Clock::Wall from = {};
        std::optional<Clock::Wall> at = {};
    };

    // All of these expect the lock to be held.
    const std::shared_ptr<Account> &known(std::string_view name);
    const Account *find(std::string_view name) const;
    void setResetAt(Account &account, std::optional<Clock::Wall> resetAt);
    std::optional<Clock::Wall> nextResetOf(const Account &account, Clock::Wall wall);
    void beginPeriod(Account &account, Clock::Wall wall);
    void beginDuePeriod(Account &account, Clock::Wall wall);
    std::optional<Refusal> refusalOf(const Claim &claim, const Ask &ask, Clock::Instant now, Clock::Wall wall);
    Hold::Held take(const Claim &claim, const Ask &ask, std::int64_t second);
    Standing standingOf(const Account &account, Clock::Instant now, Clock::Wall wall) const;

    void giveBack(const Hold &hold);
    void watchSoft(Account &account);
    void watchBudget(Account &account, std::vector<Crossed> &crossed);
    std::vector<Crossed> settle(const Hold &hold, const Ask &used, Clock::Instant now, Clock::Wall wall);

    mutable std::mutex m_lock; // of all below and of what the accounts hold
    std::unordered_map<std::string, std::shared_ptr<Account>, NameHash, std::equal_to<>> m_accounts;
    std::set<std::pair<Clock::Wall, Account *>> m_due; // by their reset time
    std::map<std::pair<std::string, std::string>, NextReset> m_nextResets;
    std::vector<Rolled> m_rolled;
    std::vector<Softened> m_softened;
};

} // namespace gatehouse::limits
