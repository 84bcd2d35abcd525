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
using request_cases::asking;

namespace {

ProviderTraits ollama()
{
    return {"ollama_chat", "Ollama_chat", Dialect::OllamaChat};
}

View viewTo(Dialect to)
{
    View view = fixtures::view(ollama(), to);
    view.wantsUsage = true;
    return view;
}

/// What Ollama is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const std::string &body, const std::string &model = "llama3.1", Dialect door = Dialect::OpenAiChat)
{
    return request_cases::sent(request_cases::deployment(ollama(), model), body, door);
}

QString refusal(const std::string &body)
{
    return sent(body).value(QLatin1String("refused")).toString();
}

QJsonObject json(const char *words)
{
    return object(words);
}

std::string line(const std::string &message, const std::string &rest = R"("done":false)")
{
    return R"({"model":"llama3.1","message":)" + message + "," + rest + "}\n";
}

std::string said(const std::string &words)
{
    return line(R"({"role":"assistant","content":")" + words + R"("})");
}

const std::string end =
    line(R"({"role":"assistant","content":""})", R"("done_reason":"stop","done":true,"prompt_eval_count":14,"eval_count":8)");

// A thought, two calls in one line, a third in another, the last two without arguments.
const std::string rich = line(R"({"role":"assistant","content":"","thinking":"Hm \u00e9"})") + said("I look.")
    + line(
        R"({"role":"assistant","content":"","tool_calls":[{"id":"c1","function":{"name":"a","arguments":{"x": 1.50}}},{"function":{"name":"b","arguments":{}}}]})")
    + line(R"({"role":"assistant","content":"","tool_calls":[{"function":{"name":"c"}}]})") + end;

/// The stream in pieces of \a size bytes.
Run run(Dialect to, std::string_view bytes, std::size_t size = std::string_view::npos)
{
    return fixtures::runOf(viewTo(to), "application/x-ndjson; charset=utf-8", bytes, size);
}

} // namespace

/// Ollama's own chat API as a provider.
class TestOllama : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedExchangesComeOutTheSame_data();
    void recordedExchangesComeOutTheSame();
    void parametersBecomeOptions();
    void optionsOfItsOwnArePassedOn();
    void whatOllamaHasNoWordForIsRefused_data();
    void whatOllamaHasNoWordForIsRefused();
    void onlyToolsThatMayBeCalledAreOffered_data();
    void onlyToolsThatMayBeCalledAreOffered();
    void theHistoryFindsItsPlaces();
    void whatWasThoughtComesBack();
    void anAnswerWithoutATextHasAnEmptyOne();
    void anAnthropicClientsBlocksFindTheirPlaces();
    void aFormatIsAskedFor_data();
    void aFormatIsAskedFor();
    void thinkingIsSwitchedOrSteered_data();
    void thinkingIsSwitchedOrSteered();
    void whatCannotBeSaidIsNamed_data();
    void whatCannotBeSaidIsNamed();
    void aHundredThousandOptionsAreNoTrap();

    void anAnswerReachesBothKindsOfClient();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
    void aStreamAddsUpHoweverItArrives();
    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void everyTruncationOfAStreamIsAnError();
    void errorsKeepTheProvidersStatus_data();
    void errorsKeepTheProvidersStatus();
};

void TestOllama::recordedExchangesComeOutTheSame_data()
{
    if (!fixtures::addCaptures({QStringLiteral("chat/ollama-*")}))
        QSKIP("the recordings are not beside this repository");
}

void TestOllama::recordedExchangesComeOutTheSame()
{
    QFETCH(QString, path);
    static const QStringList onPurpose {QStringLiteral("ollama-many-params-dropped.json"),
        QStringLiteral("ollama-stream-tools.json"), QStringLiteral("ollama-tool-results.json")}; // see tests/replay/differences/
    const QJsonObject capture = captured::load(path);
    if (recorded_exchange::isQuirk(capture) || onPurpose.contains(path.section(QLatin1Char('/'), -1)))
        QSKIP("differs on purpose");
    const Deployment deployment = request_cases::deployment(ollama(), "llama3.1");
    const QStringList sent = recorded_exchange::requestDifferences(capture, deployment);
    QVERIFY2(sent.isEmpty(), qPrintable(sent.join(QLatin1Char('\n'))));
    if (capture[QLatin1String("upstream")].toArray().isEmpty())
        return;
    View view = viewTo(Dialect::OpenAiChat);
    view.model = "ollama";
    view.wantsUsage = path.endsWith(QLatin1String("stream.json"));
    const QStringList got = recorded_exchange::answerDifferences(capture, view);
    QVERIFY2(got.isEmpty(), qPrintable(got.join(QLatin1Char('\n'))));
}

