// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/chat_question.h"
#include "ui/models/traffic_record.h"
#include "ui/models/traffic_row.h"
#include "ui/pages/playground/answer_figures.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

CapturedQuestion captured(const QString &body)
{
    TrafficRecord record;
    record.row.model = u"gpt"_s;
    record.clientRequest.isThere = true;
    record.clientRequest.body = body;
    record.clientResponse.body = u"{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"the answer\"}}]}"_s;
    return questionOf(record);
}

} // namespace

class ChatQuestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuestionIsTakenOutOfEveryDialect_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("OpenAI")
            << u"{\"temperature\": 0.5, \"max_completion_tokens\": 7, \"messages\": ["
               "{\"role\": \"developer\", \"content\": \"Be brief.\"}, {\"role\": \"user\", \"content\": \"a\"},"
               "{\"role\": \"assistant\", \"content\": \"b\"}, {\"role\": \"user\", \"content\": \"c\"}]}"_s;
        QTest::newRow("Anthropic") << u"{\"temperature\": 0.5, \"max_tokens\": 7, \"system\": \"Be brief.\", \"messages\": ["
                                      "{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"},"
                                      "{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"c\"}]}]}"_s;
        QTest::newRow("Google")
            << u"{\"generationConfig\": {\"temperature\": 0.5, \"maxOutputTokens\": 7},"
               "\"systemInstruction\": {\"parts\": [{\"text\": \"Be brief.\"}]}, \"contents\": ["
               "{\"role\": \"user\", \"parts\": [{\"text\": \"a\"}]}, {\"role\": \"model\", \"parts\": [{\"text\": \"b\"}]},"
               "{\"role\": \"user\", \"parts\": [{\"text\": \"c\"}]}]}"_s;
    }

    void aQuestionIsTakenOutOfEveryDialect()
    {
        QFETCH(QString, body);
        const CapturedQuestion read = captured(body);
        const ChatQuestion &question = read.question;
        QCOMPARE(question.model, u"gpt"_s);
        QCOMPARE(question.system, u"Be brief."_s);
        QCOMPARE(question.text, u"c"_s);
        QCOMPARE(question.before.size(), 2);
        QCOMPARE(question.before[0].role + u' ' + question.before[0].text, u"user a"_s);
        QCOMPARE(question.before[1].role + u' ' + question.before[1].text, u"assistant b"_s);
        QCOMPARE(question.temperature, std::optional(0.5));
        QCOMPARE(question.mostTokens, std::optional(7));
        QCOMPARE(read.leftOut, 0);
    }

    void whatIsNoTextIsCountedAndStaysBehind()
    {
        const CapturedQuestion read =
            captured(u"{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"see\"},"
                     "{\"type\": \"image_url\", \"image_url\": {\"url\": \"data:image/png;base64,AAAA\"}}]},"
                     "{\"role\": \"assistant\", \"content\": null, \"tool_calls\": [{\"id\": \"1\", \"function\": {\"name\": "
                     "\"f\", \"arguments\": \"{}\"}}]},"
                     "{\"role\": \"tool\", \"tool_call_id\": \"1\", \"content\": \"42\"}]}"_s);
        QCOMPARE(read.question.text, u"see"_s);
        QVERIFY(read.question.before.isEmpty());
        QCOMPARE(read.leftOut, 3);
    }

    void nothingThatWasLeftAtItsDefaultIsSent()
    {
        ChatQuestion question;
        question.model = u"gpt"_s;
        question.text = u"hello"_s;
        const QJsonObject body = question.body();
        QCOMPARE(body.keys(), (QStringList {u"messages"_s, u"model"_s, u"stream"_s, u"stream_options"_s}));
        QCOMPARE(body.value("messages"_L1).toArray().size(), 1);
    }

    void theSpeedIsThatOfTheAnswerOnceItHasBegun()
    {
        TrafficRow row;
        row.outputTokens = 50;
        row.inputTokens = 3;
        row.firstTokenMs = 500;
        row.durationMs = 1500;
        row.cost = 0.25;
        const AnswerFigures figures = figuresOf(row);
        QCOMPARE(figures.tokensPerSecond, std::optional(50.0));
        QCOMPARE(figures.cost, std::optional(0.25));
        row.durationMs = 500; // it came in one piece
        QVERIFY(!figuresOf(row).tokensPerSecond);
    }

    void whileItComesItsTokensAreGuessed()
    {
        ChatStream::Figures stream;
        stream.tokens = 4;
        stream.firstMs = 100;
        stream.elapsedMs = 600;
        const AnswerFigures figures = figuresOf(stream);
        QVERIFY(!figures.isCounted);
        QCOMPARE(figures.tokensPerSecond, std::optional(8.0));
        QVERIFY(!figures.cost);
    }
};

QTEST_GUILESS_MAIN(ChatQuestionTest)
#include "tst_chat_question.moc"
