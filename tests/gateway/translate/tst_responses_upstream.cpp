// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"
#include "views.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::reassembled;
using captured::text;

namespace {

View viewTo(Dialect to)
{
    View view = fixtures::view(fixtures::openAi(), to);
    view.from = Dialect::OpenAiResponses;
    view.wantsUsage = true;
    view.upstreamModel = "gpt-4o";
    return view;
}

/// What OpenAI is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const std::string &body, const Deployment &deployment, Dialect door, const Policy &policy = {})
{
    const auto call = request_cases::call(door, body);
    if (!call)
        return {};
    const auto encoded = encode(*call, {deployment, deployment.model, Dialect::OpenAiResponses}, policy);
    if (!encoded)
        return {{QStringLiteral("refused"), text(encoded.error().message)}};
    return object(encoded->body);
}

QJsonObject sent(const std::string &body, Dialect door, const std::string &model = "gpt-4o")
{
    return sent(body, request_cases::deployment(request_cases::openAi(), model), door);
}

QJsonObject sentForMessages(const std::string &rest, const std::string &model = "gpt-4o")
{
    return sent(R"({"model":"m","max_tokens":200,"messages":[{"role":"user","content":"Hi"}],)" + rest + '}',
        Dialect::AnthropicMessages, model);
}

QJsonObject sentForChat(const std::string &rest, const std::string &model = "gpt-4o")
{
    return sent(R"({"model":"m","messages":[{"role":"user","content":"Hi"}],)" + rest + '}', Dialect::OpenAiChat, model);
}

QString refusal(const QJsonObject &body)
{
    return body.value(QLatin1String("refused")).toString();
}

QJsonObject json(const char *words)
{
    return object(words);
}

QString at(const QJsonObject &body, const char *name)
{
    return body.contains(QLatin1String(name)) ? request_cases::text(body.value(QLatin1String(name))) : QString();
}

std::string sse(const std::string &type, const std::string &rest)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (rest.empty() ? "" : "," + rest) + "}\n\n";
}

const std::string created =
    sse("response.created", R"("response":{"id":"resp_1","model":"gpt-4o-2024-08-06","status":"in_progress","output":[]})");

std::string textDelta(const std::string &words, int index = 0)
{
    return sse("response.output_text.delta",
        R"("item_id":"msg_1","content_index":0,"output_index":)" + std::to_string(index) + R"(,"delta":")" + words + '"');
}

std::string itemAdded(int index, const std::string &item)
{
    return sse("response.output_item.added", R"("output_index":)" + std::to_string(index) + R"(,"item":)" + item);
}

std::string itemDone(int index, const std::string &item)
{
    return sse("response.output_item.done", R"("output_index":)" + std::to_string(index) + R"(,"item":)" + item);
}

std::string arguments(int index, const std::string &piece)
{
    return sse("response.function_call_arguments.delta",
        R"("item_id":"fc","output_index":)" + std::to_string(index) + R"(,"delta":")" + piece + '"');
}

std::string completed(const std::string &output = "[]", const std::string &status = R"("status":"completed")")
{
    return sse("response.completed",
        R"("response":{"id":"resp_1",)" + status + R"(,"output":)" + output
            + R"(,"usage":{"input_tokens":14,"input_tokens_details":{"cached_tokens":4},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":3}}})");
}

const std::string reasoning =
    R"({"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"Hm"},{"type":"summary_text","text":"ah"}],"encrypted_content":"gAAAA=="})";
const std::string message =
    R"({"id":"msg_1","type":"message","role":"assistant","content":[{"type":"output_text","text":"I look."}]})";
const std::string firstCall = R"({"id":"fc_1","type":"function_call","call_id":"c1","name":"a","arguments":"{\"x\": 1.50}"})";
const std::string secondCall = R"({"id":"fc_2","type":"function_call","call_id":"c2","name":"b","arguments":"{}"})";

// A thought in two paragraphs, a text, two calls whose pieces come mixed.
const std::string rich = created + itemAdded(0, R"({"id":"rs_1","type":"reasoning","summary":[]})")
    + sse("response.reasoning_summary_part.added", R"("output_index":0,"summary_index":0)")
    + sse("response.reasoning_summary_text.delta", R"("output_index":0,"summary_index":0,"delta":"Hm")")
    + sse("response.reasoning_summary_part.added", R"("output_index":0,"summary_index":1)")
    + sse("response.reasoning_summary_text.delta", R"("output_index":0,"summary_index":1,"delta":"ah")") + itemDone(0, reasoning)
    + itemAdded(1, R"({"id":"msg_1","type":"message","content":[]})") + textDelta("I ", 1) + textDelta("look.", 1)
    + itemDone(1, message) + itemAdded(2, R"({"id":"fc_1","type":"function_call","call_id":"c1","name":"a","arguments":""})")
    + itemAdded(3, R"({"id":"fc_2","type":"function_call","call_id":"c2","name":"b","arguments":""})") + arguments(2, R"({\"x\")")
    + arguments(3, "{}") + arguments(2, ": 1.50}") + itemDone(3, secondCall) + itemDone(2, firstCall)
    + completed("[" + reasoning + "," + message + "," + firstCall + "," + secondCall + "]");

QJsonValue choiceOf(const fixtures::Run &run)
{
    return reassembled(text(run.out)).value(QLatin1String("choices"))[QLatin1String("0")];
}

} // namespace

