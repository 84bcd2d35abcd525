// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/address.h"
#include "gateway/store/statement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
    /// The same for what is written with every call.
    Result<Statement *> statement(const std::string &sql);
    /// \a watcher is shown each question from now on, for measuring; none = nobody.
    using Watcher = std::function<void(const QString &sql, const std::vector<QVariant> &values)>;
    void watch(Watcher watcher) { m_watcher = std::move(watcher); }
    const Watcher &watcher() const { return m_watcher; }

private:
    DatabaseAddress m_address;
    QString m_name;
    QSqlDatabase m_database;
    bool m_isOwnSqlite = false;
    std::map<QString, QSqlQuery> m_prepared; // of this connection, as the next
    std::map<std::string, std::unique_ptr<Statement>> m_statements;
    Watcher m_watcher;
};

/// Runs a statement without values.
Result<> execute(QSqlDatabase &database, std::string_view sql);
Failure<Error> failure(const QSqlError &error);

} // namespace gatehouse::store
