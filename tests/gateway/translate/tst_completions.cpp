// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "recorded_exchange.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::reassembled;
using captured::text;
using fixtures::Run;

namespace {

ProviderTraits completions()
{
    return {"text-completion-openai", "OpenAI", Dialect::OpenAiText, true};
}

ProviderTraits codestral()
{
    return {"text-completion-codestral", "Codestral", Dialect::OpenAiText, false,
        {Quirk::ChatShaped, Quirk::NoUser, Quirk::RandomSeed, Quirk::NoStreamOptions}};
}

/// What \a provider is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const ProviderTraits &provider, const std::string &body, Dialect door = Dialect::OpenAiText)
{
    return request_cases::sent(request_cases::deployment(provider, "m-1"), body, door);
}

QString refusal(const ProviderTraits &provider, const std::string &body, Dialect door = Dialect::OpenAiText)
{
    return sent(provider, body, door).value(QLatin1String("refused")).toString();
}

QJsonObject json(const char *words)
{
    return object(words);
}

std::string prompting(const std::string &rest)
{
    return R"({"model":"m","prompt":"Once")" + rest + '}';
}

/// The stream in pieces of \a size bytes.
Run run(const ProviderTraits &provider, Dialect to, std::string_view bytes, std::size_t size = std::string_view::npos)
{
    View view = fixtures::view(provider, to);
    view.wantsUsage = true;
    return fixtures::runOf(view, "text/event-stream", bytes, size);
}

std::string chunk(const std::string &words, const std::string &finish = "null")
{
    return R"(data: {"id":"cmpl-1","object":"text_completion","created":7,"model":"up","choices":[{"index":0,"text":")" + words
        + R"(","logprobs":null,"finish_reason":)" + finish + "}]}\n\n";
}

const std::string usageChunk =
    R"(data: {"id":"cmpl-1","object":"text_completion","created":7,"model":"up","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}})"
    "\n\n";
const std::string done = "data: [DONE]\n\n";
const std::string story = chunk("Once ") + chunk("upon") + chunk(" a time.") + chunk("", "\"stop\"") + usageChunk + done;

/// The texts of a stream of completions, and how it ended.
std::pair<std::string, std::string> told(const std::string &out)
{
    std::pair<std::string, std::string> result;
    for (const QString &event : text(out).split(QStringLiteral("\n\n"))) {
        const QJsonObject chunk = object(event.mid(6).toStdString());
        const QJsonValue choice = chunk[QLatin1String("choices")].toArray().first();
        result.first += choice[QLatin1String("text")].toString().toStdString();
        if (const QString finish = choice[QLatin1String("finish_reason")].toString(); !finish.isEmpty())
            result.second = finish.toStdString();
    }
    return result;
}

} // namespace

/// OpenAI's older completions, as callers speak them and as providers do.
class TestCompletions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPromptBecomesWhatTheUserSays();
    void aPromptThatIsNoTextIsRefused_data();
    void aPromptThatIsNoTextIsRefused();
    void whatAChatCannotAnswerIsRefused_data();
    void whatAChatCannotAnswerIsRefused();
    void whatSaysNothingIsLeftOut();
    void aProviderOfCompletionsIsSentThemAsTheyAre();
    void codestralIsSentItsOwnWords();
    void aChatBecomesAPrompt();
    void aDialogueSaysWhoSpeaks();
    void anAnthropicClientReachesACompletionsModel();
    void whatAPromptCannotCarryIsNamed_data();
    void whatAPromptCannotCarryIsNamed();

    void anAnswerOfAnyDialectBecomesACompletion();
    void aCompletionsAnswerIsRelayed();
    void aCompletionsAnswerReachesAChatClient();
    void codestralsAnswerBecomesACompletion();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
    void aStreamAddsUpHoweverItArrives_data();
    void aStreamAddsUpHoweverItArrives();
    void everyTruncationOfAStreamIsAnError();
    void aChatStreamBecomesACompletionsStream();
    void anErrorInsideAStreamIsOne();
    void errorsAreInOpenAisShape();
    void aMockAnswersAPrompt();
};

