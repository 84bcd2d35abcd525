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

ProviderTraits gemini()
{
    return {"gemini", "Gemini", Dialect::GeminiGenerate};
}

View viewTo(Dialect to)
{
    View view = fixtures::view(gemini(), to);
    view.wantsUsage = true;
    view.upstreamModel = "gemini-2.5-flash";
    return view;
}

/// What Gemini is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const std::string &body, const std::string &model = "gemini-2.5-flash", Dialect door = Dialect::OpenAiChat)
{
    return request_cases::sent(request_cases::deployment(gemini(), model), body, door);
}

QString refusal(const std::string &body, const std::string &model = "gemini-2.5-flash")
{
    return sent(body, model).value(QLatin1String("refused")).toString();
}

QJsonObject json(const std::string &words)
{
    return object(words);
}

QJsonArray list(const std::string &words)
{
    return object("{\"a\":" + words + '}').value(QLatin1String("a")).toArray();
}

QJsonObject generation(const std::string &rest, const std::string &model = "gemini-2.5-flash")
{
    return sent(asking(rest), model).value(QLatin1String("generationConfig")).toObject();
}

QJsonArray contents(const std::string &messages, const std::string &model = "gemini-2.5-flash")
{
    return sent(R"({"model":"m","messages":)" + messages + '}', model).value(QLatin1String("contents")).toArray();
}

/// The parameters of the only tool, as Gemini is sent them for \a schema.
QJsonObject parameters(const std::string &schema)
{
    const QJsonObject body = sent(asking(R"("tools":[{"type":"function","function":{"name":"f","parameters":)" + schema + "}}]"));
    return body.value(QLatin1String("tools"))[0][QLatin1String("function_declarations")][0][QLatin1String("parameters")]
        .toObject();
}

std::string chunk(const std::string &parts, const std::string &rest = {})
{
    return R"(data: {"candidates":[{"content":{"role":"model","parts":[)" + parts + R"(]},"index":0)" + rest
        + R"(}],"usageMetadata":{"promptTokenCount":14,"totalTokenCount":14},"modelVersion":"gemini-2.5-flash","responseId":"r1"})"
        + "\r\n\r\n";
}

std::string said(const std::string &words)
{
    return chunk(R"({"text":")" + words + "\"}");
}

const std::string end =
    R"(data: {"candidates":[{"content":{"role":"model","parts":[{"text":""}]},"finishReason":"STOP","index":0}],"usageMetadata":)"
    R"({"promptTokenCount":14,"candidatesTokenCount":8,"thoughtsTokenCount":20,"totalTokenCount":42},"modelVersion":"gemini-2.5-flash"})"
    "\r\n\r\n";

// A thought, two calls at once of which the first is signed, a third alone without arguments.
const std::string rich = chunk(R"({"text":"Hm \u00e9","thought":true})") + said("I look.")
    + chunk(
        R"({"functionCall":{"id":"c1","name":"a","args":{"x": 1.50}},"thoughtSignature":"c2ln"},{"functionCall":{"name":"a","args":{"x":2}}})")
    + chunk(R"({"functionCall":{"name":"b"}})") + end;

/// The stream in pieces of \a size bytes.
Run run(Dialect to, std::string_view bytes, std::size_t size = std::string_view::npos)
{
    return fixtures::runOf(viewTo(to), "text/event-stream", bytes, size);
}

QJsonValue choiceOf(const Run &result)
{
    return reassembled(text(result.out)).value(QLatin1String("choices"))[QLatin1String("0")];
}

std::string answering(const std::string &parts, const std::string &rest = R"("finishReason":"STOP")")
{
    return R"({"candidates":[{"content":{"role":"model","parts":[)" + parts + "]}," + rest + R"(}],"responseId":"r1"})";
}

/// The answer as \a to sees it, or an empty object.
QJsonObject answered(const std::string &body, Dialect to = Dialect::OpenAiChat)
{
    const auto answer = decodeAnswer(body, viewTo(to));
    return answer ? object(answer->body) : QJsonObject();
}

QJsonValue message(const QJsonObject &answer)
{
    return answer.value(QLatin1String("choices"))[0][QLatin1String("message")];
}

} // namespace

/// Gemini's generateContent as a provider.
class TestGemini : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parametersGetGeminisNames();
    void parametersOfItsOwnArePassedOn();
    void whatGeminiHasNoWordForIsRefused_data();
    void whatGeminiHasNoWordForIsRefused();
    void vertexTakesWhatTheGeminiApiDoesNot();
    void theHistoryFindsItsPlaces();
    void resultsStandTogetherAndNameTheirTool();
    void aResultWithoutACallIsRefused();
    void mediaGoInlineOrByAddress_data();
    void mediaGoInlineOrByAddress();
    void anAnthropicClientsBlocksFindTheirPlaces();
    void signaturesComeBackWhereTheyBelong();
    void geminiThreeGetsIdsAndASignature();
    void toolsAreDeclared();
    void toolChoiceIsAMode_data();
    void toolChoiceIsAMode();
    void schemasAreSaidInGeminisWords_data();
    void schemasAreSaidInGeminisWords();
    void aSchemaThatUnfoldsForEverIsCut();
    void aFormatIsAskedFor_data();
    void aFormatIsAskedFor();
    void thinkingHasABudgetOrALevel_data();
    void thinkingHasABudgetOrALevel();
    void claudeOnVertexIsToldItsVersionAndNotItsName();
    void aHundredThousandMembersAreNoTrap();
    void extraSettingsAreMerged();
    void textsAreEmbedded_data();
    void textsAreEmbedded();
    void vectorsComeBackInOpenAisShape();

    void anAnswerReachesBothKindsOfClient();
    void endingsAreTranslated_data();
    void endingsAreTranslated();
    void aRefusedPromptIsAnAnswer();
    void severalAnswersBecomeChoices();
    void picturesAreShown();
    void sourcesBecomeAnnotations();
    void everyTokenIsCountedOnce();
    void whatIsNoAnswerIsAnError_data();
    void whatIsNoAnswerIsAnError();
    void aStreamAddsUpHoweverItArrives();
    void aRefusedPromptEndsAStream();
    void severalAnswersStreamSideBySide();
    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void everyTruncationOfAStreamIsAnError();
    void errorsKeepTheProvidersStatus_data();
    void errorsKeepTheProvidersStatus();
};

void TestGemini::parametersGetGeminisNames()
{
    const QJsonObject body = sent(asking(
        R"("max_completion_tokens":9,"temperature":0.5,"top_p":0.25,"top_k":3,"stop":"a","n":2,"user":"u","frequency_penalty":0.5,"presence_penalty":0.25,"logprobs":true,"stream":true)"));
    QCOMPARE(body.value(QLatin1String("generationConfig")).toObject(),
        json(
            R"({"max_output_tokens":9,"temperature":0.5,"top_p":0.25,"top_k":3,"stop_sequences":["a"],"candidate_count":2,"frequency_penalty":0.5,"presence_penalty":0.25,"responseLogprobs":true})"));
    QCOMPARE(body.value(QLatin1String("contents")).toArray(), list(R"([{"role":"user","parts":[{"text":"Hi"}]}])"));
    QCOMPARE(body.size(), 2); // neither the model nor whether it streams is said here
}

