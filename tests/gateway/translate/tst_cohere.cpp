// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "recorded_exchange.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::reassembled;
using captured::text;
using fixtures::Cut;
using fixtures::Run;
using request_cases::asking;

namespace {

ProviderTraits cohere()
{
    return {"cohere_chat", "Cohere", Dialect::CohereChat};
}

View viewTo(Dialect to)
{
    View view = fixtures::view(cohere(), to);
    view.upstreamModel = "command-a-03-2025";
    view.wantsUsage = true;
    return view;
}

/// What Cohere is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const std::string &body, const std::string &model = "command-a-03-2025", Dialect door = Dialect::OpenAiChat)
{
    return request_cases::sent(request_cases::deployment(cohere(), model), body, door);
}

QString refusal(const std::string &body, const std::string &model = "command-a-03-2025")
{
    return sent(body, model).value(QLatin1String("refused")).toString();
}

QJsonObject json(const char *words)
{
    return object(words);
}

constexpr std::string_view twoTools =
    R"("tools":[{"type":"function","function":{"name":"a","parameters":{"type":"object"},"strict":true}},)"
    R"({"type":"function","function":{"name":"b","description":"B"}}])";

std::string cohereEvent(const std::string &words)
{
    return "event: x\ndata: " + words + "\n\n";
}
const std::string start = cohereEvent(R"({"type":"message-start","id":"c1","delta":{"message":{"role":"assistant"}}})");
const std::string end = cohereEvent(
    R"({"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"billed_units":{"input_tokens":1,"output_tokens":2},"tokens":{"input_tokens":70,"output_tokens":5},"cached_tokens":30}}})");

std::string said(const std::string &words)
{
    return cohereEvent(R"({"type":"content-delta","index":0,"delta":{"message":{"content":{"text":")" + words + R"("}}}})");
}

std::string ended(const std::string &delta)
{
    return cohereEvent(R"({"type":"message-end","delta":)" + delta + '}');
}

// A thought, a plan, two calls, of which the second comes without arguments, and a citation.
const std::string rich = start
    + cohereEvent(R"({"type":"content-start","index":0,"delta":{"message":{"content":{"type":"thinking","thinking":"Hm"}}}})")
    + cohereEvent(R"({"type":"content-delta","index":0,"delta":{"message":{"content":{"thinking":"m \u00e9."}}}})")
    + cohereEvent(R"({"type":"content-end","index":0})")
    + cohereEvent(R"({"type":"tool-plan-delta","delta":{"message":{"tool_plan":"I look."}}})")
    + cohereEvent(R"({"type":"citation-start","index":0,"delta":{"message":{"citations":{"start":0,"end":2,"text":"I"}}}})")
    + cohereEvent(
        R"({"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"t1","type":"function","function":{"name":"a","arguments":""}}}}})")
    + cohereEvent(
        R"({"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"{\u0022x\u0022: 1}"}}}}})")
    + cohereEvent(R"({"type":"tool-call-end","index":0})")
    + cohereEvent(
        R"({"type":"tool-call-start","index":1,"delta":{"message":{"tool_calls":{"id":"t2","type":"function","function":{"name":"b"}}}}})")
    + cohereEvent(R"({"type":"tool-call-end","index":1})")
    + ended(R"({"finish_reason":"TOOL_CALL","usage":{"tokens":{"input_tokens":70,"output_tokens":5}}})");

QJsonObject choiceOf(const Run &result)
{
    return reassembled(text(result.out)).value(QLatin1String("choices")).toObject().value(QLatin1String("0")).toObject();
}

} // namespace

