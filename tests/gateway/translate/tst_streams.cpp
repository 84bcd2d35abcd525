// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "views.h"

#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::reassembled;
using captured::text;
using fixtures::Cut;
using fixtures::run;
using fixtures::Run;

namespace {

std::string fixture(const char *name)
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/translate/streams/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

View openAiToOpenAi()
{
    return fixtures::view(fixtures::openAi(), Dialect::OpenAiChat);
}
View openAiToAnthropic()
{
    return fixtures::view(fixtures::openAi(), Dialect::AnthropicMessages);
}
View anthropicToOpenAi()
{
    return fixtures::view(fixtures::anthropic(), Dialect::OpenAiChat);
}
View anthropicToAnthropic()
{
    return fixtures::view(fixtures::anthropic(), Dialect::AnthropicMessages);
}

/// A chunk of the usual shape with \a delta, or with \a rest after it.
std::string chunk(const std::string &delta, const std::string &finish = "null", const std::string &rest = {}, int index = 0)
{
    return "data: "
           "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,\"model\":\"up-1\",\"choices\":[{"
           "\"index\":"
        + std::to_string(index) + ",\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]" + rest + "}\n\n";
}

const std::string role = "{\"role\":\"assistant\",\"content\":\"\"}";
const std::string done = "data: [DONE]\n\n";

std::string say(const std::string &words)
{
    return chunk("{\"content\":\"" + words + "\"}");
}

std::string tool(int index, const std::string &arguments, const std::string &id = {})
{
    const std::string opening = id.empty() ? "" : "\"id\":\"" + id + "\",\"type\":\"function\",";
    const std::string name = id.empty() ? "" : "\"name\":\"f_" + id + "\",";
    return chunk("{\"tool_calls\":[{\"index\":" + std::to_string(index) + "," + opening + "\"function\":{" + name
        + "\"arguments\":\"" + arguments + "\"}}]}");
}

QJsonObject choice(const QJsonObject &message, int index = 0)
{
    return message.value(QLatin1String("choices")).toObject().value(QString::number(index)).toObject();
}

QString contentOf(const Run &result)
{
    return choice(reassembled(text(result.out))).value(QLatin1String("content")).toString();
}

/// Only well-formed streams: every block opened once, closed once, one at a time, and every event JSON.
QString disorder(const std::string &stream)
{
    int open = -1, next = 0;
    for (const captured::Event &event : captured::events(text(stream))) {
        const QJsonObject data = object(event.data.toStdString());
        const QString type = data.value(QLatin1String("type")).toString();
        const int index = data.value(QLatin1String("index")).toInt(-1);
        if (type != event.name)
            return QStringLiteral("event ") + event.name + QStringLiteral(" holds ") + event.data;
        if (type == QLatin1String("content_block_start") && (open != -1 || index != next++))
            return QStringLiteral("block %1 opened out of turn").arg(index);
        if (type == QLatin1String("content_block_start"))
            open = index;
        else if (type.startsWith(QLatin1String("content_block")) && index != open)
            return QStringLiteral("block %1 is not open").arg(index);
        if (type == QLatin1String("content_block_stop"))
            open = -1;
        if (type.startsWith(QLatin1String("message_")) && open != -1)
            return QStringLiteral("block %1 was left open").arg(open);
    }
    return {};
}

} // namespace

class TestStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedStreamsAddUpToTheSame_data();
    void recordedStreamsAddUpToTheSame();
    void howeverTheBytesArriveTheMessageIsTheSame_data();
    void howeverTheBytesArriveTheMessageIsTheSame();

    void chunksPassByteForByteButForTheModel();
    void unknownMembersAndChangingStringsSurvive();
    void aRoleAloneIsHeldBackUntilThereIsContent();
    void aMissingRoleIsAdded();
    void usageIsTakenOutUnlessItWasAskedFor();
    void everyChoiceKeepsItsEnd();
    void commentsAndOtherLineEndingsAreNoObstacle();
    void aLastEventWithoutItsBlankLineCounts();

    void anthropicEventsPassByteForByte();
    void anErrorAfterContentIsPassedOnOnce();

    void thinkingAndToolsReachAnOpenAiClient();
    void theForcedJsonToolStreamsAsContent();
    void aCallWithoutArgumentsSaysSo();
    void reasoningTextAndToolsReachAnAnthropicClient();
    void mixedPiecesOfParallelCallsComeOutInOrder();
    void unfinishedCallsAreClosedAtTheEnd();

    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void aFailureBeforeContentLeavesNothingSent_data();
    void aFailureBeforeContentLeavesNothingSent();
    void garbageNeverCrashes_data();
    void garbageNeverCrashes();
};

