// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/token_input.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::pipeline::withoutTokens;

namespace {

wire::Call callWith(const std::string &input)
{
    wire::Call call;
    call.operation = Operation::Embedding;
    call.body = *wire::JsonObject::parse(R"({"model":"m","input":)" + input + R"(,"dimensions":8})");
    return call;
}

Deployment at(const char *provider)
{
    Deployment deployment;
    deployment.provider.name = provider;
    return deployment;
}

} // namespace

class TestTokenInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokenIdsBecomeTexts()
    {
        const auto one = withoutTokens(callWith("[15339, 1917]"), at("cohere"), m_counter);
        QVERIFY(one && *one);
        QCOMPARE((*one)->body.text(), std::string(R"({"model":"m","input":["hello world"],"dimensions":8})"));
        const auto two = withoutTokens(callWith("[[15339],[1917]]"), at("cohere"), m_counter);
        QVERIFY(two && *two);
        QCOMPARE((*two)->body.find("input"), std::string_view(R"(["hello"," world"])"));
    }

    void whoKnowsTokensGetsThem()
    {
        for (const char *provider : {"openai", "azure", "hosted_vllm"})
            QVERIFY(!*withoutTokens(callWith("[15339]"), at(provider), m_counter));
    }

    void textsStayAsTheyAre()
    {
        for (const char *input : {"\"a\"", "[\"a\"]", "[]", "{}"})
            QVERIFY(!*withoutTokens(callWith(input), at("cohere"), m_counter));
    }

    void whatIsNoTokenIsRefused()
    {
        for (const char *input : {"[99999999]", "[-1]", "[1.5]", "[1,\"a\"]", "[[1],\"a\"]", "[[1],[\"a\"]]", "[1e3]"}) {
            const auto result = withoutTokens(callWith(input), at("cohere"), m_counter);
            QVERIFY2(!result && result.error().httpStatus() == 400, input);
        }
    }

private:
    tokens::Counter m_counter;
};

QTEST_APPLESS_MAIN(TestTokenInput)
#include "tst_token_input.moc"