/// Cohere's chat API, version 2, as a provider.
class TestCohere : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedExchangesComeOutTheSame_data();
    void recordedExchangesComeOutTheSame();
    void parametersGetCoheresNames();
    void whatCohereHasNoWordForIsRefused_data();
    void whatCohereHasNoWordForIsRefused();
    void toolsAreOfferedAndChosen_data();
    void toolsAreOfferedAndChosen();
    void toolsThatAreAllStrictSaySoOnce();
    void callsAndResultsOfTheHistoryFindTheirPlaces();
    void aResultThatIsAListStaysOne();
    void anAnthropicClientsBlocksFindTheirPlaces();
    void aSchemaIsAskedForAsAJsonObject();
    void thinkingIsSteeredWhereTheModelThinks_data();
    void thinkingIsSteeredWhereTheModelThinks();
    void whatCannotBeSaidIsNamed_data();
    void whatCannotBeSaidIsNamed();

    void anAnswerReachesBothKindsOfClient();
    void afterAFallbackTheModelIsTheOneThatWasAsked();
    void billedTokensCountWhereThereAreNoOthers();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();

    void aStreamAddsUpHoweverItArrives();
    void linesOfJsonAreAStreamToo();
    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void everyTruncationOfAStreamIsAnError();

    void errorsKeepTheProvidersStatus_data();
    void errorsKeepTheProvidersStatus();
};

void TestCohere::recordedExchangesComeOutTheSame_data()
{
    if (!fixtures::addCaptures({QStringLiteral("chat/cohere-*")}))
        QSKIP("the recordings are not beside this repository");
}

void TestCohere::recordedExchangesComeOutTheSame()
{
    QFETCH(QString, path);
    static const QStringList onPurpose {QStringLiteral("cohere-json-schema.json"),
        QStringLiteral("cohere-many-params-dropped.json")}; // see tests/replay/differences/
    const QJsonObject capture = captured::load(path);
    if (recorded_exchange::isQuirk(capture) || onPurpose.contains(path.section(QLatin1Char('/'), -1)))
        QSKIP("differs on purpose");
    const Deployment deployment = request_cases::deployment(cohere(), "command-a-03-2025");
    const QStringList sent = recorded_exchange::requestDifferences(capture, deployment);
    QVERIFY2(sent.isEmpty(), qPrintable(sent.join(QLatin1Char('\n'))));
    if (capture[QLatin1String("upstream")].toArray().isEmpty())
        return;
    View view = viewTo(Dialect::OpenAiChat);
    view.model = "cohere-chat";
    const QStringList got = recorded_exchange::answerDifferences(capture, view);
    QVERIFY2(got.isEmpty(), qPrintable(got.join(QLatin1Char('\n'))));
}

void TestCohere::parametersGetCoheresNames()
{
    const QJsonObject body = sent(asking(
        R"("max_completion_tokens":9,"temperature":0.5,"top_p":0.25,"top_k":3,"stop":"END","seed":4,"n":1,"user":"u","presence_penalty":0.5,"documents":["d"],"safety_mode":"OFF")"));
    QCOMPARE(body, json(R"({"model":"command-a-03-2025","messages":[{"role":"user","content":"Hi"}],"max_tokens":9,
        "temperature":0.5,"p":0.25,"k":3,"stop_sequences":["END"],"seed":4,"presence_penalty":0.5,"documents":["d"],
        "safety_mode":"OFF"})"));
}

void TestCohere::whatCohereHasNoWordForIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("n") << "n"
                       << "2";
    QTest::newRow("logprobs") << "logprobs"
                              << "true";
    QTest::newRow("logit_bias") << "logit_bias"
                                << "{\"1\":2}";
    QTest::newRow("reasoning") << "reasoning_effort"
                               << "\"low\"";
    QTest::newRow("one call at a time") << "parallel_tool_calls"
                                        << "false";
}

void TestCohere::whatCohereHasNoWordForIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const std::string member = "\"" + name.toStdString() + "\":" + value.toStdString();
    QVERIFY2(refusal(asking(member)).contains(QStringLiteral("does not support parameters: ['") + name), qPrintable(name));
    QCOMPARE(sent(asking(member + R"(,"drop_params":true)")).keys(),
        QStringList({QStringLiteral("messages"), QStringLiteral("model")}));
}

void TestCohere::toolsAreOfferedAndChosen_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("names");
    const QStringList both {QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("auto") << "\"auto\"" << QString() << both;
    QTest::newRow("none") << "\"none\""
                          << "NONE" << both;
    QTest::newRow("required") << "\"required\""
                              << "REQUIRED" << both;
    QTest::newRow("one of them") << R"({"type":"function","function":{"name":"b"}})"
                                 << "REQUIRED" << both.mid(1);
}

