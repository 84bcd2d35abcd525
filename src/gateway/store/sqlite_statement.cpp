// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/sqlite_statement.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <dlfcn.h>
#include <sqlite3.h>

namespace gatehouse::store {

namespace {

// What Qt's documentation promises of its driver's handle.
sqlite3 *connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

class SqliteStatement : public Statement
{
public:
    SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement)
        : m_connection(connection)
        , m_statement(statement)
    {
    }

private:
    void bindText(int place, std::string_view value) override
    {
        const char *text = value.data() ? value.data() : ""; // a null pointer would be NULL
        sqlite3_bind_text(m_statement.get(), place + 1, text, static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void bindNumber(int place, std::int64_t value) override { sqlite3_bind_int64(m_statement.get(), place + 1, value); }
    Result<std::int64_t> change() override
    {
        while (sqlite3_step(m_statement.get()) == SQLITE_ROW) { }
        if (sqlite3_reset(m_statement.get()) != SQLITE_OK)
            return failed();
        return std::int64_t(sqlite3_changes(m_connection));
    }
    // Only when it has been asked for all its rows its change is made whole.
    Result<std::vector<std::int64_t>> answer() override
    {
        std::vector<std::int64_t> numbers;
        while (sqlite3_step(m_statement.get()) == SQLITE_ROW) {
            numbers.resize(static_cast<std::size_t>(sqlite3_column_count(m_statement.get())));
            for (std::size_t i = 0; i < numbers.size(); ++i)
                numbers[i] = sqlite3_column_int64(m_statement.get(), static_cast<int>(i));
        }
        if (sqlite3_reset(m_statement.get()) != SQLITE_OK || numbers.empty())
            return failed();
        return numbers;
    }
    Failure<Error> failed() const
    {
        return {Error {Fault::ServiceUnavailable, std::string("database: ") + sqlite3_errmsg(m_connection)}};
    }

    sqlite3 *m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace

bool isOwnSqlite(const QSqlDatabase &database)
{
    Dl_info driver {};
    if (!connectionOf(database) || dladdr(database.driver()->metaObject(), &driver) == 0)
        return false;
    void *file = dlopen(driver.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
    if (!file)
        return false;
    const bool isSame = dlsym(file, "sqlite3_prepare_v3") == reinterpret_cast<void *>(&sqlite3_prepare_v3);
    dlclose(file);
    return isSame;
}

Result<std::unique_ptr<Statement>> prepareSqlite(QSqlDatabase &database, std::string_view sql)
{
    sqlite3 *connection = connectionOf(database);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return Failure {Error {Fault::ServiceUnavailable, std::string("database: ") + sqlite3_errmsg(connection)}};
    return std::unique_ptr<Statement>(std::make_unique<SqliteStatement>(connection, statement));
}

} // namespace gatehouse::store
