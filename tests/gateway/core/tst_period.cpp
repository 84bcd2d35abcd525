// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/period.h"

#include <QDateTime>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;

namespace {

Clock::Wall wall(const QString &text)
{
    return Clock::Wall(std::chrono::milliseconds(QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch()));
}

} // namespace

class TestPeriod : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPeriodIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("months");
        const auto row = [](const char *text, qint64 seconds, int months) {
            QTest::newRow(text) << QByteArray(text) << seconds << months;
        };
        row("30s", 30, 0);
        row("30m", 1800, 0);
        row("24h", 86400, 0);
        row("7d", 604800, 0);
        row("1w", 604800, 0);
        row("1mo", 0, 1);
        row("12mo", 0, 12);
        row("90", 90, 0);
        row("hourly", 3600, 0);
        row("daily", 86400, 0);
        row("weekly", 604800, 0);
        row("monthly", 2592000, 0);
        row("yearly", 31536000, 0);
    }

    void aPeriodIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        QFETCH(int, months);
        const auto period = periodFrom(text.toStdString());
        QVERIFY(period);
        QCOMPARE(qint64(period->seconds.count()), seconds);
        QCOMPARE(period->months, months);
    }

    void whatIsNoPeriodIsNotRead()
    {
        for (const char *text : {"", "d", "1", "0d", "0mo", "-1d", "1y", "1 d", "1D", "sometimes", "1.5h", "101mo0", "1201mo",
                 "36501d", "99999999999999999999s", "9223372036854775807w"})
            QCOMPARE(periodFrom(text).has_value(), QByteArray(text) == "1");
    }

    void itsEndIsOnTheCalendar_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QByteArray>("period");
        QTest::addColumn<QString>("end");
        QTest::newRow("a day") << "2026-02-28T10:00:00.500Z" << QByteArray("1d") << "2026-03-01T10:00:00.500Z";
        QTest::newRow("a month") << "2026-03-15T10:00:00.500Z" << QByteArray("1mo") << "2026-04-15T10:00:00.500Z";
        QTest::newRow("a shorter month") << "2026-01-31T23:59:59.000Z" << QByteArray("1mo") << "2026-02-28T23:59:59.000Z";
        QTest::newRow("a leap year") << "2028-01-31T00:00:00.000Z" << QByteArray("1mo") << "2028-02-29T00:00:00.000Z";
        QTest::newRow("over the year's end") << "2026-12-05T00:00:00.000Z" << QByteArray("2mo") << "2027-02-05T00:00:00.000Z";
    }

    void itsEndIsOnTheCalendar()
    {
        QFETCH(QString, begin);
        QFETCH(QByteArray, period);
        QFETCH(QString, end);
        QVERIFY(periodFrom(period.toStdString())->after(wall(begin)) == wall(end));
    }
};

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"
