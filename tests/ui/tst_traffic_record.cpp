// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "record_examples.h"
#include "ui/models/body_text.h"
#include "ui/models/conversation.h"
#include "ui/models/said_stream.h"
#include "ui/models/traffic_curl.h"
#include "ui/models/traffic_record.h"
#include "ui/models/traffic_spans.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

TrafficRecord withBodies(const QString &request, const QString &response)
{
    TrafficRecord record;
    record.clientRequest.isThere = true;
    record.clientRequest.body = request;
    record.clientResponse.body = response;
    return record;
}

/// "role kind name: text", a line for each part.
QString told(const QList<SaidMessage> &messages)
{
    const char *kinds[] = {"text", "reasoning", "call", "result", "file", "other"};
    QStringList lines;
    for (const SaidMessage &message : messages) {
        for (const SaidPart &part : message.parts)
            lines.append(u"%1%2 %3 %4: %5%6"_s.arg(message.role, message.isAnswer ? u"*"_s : u""_s,
                QLatin1StringView(kinds[int(part.kind)]), part.name, part.text,
                part.bytes > 0 ? QString::number(part.bytes) : QString()));
    }
    return lines.join(u'\n');
}

} // namespace

class TrafficRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConversationIsReadInEveryDialect_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("response");
        QTest::addColumn<QString>("said");
        for (const SaidExample &example : saidExamples())
            QTest::newRow(example.name) << example.request << example.response << example.said;
    }

    void aConversationIsReadInEveryDialect()
    {
        QFETCH(QString, request);
        QFETCH(QString, response);
        QFETCH(QString, said);
        QCOMPARE(told(conversationOf(withBodies(request, response))), said);
    }

    void jsonIsIndentedAlsoWhereItWasCut_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("text");
        for (const BodyExample &example : bodyExamples())
            QTest::newRow(example.name) << example.body << example.text;
    }

    void jsonIsIndentedAlsoWhereItWasCut()
    {
        QFETCH(QString, body);
        QFETCH(QString, text);
        QCOMPARE(readableBody(body).text, text);
        QVERIFY(readableBody(body).isWhole);
    }

    void hugeBodiesAreShownAsFarAsAViewCanBear()
    {
        const QString image = u"{\"image\":\""_s + QString(16 * 1024 * 1024, u'A') + u"\",\"after\":1}"_s;
        const BodyText shown = readableBody(image);
        QVERIFY(!shown.isWhole);
        QVERIFY(shown.text.size() < 10000);
        QVERIFY(shown.text.contains(u"\"after\": 1"_s));
        const BodyText deep = readableBody(QString(2000000, u'['));
        QVERIFY(!deep.isWhole);
        QVERIFY(deep.text.size() < 300000);
        QVERIFY(readableBody(u"x\n"_s.repeated(5000000)).text.size() < 300000);
        QVERIFY(readableBody(QString(5000000, u'x')).text.size() < 10000);
    }

    void aRecordIsReadAsTheApiWritesIt()
    {
        const auto record = TrafficRecord::fromJson(recordExample());
        QVERIFY(record);
        QCOMPARE(record->row.id, 7);
        QVERIFY(record->isCaptured);
        QCOMPARE(record->clientRequest.header(u"content-type"_s), u"application/json"_s);
        QVERIFY(!record->clientResponse.isThere);
        QCOMPARE(record->attempts.size(), 2);
        QVERIFY(record->attempts[0].response.isBinary);
        QCOMPARE(record->attempts[0].fault, u"Overloaded"_s);
        QCOMPARE(record->decisions[0].candidates[0].why, u"429"_s);
        QCOMPARE(record->decisions[0].notListed, 3);
        QCOMPARE(record->costs[0].units, 11.0);
        QCOMPARE(record->cache.reasons, QStringList {u"r"_s});
        QCOMPARE(record->account.size(), 2);
        const QList<TrafficSpan> spans = spansOf(*record, 0);
        QCOMPARE(spans.size(), 6); // the whole, the line, the checks, the first attempt twice, the second that was never answered
        QCOMPARE(spans[3].begin, 3.0);
        QCOMPARE(spans[3].end, 10.0);
        QVERIFY(spans[4].isFailed);
        QCOMPARE(spans[5].end, 90.0);
        QVERIFY(spans[5].isFailed);
    }

    void nonsenseIsNoRecord_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("half") << QByteArray("{\"id\":");
    }

    void nonsenseIsNoRecord()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!TrafficRecord::fromJson(json));
    }

    void aRecordOfWrongKindsIsEmpty()
    {
        const auto record = TrafficRecord::fromJson(wrongRecordExample());
        QVERIFY(record);
        QVERIFY(!record->clientRequest.isThere);
        QCOMPARE(spansOf(*record, -5).first().end, 0.0);
        QVERIFY(conversationOf(*record).isEmpty());
    }

    void theLineForAShellHasNoKeyAndNoHoles()
    {
        TrafficRecord record = withBodies(u"{\"a\":\"it's\"}"_s, {});
        record.clientRequest.method = u"POST"_s;
        record.clientRequest.address = u"/v1/messages"_s;
        record.clientRequest.headers = {
            {u"Authorization"_s, u"[redacted]"_s}, {u"anthropic-version"_s, u"2023-06-01"_s}, {u"X-Api-Key"_s, u"sk-secret"_s}};
        const QString line = curlOf(record, u"http://127.0.0.1:4000"_s);
        QVERIFY(line.startsWith(u"curl 'http://127.0.0.1:4000/v1/messages'"_s));
        QVERIFY(line.contains(u"$GATEHOUSE_KEY"_s));
        QVERIFY(line.contains(u"anthropic-version: 2023-06-01"_s));
        QVERIFY(line.contains(u"it'\\''s"_s));
        QVERIFY(!line.contains(u"redacted"_s) && !line.contains(u"secret"_s));
        QVERIFY(curlOf({}, u"x"_s).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TrafficRecordTest)
#include "tst_traffic_record.moc"
