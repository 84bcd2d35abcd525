// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/retention.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

std::chrono::system_clock::time_point day(int number)
{
    return std::chrono::system_clock::time_point(std::chrono::hours(24 * number));
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOldGoesAndTheSumsStay()
    {
        Books books;
        books.book({call("a", 20000), call("b", 20001), call("c", 20005, {{"messages"_L1, "kept"_L1}})});
        Retention retention;
        retention.period = std::chrono::hours(24 * 2);
        const auto more = removeOld(books.database, retention, day(20003));
        QVERIFY(more);
        QVERIFY(!*more);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_logs"), 2);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_logs WHERE request_id = 'a'"), 0);
        QCOMPARE(books.number("SELECT SUM(api_requests) FROM daily_spend"), 3);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_log_days"), 2);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_bodies"), 1);
        QVERIFY(removeOld(books.database, retention, day(20010)));
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_logs"), 0);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_bodies"), 0);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_log_days"), 0);
    }

    void itGoesInSlicesOldestFirst()
    {
        Books books;
        for (int i = 0; i < 10; ++i)
            books.book({call("a", 20000 + i)});
        Retention retention;
        retention.period = std::chrono::seconds(1);
        const auto more = removeOld(books.database, retention, day(20100), 4);
        QVERIFY(more && *more);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_logs"), 6);
        QCOMPARE(books.number("SELECT MIN(started_at) / 86400000000 FROM spend_logs"), 20004);
        QCOMPARE(books.number("SELECT SUM(kept) FROM spend_log_days"), 6);
    }

    void noMoreIsKeptThanIsAllowed()
    {
        Books books;
        const QString long1000(1000, QLatin1Char('x'));
        std::vector<QJsonObject> calls;
        for (int i = 0; i < 1500; ++i)
            calls.push_back(call("a", 20000 + i / 100, {{"error"_L1, long1000}}));
        books.book(calls);
        const qint64 before = books.number("SELECT COUNT(*) FROM spend_logs");
        Retention retention;
        retention.megabytes = 2;
        for (auto more = removeOld(books.database, retention, day(20100)); more && *more;)
            more = removeOld(books.database, retention, day(20100));
        const qint64 kept = books.number("SELECT COUNT(*) FROM spend_logs");
        const qint64 bytes = books.number("SELECT SUM(LENGTH(entry)) FROM spend_logs") + kept * rowOverhead;
        QVERIFY2(bytes <= 2 * 1024 * 1024, qPrintable(QString::number(bytes)));
        QVERIFY2(bytes > 2 * 1024 * 1024 - 5000, qPrintable(QString::number(bytes)));
        QVERIFY(kept < before);
        QCOMPARE(books.number("SELECT SUM(characters) FROM spend_log_days"),
            books.number("SELECT SUM(LENGTH(entry)) FROM spend_logs"));
        const auto again = removeOld(books.database, retention, day(20100));
        QVERIFY(again && !*again);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_logs"), kept);
    }

    void nothingIsRemovedUnasked()
    {
        Books books;
        books.book({call("a", 1)});
        const auto more = removeOld(books.database, {}, day(20000));
        QVERIFY(more && !*more);
        QCOMPARE(books.number("SELECT COUNT(*) FROM spend_logs"), 1);
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
