// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/migrations.h"

#include "gateway/store/database.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace gatehouse::store {

namespace {

Result<> begin(QSqlDatabase &database)
{
    if (database.driverName() == QLatin1String("QSQLITE"))
        return execute(database, "BEGIN EXCLUSIVE");
    if (auto begun = execute(database, "BEGIN"); !begun)
        return begun;
    return execute(database, "SELECT pg_advisory_xact_lock(7163540211)"); // a number nobody else is likely to use
}

Result<std::size_t> version(QSqlDatabase &database)
{
    auto made = execute(
        database, "CREATE TABLE IF NOT EXISTS gatehouse_migrations (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)");
    if (!made)
        return Failure {made.error()};
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT COALESCE(MAX(version), 0) FROM gatehouse_migrations")) || !query.next())
        return failure(query.lastError());
    return static_cast<std::size_t>(query.value(0).toLongLong());
}

Result<> apply(QSqlDatabase &database, const Migration &step, std::size_t number)
{
    std::string_view rest = step.sql;
    constexpr std::string_view ending = ";\n";
    for (std::size_t end = rest.find(ending); end != std::string_view::npos; end = rest.find(ending)) {
        if (auto done = execute(database, rest.substr(0, end)); !done)
            return done;
        rest.remove_prefix(end + ending.size());
    }
    return execute(database,
        "INSERT INTO gatehouse_migrations (version, name) VALUES (" + std::to_string(number) + ", '" + std::string(step.name)
            + "')");
}

Result<> bringUp(QSqlDatabase &database, std::span<const Migration> steps)
{
    const auto has = version(database);
    if (!has)
        return Failure {has.error()};
    if (*has > steps.size())
        return Failure {Error {Fault::Internal,
            "the database is of a newer Gatehouse (its version is " + std::to_string(*has) + ", this program knows "
                + std::to_string(steps.size()) + "); start that one, or give this one another database"}};
    for (std::size_t i = *has; i < steps.size(); ++i) {
        if (auto applied = apply(database, steps[i], i + 1); !applied)
            return applied;
    }
    return {};
}

} // namespace

Result<> migrate(QSqlDatabase &database, std::span<const Migration> steps)
{
    if (auto begun = begin(database); !begun)
        return begun;
    if (auto done = bringUp(database, steps); !done) {
        (void)execute(database, "ROLLBACK");
        return done;
    }
    return execute(database, "COMMIT");
}

} // namespace gatehouse::store