void TestGemini::parametersOfItsOwnArePassedOn()
{
    const QJsonObject body = sent(asking(
        R"("safety_settings":[{"category":"C","threshold":"T"}],"cached_content":"cachedContents/1","labels":{"a":"b"},"modalities":["text","image"],)"
        R"("generationConfig":{"topK":1,"imageConfig":{"aspectRatio":"1:1"}},"top_k":2,"web_search_options":{}, "newThing":{"x":1})"));
    QCOMPARE(body.value(QLatin1String("safetySettings")).toArray(), list(R"([{"category":"C","threshold":"T"}])"));
    QCOMPARE(body.value(QLatin1String("cachedContent")).toString(), QStringLiteral("cachedContents/1"));
    QCOMPARE(body.value(QLatin1String("labels")).toObject(), json(R"({"a":"b"})"));
    QCOMPARE(body.value(QLatin1String("newThing")).toObject(), json(R"({"x":1})"));
    QCOMPARE(body.value(QLatin1String("tools")).toArray(), list(R"([{"googleSearch":{}}])"));
    QCOMPARE(body.value(QLatin1String("generationConfig")).toObject(),
        json(R"({"top_k":2,"imageConfig":{"aspectRatio":"1:1"},"responseModalities":["TEXT","IMAGE"]})"));
    QCOMPARE(generation(R"("audio":{"voice":"Kore","format":"pcm16"})", "gemini-2.5-flash-preview-tts"),
        json(R"({"speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"Kore"}}},"responseModalities":["AUDIO"]})"));
    QVERIFY(refusal(asking(R"("audio":{"voice":"Kore","format":"mp3"})"), "gemini-2.5-flash-preview-tts")
                .contains(QStringLiteral("GeminiException - audio.format must be pcm16")));
}

void TestGemini::whatGeminiHasNoWordForIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *value) { QTest::newRow(name) << name << value; };
    row("logit_bias", "{\"1\":2}");
    row("seed", "7");
    row("top_logprobs", "2");
    row("service_tier", "\"flex\"");
    row("audio", "{\"voice\":\"Kore\"}");
    row("parallel_tool_calls",
        R"(false,"tools":[{"type":"function","function":{"name":"a"}},{"type":"function","function":{"name":"b"}}])");
}

void TestGemini::whatGeminiHasNoWordForIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const std::string member = "\"" + name.toStdString() + "\":" + value.toStdString();
    QVERIFY2(refusal(asking(member)).contains(QStringLiteral("gemini does not support parameters: ['") + name),
        qPrintable(refusal(asking(member))));
    QVERIFY(!sent(asking(member + R"(,"drop_params":true)")).contains(QLatin1String("generationConfig")));
}

void TestGemini::vertexTakesWhatTheGeminiApiDoesNot()
{
    const Deployment deployment =
        request_cases::deployment({"vertex_ai", "VertexAI", Dialect::GeminiGenerate}, "gemini-2.5-flash");
    const auto call = request_cases::call(Dialect::OpenAiChat, asking(R"("seed":7,"logprobs":true,"top_logprobs":2)"));
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
    QVERIFY(encoded);
    QCOMPARE(object(encoded->body).value(QLatin1String("generationConfig")).toObject(),
        json(R"({"seed":7,"responseLogprobs":true,"logprobs":2})"));
    QCOMPARE(generation(R"("seed":7,"allowed_openai_params":["seed"])"), json(R"({"seed":7})"));
}

void TestGemini::theHistoryFindsItsPlaces()
{
    const QJsonObject body =
        sent(R"({"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"developer","content":"And kind."},
        {"role":"user","content":"Look: "},{"role":"user","content":[{"type":"text","text":"who?"}]},
        {"role":"assistant","content":"I see.","reasoning_content":"x","thinking_blocks":[{"type":"thinking","thinking":"T","signature":"s"}]},
        {"role":"user","content":""}]})");
    QCOMPARE(body.value(QLatin1String("system_instruction")).toObject(),
        json(R"({"parts":[{"text":"Be brief."},{"text":"And kind."}]})"));
    QCOMPARE(
        body.value(QLatin1String("contents")).toArray(), list(R"([{"role":"user","parts":[{"text":"Look: "},{"text":"who?"}]},
        {"role":"model","parts":[{"text":"T","thought":true,"thoughtSignature":"s"},{"text":"I see."}]}])"));
    QCOMPARE(contents(R"([{"role":"system","content":"S"}])"), list(R"([{"role":"user","parts":[{"text":" "}]}])"));
    QCOMPARE(contents(R"([{"role":"system","content":"S"},{"role":"user","content":"U"}])", "gemma-3-27b-it"),
        list(R"([{"role":"user","parts":[{"text":"S"},{"text":"U"}]}])"));
}

void TestGemini::resultsStandTogetherAndNameTheirTool()
{
    const QJsonArray got = contents(R"([{"role":"user","content":"Weather?"},
        {"role":"assistant","content":"I look.","tool_calls":[{"id":"c1","type":"function","function":{"name":"a","arguments":"{\"x\": 1.50}"}},
            {"id":"c2","type":"function","function":{"name":"b","arguments":""}}]},
        {"role":"tool","tool_call_id":"c2","content":"{\"t\": 18}"},
        {"role":"tool","tool_call_id":"c1","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
        {"role":"user","content":"So?"}])");
    QCOMPARE(got.size(), 4);
    QCOMPARE(
        got[1].toObject(), json(R"({"role":"model","parts":[{"text":"I look."},{"function_call":{"name":"a","args":{"x":1.5}}},
        {"function_call":{"name":"b","args":{}}}]})"));
    QCOMPARE(got[2].toObject(), json(R"({"role":"user","parts":[{"function_response":{"name":"b","response":{"t":18}}},
        {"function_response":{"name":"a","response":{"content":"see"}}}]})"));
    QCOMPARE(got[3].toObject(),
        json(R"({"role":"user","parts":[{"inline_data":{"mime_type":"image/png","data":"AAAA"}},{"text":"So?"}]})"));
}

void TestGemini::aResultWithoutACallIsRefused()
{
    const std::string messages =
        R"({"model":"m","messages":[{"role":"user","content":"U"},{"role":"tool","tool_call_id":"c9","content":"1"}]})";
    QVERIFY(refusal(messages).contains(
        QStringLiteral("GeminiException - messages[1] is the result of a tool call that no message before it makes: 'c9'")));
}

