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
        QCOMPARE(TrafficQuery(query).matches(row), matches);
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
