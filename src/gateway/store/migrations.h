// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <span>
#include <string_view>

class QSqlDatabase;

namespace gatehouse::store {

/// A step of the database's shape; the n-th of migrations() leads to version n. Applied ones are never changed.
struct Migration {
    std::string_view name; ///< "0001_spend_logs"
    std::string_view sql;  ///< statements, each ending in ";\n"; one text for SQLite and PostgreSQL
};
std::span<const Migration> migrations();

/// Brings \a database to the newest version, in one transaction and under a lock, so that programs which start at once do it
/// once. Fails where the database is of a newer Gatehouse.
Result<> migrate(QSqlDatabase &database, std::span<const Migration> steps = migrations());

} // namespace gatehouse::store
