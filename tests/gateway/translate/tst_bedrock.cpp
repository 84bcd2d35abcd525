// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "event_frames.h"
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

ProviderTraits bedrock()
{
    return {"bedrock", "Bedrock", Dialect::BedrockConverse};
}

const std::string sonnet4 = "converse/anthropic.claude-sonnet-4-20250514-v1:0";
const std::string sonnet45 = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
const std::string nova = "us.amazon.nova-pro-v1:0";

View viewTo(Dialect to)
{
    View view = fixtures::view(bedrock(), to);
    view.wantsUsage = true;
    view.upstreamModel = sonnet4;
    return view;
}

Result<Encoded> encoded(const std::string &body, const std::string &model = sonnet4, Dialect door = Dialect::OpenAiChat)
{
    const Deployment deployment = request_cases::deployment(bedrock(), model);
    const auto call = request_cases::call(door, body);
    if (!call)
        return Failure {call.error()};
    return request_cases::encode(*call, deployment, deployment.model, {});
}

/// What Converse is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const std::string &body, const std::string &model = sonnet4, Dialect door = Dialect::OpenAiChat)
{
    const auto result = encoded(body, model, door);
    if (!result)
        return {{QStringLiteral("refused"), text(result.error().message)}};
    return object(result->body);
}

QString refusal(const std::string &body, const std::string &model = sonnet4)
{
    return sent(body, model).value(QLatin1String("refused")).toString();
}

std::string telling(const std::string &messages, const std::string &rest = {})
{
    return R"({"model":"m","messages":[)" + messages + "]" + (rest.empty() ? "" : ",") + rest + "}";
}

QJsonObject json(const char *words)
{
    return object(words);
}

QJsonArray list(const char *words)
{
    return QJsonDocument::fromJson(words).array();
}

const char *const tool =
    R"({"type":"function","function":{"name":"a","parameters":{"type":"object","properties":{"x":{"type":"integer"}}}}})";

std::string delta(int block, const std::string &what)
{
    return event_frames::event(
        "contentBlockDelta", R"({"contentBlockIndex":)" + std::to_string(block) + R"(,"delta":)" + what + "}");
}

std::string stop(const std::string &reason)
{
    return event_frames::event("messageStop", R"({"stopReason":")" + reason + R"("})");
}

const std::string begin = event_frames::event("messageStart", R"({"role":"assistant"})");
const std::string metadata = event_frames::event("metadata",
    R"({"usage":{"inputTokens":14,"outputTokens":8,"totalTokens":32,"cacheReadInputTokens":10},"metrics":{"latencyMs":1},"trace":{"guardrail":{"a":1}}})");

// A signed thought, a hidden one, a text and two calls, the second without arguments.
const std::string rich = begin + delta(0, R"({"reasoningContent":{"text":"Hm \u00e9"}})")
    + delta(0, R"({"reasoningContent":{"signature":"sig"}})") + delta(1, R"({"reasoningContent":{"redactedContent":"AAAA"}})")
    + delta(2, R"({"text":"I look."})")
    + event_frames::event("contentBlockStart", R"({"contentBlockIndex":3,"start":{"toolUse":{"toolUseId":"c1","name":"a_b"}}})")
    + delta(3, "{\"toolUse\":{\"input\":\"{\\\"x\\\": \"}}") + delta(3, R"({"toolUse":{"input":"1.50}"}})")
    + event_frames::event("contentBlockStop", R"({"contentBlockIndex":3})")
    + event_frames::event("contentBlockStart", R"({"contentBlockIndex":4,"start":{"toolUse":{"toolUseId":"c2","name":"b"}}})")
    + event_frames::event("contentBlockStop", R"({"contentBlockIndex":4})") + stop("tool_use") + metadata;

Run run(const View &view, std::string_view bytes, std::size_t size = std::string_view::npos)
{
    return fixtures::runOf(view, "application/vnd.amazon.eventstream", bytes, size);
}

std::string framesOf(const QJsonArray &events)
{
    std::string bytes;
    for (const auto &event : events) {
        const std::string type = event[QLatin1String("type")].toString().toStdString();
        const std::string payload = captured::compact(event[QLatin1String("payload")]).toStdString();
        const bool isEvent = event[QLatin1String("kind")].toString(QStringLiteral("event")) == QLatin1String("event");
        bytes += isEvent ? event_frames::event(type, payload) : event_frames::exception(type, payload);
    }
    return bytes;
}

QStringList streamDifferences(const QJsonObject &capture, const View &view)
{
    const Run result = run(view, framesOf(recorded_exchange::replyOf(capture)[QLatin1String("eventstream")].toArray()));
    const std::string out = result.error ? result.out + errorEvent(*result.error, view.to) : result.out;
    const captured::Mask mask(capture);
    QStringList found;
    captured::differences(captured::streamView(capture[QLatin1String("reply")][QLatin1String("sse")].toString(), mask),
        captured::streamView(text(out), mask), QStringLiteral("stream"), found);
    return found;
}

} // namespace

/// Bedrock's Converse API as a provider.
class TestBedrock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedExchangesComeOutTheSame_data();
    void recordedExchangesComeOutTheSame();
    void parametersFindTheirPlaces();
    void whatAFamilyHasNoWordForIsRefused_data();
    void whatAFamilyHasNoWordForIsRefused();
    void topKIsCalledAsTheMakerCallsIt_data();
    void topKIsCalledAsTheMakerCallsIt();
    void thinkingIsAskedForAsTheModelWantsIt_data();
    void thinkingIsAskedForAsTheModelWantsIt();
    void theHistoryFindsItsPlaces();
    void anAnthropicClientsBlocksFindTheirPlaces();
    void filesFindTheirPlaces();
    void emptyWordsAreFilled();
    void thoughtsOfOthersAreLeftOut();
    void toolsFindTheirPlaces();
    void aToolIsChosenAsConverseSaysIt_data();
    void aToolIsChosenAsConverseSaysIt();
    void namesThatBedrockRefusesAreReplacedAndComeBack();
    void definitionsStandWhereTheyAreReferredTo_data();
    void definitionsStandWhereTheyAreReferredTo();
    void definitionsThatMultiplyStayWhereTheyAre();
    void historyWithCallsGetsATool();
    void aSchemaIsAskedForByATool();
    void cachePointsKeepTheirLifetimeWhereItIsTaken();
    void guardrailsJudgeTheLastWords();
    void whatIsNoWordOfConverseIsTheModels();
    void betasStandInTheBody();
    void invokedModelsAreSpokenToInAnthropicsWords();
    void whatCannotBeSaidIsNamed_data();
    void whatCannotBeSaidIsNamed();
    void aHundredThousandMembersAreNoTrap();

    void anAnswerReachesBothKindsOfClient();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
    void aStreamAddsUpHoweverItArrives();
    void anInvokedStreamReachesBothKindsOfClient();
    void aStreamWithoutItsUsageIsWhole();
    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void everyTruncationOfAStreamIsAnError();
    void exceptionsInAStreamKeepTheirStatus_data();
    void exceptionsInAStreamKeepTheirStatus();
    void errorsKeepTheProvidersStatus_data();
    void errorsKeepTheProvidersStatus();

    void textsAreEmbedded_data();
    void textsAreEmbedded();
    void whatCannotBeEmbeddedIsRefused_data();
    void whatCannotBeEmbeddedIsRefused();
    void embeddingsComeBackAsOpenAis();
};

