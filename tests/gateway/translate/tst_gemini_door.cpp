// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"
#include "views.h"

#include "gateway/translate/thought_signature.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;
using captured::text;

namespace {

const Deployment gpt = request_cases::deployment(request_cases::openAi(), "gpt-4o");
const Deployment claude = request_cases::deployment(request_cases::anthropic(), "claude-sonnet-4-5-20250929");

const Deployment google = request_cases::deployment({"gemini", "Gemini", Dialect::GeminiGenerate}, "gemini-2.5-flash");

/// What \a deployment is sent for \a body, or the error's message in the member "refused".
QJsonObject sent(const Deployment &deployment, const std::string &body)
{
    return request_cases::sent(deployment, body, Dialect::GeminiGenerate);
}

QString refusal(const Deployment &deployment, const std::string &body)
{
    return sent(deployment, body).value(QLatin1String("refused")).toString();
}

std::string asking(const std::string &rest)
{
    return R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}],)" + rest + '}';
}

std::string saying(const std::string &contents)
{
    return R"({"contents":[)" + contents + "]}";
}

QJsonValue json(const std::string &words)
{
    return object("{\"it\":" + words + '}').value(QLatin1String("it"));
}

QJsonValue at(const QJsonObject &body, const char *name)
{
    return body.value(QLatin1String(name));
}

/// A view for a caller at Gemini's door.
View viewFrom(const ProviderTraits &provider)
{
    View view = fixtures::view(provider, Dialect::GeminiGenerate);
    view.upstreamModel = "upstream-model";
    return view;
}

QJsonObject answered(const ProviderTraits &provider, std::string_view body, bool jsonTool = false)
{
    View view = viewFrom(provider);
    view.jsonTool = jsonTool;
    const auto answer = decodeAnswer(body, view);
    return answer ? object(answer->body) : QJsonObject {{QStringLiteral("refused"), text(answer.error().message)}};
}

QJsonValue candidate(const QJsonObject &answer)
{
    return at(answer, "candidates")[0];
}

QJsonArray partsOf(const QJsonObject &answer)
{
    return candidate(answer)[QLatin1String("content")][QLatin1String("parts")].toArray();
}

/// The chunks of a stream.
QList<QJsonObject> chunks(const std::string &stream)
{
    QList<QJsonObject> result;
    for (const captured::Event &event : captured::events(text(stream)))
        result << object(event.data.toStdString());
    return result;
}

/// What a caller has in the end: all parts, with adjacent texts of a kind joined; the last finishReason and usage.
QJsonObject together(const QList<QJsonObject> &all)
{
    QJsonArray parts;
    QJsonObject result;
    for (const QJsonObject &chunk : all) {
        for (const auto &value : partsOf(chunk)) {
            QJsonObject part = value.toObject();
            const QJsonObject last = parts.isEmpty() ? QJsonObject() : parts.last().toObject();
            const bool isSame = part.contains(QLatin1String("text")) && last.contains(QLatin1String("text"))
                && part.value(QLatin1String("thought")) == last.value(QLatin1String("thought"))
                && !last.contains(QLatin1String("thoughtSignature"));
            if (isSame) {
                part[QStringLiteral("text")] = QString(at(last, "text").toString() + at(part, "text").toString());
                parts.removeLast();
            }
            parts.append(part);
        }
        if (candidate(chunk).toObject().contains(QLatin1String("finishReason")))
            result[QStringLiteral("finishReason")] = candidate(chunk)[QLatin1String("finishReason")];
        if (chunk.contains(QLatin1String("usageMetadata")))
            result[QStringLiteral("usage")] = at(chunk, "usageMetadata");
    }
    result[QStringLiteral("parts")] = parts;
    return result;
}

std::string chunk(const std::string &delta, const std::string &finish = "null")
{
    return R"(data: {"id":"chatcmpl-up","object":"chat.completion.chunk","model":"gpt-4o-2024","choices":[{"index":0,"delta":)"
        + delta + R"(,"finish_reason":)" + finish + "}]}\n\n";
}

std::string googleChunk(const std::string &words, const std::string &end)
{
    return R"(data: {"candidates":[{"content":{"parts":[{"text":")" + words + R"("}],"role":"model"})" + end
        + R"(,"index":0}],"usageMetadata":{"promptTokenCount":14,"totalTokenCount":14}})" + "\n\n";
}

std::string called(const std::string &index, const std::string &rest)
{
    return chunk(R"({"tool_calls":[{"index":)" + index + ',' + rest + "}]}");
}

const std::string usageChunk =
    R"(data: {"id":"chatcmpl-up","model":"gpt-4o-2024","choices":[],"usage":{"prompt_tokens":14,"completion_tokens":9,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}})"
    "\n\ndata: [DONE]\n\n";

// A thought, a text, and two calls whose pieces come mixed, the second without arguments.
const std::string richChat = chunk(R"({"role":"assistant","content":""})") + chunk(R"({"reasoning_content":"Hm \u00e9"})")
    + chunk(R"({"content":"I "})") + chunk(R"({"content":"look."})")
    + called("0", R"("id":"c1","type":"function","function":{"name":"a","arguments":""})")
    + called("1", R"("id":"c2","type":"function","function":{"name":"b","arguments":""})")
    + called("0", R"("function":{"arguments":"{\n \"x\":"})") + called("0", R"("function":{"arguments":" 1.50}"})")
    + chunk("{}", "\"tool_calls\"") + usageChunk;

/// An event of Anthropic's.
std::string event(const std::string &data)
{
    const std::string type = object(data).value(QLatin1String("type")).toString().toStdString();
    return "event: " + type + "\ndata: " + data + "\n\n";
}

const std::string richMessages =
    event(
        R"({"type":"message_start","message":{"id":"msg_up","type":"message","role":"assistant","model":"claude-up","content":[],"usage":{"input_tokens":10,"cache_read_input_tokens":4,"output_tokens":1}}})")
    + event(R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}})")
    + event(R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm"}})")
    + event(R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}})")
    + event(R"({"type":"content_block_stop","index":0})")
    + event(
        R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"a","input":{}}})")
    + event(R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\u0022x\u0022:"}})")
    + event(R"({"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"1}"}})")
    + event(R"({"type":"content_block_stop","index":1})")
    + event(R"({"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}})")
    + event(R"({"type":"message_stop"})");

} // namespace