/// OpenAI's Responses API as a provider's dialect.
class TestResponsesUpstream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedMessagesComeOutTheSame_data();
    void recordedMessagesComeOutTheSame();
    void parametersFindTheirPlaces();
    void whatIsSaidFirstByTheSystemAreInstructions();
    void theHistoryKeepsItsOrder();
    void toolsAreNotStrictUnlessAsked_data();
    void toolsAreNotStrictUnlessAsked();
    void aToolIsChosen_data();
    void aToolIsChosen();
    void searchIsAskedFor_data();
    void searchIsAskedFor();
    void aFormatIsAskedFor_data();
    void aFormatIsAskedFor();
    void thinkingIsSteeredByEffort_data();
    void thinkingIsSteeredByEffort();
    void aThoughtGoesBackToWhoeverThoughtIt();
    void modelsRulesHoldHereToo_data();
    void modelsRulesHoldHereToo();
    void whatCannotBeSaidIsRefused_data();
    void whatCannotBeSaidIsRefused();
    void aCallThatWouldLoseSomethingIsKnown_data();
    void aCallThatWouldLoseSomethingIsKnown();

    void anAnswerReachesBothKindsOfClient();
    void anAnswerSaysHowItEnded_data();
    void anAnswerSaysHowItEnded();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
    void aStreamAddsUpHoweverItArrives();
    void whatADeltaDidNotSayIsTakenFromTheWhole_data();
    void whatADeltaDidNotSayIsTakenFromTheWhole();
    void aThoughtWithoutWordsIsRedacted();
    void aStreamSaysHowItEnded_data();
    void aStreamSaysHowItEnded();
    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void everyTruncationOfAStreamIsAnError();
    void aFailureKeepsTheProvidersWords();
};

void TestResponsesUpstream::recordedMessagesComeOutTheSame_data()
{
    if (!fixtures::addCaptures({QStringLiteral("messages/openai-*")}))
        QSKIP("the recordings are not beside this repository");
}

void TestResponsesUpstream::recordedMessagesComeOutTheSame()
{
    QFETCH(QString, path);
    static const QStringList onPurpose {QStringLiteral("openai-params.json"), QStringLiteral("openai-stream-tools.json"),
        QStringLiteral("openai-tool-choice-any.json"), QStringLiteral("openai-tool-results.json"),
        QStringLiteral("openai-tools.json")}; // see tests/replay/differences/
    const QJsonObject capture = captured::load(path);
    const captured::Mask mask(capture);
    QStringList found;
    if (!onPurpose.contains(path.section(QLatin1Char('/'), -1))) {
        const QJsonObject request = capture[QLatin1String("request")][QLatin1String("body")].toObject();
        const QJsonObject body = sent(captured::compact(request).toStdString(), Dialect::AnthropicMessages);
        captured::differences(mask.masked(capture[QLatin1String("upstream")].toArray().first()[QLatin1String("body")]),
            mask.masked(body), QStringLiteral("upstream"), found);
    }
    View view = viewTo(Dialect::AnthropicMessages);
    view.model = "openai-chat";
    const QJsonObject reply = capture[QLatin1String("upstream_reply")].toArray().first().toObject();
    const std::string bytes = fixtures::bodyOf(reply);
    const QJsonObject wanted = capture[QLatin1String("reply")].toObject();
    const int status = reply[QLatin1String("status")].toInt();
    if (wanted.contains(QLatin1String("sse"))) {
        QJsonObject want = reassembled(wanted[QLatin1String("sse")].toString());
        QJsonObject got = reassembled(text(fixtures::run(view, bytes).out));
        want.remove(QLatin1String("message")); // LiteLLM shortens the model's name
        got.remove(QLatin1String("message"));
        captured::differences(mask.masked(want), mask.masked(got), QStringLiteral("stream"), found);
    } else {
        const auto answer =
            status == 200 ? decodeAnswer(bytes, view) : Result<Answer>(Failure {classify(view.provider, view.to, status, bytes)});
        const std::string got = answer ? answer->body : errorBody(answer.error(), view.to);
        QJsonObject want = wanted[QLatin1String("body")].toObject(), have = object(got);
        want.remove(QLatin1String("id")); // LiteLLM wraps it
        have.remove(QLatin1String("id"));
        captured::differences(captured::bodyView(want, mask), captured::bodyView(have, mask), QStringLiteral("body"), found);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestResponsesUpstream::parametersFindTheirPlaces()
{
    const QJsonObject chat = sentForChat(
        R"("max_completion_tokens":90,"temperature":0.5,"top_p":0.25,"user":"u","n":1,"verbosity":"low","service_tier":"flex","prompt_cache_key":"k","parallel_tool_calls":false,"tools":[{"type":"function","function":{"name":"a"}}],"stream":true,"stream_options":{"include_usage":true},"truncation":"auto")");
    QCOMPARE(chat,
        json(
            R"({"model":"gpt-4o","input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"Hi"}]}],"max_output_tokens":90,"temperature":0.5,"top_p":0.25,"user":"u","text":{"verbosity":"low"},"service_tier":"flex","prompt_cache_key":"k","parallel_tool_calls":false,"tools":[{"type":"function","name":"a","parameters":{"type":"object","properties":{}},"strict":false}],"stream":true,"truncation":"auto"})"));
    const QJsonObject messages = sentForMessages(
        R"("temperature":0.5,"top_p":0.25,"metadata":{"user_id":")" + std::string(70, 'u') + R"("},"service_tier":"auto")");
    QCOMPARE(messages.value(QLatin1String("user")).toString().size(), 64);
    QCOMPARE(messages.value(QLatin1String("max_output_tokens")).toInt(), 200);
    QVERIFY(!messages.contains(QLatin1String("service_tier")) && !messages.contains(QLatin1String("metadata")));
    QCOMPARE(sentForChat(R"("max_tokens":1)").value(QLatin1String("max_output_tokens")).toInt(), 16); // the API's least
}