void TestOllama::parametersBecomeOptions()
{
    const QJsonObject body = sent(asking(
        R"("max_tokens":9,"temperature":0.5,"top_p":0.25,"top_k":3,"stop":["a","b"],"seed":4,"n":1,"user":"u","frequency_penalty":0.5,"presence_penalty":0.25)"));
    QCOMPARE(body.value(QLatin1String("options")).toObject(),
        json(
            R"({"num_predict":9,"temperature":0.5,"top_p":0.25,"top_k":3,"stop":["a","b"],"seed":4,"frequency_penalty":0.5,"presence_penalty":0.25})"));
    QCOMPARE(body.value(QLatin1String("stream")), QJsonValue(false)); // a body that says nothing gets a stream
}

void TestOllama::optionsOfItsOwnArePassedOn()
{
    const QJsonObject body = sent(asking(
        R"("num_ctx":8192,"repeat_penalty":1.1,"keep_alive":"5m","options":{"mirostat":2,"num_ctx":1,"num_predict":5},"max_tokens":7)"));
    QCOMPARE(body.value(QLatin1String("options")).toObject(),
        json(R"({"mirostat":2,"num_ctx":1,"num_predict":7,"repeat_penalty":1.1})"));
    QCOMPARE(body.value(QLatin1String("keep_alive")).toString(), QStringLiteral("5m"));
    QVERIFY(refusal(asking(R"("options":[1])")).contains(QStringLiteral("Ollama_chatException - options must be an object")));
}

void TestOllama::whatOllamaHasNoWordForIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("n") << "n"
                       << "2";
    QTest::newRow("logprobs") << "logprobs"
                              << "true";
    QTest::newRow("logit_bias") << "logit_bias"
                                << "{\"1\":2}";
    QTest::newRow("one call at a time") << "parallel_tool_calls"
                                        << "false";
}

void TestOllama::whatOllamaHasNoWordForIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const std::string member = "\"" + name.toStdString() + "\":" + value.toStdString();
    QVERIFY2(refusal(asking(member)).contains(QStringLiteral("does not support parameters: ['") + name), qPrintable(name));
    QVERIFY(!sent(asking(member + R"(,"drop_params":true)")).contains(QLatin1String("options")));
}

void TestOllama::onlyToolsThatMayBeCalledAreOffered_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("names");
    const QStringList both {QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("auto") << "\"auto\"" << both;
    QTest::newRow("required") << "\"required\"" << both;
    QTest::newRow("none") << "\"none\"" << QStringList();
    QTest::newRow("one of them") << R"({"type":"function","function":{"name":"b"}})" << both.mid(1);
}

void TestOllama::onlyToolsThatMayBeCalledAreOffered()
{
    QFETCH(QString, choice);
    QFETCH(QStringList, names);
    const QJsonObject body = sent(asking(
        R"("tools":[{"type":"function","function":{"name":"a"}},{"type":"function","function":{"name":"b"}}],"tool_choice":)"
        + choice.toStdString()));
    QStringList offered;
    for (const auto &tool : body.value(QLatin1String("tools")).toArray())
        offered << tool[QLatin1String("function")][QLatin1String("name")].toString();
    QCOMPARE(offered, names);
    QVERIFY(!body.contains(QLatin1String("tool_choice")));
}

void TestOllama::theHistoryFindsItsPlaces()
{
    const QJsonObject body = sent(R"({"model":"m","messages":[{"role":"system","content":"Be brief."},
        {"role":"user","content":[{"type":"text","text":"Look: "},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},{"type":"text","text":"who?"}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"a","arguments":"{\"x\": 1.50}"}}]},
        {"role":"tool","tool_call_id":"c1","content":"42"}]})");
    QCOMPARE(body.value(QLatin1String("messages")).toArray(),
        json(R"({"m":[{"role":"system","content":"Be brief."},{"role":"user","content":"Look: who?","images":["AAAA"]},
        {"role":"assistant","content":"","tool_calls":[{"function":{"name":"a","arguments":{"x":1.5}}}]},
        {"role":"tool","content":"42","tool_call_id":"c1","tool_name":"a"}]})")
            .value(QLatin1String("m"))
            .toArray());
}