void TestStreams::recordedStreamsAddUpToTheSame_data()
{
    if (!fixtures::addCaptures({QStringLiteral("chat/openai-*stream*"), QStringLiteral("chat/vllm-*stream*"),
            QStringLiteral("chat/anthropic-*stream*"), QStringLiteral("messages/anthropic-*stream*"),
            QStringLiteral("messages/vllm-*stream*"), QStringLiteral("messages/mistral-*stream*")}))
        QSKIP("the recordings are not beside this repository");
}

void TestStreams::recordedStreamsAddUpToTheSame()
{
    QFETCH(QString, path);
    if (path.endsWith(QLatin1String("openai-error-mid-garbage-stream.json")))
        QSKIP("differs on purpose: a 502, see tests/replay/differences/");
    const QJsonObject capture = captured::load(path);
    const QJsonObject reply = capture.value(QLatin1String("upstream_reply")).toArray().first().toObject();
    if (capture.value(QLatin1String("upstream")).toArray().isEmpty() || !reply.contains(QLatin1String("sse")))
        QSKIP("not a stream of a provider");
    if (capture.contains(QLatin1String("quirk")) && !capture.value(QLatin1String("quirk")).isNull())
        QSKIP("the original's own slip");
    if (path.endsWith(QLatin1String("openai-stream-n2.json")))
        QSKIP("the original loses the second choice's finish_reason");
    if (path.endsWith(QLatin1String("vllm-stream-no-usage-asked.json")))
        QSKIP("the original loses system_fingerprint, ours passes what it does not know");

    const View view = fixtures::viewOf(capture);
    const std::string bytes = fixtures::bodyOf(reply);
    const QJsonObject want = capture.value(QLatin1String("reply")).toObject();
    const captured::Mask mask(capture);
    for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
        const Run result = run(view, bytes, cut);
        QStringList found;
        if (want.value(QLatin1String("status")).toInt() != 200) {
            QVERIFY(result.error);
            QVERIFY(result.out.empty());
            QCOMPARE(result.error->httpStatus(), want.value(QLatin1String("status")).toInt());
            captured::differences(captured::bodyView(want.value(QLatin1String("body")).toObject(), mask),
                captured::bodyView(object(errorBody(*result.error, view.to)), mask), QStringLiteral("body"), found);
        } else {
            captured::differences(captured::streamView(want.value(QLatin1String("sse")).toString(), mask),
                captured::streamView(result.seen(view.to), mask), QStringLiteral("stream"), found);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n')) + QLatin1Char('\n') + result.seen(view.to)));
    }
}

void TestStreams::howeverTheBytesArriveTheMessageIsTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("fromAnthropic");
    for (const char *name : {"openai_tools.sse", "openai_reasoning_crlf.sse"})
        QTest::newRow(name) << QString(QLatin1String(name)) << false;
    QTest::newRow("anthropic_rich.sse") << QStringLiteral("anthropic_rich.sse") << true;
}

void TestStreams::howeverTheBytesArriveTheMessageIsTheSame()
{
    QFETCH(QString, file);
    QFETCH(bool, fromAnthropic);
    const std::string bytes = fixture(qPrintable(file));
    QVERIFY(!bytes.empty());
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        View view = fixtures::view(fromAnthropic ? fixtures::anthropic() : fixtures::openAi(), to);
        view.wantsUsage = true;
        const captured::Mask mask({});
        const Run whole = run(view, bytes);
        QVERIFY(!whole.error);
        const QJsonValue message = captured::streamView(text(whole.out), mask);
        for (quint32 seed = 0; seed < 40; ++seed) {
            const Run other = run(view, bytes, seed == 0 ? Cut::Bytes : Cut::Random, seed);
            QVERIFY(!other.error);
            QStringList found;
            captured::differences(message, captured::streamView(text(other.out), mask), QStringLiteral("stream"), found);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
            QCOMPARE(other.usage.output, whole.usage.output);
            QCOMPARE(other.finishReason, whole.finishReason);
        }
    }
}