void TestCohere::toolsAreOfferedAndChosen()
{
    QFETCH(QString, choice);
    QFETCH(QString, word);
    QFETCH(QStringList, names);
    const QJsonObject body = sent(asking(std::string(twoTools) + ",\"tool_choice\":" + choice.toStdString()));
    QCOMPARE(body.value(QLatin1String("tool_choice")).toString(), word);
    QStringList offered;
    for (const auto &tool : body.value(QLatin1String("tools")).toArray()) {
        offered << tool[QLatin1String("function")][QLatin1String("name")].toString();
        QVERIFY(!tool[QLatin1String("function")].toObject().contains(QLatin1String("strict"))); // Cohere refuses it there
        QVERIFY(tool[QLatin1String("function")][QLatin1String("parameters")].isObject());
    }
    QCOMPARE(offered, names);
    QVERIFY(!body.contains(QLatin1String("strict_tools")));
}

void TestCohere::toolsThatAreAllStrictSaySoOnce()
{
    const QJsonObject body = sent(asking(R"("tools":[{"type":"function","function":{"name":"a","strict":true}}])"));
    QCOMPARE(body.value(QLatin1String("strict_tools")), QJsonValue(true));
}

void TestCohere::callsAndResultsOfTheHistoryFindTheirPlaces()
{
    const QJsonObject body = sent(R"({"model":"m","messages":[{"role":"developer","content":"Be brief."},
        {"role":"user","content":"?"},
        {"role":"assistant","content":"I look.","tool_calls":[{"id":"t1","type":"function","function":{"name":"a","arguments":"{\"x\":1}"}}]},
        {"role":"tool","tool_call_id":"t1","content":"42"}]})");
    QCOMPARE(body.value(QLatin1String("messages")).toArray(),
        json(R"({"m":[{"role":"system","content":"Be brief."},{"role":"user","content":"?"},
        {"role":"assistant","tool_plan":"I look.","tool_calls":[{"id":"t1","type":"function","function":{"name":"a","arguments":"{\"x\":1}"}}]},
        {"role":"tool","tool_call_id":"t1","content":"42"}]})")
            .value(QLatin1String("m"))
            .toArray());
}

void TestCohere::aResultThatIsAListStaysOne()
{
    const auto content = [](const std::string &words) {
        const QJsonObject body = sent(R"({"model":"m","messages":[
            {"role":"assistant","tool_calls":[{"id":"t1","type":"function","function":{"name":"a","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"t1","content":)"
            + words + "}]}");
        return body.value(QLatin1String("messages"))[1][QLatin1String("content")];
    };
    QCOMPARE(content(R"([{"type":"text","text":"42"}])"),
        QJsonValue(json(R"({"l":[{"type":"text","text":"42"}]})").value(QLatin1String("l"))));
    QCOMPARE(content("[]"), QJsonValue(QLatin1String("")));
}

void TestCohere::anAnthropicClientsBlocksFindTheirPlaces()
{
    const QJsonObject body = sent(R"({"model":"m","max_tokens":9,"system":"S","messages":[
        {"role":"assistant","content":[{"type":"thinking","thinking":"T","signature":"s"},{"type":"tool_use","id":"t1","name":"a","input":{"x":1}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"42"},
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},
            {"type":"document","title":"D","source":{"type":"base64","media_type":"text/plain","data":"d29yZHM="}},
            {"type":"text","text":"So?"}]}],"thinking":{"type":"enabled","budget_tokens":2048}})",
        "command-a-reasoning-08-2025", Dialect::AnthropicMessages);
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages[1][QLatin1String("content")].toArray(),
        json(R"({"c":[{"type":"thinking","thinking":"T"}]})").value(QLatin1String("c")).toArray());
    QCOMPARE(messages[2].toObject(), json(R"({"role":"tool","tool_call_id":"t1","content":"42"})"));
    QCOMPARE(messages[3][QLatin1String("content")].toArray().size(), 2); // the picture and the question
    QCOMPARE(body.value(QLatin1String("documents")).toArray(),
        json(R"({"d":[{"data":{"title":"D","text":"words"}}]})").value(QLatin1String("d")).toArray());
    QCOMPARE(body.value(QLatin1String("thinking")).toObject(), json(R"({"type":"enabled","token_budget":2048})"));
}

