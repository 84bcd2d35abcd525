// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/insert.h"

#include "gateway/store/database.h"
#include "gateway/store/statement.h"

namespace gatehouse::store {

namespace {

/// \a text, \a count times, with commas.
std::string listOf(std::string_view text, std::size_t count)
{
    std::string list;
    for (std::size_t i = 0; i < count; ++i)
        list.append(i == 0 ? "" : ",").append(text);
    return list;
}

std::string listOf(const Insert::Names &names)
{
    std::string list;
    for (const std::string_view name : names)
        list.append(list.empty() ? "" : ",").append(name);
    return list;
}

/// " INTO table (columns) VALUES (?,…),(?,…)"
std::string rowsInto(std::string_view table, const Insert::Names &columns, std::size_t rows)
{
    return " INTO " + std::string(table) + " (" + listOf(columns) + ") VALUES "
        + listOf("(" + listOf("?", columns.size()) + ")", rows);
}

constexpr std::size_t sizes[] {Insert::most, 4, 1};

} // namespace

// Without OR FAIL, SQLite writes down each page before a statement of several rows changes it, so that it could undo the
// statement alone; that takes more than going row by row. Here a failure undoes the whole transaction.
Insert Insert::whereNew(std::string_view table, std::string_view key, const Names &columns)
{
    Insert insert;
    for (const std::size_t rows : sizes) {
        const std::string rest = rowsInto(table, columns, rows) + " ON CONFLICT (" + std::string(key) + ") DO NOTHING";
        insert.m_forSqlite.push_back({rows, "INSERT OR FAIL" + rest});
        insert.m_forPostgres.push_back({rows, "INSERT" + rest});
    }
    return insert;
}

// DO UPDATE knows no OR FAIL: SQLite gets row by row.
Insert Insert::addingTo(std::string_view table, const Names &keys, const Names &sums)
{
    std::string conflict;
    for (const std::string_view sum : sums) {
        conflict.append(conflict.empty() ? " ON CONFLICT (" + listOf(keys) + ") DO UPDATE SET " : ", ").append(sum);
        conflict.append(" = ").append(table).append(".").append(sum).append(" + excluded.").append(sum);
    }
    Names columns = keys;
    columns.insert(columns.end(), sums.begin(), sums.end());
    Insert insert;
    for (const std::size_t rows : sizes)
        insert.m_forPostgres.push_back({rows, "INSERT" + rowsInto(table, columns, rows) + conflict});
    insert.m_forSqlite.push_back(insert.m_forPostgres.back());
    return insert;
}

Result<std::int64_t> Insert::writeRows(Database &database, std::size_t count, const GiveNext &giveNext) const
{
    std::int64_t changed = 0;
    for (const Group &group : database.isShared() ? m_forPostgres : m_forSqlite) {
        for (; count >= group.rows; count -= group.rows) {
            const auto statement = database.statement(group.sql);
            if (!statement)
                return Failure {statement.error()};
            for (std::size_t row = 0; row < group.rows; ++row)
                giveNext(**statement);
            const auto done = (*statement)->run();
            if (!done)
                return done;
            changed += *done;
        }
    }
    return changed;
}

} // namespace gatehouse::store
