// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cache/kept.h"

#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::cache;

namespace {

Kept whole()
{
    Kept kept;
    kept.madeAt = Clock::Wall(std::chrono::microseconds(1'764'000'000'250'000));
    kept.body = "data: {\"a\":\"\\u00fc \xc3\xbc\"}\n\ndata: [DONE]\n\n";
    kept.contentType = "text/event-stream";
    kept.usage = {14, 8, 3, 2, 1, 1, 4, 5, 6, true};
    kept.finishReason = "stop";
    kept.cost = Money {115'000};
    kept.deployment = "d-1";
    kept.group = "gpt";
    kept.provider = "openai";
    kept.upstreamModel = "gpt-4o";
    return kept;
}

} // namespace

class TestKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allOfItComesBack()
    {
        const Kept one = whole();
        const auto other = keptFrom(textOf(one));
        QVERIFY(other.has_value());
        QCOMPARE(other->body, one.body);
        QCOMPARE(other->contentType, one.contentType);
        QVERIFY(std::chrono::abs(other->madeAt - one.madeAt) < std::chrono::milliseconds(1));
        QCOMPARE(other->cost.nanoDollars, one.cost.nanoDollars);
        QCOMPARE(other->usage.input, one.usage.input);
        QCOMPARE(other->usage.audioOutput, one.usage.audioOutput);
        QCOMPARE(other->usage.reasoning, one.usage.reasoning);
        QVERIFY(other->usage.reported);
        QCOMPARE(other->deployment + other->group + other->provider + other->upstreamModel + other->finishReason,
            one.deployment + one.group + one.provider + one.upstreamModel + one.finishReason);
    }

    void othersFindLiteLlmsMembers()
    {
        const auto object = wire::JsonObject::parse(textOf(whole()));
        QVERIFY(object.has_value());
        QCOMPARE(wire::jsonNumber(object->find("timestamp")).value_or(0), 1'764'000'000.25);
        QCOMPARE(wire::jsonString(object->find("response")).value_or(""), whole().body);
    }

    void whatSomebodyElseWroteIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            {"", "no JSON", "[]", "{}", R"({"timestamp":1,"response":{}})", R"({"timestamp":1,"response":"x"})"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatSomebodyElseWroteIsNone()
    {
        QFETCH(const QString, text);
        QVERIFY(!keptFrom(text.toStdString()));
    }
};

QTEST_APPLESS_MAIN(TestKept)
#include "tst_kept.moc"
