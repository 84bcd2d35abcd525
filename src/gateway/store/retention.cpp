// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/retention.h"

#include "gateway/store/condition.h"
#include "gateway/store/database.h"
#include "gateway/store/rollups.h"

#include <algorithm>
#include <vector>

namespace gatehouse::store {

namespace {

/// A row that has had its time.
struct Old {
    QString id;
    std::int64_t day = 0, characters = 0;
};

Result<std::vector<Old>> oldest(Database &database, const Condition &condition, std::size_t most)
{
    auto query = select(database,
        QStringLiteral("SELECT receipt_id, started_at, LENGTH(entry) FROM spend_logs%1 ORDER BY started_at, receipt_id LIMIT %2")
            .arg(condition.where())
            .arg(most),
        condition.values());
    if (!query)
        return Failure {query.error()};
    std::vector<Old> all;
    while (query->next())
        all.push_back({query->value(0).toString(), numberAt(*query, 1) / dayMicros, numberAt(*query, 2)});
    return all;
}

// Whether there was one: another program may remove the same.
Result<bool> removeRow(Database &database, const QString &sql, const QString &id)
{
    const auto query = database.prepared(sql);
    if (!query)
        return Failure {query.error()};
    (*query)->bindValue(0, id);
    if (!(*query)->exec())
        return failure((*query)->lastError());
    return (*query)->numRowsAffected() > 0;
}

Result<> removeRows(Database &database, const std::vector<Old> &rows)
{
    std::map<std::int64_t, LogDay> changes;
    for (const Old &row : rows) {
        const auto removed = removeRow(database, QStringLiteral("DELETE FROM spend_logs WHERE receipt_id = ?"), row.id);
        const auto said = removeRow(database, QStringLiteral("DELETE FROM spend_bodies WHERE receipt_id = ?"), row.id);
        if (!removed || !said)
            return Failure {removed ? said.error() : removed.error()};
        LogDay &day = changes[row.day];
        day.rows -= *removed ? 1 : 0;
        day.characters -= *removed ? row.characters : 0;
    }
    if (auto changed = changeLogDays(database, changes); !changed)
        return changed;
    return execute(database.connection(), "DELETE FROM spend_log_days WHERE kept <= 0");
}

Result<> removeAtOnce(Database &database, const std::vector<Old> &rows)
{
    if (auto begun = execute(database.connection(), "BEGIN"); !begun)
        return begun;
    auto removed = removeRows(database, rows);
    auto ended = execute(database.connection(), removed ? "COMMIT" : "ROLLBACK");
    return removed ? ended : removed;
}

Result<bool> remove(Database &database, const Condition &condition, std::size_t most)
{
    const auto rows = oldest(database, condition, most);
    if (!rows)
        return Failure {rows.error()};
    if (rows->empty())
        return false;
    if (auto removed = removeAtOnce(database, *rows); !removed)
        return Failure {removed.error()};
    return rows->size() == most;
}

// How many rows there are too many, if each is as large as the average.
Result<std::size_t> surplus(Database &database, std::int64_t megabytes)
{
    auto query = select(database,
        QStringLiteral(
            "SELECT CAST(COALESCE(SUM(kept), 0) AS BIGINT), CAST(COALESCE(SUM(characters), 0) AS BIGINT) FROM spend_log_days"));
    if (!query)
        return Failure {query.error()};
    if (!query->next())
        return std::size_t(0);
    constexpr std::int64_t megabyte = 1024 * 1024;
    const std::int64_t rows = numberAt(*query, 0), bytes = numberAt(*query, 1) + rows * rowOverhead;
    const std::int64_t tooMuch = bytes - megabytes * megabyte;
    if (rows <= 0 || tooMuch <= 0)
        return std::size_t(0);
    const std::int64_t each = std::max<std::int64_t>(1, bytes / rows);
    return static_cast<std::size_t>((tooMuch + each - 1) / each);
}

} // namespace

Result<bool> removeOld(
    Database &database, const Retention &retention, std::chrono::system_clock::time_point now, std::size_t most)
{
    if (retention.period) {
        const auto end =
            std::chrono::duration_cast<std::chrono::microseconds>((now - *retention.period).time_since_epoch()).count();
        Condition condition;
        condition.add(QStringLiteral("started_at < ?"), {static_cast<qlonglong>(end)});
        const auto removed = remove(database, condition, most);
        if (!removed || *removed)
            return removed;
    }
    const auto tooMany = retention.megabytes ? surplus(database, *retention.megabytes) : Result<std::size_t>(0);
    if (!tooMany)
        return Failure {tooMany.error()};
    if (*tooMany == 0)
        return false;
    if (auto removed = remove(database, {}, std::min(most, *tooMany)); !removed)
        return removed;
    return *tooMany > most;
}

} // namespace gatehouse::store
