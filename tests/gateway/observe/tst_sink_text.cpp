// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/random_ids.h"
#include "gateway/observe/sinks/text.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;
using std::chrono::microseconds;

namespace {

std::chrono::system_clock::time_point at(std::int64_t micros)
{
    return std::chrono::system_clock::time_point(microseconds(micros));
}

QString said(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

class TestSinkText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesAreWrittenAsTheCalendarHasThem()
    {
        for (const char *date : {"1970-01-01T00:00:00", "1999-12-31T23:59:59", "2000-02-29T12:34:56", "2026-03-01T00:00:00",
                 "2028-02-29T23:59:59", "2100-03-01T01:02:03", "2262-01-01T23:59:59"}) {
            const qint64 seconds = QDateTime::fromString(QLatin1String(date) + QLatin1Char('Z'), Qt::ISODate).toSecsSinceEpoch();
            const QString text = QLatin1String(date);
            for (const int micros : {0, 1, 120'000, 999'999}) {
                const QString fraction = QString::number(1'000'000 + micros).mid(1);
                const auto time = at(seconds * 1'000'000 + micros);
                QCOMPARE(said(isoMicros(time)), text + QLatin1Char('.') + fraction + QLatin1Char('Z'));
                QCOMPARE(said(epochSeconds(time)), QString::number(seconds) + QLatin1Char('.') + fraction);
                const Stamp stamp = stampOf(time);
                QCOMPARE(said(stamp.day), text.left(10));
                QCOMPARE(
                    said(stamp.time), text.mid(11).replace(QLatin1Char(':'), QLatin1Char('-')) + QLatin1Char('-') + fraction);
            }
        }
        QCOMPARE(said(isoMicros(at(-1))), QStringLiteral("1970-01-01T00:00:00.000000Z"));
    }

    void durationsAreDecimals()
    {
        QCOMPARE(said(secondsOf(microseconds(1'000'001))), QStringLiteral("1.000001"));
        QCOMPARE(said(secondsOf(microseconds(-5))), QStringLiteral("0.000000"));
        QCOMPARE(said(millisecondsOf(microseconds(100'001))), QStringLiteral("100.001"));
        QCOMPARE(said(millisecondsOf(microseconds(100'020))), QStringLiteral("100.02"));
        QCOMPARE(said(millisecondsOf(microseconds(100'000))), QStringLiteral("100"));
        QCOMPARE(said(millisecondsOf(microseconds(-5))), QStringLiteral("0"));
    }

    void onlyWhatHasLineBreaksIsCopied()
    {
        std::string room;
        const std::string_view flat = "[1, 2]";
        QCOMPARE(onOneLine(flat, room).data(), flat.data());
        QCOMPARE(said(onOneLine("[1,\r\n2]", room)), QStringLiteral("[1,  2]"));
    }

    void idsAreUuidsThatNobodyElseHas()
    {
        RandomIds one, other;
        QSet<QString> all;
        for (int i = 0; i < 1000; ++i) {
            for (RandomIds *ids : {&one, &other}) {
                const QString id = said(ids->next());
                const QUuid uuid(id);
                QCOMPARE(uuid.toString(QUuid::WithoutBraces), id);
                QCOMPARE(uuid.version(), QUuid::Random);
                QCOMPARE(uuid.variant(), QUuid::DCE);
                all << id;
            }
        }
        QCOMPARE(all.size(), 2000);
    }
};

QTEST_GUILESS_MAIN(TestSinkText)
#include "tst_sink_text.moc"