void TestStreams::chunksPassByteForByteButForTheModel()
{
    const std::string bytes = chunk(role) + say("a \\\"model\\\":\\\"up-1\\\" b") + say("\\u00e9\\\\") + say("") + say("c")
        + chunk("{}", "\"stop\"", ",\"vendor\":{\"model\":\"up-1\"}") + done;
    std::string expected = bytes;
    const std::string before = "1760000000,\"model\":\"up-1\"", after = "1760000000,\"model\":\"alias\"";
    for (std::size_t at = expected.find(before); at != std::string::npos; at = expected.find(before, at + 1))
        expected.replace(at, before.size(), after);
    for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
        const Run result = run(openAiToOpenAi(), bytes, cut);
        QVERIFY(!result.error);
        QCOMPARE(text(result.out), text(expected));
        QCOMPARE(result.finishReason, std::string("stop"));
    }
}

void TestStreams::unknownMembersAndChangingStringsSurvive()
{
    std::string bytes = chunk(role);
    for (int i = 0; i < 100; ++i)
        bytes += chunk("{\"content\":\"" + std::to_string(i) + ",\",\"odd\":[1.50]}", "null",
            ",\"usage\":null,\"obfuscation\":\"" + std::string(std::size_t(i % 7), 'x') + "\"");
    bytes += chunk("{}", "\"length\"") + done;
    const Run result = run(openAiToOpenAi(), bytes, Cut::Random);
    QVERIFY(!result.error);
    QCOMPARE(text(result.out).count(QLatin1String("\"odd\":[1.50]")), 100);
    QCOMPARE(text(result.out).count(QLatin1String("\"obfuscation\":\"xxxxxx\"")), 14);
    QCOMPARE(text(result.out).count(QLatin1String("up-1")), 0);
    QVERIFY(contentOf(result).startsWith(QLatin1String("0,1,2,")));
    QVERIFY(contentOf(result).endsWith(QLatin1String("98,99,")));
    QCOMPARE(result.finishReason, std::string("length"));
}

void TestStreams::aRoleAloneIsHeldBackUntilThereIsContent()
{
    const auto stream = makeStream(openAiToOpenAi());
    std::string out;
    QVERIFY(stream->feed(chunk(role), out));
    QVERIFY(out.empty());
    QVERIFY(stream->feed(say("x"), out));
    QCOMPARE(captured::events(text(out)).size(), 2);

    const auto translated = makeStream(anthropicToAnthropic());
    out.clear();
    QVERIFY(translated->feed(
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\n",
        out));
    QVERIFY(out.empty());
    QVERIFY(translated->feed(
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{}}\n\n", out));
    QCOMPARE(captured::events(text(out)).size(), 3);
}

void TestStreams::aMissingRoleIsAdded()
{
    const Run result = run(openAiToOpenAi(), say("x") + say("y") + chunk("{}", "\"stop\"") + done);
    QVERIFY(!result.error);
    const QList<captured::Event> events = captured::events(text(result.out));
    const auto delta = [&](int n) {
        return object(events.at(n).data.toStdString())
            .value(QLatin1String("choices"))
            .toArray()
            .first()
            .toObject()
            .value(QLatin1String("delta"))
            .toObject();
    };
    QCOMPARE(delta(0).value(QLatin1String("role")).toString(), QStringLiteral("assistant"));
    QVERIFY(!delta(1).contains(QLatin1String("role")));
    QCOMPARE(contentOf(result), QStringLiteral("xy"));
}

void TestStreams::usageIsTakenOutUnlessItWasAskedFor()
{
    const std::string usage = ",\"usage\":{\"prompt_tokens\":14,\"completion_tokens\":8,\"total_tokens\":22}";
    const std::string apart =
        say("x") + chunk("{}", "\"stop\"") + "data: {\"id\":\"c1\",\"model\":\"up-1\",\"choices\":[]" + usage + "}\n\n" + done;
    const std::string together = say("x") + chunk("{}", "\"stop\"", usage) + done;
    for (const std::string &bytes : {apart, together}) {
        View view = openAiToOpenAi();
        const Run without = run(view, bytes);
        QVERIFY(!without.error);
        QVERIFY(!reassembled(text(without.out)).contains(QLatin1String("usage")));
        QCOMPARE(without.usage.input, 14);
        view.wantsUsage = true;
        const Run with = run(view, bytes);
        QCOMPARE(reassembled(text(with.out))
                     .value(QLatin1String("usage"))
                     .toObject()
                     .value(QLatin1String("completion_tokens"))
                     .toInt(),
            8);
        QCOMPARE(with.usage.output, 8);
    }
}

void TestStreams::everyChoiceKeepsItsEnd()
{
    const std::string bytes = chunk(role) + chunk(role, "null", {}, 1) + say("a") + chunk("{\"content\":\"b\"}", "null", {}, 1)
        + chunk("{\"content\":\"c\"}", "null", {}, 1) + chunk("{}", "\"stop\"") + chunk("{}", "\"length\"", {}, 1);
    const Run result = run(openAiToOpenAi(), bytes + done, Cut::Random);
    QVERIFY(!result.error);
    const QJsonObject message = reassembled(text(result.out));
    QCOMPARE(choice(message, 0).value(QLatin1String("content")).toString(), QStringLiteral("a"));
    QCOMPARE(choice(message, 1).value(QLatin1String("content")).toString(), QStringLiteral("bc"));
    QCOMPARE(choice(message, 1).value(QLatin1String("finish_reason")).toString(), QStringLiteral("length"));

    const std::string cut = chunk(role) + say("a") + chunk("{\"content\":\"b\"}", "null", {}, 1) + chunk("{}", "\"stop\"");
    QVERIFY(run(openAiToOpenAi(), cut).error); // no [DONE], and the second choice never ended
}

void TestStreams::commentsAndOtherLineEndingsAreNoObstacle()
{
    std::string bytes = ": keep-alive\n\n" + chunk(role) + ":x\n" + say("a") + say("b");
    std::string crlf = say("c") + chunk("{}", "\"stop\"") + done;
    for (std::size_t at = crlf.find('\n'); at != std::string::npos; at = crlf.find('\n', at + 2))
        crlf.insert(at, 1, '\r');
    bytes += "id: 7\nretry: 10\n" + crlf;
    for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
        const Run result = run(openAiToOpenAi(), bytes, cut);
        QVERIFY(!result.error);
        QCOMPARE(contentOf(result), QStringLiteral("abc"));
        QVERIFY(text(result.out).endsWith(QLatin1String("data: [DONE]\n\n")));
    }
}

