// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/address.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <map>
#include <string_view>

namespace gatehouse::store {

/// A connection to SQLite or PostgreSQL. Belongs to the thread that made it.
class Database
{
public:
    explicit Database(DatabaseAddress address);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Connects and brings the tables up to date. May take seconds.
    Result<> open();
    void close();
    bool isOpen() const { return m_database.isOpen(); }
    bool isShared() const { return !m_address.url.isEmpty(); } ///< other programs may change it
    QSqlDatabase &connection() { return m_database; }
    /// \a sql with places for values, prepared once for as long as the connection lasts.
    Result<QSqlQuery *> prepared(const QString &sql);

private:
    DatabaseAddress m_address;
    QString m_name;
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared; // of this connection
};

/// Runs a statement without values.
Result<> execute(QSqlDatabase &database, std::string_view sql);
Failure<Error> failure(const QSqlError &error);

} // namespace gatehouse::store
