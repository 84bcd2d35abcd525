// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/counter.h"
#include "gateway/tokens/encoding.h"
#include "gateway/tokens/pieces.h"
#include "gateway/tokens/vocabulary_data.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::tokens;

namespace {

// Texts and their tokens as the npm package js-tiktoken 1.0 counts them.
QJsonArray reference()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/tokens/fixtures/openai_tokens.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

std::vector<int> numbers(const QJsonValue &list)
{
    std::vector<int> result;
    for (const QJsonValue number : list.toArray())
        result.push_back(number.toInt());
    return result;
}

std::vector<int> numbers(const std::vector<Rank> &ranks)
{
    return {ranks.begin(), ranks.end()};
}

Count counted(const char *model, const std::string &body)
{
    const Counter counter;
    return counter.countRequest(model, *wire::JsonObject::parse(body));
}

} // namespace

class TestCounter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsBecomeTheTokensOfTheReference()
    {
        const Encoding o200k(packedO200kBase(), &endOfO200kPiece), cl100k(packedCl100kBase(), &endOfCl100kPiece);
        const QJsonArray texts = reference();
        QVERIFY(texts.size() >= 30);
        for (const QJsonValue each : texts) {
            const std::string text = each[QLatin1String("text")].toString().toStdString();
            QVERIFY2(numbers(o200k.encode(text)) == numbers(each[QLatin1String("o200k")]), text.c_str());
            QVERIFY2(numbers(cl100k.encode(text)) == numbers(each[QLatin1String("cl100k")]), text.c_str());
        }
    }

    void brokenBytesAndEndlessRepetitionAreCounted()
    {
        const Counter counter;
        QVERIFY(counter.countText("gpt-4o", std::string_view("\xff\xfe\x80 abc \xc3", 9)).tokens > 0);
        for (const char letter : {'a', ' ', '\n', '='})
            QVERIFY(counter.countText("gpt-4o", std::string(1 << 20, letter)).tokens > 1000);
    }

    void openAisModelsAreCountedExactlyAndOthersEstimated()
    {
        const Counter counter;
        const Count exact = counter.countText("azure/gpt-4o", "hello world");
        QCOMPARE(exact.tokens, std::int64_t(2));
        QVERIFY(exact.exact);
        QCOMPARE(exact.tokenizer, openAiTokenizer);
        const Count guess = counter.countText("claude-sonnet-4-5", "hello world");
        QVERIFY(guess.tokens >= 2 && guess.tokens <= 4);
        QVERIFY(!guess.exact);
        QCOMPARE(guess.tokenizer, estimate);
    }

    void aRequestIsMoreThanItsTexts()
    {
        const char *plain = R"({"messages":[{"role":"user","content":"hello world"}]})";
        QCOMPARE(counted("gpt-4o", plain).tokens, std::int64_t(3 + 1 + 2 + 3));
        QVERIFY(counted("gpt-4o", plain).exact);
        const Count parts = counted("gpt-4o",
            R"({"messages":[{"role":"user","content":[{"type":"text","text":"hello world"},{"type":"image_url","image_url":{"url":"u","detail":"low"}}]}]})");
        QCOMPARE(parts.tokens, std::int64_t(9 + 85));
        QVERIFY(!parts.exact);
        const Count tools = counted("gpt-4o", R"({"messages":[],"tools":[{"type":"function","function":{"name":"f"}}]})");
        QVERIFY(tools.tokens > 10 && !tools.exact);
    }

    void eachDialectsRequestIsRead()
    {
        for (const char *body :
            {R"({"contents":[{"role":"user","parts":[{"text":"hello world"}]}]})", R"({"input":"hello world"})",
                R"({"prompt":"hello world"})", R"({"input":["hello world"]})",
                R"({"messages":[{"role":"user","content":[{"type":"tool_result","content":[{"type":"text","text":"hello world"}]}]}]})",
                R"({"messages":[],"system":[{"type":"text","text":"hello world"}]})"})
            QVERIFY2(counted("gpt-4o", body).tokens >= 2, body);
        QCOMPARE(counted("gpt-4o", "{}").tokens, std::int64_t(0));
        QVERIFY(counted("gpt-4o", R"({"messages":5,"tools":{},"input":[[[null]]]})").tokens >= 0);
    }
};

QTEST_GUILESS_MAIN(TestCounter)
#include "tst_counter.moc"
