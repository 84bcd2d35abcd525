// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/texts.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::guardrails;
using All = std::vector<std::string>;

namespace {

// Each text in capitals, as far as it is ASCII.
All loud(const Texts &texts)
{
    All all;
    for (std::string text : texts.all()) {
        for (char &c : text)
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        all.push_back(std::move(text));
    }
    return all;
}

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string withMask(const Texts &texts, const std::string &body, const std::string &what)
{
    All all;
    for (const std::string &text : texts.all())
        all.push_back(replaced(text, what, "[X]"));
    return texts.written(body, all);
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inRequests_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<int>("operation");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<All>("texts");
        const auto row = [](const char *name, Dialect dialect, Operation operation, const char *body, const All &texts) {
            QTest::newRow(name) << int(dialect) << int(operation) << std::string(body) << texts;
        };
        row("chat", Dialect::OpenAiChat, Operation::Chat,
            R"({"model":"m","messages":[{"role":"system","content":"a"},{"role":"user","content":[{"type":"text","text":"b"},{"type":"image_url","image_url":{"url":"no"}}]},{"role":"assistant","tool_calls":[{"function":{"name":"f","arguments":"{c}"}}]}]})",
            {"a", "b", "{c}"});
        row("messages", Dialect::AnthropicMessages, Operation::Chat,
            R"({"system":[{"type":"text","text":"a"}],"messages":[{"content":"b"},{"content":[{"type":"tool_result","content":[{"text":"c"}]},{"type":"tool_use","input":{"x":["d",{"y":"e"}]}},{"type":"thinking","thinking":"no"}]}]})",
            {"a", "b", "c", "d", "e"});
        row("responses", Dialect::OpenAiResponses, Operation::Chat,
            R"({"instructions":"a","input":[{"role":"user","content":[{"type":"input_text","text":"b"}]},{"type":"function_call_output","output":"c"}]})",
            {"a", "b", "c"});
        row("gemini", Dialect::GeminiGenerate, Operation::Chat,
            R"({"systemInstruction":{"parts":[{"text":"a"}]},"contents":[{"parts":[{"text":"b"},{"functionResponse":{"name":"n","response":{"r":"c"}}}]}]})",
            {"a", "b", "c"});
        row("completions", Dialect::OpenAiText, Operation::Chat, R"({"prompt":["a","b"]})", {"a", "b"});
        row("embeddings", Dialect::OpenAiChat, Operation::Embedding, R"({"input":["a",[1,2]]})", {"a"});
        row("rerank", Dialect::OpenAiChat, Operation::Rerank, R"({"query":"a","documents":["b",{"text":"c"}]})", {"a", "b", "c"});
        row("a name written twice", Dialect::OpenAiChat, Operation::Chat, R"({"messages":[{"content":"a","content":"b"}]})",
            {"a", "b"});
        row("a name in escapes", Dialect::OpenAiChat, Operation::Chat, R"({"messages":[{"cont\u0065nt":"a"}]})", {"a"});
    }
    void inRequests()
    {
        QFETCH(int, dialect);
        QFETCH(int, operation);
        QFETCH(std::string, body);
        QFETCH(All, texts);
        const Texts found = Texts::ofRequest(body, Dialect(dialect), Operation(operation));
        All sorted = found.all();
        std::sort(sorted.begin(), sorted.end());
        std::sort(texts.begin(), texts.end());
        QCOMPARE(sorted, texts);
        QCOMPARE(found.written(body, found.all()), body);
    }

    void theRestStaysAsItIs()
    {
        const std::string body =
            R"({ "messages" : [ {"role":"user", "content" : "say \u00e9\n"} , {"content":"\u006fther"}], "seed":1.50, "x":null })";
        const Texts texts = Texts::ofRequest(body, Dialect::OpenAiChat, Operation::Chat);
        QCOMPARE(withMask(texts, body, "say"),
            std::string(
                R"({ "messages" : [ {"role":"user", "content" : "[X] é\n"} , {"content":"\u006fther"}], "seed":1.50, "x":null })"));
    }