void TestResponsesUpstream::whatIsSaidFirstByTheSystemAreInstructions()
{
    const QJsonObject body = sent(
        R"({"model":"m","messages":[{"role":"system","content":"A"},{"role":"developer","content":"B"},{"role":"user","content":"Hi"},{"role":"system","content":"C"}]})",
        Dialect::OpenAiChat);
    QCOMPARE(body.value(QLatin1String("instructions")).toString(), QStringLiteral("A\nB"));
    QCOMPARE(body.value(QLatin1String("input"))[1].toObject(),
        json(R"({"type":"message","role":"system","content":[{"type":"input_text","text":"C"}]})"));
    const QJsonObject alone = sent(R"({"model":"m","messages":[{"role":"system","content":"A"}]})", Dialect::OpenAiChat);
    QVERIFY(!alone.contains(QLatin1String("instructions")));
    QCOMPARE(alone.value(QLatin1String("input")).toArray().size(), 1);
}

void TestResponsesUpstream::theHistoryKeepsItsOrder()
{
    const QJsonObject body = sent(R"({"model":"m","max_tokens":99,"messages":[
        {"role":"user","content":[{"type":"text","text":"Look"},{"type":"image","source":{"type":"url","url":"https:\/\/x/y.png"}},
            {"type":"document","title":"t.pdf","source":{"type":"base64","media_type":"application/pdf","data":"AAAA"}},
            {"type":"document","source":{"type":"url","url":"https:\/\/x/d.pdf"}}]},
        {"role":"assistant","content":[{"type":"text","text":"One. "},{"type":"text","text":"Two."},
            {"type":"tool_use","id":"c1","name":"a","input":{"x": 1.50}},{"type":"text","text":"Three."}]},
        {"role":"user","content":[{"type":"text","text":"So?"},{"type":"tool_result","tool_use_id":"c1","content":[{"type":"text","text":"42"},
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"c2","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]}]})",
        Dialect::AnthropicMessages);
    QCOMPARE(body.value(QLatin1String("input")).toArray(),
        json(R"({"i":[
        {"type":"message","role":"user","content":[{"type":"input_text","text":"Look"},{"type":"input_image","image_url":"https:\/\/x/y.png"},
            {"type":"input_file","filename":"t.pdf","file_data":"data:application/pdf;base64,AAAA"},{"type":"input_file","file_url":"https:\/\/x/d.pdf"}]},
        {"type":"message","role":"assistant","content":[{"type":"output_text","text":"One. "},{"type":"output_text","text":"Two."}]},
        {"type":"function_call","call_id":"c1","name":"a","arguments":"{\"x\": 1.50}"},
        {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Three."}]},
        {"type":"function_call_output","call_id":"c1","output":[{"type":"input_text","text":"42"},{"type":"input_image","image_url":"data:image/png;base64,AAAA"}]},
        {"type":"message","role":"user","content":[{"type":"input_text","text":"So?"}]},
        {"type":"function_call_output","call_id":"c2","output":"a\nb"}]})")
            .value(QLatin1String("i"))
            .toArray());
    const QJsonObject chat = sent(R"({"model":"m","messages":[
        {"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"low"}},
            {"type":"file","file":{"file_id":"file-1"}},{"type":"file","file":{"filename":"n.txt","file_data":"data:text/plain;base64,SGk="}}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"a","arguments":""}}]},
        {"role":"tool","tool_call_id":"c1","content":"42"}]})",
        Dialect::OpenAiChat);
    QCOMPARE(chat.value(QLatin1String("input")).toArray(),
        json(R"({"i":[
        {"type":"message","role":"user","content":[{"type":"input_image","image_url":"data:image/png;base64,AAAA","detail":"low"},
            {"type":"input_file","file_id":"file-1"},{"type":"input_text","text":"Hi"}]},
        {"type":"function_call","call_id":"c1","name":"a","arguments":"{}"},
        {"type":"function_call_output","call_id":"c1","output":"42"}]})")
            .value(QLatin1String("i"))
            .toArray());
}

void TestResponsesUpstream::toolsAreNotStrictUnlessAsked_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("strict");
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("true") << R"(,"strict":true)" << true;
    QTest::newRow("false") << R"(,"strict":false)" << false;
}

void TestResponsesUpstream::toolsAreNotStrictUnlessAsked()
{
    QFETCH(QString, said);
    QFETCH(bool, strict);
    const std::string rest = said.toStdString();
    for (const QJsonObject &body : {sentForMessages(R"("tools":[{"name":"a","input_schema":{"type":"object"})" + rest + "}]"),
             sentForChat(R"("tools":[{"type":"function","function":{"name":"a","parameters":{"type":"object"})" + rest + "}}]")})
        QCOMPARE(body.value(QLatin1String("tools"))[0].toObject().value(QLatin1String("strict")), QJsonValue(strict));
}