void TestCohere::aSchemaIsAskedForAsAJsonObject()
{
    const QJsonObject body = sent(asking(
        R"("response_format":{"type":"json_schema","json_schema":{"name":"n","strict":true,"schema":{"type":"object"}}})"));
    QCOMPARE(body.value(QLatin1String("response_format")).toObject(),
        json(R"({"type":"json_object","json_schema":{"type":"object"}})"));
}

void TestCohere::thinkingIsSteeredWhereTheModelThinks_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    QTest::newRow("low") << R"("reasoning_effort":"low")"
                         << R"({"type":"enabled","token_budget":1024})";
    QTest::newRow("high") << R"("reasoning_effort":"high")"
                          << R"({"type":"enabled"})";
    QTest::newRow("none") << R"("reasoning_effort":"none")"
                          << R"({"type":"disabled"})";
    QTest::newRow("Cohere's own words") << R"("thinking":{"type":"enabled","token_budget":7})"
                                        << R"({"type":"enabled","token_budget":7})";
    QTest::newRow("off") << R"("thinking":{"type":"disabled"})"
                         << R"({"type":"disabled"})";
    QTest::newRow("nothing") << R"("seed":1)"
                             << "{}";
}

void TestCohere::thinkingIsSteeredWhereTheModelThinks()
{
    QFETCH(QString, asked);
    QFETCH(QString, told);
    QCOMPARE(sent(asking(asked.toStdString()), "command-a-reasoning-08-2025").value(QLatin1String("thinking")).toObject(),
        object(told.toStdString()));
}

void TestCohere::whatCannotBeSaidIsNamed_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("says");
    QTest::newRow("a PDF") << R"({"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA"}})"
                           << "CohereException - messages[0] holds a document that is no plain text";
    QTest::newRow("sound") << R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})"
                           << "CohereException - messages[0] holds sound";
    QTest::newRow("a new kind") << R"({"type":"smell"})"
                                << "CohereException - messages[0] holds a block of type 'smell'";
}

void TestCohere::whatCannotBeSaidIsNamed()
{
    QFETCH(QString, part);
    QFETCH(QString, says);
    const std::string body = R"({"model":"m","messages":[{"role":"user","content":[)" + part.toStdString() + "]}]";
    QVERIFY2(refusal(body + '}').contains(says), qPrintable(refusal(body + '}')));
    QCOMPARE(refusal(body + R"(,"drop_params":true})"), QString());
}

void TestCohere::anAnswerReachesBothKindsOfClient()
{
    const std::string body = R"({"id":"c1","message":{"role":"assistant","content":[{"type":"thinking","thinking":"Hm."},
        {"type":"text","text":"Paris"}],"citations":[{"start":0,"end":5,"text":"Paris","sources":[]}]},"finish_reason":"MAX_TOKENS",
        "usage":{"billed_units":{"input_tokens":14,"output_tokens":8},"tokens":{"input_tokens":80,"output_tokens":9},"cached_tokens":16}})";
    const auto chat = decodeAnswer(body, viewTo(Dialect::OpenAiChat));
    QVERIFY(chat);
    const QJsonObject choice = object(chat->body).value(QLatin1String("choices")).toArray().first().toObject();
    QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("length"));
    const QJsonObject message = choice[QLatin1String("message")].toObject();
    QCOMPARE(message[QLatin1String("content")].toString(), QStringLiteral("Paris"));
    QCOMPARE(message[QLatin1String("reasoning_content")].toString(), QStringLiteral("Hm."));
    QCOMPARE(
        message[QLatin1String("provider_specific_fields")][QLatin1String("citations")][0][0][QLatin1String("end")].toInt(), 5);
    QCOMPARE(chat->usage.input, 80);
    QCOMPARE(chat->usage.output, 9);
    QCOMPARE(chat->usage.cachedRead, 16);

    const auto anthropic = decodeAnswer(body, viewTo(Dialect::AnthropicMessages));
    QVERIFY(anthropic);
    QCOMPARE(object(anthropic->body).value(QLatin1String("content")).toArray().size(), 2);
    QCOMPARE(object(anthropic->body).value(QLatin1String("stop_reason")).toString(), QStringLiteral("max_tokens"));
}