/// Google's clients at Gemini's door, over providers that are somebody else.
class TestGeminiDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConversationFindsItsPlaces();
    void bothSpellingsOfNamesAreRead();
    void parametersFindTheirNames();
    void googlesClientsMaySendTopKToEverybody();
    void whatAModelDoesNotTakeIsRefused();
    void schemasBecomeJsonSchemas_data();
    void schemasBecomeJsonSchemas();
    void aFormatIsAskedFor_data();
    void aFormatIsAskedFor();
    void toolsAreOfferedAndChosen_data();
    void toolsAreOfferedAndChosen();
    void callsWithoutIdsAreMatchedWithTheirResponses();
    void idsThatAreThereAreKept();
    void aResponseIsSaidAsGoogleReadsIt_data();
    void aResponseIsSaidAsGoogleReadsIt();
    void mediaFindTheirKinds();
    void aStreamedHistoryIsOneMessageAgain();
    void thoughtsComeBackAsTheyLeft();
    void thinkingIsSteered_data();
    void thinkingIsSteered();
    void aDeploymentsDefaultsApply();
    void whatCannotBeAskedElsewhereIsNamed_data();
    void whatCannotBeAskedElsewhereIsNamed();
    void hostedToolsAreRefusedOrDropped();
    void manyCallsAreNoTrap();

    void anAnswerOfOpenAisReachesGooglesClient();
    void anAnswerOfAnthropicsReachesGooglesClient();
    void anEmptyAnswerStillHasAText();
    void theJsonToolsInputIsTheAnswer();
    void reasonsToEndAreTranslated_data();
    void reasonsToEndAreTranslated();
    void aStreamOfOpenAisAddsUp();
    void aStreamOfAnthropicsAddsUp();
    void aStreamMayBeAnArray();
    void aBrokenStreamIsNeverCompleted_data();
    void aBrokenStreamIsNeverCompleted();
    void everyTruncationIsAnError();
    void errorsAreInGooglesShape();
    void aMockSpeaksIt();

    void googleIsSentWhatCame();
    void googlesDeploymentsHaveDefaultsToo();
    void googlesAnswerPassesAsItIs();
    void googlesStreamPassesAsItIs();
    void googlesBrokenStreamIsNeverCompleted_data();
    void googlesBrokenStreamIsNeverCompleted();
    void aCountIsAskedInTheProvidersWords_data();
    void aCountIsAskedInTheProvidersWords();
    void aCountIsToldInTheCallersWords_data();
    void aCountIsToldInTheCallersWords();
};

void TestGeminiDoor::aConversationFindsItsPlaces()
{
    const std::string body = R"({"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[
        {"role":"user","parts":[{"text":"Capital of France?"}]},{"role":"model","parts":[{"text":"Paris."}]},{"parts":[{"text":"And "},{"text":"of Italy?"}]}]})";
    QCOMPARE(at(sent(gpt, body), "messages"),
        json(
            R"([{"role":"system","content":"Be brief."},{"role":"user","content":"Capital of France?"},{"role":"assistant","content":"Paris."},
            {"role":"user","content":[{"type":"text","text":"And "},{"type":"text","text":"of Italy?"}]}])"));
    const QJsonObject messages = sent(claude, body);
    QCOMPARE(at(messages, "system"), json(R"([{"type":"text","text":"Be brief."}])"));
    QCOMPARE(at(messages, "messages").toArray().size(), 3);
    QCOMPARE(at(messages, "model").toString(), QStringLiteral("claude-sonnet-4-5-20250929"));
    QVERIFY(at(messages, "max_tokens").toInt() > 0); // Anthropic wants one
}

void TestGeminiDoor::bothSpellingsOfNamesAreRead()
{
    const std::string camel = R"({"systemInstruction":{"parts":[{"text":"S"}]},"contents":[
        {"role":"model","parts":[{"functionCall":{"name":"f","args":{"a_b":1}}}]},
        {"role":"user","parts":[{"functionResponse":{"name":"f","response":{"output":"x"}}},{"inlineData":{"mimeType":"image/png","data":"AAAA"}},{"fileData":{"mimeType":"image/png","fileUri":"https:\/\/x\/y.png"}}]}],
        "tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":{"type":"object"}}]}],
        "toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["f"]}},
        "generationConfig":{"maxOutputTokens":9,"topP":0.5,"stopSequences":["E"],"responseMimeType":"application/json","thinkingConfig":{"thinkingBudget":2048,"includeThoughts":true}}})";
    QString snake = text(camel);
    for (const char *name : {"systemInstruction", "functionCall\"", "functionResponse", "inlineData", "mimeType", "fileData",
             "fileUri", "functionDeclarations", "parametersJsonSchema", "toolConfig", "functionCallingConfig",
             "allowedFunctionNames", "generationConfig", "maxOutputTokens", "topP", "stopSequences", "responseMimeType",
             "thinkingConfig", "thinkingBudget", "includeThoughts"}) {
        QString other;
        for (const char c : std::string_view(name))
            other +=
                c >= 'A' && c <= 'Z' ? QString(QLatin1Char('_') + QLatin1Char(char(c - 'A' + 'a'))) : QString(QLatin1Char(c));
        snake.replace(QLatin1String(name), other);
    }
    QVERIFY(snake != text(camel));
    for (const Deployment &deployment : {gpt, claude}) {
        const QJsonObject expected = sent(deployment, camel);
        QVERIFY2(!expected.contains(QLatin1String("refused")), qPrintable(at(expected, "refused").toString()));
        QCOMPARE(sent(deployment, snake.toStdString()), expected);
    }
    QVERIFY(sent(gpt, camel).contains(QLatin1String("tool_choice")));
    QCOMPARE(at(sent(claude, camel), "thinking"), json(R"({"type":"enabled","budget_tokens":2048})"));
}

void TestGeminiDoor::parametersFindTheirNames()
{
    const std::string body = asking(
        R"("safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_NONE"}],"generationConfig":{"maxOutputTokens":9,"temperature":0.2,"topP":0.25,"stopSequences":["a","b"],"seed":7,"presencePenalty":0.5,"frequencyPenalty":0.25,"candidateCount":1,"mediaResolution":"MEDIA_RESOLUTION_LOW"})");
    QJsonObject chat = sent(gpt, body);
    chat.remove(QStringLiteral("messages"));
    QCOMPARE(QJsonValue(chat),
        json(
            R"({"model":"gpt-4o","max_tokens":9,"temperature":0.2,"top_p":0.25,"stop":["a","b"],"seed":7,"presence_penalty":0.5,"frequency_penalty":0.25})"));
    const QJsonObject messages =
        sent(claude, asking(R"("generationConfig":{"maxOutputTokens":9,"topK":40.0,"stopSequences":["a"]})"));
    QCOMPARE(at(messages, "max_tokens").toInt(), 9);
    QCOMPARE(at(messages, "top_k").toInt(), 40);
    QCOMPARE(at(messages, "stop_sequences"), json(R"(["a"])"));
}

void TestGeminiDoor::googlesClientsMaySendTopKToEverybody()
{
    QVERIFY(!sent(gpt, asking(R"("generationConfig":{"topK":40})")).contains(QLatin1String("top_k")));
    QCOMPARE(refusal(gpt, asking(R"("generationConfig":{"topK":40})")), QString());
}

void TestGeminiDoor::whatAModelDoesNotTakeIsRefused()
{
    const std::string seed = asking(R"("generationConfig":{"seed":7})");
    QVERIFY(refusal(claude, seed).contains(QStringLiteral("does not support parameters: ['seed']")));
    Deployment lenient = claude;
    lenient.dropParams = true;
    QVERIFY(!sent(lenient, seed).contains(QLatin1String("seed")));
    QVERIFY(!sent(lenient, seed).contains(QLatin1String("refused")));
}