void TestCompletions::aPromptBecomesWhatTheUserSays()
{
    const char *expected = R"({"model":"m-1","messages":[{"role":"user","content":"Once"}],"max_tokens":5,"stop":"END"})";
    QCOMPARE(sent(fixtures::openAi(), prompting(R"(,"max_tokens":5,"stop":"END")")), json(expected));
    const QJsonObject anthropic = sent(fixtures::anthropic(), R"({"model":"m","prompt":["Once"],"max_tokens":5})");
    QCOMPARE(anthropic[QLatin1String("messages")].toArray().first()[QLatin1String("role")].toString(), QStringLiteral("user"));
    QVERIFY(!anthropic.contains(QLatin1String("prompt")));
    QCOMPARE(anthropic[QLatin1String("max_tokens")].toInt(), 5);
}

void TestCompletions::aPromptThatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("prompt");
    QTest::addColumn<QString>("says");
    QTest::newRow("several") << QByteArray(R"(["a","b"])") << QStringLiteral("answers one at a time");
    QTest::newRow("tokens") << QByteArray("[1,2,3]") << QStringLiteral("holds token ids");
    QTest::newRow("lists of tokens") << QByteArray("[[1,2],[3]]") << QStringLiteral("holds token ids");
    QTest::newRow("nothing") << QByteArray("[]") << QStringLiteral("must not be empty");
    QTest::newRow("an object") << QByteArray("{}") << QStringLiteral("must be a text");
    QTest::newRow("a list of nothing") << QByteArray("[null]") << QStringLiteral("must be a text");
    QTest::newRow("a number") << QByteArray("7") << QStringLiteral("must be a text");
}

void TestCompletions::aPromptThatIsNoTextIsRefused()
{
    QFETCH(QByteArray, prompt);
    QFETCH(QString, says);
    const std::string body = R"({"model":"m","prompt":)" + prompt.toStdString() + '}';
    const QString refused = refusal(fixtures::openAi(), body);
    QVERIFY2(refused.contains(says), qPrintable(refused));
    QVERIFY(sent(completions(), body).contains(QLatin1String("prompt"))); // a provider of completions judges itself
}

void TestCompletions::whatAChatCannotAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("member");
    for (const char *member : {R"("suffix":"end")", R"("echo":true)", R"("best_of":3)", R"("logprobs":0)", R"("n":2)"})
        QTest::newRow(member) << QByteArray(member);
}

void TestCompletions::whatAChatCannotAnswerIsRefused()
{
    QFETCH(QByteArray, member);
    const std::string asked = "," + member.toStdString();
    for (const ProviderTraits &provider : {fixtures::openAi(), fixtures::anthropic()}) {
        QVERIFY(refusal(provider, prompting(asked)).contains(QStringLiteral("does not support parameters: ['")));
        const QJsonObject dropped = sent(provider, prompting(asked + R"(,"drop_params":true,"max_tokens":3)"));
        QVERIFY(dropped.contains(QLatin1String("messages")));
        QVERIFY(!dropped.contains(text(std::string(member.mid(1, member.indexOf('"', 1) - 1)))));
    }
}

void TestCompletions::whatSaysNothingIsLeftOut()
{
    QCOMPARE(sent(fixtures::openAi(), prompting(R"(,"n":1,"best_of":1,"echo":false,"suffix":"","logprobs":null)")),
        json(R"({"model":"m-1","messages":[{"role":"user","content":"Once"}]})"));
}

void TestCompletions::aProviderOfCompletionsIsSentThemAsTheyAre()
{
    const std::string rest =
        R"(,"suffix":"x","echo":true,"best_of":2,"logprobs":5,"n":2,"user":"u","vendor":{"a":[1]},"stream":true)";
    QJsonObject expected = object(prompting(rest));
    expected[QLatin1String("model")] = QStringLiteral("m-1");
    expected[QLatin1String("stream_options")] = json(R"({"include_usage":true})"); // it is billed
    QCOMPARE(sent(completions(), prompting(rest)), expected);
}

void TestCompletions::codestralIsSentItsOwnWords()
{
    QCOMPARE(sent(codestral(),
                 prompting(R"(,"suffix":"x","seed":4,"user":"u","stream":true,"stream_options":{"include_usage":true})")),
        json(R"({"model":"m-1","prompt":"Once","suffix":"x","random_seed":4,"stream":true})"));
}

