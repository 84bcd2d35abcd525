// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"
#include "gateway/core/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::store {

class Database;
class EntryMembers;

/// What booking has done to one account.
struct BookedAccount {
    std::string name; ///< "key:<hash>", "team:<id>", …
    Money added;      ///< of this batch, and of the account's period
    Money total;      ///< of the period, in SQL, when the batch is committed
};

/// What the calls of a batch add to the accounts that their entries name.
class AccountSums
{
public:
    void add(const EntryMembers &entry);
    /// Adds up, in the transaction that runs. Accounts nobody has heard of are made.
    Result<std::vector<BookedAccount>> write(Database &database) const;

private:
    struct Charge {
        std::int64_t endedAt = 0;
        Money money = {};
    };
    using Charges = std::map<std::string, std::vector<Charge>, std::less<>>;
    Charges byName() const;

    Charges m_charges; // by the list of accounts as the entry has it, which most calls share with others
};

} // namespace gatehouse::store