void TestStreams::aLastEventWithoutItsBlankLineCounts()
{
    const std::string bytes = say("a") + chunk("{}", "\"stop\"") + "data: [DONE]";
    QVERIFY(!run(openAiToOpenAi(), bytes).error);
    const std::string end = chunk("{}", "\"stop\"");
    QVERIFY(run(openAiToOpenAi(), say("a") + end.substr(0, end.size() - 5)).error); // half an event
    const Run noDone = run(openAiToOpenAi(), say("a") + chunk("{}", "\"stop\""));
    QVERIFY(!noDone.error);
    QVERIFY(text(noDone.out).endsWith(QLatin1String("data: [DONE]\n\n")));
}

void TestStreams::anthropicEventsPassByteForByte()
{
    const std::string bytes = fixture("anthropic_rich.sse");
    QVERIFY(!bytes.empty());
    for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
        const Run result = run(anthropicToAnthropic(), bytes, cut);
        QVERIFY(!result.error);
        QCOMPARE(text(result.out), text(bytes));
        QCOMPARE(result.usage.input, 253);
        QCOMPARE(result.usage.output, 8);
        QCOMPARE(result.finishReason, std::string("tool_calls"));
    }
}

void TestStreams::anErrorAfterContentIsPassedOnOnce()
{
    const std::string start = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"c\"}}\n\n";
    const std::string delta =
        "event: content_block_delta\ndata: "
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}\n\n";
    const std::string error =
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n";
    const Run late = run(anthropicToAnthropic(), start + delta + error);
    QVERIFY(late.error);
    QVERIFY(late.saidError);
    QCOMPARE(text(late.out), text(start + delta + error));
    QCOMPARE(late.error->httpStatus(), 529);

    const Run early = run(anthropicToAnthropic(), start + error);
    QVERIFY(early.error);
    QVERIFY(!early.saidError);
    QVERIFY(early.out.empty());

    const Run translated = run(anthropicToOpenAi(), start + delta + error);
    QVERIFY(translated.error);
    QVERIFY(!translated.saidError);
    QCOMPARE(translated.error->httpStatus(), 500);
    QVERIFY(!text(translated.out).contains(QLatin1String("[DONE]")));
}

