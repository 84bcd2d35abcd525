// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic.h"
#include "ui/models/traffic_columns.h"
#include "ui/models/traffic_filter.h"
#include "ui/models/traffic_histogram.h"
#include "ui/pages/traffic/traffic_table.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QUuid>

#include <ctime>
#include <random>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

constexpr int many = 100000;

const QDateTime noon(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

TrafficRow row(qint64 id)
{
    TrafficRow made;
    made.id = id;
    made.callId = u"0b9f3c1e-7d52-4a80-9c6e-%1"_s.arg(id, 12, 10, QChar(u'0'));
    made.state = id % 11 == 0 ? TrafficRow::State::Failed : TrafficRow::State::Completed;
    made.status = id % 11 == 0 ? 503 : 200;
    made.startedAt = noon.addMSecs(id * 20);
    made.path = u"/v1/chat/completions"_s;
    made.dialect = u"openai"_s;
    made.model = u"gpt-%1"_s.arg(id % 8);
    made.group = made.model;
    made.upstreamModel = made.model + u"-2024-08-06"_s;
    made.provider = id % 3 == 0 ? u"anthropic"_s : u"openai"_s;
    made.deployment = u"deployment-%1"_s.arg(id % 12);
    made.who = u"key-%1"_s.arg(id % 40);
    made.durationMs = double((id * 7919) % 5000);
    made.firstTokenMs = double((id * 7919) % 700);
    made.inputTokens = (id * 31) % 9000;
    made.outputTokens = (id * 17) % 900;
    made.cost = double(id % 97) / 1e5;
    made.attempts = 1;
    made.stream = id % 2 == 0;
    made.finishReason = u"stop"_s;
    return made;
}

QList<TrafficRow> rows(qint64 from, qint64 to)
{
    QList<TrafficRow> made;
    made.reserve(to - from + 1);
    for (qint64 id = from; id <= to; ++id)
        made.append(row(id));
    return made;
}

void tell(const char *what, double value, const char *unit)
{
    qInfo("%-58s %10.2f %s", what, value, unit);
}

/// Time of this thread on a processor: what others do on the machine does not count.
class Stopwatch
{
public:
    Stopwatch() { restart(); }
    void restart() { m_begin = now(); }
    double milliseconds() const { return now() - m_begin; }

private:
    static double now()
    {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    double m_begin = 0;
};

/// What the filter shows, taken the slow way.
QList<qint64> expected(const TrafficModel &model, const QString &query)
{
    const TrafficQuery asked(query);
    QList<qint64> ids;
    for (int at = 0; at < model.rowCount(); ++at) {
        if (asked.matches(model.at(at)))
            ids.append(model.at(at).id);
    }
    return ids;
}

QList<qint64> shown(const TrafficFilter &filter)
{
    QList<qint64> ids;
    for (int at = 0; at < filter.rowCount(); ++at)
        ids.append(filter.at(at).id);
    return ids;
}

} // namespace

class TrafficScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverHappensTheViewIsToldTheTruth()
    {
        TrafficModel model(60);
        TrafficFilter filter(model);
        const QAbstractItemModelTester watch(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 dice(7);
        const QStringList queries = {u""_s, u"status>=500"_s, u"gpt-3"_s, u"-provider:openai"_s, u"nothing-has-this"_s};
        QString query;
        qint64 id = 0;
        for (int step = 0; step < 600; ++step) {
            switch (dice() % 7) {
            case 0: filter.setQuery(query = queries[qsizetype(dice() % 5)]); break;
            case 1: filter.sort(int(dice() % 16) - 1, dice() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder); break;
            case 2: filter.setPaused(dice() % 2); break;
            case 3:
                if (id > 0) { // one that is known has become another
                    TrafficRow changed = row(1 + qint64(dice() % quint64(id)));
                    changed.status = int(dice() % 2 ? 500 : 200);
                    model.apply({changed});
                }
                break;
            default:
                const qint64 until = id + 1 + qint64(dice() % 20);
                model.apply(rows(id + 1, until));
                id = until;
            }
        }
        filter.setPaused(false);
        filter.sort(-1);
        filter.setQuery(query = u"status>=500"_s);
        QCOMPARE(shown(filter), expected(model, query));
        filter.setQuery({});
        QCOMPARE(shown(filter), expected(model, {}));
    }

    void theSelectionStaysWithItsRequest()
    {
        TrafficModel model;
        TrafficFilter filter(model);
        QItemSelectionModel selection(&filter);
        model.apply(rows(1, 300));
        const int before = filter.rowOf(model.numberAt(model.rowCount() - 77));
        QCOMPARE(filter.at(before).id, 77);
        selection.select(filter.index(before, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        filter.sort(int(TrafficColumn::Duration), Qt::DescendingOrder);
        model.apply(rows(301, 400));
        filter.setQuery(u"status>=500"_s);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(filter.at(selection.selectedRows().first().row()).id, 77);
        filter.setQuery(u"status:200"_s);
        QVERIFY(!selection.hasSelection());
    }

    void whilePausedNothingComesInAndNothingIsLost()
    {
        TrafficModel model;
        TrafficFilter filter(model);
        model.apply(rows(1, 10));
        filter.setPaused(true);
        model.apply(rows(11, 15));
        TrafficRow changed = row(3);
        changed.status = 500;
        model.apply({changed});
        QCOMPARE(filter.rowCount(), 10);
        QCOMPARE(filter.heldBack(), 5);
        QCOMPARE(filter.at(7).status, 500);
        filter.setPaused(false);
        QCOMPARE(filter.rowCount(), 15);
        QCOMPARE(filter.at(0).id, 15);
    }

    void longTextsOfCallersAreBounded()
    {
        TrafficModel model;
        for (int round = 0; round < 200; ++round) {
            QList<TrafficRow> batch = rows(round * 1000 + 1, round * 1000 + 1000);
            for (TrafficRow &each : batch)
                each.model = QString(380, u'x') + QString::number(each.id);
            model.apply(batch);
        }
        QVERIFY(model.rowCount() > 10000);
        QVERIFY(model.memory().texts().bytes() <= TrafficModel::mostBytes);
        QCOMPARE(model.at(0).id, 200000);
    }

    void triesTakeTheirRoomToo()
    {
        TrafficModel model;
        const TrafficRow::Try one {u"deployment"_s, 503, 12.0, QString(300, u'x')};
        for (int round = 0; round < 12; ++round) {
            QList<TrafficRow> batch = rows(round * 1000 + 1, round * 1000 + 1000);
            for (TrafficRow &each : batch)
                each.tries = QList<TrafficRow::Try>(20, one);
            model.apply(batch);
        }
        constexpr qsizetype ofOneRow = 20 * 300 * qsizetype(sizeof(QChar));
        QVERIFY(model.rowCount() * ofOneRow <= TrafficModel::mostBytes);
        QVERIFY(model.memory().bytes() <= TrafficModel::mostBytes);
        QCOMPARE(model.at(0).tries.size(), 20);
        const qsizetype before = model.memory().bytes();
        model.apply({row(12000)}); // known, and tried once after all
        QVERIFY(model.memory().bytes() <= before - ofOneRow);
        model.clear();
        QVERIFY(model.memory().bytes() < ofOneRow);
    }

    void theHistogramCountsWhatPasses()
    {
        TrafficModel model;
        model.apply(rows(1, 1000)); // 20 ms apart: 20 s
        const qint64 now = noon.addSecs(20).toMSecsSinceEpoch();
        const TrafficHistogram all = TrafficHistogram::of(model, {}, now, 60);
        QCOMPARE(all.step, 1000);
        QCOMPARE(all.bins.size(), 60);
        QCOMPARE(all.bins[all.binOf(noon.addSecs(10).toMSecsSinceEpoch())].requests, 50);
        int failed = 0;
        const TrafficHistogram bad = TrafficHistogram::of(model, TrafficQuery(u"is:error"_s), now, 60);
        for (const TrafficHistogram::Bin &bin : bad.bins) {
            QCOMPARE(bin.requests, bin.troubled);
            failed += bin.requests;
        }
        QCOMPARE(failed, 90);
        QCOMPARE(all.binOf(now + 3600000), -1);
    }

    /// Figures for docs/performance.md; what they have to be depends on the machine, so none is asserted.
    void aHundredThousandRowsInFigures()
    {
        TrafficModel model;
        Stopwatch timer;
        for (qint64 id = 1; id <= many; id += 1000)
            model.apply(rows(id, id + 999));
        tell("100,000 rows taken in", timer.milliseconds(), "ms");
        tell("memory of a row", double(model.memory().bytes()) / many, "bytes");
        QCOMPARE(model.rowCount(), many);

        TrafficFilter filter(model);
        TrafficTable table(filter);
        table.resize(1100, 640);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        measureScrolling(table);
        measureFilter(filter);
        measureNews(model, table, "250 new rows at the full table (500 a second), with their paint");
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / 2);
        measureNews(model, table, "the same, scrolled to the middle");
        filter.setQuery(u"status>=500"_s);
        measureNews(model, table, "the same, filtered");
        timer.restart();
        filter.setQuery({});
        filter.sort(int(TrafficColumn::Duration), Qt::DescendingOrder);
        tell("sort by a number", timer.milliseconds(), "ms");
        timer.restart();
        filter.sort(int(TrafficColumn::Model), Qt::AscendingOrder);
        tell("sort by a text", timer.milliseconds(), "ms");
        timer.restart();
        TrafficHistogram::of(model, TrafficQuery(u"provider:openai status<500"_s), noon.addSecs(4000).toMSecsSinceEpoch(), 90);
        tell("histogram of what passes a filter", timer.milliseconds(), "ms");
    }

private:
    static void measureScrolling(TrafficTable &table)
    {
        constexpr int screens = 40;
        Stopwatch timer;
        double worst = 0;
        for (int at = 1; at <= screens; ++at) {
            const Stopwatch one;
            table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / screens * at);
            table.viewport()->repaint();
            worst = std::max(worst, one.milliseconds());
        }
        tell("scroll to another place and paint a screenful, middle", timer.milliseconds() / screens, "ms");
        tell("the same, worst", worst, "ms");
        table.verticalScrollBar()->setValue(0);
    }

    static void measureFilter(TrafficFilter &filter)
    {
        for (const auto &[name, query] : {std::pair("a word typed into the filter", u"gpt-3"_s),
                 std::pair("status>=500 typed into the filter", u"status>=500"_s), std::pair("a word that nothing has", u"zzz"_s),
                 std::pair("the filter cleared", QString())}) {
            Stopwatch timer;
            filter.setQuery(query);
            tell(name, timer.milliseconds(), "ms");
        }
    }

    static void measureNews(TrafficModel &model, TrafficTable &table, const char *name)
    {
        constexpr int batches = 20;
        Stopwatch timer;
        for (int at = 0; at < batches; ++at) {
            const qint64 newest = model.at(0).id;
            model.apply(rows(newest + 1, newest + 250));
            table.viewport()->repaint();
        }
        tell(name, timer.milliseconds() / batches, "ms");
    }
};

QTEST_MAIN(TrafficScaleTest)
#include "tst_traffic_scale.moc"
