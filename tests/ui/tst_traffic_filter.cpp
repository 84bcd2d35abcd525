// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text.h"
#include "ui/models/traffic.h"
#include "ui/models/traffic_columns.h"
#include "ui/models/traffic_filter.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

class TrafficFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aQueryMatchesWhatItSays_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("matches");
        QTest::newRow("nothing") << u""_s << true;
        QTest::newRow("word") << u"GPT"_s << true;
        QTest::newRow("two words") << u"gpt openai"_s << true;
        QTest::newRow("one of two") << u"gpt azure"_s << false;
        QTest::newRow("field") << u"provider:open"_s << true;
        QTest::newRow("wrong field") << u"who:openai"_s << false;
        QTest::newRow("state") << u"state:failed"_s << true;
        QTest::newRow("number") << u"status>=500"_s << true;
        QTest::newRow("less") << u"status<500"_s << false;
        QTest::newRow("equal") << u"status=503"_s << true;
        QTest::newRow("duration") << u"duration>1000"_s << false;
        QTest::newRow("unknown field is a word") << u"colour:red"_s << false;
        QTest::newRow("half a comparison") << u"status>="_s << false;
        QTest::newRow("only signs") << u">= : <"_s << false;
        QTest::newRow("the whole text") << u"model=gpt-4o"_s << true;
        QTest::newRow("not the whole text") << u"model=gpt"_s << false;
        QTest::newRow("quoted") << u"error:\"over loaded\""_s << false;
        QTest::newRow("opposite") << u"-provider:azure -model=gpt-4"_s << true;
        QTest::newRow("class of status") << u"status:5xx"_s << true;
        QTest::newRow("other class") << u"status:4xx"_s << false;
        QTest::newRow("seconds") << u"duration<1s"_s << true;
        QTest::newRow("cost") << u"cost>0.01"_s << true;
        QTest::newRow("cost with its sign") << u"cost>$0.03"_s << false;
        QTest::newRow("no first token passes nothing") << u"first<500"_s << false;
        QTest::newRow("flag") << u"is:error"_s << true;
        QTest::newRow("other flag") << u"is:stream"_s << false;
        QTest::newRow("unknown flag is a word") << u"is:purple"_s << false;
        QTest::newRow("key") << u"key:notebook"_s << true;
        QTest::newRow("text") << u"text:OPENAI"_s << true;
        QTest::newRow("call") << u"id:0b9f3c1e"_s << true;
        QTest::newRow("call as a word") << u"9c6e-000000000007"_s << true;
        QTest::newRow("open quote") << u"error:\"over"_s << true;
        QTest::newRow("error") << u"error:overloaded"_s << true;
    }

    void aQueryMatchesWhatItSays()
    {
        QFETCH(QString, query);
        QFETCH(bool, matches);
        TrafficRow row;
        row.model = u"gpt-4o"_s;
        row.provider = u"openai"_s;
        row.state = TrafficRow::State::Failed;
        row.status = 503;
        row.durationMs = 900;
        row.error = u"Overloaded"_s;
        row.who = u"notebook"_s;
        row.cost = 0.02;
        row.callId = u"0b9f3c1e-7d52-4a80-9c6e-000000000007"_s;
        QCOMPARE(TrafficQuery(query).matches(row), matches);
    }

    void aTermCanBeTakenOut()
    {
        const TrafficQuery query(u"  gpt  error:\"no room\" status>=400 "_s);
        QCOMPARE(query.terms().size(), 3);
        QCOMPARE(query.without(0), u"error:\"no room\" status>=400"_s);
        QCOMPARE(query.without(1), u"gpt status>=400"_s);
    }

    void whatTheRowsHoldIsOffered()
    {
        TrafficMemory memory;
        TrafficRow one;
        one.model = u"gpt"_s;
        one.upstreamModel = u"a model with spaces"_s;
        memory.push(one);
        QCOMPARE(trafficQueryValues(u"model"_s, memory), QStringList({u"a model with spaces"_s, u"gpt"_s}));
        QCOMPARE(trafficQueryTerm(u"model"_s, u':', u"a model with spaces"_s), u"model:\"a model with spaces\""_s);
        QVERIFY(trafficQueryValues(u"colour"_s, memory).isEmpty());
        QVERIFY(trafficQueryWords().contains(u"is:stream"_s));
        QCOMPARE(trafficTermBegin(u"one error:\"a b"_s, 14), 4);
    }

    void aColumnIsOrderedByItsValueAndNotByItsText()
    {
        TrafficModel model;
        TrafficFilter filter(model);
        TrafficRow slow;
        slow.id = 1;
        slow.durationMs = 10'000;
        TrafficRow fast;
        fast.id = 2;
        fast.durationMs = 900;
        model.apply({slow, fast});
        filter.sort(int(TrafficColumn::Duration), Qt::AscendingOrder);
        QCOMPARE(filter.at(0).id, 2);
        filter.sort(int(TrafficColumn::Duration), Qt::DescendingOrder);
        QCOMPARE(filter.at(0).id, 1);
    }

    void aWindowCountsBeginningsOrEnds()
    {
        TrafficModel model;
        TrafficFilter filter(model);
        TrafficRow row;
        row.startedAt = QDateTime::fromMSecsSinceEpoch(1'000);
        row.id = 1;
        row.state = TrafficRow::State::Completed;
        row.durationMs = 2'500;
        TrafficRow running;
        running.id = 2;
        running.startedAt = QDateTime::fromMSecsSinceEpoch(3'100);
        model.apply({row, running});
        const auto shown = [&filter](qint64 begin, bool ofEnds) {
            filter.setWindow(TrafficWindow {begin, begin + 1'000, ofEnds});
            return filter.rowCount();
        };
        QCOMPARE(shown(1'000, false), 1);
        QCOMPARE(shown(3'000, false), 1); // the other one
        QCOMPARE(shown(1'000, true), 0);
        QCOMPARE(shown(3'000, true), 1); // what runs has no end yet
        QCOMPARE(filter.at(0).id, 1);
    }

    void aWindowGoesAlongAsAWord()
    {
        const TrafficWindow ended {1'764'137'400'000, 1'764'137'460'000, true};
        QString argument = windowWord(ended) + u" model:gpt"_s;
        QCOMPARE(takeWindow(argument).value_or(TrafficWindow()), ended);
        QCOMPARE(argument, u"model:gpt"_s);
        QVERIFY(!takeWindow(argument));
        QCOMPARE(argument, u"model:gpt"_s);
        argument = windowWord({5, 7});
        QCOMPARE(takeWindow(argument).value_or(TrafficWindow()), (TrafficWindow {5, 7}));
        QVERIFY(argument.isEmpty());
        for (QString strange : {u"ended:"_s, u"ended:1-"_s, u"ended:1-99999999999999999999"_s, u"ended:-1-2"_s})
            QVERIFY(!takeWindow(strange));
    }

    void aWindowOfAnotherDaySaysWhich()
    {
        const QDateTime noon(QDate::currentDate(), QTime(12, 0));
        const auto text = [](const QDateTime &begin, const QDateTime &end) {
            return windowText({begin.toMSecsSinceEpoch(), end.toMSecsSinceEpoch()});
        };
        QCOMPARE(text(noon, noon.addSecs(60)), u"12:00 – 12:01"_s);
        QCOMPARE(text(noon, noon.addSecs(10)), u"12:00:00 – 12:00:10"_s);
        const QString earlier = text(noon.addDays(-3), noon.addDays(-2));
        QVERIFY2(earlier.contains(QLocale().toString(noon.date().addDays(-3), QLocale::ShortFormat)), qPrintable(earlier));
    }

    void durationsAreSaidShortly_data()
    {
        QTest::addColumn<double>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("tiny") << 0.2 << u"< 1 ms"_s;
        QTest::newRow("ms") << 345.4 << u"345 ms"_s;
        QTest::newRow("edge") << 999.7 << u"1.00 s"_s;
        QTest::newRow("s") << 1254.0 << u"1.25 s"_s;
        QTest::newRow("ten") << 12'340.0 << u"12.3 s"_s;
        QTest::newRow("minute") << 60'000.0 << u"1 min 00 s"_s;
        QTest::newRow("minutes") << 125'000.0 << u"2 min 05 s"_s;
    }

    void durationsAreSaidShortly()
    {
        QFETCH(double, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(milliseconds), text);
    }

    void numbersFollowTheLocale()
    {
        QCOMPARE(countText(12'345), u"12,345"_s);
        QCOMPARE(countText(2'540'000), u"2.5 M"_s);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(countText(12'345), u"12.345"_s);
        QCOMPARE(durationText(1254.0), u"1,25 s"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
};

QTEST_MAIN(TrafficFilterTest)
#include "tst_traffic_filter.moc"