void TestResponsesUpstream::aToolIsChosen_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    QTest::newRow("auto") << R"({"type":"auto"})"
                          << "\"auto\"";
    QTest::newRow("any") << R"({"type":"any"})"
                         << "\"required\"";
    QTest::newRow("none") << R"({"type":"none"})"
                          << "\"none\"";
    QTest::newRow("named") << R"({"type":"tool","name":"a"})"
                           << R"({"name":"a","type":"function"})";
}

void TestResponsesUpstream::aToolIsChosen()
{
    QFETCH(QString, asked);
    QFETCH(QString, told);
    const std::string choice = "\"tool_choice\":" + asked.toStdString();
    QCOMPARE(at(sentForMessages(R"("tools":[{"name":"a"}],)" + choice), "tool_choice"), told);
    QCOMPARE(at(sentForMessages(choice), "tool_choice"), QString()); // there is none to choose
}

void TestResponsesUpstream::searchIsAskedFor_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("isChat");
    QTest::addColumn<QString>("told");
    QTest::newRow("Anthropic's tool")
        << R"("tools":[{"type":"web_search_20250305","name":"web_search","max_uses":3,"allowed_domains":["a.org"],"user_location":{"type":"approximate","city":"Rome"}}])"
        << false
        << R"([{"filters":{"allowed_domains":["a.org"]},"type":"web_search","user_location":{"city":"Rome","type":"approximate"}}])";
    QTest::newRow("chat's options")
        << R"("web_search_options":{"search_context_size":"low","user_location":{"type":"approximate","approximate":{"city":"Rome"}}})"
        << true << R"([{"search_context_size":"low","type":"web_search","user_location":{"city":"Rome","type":"approximate"}}])";
    QTest::newRow("OpenAI's own tool") << R"("tools":[{"type":"file_search","vector_store_ids":["v"]}])" << true
                                       << R"([{"type":"file_search","vector_store_ids":["v"]}])";
}

void TestResponsesUpstream::searchIsAskedFor()
{
    QFETCH(QString, asked);
    QFETCH(bool, isChat);
    QFETCH(QString, told);
    const QJsonObject body = isChat ? sentForChat(asked.toStdString()) : sentForMessages(asked.toStdString());
    QCOMPARE(at(body, "tools"), told);
    QCOMPARE(at(body, "max_tool_calls"), isChat ? QString() : QStringLiteral("3"));
}

void TestResponsesUpstream::aFormatIsAskedFor_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("isChat");
    QTest::addColumn<QString>("told");
    QTest::newRow("json") << R"("response_format":{"type":"json_object"})" << true << R"({"format":{"type":"json_object"}})";
    QTest::newRow("schema")
        << R"("verbosity":"high","response_format":{"type":"json_schema","json_schema":{"name":"n","strict":true,"schema":{"type":"object"}}})"
        << true << R"({"format":{"name":"n","schema":{"type":"object"},"strict":true,"type":"json_schema"},"verbosity":"high"})";
    QTest::newRow("Anthropic's") << R"("output_format":{"type":"json_schema","schema":{"type":"object"}})" << false
                                 << R"({"format":{"name":"structured_output","schema":{"type":"object"},"type":"json_schema"}})";
}

void TestResponsesUpstream::aFormatIsAskedFor()
{
    QFETCH(QString, asked);
    QFETCH(bool, isChat);
    QFETCH(QString, told);
    QCOMPARE(at(isChat ? sentForChat(asked.toStdString()) : sentForMessages(asked.toStdString()), "text"), told);
}

void TestResponsesUpstream::thinkingIsSteeredByEffort_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *model, const char *asked, const char *told) {
        QTest::newRow(name) << model << asked << told;
    };
    row("a large budget", "gpt-5", R"("thinking":{"type":"enabled","budget_tokens":10000})", R"({"effort":"high"})");
    row("a middling one", "o3", R"("thinking":{"type":"enabled","budget_tokens":5000})", R"({"effort":"medium"})");
    row("a small one", "o3", R"("thinking":{"type":"enabled","budget_tokens":2000})", R"({"effort":"low"})");
    row("the smallest, where it is known", "gpt-5", R"("thinking":{"type":"enabled","budget_tokens":1024})",
        R"({"effort":"minimal"})");
    row("the smallest, where it is not", "o3", R"("thinking":{"type":"enabled","budget_tokens":1024})", R"({"effort":"low"})");
    row("adaptive", "gpt-5.1", R"("thinking":{"type":"adaptive"},"output_config":{"effort":"max"})", R"({"effort":"high"})");
    row("a summary", "gpt-5", R"("thinking":{"type":"enabled","budget_tokens":5000,"summary":"concise"})",
        R"({"effort":"medium","summary":"concise"})");
    row("disabled", "gpt-5", R"("thinking":{"type":"disabled"})", "");
    row("a model that does not think", "gpt-4o", R"("thinking":{"type":"enabled","budget_tokens":5000})", "");
}

