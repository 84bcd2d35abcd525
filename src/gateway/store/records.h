// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/result.h"
#include "gateway/limits/ledger.h"
#include "gateway/people/directory.h"

#include <cstdint>
#include <vector>

/// What is administered, in SQL: tables records and audit_log.
namespace gatehouse::store {

class Database;

/// Records that have changed.
struct Revision {
    std::vector<people::Change> changes = {};
    std::int64_t number = 0; ///< of the last
};
/// What has changed since \a number; since 0, everything there is.
Result<Revision> changedSince(std::int64_t number, Database &database);

/// Writes \a set and an audit row for each record of it in one transaction; \a before is what it is written over. Returns the
/// revision that it is.
Result<std::int64_t> write(const people::ChangeSet &set, const people::Directory &before, Clock::Wall now, Database &database);

/// Tells \a ledger what SQL has of every account.
Result<> loadAccounts(limits::Ledger &ledger, Database &database);
/// Writes what periods have begun.
Result<> writePeriods(const std::vector<limits::Rolled> &rolled, Database &database);

} // namespace gatehouse::store
