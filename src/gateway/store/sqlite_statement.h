// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/statement.h"

/// SQLite without Qt in between, on the connection that Qt has made: for each value Qt makes a name, looks it up, and takes a
/// text through UTF-16 and back, which was more than half of what a row cost.
namespace gatehouse::store {

/// Whether \a database is one of SQLite, and Qt's driver for it uses the library that this program does. Another copy of it
/// would not understand its connections.
bool isOwnSqlite(const QSqlDatabase &database);
/// Of such a database. It must be gone before the connection is closed.
Result<std::unique_ptr<Statement>> prepareSqlite(QSqlDatabase &database, std::string_view sql);

} // namespace gatehouse::store
