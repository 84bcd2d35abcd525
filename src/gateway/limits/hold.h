// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/claim.h"

#include <vector>

namespace gatehouse::limits {

class Ledger;

/// What a running call holds of its accounts. Given back, as if it had never been, when it dies without having been settled.
/// Movable. Does not outlive its Ledger; used by one thread at a time.
class Hold
{
public:
    Hold() = default;
    Hold(Hold &&other) noexcept;
    Hold &operator=(Hold &&other) noexcept;
    ~Hold();

    /// The call is over and has cost and used this much, which every account is charged with. The hold is empty then.
    /// Returns those that it brought to a mark of their budgets.
    std::vector<Crossed> settle(Money cost, std::int64_t tokens, Clock::Instant now, Clock::Wall wall);
    const Ask &asked() const { return m_ask; } ///< of each of its accounts
    bool isEmpty() const { return m_held.empty(); }
    /// The names of the accounts that are charged ("key:…", "team:…"), in the order of the claims. They live as long as the
    /// accounts do, so beyond settle() only as copies.
    std::vector<std::string_view> accounts() const;

private:
    friend class Ledger;
    struct Held {
        std::shared_ptr<Account> account;
        std::optional<std::int64_t> second = {}; // of the window that the request was counted in
    };
    void giveBack();

    Ledger *m_ledger = nullptr;
    std::vector<Held> m_held;
    Ask m_ask;
};

} // namespace gatehouse::limits
