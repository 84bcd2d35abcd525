// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/records.h"

#include "gateway/people/token.h"
#include "gateway/store/database.h"

#include <QSqlQuery>
#include <QVariant>

#include <chrono>

namespace gatehouse::store {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

qlonglong micros(Clock::Wall time)
{
    return duration_cast<microseconds>(time.time_since_epoch()).count();
}

QVariant text(std::string_view value)
{
    // PostgreSQL's texts hold no NUL, and JSON has it as \u0000 only.
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).remove(QChar(u'\0'));
}

QVariant textOrNull(const std::optional<std::string> &value)
{
    return value ? text(*value) : QVariant(QMetaType::fromType<QString>());
}

Result<> run(Database &database, const char *sql, std::initializer_list<QVariant> values)
{
    const auto query = database.prepared(QLatin1String(sql));
    if (!query)
        return Failure {query.error()};
    int place = 0;
    for (const QVariant &value : values)
        (*query)->bindValue(place++, value);
    if (!(*query)->exec())
        return failure((*query)->lastError());
    return {};
}

// Holds a lock on that row until the transaction ends, so revisions are in the order of commits.
Result<std::int64_t> nextRevision(Database &database)
{
    if (auto raised = run(database, "UPDATE record_revision SET revision = revision + 1 WHERE one = 1", {}); !raised)
        return Failure {raised.error()};
    QSqlQuery query(database.connection());
    if (!query.exec(QStringLiteral("SELECT revision FROM record_revision WHERE one = 1")) || !query.next())
        return failure(query.lastError());
    return query.value(0).toLongLong();
}

Result<> writeAudit(const people::Change &change, const people::ChangeSet &set, const people::RecordPointer &before,
    Clock::Wall now, Database &database)
{
    const std::optional<std::string> old = before ? std::optional(before->json) : std::nullopt;
    return run(database,
        "INSERT INTO audit_log (id, changed_at, changed_by, changed_by_key, action, kind, object_id, before_value, after_value) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {text(people::newId()), micros(now), text(set.author.changedBy), text(set.author.token), text(change.action),
            text(people::toString(change.kind)), text(change.id), textOrNull(old), textOrNull(change.json)});
}

} // namespace

// An account that has only been given its first reset time begins no period.
Result<> writePeriods(const std::vector<limits::Rolled> &rolled, Database &database)
{
    for (const limits::Rolled &each : rolled) {
        const QVariant resetAt = each.resetAt ? QVariant(micros(*each.resetAt)) : QVariant(QMetaType::fromType<qlonglong>());
        auto written = run(database,
            "INSERT INTO accounts (name, spend_nanos, period_begin, reset_at) VALUES (?, 0, ?, ?) ON CONFLICT (name) DO UPDATE "
            "SET "
            "spend_nanos = CASE WHEN accounts.period_begin < excluded.period_begin THEN 0 ELSE accounts.spend_nanos END, "
            "period_begin = CASE WHEN accounts.period_begin < excluded.period_begin THEN excluded.period_begin ELSE "
            "accounts.period_begin END, reset_at = excluded.reset_at",
            {text(each.name), micros(each.begun), resetAt});
        if (!written)
            return written;
    }
    return {};
}

namespace {

Result<> writeAccount(const people::AccountChange &change, Database &database)
{
    if (change.isGone)
        return run(database, "DELETE FROM accounts WHERE name = ?", {text(change.account)});
    if (change.isRescheduled) {
        auto written = writePeriods({{change.account, {}, change.resetAt}}, database);
        if (!written)
            return written;
    }
    if (change.spent) {
        return run(database,
            "INSERT INTO accounts (name, spend_nanos) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET spend_nanos = "
            "excluded.spend_nanos",
            {text(change.account), static_cast<qlonglong>(change.spent->nanoDollars)});
    }
    return {};
}

Result<std::int64_t> writeAll(const people::ChangeSet &set, const people::Directory &before, Clock::Wall now, Database &database)
{
    const auto revision = nextRevision(database);
    if (!revision)
        return revision;
    for (const people::Change &change : set.records) {
        auto written = run(database,
            "INSERT INTO records (kind, id, json, revision) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET json = "
            "excluded.json, revision = excluded.revision",
            {text(people::toString(change.kind)), text(change.id), textOrNull(change.json), static_cast<qlonglong>(*revision)});
        if (written)
            written = writeAudit(change, set, before.find(change.kind, change.id), now, database);
        if (!written)
            return Failure {written.error()};
    }
    for (const people::AccountChange &change : set.accounts) {
        if (auto written = writeAccount(change, database); !written)
            return Failure {written.error()};
    }
    return revision;
}

} // namespace

Result<Revision> changedSince(std::int64_t number, Database &database)
{
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    query.prepare(number == 0
            ? QStringLiteral("SELECT kind, id, json, revision FROM records WHERE json IS NOT NULL AND revision > ? "
                             "ORDER BY revision")
            : QStringLiteral("SELECT kind, id, json, revision FROM records WHERE revision > ? ORDER BY revision"));
    query.bindValue(0, static_cast<qlonglong>(number));
    if (!query.exec())
        return failure(query.lastError());
    Revision revision {{}, number};
    while (query.next()) {
        revision.number = query.value(3).toLongLong();
        const auto kind = people::kindFrom(query.value(0).toString().toStdString());
        if (!kind)
            continue; // of a newer program that shares the database
        people::Change change {*kind, query.value(1).toString().toStdString(), std::nullopt, {}};
        if (!query.value(2).isNull())
            change.json = query.value(2).toString().toStdString();
        revision.changes.push_back(std::move(change));
    }
    return revision;
}

Result<std::int64_t> write(const people::ChangeSet &set, const people::Directory &before, Clock::Wall now, Database &database)
{
    if (auto begun = execute(database.connection(), "BEGIN"); !begun)
        return Failure {begun.error()};
    auto written = writeAll(set, before, now, database);
    if (auto ended = execute(database.connection(), written ? "COMMIT" : "ROLLBACK"); !ended && written)
        return Failure {ended.error()};
    return written;
}

Result<> loadAccounts(limits::Ledger &ledger, Database &database)
{
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT name, spend_nanos, reset_at FROM accounts")))
        return failure(query.lastError());
    while (query.next()) {
        std::optional<Clock::Wall> resetAt;
        if (!query.value(2).isNull())
            resetAt = Clock::Wall(microseconds(query.value(2).toLongLong()));
        ledger.load(query.value(0).toString().toStdString(), Money {query.value(1).toLongLong()}, resetAt);
    }
    return {};
}

} // namespace gatehouse::store
