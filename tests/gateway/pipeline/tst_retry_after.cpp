// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/retry_after.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

constexpr qint64 nothing = -1;
// Wed, 21 Oct 2026 07:28:00 GMT
const Clock::Wall now = Clock::Wall(std::chrono::seconds(1792567680));

qint64 read(const wire::Headers &headers)
{
    const auto delay = retryAfter(headers, now);
    return delay ? qint64(delay->count()) : nothing;
}

} // namespace

class TestRetryAfter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aProvidersWordIsReadInAllItsForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds");
        const auto row = [](const char *name, const char *text, qint64 milliseconds) {
            QTest::newRow(name) << QByteArray(text) << milliseconds;
        };
        row("seconds", "30", 30000);
        row("none", "0", 0);
        row("a fraction", "1.5", 1500);
        row("a small fraction", "0.02", 20);
        row("a day", "86400", 86400000);
        row("more than a day", "86401", nothing);
        row("absurdly much", "1e300", nothing);
        row("less than nothing", "-5", nothing);
        row("a unit of its own", "30s", nothing);
        row("words", "soon", nothing);
        row("no number", "nan", nothing);
        row("infinity", "inf", nothing);
        row("nothing at all", "", nothing);
        row("a date", "Wed, 21 Oct 2026 07:28:12 GMT", 12000);
        row("this very second", "Wed, 21 Oct 2026 07:28:00 GMT", 0);
        row("a date in the past", "Wed, 21 Oct 2026 07:00:00 GMT", 0);
        row("tomorrow", "Thu, 22 Oct 2026 07:28:00 GMT", 86400000);
        row("later than that", "Thu, 22 Oct 2026 07:28:01 GMT", nothing);
        row("a day that is none", "Wed, 31 Feb 2026 07:28:00 GMT", nothing);
        row("an older form of dates", "Wednesday, 21-Oct-26 07:28:12 GMT", nothing);
    }

    void aProvidersWordIsReadInAllItsForms()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        QCOMPARE(read({{"Retry-After", text.toStdString()}}), milliseconds);
    }

    void millisecondsAreMoreExact()
    {
        QCOMPARE(read({{"retry-after", "2"}, {"retry-after-ms", "1250"}}), qint64(1250));
        QCOMPARE(read({{"retry-after-ms", "7"}}), qint64(7));
        QCOMPARE(read({{"retry-after", "2"}, {"retry-after-ms", "soon"}}), qint64(2000));
        QCOMPARE(read({{"retry-after-ms", "86400001"}}), nothing);
        QCOMPARE(read({}), nothing);
    }
};

QTEST_APPLESS_MAIN(TestRetryAfter)
#include "tst_retry_after.moc"
