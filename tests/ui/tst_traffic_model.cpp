// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic.h"
#include "ui/models/traffic_columns.h"
#include "ui/models/traffic_filter.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

TrafficRow row(qint64 id, TrafficRow::State state = TrafficRow::State::Completed)
{
    TrafficRow made;
    made.id = id;
    made.state = state;
    made.callId = QString::number(id);
    made.startedAt = QDateTime::currentDateTimeUtc();
    made.model = u"m"_s;
    return made;
}

QList<TrafficRow> rows(qint64 from, qint64 to)
{
    QList<TrafficRow> made;
    for (qint64 id = from; id <= to; ++id)
        made.append(row(id));
    return made;
}

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TrafficModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelKeepsItsPromisesToViews()
    {
        TrafficModel model(10);
        TrafficFilter filter(model);
        const QAbstractItemModelTester watchModel(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester watchFilter(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(rows(1, 4));
        model.apply({row(2, TrafficRow::State::Running), row(5), row(5, TrafficRow::State::Failed)});
        model.tick();
        filter.setQuery(u"state:failed"_s);
        model.apply(rows(6, 30));
        model.beginEpoch();
        filter.sort(int(TrafficColumn::Duration), Qt::DescendingOrder);
        model.apply(rows(1, 3));
        filter.setQuery({});
        filter.sort(-1);
        model.clear();
        model.apply(rows(1, 3));
        QCOMPARE(filter.rowCount(), 3);
    }

    void theNewestRowIsTheFirst()
    {
        TrafficModel model;
        model.apply(rows(1, 3));
        model.apply(rows(4, 5));
        QCOMPARE(model.at(0).id, 5);
        QCOMPARE(model.at(4).id, 1);
    }

    void aRowThatComesAgainTakesThePlaceOfTheOlderOne()
    {
        TrafficModel model;
        model.apply({row(1, TrafficRow::State::Running), row(2)});
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.apply({row(1, TrafficRow::State::Failed)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(int(model.at(1).state), int(TrafficRow::State::Failed));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    }

    void aHundredThousandRowsStayBounded()
    {
        TrafficModel model(5000);
        for (qint64 id = 1; id <= 100'000; id += 200)
            model.apply(rows(id, id + 199));
        QCOMPARE(model.rowCount(), 5000);
        QCOMPARE(model.at(0).id, 100'000);
        QCOMPARE(model.at(4999).id, 95'001);
        model.apply({row(95'001, TrafficRow::State::Failed)});
        QCOMPARE(int(model.at(4999).state), int(TrafficRow::State::Failed));
        model.apply(rows(100'001, 200'000));
        QCOMPARE(model.rowCount(), 5000);
        QCOMPARE(model.at(0).id, 200'000);
    }

    void runningRequestsAreCountedHoweverTheyEnd()
    {
        TrafficModel model(3);
        const QSignalSpy told(&model, &TrafficModel::runningChanged);
        model.apply({row(1, TrafficRow::State::Running), row(2, TrafficRow::State::Running), row(3, TrafficRow::State::Running)});
        QCOMPARE(model.running(), 3);
        model.apply({row(3)});
        QCOMPARE(model.running(), 2);
        model.apply({row(4)}); // pushes row 1 out
        QCOMPARE(model.running(), 1);
        model.beginEpoch();
        QCOMPARE(model.running(), 0);
        QVERIFY(!model.at(2).error.isEmpty());
        QCOMPARE(told.size(), 4);
    }

    void afterARestartTheSameIdIsAnotherRequest()
    {
        TrafficModel model;
        model.apply(rows(1, 3));
        model.beginEpoch();
        model.apply(rows(1, 2));
        QCOMPARE(model.rowCount(), 5);
        model.apply({row(1, TrafficRow::State::Failed)});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(int(model.at(1).state), int(TrafficRow::State::Failed));
        QCOMPARE(int(model.at(4).state), int(TrafficRow::State::Completed));
    }

    void everyCellOfEveryColumnHasAText()
    {
        TrafficModel model;
        model.apply({TrafficRow {}});
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
            QVERIFY2(!model.index(0, column).data().toString().isEmpty(), qPrintable(QString::number(column)));
        }
    }

    void aRowIsReadAsTheApiWritesIt()
    {
        const TrafficRow read = TrafficRow::fromJson(json(
            R"({"id":17,"call_id":"c","state":"refused","started_at":"2026-11-23T06:20:01.123Z","path":"/v1/messages",
                "dialect":"anthropic","who":"w","model":"m","group":"g","deployment":"d","provider":"p","upstream_model":"u",
                "stream":true,"status":429,"attempts":2,"fallbacks":1,"first_token_ms":12.5,"duration_ms":80,
                "tokens":{"input":1,"output":2,"cached":3,"reasoning":4},"finish_reason":"stop","error":"no\nway"})"));
        QCOMPARE(read.id, 17);
        QCOMPARE(int(read.state), int(TrafficRow::State::Refused));
        QCOMPARE(read.startedAt, QDateTime(QDate(2026, 11, 23), QTime(6, 20, 1, 123), Qt::UTC));
        QCOMPARE(read.attempts, 2);
        QCOMPARE(read.firstTokenMs.value_or(0), 12.5);
        QCOMPARE(read.cachedTokens, 3);
        QCOMPARE(read.error, u"no\nway"_s);
    }

    void aRowOfNonsenseIsStillARow()
    {
        const TrafficRow read = TrafficRow::fromJson(json(
            R"({"id":"x","state":7,"started_at":{},"model":["a"],"status":"200","first_token_ms":"soon","tokens":[1],"who":"a\nb\u0007"})"));
        QCOMPARE(read.id, 0);
        QCOMPARE(int(read.state), int(TrafficRow::State::Failed));
        QVERIFY(!read.startedAt.isValid());
        QVERIFY(!read.firstTokenMs);
        QVERIFY(!read.who.contains(u'\n'));
        TrafficModel model;
        model.apply({read, TrafficRow::fromJson({})});
        QVERIFY(model.rowCount() > 0);
    }
};

QTEST_MAIN(TrafficModelTest)
#include "tst_traffic_model.moc"