void TestBedrock::recordedExchangesComeOutTheSame_data()
{
    if (!fixtures::addCaptures({QStringLiteral("chat/bedrock-*")}))
        QSKIP("the recordings are not beside this repository");
}

void TestBedrock::recordedExchangesComeOutTheSame()
{
    QFETCH(QString, path);
    // See tests/replay/differences/; and this comparison does not know what the replay takes as the same: where thoughts stand
    // twice.
    static const QStringList onPurpose {QStringLiteral("bedrock-guardrail.json"), QStringLiteral("bedrock-reasoning-effort.json"),
        QStringLiteral("bedrock-thinking-history.json"), QStringLiteral("bedrock-thinking.json")};
    const QJsonObject capture = captured::load(path);
    if (recorded_exchange::isQuirk(capture) || onPurpose.contains(path.section(QLatin1Char('/'), -1)))
        QSKIP("differs on purpose");
    const QJsonObject asked = capture[QLatin1String("request")][QLatin1String("body")].toObject();
    const bool isNova = asked[QLatin1String("model")] == QLatin1String("bedrock-nova");
    const Deployment deployment = request_cases::deployment(bedrock(), isNova ? nova : sonnet4);
    const QStringList sent = recorded_exchange::requestDifferences(capture, deployment);
    QVERIFY2(sent.isEmpty(), qPrintable(sent.join(QLatin1Char('\n'))));
    if (capture[QLatin1String("upstream")].toArray().isEmpty())
        return;
    View view = viewTo(Dialect::OpenAiChat);
    view.model = asked[QLatin1String("model")].toString().toStdString();
    view.wantsUsage = asked[QLatin1String("stream_options")][QLatin1String("include_usage")].toBool();
    view.jsonTool = path.contains(QLatin1String("json-"));
    const bool isStream = recorded_exchange::replyOf(capture).contains(QLatin1String("eventstream"));
    const QStringList got = isStream ? streamDifferences(capture, view) : recorded_exchange::answerDifferences(capture, view);
    QVERIFY2(got.isEmpty(), qPrintable(got.join(QLatin1Char('\n'))));
}

void TestBedrock::parametersFindTheirPlaces()
{
    const QJsonObject body = sent(asking(
        R"("max_tokens":9,"temperature":0.5,"top_p":0.25,"stop":["a",""],"n":1,"user":"u","parallel_tool_calls":true,"service_tier":"auto",
        "performanceConfig":{"latency":"optimized"},"requestMetadata":{"team":"red"})"));
    QCOMPARE(body.value(QLatin1String("inferenceConfig")).toObject(),
        json(R"({"maxTokens":9,"temperature":0.5,"topP":0.25,"stopSequences":["a"]})"));
    QCOMPARE(body.value(QLatin1String("serviceTier")).toObject(), json(R"({"type":"default"})"));
    QCOMPARE(body.value(QLatin1String("performanceConfig")).toObject(), json(R"({"latency":"optimized"})"));
    QCOMPARE(body.value(QLatin1String("requestMetadata")).toObject(), json(R"({"team":"red"})"));
    QVERIFY(!body.contains(QLatin1String("additionalModelRequestFields")));
    QVERIFY(!body.contains(QLatin1String("model")) && !body.contains(QLatin1String("stream")));
}

void TestBedrock::whatAFamilyHasNoWordForIsRefused_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("member");
    const QString claude = text(sonnet4), amazon = text(nova), llama = QStringLiteral("meta.llama3-3-70b-instruct-v1:0");
    QTest::newRow("n") << claude << R"("n":2)";
    QTest::newRow("seed") << claude << R"("seed":2)";
    QTest::newRow("no tool, Claude") << claude << R"("tool_choice":"none")";
    QTest::newRow("a tool, Nova") << amazon << R"("tool_choice":"required")";
    QTest::newRow("thinking, Nova 1") << amazon << R"("reasoning_effort":"low")";
    QTest::newRow("thinking, Claude 3.5") << QStringLiteral("anthropic.claude-3-5-sonnet-20240620-v1:0")
                                          << R"("reasoning_effort":"low")";
    QTest::newRow("one call at a time, Llama") << llama << R"("parallel_tool_calls":false)";
    QTest::newRow("searching, Claude") << claude << R"("web_search_options":{})";
    QTest::newRow("tools, Titan") << QStringLiteral("amazon.titan-text-express-v1")
                                  << QStringLiteral("\"tools\":[%1]").arg(QLatin1String(tool));
}

void TestBedrock::whatAFamilyHasNoWordForIsRefused()
{
    QFETCH(QString, model);
    QFETCH(QString, member);
    const QString name = member.section(QLatin1Char('"'), 1, 1);
    const QString said = refusal(asking(member.toStdString()), model.toStdString());
    QVERIFY2(said.contains(QStringLiteral("does not support parameters: ['") + name), qPrintable(said));
    const QJsonObject dropped = sent(asking(member.toStdString() + R"(,"drop_params":true)"), model.toStdString());
    QCOMPARE(dropped.keys(), QStringList {QStringLiteral("messages")});
}

void TestBedrock::topKIsCalledAsTheMakerCallsIt_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("fields");
    QTest::newRow("Claude") << text(sonnet4) << R"({"top_k":5})";
    QTest::newRow("Nova") << text(nova) << R"({"inferenceConfig":{"topK":5}})";
    QTest::newRow("Cohere") << "cohere.command-r-v1:0"
                            << R"({"k":5})";
    QTest::newRow("an ARN") << "converse/arn:aws:bedrock:us-east-1:1:application-inference-profile/x"
                            << R"({"top_k":5})";
}

