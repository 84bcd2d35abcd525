// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/booking.h"

#include "gateway/store/batch.h"
#include "gateway/store/database.h"
#include "gateway/store/frame.h"
#include "gateway/store/journal.h"
#include "gateway/store/statement.h"

#include <QSqlQuery>
#include <QVariant>

#include <map>
#include <optional>
#include <utility>

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

Result<> setPlace(Database &database, const std::string &name, std::size_t booked)
{
    const auto statement = database.statement(
        "INSERT INTO journal_segments (name, booked) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET booked = excluded.booked");
    if (!statement)
        return Failure {statement.error()};
    if (const auto done = (*statement)->text(name).number(static_cast<std::int64_t>(booked)).run(); !done)
        return Failure {done.error()};
    return {};
}

/// What is not booked yet of one segment.
struct Rest {
    const std::string &name;
    std::size_t from = 0;
    std::string bytes;
};

/// The next records, \a together. Nothing = some of them were there already.
Result<std::optional<Booked>> bookFrom(const Rest &rest, Database &database, std::size_t records, std::size_t together)
{
    const std::string_view bytes = rest.bytes;
    Booked done;
    Batch batch(database, together);
    std::size_t at = 0;
    while (done.rows < records && !batch.isMixed()) {
        const auto frame = nextFrame(bytes, at);
        done.lostBytes += (frame ? frame->begin : bytes.size()) - at;
        at = frame ? frame->end : bytes.size();
        if (!frame)
            break;
        auto entry = wire::JsonObject::parse(std::string(frame->record));
        if (!entry) {
            done.lostBytes += frame->end - frame->begin;
            continue;
        }
        ++done.rows;
        if (auto added = batch.add(rest.name + ":" + std::to_string(rest.from + frame->begin), std::move(*entry)); !added)
            return Failure {added.error()};
    }
    auto accounts = batch.finish();
    if (!accounts)
        return Failure {accounts.error()};
    if (batch.isMixed())
        return std::optional<Booked>();
    done.accounts = std::move(*accounts);
    if (auto set = setPlace(database, rest.name, rest.from + at); !set)
        return Failure {set.error()};
    done.hasMore = at < bytes.size();
    return std::optional(std::move(done));
}

Result<std::optional<Booked>> bookAtOnce(const Rest &rest, Database &database, std::size_t records, std::size_t together)
{
    if (auto begun = execute(database.connection(), "BEGIN"); !begun)
        return Failure {begun.error()};
    auto done = bookFrom(rest, database, records, together);
    const bool isKept = done && *done;
    if (auto ended = execute(database.connection(), isKept ? "COMMIT" : "ROLLBACK"); !ended && done)
        return Failure {ended.error()};
    return done;
}

// Nearly always all calls are new.
Result<Booked> bookSegment(
    const Journal &journal, const Segment &segment, std::size_t from, Database &database, std::size_t records)
{
    auto bytes = journal.read(segment, from);
    if (!bytes)
        return Failure {bytes.error()};
    const Rest rest {segment.name, from, std::move(*bytes)};
    auto done = bookAtOnce(rest, database, records, Batch::most);
    if (done && !*done)
        done = bookAtOnce(rest, database, records, 1);
    if (!done)
        return Failure {done.error()};
    return std::move(**done);
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

Result<Booked> book(Journal &journal, Database &database, std::size_t records)
{
    QSqlDatabase &connection = database.connection();
    auto known = places(connection);
    if (!known)
        return Failure {known.error()};
    const std::vector<Segment> segments = journal.segments();
    for (const Segment &segment : segments) {
        const std::size_t from = (*known)[segment.name];
        if (from < segment.bytes) {
            auto done = bookSegment(journal, segment, from, database, records);
            if (done) {
                const bool isLast = segment.isCurrent && &segment == &segments.back();
                done->hasMore = done->hasMore || !isLast;
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
