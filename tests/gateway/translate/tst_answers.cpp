// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "views.h"

#include "gateway/translate/words.h"
#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;

namespace {

std::string fixture(const char *name)
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/translate/answers/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QJsonObject firstMessage(const Answer &answer)
{
    return object(answer.body)
        .value(QLatin1String("choices"))
        .toArray()
        .first()
        .toObject()
        .value(QLatin1String("message"))
        .toObject();
}

QJsonArray content(const Answer &answer)
{
    return object(answer.body).value(QLatin1String("content")).toArray();
}

QString at(const QJsonValue &value, const char *name)
{
    return value.toObject().value(QLatin1String(name)).toString();
}

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedAnswersComeOutTheSame_data();
    void recordedAnswersComeOutTheSame();
    void theSameDialectPassesByteForByteButForTheModel_data();
    void theSameDialectPassesByteForByteButForTheModel();
    void aBareAnswerGetsWhatEveryClientReads();
    void everyCountOfUsageIsRead();
    void ofTwoCountsOfOneNameTheFirstIsRead();
    void afterAFallbackTheModelIsTheProviders();
    void thinkingToolsAndCitationsReachAnOpenAiClient();
    void theForcedJsonToolIsTheContent();
    void reasoningTextAndToolsReachAnAnthropicClientInOrder();
    void brokenArgumentsAreKeptInAnObject();
    void aRefusalIsSaidToAnAnthropicClient();
    void hugeNumbersInToolInputKeepTheirDigits();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
};

void TestAnswers::recordedAnswersComeOutTheSame_data()
{
    if (!fixtures::addCaptures({QStringLiteral("chat/openai-*"), QStringLiteral("chat/vllm-*"),
            QStringLiteral("chat/anthropic-*"), QStringLiteral("messages/anthropic-*"), QStringLiteral("messages/vllm-*"),
            QStringLiteral("messages/azure-*"), QStringLiteral("messages/mistral-*"), QStringLiteral("gateway/huge-n*")}))
        QSKIP("the recordings are not beside this repository");
}

void TestAnswers::recordedAnswersComeOutTheSame()
{
    QFETCH(QString, path);
    if (path.endsWith(QLatin1String("anthropic-error-garbage.json")))
        QSKIP("differs on purpose: a 502, see tests/replay/differences/");
    const QJsonObject capture = captured::load(path);
    const QJsonArray replies = capture.value(QLatin1String("upstream_reply")).toArray();
    const QJsonObject reply = replies.first().toObject();
    if (capture.value(QLatin1String("upstream")).toArray().isEmpty() || reply.contains(QLatin1String("sse"))
        || reply.contains(QLatin1String("reset")) || reply.contains(QLatin1String("cut")))
        QSKIP("not a whole answer of a provider");
    if (capture.contains(QLatin1String("quirk")) && !capture.value(QLatin1String("quirk")).isNull())
        QSKIP("the original's own slip");

    const View view = fixtures::viewOf(capture);
    const std::string body = fixtures::bodyOf(reply);
    const int status = reply.value(QLatin1String("status")).toInt();
    const QJsonObject want = capture.value(QLatin1String("reply")).toObject();
    const auto answer =
        status == 200 ? decodeAnswer(body, view) : Result<Answer>(Failure {classify(view.provider, view.to, status, body)});
    const std::string got = answer ? answer->body : errorBody(answer.error(), view.to);
    QCOMPARE(answer ? 200 : answer.error().httpStatus(), want.value(QLatin1String("status")).toInt());

    const captured::Mask mask(capture);
    QStringList found;
    captured::differences(captured::bodyView(want.value(QLatin1String("body")).toObject(), mask),
        captured::bodyView(object(got), mask), QStringLiteral("body"), found);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n')) + QLatin1Char('\n') + captured::text(got)));
    QVERIFY(!object(got).isEmpty());
}