void TestGeminiDoor::schemasBecomeJsonSchemas_data()
{
    QTest::addColumn<QString>("google");
    QTest::addColumn<QString>("schema");
    QTest::newRow("types")
        << R"({"type":"OBJECT","properties":{"type":{"type":"STRING"},"n":{"type":"INTEGER"}},"required":["type"]})"
        << R"({"type":"object","properties":{"type":{"type":"string"},"n":{"type":"integer"}},"required":["type"]})";
    QTest::newRow("nullable") << R"({"type":"ARRAY","nullable":true,"items":{"type":"NUMBER","nullable":true}})"
                              << R"({"type":["array","null"],"items":{"type":["number","null"]}})";
    QTest::newRow("counts") << R"({"type":"ARRAY","minItems":"1","max_items":"5","items":{"type":"STRING","maxLength":"9"}})"
                            << R"({"type":"array","minItems":1,"maxItems":5,"items":{"type":"string","maxLength":9}})";
    QTest::newRow("any of")
        << R"({"any_of":[{"type":"STRING"},{"type":"TYPE_UNSPECIFIED","title":"T"}],"propertyOrdering":["a"]})"
        << R"({"anyOf":[{"type":"string"},{"title":"T"}]})";
    QTest::newRow("a JSON schema already")
        << R"({"type":"object","properties":{"a":{"$ref":"#/$defs/x"}},"additionalProperties":false})"
        << R"({"type":"object","properties":{"a":{"$ref":"#/$defs/x"}},"additionalProperties":false})";
    QTest::newRow("values stay") << R"({"type":"STRING","enum":["STRING","A"],"default":"OBJECT"})"
                                 << R"({"type":"string","enum":["STRING","A"],"default":"OBJECT"})";
    QTest::newRow("nonsense stays") << R"({"type":5,"properties":[1],"items":null,"anyOf":{"a":1}})"
                                    << R"({"type":5,"properties":[1],"items":null,"anyOf":{"a":1}})";
}

void TestGeminiDoor::schemasBecomeJsonSchemas()
{
    QFETCH(QString, google);
    QFETCH(QString, schema);
    const QJsonObject body =
        sent(gpt, asking(R"("tools":[{"functionDeclarations":[{"name":"f","parameters":)" + google.toStdString() + "}]}]"));
    QCOMPARE(at(body, "tools")[0][QLatin1String("function")][QLatin1String("parameters")], json(schema.toStdString()));
}

void TestGeminiDoor::aFormatIsAskedFor_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("format");
    QTest::newRow("text") << R"("responseMimeType":"text/plain")" << QString();
    QTest::newRow("json") << R"("responseMimeType":"application/json")"
                          << R"({"type":"json_object"})";
    QTest::newRow("schema") << R"("responseMimeType":"application/json","responseSchema":{"type":"OBJECT"})"
                            << R"({"type":"json_schema","json_schema":{"name":"response","schema":{"type":"object"}}})";
    QTest::newRow("json schema")
        << R"("responseMimeType":"application/json","responseJsonSchema":{"type":"object","$id":"x"})"
        << R"({"type":"json_schema","json_schema":{"name":"response","schema":{"type":"object","$id":"x"}}})";
    QTest::newRow("its older name") << R"("_responseJsonSchema":{"type":"object"})"
                                    << R"({"type":"json_schema","json_schema":{"name":"response","schema":{"type":"object"}}})";
}

void TestGeminiDoor::aFormatIsAskedFor()
{
    QFETCH(QString, config);
    QFETCH(QString, format);
    const QJsonValue got = at(sent(gpt, asking("\"generationConfig\":{" + config.toStdString() + '}')), "response_format");
    QCOMPARE(got, format.isEmpty() ? QJsonValue(QJsonValue::Undefined) : json(format.toStdString()));
}

void TestGeminiDoor::toolsAreOfferedAndChosen_data()
{
    QTest::addColumn<QString>("calling");
    QTest::addColumn<QString>("openAi");
    QTest::addColumn<QString>("anthropic");
    QTest::addColumn<int>("offered");
    QTest::newRow("auto") << R"({"mode":"AUTO"})"
                          << R"("auto")"
                          << R"({"type":"auto"})" << 3;
    QTest::newRow("lower case") << R"({"mode":"any"})"
                                << R"("required")"
                                << R"({"type":"any"})" << 3;
    QTest::newRow("none") << R"({"mode":"NONE"})"
                          << R"("none")"
                          << R"({"type":"none"})" << 3;
    QTest::newRow("one") << R"({"mode":"ANY","allowedFunctionNames":["b"]})"
                         << R"({"type":"function","function":{"name":"b"}})"
                         << R"({"type":"tool","name":"b"})" << 3;
    QTest::newRow("two of three") << R"({"mode":"ANY","allowedFunctionNames":["b","c"]})"
                                  << R"("required")"
                                  << R"({"type":"any"})" << 2;
    QTest::newRow("checked") << R"({"mode":"VALIDATED"})"
                             << R"("auto")"
                             << R"({"type":"auto"})" << 3;
    QTest::newRow("not said") << R"({"mode":"MODE_UNSPECIFIED"})" << QString() << QString() << 3;
}

void TestGeminiDoor::toolsAreOfferedAndChosen()
{
    QFETCH(QString, calling);
    QFETCH(QString, openAi);
    QFETCH(QString, anthropic);
    QFETCH(int, offered);
    const std::string body = asking(
        R"("tools":[{"functionDeclarations":[{"name":"a","description":"A"},{"name":"b"}]},{"functionDeclarations":[{"name":"c"}]}],"toolConfig":{"functionCallingConfig":)"
        + calling.toStdString() + "}");
    const auto expected = [](const QString &words) {
        return words.isEmpty() ? QJsonValue(QJsonValue::Undefined) : json(words.toStdString());
    };
    QCOMPARE(at(sent(gpt, body), "tool_choice"), expected(openAi));
    QCOMPARE(at(sent(claude, body), "tool_choice"), expected(anthropic));
    QCOMPARE(at(sent(claude, body), "tools").toArray().size(), offered);
}

void TestGeminiDoor::callsWithoutIdsAreMatchedWithTheirResponses()
{
    const std::string body = saying(R"({"role":"user","parts":[{"text":"?"}]},
        {"role":"model","parts":[{"functionCall":{"name":"a","args":{"n":1}}},{"functionCall":{"name":"a","args":{"n":2}}},{"functionCall":{"name":"b"}}]},
        {"role":"function","parts":[{"functionResponse":{"name":"b","response":{"output":"b!"}}},{"functionResponse":{"name":"a","response":{"output":"1!"}}},{"functionResponse":{"name":"a","response":{"output":"2!"}}}]})");
    const QJsonArray messages = at(sent(gpt, body), "messages").toArray();
    QCOMPARE(messages.size(), 5);
    const QJsonArray calls = messages[1][QLatin1String("tool_calls")].toArray();
    QMap<QString, QString> byId;
    for (const auto &call : calls)
        byId[call[QLatin1String("id")].toString()] = call[QLatin1String("function")][QLatin1String("arguments")].toString();
    QCOMPARE(byId.size(), 3);
    QCOMPARE(byId[messages[2][QLatin1String("tool_call_id")].toString()], QStringLiteral("{}"));
    QCOMPARE(byId[messages[3][QLatin1String("tool_call_id")].toString()], QStringLiteral("{\"n\":1}"));
    QCOMPARE(messages[4][QLatin1String("content")].toString(), QStringLiteral("2!"));
    QCOMPARE(calls[0][QLatin1String("id")].toString(), QStringLiteral("call00001")); // always the same: a cached prompt stays one
}