void TestResponsesUpstream::thinkingIsSteeredByEffort()
{
    QFETCH(QString, model);
    QFETCH(QString, asked);
    QFETCH(QString, told);
    const QJsonObject body = sentForMessages(asked.toStdString(), model.toStdString());
    QCOMPARE(at(body, "reasoning"), told);
    QCOMPARE(at(body, "include"), told.isEmpty() ? QString() : QStringLiteral(R"(["reasoning.encrypted_content"])"));
    QCOMPARE(at(sentForChat(R"("reasoning_effort":"xhigh")", "o3"), "reasoning"), QStringLiteral(R"({"effort":"xhigh"})"));
    QCOMPARE(at(sentForChat(R"("reasoning_effort":{"effort":"low","summary":"auto"})", "o3"), "reasoning"),
        QStringLiteral(R"({"effort":"low","summary":"auto"})"));
}

void TestResponsesUpstream::aThoughtGoesBackToWhoeverThoughtIt()
{
    const auto answer = decodeAnswer(R"({"status":"completed","output":[)" + reasoning
            + R"(,{"type":"reasoning","summary":[],"encrypted_content":"gBBBB"},)" + firstCall + "]}",
        viewTo(Dialect::AnthropicMessages));
    QVERIFY(answer);
    QJsonArray content = object(answer->body).value(QLatin1String("content")).toArray();
    QCOMPARE(content[0][QLatin1String("thinking")].toString(), QStringLiteral("Hm\n\nah"));
    QCOMPARE(content[1][QLatin1String("type")].toString(), QStringLiteral("redacted_thinking"));
    content.prepend(json(R"({"type":"thinking","thinking":"Claude's","signature":"EqQB"})"));
    const QJsonObject history {{QStringLiteral("model"), QStringLiteral("m")}, {QStringLiteral("max_tokens"), 99},
        {QStringLiteral("messages"),
            QJsonArray {
                QJsonObject {{QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), content}}}}};
    const QJsonObject body = sent(captured::compact(history).toStdString(), Dialect::AnthropicMessages, "gpt-5");
    QCOMPARE(body.value(QLatin1String("input")).toArray(),
        json(R"({"i":[
        {"type":"reasoning","summary":[{"type":"summary_text","text":"Hm\n\nah"}],"encrypted_content":"gAAAA=="},
        {"type":"reasoning","summary":[],"encrypted_content":"gBBBB"},
        {"type":"function_call","call_id":"c1","name":"a","arguments":"{\"x\":1.5}"}]})")
            .value(QLatin1String("i"))
            .toArray());
}

void TestResponsesUpstream::modelsRulesHoldHereToo_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *model, const char *asked, const char *says) {
        QTest::newRow(name) << model << asked << says;
    };
    row("gpt-5 and a temperature", "gpt-5", R"("temperature":0.5)",
        "gpt-5 models (including gpt-5-codex) don't support temperature=0.5");
    row("o3 and a temperature", "o3", R"("temperature":0.5)", "O-series models don't support temperature=0.5");
    row("o3 and top_p", "o3", R"("top_p":0.5)", "does not support parameters: ['top_p']");
    row("gpt-5.1 that does not reason", "gpt-5.1", R"("temperature":0.5)", "");
    row("gpt-5.1 that does", "gpt-5.1", R"("temperature":0.5,"reasoning_effort":"low")", "gpt-5 models");
    row("gpt-4o and an effort", "gpt-4o", R"("reasoning_effort":"low")", "does not support parameters: ['reasoning_effort']");
}

void TestResponsesUpstream::modelsRulesHoldHereToo()
{
    QFETCH(QString, model);
    QFETCH(QString, asked);
    QFETCH(QString, says);
    const QString refused = refusal(sentForChat(asked.toStdString(), model.toStdString()));
    QVERIFY2(says.isEmpty() ? refused.isEmpty() : refused.contains(says), qPrintable(refused));
    QCOMPARE(refusal(sentForChat(asked.toStdString() + R"(,"drop_params":true)", model.toStdString())), QString());
}

void TestResponsesUpstream::whatCannotBeSaidIsRefused_data()
{
    QTest::addColumn<bool>("isChat");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, bool isChat, const char *asked, const char *says) {
        QTest::newRow(name) << isChat << asked << says;
    };
    row("stop", true, R"("stop":["a"])", "does not support parameters: ['stop']");
    row("n", true, R"("n":2)", "does not support parameters: ['n']");
    row("seed and penalties", true, R"("seed":2,"presence_penalty":1)", "['presence_penalty', 'seed']");
    row("stop sequences", false, R"("stop_sequences":["a"])", "does not support parameters: ['stop']");
    row("top_k", false, R"("top_k":2)", "does not support parameters: ['top_k']");
    row("somebody else's tool", false, R"("tools":[{"type":"bash_20250124","name":"bash"}])",
        "the tool 'bash' is run by Anthropic");
    row("places not to search", false,
        R"("tools":[{"type":"web_search_20250305","name":"web_search","blocked_domains":["a.org"]}])", "the tool 'web_search'");
    row("mcp servers", false, R"("mcp_servers":[{"type":"url"}])", "mcp_servers");
}

void TestResponsesUpstream::whatCannotBeSaidIsRefused()
{
    QFETCH(bool, isChat);
    QFETCH(QString, asked);
    QFETCH(QString, says);
    const auto ask = [isChat](const std::string &rest) { return isChat ? sentForChat(rest) : sentForMessages(rest); };
    QVERIFY2(refusal(ask(asked.toStdString())).contains(says), qPrintable(refusal(ask(asked.toStdString()))));
    QCOMPARE(refusal(ask(asked.toStdString() + R"(,"drop_params":true)")), QString());
}

