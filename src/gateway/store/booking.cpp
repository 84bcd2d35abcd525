// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/booking.h"

#include "gateway/store/bodies.h"
#include "gateway/store/columns.h"
#include "gateway/store/database.h"
#include "gateway/store/frame.h"
#include "gateway/store/journal.h"
#include "gateway/store/record_text.h"
#include "gateway/store/rollups.h"

#include <QSqlQuery>
#include <QVariant>

#include <map>

namespace gatehouse::store {

namespace {

using Places = std::map<std::string, std::size_t>;

Result<Places> places(QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT name, booked FROM journal_segments")))
        return failure(query.lastError());
    Places all;
    while (query.next())
        all[query.value(0).toString().toStdString()] = static_cast<std::size_t>(query.value(1).toLongLong());
    return all;
}

QString insertStatement()
{
    QString names = QStringLiteral("receipt_id,entry"), marks = QStringLiteral("?,?");
    for (const Column &column : columns()) {
        names += QLatin1Char(',') + QLatin1String(column.name.data(), static_cast<qsizetype>(column.name.size()));
        marks += QStringLiteral(",?");
    }
    return QStringLiteral("INSERT INTO spend_logs (%1) VALUES (%2) ON CONFLICT (receipt_id) DO NOTHING").arg(names, marks);
}

QVariant valueOf(const wire::JsonObject &entry, const Column &column)
{
    if (column.kind == Kind::Integer)
        return static_cast<qlonglong>(numberIn(entry, column.name));
    constexpr std::size_t longest = 1000;
    return sqlText(cut(textIn(entry, column.name), longest));
}

// Whether the row is new. One that another program has brought since the places were read counts nowhere twice.
Result<bool> insert(QSqlQuery &query, const std::string &id, const wire::JsonObject &entry)
{
    int place = 0;
    query.bindValue(place++, QString::fromStdString(id));
    query.bindValue(place++, QString::fromStdString(withoutBodies(entry)));
    for (const Column &column : columns())
        query.bindValue(place++, valueOf(entry, column));
    if (!query.exec())
        return failure(query.lastError());
    return query.numRowsAffected() > 0;
}

Result<> setPlace(Database &database, const std::string &name, std::size_t booked)
{
    const auto query = database.prepared(QStringLiteral(
        "INSERT INTO journal_segments (name, booked) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET booked = excluded.booked"));
    if (!query)
        return Failure {query.error()};
    (*query)->bindValue(0, QString::fromStdString(name));
    (*query)->bindValue(1, static_cast<qlonglong>(booked));
    if (!(*query)->exec())
        return failure((*query)->lastError());
    return {};
}

/// The next records of one segment.
Result<Booked> bookFrom(const std::string &name, std::string_view bytes, std::size_t from, Database &database, std::size_t batch)
{
    static const QString statement = insertStatement();
    const auto query = database.prepared(statement);
    if (!query)
        return Failure {query.error()};
    Booked done;
    AccountSums charges;
    RollupSums days;
    std::size_t at = 0;
    while (done.rows < batch) {
        const auto frame = nextFrame(bytes, at);
        done.lostBytes += (frame ? frame->begin : bytes.size()) - at;
        at = frame ? frame->end : bytes.size();
        if (!frame)
            break;
        const auto entry = wire::JsonObject::parse(std::string(frame->record));
        if (!entry) {
            done.lostBytes += frame->end - frame->begin;
            continue;
        }
        ++done.rows;
        if (entry->has("is_unlogged")) { // nobody wants a row of it
            charges.add(*entry);
            continue;
        }
        const std::string id = name + ":" + std::to_string(from + frame->begin);
        const auto isNew = insert(**query, id, *entry);
        if (!isNew)
            return Failure {isNew.error()};
        if (*isNew) {
            if (auto kept = keepBodies(database, id, *entry); !kept)
                return Failure {kept.error()};
            charges.add(*entry);
            days.add(*entry);
        }
    }
    auto accounts = charges.write(database);
    if (!accounts)
        return Failure {accounts.error()};
    if (auto summed = days.write(database); !summed)
        return Failure {summed.error()};
    done.accounts = std::move(*accounts);
    if (auto set = setPlace(database, name, from + at); !set)
        return Failure {set.error()};
    done.hasMore = at < bytes.size();
    return done;
}

Result<Booked> bookSegment(
    const Journal &journal, const Segment &segment, std::size_t from, Database &database, std::size_t batch)
{
    const auto bytes = journal.read(segment, from);
    if (!bytes)
        return Failure {bytes.error()};
    if (auto begun = execute(database.connection(), "BEGIN"); !begun)
        return Failure {begun.error()};
    auto done = bookFrom(segment.name, *bytes, from, database, batch);
    if (auto ended = execute(database.connection(), done ? "COMMIT" : "ROLLBACK"); !ended && done)
        return Failure {ended.error()};
    return done;
}

// The file first: a place without a file is no harm, a file without a place is read once more.
Result<> drop(Journal &journal, const std::string &name, QSqlDatabase &database)
{
    journal.remove(name);
    QSqlQuery query(database);
    query.prepare(QStringLiteral("DELETE FROM journal_segments WHERE name = ?"));
    query.bindValue(0, QString::fromStdString(name));
    if (!query.exec())
        return failure(query.lastError());
    return {};
}

} // namespace

Result<Booked> book(Journal &journal, Database &database, std::size_t batch)
{
    QSqlDatabase &connection = database.connection();
    auto known = places(connection);
    if (!known)
        return Failure {known.error()};
    for (const Segment &segment : journal.segments()) {
        const std::size_t from = (*known)[segment.name];
        if (from < segment.bytes) {
            auto done = bookSegment(journal, segment, from, database, batch);
            if (done) {
                done->hasMore = done->hasMore || !segment.isCurrent;
                done->isOwn = segment.isOwn;
            }
            return done;
        }
        if (segment.isCurrent)
            continue;
        if (auto dropped = drop(journal, segment.name, connection); !dropped)
            return Failure {dropped.error()};
    }
    return Booked {};
}

} // namespace gatehouse::store