void TestGemini::mediaGoInlineOrByAddress_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *part, const char *told) { QTest::newRow(name) << part << told; };
    row("a picture", R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})",
        R"({"inline_data":{"mime_type":"image/png","data":"AAAA"}})");
    row("a picture's address", R"({"type":"image_url","image_url":{"url":"https:\/\/x/y.JPG?z"}})",
        R"({"file_data":{"mime_type":"image/jpeg","file_uri":"https:\/\/x/y.JPG?z"}})");
    row("of a kind that is said", R"({"type":"image_url","image_url":{"url":"https:\/\/x/y","format":"image/webp"}})",
        R"({"file_data":{"mime_type":"image/webp","file_uri":"https:\/\/x/y"}})");
    row("in a bucket", R"({"type":"file","file":{"file_id":"gs:\/\/b/o.mp4"}})",
        R"({"file_data":{"mime_type":"video/mp4","file_uri":"gs:\/\/b/o.mp4"}})");
    row("uploaded", R"({"type":"file","file":{"file_id":"https:\/\/g/v1beta/files/1","format":"application/pdf"}})",
        R"({"file_data":{"mime_type":"application/pdf","file_uri":"https:\/\/g/v1beta/files/1"}})");
    row("a PDF", R"({"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA"}})",
        R"({"inline_data":{"mime_type":"application/pdf","data":"AAAA"}})");
    row("sound", R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})",
        R"({"inline_data":{"mime_type":"audio/wav","data":"AAAA"}})");
    row("a film", R"({"type":"video_url","video_url":{"url":"https:\/\/youtu.be/x"}})",
        R"({"file_data":{"file_uri":"https:\/\/youtu.be/x"}})");
}

void TestGemini::mediaGoInlineOrByAddress()
{
    QFETCH(QString, part);
    QFETCH(QString, told);
    const QJsonArray got = contents(R"([{"role":"user","content":[)" + part.toStdString() + "]}]");
    QCOMPARE(got[0][QLatin1String("parts")][0].toObject(), json(told.toStdString()));
    QVERIFY(refusal(R"({"model":"m","messages":[{"role":"user","content":[{"type":"smell"}]}]})")
                .contains(QStringLiteral("GeminiException - messages[0] holds a block of type 'smell'")));
}

void TestGemini::anAnthropicClientsBlocksFindTheirPlaces()
{
    const QJsonObject body = sent(
        R"({"model":"m","max_tokens":9,"system":[{"type":"text","text":"S"}],"metadata":{"user_id":"u"},"stop_sequences":["E"],"messages":[
        {"role":"assistant","content":[{"type":"thinking","thinking":"T","signature":"s"},{"type":"tool_use","id":"c1","name":"a","input":{"x":1}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"c1","is_error":true,"content":"broken"},{"type":"text","text":"So?"},
            {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"AAAA"}}]}],
        "tools":[{"name":"a","input_schema":{"type":"object","properties":{"x":{"type":"integer"}}}},{"type":"web_search_20250305","name":"web_search"}],
        "tool_choice":{"type":"any","disable_parallel_tool_use":true},"thinking":{"type":"enabled","budget_tokens":2048}})",
        "gemini-2.5-flash", Dialect::AnthropicMessages);
    QCOMPARE(body.value(QLatin1String("system_instruction")).toObject(), json(R"({"parts":[{"text":"S"}]})"));
    QCOMPARE(body.value(QLatin1String("contents")).toArray(),
        list(
            R"([{"role":"model","parts":[{"text":"T","thought":true,"thoughtSignature":"s"},{"function_call":{"name":"a","args":{"x":1}}}]},
        {"role":"user","parts":[{"function_response":{"name":"a","response":{"error":"broken"}}}]},
        {"role":"user","parts":[{"text":"So?"},{"inline_data":{"mime_type":"application/pdf","data":"AAAA"}}]}])"));
    QCOMPARE(body.value(QLatin1String("tools")).toArray(),
        list(
            R"([{"function_declarations":[{"name":"a","parameters":{"type":"object","properties":{"x":{"type":"integer"}}}}]},{"googleSearch":{}}])"));
    QCOMPARE(body.value(QLatin1String("toolConfig")).toObject(), json(R"({"functionCallingConfig":{"mode":"ANY"}})"));
    QCOMPARE(body.value(QLatin1String("generationConfig")).toObject(),
        json(
            R"({"max_output_tokens":9,"stop_sequences":["E"],"thinkingConfig":{"includeThoughts":true,"thinkingBudget":2048}})"));
}

void TestGemini::signaturesComeBackWhereTheyBelong()
{
    const QJsonArray got =
        contents(R"([{"role":"assistant","content":"I look.","provider_specific_fields":{"thought_signatures":["aaaa","bbbb"]},
        "tool_calls":[{"id":"c1__thought__aaaa","type":"function","function":{"name":"a","arguments":"{}"}},
            {"id":"c2","type":"function","provider_specific_fields":{"thought_signature":"cccc"},"function":{"name":"b","arguments":"{}"}}]},
        {"role":"tool","tool_call_id":"c1__thought__aaaa","content":"1"},{"role":"tool","tool_call_id":"c2","content":"2"}])");
    QCOMPARE(got[0][QLatin1String("parts")].toArray(),
        list(R"([{"text":"I look.","thoughtSignature":"bbbb"},{"function_call":{"name":"a","args":{}},"thoughtSignature":"aaaa"},
        {"function_call":{"name":"b","args":{}},"thoughtSignature":"cccc"}])"));
    QCOMPARE(got[1][QLatin1String("parts")].toArray().size(), 2);
}

void TestGemini::geminiThreeGetsIdsAndASignature()
{
    const QJsonArray got = contents(
        R"([{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"a","arguments":"{}"}},
            {"id":"c2","type":"function","function":{"name":"b","arguments":"{}"}}]},
        {"role":"tool","tool_call_id":"c1","content":[{"type":"text","text":"1"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}])",
        "gemini-3-pro-preview");
    QCOMPARE(got[0][QLatin1String("parts")].toArray(),
        list(R"([{"function_call":{"name":"a","args":{},"id":"c1"},"thoughtSignature":"skip_thought_signature_validator"},
        {"function_call":{"name":"b","args":{},"id":"c2"}}])"));
    QCOMPARE(got[1][QLatin1String("parts")].toArray(),
        list(
            R"([{"function_response":{"name":"a","id":"c1","response":{"content":"1"},"parts":[{"inline_data":{"mime_type":"image/png","data":"AAAA"}}]}}])"));
    QCOMPARE(generation("\"top_k\":2", "gemini-3-pro-preview"), json(R"({"top_k":2,"temperature":1})"));
}

