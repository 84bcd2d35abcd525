// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/database.h"

#include "gateway/store/migrations.h"
#include "gateway/store/sqlite_statement.h"

#include <QUrl>
#include <QUrlQuery>

#include <atomic>

namespace gatehouse::store {

namespace {

// What of LiteLLM's addresses concerns the connection; the rest (schema, connection_limit …) was for its own client.
QString postgresOptions(const QUrl &url)
{
    QString options = QStringLiteral("connect_timeout=5;application_name=gatehouse");
    const QString sslMode = QUrlQuery(url).queryItemValue(QStringLiteral("sslmode"));
    if (!sslMode.isEmpty())
        options += QStringLiteral(";sslmode=") + sslMode;
    return options;
}

void address(QSqlDatabase &database, const QUrl &url)
{
    database.setHostName(url.host());
    database.setPort(url.port(5432));
    database.setUserName(url.userName(QUrl::FullyDecoded));
    database.setPassword(url.password(QUrl::FullyDecoded));
    database.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    database.setConnectOptions(postgresOptions(url));
}

} // namespace

Failure<Error> failure(const QSqlError &error)
{
    return Failure {Error {Fault::ServiceUnavailable, "database: " + error.text().trimmed().toStdString()}};
}

Result<> execute(QSqlDatabase &database, std::string_view sql)
{
    QSqlQuery query(database);
    if (!query.exec(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        return failure(query.lastError());
    return {};
}

Result<> checkDatabaseUrl(const Secret &url)
{
    if (url.isEmpty())
        return {};
    const QUrl read(QString::fromStdString(url.reveal()));
    const bool isPostgres = read.scheme() == QLatin1String("postgresql") || read.scheme() == QLatin1String("postgres");
    if (isPostgres && !read.host().isEmpty() && read.path().size() > 1)
        return {};
    return Failure {Error {Fault::InvalidRequest,
        "general_settings.database_url must read postgresql://user:password@host:port/name; without it a file of SQLite in the "
        "data "
        "directory is used"}};
}

Database::Database(DatabaseAddress address)
    : m_address(std::move(address))
{
    static std::atomic<int> count {0};
    m_name = QStringLiteral("gatehouse %1").arg(++count);
}

Database::~Database()
{
    close();
}

Result<> Database::open()
{
    close();
    const bool isFile = m_address.url.isEmpty();
    m_database = QSqlDatabase::addDatabase(isFile ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), m_name);
    if (isFile) {
        m_database.setDatabaseName(QString::fromStdString(m_address.file));
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    } else {
        address(m_database, QUrl(QString::fromStdString(m_address.url.reveal())));
    }
    if (!m_database.open())
        return failure(m_database.lastError());
    if (isFile) {
        if (auto set = execute(m_database, "PRAGMA journal_mode = WAL"); !set)
            return set;
    }
    m_isOwnSqlite = isOwnSqlite(m_database);
    auto migrated = migrate(m_database);
    if (!migrated)
        m_database.close();
    return migrated;
}

Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end())
        return &known->second;
    QSqlQuery query(m_database);
    if (!query.prepare(sql))
        return failure(query.lastError());
    return &m_prepared.emplace(sql, std::move(query)).first->second;
}

Result<Statement *> Database::statement(const std::string &sql)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return known->second.get();
    auto made = m_isOwnSqlite ? prepareSqlite(m_database, sql) : prepare(m_database, sql);
    if (!made)
        return Failure {made.error()};
    return m_statements.emplace(sql, std::move(*made)).first->second.get();
}

void Database::close()
{
    if (!m_database.isValid())
        return;
    m_statements.clear();
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace gatehouse::store
