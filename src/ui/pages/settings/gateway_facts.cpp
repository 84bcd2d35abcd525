// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/gateway_facts.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("GatewayFacts", text);
}

QString sizeText(const QJsonValue &bytes)
{
    double shown = bytes.toDouble();
    while (shown >= 1024)
        shown /= 1024;
    return QLocale().formattedDataSize(qint64(bytes.toDouble()), shown < 100 ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

qint64 countIn(const QJsonObject &object, QLatin1StringView key)
{
    return qint64(object.value(key).toDouble());
}

GatewayFact databaseFact(const QJsonObject &info)
{
    const QString name = say(QT_TRANSLATE_NOOP("GatewayFacts", "Database"));
    const QJsonObject database = info.value("database"_L1).toObject();
    if (database.isEmpty())
        return {name, info.value("database_problem"_L1).toString(), Mood::Bad};
    const bool isFile = database.value("kind"_L1).toString() == "sqlite"_L1;
    const QString place = database.value("place"_L1).toString();
    return {name, (isFile ? u"SQLite, "_s : u"PostgreSQL, "_s) + place, Mood::Good, place};
}

GatewayFact sizeFact(const QJsonObject &database)
{
    QString value = sizeText(database.value("bytes"_L1));
    if (database.value("free_bytes"_L1).isDouble()) //: %1 is how large a database is, %2 what is free on its disk
        value = say(QT_TRANSLATE_NOOP("GatewayFacts", "%1, and %2 are free on the disk"))
                    .arg(value, sizeText(database.value("free_bytes"_L1)));
    return {say(QT_TRANSLATE_NOOP("GatewayFacts", "Its size")), value};
}

GatewayFact logFact(const QJsonObject &log, const QJsonObject &general)
{
    const QString name = say(QT_TRANSLATE_NOOP("GatewayFacts", "Log of requests"));
    const qint64 calls = countIn(log, "calls"_L1);
    if (calls == 0)
        return {name,
            general.value("disable_spend_logs"_L1).toBool() ? say(QT_TRANSLATE_NOOP("GatewayFacts", "None is kept"))
                                                            : say(QT_TRANSLATE_NOOP("GatewayFacts", "Empty"))};
    const QDate since = QDate::fromString(log.value("since"_L1).toString(), Qt::ISODate);
    //: %1 is a number of requests, %2 the day of the oldest one, %3 a size in bytes
    const QString value =
        say(QT_TRANSLATE_NOOP("GatewayFacts", "%1 since %2, some %3"))
            .arg(countText(calls), QLocale().toString(since, QLocale::ShortFormat), sizeText(log.value("bytes"_L1)));
    const QJsonValue most = general.value("maximum_spend_logs_megabytes"_L1);
    if (!most.isDouble())
        return {name, value};
    //: %1 is what there is, %2 the most there may be, such as "512 MB"
    return {name, say(QT_TRANSLATE_NOOP("GatewayFacts", "%1 of at most %2")).arg(value, sizeText(most.toDouble() * 1024 * 1024))};
}

GatewayFact captureFact(const QJsonObject &capture)
{
    const QJsonObject disk = capture.value("on_disk"_L1).toObject(), memory = capture.value("in_memory"_L1).toObject();
    //: exchanges that are kept: %1 is how many on disk, %2 their size, %3 how many in memory, %4 their size
    const QString value = say(QT_TRANSLATE_NOOP("GatewayFacts", "%1 on disk (%2), %3 in memory (%4)"))
                              .arg(countText(countIn(disk, "count"_L1)), sizeText(disk.value("bytes"_L1)),
                                  countText(countIn(memory, "count"_L1)), sizeText(memory.value("bytes"_L1)));
    return {say(QT_TRANSLATE_NOOP("GatewayFacts", "Exchanges")), value};
}

GatewayFact journalFact(const QJsonObject &journal)
{
    const QString name = say(QT_TRANSLATE_NOOP("GatewayFacts", "Journal"));
    if (!journal.value("open"_L1).toBool())
        return {name, say(QT_TRANSLATE_NOOP("GatewayFacts", "None is kept"))};
    if (!journal.value("writable"_L1).toBool())
        return {name, say(QT_TRANSLATE_NOOP("GatewayFacts", "Cannot be written: requests are refused until the disk has room")),
            Mood::Bad};
    return {name, sizeText(journal.value("bytes"_L1))};
}

} // namespace

QList<GatewayFact> serverFacts(const QJsonObject &info, const QString &address)
{
    QList<GatewayFact> facts {{say(QT_TRANSLATE_NOOP("GatewayFacts", "Address")), address}};
    if (info.isEmpty())
        return facts;
    const bool isSafe = address.startsWith("https:"_L1);
    facts.append({say(QT_TRANSLATE_NOOP("GatewayFacts", "Encryption")),
        isSafe ? u"TLS"_s : say(QT_TRANSLATE_NOOP("GatewayFacts", "None (http)"))});
    const bool hasKey = info.value("has_master_key"_L1).toBool();
    facts.append({say(QT_TRANSLATE_NOOP("GatewayFacts", "Master key")),
        hasKey ? say(QT_TRANSLATE_NOOP("GatewayFacts", "Set"))
               : say(QT_TRANSLATE_NOOP("GatewayFacts", "None: whoever reaches the address may call, and change everything")),
        hasKey ? Mood::Idle : Mood::Warn});
    facts.append({say(QT_TRANSLATE_NOOP("GatewayFacts", "Version")), info.value("version"_L1).toString()});
    const QDateTime since = QDateTime::fromString(info.value("started_at"_L1).toString(), Qt::ISODateWithMs).toLocalTime();
    if (since.isValid())
        facts.append({say(QT_TRANSLATE_NOOP("GatewayFacts", "Runs since")), fullTimeText(since)});
    return facts;
}

QList<GatewayFact> storageFacts(const QJsonObject &info, const QJsonObject &tree)
{
    if (info.isEmpty())
        return {};
    QList<GatewayFact> facts {databaseFact(info)};
    const QJsonObject database = info.value("database"_L1).toObject();
    if (!database.isEmpty()) {
        facts.append(sizeFact(database));
        facts.append(logFact(database.value("log"_L1).toObject(), tree.value("general_settings"_L1).toObject()));
    }
    facts.append(captureFact(info.value("capture"_L1).toObject()));
    facts.append(journalFact(info.value("journal"_L1).toObject()));
    return facts;
}

} // namespace gatehouse::ui