void TestCohere::afterAFallbackTheModelIsTheOneThatWasAsked()
{
    View view = viewTo(Dialect::OpenAiChat);
    view.model.clear();
    const auto answer =
        decodeAnswer(R"({"id":"x","message":{"role":"assistant","content":"ok"},"finish_reason":"COMPLETE"})", view);
    QVERIFY(answer);
    QCOMPARE(object(answer->body).value(QLatin1String("model")).toString(), QStringLiteral("command-a-03-2025"));
    const Run result = fixtures::run(view, start + said("ok") + end);
    QCOMPARE(reassembled(text(result.out)).value(QLatin1String("model")).toString(), QStringLiteral("command-a-03-2025"));
}

void TestCohere::billedTokensCountWhereThereAreNoOthers()
{
    const auto answer =
        decodeAnswer(R"({"id":"x","message":{"content":"ok"},"usage":{"billed_units":{"input_tokens":14,"output_tokens":8}}})",
            viewTo(Dialect::OpenAiChat));
    QVERIFY(answer);
    QCOMPARE(answer->usage.input, 14);
    QCOMPARE(answer->finishReason, std::string("stop"));
}

void TestCohere::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no message") << QByteArray(R"({"id":"x","finish_reason":"COMPLETE"})");
    QTest::newRow("a message that is a text") << QByteArray(R"({"message":"sorry"})");
    QTest::newRow("it broke off") << QByteArray(R"({"message":{"content":"half an"},"finish_reason":"ERROR"})");
    QTest::newRow("it took too long") << QByteArray(R"({"message":{"content":"half an"},"finish_reason":"TIMEOUT"})");
}

void TestCohere::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto answer = decodeAnswer(body.toStdString(), viewTo(to));
        QVERIFY(!answer);
        QCOMPARE(answer.error().fault, Fault::BadGateway);
        QVERIFY(answer.error().message.find("CohereException - ") != std::string::npos);
    }
}

void TestCohere::aStreamAddsUpHoweverItArrives()
{
    for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
        const Run result = fixtures::run(viewTo(Dialect::OpenAiChat), rich, cut);
        QVERIFY(!result.error);
        const QJsonObject choice = choiceOf(result);
        QCOMPARE(choice[QLatin1String("reasoning_content")].toString(), QString::fromUtf8("Hmm \u00e9."));
        QCOMPARE(choice[QLatin1String("content")].toString(), QStringLiteral("I look."));
        QCOMPARE(choice[QLatin1String("tool_calls")].toArray(),
            json(R"({"t":[{"id":"t1","name":"a","arguments":"{\"x\": 1}"},{"id":"t2","name":"b","arguments":"{}"}]})")
                .value(QLatin1String("t"))
                .toArray());
        QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
        QCOMPARE(choice[QLatin1String("provider_specific_fields")][QLatin1String("citation")][QLatin1String("end")].toInt(), 2);
        QCOMPARE(result.usage.input, 70);
        QVERIFY(result.out.ends_with("data: [DONE]\n\n"));
    }
    const Run messages = fixtures::run(viewTo(Dialect::AnthropicMessages), rich);
    QVERIFY(!messages.error);
    QCOMPARE(reassembled(text(messages.out)).value(QLatin1String("content")).toArray().size(), 4);
}

