// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

class Database;
class Statement;

/// Brings rows into a table, several with one statement where that takes less.
class Insert
{
public:
    using Names = std::vector<std::string_view>;
    static constexpr std::size_t most = 16; ///< rows that go with one statement

    /// A row that is there already, by its \a key, stays as it is.
    static Insert whereNew(std::string_view table, std::string_view key, const Names &columns);
    /// To a row that is there already, by its \a keys, the \a sums are added.
    static Insert addingTo(std::string_view table, const Names &keys, const Names &sums);

    /// A row for each of \a things, of which \a give gives the statement the values in the order of the columns. Returns how many
    /// rows have changed.
    template <typename Things, typename Give>
    Result<std::int64_t> write(Database &database, const Things &things, const Give &give) const
    {
        auto next = things.begin();
        return writeRows(database, things.size(), [&](Statement &statement) { give(statement, *next++); });
    }

private:
    struct Group {
        std::size_t rows;
        std::string sql;
    };
    using GiveNext = std::function<void(Statement &)>;
    Result<std::int64_t> writeRows(Database &database, std::size_t count, const GiveNext &giveNext) const;

    // The largest first, the last of one row.
    std::vector<Group> m_forSqlite, m_forPostgres;
};

} // namespace gatehouse::store