void TestCompletions::aChatBecomesAPrompt()
{
    const std::string body = R"({"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[
        {"type":"text","text":"Who "},{"type":"text","text":"are you?"}]}],"max_completion_tokens":5,"temperature":0.5,"stop":["a"],
        "seed":1,"suffix":"x","n":1,"tool_choice":"none"})";
    QCOMPARE(sent(completions(), body, Dialect::OpenAiChat),
        json(
            R"({"model":"m-1","prompt":"Be brief.\n\nWho are you?","max_tokens":5,"temperature":0.5,"stop":["a"],"seed":1,"suffix":"x"})"));
}

void TestCompletions::aDialogueSaysWhoSpeaks()
{
    const std::string body = R"({"model":"m","messages":[{"role":"system","content":"S"},{"role":"user","content":"A?"},
        {"role":"assistant","content":"B."},{"role":"user","content":"C?"}]})";
    QCOMPARE(sent(completions(), body, Dialect::OpenAiChat)[QLatin1String("prompt")].toString(),
        QStringLiteral("S\n\nUser: A?\n\nAssistant: B.\n\nUser: C?\n\nAssistant:"));
}

void TestCompletions::anAnthropicClientReachesACompletionsModel()
{
    const std::string body = R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"stop_sequences":["E"]})";
    QCOMPARE(sent(completions(), body, Dialect::AnthropicMessages),
        json(R"({"model":"m-1","prompt":"Hi","max_tokens":9,"stop":["E"]})"));
}

void TestCompletions::whatAPromptCannotCarryIsNamed_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("says");
    const QByteArray said = R"("messages":[{"role":"user","content":"Hi"}],)";
    QTest::newRow("tools") << said + R"("tools":[{"type":"function","function":{"name":"a"}}])" << QStringLiteral("['tools']");
    QTest::newRow("a schema") << said + R"("response_format":{"type":"json_object"})" << QStringLiteral("['response_format']");
    QTest::newRow("several answers") << said + R"("n":2)" << QStringLiteral("['n']");
    QTest::newRow("a picture") << QByteArray(
        R"("messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://x/y.png"}}]}])")
                               << QStringLiteral("messages[0] holds a picture");
    QTest::newRow("a call") << QByteArray(
        R"("messages":[{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"a","arguments":"{}"}}]}])")
                            << QStringLiteral("messages[0] holds a tool call");
}

void TestCompletions::whatAPromptCannotCarryIsNamed()
{
    QFETCH(QByteArray, rest);
    QFETCH(QString, says);
    const std::string body = R"({"model":"m",)" + rest.toStdString() + '}';
    const QString refused = refusal(completions(), body, Dialect::OpenAiChat);
    QVERIFY2(refused.contains(says), qPrintable(refused));
    const std::string dropping = R"({"model":"m","drop_params":true,)" + rest.toStdString() + '}';
    QVERIFY(sent(completions(), dropping, Dialect::OpenAiChat).contains(QLatin1String("prompt")));
}

void TestCompletions::anAnswerOfAnyDialectBecomesACompletion()
{
    const std::string anthropic = R"({"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[
        {"type":"thinking","thinking":"T","signature":"s"},{"type":"text","text":"Once upon"},{"type":"text","text":" a time."}],
        "stop_reason":"max_tokens","usage":{"input_tokens":3,"output_tokens":4}})";
    const auto answer = decodeAnswer(anthropic, fixtures::view(fixtures::anthropic(), Dialect::OpenAiText));
    QVERIFY(answer);
    const QJsonObject body = object(answer->body);
    QCOMPARE(body[QLatin1String("object")].toString(), QStringLiteral("text_completion"));
    QCOMPARE(body[QLatin1String("model")].toString(), QStringLiteral("alias"));
    QVERIFY(body[QLatin1String("id")].toString().startsWith(QStringLiteral("cmpl-")));
    QCOMPARE(body[QLatin1String("choices")].toArray().first().toObject(),
        json(R"({"index":0,"text":"Once upon a time.","logprobs":null,"finish_reason":"length"})"));
    QCOMPARE(body[QLatin1String("usage")][QLatin1String("total_tokens")].toInt(), 7);
    QCOMPARE(answer->finishReason, std::string("length"));
}