void TestAnswers::theSameDialectPassesByteForByteButForTheModel_data()
{
    QTest::addColumn<bool>("anthropic");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("openai")
        << false
        << QByteArray("{ \"id\":\"x\",\"object\":\"chat.completion\",\"created\":1.0,\"vendor\":{\"model\":\"inner\"},\n "
                      "\"model\" : \"up-1\" ,"
                      "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"\\u00e9 "
                      "\\\"model\\\":\\\"up-1\\\"\",\"x\":[1e3]},"
                      "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}")
        << QByteArray("{ \"id\":\"x\",\"object\":\"chat.completion\",\"created\":1.0,\"vendor\":{\"model\":\"inner\"},\n "
                      "\"model\" : \"alias\" ,"
                      "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"\\u00e9 "
                      "\\\"model\\\":\\\"up-1\\\"\",\"x\":[1e3]},"
                      "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}");
    QTest::newRow("anthropic")
        << true
        << QByteArray("{\"id\":\"m\",\"type\":\"message\",\"model\":\"claude-up\",\"content\":[{\"type\":\"new_kind\",\"n\":1.50}"
                      "],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}")
        << QByteArray("{\"id\":\"m\",\"type\":\"message\",\"model\":\"alias\",\"content\":[{\"type\":\"new_kind\",\"n\":1.50}],"
                      "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}");
}

void TestAnswers::theSameDialectPassesByteForByteButForTheModel()
{
    QFETCH(bool, anthropic);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const ProviderTraits provider = anthropic ? fixtures::anthropic() : fixtures::openAi();
    const auto answer = decodeAnswer(before.toStdString(), fixtures::view(provider, provider.dialect));
    QVERIFY(answer);
    QCOMPARE(QByteArray::fromStdString(answer->body), after);
    QCOMPARE(answer->usage.input, 3);
    QCOMPARE(answer->usage.output, 4);
    QVERIFY(answer->usage.reported);
    QCOMPARE(answer->finishReason, std::string("stop"));
}

void TestAnswers::everyCountOfUsageIsRead()
{
    const Usage usage = readOpenAiUsage(
        R"({"completion_tokens":5,"prompt_tokens":30,"total_tokens":42,"cache_creation_input_tokens":4,"prompt_tokens_details":)"
        R"({"audio_tokens":3,"cached_tokens":20},"completion_tokens_details":{"reasoning_tokens":7,"audio_tokens":2}})");
    QVERIFY(usage.reported);
    QCOMPARE(usage.input, 30);
    QCOMPARE(usage.output, 12); // the total tells that reasoning stands beside the completion
    QCOMPARE(usage.cachedRead, 20);
    QCOMPARE(usage.cacheWrite, 4);
    QCOMPARE(usage.audioInput, 3);
    QCOMPARE(usage.reasoning, 7);
    QCOMPARE(usage.audioOutput, 2);
    QCOMPARE(readOpenAiUsage(R"({"prompt_cache_hit_tokens":6,"prompt_tokens_details":null})").cachedRead, 6);
}

void TestAnswers::ofTwoCountsOfOneNameTheFirstIsRead()
{
    const Usage usage = readOpenAiUsage(R"({"prompt_tokens":1,"prompt_tokens":2,"prompt_tokens_details":{"cached_tokens":1},)"
                                        R"("prompt_tokens_details":{"cached_tokens":9}})");
    QCOMPARE(usage.input, 1);
    QCOMPARE(usage.cachedRead, 1);
}

void TestAnswers::aBareAnswerGetsWhatEveryClientReads()
{
    const auto answer = decodeAnswer("{\"choices\":[{\"message\":{\"content\":\"Hi\"}},{\"index\":1,\"finish_reason\":null,"
                                     "\"message\":{\"tool_calls\":[{}]}}]}",
        fixtures::view(fixtures::openAi(), Dialect::OpenAiChat));
    QVERIFY(answer);
    const QJsonObject body = object(answer->body);
    QVERIFY(at(body, "id").startsWith(QLatin1String("chatcmpl-")));
    QCOMPARE(at(body, "object"), QStringLiteral("chat.completion"));
    QCOMPARE(at(body, "model"), QStringLiteral("alias"));
    QVERIFY(body.value(QLatin1String("created")).toDouble() > 1e9);
    QVERIFY(body.value(QLatin1String("usage")).isObject());
    const QJsonArray choices = body.value(QLatin1String("choices")).toArray();
    QCOMPARE(at(choices.at(0), "finish_reason"), QStringLiteral("stop"));
    QCOMPARE(choices.at(0).toObject().value(QLatin1String("index")).toInt(-1), 0);
    QCOMPARE(at(firstMessage(*answer), "role"), QStringLiteral("assistant"));
    QCOMPARE(at(choices.at(1), "finish_reason"), QStringLiteral("tool_calls"));
    QVERIFY(!answer->usage.reported);
}