    void inAnswers()
    {
        const std::string chat =
            R"({"choices":[{"message":{"content":"a","tool_calls":[{"function":{"arguments":"b"}}]}},{"message":{"content":"c"}}]})";
        QCOMPARE(Texts::ofAnswer(chat, Dialect::OpenAiChat, Operation::Chat).all().size(), std::size_t(3));
        QCOMPARE(loud(Texts::ofAnswer("plain", Dialect::OpenAiChat, Operation::Transcription)), All({"PLAIN"}));
        const Texts bare = Texts::ofAnswer("1\nsay it\n", Dialect::OpenAiChat, Operation::Transcription);
        QCOMPARE(withMask(bare, "1\nsay it\n", "say"), std::string("1\n[X] it\n"));
        QVERIFY(!Texts::areInAnswers(Dialect::OpenAiChat, Operation::Embedding));
    }

    void aStreamIsReadAsAWhole()
    {
        const std::string stream =
            "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"my na\"}}]}\n\n"
            "data: {\"id\":\"1\",\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}\n\n"
            "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"me is Ja\"}}]}\n\n"
            "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ne!\"}}]}\n\ndata: [DONE]\n\n";
        const Texts texts = Texts::ofStream(stream, Dialect::OpenAiChat);
        QCOMPARE(texts.all(), All({"my name is Jane!", "other"}));
        QCOMPARE(texts.written(stream, texts.all()), stream);
        QCOMPARE(withMask(texts, stream, "Jane"), replaced(replaced(stream, "me is Ja", "me is [X]"), "ne!", "!"));
        QCOMPARE(withMask(texts, stream, "name is Jane"),
            replaced(replaced(replaced(stream, "my na", "my [X]"), "me is Ja", ""), "ne!", "!"));
    }

    void inStreamsOfOtherDialects()
    {
        const std::string messages =
            "event: content_block_delta\ndata: "
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"se\"}}\n\n"
            "event: content_block_delta\ndata: "
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"cret\"}}\n\n";
        QCOMPARE(withMask(Texts::ofStream(messages, Dialect::AnthropicMessages), messages, "secret"),
            replaced(replaced(messages, "\"se\"", "\"[X]\""), "\"cret\"", "\"\""));
        const std::string responses =
            "data: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"content_index\":0,\"delta\":\"se\"}\n\n"
            "data: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"content_index\":0,\"delta\":\"cret\"}\n\n"
            "data: {\"type\":\"response.output_text.done\",\"output_index\":0,\"content_index\":0,\"text\":\"secret\"}\n\n";
        QCOMPARE(Texts::ofStream(responses, Dialect::OpenAiResponses).all(), All({"secret", "secret"}));
        const std::string gemini = "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"se\"}]}}]}\r\n,{\"candidates\":[{"
                                   "\"content\":{\"parts\":[{\"text\":\"cret\"}]}}]}]";
        QCOMPARE(Texts::ofStream(gemini, Dialect::GeminiGenerate).all(), All({"secret"}));
    }

    void charactersStayWhole()
    {
        const std::string body = R"({"prompt":"äö"})";
        const Texts texts = Texts::ofRequest(body, Dialect::OpenAiText, Operation::Chat);
        QCOMPARE(texts.written(body, {"äü"}), std::string(R"({"prompt":"äü"})"));
        QCOMPARE(texts.written(body, {"xö"}), std::string(R"({"prompt":"xö"})"));
    }

    void atPlacesThatAreNamed()
    {
        const std::string body = R"( {"query":"a","documents":[{"text":"b","id":"c"},{"text":["d"]}],"n":1})";
        QCOMPARE(Texts::at({"query.**", "documents[].text.**"}, body).all(), All({"a", "b", "d"}));
        QCOMPARE(Texts::at({"**"}, body).all(), All({"a", "b", "c", "d"}));
        const Texts twice = Texts::at({"query", "**"}, body);
        QCOMPARE(withMask(twice, body, "a"), replaced(body, R"("a")", R"("[X]")"));
        QVERIFY(Texts::at({"**"}, "").empty());
    }
};

QTEST_APPLESS_MAIN(TestTexts)
#include "tst_texts.moc"