void TestGemini::toolsAreDeclared()
{
    const QJsonObject body = sent(asking(
        R"("tools":[{"type":"function","function":{"name":"a","description":"A","strict":true,"parameters":{"type":"object","properties":{"x":{"type":"string"}},"required":["x"],"additionalProperties":false}}},)"
        R"({"type":"function","function":{"name":"b","parameters":{"type":"object","properties":{}}}},{"googleSearch":{}},{"type":"code_interpreter","container":{}},{"urlContext":{}}])"));
    QCOMPARE(body.value(QLatin1String("tools")).toArray(),
        list(
            R"([{"function_declarations":[{"name":"a","description":"A","parameters":{"type":"object","properties":{"x":{"type":"string"}},"required":["x"]}},{"name":"b"}]},
        {"googleSearch":{}},{"codeExecution":{}},{"urlContext":{}}])"));
    QVERIFY(refusal(asking(R"("tools":[{"type":"file_search"}])")).contains(QStringLiteral("the tool 'file_search'")));
    QVERIFY(!sent(asking(R"("tools":[{"type":"file_search"}],"drop_params":true)")).contains(QLatin1String("tools")));
    QVERIFY(!sent(asking(R"("tools":[{"googleSearch":{}}],"tool_choice":"auto")")).contains(QLatin1String("toolConfig")));
}

void TestGemini::toolChoiceIsAMode_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *choice, const char *told) { QTest::newRow(choice) << choice << told; };
    row("\"auto\"", R"({"mode":"AUTO"})");
    row("\"none\"", R"({"mode":"NONE"})");
    row("\"required\"", R"({"mode":"ANY"})");
    row(R"({"type":"function","function":{"name":"a"}})", R"({"mode":"ANY","allowed_function_names":["a"]})");
}

void TestGemini::toolChoiceIsAMode()
{
    QFETCH(QString, choice);
    QFETCH(QString, told);
    const QJsonObject body =
        sent(asking(R"("tools":[{"type":"function","function":{"name":"a"}}],"tool_choice":)" + choice.toStdString()));
    QCOMPARE(
        body.value(QLatin1String("toolConfig"))[QLatin1String("functionCallingConfig")].toObject(), json(told.toStdString()));
}

void TestGemini::schemasAreSaidInGeminisWords_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *property, const char *told) { QTest::newRow(name) << property << told; };
    row("plain", R"({"type":"integer","minimum":1,"default":1,"exclusiveMaximum":9,"$comment":"c"})",
        R"({"type":"integer","minimum":1,"default":1})");
    row("a reference", R"({"$ref":"#/$defs/Leg","description":"D"})",
        R"({"type":"object","description":"D","properties":{"to":{"type":"string"}},"required":["to"]})");
    row("to nowhere", R"({"$ref":"#/$defs/No"})", R"({"type":"object"})");
    row("to itself", R"({"$ref":"#/$defs/Tree"})",
        R"({"type":"object","properties":{"next":{"type":"array","items":{"type":"object"}}}})");
    row("or null", R"({"anyOf":[{"type":"string"},{"type":"null"}],"description":"D"})",
        R"({"anyOf":[{"type":"string","nullable":true,"description":"D"}]})");
    row("types", R"({"type":["string","null"]})", R"({"type":"string","nullable":true})");
    row("many types", R"({"type":["string","integer","null"]})",
        R"({"anyOf":[{"type":"string","nullable":true},{"type":"integer","nullable":true}]})");
    row("one of", R"({"oneOf":[{"type":"string"},{"type":"number"}]})", R"({"anyOf":[{"type":"string"},{"type":"number"}]})");
    row("all of", R"({"allOf":[{"$ref":"#/$defs/Leg"},{"properties":{"x":{"type":"number"}}}]})",
        R"({"type":"object","properties":{"to":{"type":"string"},"x":{"type":"number"}},"required":["to"]})");
    row("a constant", R"({"const":"a"})", R"({"type":"string","enum":["a"]})");
    row("an enum", R"({"enum":["a","",null,3]})", R"({"type":"string","enum":["a"]})");
    row("an enum of numbers", R"({"type":"integer","enum":[1,2]})", R"({"type":"integer"})");
    row("formats", R"({"type":"string","format":"uri"})", R"({"type":"string"})");
    row("a date", R"({"type":"string","format":"date-time"})", R"({"type":"string","format":"date-time"})");
    row("a list of anything", R"({"type":"array"})", R"({"type":"array","items":{"type":"string"}})");
    row("a list of objects", R"({"type":"array","items":{}})", R"({"type":"array","items":{"type":"object"}})");
    row("a pair", R"({"type":"array","prefixItems":[{"type":"number"},{"type":"string"}]})",
        R"({"type":"array","items":{"type":"number"}})");
    row("a named type", R"({"type":"object","properties":{"type":{"type":"string"}},"required":["type","gone"]})",
        R"({"type":"object","properties":{"type":{"type":"string"}},"required":["type"]})");
}

void TestGemini::schemasAreSaidInGeminisWords()
{
    QFETCH(QString, property);
    QFETCH(QString, told);
    const QJsonObject got = parameters(
        R"({"$schema":"s","type":"object","$defs":{"Leg":{"type":"object","properties":{"to":{"type":"string"}},"required":["to"],"additionalProperties":false},
            "Tree":{"type":"object","properties":{"next":{"type":"array","items":{"$ref":"#/$defs/Tree"}}}}},"properties":{"p":)"
        + property.toStdString() + "}}");
    QCOMPARE(got.value(QLatin1String("properties"))[QLatin1String("p")].toObject(), json(told.toStdString()));
    QCOMPARE(got.value(QLatin1String("type")).toString(), QStringLiteral("object"));
    QCOMPARE(got.size(), 2);
}

void TestGemini::aSchemaThatUnfoldsForEverIsCut()
{
    // Each definition names the next one ten times: a billion in all.
    std::string definitions;
    for (int i = 0; i < 10; ++i) {
        definitions += std::string(i ? "," : "") + "\"d" + std::to_string(i) + R"(":{"type":"object","properties":{)";
        for (int j = 0; j < 10; ++j)
            definitions +=
                std::string(j ? "," : "") + "\"p" + std::to_string(j) + R"(":{"$ref":"#/$defs/d)" + std::to_string(i + 1) + "\"}";
        definitions += "}}";
    }
    const std::string schema = R"({"$defs":{)" + definitions + R"(,"d10":{"type":"string"}},"$ref":"#/$defs/d0"})";
    QVERIFY(refusal(asking(R"("tools":[{"type":"function","function":{"name":"f","parameters":)" + schema + "}}]"))
                .contains(QStringLiteral("the schema of a tool unfolds into too much")));
}

void TestGemini::aFormatIsAskedFor_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *model, const char *asked, const char *told) {
        QTest::newRow(name) << model << asked << told;
    };
    row("json", "gemini-2.5-flash", R"({"type":"json_object"})", R"({"response_mime_type":"application/json"})");
    row("schema", "gemini-2.5-flash",
        R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","additionalProperties":false}}})",
        R"({"response_mime_type":"application/json","response_json_schema":{"type":"object","additionalProperties":false}})");
    row("an old model", "gemini-1.5-pro",
        R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","properties":{"x":{"type":"string"}},"additionalProperties":false}}})",
        R"({"response_mime_type":"application/json","response_schema":{"type":"object","properties":{"x":{"type":"string"}}}})");
    row("LiteLLM's way", "gemini-2.5-flash", R"({"type":"json_object","response_schema":{"type":"object"}})",
        R"({"response_mime_type":"application/json","response_json_schema":{"type":"object"}})");
    row("text", "gemini-2.5-flash", R"({"type":"text"})", "{}");
}