void TestGeminiDoor::idsThatAreThereAreKept()
{
    const std::string body = saying(
        R"({"parts":[{"text":"?"}]},{"role":"model","parts":[{"functionCall":{"id":"toolu_1","name":"a"}},{"functionCall":{"id":"toolu_2","name":"a"}}]},
        {"parts":[{"functionResponse":{"id":"toolu_1","name":"a","response":{}}},{"functionResponse":{"name":"a","response":{}}}]})");
    const QJsonArray messages = at(sent(claude, body), "messages").toArray();
    QCOMPARE(messages[1][QLatin1String("content")][0][QLatin1String("id")].toString(), QStringLiteral("toolu_1"));
    QCOMPARE(messages[2][QLatin1String("content")][0][QLatin1String("tool_use_id")].toString(), QStringLiteral("toolu_1"));
    QCOMPARE(messages[2][QLatin1String("content")][1][QLatin1String("tool_use_id")].toString(), QStringLiteral("toolu_2"));
}

void TestGeminiDoor::aResponseIsSaidAsGoogleReadsIt_data()
{
    QTest::addColumn<QString>("response");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isError");
    QTest::newRow("output") << R"({"output":"18 \u00b0C"})" << QString::fromUtf8("18 \u00b0C") << false;
    QTest::newRow("output, an object") << R"({"output":{"t":18}})"
                                       << R"({"t":18})" << false;
    QTest::newRow("error") << R"({"error":"no such city"})"
                           << "no such city" << true;
    QTest::newRow("anything else") << R"({"t":18,"output":1})"
                                   << R"({"t":18,"output":1})" << false;
}

void TestGeminiDoor::aResponseIsSaidAsGoogleReadsIt()
{
    QFETCH(QString, response);
    QFETCH(QString, said);
    QFETCH(bool, isError);
    const std::string body = saying(
        R"({"parts":[{"text":"?"}]},{"role":"model","parts":[{"functionCall":{"name":"a"}}]},{"parts":[{"functionResponse":{"name":"a","response":)"
        + response.toStdString() + "}}]}");
    const QJsonValue result = at(sent(claude, body), "messages")[2][QLatin1String("content")][0];
    QCOMPARE(result[QLatin1String("content")].toString(), said);
    QCOMPARE(result[QLatin1String("is_error")].toBool(), isError);
}

void TestGeminiDoor::mediaFindTheirKinds()
{
    const std::string body = saying(
        R"({"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}},{"fileData":{"mimeType":"image/jpeg","fileUri":"https:\/\/x\/y.jpg"}},
        {"inlineData":{"mimeType":"application/pdf","data":"BBBB","displayName":"b.pdf"}},{"text":"?"}]})");
    QCOMPARE(at(sent(gpt, body), "messages")[0][QLatin1String("content")],
        json(
            R"([{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},{"type":"image_url","image_url":{"url":"https:\/\/x\/y.jpg"}},
            {"type":"file","file":{"filename":"b.pdf","file_data":"data:application/pdf;base64,BBBB"}},{"type":"text","text":"?"}])"));
    QCOMPARE(at(sent(claude, body), "messages")[0][QLatin1String("content")],
        json(
            R"([{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}},{"type":"image","source":{"type":"url","url":"https:\/\/x\/y.jpg"}},
            {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"BBBB"}},{"type":"text","text":"?"}])"));
    const std::string sound = saying(R"({"parts":[{"text":"?"},{"inlineData":{"mimeType":"audio/mpeg","data":"CCCC"}}]})");
    QCOMPARE(at(sent(gpt, sound), "messages")[0][QLatin1String("content")][1],
        json(R"({"type":"input_audio","input_audio":{"data":"CCCC","format":"mp3"}})"));
    QVERIFY(refusal(claude, sound).contains(QStringLiteral("holds audio, which Anthropic does not take")));
}

void TestGeminiDoor::aStreamedHistoryIsOneMessageAgain()
{
    const std::string body =
        saying(R"({"role":"user","parts":[{"text":"?"}]},{"role":"model","parts":[{"text":"Let","thought":true}]},
        {"role":"model","parts":[{"text":" me","thought":true}]},{"role":"model","parts":[{"text":"","thought":true,"thoughtSignature":"c2ln"}]},
        {"role":"model","parts":[{"text":"Pa"}]},{"role":"model","parts":[{"text":"ris"},{"text":""}]},{"role":"user","parts":[{"text":"So?"}]})");
    const QJsonArray messages = at(sent(claude, body), "messages").toArray();
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages[1][QLatin1String("content")],
        json(R"([{"type":"thinking","thinking":"Let me","signature":"c2ln"},{"type":"text","text":"Paris"}])"));
}

void TestGeminiDoor::thoughtsComeBackAsTheyLeft()
{
    for (const std::string_view signature : {"c2lnbmVk", "not base64!", "odd"}) {
        const std::string out = thoughtSignature(signature);
        QVERIFY(!QByteArray::fromBase64(QByteArray::fromStdString(out), QByteArray::AbortOnBase64DecodingErrors).isEmpty());
        const SignedThought back = readThoughtSignature(out);
        QCOMPARE(text(back.text), text(signature));
        QVERIFY(!back.isEncrypted);
    }
    const SignedThought hidden = readThoughtSignature(encryptedThought("data"));
    QVERIFY(hidden.isEncrypted);
    QCOMPARE(hidden.text, std::string("data"));
}

void TestGeminiDoor::thinkingIsSteered_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("thinking");
    QTest::newRow("a budget") << R"({"thinkingBudget":8192})"
                              << R"({"type":"enabled","budget_tokens":8192})";
    QTest::newRow("a small budget") << R"({"thinkingBudget":1})"
                                    << R"({"type":"enabled","budget_tokens":1024})";
    QTest::newRow("off") << R"({"thinkingBudget":0})"
                         << R"({"type":"disabled"})";
    QTest::newRow("as it likes") << R"({"thinkingBudget":-1})"
                                 << R"({"type":"enabled","budget_tokens":2048})";
    QTest::newRow("a level") << R"({"thinkingLevel":"HIGH"})"
                             << R"({"type":"enabled","budget_tokens":4096})";
    QTest::newRow("shown") << R"({"includeThoughts":true})"
                           << R"({"type":"enabled","budget_tokens":2048})";
    QTest::newRow("not shown") << R"({"includeThoughts":false})" << QString();
}

void TestGeminiDoor::thinkingIsSteered()
{
    QFETCH(QString, config);
    QFETCH(QString, thinking);
    const std::string body = asking("\"generationConfig\":{\"thinkingConfig\":" + config.toStdString() + '}');
    QCOMPARE(at(sent(claude, body), "thinking"),
        thinking.isEmpty() ? QJsonValue(QJsonValue::Undefined) : json(thinking.toStdString()));
    // A model that does not think is not bothered with it.
    QVERIFY(!sent(gpt, body).contains(QLatin1String("reasoning_effort")));
    const Deployment old = request_cases::deployment(request_cases::anthropic(), "claude-3-5-haiku-latest");
    QVERIFY(!sent(old, body).contains(QLatin1String("thinking")));
    const Deployment o3 = request_cases::deployment(request_cases::openAi(), "o3");
    QCOMPARE(sent(o3, body).contains(QLatin1String("reasoning_effort")),
        !thinking.isEmpty() && !thinking.contains(QStringLiteral("disabled")));
}

void TestGeminiDoor::aDeploymentsDefaultsApply()
{
    Deployment deployment = gpt;
    deployment.defaults = {{"temperature", "0.5"}, {"max_tokens", "77"}};
    const QJsonObject body = sent(deployment, asking(R"("generationConfig":{"temperature":0.1})"));
    QCOMPARE(at(body, "temperature").toDouble(), 0.1);
    QCOMPARE(at(body, "max_tokens").toInt(), 77);
}