void TestResponsesUpstream::aCallThatWouldLoseSomethingIsKnown_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("configured");
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *name, const char *asked, const char *configured, bool isWhole) {
        QTest::newRow(name) << asked << configured << isWhole;
    };
    row("nothing", "{}", "", true);
    row("stop sequences", R"({"stop_sequences":["a"]})", "", false);
    row("no stop sequences", R"({"stop_sequences":[]})", "", true);
    row("an answer of one token", R"({"max_tokens":1})", "", false);
    row("a short answer", R"({"max_tokens":16})", "", true);
    row("a configured seed", "{}", "seed", false);
    row("a configured temperature", "{}", "temperature", true);
}

void TestResponsesUpstream::aCallThatWouldLoseSomethingIsKnown()
{
    QFETCH(QString, asked);
    QFETCH(QString, configured);
    QFETCH(bool, isWhole);
    Deployment deployment = request_cases::deployment(request_cases::openAi(), "gpt-4o");
    if (!configured.isEmpty())
        deployment.defaults = {{configured.toStdString(), "1"}};
    const auto call = request_cases::call(Dialect::AnthropicMessages, asked.toStdString());
    QVERIFY(call);
    QCOMPARE(isWholeAsResponses(*call, deployment), isWhole);
}

void TestResponsesUpstream::anAnswerReachesBothKindsOfClient()
{
    const std::string body = R"({"id":"resp_1","model":"gpt-5","status":"completed","output":[)" + reasoning + "," + message + ","
        + firstCall
        + R"(],"usage":{"input_tokens":14,"input_tokens_details":{"cached_tokens":4},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":3}}})";
    const auto chat = decodeAnswer(body, viewTo(Dialect::OpenAiChat));
    QVERIFY(chat);
    const QJsonValue choice = object(chat->body).value(QLatin1String("choices"))[0];
    QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
    QCOMPARE(choice[QLatin1String("message")][QLatin1String("content")].toString(), QStringLiteral("I look."));
    QCOMPARE(choice[QLatin1String("message")][QLatin1String("reasoning_content")].toString(), QStringLiteral("Hm\n\nah"));
    QCOMPARE(
        choice[QLatin1String("message")][QLatin1String("tool_calls")][0][QLatin1String("function")][QLatin1String("arguments")]
            .toString(),
        QStringLiteral("{\"x\": 1.50}"));
    QCOMPARE(chat->usage.input, 14);
    QCOMPARE(chat->usage.cachedRead, 4);
    QCOMPARE(chat->usage.output, 8);
    QCOMPARE(chat->usage.reasoning, 3);
    QVERIFY(chat->usage.reported);

    const auto anthropic = decodeAnswer(body, viewTo(Dialect::AnthropicMessages));
    QVERIFY(anthropic);
    const QJsonArray content = object(anthropic->body).value(QLatin1String("content")).toArray();
    QCOMPARE(content.size(), 3);
    QCOMPARE(content[2].toObject(), json(R"({"type":"tool_use","id":"c1","name":"a","input":{"x":1.5}})"));
    QCOMPARE(object(anthropic->body).value(QLatin1String("stop_reason")).toString(), QStringLiteral("tool_use"));
}

void TestResponsesUpstream::anAnswerSaysHowItEnded_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("chat");
    QTest::addColumn<QString>("anthropic");
    const auto row = [](const char *name, const char *said, const char *chat, const char *anthropic) {
        QTest::newRow(name) << said << chat << anthropic;
    };
    row("completed", R"("status":"completed")", "stop", "end_turn");
    row("says nothing", R"("error":null)", "stop", "end_turn");
    row("too long", R"("status":"incomplete","incomplete_details":{"reason":"max_output_tokens"})", "length", "max_tokens");
    row("filtered", R"("status":"incomplete","incomplete_details":{"reason":"content_filter"})", "content_filter", "refusal");
    row("a reason nobody knows", R"("status":"incomplete","incomplete_details":{"reason":"x"})", "length", "max_tokens");
}

void TestResponsesUpstream::anAnswerSaysHowItEnded()
{
    QFETCH(QString, said);
    QFETCH(QString, chat);
    QFETCH(QString, anthropic);
    const std::string body = "{" + said.toStdString() + R"(,"output":[)" + message + "]}";
    const auto first = decodeAnswer(body, viewTo(Dialect::OpenAiChat));
    QVERIFY(first);
    QCOMPARE(text(first->finishReason), chat);
    const auto second = decodeAnswer(body, viewTo(Dialect::AnthropicMessages));
    QVERIFY(second);
    QCOMPARE(object(second->body).value(QLatin1String("stop_reason")).toString(), anthropic);
    const std::string refused =
        R"({"status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]})";
    const auto third = decodeAnswer(refused, viewTo(Dialect::AnthropicMessages));
    QVERIFY(third);
    QCOMPARE(object(third->body).value(QLatin1String("stop_reason")).toString(), QStringLiteral("refusal"));
}

