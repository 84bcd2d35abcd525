// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/store/accounts.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gatehouse::store {

class Database;
class Journal;

/// What booking did.
struct Booked {
    std::size_t rows = 0;
    std::size_t lostBytes = 0; ///< torn or damaged, and passed over
    bool hasMore = false;
    bool isOwn = false;                       ///< written by this program since it started: its Ledger has counted them already
    std::vector<BookedAccount> accounts = {}; ///< what it has changed in accounts, each once
};

/// Brings a batch of records from \a journal into \a database, oldest first, and removes segments of which all is there. Exactly
/// once: how far a segment is booked is written in the transaction that brings its rows, and a receipt's id is its place in the
/// journal, which spend_logs takes once. What it cost is added to the accounts that its entry names and to the sums of its
/// day (rollups.h) in the same transaction, if the row is new; to an account if the call ended in the account's period.
Result<Booked> book(Journal &journal, Database &database, std::size_t records = 2000);

} // namespace gatehouse::store