void TestBedrock::topKIsCalledAsTheMakerCallsIt()
{
    QFETCH(QString, model);
    QFETCH(QString, fields);
    QCOMPARE(request_cases::text(
                 sent(asking(R"("top_k":5)"), model.toStdString()).value(QLatin1String("additionalModelRequestFields"))),
        fields);
}

void TestBedrock::thinkingIsAskedForAsTheModelWantsIt_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<int>("maxTokens");
    const QString claude = text(sonnet4);
    QTest::newRow("effort") << claude << R"("reasoning_effort":"high")"
                            << R"({"thinking":{"budget_tokens":4096,"type":"enabled"}})" << 8192;
    QTest::newRow("the smallest budget") << claude << R"("reasoning_effort":"minimal")"
                                         << R"({"thinking":{"budget_tokens":1024,"type":"enabled"}})" << 5120;
    QTest::newRow("a budget") << claude << R"("thinking":{"type":"enabled","budget_tokens":2000},"max_tokens":5000)"
                              << R"({"thinking":{"budget_tokens":2000,"type":"enabled"}})" << 5000;
    QTest::newRow("off") << claude << R"("reasoning_effort":"none")"
                         << "" << 0;
    QTest::newRow("adaptive") << "us.anthropic.claude-opus-4-6-v1"
                              << R"("reasoning_effort":"max")"
                              << R"({"output_config":{"effort":"max"},"thinking":{"type":"adaptive"}})" << 0;
    QTest::newRow("Nova 2") << "us.amazon.nova-2-lite-v1:0"
                            << R"("reasoning_effort":"low")"
                            << R"({"reasoningConfig":{"maxReasoningEffort":"low","type":"enabled"}})" << 0;
    QTest::newRow("gpt-oss") << "openai.gpt-oss-120b-1:0"
                             << R"("reasoning_effort":"low")"
                             << R"({"reasoning_effort":"low"})" << 0;
}

void TestBedrock::thinkingIsAskedForAsTheModelWantsIt()
{
    QFETCH(QString, model);
    QFETCH(QString, member);
    QFETCH(QString, fields);
    QFETCH(int, maxTokens);
    const QJsonObject body = sent(asking(member.toStdString()), model.toStdString());
    const QJsonValue told = body.value(QLatin1String("additionalModelRequestFields"));
    QCOMPARE(told.isUndefined() ? QString() : request_cases::text(told), fields);
    QCOMPARE(body.value(QLatin1String("inferenceConfig"))[QLatin1String("maxTokens")].toInt(), maxTokens);
}

void TestBedrock::theHistoryFindsItsPlaces()
{
    const QJsonObject body = sent(telling(R"({"role":"system","content":"Be brief."},{"role":"user","content":"Look: "},
        {"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AAAA"}},{"type":"text","text":"who?"}]},
        {"role":"assistant","content":"So.","thinking_blocks":[{"type":"thinking","thinking":"T","signature":"s"},{"type":"redacted_thinking","data":"BBBB"}],
            "tool_calls":[{"id":"c:1","type":"function","function":{"name":"a","arguments":"{\"x\": 1.50}"}}]},
        {"role":"tool","tool_call_id":"c:1","content":"42"},{"role":"user","content":"And?"},{"role":"assistant","content":"It is "})"));
    QCOMPARE(body.value(QLatin1String("system")).toArray(), list(R"([{"text":"Be brief."}])"));
    QCOMPARE(body.value(QLatin1String("messages")).toArray(), list(R"([
        {"role":"user","content":[{"text":"Look: "},{"image":{"format":"jpeg","source":{"bytes":"AAAA"}}},{"text":"who?"}]},
        {"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"T","signature":"s"}}},{"reasoningContent":{"redactedContent":"BBBB"}},
            {"text":"So."},{"toolUse":{"toolUseId":"c_1","name":"a","input":{"x":1.5}}}]},
        {"role":"user","content":[{"toolResult":{"toolUseId":"c_1","content":[{"text":"42"}]}},{"text":"And?"}]},
        {"role":"assistant","content":[{"text":"It is"}]}])"));
}

void TestBedrock::anAnthropicClientsBlocksFindTheirPlaces()
{
    const QJsonObject body = sent(R"({"model":"m","max_tokens":9,"system":"S","top_k":3,"stop_sequences":["E"],"messages":[
        {"role":"assistant","content":[{"type":"thinking","thinking":"T","signature":"s"},{"type":"tool_use","id":"c1","name":"a","input":{"x":1}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"c1","is_error":true,"content":[{"type":"text","text":"42"},
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},{"type":"text","text":"So?"}]}],
        "tools":[{"name":"a","description":"d","input_schema":{"type":"object"}}],"tool_choice":{"type":"any"},
        "thinking":{"type":"enabled","budget_tokens":2048}})",
        sonnet4, Dialect::AnthropicMessages);
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[1][QLatin1String("content")][0].toObject(),
        json(
            R"({"toolResult":{"toolUseId":"c1","status":"error","content":[{"text":"42"},{"image":{"format":"png","source":{"bytes":"AAAA"}}}]}})"));
    QCOMPARE(body.value(QLatin1String("inferenceConfig")).toObject(), json(R"({"maxTokens":9,"stopSequences":["E"]})"));
    QCOMPARE(body.value(QLatin1String("toolConfig"))[QLatin1String("toolChoice")].toObject(), json(R"({"any":{}})"));
    QCOMPARE(body.value(QLatin1String("additionalModelRequestFields")).toObject(),
        json(R"({"top_k":3,"thinking":{"type":"enabled","budget_tokens":2048}})"));
}

void TestBedrock::filesFindTheirPlaces()
{
    const QJsonObject body = sent(telling(R"({"role":"user","content":[
        {"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA","filename":"My report_2024.pdf"}},
        {"type":"file","file":{"file_data":"data:application/pdf;base64,BBBB","filename":"My report_2024.pdf"}},
        {"type":"file","file":{"file_data":"AAAA","filename":"sheet.xlsx"}},
        {"type":"image_url","image_url":{"url":"data:video/mp4;base64,CCCC"}},
        {"type":"image_url","image_url":{"url":"s3://bucket/picture.png"}},
        {"type":"input_audio","input_audio":{"data":"DDDD","format":"wav"}}]})"));
    QCOMPARE(body.value(QLatin1String("messages"))[0][QLatin1String("content")].toArray(), list(R"([
        {"document":{"format":"pdf","name":"My report 2024 pdf","source":{"bytes":"AAAA"}}},
        {"document":{"format":"pdf","name":"My report 2024 pdf 2","source":{"bytes":"BBBB"}}},
        {"document":{"format":"xlsx","name":"sheet xlsx","source":{"bytes":"AAAA"}}},
        {"video":{"format":"mp4","source":{"bytes":"CCCC"}}},
        {"image":{"format":"png","source":{"s3Location":{"uri":"s3://bucket/picture.png"}}}},
        {"audio":{"format":"wav","source":{"bytes":"DDDD"}}}])"));
}