void TestResponsesUpstream::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no output") << QByteArray(R"({"id":"resp_1","status":"completed"})");
    QTest::newRow("chat completions") << QByteArray(R"({"choices":[{"message":{"content":"Hi"}}]})");
    QTest::newRow("running") << QByteArray(R"({"status":"in_progress","output":[]})");
    QTest::newRow("queued") << QByteArray(R"({"status":"queued","output":[]})");
    QTest::newRow("cancelled") << QByteArray(R"({"status":"cancelled","output":[]})");
    QTest::newRow("failed without a word") << QByteArray(R"({"status":"failed","output":[]})");
    QTest::newRow("failed") << QByteArray(R"({"status":"failed","output":[],"error":{"code":"server_error","message":"Boo"}})");
}

void TestResponsesUpstream::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto answer = decodeAnswer(body.toStdString(), viewTo(to));
        QVERIFY(!answer);
        QCOMPARE(answer.error().fault, body.contains("Boo") ? Fault::ApiConnection : Fault::BadGateway);
        QVERIFY2(answer.error().message.find("OpenAIException - ") != std::string::npos, answer.error().message.c_str());
    }
}

void TestResponsesUpstream::aStreamAddsUpHoweverItArrives()
{
    for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes, fixtures::Cut::Random}) {
        const auto chat = fixtures::run(viewTo(Dialect::OpenAiChat), rich, cut);
        QVERIFY(!chat.error);
        const QJsonValue choice = choiceOf(chat);
        QCOMPARE(choice[QLatin1String("reasoning_content")].toString(), QStringLiteral("Hm\n\nah"));
        QCOMPARE(choice[QLatin1String("content")].toString(), QStringLiteral("I look."));
        const QJsonArray calls = choice[QLatin1String("tool_calls")].toArray();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0].toObject(), json(R"({"id":"c1","name":"a","arguments":"{\"x\": 1.50}"})"));
        QCOMPARE(calls[1].toObject(), json(R"({"id":"c2","name":"b","arguments":"{}"})"));
        QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
        QCOMPARE(chat.usage.input, 14);
        QCOMPARE(chat.usage.cachedRead, 4);
        QVERIFY(chat.out.ends_with("data: [DONE]\n\n"));

        const auto messages = fixtures::run(viewTo(Dialect::AnthropicMessages), rich, cut);
        QVERIFY(!messages.error);
        const QJsonObject result = reassembled(text(messages.out));
        const QJsonArray content = result.value(QLatin1String("content")).toArray();
        QCOMPARE(content.size(), 4);
        QCOMPARE(
            content[0].toObject(), json(R"({"type":"thinking","thinking":"Hm\n\nah","signature":"openai-reasoning:gAAAA=="})"));
        QCOMPARE(content[2].toObject(), json(R"({"type":"tool_use","id":"c1","name":"a","input":{"x":1.5}})"));
        QCOMPARE(result.value(QLatin1String("end_usage"))[QLatin1String("input_tokens")].toInt(), 10);
        QVERIFY(messages.out.ends_with("data: {\"type\":\"message_stop\"}\n\n"));
    }
}

void TestResponsesUpstream::whatADeltaDidNotSayIsTakenFromTheWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    const std::string all = "[" + message + "," + firstCall + "]";
    const std::string called = itemAdded(1, R"({"id":"fc_1","type":"function_call","call_id":"c1","name":"a","arguments":""})");
    row("only the end", completed(all));
    row("no deltas",
        created + itemAdded(0, R"({"id":"msg_1","type":"message"})") + itemDone(0, message) + called + itemDone(1, firstCall)
            + completed(all));
    row("nothing announced",
        created + textDelta("I look.") + itemDone(0, message) + arguments(1, R"({\"x\": 1.50})") + itemDone(1, firstCall)
            + completed(all));
    row("nothing done", created + textDelta("I look.") + called + arguments(1, R"({\"x\": 1.50})") + completed(all));
    row("announced twice",
        created + textDelta("I look.") + called + called + arguments(1, R"({\"x\": 1.50})") + itemDone(1, firstCall)
            + itemDone(1, firstCall) + completed());
    row("deltas after it was done",
        created + textDelta("I look.") + itemDone(0, message) + textDelta("I look.") + called + itemDone(1, firstCall)
            + arguments(1, "x") + completed());
    row("every item counted as the first",
        created + textDelta("I look.") + itemDone(0, message)
            + itemAdded(0, R"({"id":"fc_1","type":"function_call","call_id":"c1","name":"a","arguments":""})")
            + sse("response.function_call_arguments.delta", R"("item_id":"fc_1","output_index":0,"delta":"{\"x\": 1.50}")")
            + itemDone(0, firstCall) + completed());
    row("events nobody knows, and chat's end",
        created + sse("response.web_search_call.searching", R"("output_index":7)") + textDelta("I look.") + itemDone(1, firstCall)
            + completed(all) + "data: [DONE]\n\n");
}

void TestResponsesUpstream::whatADeltaDidNotSayIsTakenFromTheWhole()
{
    QFETCH(QByteArray, bytes);
    const auto chat = fixtures::run(viewTo(Dialect::OpenAiChat), bytes.toStdString());
    QVERIFY2(!chat.error, chat.error ? chat.error->message.c_str() : "");
    QCOMPARE(choiceOf(chat)[QLatin1String("content")].toString(), QStringLiteral("I look."));
    QCOMPARE(choiceOf(chat)[QLatin1String("tool_calls")].toArray().size(), 1);
    QCOMPARE(
        choiceOf(chat)[QLatin1String("tool_calls")][0][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\": 1.50}"));
    const QJsonObject messages = reassembled(text(fixtures::run(viewTo(Dialect::AnthropicMessages), bytes.toStdString()).out));
    QCOMPARE(messages.value(QLatin1String("content")).toArray().size(), 2);
    QCOMPARE(messages.value(QLatin1String("content"))[1][QLatin1String("input")].toObject(), json(R"({"x":1.5})"));
}