void TestGeminiDoor::whatCannotBeAskedElsewhereIsNamed_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const std::string &body, const char *says) {
        QTest::newRow(name) << text(body) << QStringLiteral("OpenAIException - ") + QLatin1String(says);
    };
    row("no contents", R"({"contents":[]})", "contents must hold at least one content");
    row("contents of numbers", R"({"contents":[1]})", "contents[0] must be an object");
    row("a text in place of contents", R"({"contents":"Hi"})", "contents must be an array");
    row("another role", saying(R"({"role":"boss","parts":[]})"), "contents[0].role must be user or model");
    row("an empty part", saying(R"({"parts":[{"text":"a"},{}]})"), "contents[0].parts[1] must hold text");
    row("a text that is none", saying(R"({"parts":[{"text":5}]})"), "contents[0].parts[0].text must be a string");
    row("parts that are none", saying(R"({"parts":{}})"), "contents[0].parts must be an array");
    row("code", saying(R"({"role":"model","parts":[{"executableCode":{"code":"1"}}]})"), "contents[0].parts[0] must hold text");
    row("a video", saying(R"({"parts":[{"inlineData":{"mimeType":"video/mp4","data":"A"}}]})"),
        "contents[0].parts[0] holds a video");
    row("no media type", saying(R"({"parts":[{"inlineData":{"data":"A"}}]})"),
        "contents[0].parts[0].inlineData.mimeType is required");
    row("Google's storage", saying(R"({"parts":[{"fileData":{"mimeType":"image/png","fileUri":"storage:a.png"}}]})"),
        "contents[0].parts[0].fileData.fileUri must be an address that everybody can read");
    row("a response to nothing", saying(R"({"parts":[{"functionResponse":{"name":"f","response":{}}}]})"),
        "contents[0].parts[0].functionResponse answers no functionCall of the name 'f'");
    row("a call without a name", saying(R"({"role":"model","parts":[{"functionCall":{}}]})"),
        "contents[0].parts[0].functionCall.name is required");
    row("arguments that are none", saying(R"({"role":"model","parts":[{"functionCall":{"name":"f","args":[1]}}]})"),
        "contents[0].parts[0].args must be an object");
    row("a picture in the system's words",
        asking(R"("systemInstruction":{"parts":[{"inlineData":{"mimeType":"image/png","data":"A"}}]})"),
        "systemInstruction may hold only text");
    row("a declaration without a name", asking(R"("tools":[{"functionDeclarations":[{"name":"a"},{}]}])"),
        "tools[0].functionDeclarations[1].name is required");
    row("a mode nobody knows", asking(R"("toolConfig":{"functionCallingConfig":{"mode":"MAYBE"}})"),
        "toolConfig.functionCallingConfig.mode must be AUTO");
    row("a config that is none", asking(R"("generationConfig":[])"), "generationConfig must be an object");
    row("a temperature that is none", asking(R"("generationConfig":{"temperature":"hot"})"),
        "generationConfig.temperature must be a number");
    row("two candidates", asking(R"("generationConfig":{"candidateCount":2})"), "generationConfig.candidateCount must be 1 here");
    row("an enum for an answer", asking(R"("generationConfig":{"responseMimeType":"text/x.enum"})"),
        "generationConfig.responseMimeType must be text/plain or application/json");
    row("a picture for an answer", asking(R"("generationConfig":{"responseModalities":["TEXT","IMAGE"]})"),
        "generationConfig.responseModalities must be TEXT here");
    row("logprobs", asking(R"("generationConfig":{"responseLogprobs":true})"),
        "generationConfig.responseLogprobs cannot be translated");
    row("a cache of Google's", asking(R"("cachedContent":"cachedContents/1")"), "cachedContent is kept by Google");
}

void TestGeminiDoor::whatCannotBeAskedElsewhereIsNamed()
{
    QFETCH(QString, body);
    QFETCH(QString, says);
    const QString got = refusal(gpt, body.toStdString());
    QVERIFY2(got.contains(says), qPrintable(got));
}

void TestGeminiDoor::hostedToolsAreRefusedOrDropped()
{
    const std::string body = asking(R"("tools":[{"googleSearch":{}},{"functionDeclarations":[{"name":"f"}]}])");
    for (const Deployment &deployment : {gpt, claude}) {
        QVERIFY2(refusal(deployment, body).contains(QStringLiteral("the tool 'googleSearch' is run by")),
            qPrintable(refusal(deployment, body)));
        Deployment lenient = deployment;
        lenient.dropParams = true;
        QCOMPARE(at(sent(lenient, body), "tools").toArray().size(), 1);
    }
}

void TestGeminiDoor::manyCallsAreNoTrap()
{
    std::string calls = R"({"functionCall":{"name":"f"}})", responses = R"({"functionResponse":{"name":"f","response":{}}})";
    const std::string call = ',' + calls, response = ',' + responses;
    for (int i = 1; i < 20000; ++i) {
        calls += call;
        responses += response;
    }
    const QJsonObject body = sent(gpt, saying(R"({"role":"model","parts":[)" + calls + R"(]},{"parts":[)" + responses + "]}"));
    QCOMPARE(at(body, "messages").toArray().size(), 20001);
}

void TestGeminiDoor::anAnswerOfOpenAisReachesGooglesClient()
{
    const QJsonObject answer = answered(fixtures::openAi(),
        R"({"id":"chatcmpl-up","model":"gpt-4o-2024","choices":[{"index":0,"message":{"role":"assistant","content":"I look.","reasoning_content":"Hm",
        "tool_calls":[{"id":"c1","type":"function","function":{"name":"a","arguments":"{\"x\": 1.50}"}},{"id":"c2","type":"function","function":{"name":"b","arguments":"no json"}}]},"finish_reason":"tool_calls"}],
        "usage":{"prompt_tokens":14,"completion_tokens":9,"prompt_tokens_details":{"cached_tokens":4,"audio_tokens":3},"completion_tokens_details":{"reasoning_tokens":2}}})");
    QCOMPARE(QJsonValue(partsOf(answer)),
        json(
            R"([{"text":"Hm","thought":true},{"text":"I look."},{"functionCall":{"id":"c1","name":"a","args":{"x":1.5}}},{"functionCall":{"id":"c2","name":"b","args":{"_raw":"no json"}}}])"));
    QCOMPARE(candidate(answer)[QLatin1String("finishReason")].toString(), QStringLiteral("STOP"));
    QCOMPARE(candidate(answer)[QLatin1String("content")][QLatin1String("role")].toString(), QStringLiteral("model"));
    QCOMPARE(at(answer, "usageMetadata"),
        json(
            R"({"promptTokenCount":14,"candidatesTokenCount":7,"totalTokenCount":23,"thoughtsTokenCount":2,"cachedContentTokenCount":4,
            "promptTokensDetails":[{"modality":"TEXT","tokenCount":11},{"modality":"AUDIO","tokenCount":3}]})"));
    QCOMPARE(at(answer, "modelVersion").toString(), QStringLiteral("gpt-4o-2024"));
    QCOMPARE(at(answer, "responseId").toString(), QStringLiteral("chatcmpl-up"));
}

