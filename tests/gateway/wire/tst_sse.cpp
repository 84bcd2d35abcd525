// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/sse.h"

#include <QTest>

using namespace gatehouse::wire;

namespace {

QStringList eventsOf(std::string_view text, std::size_t step)
{
    SseParser parser;
    QStringList result;
    for (std::size_t at = 0; at < text.size(); at += step) {
        parser.feed(text.substr(at, step));
        while (const auto event = parser.next())
            result << QString::fromUtf8(event->name.data(), qsizetype(event->name.size())) + QLatin1Char('|')
                    + QString::fromUtf8(event->data.data(), qsizetype(event->data.size()));
    }
    return result;
}

} // namespace

class TestSse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eventsAreTheSameHoweverTheyArrive()
    {
        const std::string_view text =
            ": hello\n\nevent: ping\ndata: {}\n\ndata: a\r\ndata:b\r\n\r\ndata: c\rid: 7\r\rdata:  d\n\n";
        const QStringList expected {
            QStringLiteral("ping|{}"), QStringLiteral("|a\nb"), QStringLiteral("|c"), QStringLiteral("| d")};
        for (std::size_t step = 1; step <= text.size(); ++step)
            QCOMPARE(eventsOf(text, step), expected);
    }

    void halfAnEventIsARest()
    {
        SseParser parser;
        parser.feed("data: {\"a\":1}\n");
        QVERIFY(!parser.next());
        QVERIFY(parser.hasRest());
        parser.feed("\n");
        QVERIFY(parser.next());
        QVERIFY(!parser.next());
        QVERIFY(!parser.hasRest());
    }

    void anEndlessLineBreaksTheStream()
    {
        SseParser parser;
        const std::string megabyte(1024 * 1024, 'x');
        for (int i = 0; i < 20; ++i)
            parser.feed(megabyte);
        QVERIFY(parser.overflowed());
        QVERIFY(!parser.next());
    }
};

QTEST_APPLESS_MAIN(TestSse)
#include "tst_sse.moc"