void TestBedrock::emptyWordsAreFilled()
{
    const QJsonArray messages = sent(telling(R"({"role":"user","content":" "},{"role":"assistant","content":null,
        "tool_calls":[{"id":"c1","type":"function","function":{"name":"a","arguments":""}}]},{"role":"tool","tool_call_id":"c1","content":""})"))
                                    .value(QLatin1String("messages"))
                                    .toArray();
    QVERIFY(messages[0][QLatin1String("content")][0][QLatin1String("text")].toString().contains(QLatin1String("Empty")));
    QCOMPARE(messages[1][QLatin1String("content")].toArray().size(), 1);
    const QJsonValue result = messages[2][QLatin1String("content")][0][QLatin1String("toolResult")];
    QVERIFY(!result[QLatin1String("content")][0][QLatin1String("text")].toString().isEmpty());
    QVERIFY(refusal(telling(R"({"role":"system","content":"S"})")).contains(QLatin1String("at least one non-system message")));
}

void TestBedrock::thoughtsOfOthersAreLeftOut()
{
    const QJsonArray messages = sent(telling(R"({"role":"user","content":"Q"},{"role":"assistant","content":"A",
        "thinking_blocks":[{"type":"thinking","thinking":"unsigned"}]},{"role":"user","content":"Q"})"))
                                    .value(QLatin1String("messages"))
                                    .toArray();
    QCOMPARE(messages[1][QLatin1String("content")].toArray(), list(R"([{"text":"A"}])"));
}

void TestBedrock::toolsFindTheirPlaces()
{
    const std::string tools = std::string(R"("tools":[)") + tool
        + R"(,{"type":"function","function":{"name":"b","description":"B"}},{"type":"bash_20250124","name":"bash"}],"parallel_tool_calls":false)";
    const QJsonObject body = sent(asking(tools));
    QCOMPARE(body.value(QLatin1String("toolConfig"))[QLatin1String("tools")].toArray(), list(R"([
        {"toolSpec":{"name":"a","description":"a","inputSchema":{"json":{"type":"object","properties":{"x":{"type":"integer"}}}}}},
        {"toolSpec":{"name":"b","description":"B","inputSchema":{"json":{"type":"object","properties":{}}}}}])"));
    QCOMPARE(body.value(QLatin1String("additionalModelRequestFields")).toObject(),
        json(
            R"({"tools":[{"type":"bash_20250124","name":"bash"}],"tool_choice":{"type":"auto","disable_parallel_tool_use":true}})"));
    QVERIFY(refusal(asking(R"("tools":[{"type":"web_search_20250305","name":"web_search"}])"))
                .contains(QLatin1String("'web_search_20250305'")));
    const QJsonObject search = sent(asking(R"("web_search_options":{})"), nova);
    QCOMPARE(search.value(QLatin1String("toolConfig"))[QLatin1String("tools")].toArray(),
        list(R"([{"systemTool":{"name":"nova_grounding"}}])"));
}

void TestBedrock::aToolIsChosenAsConverseSaysIt_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("told");
    QTest::newRow("auto") << "\"auto\""
                          << R"({"auto":{}})";
    QTest::newRow("required") << "\"required\""
                              << R"({"any":{}})";
    QTest::newRow("one of them") << R"({"type":"function","function":{"name":"a"}})"
                                 << R"({"tool":{"name":"a"}})";
}

void TestBedrock::aToolIsChosenAsConverseSaysIt()
{
    QFETCH(QString, choice);
    QFETCH(QString, told);
    const QJsonObject body = sent(asking(std::string(R"("tools":[)") + tool + R"(],"tool_choice":)" + choice.toStdString()));
    QCOMPARE(request_cases::text(body.value(QLatin1String("toolConfig"))[QLatin1String("toolChoice")]), told);
}

void TestBedrock::namesThatBedrockRefusesAreReplacedAndComeBack()
{
    const std::string longName(80, 'x');
    const std::string body = R"({"model":"m","messages":[{"role":"user","content":"Q"},{"role":"assistant","tool_calls":[
        {"id":"c1","type":"function","function":{"name":"a.b","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c1","content":"1"}],
        "tools":[{"type":"function","function":{"name":"a.b"}},{"type":"function","function":{"name":"a_b"}},
        {"type":"function","function":{"name":")"
        + longName + R"("}}],"tool_choice":{"type":"function","function":{"name":"a.b"}}})";
    const QJsonObject told = sent(body);
    const QJsonArray tools = told.value(QLatin1String("toolConfig"))[QLatin1String("tools")].toArray();
    QStringList names;
    for (const auto &each : tools)
        names << each[QLatin1String("toolSpec")][QLatin1String("name")].toString();
    QCOMPARE(names[1], QStringLiteral("a_b"));
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 3);
    QCOMPARE(names[2].size(), 64);
    QCOMPARE(told.value(QLatin1String("toolConfig"))[QLatin1String("toolChoice")][QLatin1String("tool")][QLatin1String("name")]
                 .toString(),
        names[0]);
    QCOMPARE(
        told.value(QLatin1String("messages"))[1][QLatin1String("content")][0][QLatin1String("toolUse")][QLatin1String("name")]
            .toString(),
        names[0]);

    const auto request = wire::JsonObject::parse(body);
    QVERIFY(request);
    View view = viewTo(Dialect::OpenAiChat);
    view.request = &*request;
    const std::string start =
        R"({"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"c1","name":")" + names[0].toStdString() + R"("}}})";
    const Run streamed = run(view, begin + event_frames::event("contentBlockStart", start) + stop("tool_use") + metadata);
    QVERIFY(!streamed.error);
    const QJsonValue choice = reassembled(text(streamed.out)).value(QLatin1String("choices"))[QLatin1String("0")];
    QCOMPARE(choice[QLatin1String("tool_calls")][0][QLatin1String("name")].toString(), QStringLiteral("a.b"));
    const auto whole = decodeAnswer(R"({"output":{"message":{"role":"assistant","content":[{"toolUse":{"toolUseId":"c1","name":")"
            + names[2].toStdString() + R"(","input":{}}}]}},"stopReason":"tool_use"})",
        view);
    QVERIFY(whole && whole->body.find(longName) != std::string::npos);
}

