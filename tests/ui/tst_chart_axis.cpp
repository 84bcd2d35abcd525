// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/chart_axis.h"
#include "ui/models/chart_data.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

const qint64 noon = QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();

ChartData steps(qint64 from, int step, int count)
{
    return {.from = from, .step = step, .values = {QList<double>(count, 1.0)}};
}

QStringList textsOf(const QList<TimeMark> &marks)
{
    QStringList texts;
    for (const TimeMark &mark : marks)
        texts << mark.text;
    return texts;
}

class TstChartAxis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void valuesEndAtARoundNumber_data();
    void valuesEndAtARoundNumber();
    void theAxisStaysWhileTheValuesFit();
    void whatCannotBeMeasuredMakesAUsableAxis();
    void marksStandAtRoundTimes();
    void marksAreNeverTooMany();
    void daysAreNamedInUtc();
    void aStepIsToldAsFineAsItIs();
    void sumsLeaveOutWhatIsMissing();
    void thePeakIsTheFirstOfTheLargest();
    void gapsAreNotZero();
};

void TstChartAxis::initTestCase()
{
    qputenv("TZ", "Asia/Kolkata"); // half an hour beside the full one
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TstChartAxis::valuesEndAtARoundNumber_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("one request") << 1.0 << 1.0 << 1.0 << 1.0;
    QTest::newRow("three requests") << 3.0 << 1.0 << 3.0 << 1.0;
    QTest::newRow("seven requests") << 7.0 << 1.0 << 8.0 << 2.0;
    QTest::newRow("ten requests") << 10.0 << 1.0 << 12.0 << 3.0;
    QTest::newRow("many") << 4100.0 << 1.0 << 6000.0 << 2000.0;
    QTest::newRow("small sums") << 0.00031 << 0.0 << 0.0004 << 0.0001;
    QTest::newRow("exactly") << 400.0 << 0.0 << 400.0 << 100.0;
}

void TstChartAxis::valuesEndAtARoundNumber()
{
    QFETCH(double, most);
    QFETCH(double, least);
    QFETCH(double, top);
    QFETCH(double, step);
    const ValueAxis axis = valueAxis(most, least);
    QCOMPARE(axis.top, top);
    QCOMPARE(axis.step, step);
}

void TstChartAxis::theAxisStaysWhileTheValuesFit()
{
    const ValueAxis before = valueAxis(390, 0);
    QCOMPARE(valueAxis(130, 0, before), before);
    QCOMPARE(valueAxis(0, 0, before), before);
    QVERIFY(!(valueAxis(401, 0, before) == before));
    QVERIFY(!(valueAxis(50, 0, before) == before));
}

void TstChartAxis::whatCannotBeMeasuredMakesAUsableAxis()
{
    for (const double most : {0.0, -1.0, nothing, std::numeric_limits<double>::infinity()}) {
        QCOMPARE(valueAxis(most, 0).top, 1.0);
        QCOMPARE(valueAxis(most, 1).top, 4.0);
    }
}

void TstChartAxis::marksStandAtRoundTimes()
{
    const QList<TimeMark> marks = timeMarks(steps(noon + 7, 1, 300), 6); // from 17:30:07 on the wall
    QCOMPARE(textsOf(marks), QStringList({u"17:31"_s, u"17:32"_s, u"17:33"_s, u"17:34"_s, u"17:35"_s}));
    QCOMPARE(textsOf(timeMarks(steps(noon, 60, 1440), 5)), QStringList({u"18:00"_s, u"00:00"_s, u"06:00"_s, u"12:00"_s}));
    QCOMPARE(textsOf(timeMarks(steps(noon, 1, 60), 2)), QStringList({u"17:30:00"_s, u"17:30:30"_s, u"17:31:00"_s}));
}

void TstChartAxis::marksAreNeverTooMany()
{
    for (const int step : {1, 60, 3600, 86400}) {
        for (const int count : {1, 30, 300, 1440}) {
            for (const int most : {1, 4, 9})
                QVERIFY2(timeMarks(steps(noon, step, count), most).size() <= std::max(most, count * step / (30 * 86400)) + 1, "");
        }
    }
    QVERIFY(timeMarks({}, 5).size() <= 1);
    QVERIFY(timeMarks(steps(noon, 60, 10), 0).size() <= 2);
}

void TstChartAxis::daysAreNamedInUtc()
{
    ChartData week = steps(noon - 12 * 3600, 86400, 7);
    week.utc = true;
    const QStringList texts = textsOf(timeMarks(week, 7));
    QCOMPARE(texts.first(), u"26 Nov"_s);
    QCOMPARE(stepText(week, 1), u"Friday, 27 November"_s);
}

void TstChartAxis::aStepIsToldAsFineAsItIs()
{
    QCOMPARE(stepText(steps(noon, 1, 60), 3), u"17:30:03"_s);
    QCOMPARE(stepText(steps(noon, 60, 60), 3), u"17:33"_s);
}

void TstChartAxis::sumsLeaveOutWhatIsMissing()
{
    const QList<double> sums = summed({1, 2, nothing, 4, nothing, nothing, 7}, 2);
    QCOMPARE(sums.size(), 4);
    QCOMPARE(sums[0], 3.0);
    QCOMPARE(sums[1], 4.0);
    QVERIFY(std::isnan(sums[2]));
    QCOMPARE(sums[3], 7.0);
    QVERIFY(summed({}, 3).isEmpty());
    QCOMPARE(summed({1, 2}, 0).size(), 2);
}

void TstChartAxis::thePeakIsTheFirstOfTheLargest()
{
    const ChartData data {.values = {{1, nothing, 5, 5}, {nothing, nothing, nothing, nothing}}};
    QCOMPARE(data.peak(0), 2);
    QCOMPARE(data.peak(1), -1);
    QCOMPARE(data.sum(0), 11.0);
    QCOMPARE(data.sum(1), 0.0);
    QCOMPARE(data.sum(9), 0.0);
}

void TstChartAxis::gapsAreNotZero()
{
    const ChartData data {.values = {{nothing, 0}}};
    QVERIFY(std::isnan(data.value(0, 0)));
    QCOMPARE(data.value(0, 1), 0.0);
    QVERIFY(std::isnan(data.value(0, 2)));
    QVERIFY(std::isnan(data.value(1, 0)));
    QVERIFY(data.isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(TstChartAxis)
#include "tst_chart_axis.moc"