void TestGeminiDoor::anAnswerOfAnthropicsReachesGooglesClient()
{
    const QJsonObject answer = answered(fixtures::anthropic(),
        R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-up","content":[{"type":"thinking","thinking":"Hm","signature":"c2ln"},
        {"type":"redacted_thinking","data":"zzz"},{"type":"text","text":"Yes."},{"type":"tool_use","id":"toolu_1","name":"a","input":{"x":1}},{"type":"web_search_tool_result","content":[]}],
        "stop_reason":"max_tokens","usage":{"input_tokens":10,"cache_read_input_tokens":4,"output_tokens":9}})");
    const QJsonArray parts = partsOf(answer);
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts[0], json(R"({"text":"Hm","thought":true,"thoughtSignature":"c2ln"})"));
    QVERIFY(readThoughtSignature(parts[1][QLatin1String("thoughtSignature")].toString().toStdString()).isEncrypted);
    QCOMPARE(candidate(answer)[QLatin1String("finishReason")].toString(), QStringLiteral("MAX_TOKENS"));
    QCOMPARE(at(answer, "usageMetadata")[QLatin1String("promptTokenCount")].toInt(), 14);
    // The history a client sends back is what Anthropic said.
    const std::string history = saying(R"({"parts":[{"text":"?"}]},{"role":"model","parts":)"
        + captured::compact(parts).toStdString().substr(1, captured::compact(parts).toStdString().size() - 2)
        + R"(},{"parts":[{"functionResponse":{"id":"toolu_1","name":"a","response":{"output":"1"}}}]})");
    QCOMPARE(at(sent(claude, history), "messages")[1][QLatin1String("content")],
        json(
            R"([{"type":"thinking","thinking":"Hm","signature":"c2ln"},{"type":"redacted_thinking","data":"zzz"},{"type":"text","text":"Yes."},{"type":"tool_use","id":"toolu_1","name":"a","input":{"x":1}}])"));
}

void TestGeminiDoor::anEmptyAnswerStillHasAText()
{
    const QJsonObject answer =
        answered(fixtures::openAi(), R"({"choices":[{"message":{"role":"assistant","content":null},"finish_reason":"stop"}]})");
    QCOMPARE(QJsonValue(partsOf(answer)), json(R"([{"text":""}])"));
    QCOMPARE(at(answer, "modelVersion").toString(), QStringLiteral("upstream-model"));
    QVERIFY(!at(answer, "responseId").toString().isEmpty());
}

void TestGeminiDoor::theJsonToolsInputIsTheAnswer()
{
    const QJsonObject answer = answered(fixtures::anthropic(),
        R"({"id":"m","model":"c","content":[{"type":"tool_use","id":"t","name":"json_tool_call","input":{"name":"Ada"}}],"stop_reason":"tool_use","usage":{}})",
        true);
    QCOMPARE(QJsonValue(partsOf(answer)), json(R"([{"text":"{\"name\":\"Ada\"}"}])"));
    View view = viewFrom(fixtures::anthropic());
    view.jsonTool = true;
    std::string stream = richMessages;
    stream.replace(stream.find("\"name\":\"a\""), 10, "\"name\":\"json_tool_call\"");
    const QJsonObject all = together(chunks(fixtures::run(view, stream).out));
    QCOMPARE(at(all, "parts")[1], json(R"({"text":"{\"x\":1}"})"));
}

void TestGeminiDoor::reasonsToEndAreTranslated_data()
{
    QTest::addColumn<QByteArray>("openAi");
    QTest::addColumn<QString>("google");
    QTest::newRow("stop") << QByteArray("stop") << "STOP";
    QTest::newRow("calls") << QByteArray("tool_calls") << "STOP";
    QTest::newRow("length") << QByteArray("length") << "MAX_TOKENS";
    QTest::newRow("filter") << QByteArray("content_filter") << "SAFETY";
    QTest::newRow("a new one") << QByteArray("bored") << "OTHER";
}

void TestGeminiDoor::reasonsToEndAreTranslated()
{
    QFETCH(QByteArray, openAi);
    QFETCH(QString, google);
    const std::string word = '"' + openAi.toStdString() + '"';
    const QJsonObject answer = answered(
        fixtures::openAi(), R"({"choices":[{"message":{"role":"assistant","content":"x"},"finish_reason":)" + word + "}]}");
    QCOMPARE(candidate(answer)[QLatin1String("finishReason")].toString(), google);
    const auto run = fixtures::run(viewFrom(fixtures::openAi()), chunk(R"({"content":"x"})") + chunk("{}", word) + usageChunk);
    QCOMPARE(at(together(chunks(run.out)), "finishReason").toString(), google);
}

void TestGeminiDoor::aStreamOfOpenAisAddsUp()
{
    for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes, fixtures::Cut::Random}) {
        const auto run = fixtures::run(viewFrom(fixtures::openAi()), richChat, cut);
        QVERIFY(!run.error);
        const QList<QJsonObject> all = chunks(run.out);
        const QJsonObject whole = together(all);
        QCOMPARE(at(whole, "parts"),
            json(
                R"([{"text":"Hm \u00e9","thought":true},{"text":"I look."},{"functionCall":{"id":"c1","name":"a","args":{"x":1.5}}},{"functionCall":{"id":"c2","name":"b","args":{}}},{"text":""}])"));
        QCOMPARE(at(whole, "finishReason").toString(), QStringLiteral("STOP"));
        QCOMPARE(at(whole, "usage"),
            json(
                R"({"promptTokenCount":14,"candidatesTokenCount":7,"totalTokenCount":23,"thoughtsTokenCount":2,"cachedContentTokenCount":4})"));
        for (const QJsonObject &each : all) {
            QCOMPARE(at(each, "modelVersion").toString(), QStringLiteral("gpt-4o-2024"));
            QCOMPARE(at(each, "responseId").toString(), QStringLiteral("chatcmpl-up"));
        }
        QCOMPARE(run.usage.input, 14);
        QVERIFY(run.out.find('\n') != std::string::npos);
    }
}

void TestGeminiDoor::aStreamOfAnthropicsAddsUp()
{
    const auto run = fixtures::run(viewFrom(fixtures::anthropic()), richMessages, fixtures::Cut::Random);
    QVERIFY(!run.error);
    const QJsonObject whole = together(chunks(run.out));
    QCOMPARE(at(whole, "parts")[0], json(R"({"text":"Hm","thought":true,"thoughtSignature":"c2ln"})"));
    QCOMPARE(at(whole, "parts")[1], json(R"({"functionCall":{"id":"toolu_1","name":"a","args":{"x":1}}})"));
    QCOMPARE(at(whole, "usage")[QLatin1String("promptTokenCount")].toInt(), 14);
    // The call is given as soon as it is whole, not at the end.
    const std::string half = richMessages.substr(0, richMessages.find("event: message_delta"));
    QVERIFY(fixtures::run(viewFrom(fixtures::anthropic()), half).out.find("functionCall") != std::string::npos);
}

