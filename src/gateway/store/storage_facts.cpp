// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/storage_facts.h"

#include "gateway/store/condition.h"
#include "gateway/store/database.h"
#include "gateway/store/retention.h"
#include "gateway/wire/json_writer.h"

#include <QDate>
#include <QFileInfo>
#include <QStorageInfo>

namespace gatehouse::store {

namespace {

void writeFile(wire::JsonWriter &json, const QString &path)
{
    // What was written last stands in a file beside it.
    const qint64 bytes = QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
    json.key("kind").string("sqlite").key("place").string(QFileInfo(path).absoluteFilePath().toStdString());
    json.key("bytes").number(static_cast<std::int64_t>(bytes)).key("free_bytes");
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (disk.isValid())
        json.number(static_cast<std::int64_t>(disk.bytesAvailable()));
    else
        json.null();
}

Result<> writeServer(wire::JsonWriter &json, Database &database)
{
    auto query = select(database, QStringLiteral("SELECT CAST(pg_database_size(current_database()) AS BIGINT)"));
    if (!query)
        return Failure {query.error()};
    const QSqlDatabase &connection = database.connection();
    QString place = connection.hostName();
    if (connection.port() > 0)
        place += QLatin1Char(':') + QString::number(connection.port());
    place += QLatin1Char('/') + connection.databaseName();
    json.key("kind").string("postgresql").key("place").string(place.toStdString()).key("bytes");
    if (query->next())
        json.number(numberAt(*query, 0));
    else
        json.null();
    json.key("free_bytes").null();
    return {};
}

Result<> writeLog(wire::JsonWriter &json, Database &database)
{
    auto query = select(database,
        QStringLiteral("SELECT CAST(COALESCE(SUM(kept), 0) AS BIGINT), CAST(COALESCE(SUM(characters), 0) AS BIGINT), MIN(day) "
                       "FROM spend_log_days WHERE kept > 0"));
    if (!query)
        return Failure {query.error()};
    const bool isThere = query->next();
    const std::int64_t calls = isThere ? numberAt(*query, 0) : 0;
    const std::int64_t bytes = isThere ? numberAt(*query, 1) + calls * rowOverhead : 0;
    json.key("log").beginObject().key("calls").number(calls).key("bytes").number(bytes).key("since");
    if (calls > 0)
        json.string(QDate(1970, 1, 1).addDays(numberAt(*query, 2)).toString(Qt::ISODate).toStdString());
    else
        json.null();
    json.endObject();
    return {};
}

} // namespace

Result<std::string> storageFacts(Database &database)
{
    wire::JsonWriter json;
    json.beginObject();
    if (!database.isShared())
        writeFile(json, database.connection().databaseName());
    else if (auto written = writeServer(json, database); !written)
        return Failure {written.error()};
    if (auto written = writeLog(json, database); !written)
        return Failure {written.error()};
    return json.endObject().take();
}

} // namespace gatehouse::store