void TestAnswers::afterAFallbackTheModelIsTheProviders()
{
    const auto answer =
        decodeAnswer(fixture("anthropic_rich.json"), fixtures::view(fixtures::anthropic(), Dialect::OpenAiChat, {}));
    QVERIFY(answer);
    QCOMPARE(at(object(answer->body), "model"), QStringLiteral("claude-up"));
}

void TestAnswers::thinkingToolsAndCitationsReachAnOpenAiClient()
{
    const auto answer = decodeAnswer(fixture("anthropic_rich.json"), fixtures::view(fixtures::anthropic(), Dialect::OpenAiChat));
    QVERIFY(answer);
    const QJsonObject message = firstMessage(*answer);
    QCOMPARE(at(message, "content"), QStringLiteral("One é. Two."));
    QCOMPARE(at(message, "reasoning_content"), QStringLiteral("Let me think."));
    const QJsonArray thoughts = message.value(QLatin1String("thinking_blocks")).toArray();
    QCOMPARE(thoughts.size(), 2);
    QCOMPARE(at(thoughts.at(0), "signature"), QStringLiteral("sig=="));
    QCOMPARE(at(thoughts.at(1), "type"), QStringLiteral("redacted_thinking"));
    QCOMPARE(at(thoughts.at(1), "data"), QStringLiteral("secret"));
    const QJsonArray calls = message.value(QLatin1String("tool_calls")).toArray();
    QCOMPARE(calls.size(), 2);
    QCOMPARE(at(calls.at(0), "id"), QStringLiteral("toolu_1"));
    QCOMPARE(object(at(calls.at(0).toObject().value(QLatin1String("function")), "arguments").toStdString()),
        object("{\"city\":\"Paris \\\"x\\\"\"}"));
    QCOMPARE(at(calls.at(1).toObject().value(QLatin1String("function")), "arguments"), QStringLiteral("{}"));
    const QJsonObject extras = message.value(QLatin1String("provider_specific_fields")).toObject();
    QCOMPARE(
        at(extras.value(QLatin1String("citations")).toArray().at(0).toArray().at(0), "supported_text"), QStringLiteral("Two."));
    QCOMPARE(extras.value(QLatin1String("web_search_results")).toArray().size(), 1);
    QCOMPARE(answer->finishReason, std::string("tool_calls"));
    QCOMPARE(answer->usage.input, 253);
    QCOMPARE(answer->usage.cachedRead, 200);
    QCOMPARE(answer->usage.cacheWrite, 50);
    QCOMPARE(answer->usage.cacheWrite1h, 20);
    const QJsonObject usage = object(answer->body).value(QLatin1String("usage")).toObject();
    QCOMPARE(usage.value(QLatin1String("prompt_tokens")).toInt(), 253);
    QCOMPARE(usage.value(QLatin1String("total_tokens")).toInt(), 261);
}

void TestAnswers::theForcedJsonToolIsTheContent()
{
    const std::string body =
        "{\"type\":\"message\",\"model\":\"m\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"json_tool_call\","
        "\"input\":{\"city\":\"Paris\"}}],\"stop_reason\":\"tool_use\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
    View view = fixtures::view(fixtures::anthropic(), Dialect::OpenAiChat);
    const auto call = decodeAnswer(body, view);
    QVERIFY(call);
    QCOMPARE(firstMessage(*call).value(QLatin1String("tool_calls")).toArray().size(), 1);
    view.jsonTool = true;
    const auto json = decodeAnswer(body, view);
    QVERIFY(json);
    QCOMPARE(at(firstMessage(*json), "content"), QStringLiteral("{\"city\":\"Paris\"}"));
    QVERIFY(!firstMessage(*json).contains(QLatin1String("tool_calls")));
    QCOMPARE(at(object(json->body).value(QLatin1String("choices")).toArray().at(0), "finish_reason"), QStringLiteral("stop"));
}