void TestGemini::aFormatIsAskedFor()
{
    QFETCH(QString, model);
    QFETCH(QString, asked);
    QFETCH(QString, told);
    QCOMPARE(generation("\"response_format\":" + asked.toStdString(), model.toStdString()), json(told.toStdString()));
}

void TestGemini::thinkingHasABudgetOrALevel_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    const auto effort = [](const char *model, const char *word, const char *told) {
        QTest::addRow("%s, %s", model, word)
            << model << QStringLiteral("\"reasoning_effort\":\"%1\"").arg(QLatin1String(word)) << told;
    };
    const auto thinking = [](const char *model, const char *words, const char *told) {
        QTest::addRow("%s, %s", model, words) << model << QStringLiteral("\"thinking\":{%1}").arg(QLatin1String(words)) << told;
    };
    effort("gemini-2.5-flash", "minimal", R"({"includeThoughts":true,"thinkingBudget":1})");
    effort("gemini-2.5-pro", "minimal", R"({"includeThoughts":true,"thinkingBudget":128})");
    effort("gemini-2.5-flash-lite", "minimal", R"({"includeThoughts":true,"thinkingBudget":512})");
    effort("gemini-2.5-flash", "low", R"({"includeThoughts":true,"thinkingBudget":1024})");
    effort("gemini-2.5-flash", "medium", R"({"includeThoughts":true,"thinkingBudget":2048})");
    effort("gemini-2.5-flash", "high", R"({"includeThoughts":true,"thinkingBudget":4096})");
    effort("gemini-2.5-flash", "none", R"({"includeThoughts":false,"thinkingBudget":0})");
    effort("gemini-2.5-pro", "none", R"({"includeThoughts":false,"thinkingBudget":128})");
    effort("gemini-3-pro-preview", "minimal", R"({"includeThoughts":true,"thinkingLevel":"low"})");
    effort("gemini-3-pro-preview", "medium", R"({"includeThoughts":true,"thinkingLevel":"high"})");
    effort("gemini-3.1-pro-preview", "medium", R"({"includeThoughts":true,"thinkingLevel":"medium"})");
    effort("gemini-3-flash-preview", "minimal", R"({"includeThoughts":true,"thinkingLevel":"minimal"})");
    effort("gemini-3-flash-preview", "none", R"({"includeThoughts":false,"thinkingLevel":"minimal"})");
    effort("gemini-3-flash-preview", "high", R"({"includeThoughts":true,"thinkingLevel":"high"})");
    thinking("gemini-2.5-flash", R"("type":"enabled","budget_tokens":2000)", R"({"includeThoughts":true,"thinkingBudget":2000})");
    thinking(
        "gemini-2.5-flash", R"("type":"enabled","budget_tokens":90000)", R"({"includeThoughts":true,"thinkingBudget":24576})");
    thinking("gemini-2.5-flash", R"("type":"enabled")", R"({"includeThoughts":true})");
    thinking("gemini-2.5-flash", R"("type":"disabled")", R"({"includeThoughts":false,"thinkingBudget":0})");
    thinking(
        "gemini-3-pro-preview", R"("type":"enabled","budget_tokens":2000)", R"({"includeThoughts":true,"thinkingLevel":"low"})");
    thinking("gemini-3-pro-preview", R"("type":"enabled","budget_tokens":20000)",
        R"({"includeThoughts":true,"thinkingLevel":"high"})");
}

void TestGemini::thinkingHasABudgetOrALevel()
{
    QFETCH(QString, model);
    QFETCH(QString, asked);
    QFETCH(QString, told);
    QCOMPARE(generation(asked.toStdString(), model.toStdString()).value(QLatin1String("thinkingConfig")).toObject(),
        json(told.toStdString()));
}

void TestGemini::claudeOnVertexIsToldItsVersionAndNotItsName()
{
    const Deployment deployment =
        request_cases::deployment({"vertex_ai", "VertexAI", Dialect::GeminiGenerate}, "claude-sonnet-4-5@20250929");
    for (const Dialect door : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto call = request_cases::call(door, asking(R"("max_tokens":9,"stream":true)"));
        const auto encoded = encode(*call, {deployment, deployment.model, Dialect::AnthropicMessages}, {});
        QVERIFY(encoded);
        const QJsonObject body = object(encoded->body);
        QVERIFY(!body.contains(QLatin1String("model")));
        QCOMPARE(body.value(QLatin1String("anthropic_version")).toString(), QStringLiteral("vertex-2023-10-16"));
        QCOMPARE(body.value(QLatin1String("stream")), QJsonValue(true));
    }
}

void TestGemini::aHundredThousandMembersAreNoTrap()
{
    std::string rest = "\"a\":1";
    for (int i = 0; i < 100000; ++i)
        rest += ",\"x" + std::to_string(i) + "\":1";
    QCOMPARE(sent(asking(rest)).size(), 100002);
}

void TestGemini::extraSettingsAreMerged()
{
    const QJsonObject body = sent(
        asking(R"("max_tokens":9,"extra_body":{"generationConfig":{"max_output_tokens":1,"imageConfig":{}},"contents":[]})"));
    QCOMPARE(body.value(QLatin1String("generationConfig")).toObject(), json(R"({"max_output_tokens":9,"imageConfig":{}})"));
    QCOMPARE(body.value(QLatin1String("contents")).toArray().size(), 1);
    QVERIFY(sent(asking(R"("extra_body":{"generationConfig":{"x":1}})")).contains(QLatin1String("generationConfig")));
}

void TestGemini::textsAreEmbedded_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *provider, const char *asked, const char *told) {
        QTest::newRow(name) << provider << asked << told;
    };
    row("gemini", "gemini",
        R"("input":["a","b"],"dimensions":3,"task_type":"RETRIEVAL_QUERY","encoding_format":"base64","user":"u")",
        R"({"requests":[{"model":"models/e","content":{"parts":[{"text":"a"}]},"taskType":"RETRIEVAL_QUERY","outputDimensionality":3},
            {"model":"models/e","content":{"parts":[{"text":"b"}]},"taskType":"RETRIEVAL_QUERY","outputDimensionality":3}]})");
    row("vertex", "vertex_ai", R"("input":"a","dimensions":3,"title":"T","autoTruncate":false,"task_type":"RETRIEVAL_QUERY")",
        R"({"instances":[{"content":"a","task_type":"RETRIEVAL_QUERY","title":"T"}],"parameters":{"outputDimensionality":3,"autoTruncate":false}})");
    row("numbers", "gemini", R"("input":[1,2])", "GeminiException - input must be a text or an array of texts");
    row("nothing", "gemini", R"("input":[])", "GeminiException - input must be a text or an array of texts");
}