void TestResponsesUpstream::aThoughtWithoutWordsIsRedacted()
{
    const std::string quiet = R"({"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"gAAAA"})";
    const std::string again = R"({"id":"rs_2","type":"reasoning","summary":[{"text":"Hm"}],"encrypted_content":"gBBBB"})";
    const std::string third = R"({"id":"rs_3","type":"reasoning","summary":[{"text":"Oh"}],"encrypted_content":"gCCCC"})";
    const auto run = fixtures::run(viewTo(Dialect::AnthropicMessages),
        created + itemDone(0, quiet) + itemDone(1, again) + itemDone(2, third) + itemDone(3, message) + completed());
    QVERIFY(!run.error);
    const QJsonArray content = reassembled(text(run.out)).value(QLatin1String("content")).toArray();
    QCOMPARE(content.size(), 4);
    QCOMPARE(content[0].toObject(), json(R"({"type":"redacted_thinking","data":"openai-reasoning:gAAAA"})"));
    QCOMPARE(content[1].toObject(), json(R"({"type":"thinking","thinking":"Hm","signature":"openai-reasoning:gBBBB"})"));
    QCOMPARE(content[2].toObject(), json(R"({"type":"thinking","thinking":"Oh","signature":"openai-reasoning:gCCCC"})"));
}

void TestResponsesUpstream::aStreamSaysHowItEnded_data()
{
    anAnswerSaysHowItEnded_data();
}

void TestResponsesUpstream::aStreamSaysHowItEnded()
{
    QFETCH(QString, said);
    QFETCH(QString, chat);
    QFETCH(QString, anthropic);
    const std::string bytes = created + textDelta("Once") + completed("[]", said.toStdString());
    const auto first = fixtures::run(viewTo(Dialect::OpenAiChat), bytes);
    QVERIFY(!first.error);
    QCOMPARE(text(first.finishReason), chat);
    const auto second = fixtures::run(viewTo(Dialect::AnthropicMessages), bytes);
    QCOMPARE(reassembled(text(second.out)).value(QLatin1String("stop"))[QLatin1String("stop_reason")].toString(), anthropic);
    const auto refused = fixtures::run(viewTo(Dialect::AnthropicMessages),
        created + sse("response.refusal.delta", R"("output_index":0,"delta":"No.")") + completed());
    QCOMPARE(reassembled(text(refused.out)).value(QLatin1String("stop"))[QLatin1String("stop_reason")].toString(),
        QStringLiteral("refusal"));
}

void TestResponsesUpstream::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("empty", "");
    row("no end", created + textDelta("half an"));
    row("chat's end alone", created + textDelta("half an") + "data: [DONE]\n\n");
    row("everything but the end", created + textDelta("half an") + itemDone(0, message));
    row("an error", created + textDelta("half an") + sse("error", R"("code":"server_error","message":"Boo","param":null)"));
    row("an error first", sse("error", R"("error":{"code":"server_error","message":"Boo"})"));
    row("failed",
        created + textDelta("half an")
            + sse("response.failed", R"("response":{"status":"failed","error":{"code":"server_error","message":"Boo"}})"));
    row("failed, says the end",
        created + textDelta("half an") + completed("[]", R"("status":"failed","error":{"message":"Boo"})"));
    row("cancelled", created + textDelta("half an") + completed("[]", R"("status":"cancelled")"));
    row("garbage", created + textDelta("half an") + "data: {{{\n\n" + completed());
    row("a string that is none", created + textDelta("\\q") + completed());
    row("a page", "<html>\n</html>\n");
    row("an object", R"({"error":{"message":"Boo"}})");
}

void TestResponsesUpstream::aBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes}) {
            const auto run = fixtures::run(viewTo(to), bytes.toStdString(), cut);
            QVERIFY2(fixtures::isBrokenOff(run, "OpenAIException"), run.out.c_str());
        }
    }
}

void TestResponsesUpstream::everyTruncationOfAStreamIsAnError()
{
    for (std::size_t size = 0; size + 2 < rich.size(); ++size) // the last event may lack its blank line
        QVERIFY(fixtures::run(viewTo(Dialect::AnthropicMessages), std::string_view(rich).substr(0, size)).error);
    QVERIFY(!fixtures::run(viewTo(Dialect::AnthropicMessages), std::string_view(rich).substr(0, rich.size() - 2)).error);
}

void TestResponsesUpstream::aFailureKeepsTheProvidersWords()
{
    const auto run = fixtures::run(viewTo(Dialect::AnthropicMessages),
        sse("error", R"("code":"rate_limit_exceeded","message":"Rate limit reached for gpt-4o")"));
    QVERIFY(run.error);
    QCOMPARE(run.error->fault, Fault::RateLimit);
    QVERIFY2(run.error->message.ends_with("OpenAIException - Rate limit reached for gpt-4o"), run.error->message.c_str());
}

QTEST_GUILESS_MAIN(TestResponsesUpstream)
#include "tst_responses_upstream.moc"
