// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/ledger.h"

#include <string>
#include <vector>

namespace gatehouse::limits {

/// A ledger at a time that only moves when told, and short words for what tests say over and over.
struct Desk {
    Ledger ledger;
    Clock::Instant now {std::chrono::hours(5)};
    Clock::Wall wall {std::chrono::hours(500000)}; // 2027-01-15 08:00 UTC

    void pass(std::chrono::milliseconds time)
    {
        now += time;
        wall += time;
    }

    Claim claim(const char *name, Limits limits, Subject subject = Subject::Key)
    {
        const std::string text(name);
        return {ledger.account(text), subject, text.substr(text.find(':') + 1), limits};
    }

    Result<Hold> ask(const std::vector<const Claim *> &claims, const Ask &ask = {})
    {
        return ledger.reserve(claims, ask, now, wall);
    }

    Standing standing(const char *name) const { return ledger.standing(name, now, wall); }
};

inline Money usd(const char *text)
{
    return *moneyFrom(text);
}

inline Limits rpm(std::int64_t requests)
{
    return {requests};
}

inline Limits tpm(std::int64_t tokens)
{
    return {{}, tokens};
}

inline Limits parallel(std::int64_t calls)
{
    return {{}, {}, calls};
}

inline Limits budget(const char *dollars)
{
    return {{}, {}, {}, usd(dollars)};
}

inline Ask atMost(const char *dollars)
{
    return {0, usd(dollars), true};
}

inline Ask perhaps(const char *dollars)
{
    return {0, usd(dollars), false};
}

} // namespace gatehouse::limits