void TestCompletions::aCompletionsAnswerIsRelayed()
{
    const std::string upstream = R"({"id":"cmpl-1","object":"text_completion","created":7,"model":"up","vendor":[1.50],"choices":[
        {"text":"a","index":0,"logprobs":{"tokens":["a"]},"finish_reason":"stop"},{"text":"b","finish_reason":null}],
        "usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7}})";
    const auto answer = decodeAnswer(upstream, fixtures::view(completions(), Dialect::OpenAiText));
    QVERIFY(answer);
    QVERIFY(answer->body.find("[1.50]") != std::string::npos); // spliced, not rebuilt
    const QJsonObject body = object(answer->body);
    QCOMPARE(body[QLatin1String("model")].toString(), QStringLiteral("alias"));
    QCOMPARE(body[QLatin1String("choices")].toArray().at(1).toObject(), json(R"({"index":1,"text":"b","finish_reason":"stop"})"));
    QCOMPARE(answer->usage.output, std::int64_t(4));
}

void TestCompletions::aCompletionsAnswerReachesAChatClient()
{
    const std::string upstream =
        R"({"id":"cmpl-1","model":"up","choices":[{"text":"Hi","finish_reason":"length"}],"usage":{"prompt_tokens":3,"completion_tokens":4}})";
    const auto chat = decodeAnswer(upstream, fixtures::view(completions(), Dialect::OpenAiChat));
    QVERIFY(chat);
    const QJsonValue choice = object(chat->body)[QLatin1String("choices")].toArray().first();
    QCOMPARE(choice[QLatin1String("message")][QLatin1String("content")].toString(), QStringLiteral("Hi"));
    QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("length"));
    const auto message = decodeAnswer(upstream, fixtures::view(completions(), Dialect::AnthropicMessages));
    QVERIFY(message);
    QCOMPARE(object(message->body)[QLatin1String("stop_reason")].toString(), QStringLiteral("max_tokens"));
}

void TestCompletions::codestralsAnswerBecomesACompletion()
{
    const std::string upstream = R"({"id":"x","object":"chat.completion","model":"codestral","choices":[{"index":0,
        "message":{"role":"assistant","content":"return 1"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4}})";
    const auto answer = decodeAnswer(upstream, fixtures::view(codestral(), Dialect::OpenAiText));
    QVERIFY(answer);
    QCOMPARE(object(answer->body)[QLatin1String("choices")].toArray().first()[QLatin1String("text")].toString(),
        QStringLiteral("return 1"));
    const std::string stream =
        R"(data: {"id":"x","model":"codestral","choices":[{"index":0,"delta":{"content":"return"},"finish_reason":null}]})"
        "\n\n"
        R"(data: {"id":"x","model":"codestral","choices":[{"index":0,"delta":{"content":" 1"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4}})"
        "\n\n"
        + done;
    const Run result = run(codestral(), Dialect::OpenAiText, stream);
    QVERIFY2(!result.error, result.error ? result.error->message.c_str() : "");
    QCOMPARE(told(result.out), (std::pair<std::string, std::string>("return 1", "stop")));
}

void TestCompletions::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("cut") << QByteArray(R"({"choices":[{"text":"a")");
    QTest::newRow("no choices") << QByteArray("{}");
    QTest::newRow("an empty list") << QByteArray(R"({"choices":[]})");
    QTest::newRow("a number") << QByteArray(R"({"choices":[7]})");
    QTest::newRow("no text") << QByteArray(R"({"choices":[{"finish_reason":"stop"}]})");
    QTest::newRow("text that is none") << QByteArray(R"({"choices":[{"text":{}}]})");
}

void TestCompletions::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const Dialect to : {Dialect::OpenAiText, Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto answer = decodeAnswer(body.toStdString(), fixtures::view(completions(), to));
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().fault), int(Fault::BadGateway));
        QVERIFY(answer.error().message.find("OpenAIException - ") != std::string::npos);
    }
}

void TestCompletions::aStreamAddsUpHoweverItArrives_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 7, 64, 100000})
        QTest::addRow("%d bytes at a time", size) << size;
}