void TestOllama::whatWasThoughtComesBack()
{
    const auto thought = [](const std::string &members) {
        const QJsonObject body = sent(R"({"model":"m","messages":[{"role":"assistant","content":"C",)" + members + "}]}");
        return body.value(QLatin1String("messages"))[0][QLatin1String("thinking")].toString();
    };
    QCOMPARE(thought(R"("reasoning_content":"Hm \u00e9")"), QString::fromUtf8("Hm \u00e9"));
    QCOMPARE(thought(R"("reasoning_content":"R","thinking_blocks":[{"type":"thinking","thinking":"T"}])"), QStringLiteral("T"));
    QCOMPARE(thought(R"("reasoning_content":[1])"), QString());
}

void TestOllama::anAnswerWithoutATextHasAnEmptyOne()
{
    const auto chat =
        decodeAnswer(R"({"model":"m","message":{"role":"assistant","content":""},"done":true})", viewTo(Dialect::OpenAiChat));
    QVERIFY(chat);
    QCOMPARE(object(chat->body).value(QLatin1String("choices"))[0][QLatin1String("message")][QLatin1String("content")],
        QJsonValue(QString(QLatin1String(""))));
}

void TestOllama::anAnthropicClientsBlocksFindTheirPlaces()
{
    const QJsonObject body = sent(R"({"model":"m","max_tokens":9,"system":"S","messages":[
        {"role":"assistant","content":[{"type":"thinking","thinking":"T","signature":"s"},{"type":"tool_use","id":"c1","name":"a","input":{"x":1}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"c1","content":[{"type":"text","text":"42"},
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},{"type":"text","text":"So?"}]}],
        "thinking":{"type":"enabled","budget_tokens":2048}})",
        "qwen3", Dialect::AnthropicMessages);
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages[1][QLatin1String("thinking")].toString(), QStringLiteral("T"));
    QCOMPARE(messages[2][QLatin1String("images")].toArray().size(), 1);
    QCOMPARE(messages[3].toObject(), json(R"({"role":"user","content":"So?"})"));
    QCOMPARE(body.value(QLatin1String("think")), QJsonValue(true));
    QCOMPARE(body.value(QLatin1String("options")).toObject(), json(R"({"num_predict":9})"));
}

void TestOllama::aFormatIsAskedFor_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    QTest::newRow("json") << R"({"type":"json_object"})"
                          << "\"json\"";
    QTest::newRow("schema") << R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}})"
                            << R"({"type":"object"})";
    QTest::newRow("text") << R"({"type":"text"})"
                          << "";
}

void TestOllama::aFormatIsAskedFor()
{
    QFETCH(QString, asked);
    QFETCH(QString, told);
    const QJsonObject body = sent(asking("\"response_format\":" + asked.toStdString()));
    QCOMPARE(body.contains(QLatin1String("format")) ? request_cases::text(body.value(QLatin1String("format"))) : QString(), told);
}

void TestOllama::thinkingIsSwitchedOrSteered_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    QTest::newRow("low") << "qwen3"
                         << R"("reasoning_effort":"low")"
                         << "true";
    QTest::newRow("none") << "qwen3"
                          << R"("reasoning_effort":"none")"
                          << "false";
    QTest::newRow("disabled") << "qwen3"
                              << R"("thinking":{"type":"disabled"})"
                              << "false";
    QTest::newRow("gpt-oss, low") << "gpt-oss:20b"
                                  << R"("reasoning_effort":"low")"
                                  << "\"low\"";
    QTest::newRow("gpt-oss, as hard as it can") << "gpt-oss:20b"
                                                << R"("reasoning_effort":"xhigh")"
                                                << "\"high\"";
    QTest::newRow("its own word") << "qwen3"
                                  << R"("think":false)"
                                  << "false";
    QTest::newRow("nothing") << "qwen3"
                             << R"("seed":1)"
                             << "";
}

