// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/accounts.h"
#include "gateway/store/members.h"
#include "gateway/store/rollups.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace gatehouse::store {

class Database;

/// What records of the journal add to the books, in one transaction: a row for each call, what was said, and sums.
class Batch
{
public:
    static const std::size_t most; ///< calls that are well brought together

    /// Calls go to SQL \a together; only from one at a time it is known which of them were there already.
    Batch(Database &database, std::size_t together);
    /// \a id is the receipt's.
    Result<> add(std::string id, wire::JsonObject entry);
    /// Brings what is left, and the sums.
    Result<std::vector<BookedAccount>> finish();
    /// Of calls that went together some were there already, and nobody knows which: the transaction must not be kept.
    bool isMixed() const { return m_isMixed; }

private:
    /// On its way into spend_logs.
    struct Call {
        Call(std::string receiptId, wire::JsonObject object);
        std::string id;
        EntryMembers entry;
        std::string kept; // of the entry's text
    };
    Result<> bring();
    Result<> count(const Call &call);

    Database &m_database;
    std::size_t m_together;
    std::deque<Call> m_calls; // they stay where they are
    AccountSums m_charges;
    RollupSums m_days;
    bool m_isMixed = false;
};

} // namespace gatehouse::store