void TestBedrock::definitionsStandWhereTheyAreReferredTo_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("told");
    QTest::newRow("nested")
        << R"({"type":"object","$schema":"s","additionalProperties":false,"$defs":{"A":{"type":"array","items":{"$ref":"#/$defs/B"}},"B":{"type":"string"}},"properties":{"a":{"$ref":"#/$defs/A","description":"d"}}})"
        << R"({"properties":{"a":{"description":"d","items":{"type":"string"},"type":"array"}},"type":"object"})";
    QTest::newRow("into itself")
        << R"({"type":"object","$defs":{"A":{"properties":{"a":{"$ref":"#/$defs/A"}}}},"properties":{"a":{"$ref":"#/$defs/A"}}})"
        << R"({"$defs":{"A":{"properties":{"a":{"$ref":"#/$defs/A"}}}},"properties":{"a":{"$ref":"#/$defs/A"}},"type":"object"})";
    QTest::newRow("a property of that name")
        << R"({"properties":{"$ref":{"type":"string"},"definitions":{"type":"string"}}})"
        << R"({"properties":{"$ref":{"type":"string"},"definitions":{"type":"string"}},"type":"object"})";
}

void TestBedrock::definitionsStandWhereTheyAreReferredTo()
{
    QFETCH(QString, schema);
    QFETCH(QString, told);
    const QJsonObject body =
        sent(asking(R"("tools":[{"type":"function","function":{"name":"a","parameters":)" + schema.toStdString() + "}}]"));
    const QJsonValue got = body.value(QLatin1String("toolConfig"))[QLatin1String("tools")][0][QLatin1String("toolSpec")];
    QCOMPARE(request_cases::text(got[QLatin1String("inputSchema")][QLatin1String("json")]), told);
}

void TestBedrock::definitionsThatMultiplyStayWhereTheyAre()
{
    std::string definitions = R"("D0":{"type":"string"})";
    for (int i = 1; i < 60; ++i) {
        const std::string before = R"({"$ref":"#/$defs/D)" + std::to_string(i - 1) + R"("})";
        definitions += ",\"D" + std::to_string(i) + R"(":{"anyOf":[)" + before + ',' + before + "]}";
    }
    const std::string schema = R"({"type":"object","$defs":{)" + definitions + R"(},"properties":{"a":{"$ref":"#/$defs/D59"}}})";
    const auto result = encoded(asking(R"("tools":[{"type":"function","function":{"name":"a","parameters":)" + schema + "}}]"));
    QVERIFY(result);
    QVERIFY(result->body.size() < 2 * schema.size() + 1000);
}

void TestBedrock::historyWithCallsGetsATool()
{
    const QJsonObject body = sent(telling(R"({"role":"user","content":"Q"},{"role":"assistant","tool_calls":[
        {"id":"c1","type":"function","function":{"name":"a","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c1","content":"1"})"));
    const QJsonValue spec = body.value(QLatin1String("toolConfig"))[QLatin1String("tools")][0][QLatin1String("toolSpec")];
    QCOMPARE(spec[QLatin1String("name")].toString(), QStringLiteral("dummy_tool"));
}

void TestBedrock::aSchemaIsAskedForByATool()
{
    const std::string format =
        R"("response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","properties":{},"additionalProperties":false}}})";
    const auto result = encoded(asking(format));
    QVERIFY(result && result->jsonTool);
    const QJsonObject config = object(result->body).value(QLatin1String("toolConfig")).toObject();
    QCOMPARE(config.value(QLatin1String("toolChoice")).toObject(), json(R"({"tool":{"name":"json_tool_call"}})"));
    const QJsonObject thinking = sent(asking(format + R"(,"reasoning_effort":"low")"));
    QVERIFY(!thinking.value(QLatin1String("toolConfig")).toObject().contains(QLatin1String("toolChoice")));
    QVERIFY(!sent(asking(R"("response_format":{"type":"json_object"})")).contains(QLatin1String("toolConfig")));
    QVERIFY(encoded(asking(R"("response_format":{"type":"json_object"})"))->jsonTool);

    View view = viewTo(Dialect::OpenAiChat);
    view.jsonTool = true;
    const Run streamed = run(view,
        begin
            + event_frames::event(
                "contentBlockStart", R"({"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"c1","name":"json_tool_call"}}})")
            + delta(0, R"({"toolUse":{"input":"{\"a\":1}"}})") + stop("tool_use") + metadata);
    QVERIFY(!streamed.error);
    const QJsonValue choice = reassembled(text(streamed.out)).value(QLatin1String("choices"))[QLatin1String("0")];
    QCOMPARE(choice[QLatin1String("content")].toString(), QStringLiteral("{\"a\":1}"));
    QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("stop"));
}

void TestBedrock::cachePointsKeepTheirLifetimeWhereItIsTaken()
{
    const std::string body =
        telling(R"({"role":"user","content":[{"type":"text","text":"Q","cache_control":{"type":"ephemeral","ttl":"1h"}}]})");
    const auto point = [&](const std::string &model) {
        return sent(body, model)
            .value(QLatin1String("messages"))[0][QLatin1String("content")][1][QLatin1String("cachePoint")]
            .toObject();
    };
    QCOMPARE(point(sonnet4), json(R"({"type":"default"})"));
    QCOMPARE(point(sonnet45), json(R"({"type":"default","ttl":"1h"})"));
    QCOMPARE(point(nova), json(R"({"type":"default"})"));
    QVERIFY(point("meta.llama3-3-70b-instruct-v1:0").isEmpty());
}

void TestBedrock::guardrailsJudgeTheLastWords()
{
    const std::string config = R"("guardrailConfig":{"guardrailIdentifier":"g1","guardrailVersion":"1"})";
    const QJsonObject body = sent(
        telling(R"({"role":"user","content":"A"},{"role":"assistant","content":"B"},{"role":"user","content":"C"})", config));
    QCOMPARE(
        body.value(QLatin1String("guardrailConfig")).toObject(), json(R"({"guardrailIdentifier":"g1","guardrailVersion":"1"})"));
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages[0][QLatin1String("content")].toArray(), list(R"([{"text":"A"}])"));
    QCOMPARE(messages[2][QLatin1String("content")].toArray(), list(R"([{"guardContent":{"text":{"text":"C"}}}])"));
    const QJsonObject marked =
        sent(telling(R"({"role":"user","content":[{"type":"guarded_text","text":"A"},{"type":"text","text":"B"}]})", config));
    QCOMPARE(marked.value(QLatin1String("messages"))[0][QLatin1String("content")].toArray(),
        list(R"([{"guardContent":{"text":{"text":"A"}}},{"text":"B"}])"));
}