void TestGemini::textsAreEmbedded()
{
    QFETCH(QString, provider);
    QFETCH(QString, asked);
    QFETCH(QString, told);
    const Deployment deployment = request_cases::deployment({provider.toStdString(), "Gemini", Dialect::GeminiGenerate}, "e");
    auto call = request_cases::call(Dialect::OpenAiChat, "{\"model\":\"m\"," + asked.toStdString() + '}');
    QVERIFY(call);
    call->operation = Operation::Embedding;
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
    if (encoded)
        QCOMPARE(object(encoded->body), json(told.toStdString()));
    else
        QCOMPARE(text(encoded.error().message), told);
}

void TestGemini::vectorsComeBackInOpenAisShape()
{
    View view = viewTo(Dialect::OpenAiChat);
    view.operation = Operation::Embedding;
    const auto gemini = decodeAnswer(R"({"embeddings":[{"values":[0.1,0.2]},{"values":[0.3]}]})", view);
    QVERIFY(gemini);
    QCOMPARE(object(gemini->body).value(QLatin1String("data")).toArray(),
        list(R"([{"object":"embedding","index":0,"embedding":[0.1,0.2]},{"object":"embedding","index":1,"embedding":[0.3]}])"));
    QCOMPARE(object(gemini->body).value(QLatin1String("model")).toString(), QStringLiteral("alias"));
    QVERIFY(!gemini->usage.reported);
    const auto request = wire::JsonObject::parse(R"({"encoding_format":"base64"})");
    view.request = &*request;
    const auto packed = decodeAnswer(R"({"embeddings":[{"values":[1,-0.5]}]})", view);
    QVERIFY(packed);
    QCOMPARE(object(packed->body).value(QLatin1String("data"))[0][QLatin1String("embedding")].toString(),
        QStringLiteral("AACAPwAAAL8="));
    view.request = nullptr;
    const auto vertex = decodeAnswer(
        R"({"predictions":[{"embeddings":{"values":[1],"statistics":{"token_count":4}}},{"embeddings":{"values":[2],"statistics":{"token_count":5}}}]})",
        view);
    QVERIFY(vertex);
    QCOMPARE(vertex->usage.input, 9);
    for (const char *bad :
        {"", "[]", "{}", R"({"embeddings":[]})", R"({"embeddings":[{"values":3}]})", R"({"error":{"code":500}})"})
        QVERIFY(!decodeAnswer(bad, view));
}

void TestGemini::anAnswerReachesBothKindsOfClient()
{
    const std::string body = answering(
        R"({"text":"Hm","thought":true},{"text":"I look.","thoughtSignature":"dGV4dA=="},{"functionCall":{"name":"a","args":{"x": 1.50}},"thoughtSignature":"c2ln"},{"functionCall":{"id":"f2","name":"b"}})");
    const QJsonObject chat = answered(body);
    QCOMPARE(chat.value(QLatin1String("id")).toString(), QStringLiteral("r1"));
    QCOMPARE(chat.value(QLatin1String("model")).toString(), QStringLiteral("alias"));
    QCOMPARE(chat.value(QLatin1String("choices"))[0][QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
    const QJsonValue said = message(chat);
    QCOMPARE(said[QLatin1String("content")].toString(), QStringLiteral("I look."));
    QCOMPARE(said[QLatin1String("reasoning_content")].toString(), QStringLiteral("Hm"));
    QCOMPARE(said[QLatin1String("provider_specific_fields")][QLatin1String("thought_signatures")].toArray(),
        list(R"(["dGV4dA==","c2ln"])"));
    const QJsonValue call = said[QLatin1String("tool_calls")][0];
    QVERIFY(call[QLatin1String("id")].toString().startsWith(QLatin1String("call_")));
    QVERIFY(call[QLatin1String("id")].toString().endsWith(QLatin1String("__thought__c2ln")));
    QCOMPARE(
        call[QLatin1String("provider_specific_fields")][QLatin1String("thought_signature")].toString(), QStringLiteral("c2ln"));
    QCOMPARE(call[QLatin1String("function")][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\": 1.50}"));
    QCOMPARE(said[QLatin1String("tool_calls")][1][QLatin1String("id")].toString(), QStringLiteral("f2"));

    const QJsonObject anthropic = answered(body, Dialect::AnthropicMessages);
    QCOMPARE(anthropic.value(QLatin1String("content")).toArray().size(), 4);
    QCOMPARE(anthropic.value(QLatin1String("stop_reason")).toString(), QStringLiteral("tool_use"));
    QVERIFY(
        anthropic.value(QLatin1String("content"))[2][QLatin1String("id")].toString().endsWith(QLatin1String("__thought__c2ln")));
}

void TestGemini::endingsAreTranslated_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("finish");
    const auto row = [](const char *word, const char *finish) { QTest::newRow(word) << word << finish; };
    row("STOP", "stop");
    row("MAX_TOKENS", "length");
    for (const char *word :
        {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "OTHER", "IMAGE_SAFETY"})
        row(word, "content_filter");
    row("MALFORMED_FUNCTION_CALL", "malformed_function_call");
    row("SOMETHING_NEW", "SOMETHING_NEW");
}

void TestGemini::endingsAreTranslated()
{
    QFETCH(QString, word);
    QFETCH(QString, finish);
    const std::string reason = "\"finishReason\":\"" + word.toStdString() + '"';
    const QJsonObject whole = answered(answering(R"({"text":"A"})", reason));
    QCOMPARE(whole.value(QLatin1String("choices"))[0][QLatin1String("finish_reason")].toString(), finish);
    QCOMPARE(
        choiceOf(run(Dialect::OpenAiChat, chunk(R"({"text":"A"})", "," + reason)))[QLatin1String("finish_reason")].toString(),
        finish);
    const QJsonObject bare = answered("{\"candidates\":[{" + reason + "}]}"); // what is filtered has no content
    QVERIFY(message(bare)[QLatin1String("content")].isNull());
    QCOMPARE(bare.value(QLatin1String("choices"))[0][QLatin1String("finish_reason")].toString(), finish);
}

void TestGemini::aRefusedPromptIsAnAnswer()
{
    const std::string body =
        R"({"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4,"totalTokenCount":4}})";
    const QJsonObject chat = answered(body);
    QCOMPARE(
        chat.value(QLatin1String("choices"))[0][QLatin1String("finish_reason")].toString(), QStringLiteral("content_filter"));
    QCOMPARE(message(chat)[QLatin1String("provider_specific_fields")][QLatin1String("prompt_feedback")].toObject(),
        json(R"({"blockReason":"SAFETY"})"));
    QCOMPARE(chat.value(QLatin1String("usage"))[QLatin1String("prompt_tokens")].toInt(), 4);
    QCOMPARE(
        answered(body, Dialect::AnthropicMessages).value(QLatin1String("stop_reason")).toString(), QStringLiteral("refusal"));
}

