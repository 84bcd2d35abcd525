// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/budget_outlook.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

QJsonObject key(double spend, const QString &duration = u"10d"_s, const QString &resetAt = u"2026-11-25T12:00:00Z"_s)
{
    return {{u"spend"_s, spend}, {u"max_budget"_s, 10}, {u"budget_duration"_s, duration}, {u"budget_reset_at"_s, resetAt}};
}

class TstBudgetOutlook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void halfOfTheTimeMeansTwiceTheMoney();
    void whatWillNotLastIsSaidInTime();
    void whatIsUsedUpSaysUntilWhen();
    void nothingIsForecastAtTheVeryBeginning();
    void aBudgetWithoutAnEndHasNoForecast();
    void aResetThatIsPastIsNone();
    void whoHasNoBudgetHasNoOutlook();
    void aBudgetOfNothingIsFull();
    void periodsAreReadAsTheGatewayWritesThem_data();
    void periodsAreReadAsTheGatewayWritesThem();
};

void TstBudgetOutlook::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TstBudgetOutlook::halfOfTheTimeMeansTwiceTheMoney()
{
    const auto outlook = BudgetOutlook::ofRecord(key(4), now);
    QCOMPARE(*outlook->forecast, 8.0);
    QCOMPARE(outlook->share(), 0.4);
    QCOMPARE(*outlook->forecastShare(), 0.8);
    QVERIFY(!outlook->emptyAt.isValid());
    QCOMPARE(outlook->figureText(), u"$4.00 of $10.00"_s);
    QCOMPARE(outlook->forecastText(now), u"About $8.00 by 25 Nov"_s);
}

void TstBudgetOutlook::whatWillNotLastIsSaidInTime()
{
    const auto outlook = BudgetOutlook::ofRecord(key(8), now); // 1.6 a day, 2 left
    QCOMPARE(outlook->emptyAt, now.addSecs(30 * 3600));
    QCOMPARE(outlook->forecastText(now), u"Used up by 21 Nov at this rate"_s);
    const auto soon = BudgetOutlook::ofRecord(key(9.9), now);
    QVERIFY(soon->forecastText(now).startsWith(u"Used up by 13:12"_s));
}

void TstBudgetOutlook::whatIsUsedUpSaysUntilWhen()
{
    const auto outlook = BudgetOutlook::ofRecord(key(10), now);
    QVERIFY(outlook->isUsedUp());
    QCOMPARE(outlook->forecastText(now), u"Used up until 25 Nov"_s);
    QCOMPARE(BudgetOutlook::ofRecord({{u"max_budget"_s, 1}, {u"spend"_s, 2}}, now)->forecastText(now), u"Used up"_s);
}

void TstBudgetOutlook::nothingIsForecastAtTheVeryBeginning()
{
    const auto outlook = BudgetOutlook::ofRecord(key(1, u"10d"_s, u"2026-11-30T11:00:00Z"_s), now);
    QVERIFY(!outlook->forecast);
    QCOMPARE(outlook->forecastText(now), u"Begins anew 30 Nov"_s);
}

void TstBudgetOutlook::aBudgetWithoutAnEndHasNoForecast()
{
    const auto outlook =
        BudgetOutlook::ofRecord({{u"max_budget"_s, 10}, {u"spend"_s, 4}, {u"budget_duration"_s, QJsonValue()}}, now);
    QVERIFY(!outlook->forecast);
    QCOMPARE(outlook->share(), 0.4);
    QCOMPARE(outlook->forecastText(now), QString());
}

void TstBudgetOutlook::aResetThatIsPastIsNone()
{
    QVERIFY(!BudgetOutlook::ofRecord(key(4, u"10d"_s, u"2026-11-19T12:00:00Z"_s), now)->resetAt.isValid());
}

void TstBudgetOutlook::whoHasNoBudgetHasNoOutlook()
{
    QVERIFY(!BudgetOutlook::ofRecord({{u"spend"_s, 4}}, now));
    QVERIFY(!BudgetOutlook::ofRecord({{u"spend"_s, 4}, {u"max_budget"_s, QJsonValue()}}, now));
    QVERIFY(!BudgetOutlook::ofProvider({}, now));
    const auto provider = BudgetOutlook::ofProvider({{u"budget_limit"_s, 100}, {u"spend"_s, 25}, {u"time_period"_s, u"1d"_s},
                                                        {u"budget_reset_at"_s, u"2026-11-21T00:00:00.000Z"_s}},
        now);
    QCOMPARE(*provider->forecast, 50.0);
}

void TstBudgetOutlook::aBudgetOfNothingIsFull()
{
    const auto outlook = BudgetOutlook::ofRecord({{u"max_budget"_s, 0}, {u"spend"_s, 0}}, now);
    QVERIFY(outlook->isUsedUp());
    QCOMPARE(outlook->share(), 1.0);
    QVERIFY(!outlook->forecastShare());
}

void TstBudgetOutlook::periodsAreReadAsTheGatewayWritesThem_data()
{
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QDateTime>("begin");
    QTest::newRow("seconds") << u"30s"_s << now.addSecs(-30);
    QTest::newRow("minutes") << u"15m"_s << now.addSecs(-900);
    QTest::newRow("hours") << u"24h"_s << now.addDays(-1);
    QTest::newRow("days") << u"7d"_s << now.addDays(-7);
    QTest::newRow("weeks") << u"2w"_s << now.addDays(-14);
    QTest::newRow("months") << u"1mo"_s << now.addMonths(-1);
    QTest::newRow("thirty days") << u"30d"_s << now.addMonths(-1);
    QTest::newRow("none") << QString() << QDateTime();
    QTest::newRow("no number") << u"d"_s << QDateTime();
    QTest::newRow("no unit") << u"12"_s << QDateTime();
    QTest::newRow("nothing at all") << u"0d"_s << QDateTime();
    QTest::newRow("ages") << u"999999999999d"_s << QDateTime();
    QTest::newRow("beyond numbers") << u"99999999999999999999d"_s << QDateTime();
}

void TstBudgetOutlook::periodsAreReadAsTheGatewayWritesThem()
{
    QFETCH(QString, duration);
    QFETCH(QDateTime, begin);
    const QDateTime half = begin.isValid() ? begin.addMSecs(begin.msecsTo(now) / 2) : now.addSecs(-10);
    QJsonObject record = key(4, duration, now.toString(Qt::ISODateWithMs));
    const auto outlook = BudgetOutlook::ofRecord(record, half);
    QCOMPARE(outlook->forecast.has_value(), begin.isValid());
    if (begin.isValid())
        QCOMPARE(*outlook->forecast, 8.0);
}

} // namespace

QTEST_GUILESS_MAIN(TstBudgetOutlook)
#include "tst_budget_outlook.moc"