void TestCompletions::aStreamAddsUpHoweverItArrives()
{
    QFETCH(int, size);
    const Run text = run(completions(), Dialect::OpenAiText, story, std::size_t(size));
    QVERIFY(!text.error);
    QCOMPARE(told(text.out), (std::pair<std::string, std::string>("Once upon a time.", "stop")));
    QVERIFY(text.out.ends_with(done));
    QVERIFY(text.out.find("\"model\":\"alias\"") != std::string::npos && text.out.find("\"up\"") == std::string::npos);
    QCOMPARE(text.usage.output, std::int64_t(4));
    const Run chat = run(completions(), Dialect::OpenAiChat, story, std::size_t(size));
    QVERIFY(!chat.error);
    QVERIFY(chat.out.find("\"content\":\" a time.\"") != std::string::npos && chat.out.ends_with(done));
    const Run message = run(completions(), Dialect::AnthropicMessages, story, std::size_t(size));
    QVERIFY(!message.error);
    QVERIFY(message.out.find("event: message_stop") != std::string::npos);
}

void TestCompletions::everyTruncationOfAStreamIsAnError()
{
    const std::size_t whole = story.find("\"stop\""); // before this nobody has said that the answer is whole
    for (const Dialect to : {Dialect::OpenAiText, Dialect::OpenAiChat}) {
        for (std::size_t size = 0; size < whole; ++size) {
            const Run result = run(completions(), to, std::string_view(story).substr(0, size));
            QVERIFY2(result.error, qPrintable(QString::number(size)));
            QVERIFY(result.out.find("[DONE]") == std::string::npos);
        }
    }
}

void TestCompletions::aChatStreamBecomesACompletionsStream()
{
    const std::string stream =
        R"(data: {"id":"c","model":"up","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]})"
        "\n\n"
        R"(data: {"id":"c","model":"up","choices":[{"index":0,"delta":{"content":"Once \u00e9"}}]})"
        "\n\n"
        R"(data: {"id":"c","model":"up","choices":[{"index":0,"delta":{},"finish_reason":"length"}]})"
        "\n\n"
        + usageChunk + done;
    const Run result = run(fixtures::openAi(), Dialect::OpenAiText, stream);
    QVERIFY(!result.error);
    QCOMPARE(told(result.out), (std::pair<std::string, std::string>("Once \u00e9", "length")));
    QVERIFY(result.out.find("\"object\":\"text_completion\"") != std::string::npos);
    QVERIFY(result.out.find("\"delta\"") == std::string::npos);
    QVERIFY(result.out.find("\"total_tokens\":7") != std::string::npos && result.out.ends_with(done));
}

void TestCompletions::anErrorInsideAStreamIsOne()
{
    const std::string stream = chunk("Once")
        + R"(data: {"error":{"message":"Rate limit reached","type":"tokens","code":"429"}})"
          "\n\n";
    const Run result = run(completions(), Dialect::OpenAiText, stream);
    QVERIFY(result.error);
    QCOMPARE(int(result.error->fault), int(Fault::RateLimit));
    const std::string event = errorEvent(*result.error, Dialect::OpenAiText);
    QVERIFY(event.starts_with("data: {\"error\":{"));
}

void TestCompletions::errorsAreInOpenAisShape()
{
    const std::string body = R"({"error":{"message":"bad prompt","type":"invalid_request_error","param":"prompt","code":null}})";
    const Error error = classify(completions(), Dialect::OpenAiText, 400, body);
    const QJsonObject shown = object(errorBody(error, Dialect::OpenAiText))[QLatin1String("error")].toObject();
    QCOMPARE(shown[QLatin1String("type")].toString(), QStringLiteral("invalid_request_error"));
    QCOMPARE(shown[QLatin1String("param")].toString(), QStringLiteral("prompt"));
    QVERIFY(shown[QLatin1String("message")].toString().endsWith(QStringLiteral("OpenAIException - bad prompt")));
}

void TestCompletions::aMockAnswersAPrompt()
{
    const View view = fixtures::view(fixtures::openAi(), Dialect::OpenAiText);
    const auto whole = mockAnswer("Hello", view);
    QVERIFY(whole);
    QCOMPARE(object(whole->body)[QLatin1String("choices")].toArray().first()[QLatin1String("text")].toString(),
        QStringLiteral("Hello"));
    const auto stream = mockStream("Hello", view);
    QVERIFY(stream);
    QCOMPARE(told(stream->body).first, std::string("Hello"));
}

QTEST_GUILESS_MAIN(TestCompletions)
#include "tst_completions.moc"