void TestStreams::thinkingAndToolsReachAnOpenAiClient()
{
    View view = anthropicToOpenAi();
    view.wantsUsage = true;
    const Run result = run(view, fixture("anthropic_rich.sse"), Cut::Random);
    QVERIFY(!result.error);
    const QJsonObject message = reassembled(text(result.out));
    const QJsonObject first = choice(message);
    QCOMPARE(first.value(QLatin1String("content")).toString(), QStringLiteral("I will \"look\" é."));
    QCOMPARE(first.value(QLatin1String("reasoning_content")).toString(), QStringLiteral("Two cities."));
    QCOMPARE(
        first.value(QLatin1String("thinking_blocks")).toArray().first().toObject().value(QLatin1String("signature")).toString(),
        QStringLiteral("sig=="));
    const QJsonArray tools = first.value(QLatin1String("tool_calls")).toArray();
    QCOMPARE(tools.size(), 3);
    QCOMPARE(object(tools.at(0).toObject().value(QLatin1String("arguments")).toString().toStdString()),
        object("{\"city\":\"Paris\"}"));
    QCOMPARE(tools.at(1).toObject().value(QLatin1String("name")).toString(), QStringLiteral("now"));
    QCOMPARE(tools.at(1).toObject().value(QLatin1String("arguments")).toString(), QStringLiteral("{}"));
    QCOMPARE(object(tools.at(2).toObject().value(QLatin1String("arguments")).toString().toStdString()), object("{\"whole\":1}"));
    QCOMPARE(first.value(QLatin1String("finish_reason")).toString(), QStringLiteral("tool_calls"));
    QCOMPARE(message.value(QLatin1String("usage")).toObject().value(QLatin1String("prompt_tokens")).toInt(), 253);
    QCOMPARE(message.value(QLatin1String("model")).toString(), QStringLiteral("alias"));
    QVERIFY(text(result.out).contains(QLatin1String("\"thinking\":\"Two cities.\",\"signature\":\"sig==\"")));
    QVERIFY(text(result.out).contains(QLatin1String("\"redacted_thinking\",\"data\":\"secret\"")));
    QVERIFY(text(result.out).endsWith(QLatin1String("data: [DONE]\n\n")));
}

void TestStreams::theForcedJsonToolStreamsAsContent()
{
    std::string bytes = fixture("anthropic_json_tool.sse");
    QVERIFY(!bytes.empty());
    View view = anthropicToOpenAi();
    const Run call = run(view, bytes);
    QCOMPARE(choice(reassembled(text(call.out))).value(QLatin1String("tool_calls")).toArray().size(), 1);
    view.jsonTool = true;
    const Run json = run(view, bytes, Cut::Random);
    QVERIFY(!json.error);
    const QJsonObject first = choice(reassembled(text(json.out)));
    QCOMPARE(first.value(QLatin1String("content")).toString(), QStringLiteral("{\"city\": \"Paris\"}"));
    QVERIFY(!first.contains(QLatin1String("tool_calls")));
    QCOMPARE(first.value(QLatin1String("finish_reason")).toString(), QStringLiteral("stop"));
}

void TestStreams::aCallWithoutArgumentsSaysSo()
{
    const Run result = run(openAiToAnthropic(), chunk(role) + tool(0, "", "a") + chunk("{}", "\"tool_calls\"") + done);
    QVERIFY(!result.error);
    QCOMPARE(disorder(result.out), QString());
    const QJsonObject block = reassembled(text(result.out)).value(QLatin1String("content")).toArray().first().toObject();
    QCOMPARE(block.value(QLatin1String("name")).toString(), QStringLiteral("f_a"));
    QVERIFY(block.value(QLatin1String("input")).isObject());
}