void TestGemini::severalAnswersBecomeChoices()
{
    const QJsonObject chat = answered(
        R"({"candidates":[{"content":{"parts":[{"text":"A"}]},"finishReason":"STOP"},{"content":{"parts":[{"text":"B"}]},"finishReason":"MAX_TOKENS","index":1}]})");
    const QJsonArray choices = chat.value(QLatin1String("choices")).toArray();
    QCOMPARE(choices.size(), 2);
    QCOMPARE(choices[1][QLatin1String("index")].toInt(), 1);
    QCOMPARE(choices[1][QLatin1String("message")][QLatin1String("content")].toString(), QStringLiteral("B"));
    QCOMPARE(choices[1][QLatin1String("finish_reason")].toString(), QStringLiteral("length"));
}

void TestGemini::picturesAreShown()
{
    const std::string picture = R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})";
    const QString url = QStringLiteral("data:image/png;base64,AAAA");
    const auto urlOf = [](const QJsonValue &message) {
        return message[QLatin1String("images")][0][QLatin1String("image_url")][QLatin1String("url")].toString();
    };
    QCOMPARE(urlOf(message(answered(answering(picture)))), url);
    QCOMPARE(urlOf(choiceOf(run(Dialect::OpenAiChat, chunk(picture) + end))), url);
    const QJsonObject block = json(R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}})");
    QCOMPARE(answered(answering(picture), Dialect::AnthropicMessages).value(QLatin1String("content"))[0].toObject(), block);
    const QJsonObject stream = reassembled(text(run(Dialect::AnthropicMessages, chunk(picture) + end).out));
    QCOMPARE(stream.value(QLatin1String("content"))[0].toObject(), block);
    const std::string sound = R"({"inlineData":{"mimeType":"audio/L16;rate=24000","data":"BBBB"}})";
    QCOMPARE(
        message(answered(answering(sound)))[QLatin1String("audio")][QLatin1String("data")].toString(), QStringLiteral("BBBB"));
}

void TestGemini::sourcesBecomeAnnotations()
{
    const std::string grounding =
        R"("groundingMetadata":{"webSearchQueries":["q"],"groundingChunks":[{"web":{"uri":"https:\/\/a","title":"A"}}],"groundingSupports":[{"segment":{"startIndex":1,"endIndex":4,"text":"x"},"groundingChunkIndices":[0,7]}]},"finishReason":"STOP","avgLogprobs":-0.1,"logprobsResult":{"chosenCandidates":[{"token":"x","logProbability":-0.5}],"topCandidates":[{"candidates":[{"token":"y","logProbability":-1.5}]}]})";
    const QJsonArray citations =
        list(R"([{"type":"url_citation","url_citation":{"start_index":1,"end_index":4,"url":"https:\/\/a","title":"A"}}])");
    const QJsonObject chat = answered(answering(R"({"text":"See x"})", grounding));
    QCOMPARE(message(chat)[QLatin1String("annotations")].toArray(), citations);
    QCOMPARE(chat.value(QLatin1String("vertex_ai_grounding_metadata"))[0][QLatin1String("webSearchQueries")].toArray(),
        list(R"(["q"])"));
    QCOMPARE(chat.value(QLatin1String("choices"))[0][QLatin1String("logprobs")].toObject(),
        json(
            R"({"content":[{"token":"x","logprob":-0.5,"bytes":null,"top_logprobs":[{"token":"y","logprob":-1.5,"bytes":null}]}]})"));
    const Run stream = run(Dialect::OpenAiChat, chunk(R"({"text":"See x"})", "," + grounding));
    QVERIFY(!stream.error);
    QCOMPARE(choiceOf(stream)[QLatin1String("annotations")].toArray(), citations);
    QVERIFY(stream.out.find("\"vertex_ai_grounding_metadata\":[{") != std::string::npos);
    QVERIFY(!run(Dialect::AnthropicMessages, chunk(R"({"text":"See x"})", "," + grounding)).error);
}

void TestGemini::everyTokenIsCountedOnce()
{
    const auto usageOf = [](const std::string &counts) {
        return decodeAnswer(
            R"({"candidates":[{"finishReason":"STOP"}],"usageMetadata":)" + counts + '}', viewTo(Dialect::OpenAiChat))
            ->usage;
    };
    const Usage beside = usageOf(
        R"({"promptTokenCount":14,"candidatesTokenCount":8,"thoughtsTokenCount":20,"toolUsePromptTokenCount":5,"totalTokenCount":47,"cachedContentTokenCount":6,"promptTokensDetails":[{"modality":"AUDIO","tokenCount":3},{"modality":"TEXT","tokenCount":11}]})");
    QCOMPARE(beside.input, 19);
    QCOMPARE(beside.output, 28);
    QCOMPARE(beside.reasoning, 20);
    QCOMPARE(beside.cachedRead, 6);
    QCOMPARE(beside.audioInput, 3);
    const Usage within =
        usageOf(R"({"promptTokenCount":14,"candidatesTokenCount":28,"thoughtsTokenCount":20,"totalTokenCount":42})");
    QCOMPARE(within.output, 28);
    QCOMPARE(within.reasoning, 20);
    QVERIFY(!usageOf("null").reported);
}

void TestGemini::whatIsNoAnswerIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no candidates") << QByteArray(R"({"modelVersion":"g"})");
    QTest::newRow("an empty list of them") << QByteArray(R"({"candidates":[]})");
    QTest::newRow("a refusal without a reason") << QByteArray(R"({"promptFeedback":{}})");
    QTest::newRow("candidates that are none") << QByteArray(R"({"candidates":{"content":{}}})");
    QTest::newRow("a stream in place of an answer") << QByteArray::fromStdString(rich);
}

void TestGemini::whatIsNoAnswerIsAnError()
{
    QFETCH(QByteArray, body);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const auto answer = decodeAnswer(body.toStdString(), viewTo(to));
        QVERIFY(!answer);
        QCOMPARE(answer.error().fault, Fault::BadGateway);
        QVERIFY(answer.error().message.find("GeminiException - ") != std::string::npos);
    }
    const auto carried =
        decodeAnswer(R"({"error":{"code":503,"message":"down","status":"UNAVAILABLE"}})", viewTo(Dialect::OpenAiChat));
    QVERIFY(!carried);
    QCOMPARE(carried.error().fault, Fault::ServiceUnavailable);
}