void TestCohere::linesOfJsonAreAStreamToo()
{
    std::string lines;
    for (const captured::Event &each : captured::events(text(rich)))
        lines += each.data.toStdString() + "\n";
    const auto stream = makeStream(viewTo(Dialect::OpenAiChat), "application/stream+json");
    std::string out;
    QVERIFY(stream->feed(lines, out));
    const auto done = stream->finish(out);
    QVERIFY2(done, done ? "" : done.error().message.c_str());
    QCOMPARE(stream->finishReason(), std::string("tool_calls"));
}

void TestCohere::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("empty", "");
    row("nothing but a start", start);
    row("no end", start + said("half an"));
    row("done without an end", start + said("half an") + "data: [DONE]\n\n");
    row("garbage", start + said("half an") + "data: {{{\n\n");
    row("an error in an event", start + said("half an") + cohereEvent(R"({"type":"error","message":"overheated"})"));
    row("an error without a type", start + said("half an") + cohereEvent(R"({"message":"overheated"})"));
    row("an error at the end", start + said("half an") + ended(R"({"finish_reason":"ERROR","error":"overheated"})"));
    row("it broke off", start + said("half an") + ended(R"({"finish_reason":"ERROR"})"));
    row("it took too long", start + said("half an") + ended(R"({"finish_reason":"TIMEOUT"})"));
    row("a string that is none", start + said("\\q") + end);
    row("a whole answer", R"({"id":"x","message":{"content":"ok"}})");
}

void TestCohere::aBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const Cut cut : {Cut::Whole, Cut::Bytes}) {
            const auto result = fixtures::run(viewTo(to), bytes.toStdString(), cut);
            QVERIFY2(fixtures::isBrokenOff(result, "CohereException"), result.out.c_str());
        }
    }
}

void TestCohere::everyTruncationOfAStreamIsAnError()
{
    const std::size_t last = rich.rfind("event: x");
    for (std::size_t size = 0; size <= last; ++size) {
        const Run result = fixtures::run(viewTo(Dialect::OpenAiChat), std::string_view(rich).substr(0, size));
        QVERIFY(result.error);
    }
}

void TestCohere::errorsKeepTheProvidersStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("seen");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("400") << 400 << QByteArray("invalid request") << 400 << QByteArray("BadRequestError");
    QTest::newRow("context") << 400 << QByteArray("too many tokens: 9 > 8") << 400 << QByteArray("ContextWindowExceededError");
    QTest::newRow("401") << 401 << QByteArray("who?") << 401 << QByteArray("AuthenticationError");
    QTest::newRow("key") << 400 << QByteArray("invalid api token") << 401 << QByteArray("AuthenticationError");
    QTest::newRow("403") << 403 << QByteArray("no") << 403 << QByteArray("PermissionDeniedError");
    QTest::newRow("404") << 404 << QByteArray("model 'x' not found") << 404 << QByteArray("NotFoundError");
    QTest::newRow("422") << 422 << QByteArray("unknown field") << 422 << QByteArray("BadRequestError");
    QTest::newRow("429") << 429 << QByteArray("You are using a Trial key") << 429 << QByteArray("RateLimitError");
    QTest::newRow("498") << 498 << QByteArray("blocked") << 400 << QByteArray("BadRequestError");
    QTest::newRow("499") << 499 << QByteArray("cancelled") << 499 << QByteArray("APIError");
    QTest::newRow("500") << 500 << QByteArray("oops") << 500 << QByteArray("InternalServerError");
    QTest::newRow("503") << 503 << QByteArray("busy") << 503 << QByteArray("ServiceUnavailableError");
}

void TestCohere::errorsKeepTheProvidersStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    QFETCH(int, seen);
    QFETCH(QByteArray, name);
    const std::string body = R"({"id":"e1","message":")" + message.toStdString() + R"("})";
    const Error error = classify(cohere(), Dialect::OpenAiChat, status, body);
    QCOMPARE(error.httpStatus(), seen);
    QVERIFY2(error.message.find("litellm." + name.toStdString()) == 0, error.message.c_str());
    QVERIFY(error.message.ends_with("CohereException - " + body));
}

QTEST_GUILESS_MAIN(TestCohere)
#include "tst_cohere.moc"