void TestGeminiDoor::aStreamMayBeAnArray()
{
    View view = viewFrom(fixtures::openAi());
    view.framing = wire::Framing::Array;
    for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes}) {
        const auto run = fixtures::run(view, richChat, cut);
        QVERIFY(!run.error);
        QList<QJsonObject> all;
        for (const auto &item : json(run.out).toArray())
            all << item.toObject();
        QCOMPARE(at(together(all), "parts").toArray().size(), 5);
        QCOMPARE(at(together(all), "finishReason").toString(), QStringLiteral("STOP"));
    }
    const auto cut = fixtures::run(view, richChat.substr(0, richChat.size() / 2));
    QVERIFY(cut.error);
    const std::string seen = cut.out + errorEvent(*cut.error, Dialect::GeminiGenerate, wire::Framing::Array);
    const QJsonArray items = json(seen).toArray();
    QVERIFY(items.size() > 1);
    QVERIFY(items.last().toObject().contains(QLatin1String("error")));
    QVERIFY(seen.find("finishReason") == std::string::npos);
}

void TestGeminiDoor::aBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("empty", "");
    row("no end", chunk(R"({"content":"half an"})"));
    row("an error", chunk(R"({"content":"half an"})") + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
    row("garbage", chunk(R"({"content":"half an"})") + "data: {{{\n\n" + chunk("{}", "\"stop\"") + usageChunk);
    row("a call in its middle", called("0", R"("id":"c1","function":{"name":"a","arguments":"{\"x\":"})"));
    row("a page", "<html>\n</html>\n");
}

void TestGeminiDoor::aBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes}) {
        const auto run = fixtures::run(viewFrom(fixtures::openAi()), bytes.toStdString(), cut);
        QVERIFY(run.error);
        QVERIFY2(run.error->message.find("OpenAIException - ") != std::string::npos, run.error->message.c_str());
        QVERIFY(run.out.find("finishReason") == std::string::npos);
        QVERIFY(run.out.find("functionCall") == std::string::npos);
    }
}

void TestGeminiDoor::everyTruncationIsAnError()
{
    const std::size_t end = richChat.find("{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"");
    for (std::size_t size = 0; size < end; ++size) {
        const auto run = fixtures::run(viewFrom(fixtures::openAi()), std::string_view(richChat).substr(0, size));
        QVERIFY(run.error);
        QVERIFY(run.out.find("finishReason") == std::string::npos);
    }
}

void TestGeminiDoor::errorsAreInGooglesShape()
{
    const Error error = classify(fixtures::openAi(), Dialect::GeminiGenerate, 429, R"({"error":{"message":"slow down"}})");
    const QJsonValue body = at(object(errorBody(error, Dialect::GeminiGenerate)), "error");
    QCOMPARE(body[QLatin1String("code")], QJsonValue(429));
    QCOMPARE(body[QLatin1String("status")].toString(), QStringLiteral("RESOURCE_EXHAUSTED"));
    QVERIFY(body[QLatin1String("message")].toString().contains(QStringLiteral("slow down")));
    // Google's clients read an error in a stream as bare JSON between the events.
    QCOMPARE(at(object(errorEvent(error, Dialect::GeminiGenerate)), "error"), body);
    const QMap<int, QString> words {{400, QStringLiteral("INVALID_ARGUMENT")}, {401, QStringLiteral("UNAUTHENTICATED")},
        {403, QStringLiteral("PERMISSION_DENIED")}, {404, QStringLiteral("NOT_FOUND")},
        {408, QStringLiteral("DEADLINE_EXCEEDED")}, {500, QStringLiteral("INTERNAL")}, {502, QStringLiteral("INTERNAL")},
        {503, QStringLiteral("UNAVAILABLE")}};
    for (auto it = words.begin(); it != words.end(); ++it) {
        const std::string said = errorBody({Fault::Api, "x", it.key()}, Dialect::GeminiGenerate);
        QCOMPARE(at(object(said), "error")[QLatin1String("status")].toString(), it.value());
    }
}

void TestGeminiDoor::aMockSpeaksIt()
{
    View view = viewFrom(fixtures::openAi());
    const auto answer = mockAnswer("Hello there", view);
    QVERIFY(answer);
    QCOMPARE(partsOf(object(answer->body))[0][QLatin1String("text")].toString(), QStringLiteral("Hello there"));
    const auto stream = mockStream("Hello there", view);
    QVERIFY(stream);
    QCOMPARE(at(together(chunks(stream->body)), "parts"), json(R"([{"text":"Hello there"}])"));
    view.framing = wire::Framing::Array;
    const auto array = mockStream("Hello there", view);
    QVERIFY(array);
    QCOMPARE(json(array->body).toArray().size(), 5);
}

void TestGeminiDoor::googleIsSentWhatCame()
{
    const std::string body =
        R"({"system_instruction":{"parts":[{"text":"S"}]},"contents":[{"parts":[{"executableCode":{"code":"1"}}]}],"generationConfig":{"temperature": 0.20,"candidateCount":2},"tools":[{"googleSearch":{}}],"newest":{"a":[1]}})";
    const auto call = request_cases::call(Dialect::GeminiGenerate, body);
    QVERIFY(call);
    const auto encoded = request_cases::encode(*call, google, google.model, {});
    QVERIFY(encoded);
    QCOMPARE(text(encoded->body), text(body.substr(0, body.size() - 1) + R"(,"model":"gemini-2.5-flash"})"));
    QCOMPARE(at(sent(google, asking(R"("model":"alias")")), "model").toString(), QStringLiteral("gemini-2.5-flash"));
    const Deployment vertex = request_cases::deployment({"vertex_ai", "Vertex_ai", Dialect::GeminiGenerate}, "gemini-2.5-flash");
    QVERIFY(!sent(vertex, asking(R"("model":"alias")")).contains(QLatin1String("model")));
    QVERIFY(!sent(google, asking(R"("model":"x","tags":["a"],"drop_params":true)")).contains(QLatin1String("tags")));
}

void TestGeminiDoor::googlesDeploymentsHaveDefaultsToo()
{
    Deployment deployment = google;
    deployment.defaults = {{"temperature", "0.5"}, {"max_tokens", "77"}, {"stop", "\"END\""}, {"user", "\"u\""}};
    QCOMPARE(at(sent(deployment, asking(R"("generation_config":{"temperature":0.1,"top_k":3})")), "generation_config"),
        json(R"({"temperature":0.1,"top_k":3,"maxOutputTokens":77,"stopSequences":["END"]})"));
    QCOMPARE(at(sent(deployment, saying(R"({"parts":[{"text":"?"}]})")), "generationConfig"),
        json(R"({"temperature":0.5,"maxOutputTokens":77,"stopSequences":["END"]})"));
}

void TestGeminiDoor::googlesAnswerPassesAsItIs()
{
    const std::string body =
        R"({ "candidates":[{"content":{"parts":[{"functionCall":{"name":"a","args":{"x": 1.50}}}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":14,"candidatesTokenCount":8,"totalTokenCount":22},"modelVersion":"gemini-2.5-flash","newest":1})";
    const auto answer = decodeAnswer(body, viewFrom(google.provider));
    QVERIFY(answer);
    QCOMPARE(text(answer->body), text(body));
    QCOMPARE(answer->usage.input, 14);
    QCOMPARE(answer->usage.output, 8);
    QCOMPARE(text(answer->finishReason), QStringLiteral("tool_calls"));
    const auto refused = decodeAnswer(R"({"promptFeedback":{"blockReason":"SAFETY"}})", viewFrom(google.provider));
    QVERIFY(refused);
    QCOMPARE(text(refused->finishReason), QStringLiteral("content_filter"));
    QVERIFY(!decodeAnswer("{}", viewFrom(google.provider)));
    QVERIFY(!decodeAnswer(R"({"error":{"code":503,"message":"overloaded"}})", viewFrom(google.provider)));
}

