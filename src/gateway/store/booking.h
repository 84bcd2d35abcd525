// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstddef>
#include <string>

namespace gatehouse::store {

class Database;
class Journal;

/// What booking did.
struct Booked {
    std::size_t rows = 0;
    std::size_t lostBytes = 0; ///< torn or damaged, and passed over
    bool hasMore = false;
};

/// Brings a batch of records from \a journal into \a database, oldest first, and removes segments of which all is there. Exactly
/// once: how far a segment is booked is written in the transaction that brings its rows, and a receipt's id is its place in the
/// journal, which spend_logs takes once.
Result<Booked> book(const Journal &journal, Database &database, std::size_t batch = 2000);

} // namespace gatehouse::store
