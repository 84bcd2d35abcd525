// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/money.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::limits {

/// Whom a limit binds. The table in subjects.cpp has its names in headers ("api_key", "team_member") and messages.
enum class Subject {
    Proxy,
    Key,
    User,
    Team,
    Member,
    Customer,
    Organization,
    OrganizationMember,
    Project,
    Tag,
    KeyModel,
    TeamModel,
};

/// What somebody may use. Nothing = as much as he likes; 0 = nothing at all.
struct Limits {
    std::optional<std::int64_t> requests = {}, tokens = {}; ///< in any 60 seconds
    std::optional<std::int64_t> parallel = {};              ///< at once
    std::optional<Money> budget = {};                       ///< in a period
    std::optional<Money> soft = {};                         ///< from which on a warning is given, once in a period
    bool any() const { return requests || tokens || parallel || budget; }
    bool haveWindow() const { return requests || tokens; }
};

struct Account; // live figures of one somebody; only the Ledger looks inside
/// "key:<hash>", "team:<id>": as long as the account lives, which is never called otherwise.
std::string_view nameOf(const Account &account);
/// Asks for what a call looks at of \a account, which is somebody (core/prefetch.h).
void fetch(const Account *account);

/// That somebody is asked for this much at most.
struct Claim {
    std::shared_ptr<Account> account;
    Subject subject = Subject::Key;
    std::string shown = {}; ///< who it is, in messages: a key's hash, a team's id, "<hash>/<model>" of a key's model
    Limits limits = {};
};

/// What a call may use at worst.
struct Ask {
    std::int64_t tokens = 0;
    Money money = {};
    bool isBounded = false; ///< the caller has said how long the answer may be, so that these figures hold; see Ledger::reserve()
    bool isMore = false;    ///< beside what a call holds already: it counts as no request and runs beside none
};

/// How an account stands.
struct Standing {
    Money spent = {}, reserved = {};
    std::optional<Clock::Wall> resetAt = {};
    std::int64_t requests = 0, tokens = 0; ///< of the last 60 seconds; tokens with those that running calls have reserved
    std::int64_t parallel = 0;
};

/// One figure of a limit, for x-ratelimit-… headers.
struct Margin {
    Subject subject = Subject::Key;
    std::string_view what = {}; ///< "requests", "tokens", "max_parallel_requests"
    std::int64_t limit = 0, remaining = 0;
};

/// An account that has reached its soft budget.
struct Softened {
    std::string name = {};
    Money spent = {}, soft = {};
};

/// An account that a settled call has brought to a mark of its budget (core/budget_mark.h), or to its soft budget.
struct Crossed {
    std::string name = {};
    int percent = 0; ///< 0 = it is the soft budget
    Money spent = {}, limit = {};
    std::optional<Money> soft = {};
    std::optional<Clock::Wall> resetAt = {};
    std::string period = {}; ///< of the budget, as its schedule says it; empty = it has none
};

/// An account whose period is over: what SQL has to be told.
struct Rolled {
    std::string name = {};
    Clock::Wall begun = {};                  ///< of the new period: the old reset time; 1970 = it is the first, and goes on
    std::optional<Clock::Wall> resetAt = {}; ///< of the new period
};

} // namespace gatehouse::limits