void TestGemini::aStreamAddsUpHoweverItArrives()
{
    for (const std::size_t size : {std::string::npos, std::size_t(1), std::size_t(7), std::size_t(100)}) {
        const Run result = run(Dialect::OpenAiChat, rich, size);
        QVERIFY(!result.error);
        const QJsonValue choice = choiceOf(result);
        QCOMPARE(choice[QLatin1String("reasoning_content")].toString(), QString::fromUtf8("Hm \u00e9"));
        QCOMPARE(choice[QLatin1String("content")].toString(), QStringLiteral("I look."));
        const QJsonArray calls = choice[QLatin1String("tool_calls")].toArray();
        QCOMPARE(calls.size(), 3); // not one on top of the other
        QCOMPARE(calls[0][QLatin1String("id")].toString(), QStringLiteral("c1__thought__c2ln"));
        QCOMPARE(calls[0][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\": 1.50}"));
        QCOMPARE(calls[1][QLatin1String("arguments")].toString(), QStringLiteral("{\"x\":2}"));
        QCOMPARE(calls[2][QLatin1String("name")].toString(), QStringLiteral("b"));
        QCOMPARE(calls[2][QLatin1String("arguments")].toString(), QStringLiteral("{}"));
        QVERIFY(calls[1][QLatin1String("id")] != calls[2][QLatin1String("id")]);
        QCOMPARE(choice[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
        QCOMPARE(result.usage.input, 14);
        QCOMPARE(result.usage.output, 28);
        QVERIFY(result.out.find("\"id\":\"r1\"") != std::string::npos);
        QVERIFY(result.out.ends_with("data: [DONE]\n\n"));
    }
    const Run messages = run(Dialect::AnthropicMessages, rich);
    QVERIFY(!messages.error);
    QCOMPARE(reassembled(text(messages.out)).value(QLatin1String("content")).toArray().size(), 5);
}

void TestGemini::aRefusedPromptEndsAStream()
{
    const Run result = run(Dialect::OpenAiChat, "data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n");
    QVERIFY(!result.error);
    QCOMPARE(choiceOf(result)[QLatin1String("finish_reason")].toString(), QStringLiteral("content_filter"));
}

void TestGemini::severalAnswersStreamSideBySide()
{
    const auto other = [](const std::string &rest) { return "data: {\"candidates\":[{\"index\":1," + rest + "}]}\n\n"; };
    const std::string first = said("A") + other(R"("content":{"parts":[{"text":"B"},{"functionCall":{"name":"f"}}]})") + end;
    const Run result = run(Dialect::OpenAiChat, first + other(R"("finishReason":"STOP")"));
    QVERIFY(!result.error);
    QCOMPARE(choiceOf(result)[QLatin1String("content")].toString(), QStringLiteral("A"));
    QCOMPARE(choiceOf(result)[QLatin1String("finish_reason")].toString(), QStringLiteral("stop"));
    const QJsonValue second = reassembled(text(result.out)).value(QLatin1String("choices"))[QLatin1String("1")];
    QCOMPARE(second[QLatin1String("content")].toString(), QStringLiteral("B"));
    QCOMPARE(second[QLatin1String("tool_calls")].toArray().size(), 1);
    QCOMPARE(second[QLatin1String("finish_reason")].toString(), QStringLiteral("tool_calls"));
    QVERIFY(run(Dialect::OpenAiChat, first).error); // the second has no end
    const Run messages = run(Dialect::AnthropicMessages, first + other(R"("finishReason":"STOP")"));
    QCOMPARE(reassembled(text(messages.out)).value(QLatin1String("content")).toArray().size(), 1);
}

void TestGemini::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("empty", "");
    row("no end", said("half an"));
    row("half an event", said("half an") + R"(data: {"candidates":[{"content":{"par)");
    row("an error",
        said("half an")
            + "data: {\"error\":{\"code\":503,\"message\":\"The model is overloaded.\",\"status\":\"UNAVAILABLE\"}}\n\n");
    row("an error first", "data: {\"error\":{\"code\":500,\"message\":\"out\"}}\n\n");
    row("garbage", said("half an") + "data: {{{\n\n" + end);
    row("no candidates", said("half an") + "data: {\"done\":true}\n\n");
    row("a string that is none", said("\\q") + end);
    row("a page", "<html>\n</html>\n");
    row("an end of somebody else's", said("half an") + "data: [DONE]\n\n");
}

void TestGemini::aBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const Dialect to : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const std::size_t size : {std::string::npos, std::size_t(1)}) {
            const auto result = run(to, bytes.toStdString(), size);
            QVERIFY2(fixtures::isBrokenOff(result, "GeminiException"), result.out.c_str());
        }
    }
}

void TestGemini::everyTruncationOfAStreamIsAnError()
{
    const std::size_t lines = 4; // the last event may lack its end
    for (std::size_t size = 0; size + lines < rich.size(); ++size)
        QVERIFY(run(Dialect::OpenAiChat, std::string_view(rich).substr(0, size)).error);
    QVERIFY(!run(Dialect::OpenAiChat, std::string_view(rich).substr(0, rich.size() - lines)).error);
}

void TestGemini::errorsKeepTheProvidersStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("outward");
    const auto row = [](const char *name, int status, const char *message, Fault fault, int outward) {
        QTest::newRow(name) << status << QByteArray(R"({"error":{"code":1,"message":")") + message + R"(","status":"X"}})"
                            << int(fault) << outward;
    };
    row("a key that is none", 400, "API key not valid. Please pass a valid API key.", Fault::Authentication, 401);
    row("a bad request", 400, "Invalid value", Fault::BadRequest, 400);
    row("too long", 400, "The input token count (9) exceeds the maximum number of tokens allowed (8).",
        Fault::ContextWindowExceeded, 400);
    row("forbidden", 403, "Permission denied", Fault::PermissionDenied, 403);
    row("no such model", 404, "models/x is not found", Fault::NotFound, 404);
    row("too often", 429, "Resource has been exhausted", Fault::RateLimit, 429);
    row("broken", 500, "An internal error has occurred", Fault::InternalServer, 500);
    row("overloaded", 503, "The model is overloaded. Please try again later.", Fault::InternalServer, 500);
    row("away", 503, "Unavailable", Fault::ServiceUnavailable, 503);
}

void TestGemini::errorsKeepTheProvidersStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, fault);
    QFETCH(int, outward);
    for (const Dialect caller : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        const Error error = classify(gemini(), caller, status, body.toStdString());
        QCOMPARE(int(error.fault), fault);
        QCOMPARE(error.httpStatus(), outward);
        QVERIFY(error.message.find("GeminiException - ") != std::string::npos);
        QVERIFY(!error.retryAfter);
    }
    const Error delayed = classify(
        gemini(), Dialect::OpenAiChat, 429, R"({"error":{"code":429,"details":[{"retryDelay":"x"},{"retryDelay":"13.5s"}]}})");
    QCOMPARE(delayed.retryAfter, std::optional(std::chrono::milliseconds(13500)));
}

QTEST_GUILESS_MAIN(TestGemini)
#include "tst_gemini.moc"
