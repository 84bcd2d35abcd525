// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "views.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::reassembled;
using captured::text;

class TestMock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedMocksComeOutTheSame_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("mock");
        const QDir folder = captured::folder();
        if (!folder.exists())
            QSKIP("the recordings are not beside this repository");
        const auto row = [&](const char *file, const char *mock) {
            QTest::newRow(file) << folder.filePath(QLatin1String(file)) << QByteArray(mock);
        };
        row("gateway/mock-deployment-500.json", "litellm.InternalServerError");
        row("gateway/mock-deployment-context.json", "litellm.ContextWindowExceededError");
        row("gateway/mock-deployment-exception.json", "Exception: oh no");
        row("gateway/mock-deployment-policy.json", "litellm.ContentPolicyViolationError");
        row("messages/anthropic-mocked.json", "This is a canned answer.");
    }
    void recordedMocksComeOutTheSame()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, mock);
        const QJsonObject capture = captured::load(path);
        const QJsonObject want = capture.value(QLatin1String("reply")).toObject();
        View view = fixtures::viewOf(capture);
        const auto answer = mockAnswer(mock.toStdString(), view);
        QCOMPARE(answer ? 200 : answer.error().httpStatus(), want.value(QLatin1String("status")).toInt());
        const captured::Mask mask(capture);
        QStringList found;
        captured::differences(captured::bodyView(want.value(QLatin1String("body")).toObject(), mask),
            captured::bodyView(object(answer ? answer->body : errorBody(answer.error(), view.to)), mask), QStringLiteral("body"),
            found);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void aMockAnswersInBothDialects()
    {
        const auto chat = mockAnswer("Hé \"x\"", fixtures::view(fixtures::openAi(), Dialect::OpenAiChat));
        QVERIFY(chat);
        QCOMPARE(chat->usage.input, 10);
        QCOMPARE(chat->usage.output, 20);
        const QJsonObject message = object(chat->body)
                                        .value(QLatin1String("choices"))
                                        .toArray()
                                        .first()
                                        .toObject()
                                        .value(QLatin1String("message"))
                                        .toObject();
        QCOMPARE(message.value(QLatin1String("content")).toString(), QStringLiteral("Hé \"x\""));
        const auto messages = mockAnswer("Hé", fixtures::view(fixtures::anthropic(), Dialect::AnthropicMessages));
        QVERIFY(messages);
        const QJsonObject body = object(messages->body);
        QCOMPARE(body.value(QLatin1String("content")).toArray().first().toObject().value(QLatin1String("text")).toString(),
            QStringLiteral("Hé"));
        QCOMPARE(body.value(QLatin1String("model")).toString(), QStringLiteral("alias"));
        QVERIFY(body.value(QLatin1String("id")).toString().startsWith(QLatin1String("msg_")));
    }

    void aMockStreamsInStepsOfThreeCharacters()
    {
        View view = fixtures::view(fixtures::openAi(), Dialect::OpenAiChat);
        view.wantsUsage = true;
        const auto chat = mockStream("aéü日本語 x", view);
        QVERIFY(chat);
        const QJsonObject first =
            reassembled(text(chat->body)).value(QLatin1String("choices")).toObject().value(QLatin1String("0")).toObject();
        QCOMPARE(first.value(QLatin1String("content")).toString(), QStringLiteral("aéü日本語 x"));
        QCOMPARE(first.value(QLatin1String("finish_reason")).toString(), QStringLiteral("stop"));
        QCOMPARE(text(chat->body).count(QLatin1String("\"content\":")), 3);
        QVERIFY(text(chat->body).contains(QStringLiteral("\"aéü\"")));
        QVERIFY(text(chat->body).endsWith(QLatin1String("data: [DONE]\n\n")));
        QVERIFY(reassembled(text(chat->body)).contains(QLatin1String("usage")));

        const auto messages = mockStream("Hello", fixtures::view(fixtures::anthropic(), Dialect::AnthropicMessages));
        QVERIFY(messages);
        const QJsonObject whole = reassembled(text(messages->body));
        QCOMPARE(whole.value(QLatin1String("content")).toArray().first().toObject().value(QLatin1String("text")).toString(),
            QStringLiteral("Hello"));
        QCOMPARE(
            whole.value(QLatin1String("message")).toObject().value(QLatin1String("model")).toString(), QStringLiteral("alias"));
        QCOMPARE(whole.value(QLatin1String("end_usage")).toObject().value(QLatin1String("output_tokens")).toInt(), 20);
        QVERIFY(text(messages->body).endsWith(QLatin1String("{\"type\":\"message_stop\"}\n\n")));
    }

    void anEmptyMockIsStillAWholeAnswer()
    {
        for (const Dialect dialect : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
            const View view = fixtures::view(fixtures::openAi(), dialect);
            QVERIFY(mockAnswer({}, view));
            const auto stream = mockStream({}, view);
            QVERIFY(stream);
            QVERIFY(text(stream->body).contains(QLatin1String(dialect == Dialect::OpenAiChat ? "[DONE]" : "message_stop")));
        }
    }

    void theSpecialTextsFail()
    {
        const View view = fixtures::view(fixtures::openAi(), Dialect::OpenAiChat);
        QCOMPARE(mockAnswer("litellm.RateLimitError", view).error().httpStatus(), 429);
        QCOMPARE(mockStream("litellm.InternalServerError", view).error().httpStatus(), 500);
        QCOMPARE(mockStream("litellm.ContextWindowExceededError", view).error().fault, Fault::ContextWindowExceeded);
        QVERIFY(mockAnswer("litellm.ContentPolicyViolationError", view));
    }
};

QTEST_APPLESS_MAIN(TestMock)
#include "tst_mock.moc"
