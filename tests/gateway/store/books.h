// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/booking.h"
#include "gateway/store/database.h"
#include "gateway/store/journal.h"
#include "gateway/wire/json_writer.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <memory>
#include <string>

/// A journal and a database of a test's own.
namespace gatehouse::store {

using namespace Qt::StringLiterals;

/// An entry of the journal that says what a test cares about.
inline QJsonObject call(const char *requestId, qint64 day, QJsonObject more = {})
{
    QJsonObject entry {{"request_id"_L1, QString::fromLatin1(requestId)}, {"call_type"_L1, "acompletion"_L1},
        {"api_key"_L1, "hash"_L1}, {"model"_L1, "gpt-4o"_L1}, {"model_group"_L1, "gpt"_L1}, {"model_id"_L1, "d-gpt"_L1},
        {"custom_llm_provider"_L1, "openai"_L1}, {"prompt_tokens"_L1, 11}, {"completion_tokens"_L1, 7}, {"is_priced"_L1, 1},
        {"spend_nanos"_L1, 1000}, {"outcome"_L1, "completed"_L1}, {"http_status"_L1, 200},
        {"started_at"_L1, day * 86400000000 + 1000000}, {"ended_at"_L1, day * 86400000000 + 3000000}};
    for (auto each = more.begin(); each != more.end(); ++each)
        entry.insert(each.key(), each.value());
    return entry;
}

struct Books {
    QTemporaryDir directory;
    Journal journal;
    Database database {{{}, directory.filePath(QStringLiteral("a.db")).toStdString()}};

    Books()
    {
        JournalOptions options;
        options.directory = directory.filePath(QStringLiteral("journal")).toStdString();
        options.syncEvery.reset();
        isOpen = bool(journal.open(options)) && bool(database.open());
    }
    void book(const std::vector<QJsonObject> &entries)
    {
        for (const QJsonObject &entry : entries)
            isOpen = journal.append(QJsonDocument(entry).toJson(QJsonDocument::Compact).toStdString()) && isOpen;
        for (auto booked = store::book(journal, database); booked && booked->hasMore;)
            booked = store::book(journal, database);
    }
    qint64 number(const char *sql)
    {
        QSqlQuery query(database.connection());
        return query.exec(QString::fromLatin1(sql)) && query.next() ? query.value(0).toLongLong() : -1;
    }
    bool isOpen = false;
};

inline QJsonDocument read(const Result<std::string> &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer ? *answer : answer.error().message));
}

} // namespace gatehouse::store