void TestStreams::reasoningTextAndToolsReachAnAnthropicClient()
{
    const Run result = run(openAiToAnthropic(), fixture("openai_reasoning_crlf.sse"), Cut::Random);
    QVERIFY(!result.error);
    QCOMPARE(disorder(result.out), QString());
    const QJsonObject message = reassembled(text(result.out));
    const QJsonArray blocks = message.value(QLatin1String("content")).toArray();
    QCOMPARE(blocks.size(), 3);
    QCOMPARE(blocks.at(0).toObject().value(QLatin1String("thinking")).toString(), QStringLiteral("Let me see."));
    QCOMPARE(blocks.at(1).toObject().value(QLatin1String("text")).toString(), QStringLiteral("Looking \"it\" up\n"));
    QCOMPARE(blocks.at(2).toObject().value(QLatin1String("input")).toObject(), object("{\"city\":\"Zürich\"}"));
    QCOMPARE(message.value(QLatin1String("stop")).toObject().value(QLatin1String("stop_reason")).toString(),
        QStringLiteral("tool_use"));
    const QJsonObject usage = message.value(QLatin1String("end_usage")).toObject();
    QCOMPARE(usage.value(QLatin1String("input_tokens")).toInt(), 6);
    QCOMPARE(usage.value(QLatin1String("cache_read_input_tokens")).toInt(), 8);
    QVERIFY(text(result.out).endsWith(QLatin1String("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n")));
}

void TestStreams::mixedPiecesOfParallelCallsComeOutInOrder()
{
    const std::string bytes = chunk(role) + tool(0, "", "a") + tool(1, "", "b") + tool(0, "{\\\"x\\\":")
        + tool(1, "{\\\"y\\\":\\\"}{\\\"") + say("meanwhile") + tool(1, "}") + tool(0, "1}") + tool(2, "{}", "c") + tool(1, " ")
        + chunk("{}", "\"tool_calls\"") + done;
    for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
        const Run result = run(openAiToAnthropic(), bytes, cut);
        QVERIFY(!result.error);
        QCOMPARE(disorder(result.out), QString());
        const QJsonArray blocks = reassembled(text(result.out)).value(QLatin1String("content")).toArray();
        QCOMPARE(blocks.size(), 4);
        QCOMPARE(blocks.at(0).toObject().value(QLatin1String("input")).toObject(), object("{\"x\":1}"));
        QCOMPARE(blocks.at(1).toObject().value(QLatin1String("input")).toObject(), object("{\"y\":\"}{\"}"));
        QCOMPARE(blocks.at(2).toObject().value(QLatin1String("text")).toString(), QStringLiteral("meanwhile"));
        QCOMPARE(blocks.at(3).toObject().value(QLatin1String("id")).toString(), QStringLiteral("c"));
    }
}

void TestStreams::unfinishedCallsAreClosedAtTheEnd()
{
    const std::string bytes = chunk(role) + tool(0, "{\\\"x\\\":", "a") + tool(1, "{}", "b") + chunk("{}", "\"length\"") + done;
    const Run result = run(openAiToAnthropic(), bytes);
    QVERIFY(!result.error);
    QCOMPARE(disorder(result.out), QString());
    const QJsonObject message = reassembled(text(result.out));
    QCOMPARE(message.value(QLatin1String("content")).toArray().size(), 2);
    QCOMPARE(message.value(QLatin1String("stop")).toObject().value(QLatin1String("stop_reason")).toString(),
        QStringLiteral("max_tokens"));
}

void TestStreams::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<bool>("fromAnthropic");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, bool fromAnthropic, const std::string &bytes) {
        QTest::newRow(name) << fromAnthropic << QByteArray::fromStdString(bytes);
    };
    const std::string some = chunk(role) + say("a") + say("b");
    row("openai: cut after content", false, some);
    row("openai: [DONE] without an end", false, some + done);
    row("openai: half an event", false, some + "data: {\"id\":");
    row("openai: garbage", false, some + "data: {not json\n\n" + done);
    row("openai: garbage of the known shape", false,
        some
            + "data: "
              "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,\"model\":\"up-1\",\"choices\":[{"
              "\"index\":0,\"delta\":{\"content\":\"x\n\n"
            + chunk("{}", "\"stop\"") + done);
    row("openai: an error", false,
        some + "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\",\"code\":null}}\n\n");
    row("openai: an error beside choices", false,
        some + chunk("{\"content\":\"\"}", "\"error\"", ",\"error\":{\"code\":502,\"message\":\"down\"}") + done);
    row("openai: choices of a wrong type", false, some + "data: {\"choices\":7}\n\n");
    const std::string whole = fixture("anthropic_rich.sse");
    const std::string begun = whole.substr(0, whole.find("event: message_delta"));
    row("anthropic: cut after content", true, begun);
    row("anthropic: without message_stop", true, whole.substr(0, whole.find("event: message_stop")));
    row("anthropic: half an event", true, begun + "event: message_de");
    row("anthropic: garbage", true, begun + "event: message_delta\ndata: {\"type\":\n\n");
    row("anthropic: an error", true,
        begun
            + "event: error\ndata: "
              "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n");
}