void TestOllama::thinkingIsSwitchedOrSteered()
{
    QFETCH(QString, model);
    QFETCH(QString, asked);
    QFETCH(QString, told);
    const QJsonObject body = sent(asking(asked.toStdString()), model.toStdString());
    QCOMPARE(body.contains(QLatin1String("think")) ? request_cases::text(body.value(QLatin1String("think"))) : QString(), told);
}

void TestOllama::whatCannotBeSaidIsNamed_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("says");
    QTest::newRow("a picture's address") << R"({"type":"image_url","image_url":{"url":"https://x/y.png"}})"
                                         << "Ollama_chatException - messages[0] holds a picture by its address";
    QTest::newRow("a PDF") << R"({"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA"}})"
                           << "Ollama_chatException - messages[0] holds a document that is no plain text";
    QTest::newRow("sound") << R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})"
                           << "Ollama_chatException - messages[0] holds sound";
    QTest::newRow("a new kind") << R"({"type":"smell"})"
                                << "Ollama_chatException - messages[0] holds a block of type 'smell'";
}

void TestOllama::whatCannotBeSaidIsNamed()
{
    QFETCH(QString, part);
    QFETCH(QString, says);
    const std::string body = R"({"model":"m","messages":[{"role":"user","content":[)" + part.toStdString() + "]}]";
    QVERIFY2(refusal(body + '}').contains(says), qPrintable(refusal(body + '}')));
    QCOMPARE(refusal(body + R"(,"drop_params":true})"), QString());
}

void TestOllama::aHundredThousandOptionsAreNoTrap()
{
    std::string rest = "\"a\":1";
    for (int i = 0; i < 100'000; ++i)
        rest += ",\"x" + std::to_string(i) + "\":1";
    QCOMPARE(sent(asking(rest)).value(QLatin1String("options")).toObject().size(), 100'001);
}

void TestOllama::anAnswerReachesBothKindsOfClient()
{
    const std::string body = R"({"model":"llama3.1","message":{"role":"assistant","content":"I look.","thinking":"Hm",
        "tool_calls":[{"function":{"name":"a","arguments":{"x": 1.50}}}]},"done_reason":"stop","done":true,"prompt_eval_count":14,"eval_count":8})";
    const auto chat = decodeAnswer(body, viewTo(Dialect::OpenAiChat));
    QVERIFY(chat);
    const QJsonValue choice = object(chat->body).value(QLatin1String("choices"))[0];
    QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
    QCOMPARE(choice[QLatin1String("message")][QLatin1String("reasoning_content")].toString(), QStringLiteral("Hm"));
    const QJsonValue call = choice[QLatin1String("message")][QLatin1String("tool_calls")][0];
    QVERIFY(!choice[QLatin1String("message")].toObject().contains(QLatin1String("thinking_blocks"))); // nobody signed it
    QVERIFY(call[QLatin1String("id")].toString().startsWith(QLatin1String("call_")));
    QCOMPARE(call[QLatin1String("function")][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\": 1.50}"));
    QCOMPARE(chat->usage.input, 14);
    QCOMPARE(chat->usage.output, 8);
    QVERIFY(chat->usage.reported);

    const auto anthropic = decodeAnswer(body, viewTo(Dialect::AnthropicMessages));
    QVERIFY(anthropic);
    QCOMPARE(object(anthropic->body).value(QLatin1String("content")).toArray().size(), 3);
    QCOMPARE(object(anthropic->body).value(QLatin1String("stop_reason")).toString(), QStringLiteral("tool_use"));
}

void TestOllama::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("Ollama is running");
    QTest::newRow("no message") << QByteArray(R"({"model":"m","done":true})");
    QTest::newRow("not done") << QByteArray(R"({"model":"m","message":{"content":"half an"},"done":false})");
    QTest::newRow("a stream in place of an answer") << QByteArray::fromStdString(rich);
    QTest::newRow("an error with 200") << QByteArray(R"({"error":"llama runner process has terminated"})");
}

void TestOllama::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto answer = decodeAnswer(body.toStdString(), viewTo(to));
        QVERIFY(!answer);
        QCOMPARE(answer.error().fault, body.startsWith("{\"error\"") ? Fault::ApiConnection : Fault::BadGateway);
        QVERIFY(answer.error().message.find("Ollama_chatException - ") != std::string::npos);
    }
}

