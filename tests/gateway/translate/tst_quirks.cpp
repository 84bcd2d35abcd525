// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"

#include <QTest>

using namespace gatehouse;

namespace {

QByteArray sent(ProviderTraits provider, const char *members, const char *messages = R"([{"role":"user","content":"hi"}])")
{
    const auto call = request_cases::call(
        Dialect::OpenAiChat, R"({"model":"g","messages":)" + std::string(messages) + (*members ? "," : "") + members + "}");
    const Deployment deployment = request_cases::deployment(std::move(provider), "m");
    const auto encoded = request_cases::encode(*call, deployment, "m", {});
    return QByteArray::fromStdString(encoded ? encoded->body : "refused: " + encoded.error().message);
}

ProviderTraits odd(Quirks quirks)
{
    return {"odd", "Odd", Dialect::OpenAiChat, false, quirks};
}

} // namespace

class TestQuirks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachQuirkDoesItsOneThing_data()
    {
        QTest::addColumn<int>("quirk");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("wanted");
        const auto add = [](const char *name, Quirk quirk, const char *asked, const char *wanted) {
            QTest::newRow(name) << int(quirk) << QByteArray(asked) << QByteArray(wanted);
        };
        add("old name", Quirk::OldMaxTokens, R"("max_completion_tokens":5)", R"("max_tokens":5)");
        add("random seed", Quirk::RandomSeed, R"("seed":7)", R"("random_seed":7)");
        add("any", Quirk::AnyForRequired, R"("tool_choice":"required")", R"("tool_choice":"any")");
        add("cool", Quirk::LowTemperature, R"("temperature":1.7)", R"("temperature":1)");
        add("cool already", Quirk::LowTemperature, R"("temperature":0.5)", R"("temperature":0.5)");
        add("no user", Quirk::NoUser, R"("user":"u")", "");
        add("thinking", Quirk::ThinkingSwitch, R"("reasoning_effort":"low")", R"("thinking":{"type":"enabled"})");
        add("no thinking", Quirk::ThinkingSwitch, R"("reasoning_effort":"none")", "");
        add("no budget", Quirk::ThinkingSwitch, R"("thinking":{"type":"enabled","budget_tokens":9})",
            R"("thinking":{"type":"enabled"})");
        add("cost", Quirk::AskForCost, "", R"("usage":{"include":true})");
        add("schema", Quirk::SchemaAsObject,
            R"("response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{"x":1}}})",
            R"("response_format":{"type":"json_object","schema":{"x":1}})");
        add("lax tools", Quirk::LaxTools, R"("tools":[{"function":{"strict":true,"parameters":{"additionalProperties":false}}}])",
            R"("tools":[{"function":{"parameters":{"additionalProperties":false}}}])");
        add("plain schemas", Quirk::PlainSchemas,
            R"("tools":[{"function":{"parameters":{"$schema":"s","properties":{"strict":1}}}}])",
            R"("tools":[{"function":{"parameters":{"properties":{"strict":1}}}}])");
    }
    void eachQuirkDoesItsOneThing()
    {
        QFETCH(int, quirk);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, wanted);
        const QByteArray before = R"({"model":"m","messages":[{"role":"user","content":"hi"}])";
        QCOMPARE(sent(odd({Quirk(quirk)}), asked.constData()), before + (wanted.isEmpty() ? "" : ",") + wanted + "}");
    }

    void messagesBecomeWhatTheProviderReads()
    {
        const QByteArray body = sent(odd({Quirk::TextContent, Quirk::NoNames}), "",
            R"([{"role":"user","name":"bob","content":[{"type":"text","text":"a\u00e9"},{"type":"text","text":"b"}]},)"
            R"({"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"u"}}]},)"
            R"({"role":"tool","name":"f","content":"x"}])");
        QCOMPARE(body,
            QByteArray(R"({"model":"m","messages":[{"role":"user","content":"a\u00e9b"},)"
                       R"({"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"u"}}]},)"
                       R"({"role":"tool","name":"f","content":"x"}]})"));
    }

    void whatARowDoesNotTakeIsRefusedOrDropped()
    {
        ProviderTraits picky = odd({});
        picky.takes = "temperature max_tokens";
        QVERIFY(sent(picky, R"("temperature":1,"n":1)").contains(R"("temperature":1})"));
        QVERIFY(sent(picky, R"("seed":1)").contains("odd does not support parameters: ['seed']"));
        QVERIFY(!sent(picky, R"("seed":1,"drop_params":true)").contains("seed"));
        QVERIFY(sent(picky, R"("seed":1,"allowed_openai_params":["seed"])").contains(R"("seed":1)"));
        QVERIFY(sent(picky, R"("vendor_flag":1)").contains(R"("vendor_flag":1)"));
        picky.takes = {};
        picky.refuses = "seed n";
        QVERIFY(sent(picky, R"("n":2)").contains("['n']"));
        QVERIFY(sent(odd({Quirk::SimpleToolChoice}), R"("tool_choice":"required")").contains("['tool_choice']"));
        QVERIFY(sent(odd({Quirk::SimpleToolChoice}), R"("tool_choice":"auto")").contains(R"("tool_choice":"auto")"));
    }

    void aStreamsUsageIsNotAskedForWhereThatIsRefused()
    {
        const QByteArray body = sent(odd({Quirk::NoStreamOptions}), R"("stream":true,"stream_options":{"include_usage":true})");
        QVERIFY(!body.contains("stream_options"));
        QVERIFY(body.contains(R"("stream":true)"));
        QVERIFY(sent(odd({}), R"("stream":true)").contains(R"("stream_options":{"include_usage":true})"));
    }
};

QTEST_GUILESS_MAIN(TestQuirks)
#include "tst_quirks.moc"
