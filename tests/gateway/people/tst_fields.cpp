// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/fields.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::people;

class TestFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moneyIsTheDecimalThatWasWritten_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qlonglong>("nanos");
        QTest::newRow("cents") << QByteArray(R"({"m":0.1})") << 100000000LL;
        QTest::newRow("a third digit") << QByteArray(R"({"m":500.001})") << 500001000000LL;
        QTest::newRow("small") << QByteArray(R"({"m":5e-05})") << 50000LL;
        QTest::newRow("whole") << QByteArray(R"({"m":50})") << 50000000000LL;
        QTest::newRow("nothing") << QByteArray(R"({"m":0})") << 0LL;
    }
    void moneyIsTheDecimalThatWasWritten()
    {
        QFETCH(QByteArray, json);
        QFETCH(qlonglong, nanos);
        const auto money = moneyIn(objectFrom(json.toStdString()), "m");
        QVERIFY(money);
        QCOMPARE(money->nanoDollars, nanos);
        QCOMPARE(moneyIn({{QStringLiteral("m"), jsonOf(*money)}}, "m")->nanoDollars, nanos);
    }

    void whatIsNoAmountIsNone()
    {
        for (const char *json : {R"({"m":"5"})", R"({"m":-1})", R"({"m":null})", "{}", "[]", "nonsense"})
            QVERIFY(!moneyIn(objectFrom(json), "m"));
    }

    void whatIsNoWholeNumberIsNone()
    {
        QCOMPARE(integerIn(objectFrom(R"({"n":100000})"), "n"), std::optional<std::int64_t>(100000));
        for (const char *json : {R"({"n":1.5})", R"({"n":"1"})", R"({"n":1e300})", "{}"})
            QVERIFY(!integerIn(objectFrom(json), "n"));
    }

    void timesAreReadAsTheyAreWritten()
    {
        const Clock::Wall time(std::chrono::milliseconds(1795660781123));
        QCOMPARE(timeFrom(isoTime(time)), std::optional(time));
        QCOMPARE(isoTime(time), std::string("2026-11-26T02:39:41.123Z"));
        QVERIFY(!timeFrom("tomorrow"));
    }

    void aTimeWithoutAZoneIsUtc()
    {
        QCOMPARE(timeFrom("2026-11-26T02:39:41"), timeFrom("2026-11-26T02:39:41Z"));
        QCOMPARE(timeFrom("2026-11-26T03:39:41+01:00"), timeFrom("2026-11-26T02:39:41Z"));
    }

    void listsKeepTheirTexts()
    {
        const std::vector<std::string> texts {"a", "b"};
        QCOMPARE(listIn(objectFrom(R"({"l":["a",1,null,"b"]})"), "l"), texts);
        QVERIFY(listIn(objectFrom(R"({"l":"a"})"), "l").empty());
    }
};

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