void TestBedrock::whatIsNoWordOfConverseIsTheModels()
{
    const QJsonObject body = sent(asking(R"("vendor_flag":{"a":1},"inferenceConfig":{"topP":0.5,"maxTokens":1},"max_tokens":7,
        "additionalModelRequestFields":{"vendor_flag":2,"other":3},"additionalModelResponseFieldPaths":["/x"])"));
    QCOMPARE(body.value(QLatin1String("additionalModelRequestFields")).toObject(), json(R"({"vendor_flag":2,"other":3})"));
    QCOMPARE(body.value(QLatin1String("inferenceConfig")).toObject(), json(R"({"topP":0.5,"maxTokens":7})"));
    QVERIFY(body.contains(QLatin1String("additionalModelResponseFieldPaths")));
}

void TestBedrock::betasStandInTheBody()
{
    auto call = request_cases::call(Dialect::OpenAiChat, asking(R"("anthropic_beta":["mine-2030-01-01"])"));
    QVERIFY(call);
    call->forward.add("anthropic-beta", "context-1m-2025-08-07, files-api-2025-04-14");
    const Deployment deployment = request_cases::deployment(bedrock(), sonnet45);
    const auto result = request_cases::encode(*call, deployment, deployment.model, {});
    QVERIFY(result);
    QCOMPARE(object(result->body).value(QLatin1String("additionalModelRequestFields")).toObject(),
        json(R"({"anthropic_beta":["mine-2030-01-01","context-1m-2025-08-07"]})"));
}

void TestBedrock::invokedModelsAreSpokenToInAnthropicsWords()
{
    auto call = request_cases::call(Dialect::AnthropicMessages,
        R"({"model":"m","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"Hi"}],"vendor":1})");
    QVERIFY(call);
    call->forward.add("anthropic-beta", "interleaved-thinking-2025-05-14,claude-code-20250219");
    const Deployment deployment = request_cases::deployment(bedrock(), sonnet45);
    const auto relayed = translate::encode(*call, {deployment, deployment.model, Dialect::AnthropicMessages}, {});
    QVERIFY(relayed);
    QCOMPARE(object(relayed->body),
        json(R"({"max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"vendor":1,"anthropic_version":"bedrock-2023-05-31",
            "anthropic_beta":["interleaved-thinking-2025-05-14"]})"));

    const auto chat = request_cases::call(Dialect::OpenAiChat,
        asking(
            R"("stream":true,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","properties":{}}}})"));
    QVERIFY(chat);
    const auto translated = translate::encode(*chat, {deployment, deployment.model, Dialect::AnthropicMessages}, {});
    QVERIFY(translated && translated->jsonTool);
    const QJsonObject body = object(translated->body);
    QVERIFY(!body.contains(QLatin1String("model")) && !body.contains(QLatin1String("stream")));
    QCOMPARE(body.value(QLatin1String("anthropic_version")).toString(), QStringLiteral("bedrock-2023-05-31"));
}

void TestBedrock::whatCannotBeSaidIsNamed_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("says");
    QTest::newRow("a picture's address") << R"({"type":"image_url","image_url":{"url":"https://x/y.png"}})"
                                         << "BedrockException - messages[0] holds a file by its address";
    QTest::newRow("a file's id") << R"({"type":"file","file":{"file_id":"file-1"}})"
                                 << "BedrockException - messages[0] holds a file by its id";
    QTest::newRow("an odd file") << R"({"type":"file","file":{"file_data":"data:application/zip;base64,AAAA"}})"
                                 << "BedrockException - messages[0] holds a file of type 'application/zip'";
    QTest::newRow("a new kind") << R"({"type":"smell"})"
                                << "BedrockException - messages[0] holds a block of type 'smell'";
}

void TestBedrock::whatCannotBeSaidIsNamed()
{
    QFETCH(QString, part);
    QFETCH(QString, says);
    const std::string body = telling(R"({"role":"user","content":[)" + part.toStdString() + "]}");
    QVERIFY2(refusal(body).contains(says), qPrintable(refusal(body)));
    QCOMPARE(refusal(body.substr(0, body.size() - 1) + R"(,"drop_params":true})"), QString());
    QVERIFY(refusal(asking("\"n\":1"), "agent/x").contains(QLatin1String("bedrock/agent/")));
}

void TestBedrock::aHundredThousandMembersAreNoTrap()
{
    std::string rest = "\"a\":1";
    for (int i = 0; i < 100000; ++i)
        rest += ",\"x" + std::to_string(i) + "\":1";
    QCOMPARE(sent(asking(rest)).value(QLatin1String("additionalModelRequestFields")).toObject().size(), 100001);
}

void TestBedrock::anAnswerReachesBothKindsOfClient()
{
    const std::string body = R"({"output":{"message":{"role":"assistant","content":[
        {"reasoningContent":{"reasoningText":{"text":"Hm","signature":"s"}}},{"reasoningContent":{"redactedContent":"AAAA"}},
        {"text":"I "},{"citationsContent":{"content":[{"text":"look."}],"citations":[{"title":"t"}]}},
        {"toolUse":{"toolUseId":"c1","name":"a","input":{"x": 1.50}}}]}},"stopReason":"tool_use",
        "usage":{"inputTokens":14,"outputTokens":8,"cacheReadInputTokens":200,"cacheWriteInputTokens":50,"cacheDetails":[{"inputTokens":50,"ttl":"1h"}]},
        "trace":{"guardrail":{"a":1}}})";
    const auto chat = decodeAnswer(body, viewTo(Dialect::OpenAiChat));
    QVERIFY(chat);
    const QJsonObject answer = object(chat->body);
    QCOMPARE(answer.value(QLatin1String("trace")).toObject(), json(R"({"guardrail":{"a":1}})"));
    const QJsonValue message = answer.value(QLatin1String("choices"))[0][QLatin1String("message")];
    QCOMPARE(message[QLatin1String("content")].toString(), QStringLiteral("I look."));
    QCOMPARE(message[QLatin1String("thinking_blocks")].toArray().size(), 2);
    QCOMPARE(message[QLatin1String("provider_specific_fields")].toObject(), json(R"({"citations":[[{"title":"t"}]]})"));
    QCOMPARE(message[QLatin1String("tool_calls")][0][QLatin1String("function")][QLatin1String("arguments")].toString(),
        QStringLiteral("{\"x\": 1.50}"));
    QCOMPARE(chat->usage.input, 264);
    QCOMPARE(chat->usage.cacheWrite1h, 50);
    QCOMPARE(chat->finishReason, std::string("tool_calls"));

    const auto anthropic = decodeAnswer(body, viewTo(Dialect::AnthropicMessages));
    QVERIFY(anthropic);
    QCOMPARE(object(anthropic->body).value(QLatin1String("content")).toArray().size(), 5);
    QCOMPARE(object(anthropic->body).value(QLatin1String("stop_reason")).toString(), QStringLiteral("tool_use"));
}