void TestAnswers::reasoningTextAndToolsReachAnAnthropicClientInOrder()
{
    const auto answer = decodeAnswer(
        fixture("openai_rich.json"), fixtures::view(fixtures::compatible("Hosted_vllm"), Dialect::AnthropicMessages));
    QVERIFY(answer);
    const QJsonArray blocks = content(*answer);
    QCOMPARE(blocks.size(), 4);
    QCOMPARE(at(blocks.at(0), "thinking"), QStringLiteral("Hm."));
    QCOMPARE(at(blocks.at(1), "text"), QStringLiteral("I will look.\n"));
    QCOMPARE(at(blocks.at(2), "name"), QStringLiteral("get_weather"));
    QCOMPARE(blocks.at(2).toObject().value(QLatin1String("input")).toObject(), object("{\"city\":\"Paris\"}"));
    QCOMPARE(at(blocks.at(3), "id"), QStringLiteral("call_2"));
    QVERIFY(blocks.at(3).toObject().value(QLatin1String("input")).isObject());
    const QJsonObject body = object(answer->body);
    QCOMPARE(at(body, "stop_reason"), QStringLiteral("tool_use"));
    QCOMPARE(at(body, "type"), QStringLiteral("message"));
    const QJsonObject usage = body.value(QLatin1String("usage")).toObject();
    QCOMPARE(usage.value(QLatin1String("input_tokens")).toInt(), 6); // Anthropic counts cached tokens apart
    QCOMPARE(usage.value(QLatin1String("cache_read_input_tokens")).toInt(), 8);
    QCOMPARE(answer->usage.input, 14);
}

void TestAnswers::brokenArgumentsAreKeptInAnObject()
{
    const auto answer =
        decodeAnswer("{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{"
                     "\\\"city\\\": \"}},"
                     "{\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":\"[1]\"}}]},\"finish_reason\":\"tool_calls\"}]}",
            fixtures::view(fixtures::openAi(), Dialect::AnthropicMessages));
    QVERIFY(answer);
    const QJsonArray blocks = content(*answer);
    QCOMPARE(at(blocks.at(0).toObject().value(QLatin1String("input")), "_raw"), QStringLiteral("{\"city\": "));
    QCOMPARE(at(blocks.at(1).toObject().value(QLatin1String("input")), "_raw"), QStringLiteral("[1]"));
}

void TestAnswers::aRefusalIsSaidToAnAnthropicClient()
{
    const auto answer =
        decodeAnswer("{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I cannot.\"},\"finish_reason\":\"stop\"}]}",
            fixtures::view(fixtures::openAi(), Dialect::AnthropicMessages));
    QVERIFY(answer);
    QCOMPARE(at(content(*answer).at(0), "text"), QStringLiteral("I cannot."));
    QCOMPARE(at(object(answer->body), "stop_reason"), QStringLiteral("refusal"));
}

void TestAnswers::hugeNumbersInToolInputKeepTheirDigits()
{
    const std::string body = "{\"type\":\"message\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{"
                             "\"n\":123456789012345678901234567890,"
                             "\"x\":1.10}}],\"stop_reason\":\"tool_use\"}";
    const auto answer = decodeAnswer(body, fixtures::view(fixtures::anthropic(), Dialect::OpenAiChat));
    QVERIFY(answer);
    const QString arguments =
        at(firstMessage(*answer).value(QLatin1String("tool_calls")).toArray().at(0).toObject().value(QLatin1String("function")),
            "arguments");
    QCOMPARE(arguments, QStringLiteral("{\"n\":123456789012345678901234567890,\"x\":1.10}"));
}

void TestAnswers::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"id\": \"x\", \"choi");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("object without an answer") << QByteArray("{\"ok\":true}");
    QTest::newRow("choices and content of a wrong type") << QByteArray("{\"choices\":{},\"content\":\"x\"}");
    QTest::newRow("not utf-8") << QByteArray("{\"choices\":[],\"content\":[],\"x\":\"\xff\"}");
    QTest::newRow("too deep") << ("{\"choices\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}");
    QTest::newRow("an error object") << QByteArray(
        "{\"error\":{\"message\":\"down\",\"code\":502},\"choices\":[],\"content\":[]}");
    QTest::newRow("an error text") << QByteArray("{\"error\":\"down\"}");
}

void TestAnswers::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const ProviderTraits &provider : {fixtures::openAi(), fixtures::anthropic()}) {
        for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
            const auto answer = decodeAnswer(body.toStdString(), fixtures::view(provider, to));
            QVERIFY(!answer);
            QVERIFY(answer.error().httpStatus() >= 500);
            QVERIFY(wire::JsonObject::parse(errorBody(answer.error(), to)));
        }
    }
}

QTEST_APPLESS_MAIN(TestAnswers)
#include "tst_answers.moc"