void TestOllama::aStreamAddsUpHoweverItArrives()
{
    for (const std::size_t size : {std::string::npos, std::size_t(1), std::size_t(7), std::size_t(100)}) {
        const Run result = run(Dialect::OpenAiChat, rich, size);
        QVERIFY(!result.error);
        const QJsonValue choice = reassembled(text(result.out)).value(QLatin1String("choices"))[QLatin1String("0")];
        QCOMPARE(choice[QLatin1String("reasoning_content")].toString(), QString::fromUtf8("Hm \u00e9"));
        QCOMPARE(choice[QLatin1String("content")].toString(), QStringLiteral("I look."));
        QVERIFY(result.out.find("thinking_blocks") == std::string::npos);
        const QJsonArray calls = choice[QLatin1String("tool_calls")].toArray();
        QCOMPARE(calls.size(), 3);
        QCOMPARE(calls[0][QLatin1String("id")].toString(), QStringLiteral("c1"));
        QCOMPARE(calls[0][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\": 1.50}"));
        QCOMPARE(calls[2][QLatin1String("arguments")].toString(), QStringLiteral("{}"));
        QVERIFY(calls[1][QLatin1String("id")] != calls[2][QLatin1String("id")]);
        QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
        QCOMPARE(result.usage.input, 14);
        QVERIFY(result.out.ends_with("data: [DONE]\n\n"));
    }
    const Run messages = run(Dialect::AnthropicMessages, rich);
    QVERIFY(!messages.error);
    QCOMPARE(reassembled(text(messages.out)).value(QLatin1String("content")).toArray().size(), 5);
}

void TestOllama::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("empty", "");
    row("no end", said("half an"));
    row("half a line", said("half an") + R"({"model":"llama3.1","mess)");
    row("an error", said("half an") + "{\"error\":\"an error was encountered while running the model\"}\n");
    row("an error first", "{\"error\":\"out of memory\"}\n");
    row("garbage", said("half an") + "{{{\n" + end);
    row("no message", said("half an") + "{\"done\":true}\n");
    row("a string that is none", said("\\q") + end);
    row("a page", "<html>\n</html>\n");
}

void TestOllama::aBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const std::size_t size : {std::string::npos, std::size_t(1)}) {
            const auto result = run(to, bytes.toStdString(), size);
            QVERIFY2(fixtures::isBrokenOff(result, "Ollama_chatException"), result.out.c_str());
        }
    }
}

void TestOllama::everyTruncationOfAStreamIsAnError()
{
    for (std::size_t size = 0; size + 1 < rich.size(); ++size) // the last line may lack its end
        QVERIFY(run(Dialect::OpenAiChat, std::string_view(rich).substr(0, size)).error);
    QVERIFY(!run(Dialect::OpenAiChat, std::string_view(rich).substr(0, rich.size() - 1)).error);
}

void TestOllama::errorsKeepTheProvidersStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("400") << 400 << QByteArray("does not support tools") << QByteArray("BadRequestError");
    QTest::newRow("context") << 400 << QByteArray("the input length exceeds the context length")
                             << QByteArray("ContextWindowExceededError");
    QTest::newRow("401") << 401 << QByteArray("unauthorized") << QByteArray("AuthenticationError");
    QTest::newRow("404") << 404 << QByteArray("model 'llama3.1' not found") << QByteArray("NotFoundError");
    QTest::newRow("429") << 429 << QByteArray("too many requests") << QByteArray("RateLimitError");
    QTest::newRow("500") << 500 << QByteArray("out of memory") << QByteArray("InternalServerError");
    QTest::newRow("503") << 503 << QByteArray("server busy") << QByteArray("ServiceUnavailableError");
}

void TestOllama::errorsKeepTheProvidersStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, name);
    const std::string body = R"({"error":")" + message.toStdString() + R"("})";
    const Error error = classify(ollama(), Dialect::OpenAiChat, status, body);
    QCOMPARE(error.httpStatus(), status);
    QVERIFY2(error.message.find("litellm." + name.toStdString()) == 0, error.message.c_str());
    QVERIFY(error.message.ends_with("Ollama_chatException - " + body));
}

QTEST_GUILESS_MAIN(TestOllama)
#include "tst_ollama.moc"
