// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/forecast.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QDateTime at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

BudgetCourse november(double spent, double limit)
{
    return {spent, limit, at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")};
}

} // namespace

class ForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aPeriodBeginsItsLengthBeforeItsEnd_data()
    {
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QDateTime>("begin");
        QTest::newRow("an hour") << u"1h"_s << at("2026-11-30T23:00:00Z");
        QTest::newRow("a day in a word") << u"daily"_s << at("2026-11-30T00:00:00Z");
        QTest::newRow("a week") << u"7d"_s << at("2026-11-24T00:00:00Z");
        QTest::newRow("thirty days are a month") << u"30d"_s << at("2026-11-01T00:00:00Z");
        QTest::newRow("a month") << u"1mo"_s << at("2026-11-01T00:00:00Z");
        QTest::newRow("a year") << u"yearly"_s << at("2025-12-01T00:00:00Z");
        QTest::newRow("nothing") << u"soon"_s << QDateTime();
    }
    void aPeriodBeginsItsLengthBeforeItsEnd()
    {
        QFETCH(QString, duration);
        QFETCH(QDateTime, begin);
        QCOMPARE(periodBegin(duration, at("2026-12-01T00:00:00Z")), begin);
    }

    void whatIsSpentFasterThanThePeriodReachesItsLimit()
    {
        const auto ahead = forecast(november(60, 100), at("2026-11-16T00:00:00Z"));
        QVERIFY(ahead);
        QCOMPARE(ahead->reached, at("2026-11-26T00:00:00Z"));
        QCOMPARE(*ahead->atEnd, 120.0);
        QCOMPARE(forecastText(november(60, 100), at("2026-11-16T00:00:00Z")),
            u"At this rate it reaches its limit on Thursday, November 26, 2026."_s);
    }

    void whatIsSpentSlowlyEndsWithinTheLimit()
    {
        const auto ahead = forecast(november(20, 100), at("2026-11-16T00:00:00Z"));
        QVERIFY(ahead);
        QVERIFY(!ahead->reached.isValid());
        QCOMPARE(*ahead->atEnd, 40.0);
        QCOMPARE(
            forecastText(november(20, 100), at("2026-11-16T00:00:00Z")), u"At this rate it ends at $40.00, within the limit."_s);
    }

    void aPeriodThatHasJustBegunTellsNothing()
    {
        QVERIFY(!forecast(november(1, 100), at("2026-11-01T02:00:00Z")));
        QVERIFY(forecast(november(1, 100), at("2026-11-01T08:00:00Z")));
        QCOMPARE(forecastText(november(1, 100), at("2026-11-01T02:00:00Z")), QString());
    }

    void aBudgetWithoutAnEndIsForeseenToo()
    {
        BudgetCourse course = november(50, 100);
        course.ends = {};
        const auto ahead = forecast(course, at("2026-11-11T00:00:00Z"));
        QVERIFY(ahead);
        QVERIFY(!ahead->atEnd);
        QCOMPARE(ahead->reached, at("2026-11-21T00:00:00Z"));
    }

    void nothingSpentAndNothingKnownForeseeNothing()
    {
        QVERIFY(!forecast(november(0, 100), at("2026-11-16T00:00:00Z")));
        QVERIFY(!forecast({5, 100, {}, {}}, at("2026-11-16T00:00:00Z")));
        QVERIFY(!forecast(november(1e-9, 1e9), at("2026-11-16T00:00:00Z"))->reached.isValid());
    }

    void aLimitThatIsReachedSaysWhenItBeginsAnew()
    {
        QCOMPARE(forecastText(november(100, 100), at("2026-11-16T00:00:00Z")).section(u'.', 0, 0), u"The limit is reached"_s);
        QVERIFY(forecastText(november(100, 100), at("2026-11-16T00:00:00Z")).contains(u"December 1"_s)
            || forecastText(november(100, 100), at("2026-11-16T00:00:00Z")).contains(u"November 30"_s));
        BudgetCourse forever = november(100, 100);
        forever.ends = {};
        QVERIFY(forecastText(forever, at("2026-11-16T00:00:00Z")).contains(u"does not begin anew"_s));
    }
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
