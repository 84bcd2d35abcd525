// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"
#include "views.h"

#include "gateway/translate/responses_desk.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::text;

namespace {

constexpr Dialect responses = Dialect::OpenAiResponses;

ProviderTraits mistral()
{
    return {"mistral", "Mistral", Dialect::OpenAiChat};
}

struct Sent {
    QJsonObject body;
    Error error = {};
};

/// What a provider is sent for \a body.
Sent sentBy(const wire::Call &call, const ProviderTraits &provider, Dialect to)
{
    const Deployment deployment = request_cases::deployment(provider, "claude-sonnet-4-5");
    const auto encoded = encode(call, {deployment, deployment.model, to}, {});
    return encoded ? Sent {object(encoded->body)} : Sent {{}, encoded.error()};
}

Sent sent(const std::string &body, const ProviderTraits &provider = mistral())
{
    const auto call = request_cases::call(responses, body);
    return call ? sentBy(*call, provider, provider.dialect) : Sent {{}, call.error()};
}

std::string asking(const std::string &rest)
{
    return R"({"model":"m","input":"Hi",)" + rest + '}';
}

std::string saying(const std::string &items)
{
    return R"({"model":"m","input":[)" + items + "]}";
}

/// A desk that remembers.
struct Desk : ResponsesDesk {
    std::string clientsId(std::string_view providersId) override { return "resp_for_" + std::string(providersId); }
    void onWhole(std::string_view response) override { kept.emplace_back(response); }
    std::vector<std::string> kept;
};

View viewOf(const ProviderTraits &provider, Desk &desk, Dialect from)
{
    View view = fixtures::view(provider, responses);
    view.from = from;
    view.desk = &desk;
    return view;
}

std::string chunk(const std::string &delta, const std::string &finish = "null")
{
    return R"(data: {"id":"c","model":"up-model","choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":)" + finish
        + "}]}\n\n";
}

const std::string usageChunk =
    R"(data: {"id":"c","model":"up-model","choices":[],"usage":{"prompt_tokens":14,"completion_tokens":8,"total_tokens":22,"prompt_tokens_details":{"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":2}}})"
    "\n\ndata: [DONE]\n\n";

// A thought, a text and two calls whose pieces come mixed.
const std::string rich = chunk(R"({"role":"assistant","reasoning_content":"Hm \u00e9"})") + chunk(R"({"content":"I "})")
    + chunk(R"({"content":"look. \u0022x\u0022"})")
    + chunk(R"({"tool_calls":[{"index":0,"id":"c0","type":"function","function":{"name":"a","arguments":"{\u0022x\u0022"}}]})")
    + chunk(R"({"tool_calls":[{"index":1,"id":"c1","type":"function","function":{"name":"b","arguments":""}}]})")
    + chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]})") + chunk("{}", "\"tool_calls\"") + usageChunk;

QStringList namesOf(const QString &stream)
{
    QStringList names;
    for (const auto &event : captured::events(stream)) {
        if (names.isEmpty() || names.last() != event.name)
            names << event.name;
    }
    return names;
}

QJsonObject dataOf(const QString &stream, const char *name)
{
    for (const auto &event : captured::events(stream)) {
        if (event.name == QLatin1String(name))
            return object(event.data.toStdString());
    }
    return {};
}

QStringList typesOf(const QJsonObject &response)
{
    QStringList types;
    for (const auto &item : response[QLatin1String("output")].toArray())
        types << item[QLatin1String("type")].toString();
    return types;
}

const std::string native =
    R"({"id":"resp_up1","object":"response","created_at":1,"status":"completed","error":null,"incomplete_details":null,"model":"gpt-4o-2024","output":[{"id":"msg_1","type":"message","role":"assistant","content":[{"type":"output_text","text":"Paris","annotations":[]}]}],"previous_response_id":null,"vendor":1.50,"usage":{"input_tokens":14,"input_tokens_details":{"cached_tokens":4},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":2},"total_tokens":22}})";

std::string nativeEvent(const std::string &type, const std::string &rest)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + rest + "}\n\n";
}

const std::string nativeBegin = nativeEvent("response.created", R"("response":{"id":"resp_up1","status":"in_progress"})");
const std::string nativeDelta =
    nativeEvent("response.output_text.delta", R"("item_id":"msg_1","output_index":0,"delta":"Paris")");

