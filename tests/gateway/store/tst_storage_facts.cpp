// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/retention.h"
#include "gateway/store/storage_facts.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;

class TestStorageFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyDatabaseIsThereAndHasNoOldestDay()
    {
        Books books;
        const QJsonObject facts = read(storageFacts(books.database)).object();
        QCOMPARE(facts["kind"_L1].toString(), QStringLiteral("sqlite"));
        QCOMPARE(facts["place"_L1].toString(), books.directory.filePath(QStringLiteral("a.db")));
        QVERIFY(facts["bytes"_L1].toDouble() > 0);
        QVERIFY(facts["free_bytes"_L1].toDouble() > 0);
        QCOMPARE(facts["log"_L1]["calls"_L1].toInt(-1), 0);
        QCOMPARE(facts["log"_L1]["bytes"_L1].toInt(-1), 0);
        QVERIFY(facts["log"_L1]["since"_L1].isNull());
    }

    void theLogIsCountedAsItsRetentionCountsIt()
    {
        Books books;
        books.book({call("a", 20001), call("b", 20000), call("c", 20000)});
        const QJsonValue log = read(storageFacts(books.database)).object()["log"_L1];
        QCOMPARE(log["calls"_L1].toInt(), 3);
        QCOMPARE(qint64(log["bytes"_L1].toDouble()), books.number("SELECT SUM(LENGTH(entry)) FROM spend_logs") + 3 * rowOverhead);
        QCOMPARE(log["since"_L1].toString(), QStringLiteral("2024-10-04"));
    }

    void aDatabaseThatIsNotOpenIsAFailure()
    {
        Database closed({{}, QStringLiteral("/nowhere/a.db").toStdString()});
        QVERIFY(!storageFacts(closed));
    }
};

QTEST_MAIN(TestStorageFacts)
#include "tst_storage_facts.moc"
