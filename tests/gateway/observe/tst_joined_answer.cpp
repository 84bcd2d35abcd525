// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/joined_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse::observe;

namespace {

QJsonObject joined(const std::string &bytes)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(joinedAnswer(bytes))).object();
}

QJsonObject messageOf(const QJsonObject &answer)
{
    return answer[QLatin1String("choices")][0][QLatin1String("message")].toObject();
}

// An event; ~ stands for an escaped quotation mark, which moc would stumble over.
std::string one(std::string json)
{
    for (std::size_t at = json.find('~'); at != std::string::npos; at = json.find('~'))
        json.replace(at, 1, "\\\"");
    return "event: x\ndata: " + json + "\n\n";
}

} // namespace

class TestJoinedAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeAnswerStaysWhatItIs()
    {
        QCOMPARE(joinedAnswer(" {\"a\": 1}"), std::string("{\"a\": 1}"));
        QCOMPARE(joinedAnswer(""), std::string());
        QCOMPARE(joinedAnswer("RIFF....WAVE"), std::string());
        QCOMPARE(joinedAnswer("{\"cut"), std::string());
    }

    void aChatAddsUpWithItsTools()
    {
        const QJsonObject answer = joined(
            one(R"({"id":"c-1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Let me "}}]})")
            + one(R"({"id":"c-1","choices":[{"index":0,"delta":{"content":"see, ~so~"}}]})")
            + one(R"({"choices":[{"index":1,"delta":{"content":"another answer"}}]})")
            + one(
                R"({"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"t0","type":"function","function":{"name":"find","arguments":""}}]}}]})")
            + one(
                R"({"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{~a~:"}},{"index":1,"id":"t1","function":{"name":"get","arguments":"{}"}}]}}]})")
            + one(
                R"({"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]},"finish_reason":"tool_calls"}]})")
            + one(R"({"choices":[],"usage":{"total_tokens":3}})") + "data: [DONE]\n\n");
        QCOMPARE(answer[QLatin1String("id")].toString(), QStringLiteral("c-1"));
        QCOMPARE(answer[QLatin1String("usage")][QLatin1String("total_tokens")].toInt(), 3);
        QCOMPARE(answer[QLatin1String("choices")][0][QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
        const QJsonObject message = messageOf(answer);
        QCOMPARE(message[QLatin1String("content")].toString(), QStringLiteral("Let me see, \"so\""));
        const QJsonArray tools = message[QLatin1String("tool_calls")].toArray();
        QCOMPARE(tools.size(), 2);
        QCOMPARE(tools[0][QLatin1String("id")].toString(), QStringLiteral("t0"));
        QCOMPARE(tools[0][QLatin1String("function")][QLatin1String("arguments")].toString(), QStringLiteral("{\"a\":1}"));
        QCOMPARE(tools[1][QLatin1String("function")][QLatin1String("name")].toString(), QStringLiteral("get"));
    }

    void anthropicsEventsAddUp()
    {
        const QJsonObject answer = joined(
            one(R"({"type":"message_start","message":{"id":"msg_1","model":"claude","usage":{"input_tokens":3}}})")
            + one(R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})")
            + one(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}})")
            + one(R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}})")
            + one(
                R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"find","input":{}}})")
            + one(R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{~q~:1}"}})")
            + one(R"({"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":9}})"));
        const QJsonObject message = messageOf(answer);
        QCOMPARE(message[QLatin1String("content")].toString(), QStringLiteral("Hello"));
        QCOMPARE(message[QLatin1String("reasoning_content")].toString(), QStringLiteral("hm"));
        QCOMPARE(message[QLatin1String("tool_calls")][0][QLatin1String("function")][QLatin1String("arguments")].toString(),
            QStringLiteral("{\"q\":1}"));
        QCOMPARE(answer[QLatin1String("id")].toString(), QStringLiteral("msg_1"));
        QCOMPARE(answer[QLatin1String("choices")][0][QLatin1String("finish_reason")].toString(), QStringLiteral("tool_use"));
    }

    void googlesWaysAddUp()
    {
        const std::string first = R"({"candidates":[{"content":{"parts":[{"text":"thinks","thought":true},{"text":"Hel"}]}}]})";
        const std::string second =
            R"({"candidates":[{"content":{"parts":[{"text":"lo"},{"functionCall":{"name":"f","args":{"a":[1,2]}}}]},"finishReason":"STOP"}]})";
        for (const std::string &bytes : {one(first) + one(second), "[" + first + "\n,\r\n" + second + "]"}) {
            const QJsonObject message = messageOf(joined(bytes));
            QCOMPARE(message[QLatin1String("content")].toString(), QStringLiteral("Hello"));
            QCOMPARE(message[QLatin1String("reasoning_content")].toString(), QStringLiteral("thinks"));
            QCOMPARE(message[QLatin1String("tool_calls")][0][QLatin1String("function")][QLatin1String("arguments")].toString(),
                QStringLiteral("{\"a\":[1,2]}"));
        }
    }

    void aStreamOfResponsesEndsWithTheWhole()
    {
        QCOMPARE(joinedAnswer(one(R"({"type":"response.output_text.delta","delta":"Hel"})")
                     + one(R"({"type":"response.completed","response":{"id":"resp_1"}})")),
            std::string(R"({"id":"resp_1"})"));
        QCOMPARE(
            messageOf(joined(one(R"({"type":"response.output_text.delta","delta":"cut"})")))[QLatin1String("content")].toString(),
            QStringLiteral("cut"));
    }

    void aHostileStreamIsPassedOver()
    {
        std::string bytes =
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":-1},{\"index\":1e300},{\"index\":\"x\"},7,null]}}]}\n";
        bytes += "data: {\"choices\":{\"a\":1}}\ndata: {\"type\":7}\ndata: {\n" + std::string("data: ") + std::string(5000, '[')
            + "\ndata:";
        for (int i = 0; i < 2000; ++i)
            bytes += "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":" + std::to_string(i) + ",\"id\":\"x\"}]}}]}\n";
        QVERIFY(messageOf(joined(bytes))[QLatin1String("tool_calls")].toArray().size() <= 256);
    }
};

QTEST_GUILESS_MAIN(TestJoinedAnswer)
#include "tst_joined_answer.moc"
