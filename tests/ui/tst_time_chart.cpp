// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/time_chart.h"
#include "ui/widgets/time_plot.h"

#include <QDateTime>
#include <QLineSeries>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

const qint64 noon = QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();

QString count(double value)
{
    return countText(qRound64(value));
}

QList<ChartLine> requests()
{
    return {{.name = u"Answered"_s, .text = count, .shape = ChartLine::Shape::Bars},
        {.name = u"Failed"_s, .text = count, .shape = ChartLine::Shape::Bars, .tone = ChartLine::Tone::Bad}};
}

ChartData minutes()
{
    return {.from = noon, .step = 60, .values = {{3, 0, 5, 2}, {1, 0, nothing, 0}}};
}

class TstTimeChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void chartsAreNotLoadedBeforeThereIsSomethingToDraw();
    void theArrowKeysReadOutStepAfterStep();
    void thePointerReadsOutWhatIsBelowIt();
    void aStepThatIsClickedOrEnteredIsChosen();
    void whatIsReadOutIsSpoken();
    void newFiguresKeepTheScaleAndTheLines();
    void barsStandOnEachOther();
    void twoChartsReadOutTheSameTime();
    void nothingAtAllSaysSo();
    void fewerStepsDoNotLeaveTheMarkBehind();

private:
    std::unique_ptr<TimeChart> m_chart;
};

void TstTimeChart::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TstTimeChart::init()
{
    m_chart = std::make_unique<TimeChart>(u"Requests over time"_s);
    m_chart->setLines(requests(), 1);
    m_chart->setEmptyText(u"No requests"_s);
    m_chart->resize(600, 240);
    m_chart->show();
    m_chart->activateWindow();
    m_chart->setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void TstTimeChart::cleanup()
{
    m_chart.reset();
}

void TstTimeChart::chartsAreNotLoadedBeforeThereIsSomethingToDraw()
{
    QVERIFY(!m_chart->findChild<TimePlot *>());
    m_chart->setData(minutes());
    QVERIFY(m_chart->findChild<TimePlot *>()->isVisible());
}

void TstTimeChart::theArrowKeysReadOutStepAfterStep()
{
    m_chart->setData(minutes());
    QCOMPARE(m_chart->readout(), QString());
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->readout(), u"12:03 · Answered 2 · Failed 0"_s);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->readout(), u"12:02 · Answered 5 · Failed –"_s);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->marked(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->marked(), 1);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->marked(), 3);
}

void TstTimeChart::thePointerReadsOutWhatIsBelowIt()
{
    m_chart->setData(minutes());
    QSignalSpy marked(m_chart.get(), &TimeChart::markedChanged);
    QTest::mouseMove(m_chart.get(), QPoint(590, 120));
    QCOMPARE(m_chart->marked(), 3);
    QTest::mouseMove(m_chart.get(), QPoint(120, 120));
    QCOMPARE(m_chart->marked(), 0);
    QTest::mouseMove(m_chart.get(), QPoint(120, 2)); // the names are not the picture
    QCOMPARE(m_chart->marked(), -1);
    QCOMPARE(marked.size(), 3);
}

void TstTimeChart::aStepThatIsClickedOrEnteredIsChosen()
{
    m_chart->setData(minutes());
    QSignalSpy chosen(m_chart.get(), &TimeChart::stepChosen);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(590, 120));
    QCOMPARE(chosen.takeFirst().first().toLongLong(), 3);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(120, 2)); // the names are not the picture
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, QPoint(120, 120));
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, QPoint(590, 120)); // thought better of it
    QTest::mouseClick(m_chart.get(), Qt::RightButton, {}, QPoint(590, 120));
    QCOMPARE(chosen.size(), 0);
    m_chart->setMarked(-1);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first().toLongLong(), 0);
}

void TstTimeChart::whatIsReadOutIsSpoken()
{
    m_chart->setData(minutes());
    QCOMPARE(m_chart->accessibleDescription(), u"Answered: most 5 at 12:02; Failed: most 1 at 12:00"_s);
    m_chart->setMarked(0);
    QCOMPARE(m_chart->accessibleDescription(), m_chart->readout());
}

void TstTimeChart::newFiguresKeepTheScaleAndTheLines()
{
    m_chart->setData(minutes());
    auto *plot = m_chart->findChild<TimePlot *>();
    const ValueAxis before = plot->valueScale();
    const QList<QAbstractSeries *> series = plot->chart()->series();
    ChartData later = minutes();
    later.from += 60;
    later.values = {{0, 4, 2, 4}, {0, 0, 0, 0}};
    m_chart->setData(later);
    QCOMPARE(plot->valueScale(), before);
    QCOMPARE(plot->chart()->series(), series);
}

void TstTimeChart::barsStandOnEachOther()
{
    m_chart->setData(minutes());
    auto *plot = m_chart->findChild<TimePlot *>();
    QCOMPARE(plot->valueScale().top, 6.0);
    m_chart->setData({.from = noon, .step = 60, .values = {{3}, {4}}});
    QCOMPARE(plot->valueScale().top, 8.0); // 3 + 4, and round
}

void TstTimeChart::twoChartsReadOutTheSameTime()
{
    TimeChart other(u"Latency"_s);
    other.setLines(requests());
    other.setData(minutes());
    connect(m_chart.get(), &TimeChart::markedChanged, &other, &TimeChart::setMarked);
    m_chart->setData(minutes());
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QCOMPARE(other.marked(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Tab);
    other.setMarked(77);
    QCOMPARE(other.marked(), 3);
}

void TstTimeChart::nothingAtAllSaysSo()
{
    m_chart->setData({.from = noon, .step = 60, .values = {{0, 0}, {nothing, nothing}}});
    QVERIFY(!m_chart->findChild<TimePlot *>()->isVisible());
    QCOMPARE(m_chart->accessibleDescription(), u"No requests"_s);
    m_chart->setData(minutes());
    QVERIFY(m_chart->findChild<TimePlot *>()->isVisible());
}

void TstTimeChart::fewerStepsDoNotLeaveTheMarkBehind()
{
    m_chart->setData(minutes());
    m_chart->setMarked(3);
    m_chart->setData({.from = noon, .step = 60, .values = {{1, 2}, {0, 0}}});
    QCOMPARE(m_chart->marked(), 1);
    m_chart->setData({});
    QCOMPARE(m_chart->marked(), -1);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->readout(), QString());
}

} // namespace

QTEST_MAIN(TstTimeChart)
#include "tst_time_chart.moc"
