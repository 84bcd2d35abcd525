// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/reset_time.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace gatehouse;
using namespace gatehouse::limits;

namespace {

// "2024-02-28T23:59:59" of a place, or with Z of UTC.
Clock::Wall at(const QString &text, const QString &zone = {})
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!zone.isEmpty() && !text.endsWith(u'Z') && time.timeSpec() != Qt::OffsetFromUTC)
        time = QDateTime(time.date(), time.time(), QTimeZone(zone.toUtf8()));
    else if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return Clock::Wall(std::chrono::seconds(time.toSecsSinceEpoch()));
}

QString utc(Clock::Wall wall)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(wall).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
}

void row(const char *name, const char *duration, const char *now, const char *next, const char *zone = "")
{
    QTest::newRow(name) << QString::fromUtf8(duration) << QString::fromUtf8(now) << QString::fromUtf8(next)
                        << QString::fromUtf8(zone);
}

} // namespace

class TestResetTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void budgetsBeginAnewByTheClocksOfTheirPlace_data()
    {
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("zone");

        row("a day", "1d", "2024-05-14T13:37:00Z", "2024-05-15T00:00:00Z");
        row("a day, at midnight", "1d", "2024-05-14T00:00:00Z", "2024-05-15T00:00:00Z");
        row("daily", "daily", "2024-05-14T13:37:00Z", "2024-05-15T00:00:00Z");
        row("24 hours", "24h", "2024-05-14T13:37:00Z", "2024-05-15T00:00:00Z");
        row("86400 seconds", "86400", "2024-05-14T13:37:00Z", "2024-05-15T00:00:00Z");
        row("three days", "3d", "2024-05-14T13:37:00Z", "2024-05-17T00:00:00Z");
        row("48 hours", "48h", "2024-05-14T13:37:00Z", "2024-05-16T00:00:00Z");
        row("36 hours", "36h", "2024-05-14T13:37:00Z", "2024-05-15T12:00:00Z");

        row("seven days on a Tuesday", "7d", "2024-05-14T13:37:00Z", "2024-05-20T00:00:00Z");
        row("seven days on a Monday", "7d", "2024-05-13T00:00:00Z", "2024-05-20T00:00:00Z");
        row("seven days on a Sunday", "7d", "2024-05-19T23:59:59Z", "2024-05-20T00:00:00Z");
        row("a week", "1w", "2024-05-14T13:37:00Z", "2024-05-20T00:00:00Z");
        row("weekly", "weekly", "2024-05-14T13:37:00Z", "2024-05-20T00:00:00Z");
        row("two weeks", "2w", "2024-05-14T13:37:00Z", "2024-05-27T00:00:00Z");
        row("fourteen days", "14d", "2024-05-14T13:37:00Z", "2024-05-28T00:00:00Z");

        row("30 days", "30d", "2024-01-31T10:00:00Z", "2024-02-01T00:00:00Z");
        row("a month", "1mo", "2024-01-31T10:00:00Z", "2024-02-01T00:00:00Z");
        row("monthly on 29 February", "monthly", "2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z");
        row("monthly on the first", "monthly", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z");
        row("monthly in December", "1mo", "2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z");
        row("three months", "3mo", "2024-11-30T10:00:00Z", "2025-02-01T00:00:00Z");
        row("yearly", "yearly", "2024-02-29T10:00:00Z", "2025-01-01T00:00:00Z");
        row("a day on 28 February", "1d", "2024-02-28T10:00:00Z", "2024-02-29T00:00:00Z");
        row("a day on 29 February", "1d", "2024-02-29T10:00:00Z", "2024-03-01T00:00:00Z");

        row("an hour", "1h", "2024-05-14T13:37:00Z", "2024-05-14T14:00:00Z");
        row("an hour, on the hour", "1h", "2024-05-14T13:00:00Z", "2024-05-14T14:00:00Z");
        row("hourly, at the day's end", "hourly", "2024-05-14T23:59:59Z", "2024-05-15T00:00:00Z");
        row("six hours", "6h", "2024-05-14T13:37:00Z", "2024-05-14T18:00:00Z");
        row("five hours", "5h", "2024-05-14T13:37:00Z", "2024-05-14T15:00:00Z");
        row("five hours at the day's end", "5h", "2024-05-14T20:30:00Z", "2024-05-15T00:00:00Z");
        row("thirty minutes", "30m", "2024-05-14T13:37:00Z", "2024-05-14T14:00:00Z");
        row("fifteen minutes", "15m", "2024-05-14T13:37:00Z", "2024-05-14T13:45:00Z");
        row("thirty seconds", "30s", "2024-05-14T13:37:31Z", "2024-05-14T13:38:00Z");
        row("a second", "1s", "2024-05-14T13:37:31Z", "2024-05-14T13:37:32Z");
        row("90 seconds", "90", "2024-05-14T00:01:00Z", "2024-05-14T00:01:30Z");

        row("a day in New York", "1d", "2024-05-14T03:00:00Z", "2024-05-14T04:00:00Z", "America/New_York");
        row("a day in winter", "1d", "2024-01-14T13:00:00Z", "2024-01-15T05:00:00Z", "US/Eastern");
        row("the short day", "1d", "2024-03-10T05:00:00Z", "2024-03-11T04:00:00Z", "US/Eastern"); // 23 hours
        row("the long day", "1d", "2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z", "US/Eastern");  // 25 hours
        row("a week with a change", "7d", "2024-03-05T13:00:00Z", "2024-03-11T04:00:00Z", "US/Eastern");
        row("a month with a change", "30d", "2024-11-01T13:00:00Z", "2024-12-01T05:00:00Z", "US/Eastern");
        row("before clocks go forward", "1h", "2024-03-10T06:30:00Z", "2024-03-10T07:00:00Z", "US/Eastern");
        row("six hours over the gap", "6h", "2024-03-10T05:30:00Z", "2024-03-10T10:00:00Z", "US/Eastern");
        row("two hours into the gap", "2h", "2024-03-10T06:30:00Z", "2024-03-10T08:00:00Z", "US/Eastern");
        row("half an hour into the gap", "30m", "2024-03-10T06:59:00Z", "2024-03-10T07:00:00Z", "US/Eastern");
        row("an hour shown first", "1h", "2024-11-03T05:30:00Z", "2024-11-03T06:00:00Z", "US/Eastern");
        row("an hour shown again", "1h", "2024-11-03T06:30:00Z", "2024-11-03T07:00:00Z", "US/Eastern");
        row("two hours over what is shown twice", "2h", "2024-11-03T05:30:00Z", "2024-11-03T07:00:00Z", "US/Eastern");
        row("half hours of Kolkata", "1h", "2024-05-14T13:37:00Z", "2024-05-14T14:30:00Z", "Asia/Kolkata");
        row("quarters of Kathmandu", "1d", "2024-05-14T13:37:00Z", "2024-05-14T18:15:00Z", "Asia/Kathmandu");
        row("half an hour is put forward", "1h", "2024-10-05T15:10:00Z", "2024-10-05T16:00:00Z", "Australia/Lord_Howe");
        row("no midnight in Beirut", "1d", "2024-03-30T12:00:00Z", "2024-03-30T22:00:00Z", "Asia/Beirut"); // it is 01:00 then
        row("hours to no midnight", "5h", "2024-03-30T21:00:00Z", "2024-03-30T22:00:00Z", "Asia/Beirut");
        row("a place that is none", "1d", "2024-05-14T13:37:00Z", "2024-05-15T00:00:00Z", "Atlantis/Capital");
    }

    void budgetsBeginAnewByTheClocksOfTheirPlace()
    {
        QFETCH(QString, duration);
        QFETCH(QString, now);
        QFETCH(QString, next);
        QFETCH(QString, zone);
        const auto found = nextReset({duration.toStdString(), zone.toStdString()}, at(now));
        QVERIFY(found.has_value());
        QCOMPARE(utc(*found), next);
    }

    void aResetIsAlwaysLaterThanNow()
    {
        for (const char *zone : {"UTC", "US/Eastern", "Australia/Lord_Howe", "Asia/Beirut", "America/St_Johns"}) {
            for (const char *duration : {"1s", "7m", "1h", "5h", "1d", "36h", "1w", "7d", "30d", "1mo", "yearly"}) {
                Clock::Wall now = at(QStringLiteral("2024-01-01T00:00:00Z"));
                for (int i = 0; i < 400; ++i, now += std::chrono::minutes(1371)) {
                    const auto next = nextReset({duration, zone}, now);
                    QVERIFY(next && *next > now);
                }
            }
        }
    }

    void whatIsNoDurationHasNoReset_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "0d", "0s", "-1d", "d", "1x", "1d ", "one day", "99999999999999999999d", "200000d", "1mo2"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNoDurationHasNoReset()
    {
        QFETCH(QString, text);
        QVERIFY(!nextReset({text.toStdString(), ""}, at(QStringLiteral("2024-05-14T13:37:00Z"))));
        QVERIFY(!plainReset(text.toStdString(), at(QStringLiteral("2024-05-14T13:37:00Z"))));
    }

    void aPlainResetIsADurationFromNow_data()
    {
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("zone");
        row("a day", "1d", "2024-05-14T13:37:00Z", "2024-05-15T13:37:00Z");
        row("30 days", "30d", "2024-01-31T13:37:00Z", "2024-03-01T13:37:00Z");
        row("a month from the 31st", "1mo", "2024-01-31T13:37:00Z", "2024-02-29T13:37:00Z");
        row("10 seconds", "10s", "2024-01-31T13:37:00Z", "2024-01-31T13:37:10Z");
    }

    void aPlainResetIsADurationFromNow()
    {
        QFETCH(QString, duration);
        QFETCH(QString, now);
        QFETCH(QString, next);
        QCOMPARE(utc(*plainReset(duration.toStdString(), at(now))), next);
    }
};

QTEST_GUILESS_MAIN(TestResetTime)
#include "tst_reset_time.moc"