void TestBedrock::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no output") << QByteArray(R"({"stopReason":"end_turn"})");
    QTest::newRow("no message") << QByteArray(R"({"output":{},"stopReason":"end_turn"})");
    QTest::newRow("no content") << QByteArray(R"({"output":{"message":{"role":"assistant"}}})");
}

void TestBedrock::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto answer = decodeAnswer(body.toStdString(), viewTo(to));
        QVERIFY(!answer);
        QCOMPARE(answer.error().fault, Fault::BadGateway);
        QVERIFY(answer.error().message.find("BedrockException - ") != std::string::npos);
    }
}

void TestBedrock::aStreamAddsUpHoweverItArrives()
{
    for (const std::size_t size : {std::string::npos, std::size_t(1), std::size_t(7), std::size_t(100)}) {
        const Run result = run(viewTo(Dialect::OpenAiChat), rich, size);
        QVERIFY(!result.error);
        const QJsonValue choice = reassembled(text(result.out)).value(QLatin1String("choices"))[QLatin1String("0")];
        QCOMPARE(choice[QLatin1String("reasoning_content")].toString(), QString::fromUtf8("Hm \u00e9"));
        QCOMPARE(choice[QLatin1String("content")].toString(), QStringLiteral("I look."));
        const QJsonArray calls = choice[QLatin1String("tool_calls")].toArray();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0][QLatin1String("id")].toString(), QStringLiteral("c1"));
        QCOMPARE(calls[0][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\": 1.50}"));
        QCOMPARE(calls[1][QLatin1String("arguments")].toString(), QStringLiteral("{}"));
        QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
        QCOMPARE(result.usage.input, 24);
        QVERIFY(result.out.find("\"guardrail\"") != std::string::npos);
        QVERIFY(result.out.ends_with("data: [DONE]\n\n"));
    }
    const Run messages = run(viewTo(Dialect::AnthropicMessages), rich);
    QVERIFY(!messages.error);
    const QJsonArray content = reassembled(text(messages.out)).value(QLatin1String("content")).toArray();
    QCOMPARE(content.size(), 5);
    QCOMPARE(content[0][QLatin1String("signature")].toString(), QStringLiteral("sig"));
    QCOMPARE(content[1][QLatin1String("data")].toString(), QStringLiteral("AAAA"));
}

std::string chunk(const char *event)
{
    return event_frames::event("chunk", R"({"bytes":")" + QByteArray(event).toBase64().toStdString() + R"("})");
}

void TestBedrock::anInvokedStreamReachesBothKindsOfClient()
{
    const std::string frames =
        chunk(R"({"type":"message_start","message":{"id":"msg_1","model":"claude","usage":{"input_tokens":14}}})")
        + chunk(R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})")
        + chunk(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}})")
        + chunk(R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":8}})")
        + chunk(R"({"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":14}})");
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        View view = viewTo(to);
        view.from = Dialect::AnthropicMessages;
        const Run result = run(view, frames, 5);
        QVERIFY(!result.error);
        QCOMPARE(result.usage.output, 8);
        QVERIFY(result.out.find("\"Hi\"") != std::string::npos);
        QVERIFY(run(view, frames.substr(0, frames.size() - 1)).error);
    }
    View view = viewTo(Dialect::AnthropicMessages);
    view.from = Dialect::AnthropicMessages;
    QVERIFY(run(view, frames).out.find("event: content_block_delta\ndata: {") != std::string::npos);
    const Run throttled = run(view, event_frames::exception("throttlingException", R"({"message":"Slow down"})"));
    QCOMPARE(throttled.error.value_or(Error {}).httpStatus(), 429);
}

void TestBedrock::aStreamWithoutItsUsageIsWhole()
{
    const Run result = run(viewTo(Dialect::OpenAiChat), begin + delta(0, R"({"text":"Hi"})") + stop("end_turn"));
    QVERIFY(!result.error);
    QVERIFY(!result.usage.reported);
    QVERIFY(result.out.ends_with("data: [DONE]\n\n"));
}

void TestBedrock::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("nothing", "");
    row("a beginning alone", begin);
    row("no end", begin + delta(0, R"({"text":"Hi"})"));
    row("only its usage", begin + delta(0, R"({"text":"Hi"})") + metadata);
    row("an end without a beginning", stop("end_turn") + metadata);
    row("no JSON", begin + delta(0, R"({"text":"Hi")") + stop("end_turn"));
    row("another framing", "data: {}\n\n");
    row("an exception",
        begin + delta(0, R"({"text":"Hi"})") + event_frames::exception("internalServerException", "{}") + stop("end_turn"));
}

void TestBedrock::aBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const Run result = run(viewTo(to), bytes.toStdString());
        QVERIFY2(fixtures::isBrokenOff(result, "BedrockException"), result.out.c_str());
    }
}

void TestBedrock::everyTruncationOfAStreamIsAnError()
{
    const std::size_t whole = rich.size() - metadata.size();
    for (std::size_t size = 0; size < rich.size(); ++size)
        QVERIFY2(run(viewTo(Dialect::OpenAiChat), std::string_view(rich).substr(0, size)).error.has_value() == (size != whole),
            qPrintable(QString::number(size)));
}

void TestBedrock::exceptionsInAStreamKeepTheirStatus_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("status");
    QTest::newRow("throttled") << QByteArray("throttlingException") << 429;
    QTest::newRow("invalid") << QByteArray("validationException") << 400;
    QTest::newRow("failed") << QByteArray("internalServerException") << 503;
    QTest::newRow("away") << QByteArray("serviceUnavailableException") << 503;
    QTest::newRow("broke off") << QByteArray("modelStreamErrorException") << 424;
}

void TestBedrock::exceptionsInAStreamKeepTheirStatus()
{
    QFETCH(QByteArray, name);
    QFETCH(int, status);
    const Run result =
        run(viewTo(Dialect::OpenAiChat), begin + event_frames::exception(name.toStdString(), R"({"message":"Why"})"));
    QVERIFY(result.error);
    QCOMPARE(result.error->httpStatus(), status);
    QVERIFY(result.error->message.ends_with(name.toStdString() + ": Why"));
    QCOMPARE(result.out, std::string());
}

void TestBedrock::errorsKeepTheProvidersStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<int>("outward");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, int status, const char *says, int outward, Fault fault) {
        QTest::newRow(name) << status << QByteArray(R"({"message":")") + says + R"("})" << outward << int(fault);
    };
    row("too long", 400, "Input is too long for requested model.", 400, Fault::ContextWindowExceeded);
    row("too many tokens", 400, "Too many input tokens. Max input tokens: 8192", 400, Fault::ContextWindowExceeded);
    row("too many tokens in a minute", 429, "Too many tokens, please wait before trying again.", 429, Fault::RateLimit);
    row("malformed", 400, "Malformed input request", 400, Fault::BadRequest);
    row("no access", 403, "You don't have access to the model with the specified model ID.", 403, Fault::PermissionDenied);
    row("wrong key", 403, "The security token included in the request is invalid.", 401, Fault::Authentication);
    row("unknown", 404, "Could not resolve the foundation model", 404, Fault::NotFound);
    row("slow", 408, "Model has timed out in processing the request", 408, Fault::Timeout);
    row("model error", 424, "The system encountered an error", 424, Fault::Api);
    row("failed", 500, "The system encountered an unexpected error", 503, Fault::ServiceUnavailable);
    row("away", 503, "Bedrock is unable to process your request.", 503, Fault::ServiceUnavailable);
}

void TestBedrock::errorsKeepTheProvidersStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    QFETCH(int, outward);
    QFETCH(int, fault);
    const Error error = classify(bedrock(), Dialect::OpenAiChat, status, says.toStdString());
    QCOMPARE(int(error.fault), fault);
    QCOMPARE(error.httpStatus(), outward);
    QVERIFY(error.message.ends_with("BedrockException - " + says.toStdString()));
}

namespace {

QJsonObject embedded(const std::string &body, const std::string &model)
{
    auto call = request_cases::call(Dialect::OpenAiChat, body);
    if (!call)
        return {};
    call->operation = Operation::Embedding;
    const Deployment deployment = request_cases::deployment(bedrock(), model);
    const auto result = request_cases::encode(*call, deployment, deployment.model, {});
    return result ? object(result->body) : QJsonObject {{QStringLiteral("refused"), text(result.error().message)}};
}

} // namespace

void TestBedrock::textsAreEmbedded_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("told");
    QTest::newRow("Titan") << "amazon.titan-embed-text-v2:0"
                           << R"("input":["a"],"dimensions":256,"encoding_format":"base64","user":"u","normalize":true)"
                           << R"({"dimensions":256,"inputText":"a","normalize":true})";
    QTest::newRow("Titan, pictures") << "amazon.titan-embed-image-v1"
                                     << R"("input":"a","dimensions":256)"
                                     << R"({"embeddingConfig":{"outputEmbeddingLength":256},"inputText":"a"})";
    QTest::newRow("Cohere") << "cohere.embed-multilingual-v3"
                            << R"("input":["a","b"])"
                            << R"({"input_type":"search_document","texts":["a","b"]})";
    QTest::newRow("Cohere 4") << "us.cohere.embed-v4:0"
                              << R"("input":"a","dimensions":256,"input_type":"search_query")"
                              << R"({"input_type":"search_query","output_dimension":256,"texts":["a"]})";
}

void TestBedrock::textsAreEmbedded()
{
    QFETCH(QString, model);
    QFETCH(QString, rest);
    QFETCH(QString, told);
    QCOMPARE(request_cases::text(embedded(R"({"model":"m",)" + rest.toStdString() + '}', model.toStdString())), told);
}

void TestBedrock::whatCannotBeEmbeddedIsRefused_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("says");
    QTest::newRow("two texts") << "amazon.titan-embed-text-v2:0"
                               << R"("input":["a","b"])"
                               << "one text a request";
    QTest::newRow("tokens") << "cohere.embed-english-v3"
                            << R"("input":[1,2])"
                            << "input must be";
    QTest::newRow("nothing") << "cohere.embed-english-v3"
                             << R"("x":1)"
                             << "input must be";
    QTest::newRow("dimensions") << "amazon.titan-embed-text-v1"
                                << R"("input":"a","dimensions":2)"
                                << "parameters: ['dimensions']";
    QTest::newRow("a chat model") << text(nova) << R"("input":"a")"
                                  << "no embeddings are known";
}

void TestBedrock::whatCannotBeEmbeddedIsRefused()
{
    QFETCH(QString, model);
    QFETCH(QString, rest);
    QFETCH(QString, says);
    const QString said =
        embedded(R"({"model":"m",)" + rest.toStdString() + '}', model.toStdString()).value(QLatin1String("refused")).toString();
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestBedrock::embeddingsComeBackAsOpenAis()
{
    View view = viewTo(Dialect::OpenAiChat);
    view.operation = Operation::Embedding;
    const auto titan =
        decodeAnswer(R"({"embedding":[0.1,-2],"inputTextTokenCount":2,"embeddingsByType":{"float":[0.1,-2]}})", view);
    QVERIFY(titan);
    QCOMPARE(object(titan->body),
        json(R"({"object":"list","model":"alias","data":[{"object":"embedding","index":0,"embedding":[0.1,-2]}],
        "usage":{"prompt_tokens":2,"completion_tokens":0,"total_tokens":2}})"));
    QCOMPARE(titan->usage.input, 2);
    const auto cohere = decodeAnswer(R"({"id":"1","embeddings":{"float":[[1],[2]]}})", view);
    QVERIFY(cohere);
    QCOMPARE(object(cohere->body).value(QLatin1String("data")).toArray().size(), 2);

    const auto request = wire::JsonObject::parse(R"({"encoding_format":"base64"})");
    QVERIFY(request);
    view.request = &*request;
    const auto packed = decodeAnswer(R"({"embeddings":[[1.0,-2]]})", view);
    QVERIFY(packed);
    QCOMPARE(object(packed->body).value(QLatin1String("data"))[0][QLatin1String("embedding")].toString(),
        QStringLiteral("AACAPwAAAMA="));
    for (const char *body : {"", "{}", R"({"embedding":"x"})", R"({"embeddings":[1]})"}) {
        const auto nothing = decodeAnswer(body, view);
        QVERIFY(!nothing && nothing.error().fault == Fault::BadGateway);
    }
}

QTEST_GUILESS_MAIN(TestBedrock)
#include "tst_bedrock.moc"