void TestStreams::aBrokenStreamIsNeverCompleted()
{
    QFETCH(bool, fromAnthropic);
    QFETCH(QByteArray, bytes);
    const ProviderTraits provider = fromAnthropic ? fixtures::anthropic() : fixtures::openAi();
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const Cut cut : {Cut::Whole, Cut::Bytes, Cut::Random}) {
            const Run result = run(fixtures::view(provider, to), bytes.toStdString(), cut);
            QVERIFY(result.error);
            QVERIFY(!result.error->message.empty());
            QVERIFY(!text(result.out).contains(QLatin1String("[DONE]")));
            QVERIFY(!text(result.out).contains(QLatin1String("message_stop")));
            QVERIFY(!result.out.empty()); // what came before the break was given out
            QVERIFY(reassembled(result.seen(to)).value(QLatin1String("error")).isObject());
        }
    }
}

void TestStreams::aFailureBeforeContentLeavesNothingSent_data()
{
    QTest::addColumn<bool>("fromAnthropic");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, bool fromAnthropic, const std::string &bytes, int status) {
        QTest::newRow(name) << fromAnthropic << QByteArray::fromStdString(bytes) << status;
    };
    row("openai: nothing", false, "", 500);
    row("openai: only [DONE]", false, done, 500);
    row("openai: only comments", false, ": a\n\n: b\n\n", 500);
    row("openai: no event stream", false, "{\"id\": \"x\", \"choi", 502);
    row("openai: an error as JSON", false, "{\"error\":{\"message\":\"slow down\",\"code\":429}}", 429);
    row("openai: an error at once", false, "data: {\"error\":{\"message\":\"down\",\"code\":503}}\n\n", 503);
    row("openai: an error after the role", false, chunk(role) + "data: {\"error\":\"down\"}\n\n", 500);
    row("openai: cut after the role", false, chunk(role), 500);
    row("anthropic: nothing", true, "", 0);
    row("anthropic: an error at once", true,
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}\n\n", 429);
    row("anthropic: cut after the start", true, "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n", 0);
}

void TestStreams::aFailureBeforeContentLeavesNothingSent()
{
    QFETCH(bool, fromAnthropic);
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const ProviderTraits provider = fromAnthropic ? fixtures::anthropic() : fixtures::openAi();
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const Cut cut : {Cut::Whole, Cut::Bytes}) {
            const Run result = run(fixtures::view(provider, to), bytes.toStdString(), cut);
            QVERIFY(result.error);
            QVERIFY(result.out.empty());
            QCOMPARE(result.error->httpStatus(), status ? status : to == Dialect::AnthropicMessages ? 502 : 500);
        }
    }
}

void TestStreams::garbageNeverCrashes_data()
{
    QTest::addColumn<bool>("fromAnthropic");
    QTest::newRow("openai") << false;
    QTest::newRow("anthropic") << true;
}

void TestStreams::garbageNeverCrashes()
{
    QFETCH(bool, fromAnthropic);
    const std::string good = fromAnthropic ? fixture("anthropic_rich.sse") : fixture("openai_tools.sse");
    QVERIFY(!good.empty());
    QRandomGenerator random(7);
    for (int round = 0; round < 600; ++round) {
        std::string bytes = good;
        for (int wounds = 1 + int(random.bounded(3)); wounds > 0; --wounds) {
            const std::size_t at = random.bounded(quint32(bytes.size()));
            const std::size_t length = std::min<std::size_t>(random.bounded(30), bytes.size() - at);
            switch (random.bounded(4)) {
            case 0: bytes[at] = char(random.bounded(256)); break;
            case 1: bytes.erase(at, length); break;
            case 2: bytes.insert(at, bytes.substr(at, length)); break;
            default: bytes.insert(at, std::string(length, "{}[]\",:\\\n\r\0x"[random.bounded(12)])); break;
            }
        }
        for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
            const Run result = run(fixtures::view(fromAnthropic ? fixtures::anthropic() : fixtures::openAi(), to), bytes,
                Cut::Random, quint32(round));
            if (!result.error && to == Dialect::AnthropicMessages && !fromAnthropic)
                QCOMPARE(disorder(result.out), QString());
        }
    }
}

QTEST_APPLESS_MAIN(TestStreams)
#include "tst_streams.moc"