void TestGeminiDoor::googlesStreamPassesAsItIs()
{
    const std::string stream = googleChunk("Pa", "") + googleChunk("ris", "") + googleChunk("", R"(,"finishReason":"STOP")");
    for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes, fixtures::Cut::Random}) {
        const auto run = fixtures::run(viewFrom(google.provider), stream, cut);
        QVERIFY(!run.error);
        QCOMPARE(text(run.out), text(stream));
        QCOMPARE(run.usage.input, 14);
        QCOMPARE(text(run.finishReason), QStringLiteral("stop"));
    }
    // Google's own lines end in CR LF.
    const std::string other = text(stream).replace(QLatin1Char('\n'), QStringLiteral("\r\n")).toStdString();
    const auto run = fixtures::run(viewFrom(google.provider), other, fixtures::Cut::Random);
    QVERIFY(!run.error);
    QCOMPARE(text(run.out), text(stream));
    View view = viewFrom(google.provider);
    view.framing = wire::Framing::Array;
    QCOMPARE(json(fixtures::run(view, stream).out).toArray().size(), 3);
}

void TestGeminiDoor::googlesBrokenStreamIsNeverCompleted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    const std::string half = googleChunk("half an", "");
    row("empty", "");
    row("no end", half);
    row("an error", half + "data: {\"error\":{\"code\":503,\"message\":\"overloaded\"}}\n\n");
    row("a bare error", half + "{\"error\":{\"code\":503,\"message\":\"overloaded\"}}\n");
    row("an error alone", "{\"error\":{\"code\":503,\"message\":\"overloaded\"}}");
    row("garbage", half + "data: {{{\n\n" + googleChunk("", R"(,"finishReason":"STOP")"));
    row("a page", "<html>\n</html>\n");
}

void TestGeminiDoor::googlesBrokenStreamIsNeverCompleted()
{
    QFETCH(QByteArray, bytes);
    for (const fixtures::Cut cut : {fixtures::Cut::Whole, fixtures::Cut::Bytes}) {
        const auto run = fixtures::run(viewFrom(google.provider), bytes.toStdString(), cut);
        QVERIFY(run.error);
        QVERIFY2(run.error->message.find("GeminiException - ") != std::string::npos, run.error->message.c_str());
        QVERIFY(run.out.find("finishReason") == std::string::npos);
    }
}

void TestGeminiDoor::aCountIsAskedInTheProvidersWords_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<int>("door");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    const std::string hi = R"("contents":[{"role":"user","parts":[{"text":"Hi"}]}])", whole = R"({"generateContentRequest":{)";
    const auto row = [](const char *name, const char *to, const std::string &asked, const std::string &told) {
        const Dialect door = name[0] == 'A' ? Dialect::AnthropicMessages : Dialect::GeminiGenerate;
        QTest::newRow(name) << QByteArray(to) << int(door) << text(asked) << text(told);
    };
    row("Gemini to Gemini", "gemini", '{' + hi + '}', '{' + hi + '}');
    row("Gemini, more than contents", "gemini", '{' + hi + R"(,"systemInstruction":{"parts":[{"text":"S"}]}})",
        whole + R"("model":"models/gemini-2.5-flash",)" + hi + R"(,"systemInstruction":{"parts":[{"text":"S"}]}}})");
    row("Gemini, a whole request", "gemini", whole + R"("model":"models/alias",)" + hi + R"(,"tools":[]}})",
        whole + R"("model":"models/gemini-2.5-flash",)" + hi + R"(,"tools":[]}})");
    row("Gemini to Vertex", "vertex_ai", whole + R"("model":"models/alias",)" + hi + R"(,"tools":[],"safetySettings":[]}})",
        '{' + hi + R"(,"tools":[]})");
    row("Gemini to Anthropic", "anthropic",
        whole + hi
            + R"(,"systemInstruction":{"parts":[{"text":"S"}]},"generationConfig":{"maxOutputTokens":9,"temperature":0.5}}})",
        R"({"model":"claude-sonnet-4-5-20250929","system":[{"type":"text","text":"S"}],"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]}]})");
    row("Anthropic to Anthropic", "anthropic",
        R"({"model":"alias","max_tokens":5,"messages":[{"role":"user","content":"Hi"}],"tools":[],"newest":1})",
        R"({"model":"claude-sonnet-4-5-20250929","messages":[{"role":"user","content":"Hi"}],"tools":[],"newest":1})");
    row("Anthropic to Gemini", "gemini", R"({"model":"alias","messages":[{"role":"user","content":"Hi"}]})", '{' + hi + '}');
}

void TestGeminiDoor::aCountIsAskedInTheProvidersWords()
{
    QFETCH(QByteArray, provider);
    QFETCH(int, door);
    QFETCH(QString, asked);
    QFETCH(QString, told);
    auto call = request_cases::call(Dialect(door), asked.toStdString());
    QVERIFY(call);
    call->operation = Operation::CountTokens;
    Deployment deployment = provider == "anthropic" ? claude : google;
    if (provider == "vertex_ai")
        deployment.provider = {"vertex_ai", "VertexAI", Dialect::GeminiGenerate};
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
    QVERIFY2(encoded, encoded ? "" : encoded.error().message.c_str());
    QCOMPARE(QJsonValue(object(encoded->body)), json(told.toStdString()));
}

void TestGeminiDoor::aCountIsToldInTheCallersWords_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("fromGoogle");
    QTest::addColumn<QString>("toGoogle");
    QTest::addColumn<QString>("toAnthropic");
    QTest::newRow("Google's") << QByteArray(R"({"totalTokens":7,"promptTokensDetails":[{"modality":"TEXT","tokenCount":7}]})")
                              << true << R"({"totalTokens":7,"promptTokensDetails":[{"modality":"TEXT","tokenCount":7}]})"
                              << R"({"input_tokens":7})";
    QTest::newRow("Anthropic's") << QByteArray(R"({"input_tokens":7,"newest":1})") << false << R"({"totalTokens":7})"
                                 << R"({"input_tokens":7,"newest":1})";
    QTest::newRow("none") << QByteArray(R"({"input_tokens":"many"})") << false << QString() << QString();
    QTest::newRow("no JSON") << QByteArray("seven") << true << QString() << QString();
    QTest::newRow("an error") << QByteArray(R"({"error":{"message":"no"},"totalTokens":7})") << true << QString() << QString();
}

void TestGeminiDoor::aCountIsToldInTheCallersWords()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, fromGoogle);
    QFETCH(QString, toGoogle);
    QFETCH(QString, toAnthropic);
    for (const Dialect to : {Dialect::GeminiGenerate, Dialect::AnthropicMessages}) {
        View view = fixtures::view(fromGoogle ? google.provider : fixtures::anthropic(), to);
        view.operation = Operation::CountTokens;
        const auto told = decodeAnswer(answer.toStdString(), view);
        const QString expected = to == Dialect::GeminiGenerate ? toGoogle : toAnthropic;
        QCOMPARE(bool(told), !expected.isEmpty());
        if (told)
            QCOMPARE(QJsonValue(object(told->body)), json(expected.toStdString()));
    }
}

QTEST_GUILESS_MAIN(TestGeminiDoor)
#include "tst_gemini_door.moc"