// Quotes inside texts are escaped in JSON's other way, because moc stumbles over them in raw strings.
const std::string turn =
    R"({"role":"user","content":[{"type":"input_text","text":"Weather?"},{"type":"input_image","image_url":"data:image/png;base64,AAAA","detail":"low"}]},)"
    R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Hm"}],"encrypted_content":"of another"},)"
    R"({"type":"message","role":"assistant","id":"msg_1","content":[{"type":"output_text","text":"I look.","annotations":[]}]},)"
    R"({"type":"function_call","call_id":"c1","name":"f","arguments":"{\u0022x\u0022: 1}"},{"type":"web_search_call","id":"ws_1"},)"
    R"({"type":"function_call_output","call_id":"c1","output":[{"type":"input_text","text":"18"}]},)"
    R"({"type":"message","role":"developer","content":"Now."})";
const std::string turnAsChat =
    R"({"m":[{"role":"user","content":[{"type":"text","text":"Weather?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"low"}}]},)"
    R"({"role":"assistant","content":"I look.","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{\u0022x\u0022: 1}"}}]},)"
    R"({"role":"tool","tool_call_id":"c1","content":"18"},{"role":"system","content":"Now."}]})";
const std::string thoughts =
    R"({"role":"user","content":"Hi"},)"
    R"({"type":"reasoning","summary":[{"type":"summary_text","text":"Hm"}],"encrypted_content":"gatehouse.signature.sig"},)"
    R"({"type":"reasoning","summary":[],"encrypted_content":"gatehouse.redacted.data"},)"
    R"({"type":"reasoning","summary":[],"encrypted_content":"of another"},)"
    R"({"type":"function_call","call_id":"c1","name":"f","arguments":""},{"type":"function_call_output","call_id":"c1","output":"1"})";
const std::string thoughtsAtClaude =
    R"({"c":[{"type":"thinking","thinking":"Hm","signature":"sig"},{"type":"redacted_thinking","data":"data"},{"type":"tool_use","id":"c1","name":"f","input":{}}]})";
const std::string forcedTool =
    R"({"tool_calls":[{"index":0,"id":"c0","type":"function","function":{"name":"json_tool_call","arguments":"{\u0022a\u0022:1}"}}]})";

} // namespace

class TestResponsesDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextIsWhatTheUserSays()
    {
        const auto [body, error] = sent(asking(
            R"("instructions":"Be brief.","temperature":0.3,"top_p":0.5,"max_output_tokens":100,"user":"u","metadata":{"k":"v"},"store":false,"truncation":"auto","include":[],"prompt_cache_key":"p")"));
        QCOMPARE(text(error.message), QString());
        QCOMPARE(body,
            object(
                R"({"model":"claude-sonnet-4-5","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}],"max_tokens":100,"temperature":0.3,"top_p":0.5,"user":"u"})"));
    }

    void itemsOfOneTurnAreOneMessage()
    {
        const auto [body, error] = sent(saying(turn));
        QCOMPARE(text(error.message), QString());
        QCOMPARE(body[QLatin1String("messages")].toArray(), object(turnAsChat)[QLatin1String("m")].toArray());
    }

    void aThoughtGoesBackToWhoSignedIt()
    {
        const auto [body, error] = sent(saying(thoughts), fixtures::anthropic());
        QCOMPARE(text(error.message), QString());
        QCOMPARE(body[QLatin1String("messages")][1][QLatin1String("content")].toArray(),
            object(thoughtsAtClaude)[QLatin1String("c")].toArray());
    }

    void toolsAndFormatsAreThoseOfChat()
    {
        const auto [body, error] = sent(asking(
            R"("tools":[{"type":"function","name":"f","description":"d","parameters":{"type":"object"},"strict":true},{"type":"function","name":"g"}],)"
            R"("tool_choice":{"type":"function","name":"f"},"parallel_tool_calls":false,)"
            R"("text":{"format":{"type":"json_schema","name":"n","strict":true,"schema":{"type":"object"}}})"));
        QCOMPARE(text(error.message), QString());
        QCOMPARE(body[QLatin1String("tools")][0].toObject(),
            object(
                R"({"type":"function","function":{"name":"f","parameters":{"type":"object"},"description":"d","strict":true}})"));
        QCOMPARE(body[QLatin1String("tool_choice")].toObject(), object(R"({"type":"function","function":{"name":"f"}})"));
        QCOMPARE(body[QLatin1String("parallel_tool_calls")], QJsonValue(false));
        QCOMPARE(body[QLatin1String("response_format")].toObject(),
            object(R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"},"strict":true}})"));
    }

    void aChoiceAmongSomeToolsLeavesTheOthersOut()
    {
        const auto [body, error] = sent(asking(
            R"("tools":[{"type":"function","name":"f"},{"type":"function","name":"g"}],"tool_choice":{"type":"allowed_tools","mode":"required","tools":[{"type":"function","name":"g"}]})"));
        QCOMPARE(text(error.message), QString());
        QCOMPARE(body[QLatin1String("tools")].toArray().size(), 1);
        QCOMPARE(
            body[QLatin1String("tools")][0][QLatin1String("function")][QLatin1String("name")].toString(), QStringLiteral("g"));
        QCOMPARE(body[QLatin1String("tool_choice")].toString(), QStringLiteral("required"));
    }

    void reasoningAndSearchAreAskedForInTheProvidersWords()
    {
        const auto [body, error] = sent(
            asking(
                R"("reasoning":{"effort":"low","summary":"auto"},"tools":[{"type":"web_search","search_context_size":"low"}])"),
            fixtures::anthropic());
        QCOMPARE(text(error.message), QString());
        QCOMPARE(body[QLatin1String("thinking")][QLatin1String("type")].toString(), QStringLiteral("enabled"));
        QCOMPARE(body[QLatin1String("tools")][0][QLatin1String("type")].toString(), QStringLiteral("web_search_20250305"));
    }

    void whatOpenAiRunsItselfIsRefusedOrDropped()
    {
        const std::string tools = R"("tools":[{"type":"file_search","vector_store_ids":["v"]}])";
        const Error error = sent(asking(tools), fixtures::anthropic()).error;
        QCOMPARE(error.httpStatus(), 400);
        QVERIFY2(error.message.find("'file_search' is run by OpenAI") != std::string::npos, error.message.c_str());
        const Sent dropped = sent(asking(tools + R"(,"drop_params":true)"), fixtures::anthropic());
        QCOMPARE(text(dropped.error.message), QString());
        QVERIFY(!dropped.body.contains(QLatin1String("tools")));
    }

    void errorsNameThePlace_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &body, const std::string &says) {
            QTest::newRow(name) << body << says;
        };
        row("input", R"({"model":"m","input":5})", "input must be a string or an array of items");
        row("item", saying("5"), "input[0] must be an object");
        row("kind", saying(R"({"type":"computer_call"})"), "input[0].type 'computer_call' is not one");
        row("role", saying(R"({"role":"king","content":"x"})"), "input[0].role must be user");
        row("part", saying(R"({"role":"user","content":[{"type":"input_text"}]})"), "input[0].content[0].text is required");
        row("image", saying(R"({"role":"user","content":[{"type":"input_image"}]})"),
            "input[0].content[0].image_url is required");
        row("call", saying(R"({"type":"function_call","name":"f"})"), "input[0].call_id is required");
        row("reference", saying(R"({"type":"item_reference","id":"msg_1"})"), "input[0] refers to an item");
        row("tool", asking(R"("tools":[{"type":"function"}])"), "tools[0].name is required");
        row("choice", asking(R"("tool_choice":"some")"), "tool_choice must be");
        row("format", asking(R"("text":{"format":{"type":"xml"}})"), "text.format.type must be");
        row("limit", asking(R"("max_output_tokens":"x")"), "max_output_tokens must be a number");
        row("previous", asking(R"("previous_response_id":"resp_1")"), "Previous response with id 'resp_1' not found");
        row("prompt", asking(R"("prompt":{"id":"p"})"), "prompt is kept by OpenAI");
        row("background", asking(R"("background":true)"), "background is not possible");
    }
    void errorsNameThePlace()
    {
        QFETCH(std::string, body);
        QFETCH(std::string, says);
        const Error error = sent(body).error;
        QCOMPARE(error.httpStatus(), 400);
        QVERIFY2(error.message.find(says) != std::string::npos, error.message.c_str());
    }

    void whatCameBeforeStandsBeforeTheInput()
    {
        auto call = request_cases::call(responses, R"({"model":"m","input":"And Italy?","previous_response_id":"resp_1"})");
        QVERIFY(call);
        call->earlierItems =
            R"({"id":"msg_0","type":"message","role":"user","content":[{"type":"input_text","text":"France?"}]},{"id":"rs_0","type":"reasoning","summary":[]},{"id":"msg_1","type":"message","role":"assistant","content":[{"type":"output_text","text":"Paris"}]})";
        const Sent chat = sentBy(*call, mistral(), Dialect::OpenAiChat);
        QCOMPARE(text(chat.error.message), QString());
        QCOMPARE(chat.body[QLatin1String("messages")].toArray(),
            object(
                R"({"m":[{"role":"user","content":"France?"},{"role":"assistant","content":"Paris"},{"role":"user","content":"And Italy?"}]})")
                [QLatin1String("m")]
                    .toArray());
        // A provider with a store of its own is told no ids that are not its own.
        const Sent own = sentBy(*call, fixtures::openAi(), responses);
        QVERIFY(!own.body.contains(QLatin1String("previous_response_id")));
        QCOMPARE(own.body[QLatin1String("input")].toArray().size(), 3);
        QVERIFY(!own.body[QLatin1String("input")][0].toObject().contains(QLatin1String("id")));
    }

    void aProviderThatSpeaksItIsSentWhatWasSaid()
    {
        auto call = request_cases::call(
            responses, asking(R"("previous_response_id":"ours","metadata":{"k":"v"},"store":true,"unknown":1.50,"tags":["a"])"));
        QVERIFY(call);
        call->previousId = "resp_up0";
        Deployment deployment = request_cases::deployment(fixtures::openAi(), "gpt-4o");
        deployment.defaults = {{"max_tokens", "9"}, {"temperature", "0.5"}, {"reasoning_effort", "\"low\""}, {"stop", "\"x\""}};
        const auto encoded = encode(*call, {deployment, deployment.model, responses}, {});
        QVERIFY(encoded);
        QVERIFY2(encoded->body.find("\"unknown\":1.50") != std::string::npos, encoded->body.c_str());
        QCOMPARE(object(encoded->body),
            object(
                R"({"model":"gpt-4o","input":"Hi","previous_response_id":"resp_up0","metadata":{"k":"v"},"store":true,"unknown":1.50,"max_output_tokens":9,"temperature":0.5,"reasoning":{"effort":"low"}})"));
    }

    void anAnswerIsAResponse()
    {
        Desk desk;
        View view = viewOf(fixtures::anthropic(), desk, Dialect::AnthropicMessages);
        const auto request =
            wire::JsonObject::parse(asking(R"("instructions":"Be brief.","tools":[{"type":"function","name":"f"}])"));
        QVERIFY(request);
        view.request = &*request;
        const auto answer = decodeAnswer(
            R"({"id":"msg_1","type":"message","model":"claude","content":[{"type":"thinking","thinking":"Hm","signature":"sig"},{"type":"redacted_thinking","data":"d"},{"type":"text","text":"I "},{"type":"text","text":"look."},{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"q"}},{"type":"tool_use","id":"t1","name":"f","input":{"x":1.50}}],"stop_reason":"tool_use","usage":{"input_tokens":10,"cache_read_input_tokens":4,"output_tokens":8}})",
            view);
        QVERIFY(answer);
        const QJsonObject body = object(answer->body);
        QCOMPARE(body[QLatin1String("object")].toString(), QStringLiteral("response"));
        QVERIFY(body[QLatin1String("id")].toString().startsWith(QLatin1String("resp_")));
        QCOMPARE(body[QLatin1String("model")].toString(), QStringLiteral("alias"));
        QCOMPARE(body[QLatin1String("status")].toString(), QStringLiteral("completed"));
        QCOMPARE(typesOf(body).join(u' '), QStringLiteral("reasoning reasoning message web_search_call function_call"));
        const QJsonValue output = body[QLatin1String("output")];
        QCOMPARE(output[0][QLatin1String("encrypted_content")].toString(), QStringLiteral("gatehouse.signature.sig"));
        QCOMPARE(output[2][QLatin1String("content")][0][QLatin1String("text")].toString(), QStringLiteral("I look."));
        QCOMPARE(output[4][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\":1.50}"));
        QCOMPARE(output[4][QLatin1String("call_id")].toString(), QStringLiteral("t1"));
        QCOMPARE(body[QLatin1String("instructions")].toString(), QStringLiteral("Be brief."));
        QCOMPARE(body[QLatin1String("tools")].toArray().size(), 1);
        QCOMPARE(body[QLatin1String("usage")].toObject(),
            object(
                R"({"input_tokens":14,"input_tokens_details":{"cached_tokens":4},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":22})"));
        QCOMPARE(desk.kept, std::vector<std::string> {answer->body});
    }

    void anAnswerThatWasCutShortSaysWhy()
    {
        Desk desk;
        const View view = viewOf(mistral(), desk, Dialect::OpenAiChat);
        const auto answer = decodeAnswer(
            R"({"choices":[{"index":0,"message":{"role":"assistant","content":"Pa"},"finish_reason":"length"}]})", view);
        QVERIFY(answer);
        const QJsonObject body = object(answer->body);
        QCOMPARE(body[QLatin1String("status")].toString(), QStringLiteral("incomplete"));
        QCOMPARE(body[QLatin1String("incomplete_details")].toObject(), object(R"({"reason":"max_output_tokens"})"));
        QVERIFY(body[QLatin1String("usage")].isNull());
    }

    void whatCannotBeRepeatedIsNot()
    {
        Desk desk;
        View view = viewOf(mistral(), desk, Dialect::OpenAiChat);
        const auto request = wire::JsonObject::parse(asking(R"("metadata":{"k":"\q"},"user":"\ud800")"));
        QVERIFY(request);
        view.request = &*request;
        const auto answer = decodeAnswer(
            R"({"choices":[{"index":0,"message":{"role":"assistant","content":"Pa"},"finish_reason":"stop"}]})", view);
        QVERIFY(answer);
        QVERIFY2(!object(answer->body).isEmpty(), answer->body.c_str());
    }

    void aStreamTellsEveryStep()
    {
        Desk desk;
        const auto run = fixtures::run(viewOf(mistral(), desk, Dialect::OpenAiChat), rich, fixtures::Cut::Random);
        QVERIFY2(!run.error, run.error ? run.error->message.c_str() : "");
        const QString out = text(run.out);
        QCOMPARE(namesOf(out).join(u' ').replace(QLatin1String("response."), QString()),
            QStringLiteral("created in_progress output_item.added reasoning_summary_part.added reasoning_summary_text.delta "
                           "reasoning_summary_text.done reasoning_summary_part.done output_item.done output_item.added "
                           "content_part.added output_text.delta output_text.done content_part.done output_item.done "
                           "output_item.added function_call_arguments.delta output_item.added function_call_arguments.delta "
                           "function_call_arguments.done output_item.done function_call_arguments.delta "
                           "function_call_arguments.done output_item.done completed "));
        int sequence = 0;
        for (const auto &event : captured::events(out)) {
            if (event.data == QLatin1String("[DONE]"))
                continue;
            const QJsonObject data = object(event.data.toStdString());
            QCOMPARE(data[QLatin1String("sequence_number")].toInt(-1), sequence++);
            QCOMPARE(data[QLatin1String("type")].toString(), event.name);
        }
        const QJsonObject last = dataOf(out, "response.completed")[QLatin1String("response")].toObject();
        QCOMPARE(typesOf(last).join(u' '), QStringLiteral("reasoning message function_call function_call"));
        const QJsonValue output = last[QLatin1String("output")];
        QCOMPARE(output[0][QLatin1String("summary")][0][QLatin1String("text")].toString(), QStringLiteral("Hm é"));
        QCOMPARE(output[1][QLatin1String("content")][0][QLatin1String("text")].toString(), QStringLiteral("I look. \"x\""));
        QCOMPARE(output[2][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\":1}"));
        QCOMPARE(output[3][QLatin1String("arguments")].toString(), QStringLiteral("{}"));
        QCOMPARE(last[QLatin1String("model")].toString(), QStringLiteral("up-model"));
        QCOMPARE(last[QLatin1String("usage")][QLatin1String("input_tokens")].toInt(), 14);
        QCOMPARE(desk.kept.size(), std::size_t(1));
        QCOMPARE(object(desk.kept.front()), last);
    }

    void aStreamCutShortIsNeverComplete()
    {
        for (std::size_t size = 1; size < rich.size() - usageChunk.size(); size += 7) {
            Desk desk;
            const auto run = fixtures::run(viewOf(mistral(), desk, Dialect::OpenAiChat), rich.substr(0, size));
            QVERIFY2(run.error || run.finishReason == "tool_calls", std::to_string(size).c_str());
            if (!run.error)
                continue;
            QVERIFY(run.out.find("response.completed") == std::string::npos);
            QVERIFY(desk.kept.empty());
            QCOMPARE(run.error->httpStatus(), 500);
        }
    }

    void anErrorInAStreamIsOneForOpenAisClients()
    {
        const QString event = text(errorEvent({Fault::RateLimit, "too many"}, responses));
        const QJsonObject data = dataOf(event, "error");
        QCOMPARE(data[QLatin1String("type")].toString(), QStringLiteral("error"));
        QCOMPARE(data[QLatin1String("message")].toString(), QStringLiteral("too many"));
        QCOMPARE(data[QLatin1String("error")][QLatin1String("code")].toString(), QStringLiteral("429"));
    }

    void aStreamThatEndsAtTheLimitIsIncomplete()
    {
        Desk desk;
        const auto run = fixtures::run(
            viewOf(mistral(), desk, Dialect::OpenAiChat), chunk(R"({"content":"Pa"})") + chunk("{}", "\"length\"") + usageChunk);
        const QJsonObject last = dataOf(text(run.out), "response.incomplete")[QLatin1String("response")].toObject();
        QCOMPARE(
            last[QLatin1String("incomplete_details")][QLatin1String("reason")].toString(), QStringLiteral("max_output_tokens"));
        QCOMPARE(last[QLatin1String("output")][0][QLatin1String("status")].toString(), QStringLiteral("incomplete"));
    }

    void aForcedToolIsTheTextThatWasAskedFor()
    {
        Desk desk;
        View view = viewOf(mistral(), desk, Dialect::OpenAiChat);
        view.jsonTool = true;
        const auto run = fixtures::run(view, chunk(forcedTool) + chunk("{}", "\"tool_calls\"") + usageChunk);
        const QJsonObject last = dataOf(text(run.out), "response.completed")[QLatin1String("response")].toObject();
        QCOMPARE(typesOf(last).join(u' '), QStringLiteral("message"));
        QCOMPARE(last[QLatin1String("output")][0][QLatin1String("content")][0][QLatin1String("text")].toString(),
            QStringLiteral("{\"a\":1}"));
    }

    void aPictureIsAnItemOfItsOwn()
    {
        Desk desk;
        const View view = viewOf({"gemini", "Gemini", Dialect::GeminiGenerate}, desk, Dialect::GeminiGenerate);
        const std::string whole =
            R"({"candidates":[{"content":{"parts":[{"text":"Here:"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":14,"candidatesTokenCount":8,"totalTokenCount":22}})";
        const auto answer = decodeAnswer(whole, view);
        QVERIFY(answer);
        const auto run = fixtures::run(view, "data: " + whole + "\n\n");
        QVERIFY2(!run.error, run.error ? run.error->message.c_str() : "");
        const QJsonObject last = dataOf(text(run.out), "response.completed")[QLatin1String("response")].toObject();
        for (const QJsonObject &response : {object(answer->body), last}) {
            QCOMPARE(typesOf(response).join(u' '), QStringLiteral("message image_generation_call"));
            QCOMPARE(response[QLatin1String("output")][1][QLatin1String("result")].toString(), QStringLiteral("AAAA"));
        }
    }

    void aRelayedAnswerChangesOnlyItsNames()
    {
        Desk desk;
        const auto answer = decodeAnswer(native, viewOf(fixtures::openAi(), desk, responses));
        QVERIFY(answer);
        std::string expected = native;
        expected.replace(expected.find("resp_up1"), 8, "resp_for_resp_up1");
        expected.replace(expected.find("gpt-4o-2024"), 11, "alias");
        QCOMPARE(text(answer->body), text(expected));
        QCOMPARE(answer->usage.input, 14);
        QCOMPARE(answer->usage.cachedRead, 4);
        QCOMPARE(answer->usage.reasoning, 2);
        QCOMPARE(answer->finishReason, "stop");
        QVERIFY(desk.kept.empty());
    }

    void aRelayedStreamChangesOnlyTheResponsesId()
    {
        Desk desk;
        const std::string end = nativeEvent("response.completed", "\"response\":" + native);
        for (const auto cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes, fixtures::Cut::Random}) {
            const auto run = fixtures::run(viewOf(fixtures::openAi(), desk, responses), nativeBegin + nativeDelta + end, cut);
            QVERIFY(!run.error);
            std::string expected = nativeBegin + nativeDelta + end + "data: [DONE]\n\n";
            for (std::size_t at = expected.find("resp_up1"); at != std::string::npos; at = expected.find("resp_up1", at + 20))
                expected.replace(at, 8, "resp_for_resp_up1");
            QCOMPARE(text(run.out), text(expected));
            QCOMPARE(run.usage.input, 14);
            QCOMPARE(run.finishReason, "stop");
        }
    }

    void aRelayedStreamIsHeldUntilItSaysSomething()
    {
        Desk desk;
        const auto cut = fixtures::run(viewOf(fixtures::openAi(), desk, responses), nativeBegin);
        QVERIFY(cut.error);
        QCOMPARE(cut.out, std::string());
        const auto begun = fixtures::run(viewOf(fixtures::openAi(), desk, responses), nativeBegin + nativeDelta);
        QVERIFY(begun.error);
        QVERIFY(begun.error->message.find("response.completed") != std::string::npos);
        QVERIFY(begun.out.find("Paris") != std::string::npos);
        QVERIFY(!begun.saidError);
    }

    void aProvidersOwnErrorIsSaidOnce()
    {
        Desk desk;
        const std::string failure = nativeEvent("response.failed",
            R"("response":{"id":"resp_up1","status":"failed","error":{"code":"server_error","message":"the server had an error"}})");
        const auto late = fixtures::run(viewOf(fixtures::openAi(), desk, responses), nativeBegin + nativeDelta + failure);
        QVERIFY(late.error && late.saidError);
        QVERIFY(late.error->message.find("the server had an error") != std::string::npos);
        QVERIFY(late.out.find("response.failed") != std::string::npos);
        const auto early = fixtures::run(viewOf(fixtures::openAi(), desk, responses), nativeBegin + failure);
        QVERIFY(early.error && !early.saidError);
        QCOMPARE(early.out, std::string());
    }

    void garbageIsAnError_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("html") << std::string("<html>");
        QTest::newRow("no json") << std::string("data: {\n\n");
        QTest::newRow("odd") << std::string("data: {\"type\":5,\"response\":[1]}\n\n");
        QTest::newRow("chat") << rich;
    }
    void garbageIsAnError()
    {
        QFETCH(std::string, bytes);
        Desk desk;
        const View view = viewOf(fixtures::openAi(), desk, responses);
        const auto run = fixtures::run(view, bytes);
        QVERIFY(run.error);
        QVERIFY2(run.error->message.find("OpenAI") != std::string::npos, run.error->message.c_str());
        QVERIFY(!decodeAnswer(bytes, view));
    }

    void aKeptResponseIsShownUnderTheCallersName()
    {
        Desk desk;
        View view = viewOf(fixtures::openAi(), desk, responses);
        view.operation = Operation::StoredResponse;
        const auto answer = decodeAnswer(R"({"id":"resp_up1","object":"response.deleted","deleted":true})", view);
        QVERIFY(answer);
        QCOMPARE(object(answer->body)[QLatin1String("id")].toString(), QStringLiteral("resp_for_resp_up1"));
        const auto failed = decodeAnswer(R"({"id":"resp_up1","object":"response","error":{"message":"x"}})", view);
        QVERIFY(failed);
        const auto list = decodeAnswer(R"({"object":"list","data":[{"id":"msg_1"}]})", view);
        QVERIFY(list && list->body.find("msg_1") != std::string::npos);
        QVERIFY(!decodeAnswer("<html>", view));
    }
};

QTEST_GUILESS_MAIN(TestResponsesDoor)
#include "tst_responses_door.moc"
