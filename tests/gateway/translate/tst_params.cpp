// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"

#include <QTest>

#include <initializer_list>

using namespace gatehouse;
using namespace gatehouse::translate;

namespace {

/// What is known of a model: its capabilities, and those that it is known not to have.
struct Known {
    std::vector<Capability> able, unable;
};

Deployment deploymentOf(const ProviderTraits &provider, const std::string &model, const Known &known)
{
    Deployment deployment = request_cases::deployment(provider, model);
    for (const Capability each : known.able)
        deployment.facts.capabilities.set(each, true);
    for (const Capability each : known.unable)
        deployment.facts.capabilities.set(each, false);
    return deployment;
}

/// The parameters that the provider is sent, without its model and messages, or "refused: …".
QByteArray sent(
    const Deployment &deployment, const std::string &asked, Dialect door = Dialect::OpenAiChat, const Policy &policy = {})
{
    const auto call = request_cases::call(door, R"({"model":"g","messages":[{"role":"user","content":"hi"}],)" + asked + '}');
    if (!call)
        return "no call";
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, policy);
    if (!encoded)
        return QByteArray::fromStdString("refused: " + encoded.error().message);
    QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(encoded->body)).object();
    body.remove(QLatin1String("model"));
    body.remove(QLatin1String("messages"));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

void columns()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<Known>("known");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("wanted");  ///< "refused" or what is sent
    QTest::addColumn<QByteArray>("dropped"); ///< what is sent where parameters may be dropped; empty = the same
}

void row(const char *name, const char *model, const Known &known, const char *asked, const char *wanted, const char *dropped = "")
{
    QTest::newRow(name) << QByteArray(model) << known << QByteArray(asked) << QByteArray(wanted) << QByteArray(dropped);
}

void check(const ProviderTraits &provider)
{
    QFETCH(QByteArray, model);
    QFETCH(Known, known);
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, dropped);
    const Deployment deployment = deploymentOf(provider, model.toStdString(), known);
    const QByteArray got = sent(deployment, asked.toStdString());
    if (wanted == "refused")
        QVERIFY2(got.startsWith("refused: "), got.constData());
    else
        QCOMPARE(got, wanted);
    if (!dropped.isEmpty())
        QCOMPARE(sent(deployment, asked.toStdString() + R"(,"drop_params":true)"), dropped);
}

} // namespace

/// Which parameters reasoning models take, by their names and by what the catalogue knows of them.
class TestParams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofMembersOfOneNameTheLastIsSent_data();
    void ofMembersOfOneNameTheLastIsSent();
    void openAisModelsHaveTheirRules_data();
    void openAisModelsHaveTheirRules();
    void anthropicsClientsThinkingIsAnEffort_data();
    void anthropicsClientsThinkingIsAnEffort();
    void claudesModelsHaveTheirRules_data();
    void claudesModelsHaveTheirRules();
    void placesInsideParametersAreDropped_data();
    void placesInsideParametersAreDropped();
};

void TestParams::openAisModelsHaveTheirRules_data()
{
    using enum Capability;
    columns();
    const Known gpt5 {{Reasoning, EffortMinimal}, {EffortNone, EffortXhigh}};
    const Known gpt52 {{Reasoning, EffortNone, EffortXhigh}, {EffortMinimal}};
    row("o3 counts all that it writes", "o3", {}, R"("max_tokens":9)", R"({"max_completion_tokens":9})");
    row("o3's temperature is 1", "o3", {}, R"("temperature":0.5)", "refused", "{}");
    row("said, it does not matter", "o3", {}, R"("temperature":1)", R"({"temperature":1})");
    row("o3 has no verbosity", "o3", {}, R"("verbosity":"low")", "refused", "{}");
    row("o3 has no penalties", "o3", {}, R"("presence_penalty":1)", "refused", "{}");
    row("o3 calls one tool at a time", "o3", {{Reasoning}, {ParallelFunctionCalling}},
        R"("tools":[{"type":"function","function":{"name":"a"}}],"parallel_tool_calls":false)",
        R"({"tools":[{"function":{"name":"a"},"type":"function"}]})");
    row("o3 cannot call several", "o3", {{Reasoning}, {ParallelFunctionCalling}}, R"("parallel_tool_calls":true)", "refused",
        "{}");
    row("gpt-5's temperature is 1", "gpt-5", gpt5, R"("temperature":0.5)", "refused", "{}");
    row("gpt-5 may be brief", "gpt-5", gpt5, R"("verbosity":"low")", R"({"verbosity":"low"})");
    row("gpt-5 thinks a little", "gpt-5", gpt5, R"("reasoning_effort":"minimal")", R"({"reasoning_effort":"minimal"})");
    row("gpt-5 cannot but think", "gpt-5", gpt5, R"("reasoning_effort":"none")", "refused", "{}");
    row("gpt-5 has its limits", "gpt-5", gpt5, R"("reasoning_effort":"xhigh")", "refused", "{}");
    row("of an unknown model the provider knows", "gpt-5", {}, R"("reasoning_effort":"xhigh")",
        R"({"reasoning_effort":"xhigh"})");
    row("gpt-5.2 need not think", "gpt-5.2", gpt52, R"("reasoning_effort":"none","temperature":0.5)",
        R"({"reasoning_effort":"none","temperature":0.5})");
    row("gpt-5.2 that thinks has one temperature", "gpt-5.2", gpt52, R"("reasoning_effort":"xhigh","temperature":0.5)", "refused",
        R"({"reasoning_effort":"xhigh"})");
    row("gpt-5.2 thinks properly or not at all", "gpt-5.2", gpt52, R"("reasoning_effort":"minimal")", "refused", "{}");
    row("a pro model always thinks", "gpt-5.4-pro", {{Reasoning}, {EffortNone}}, R"("temperature":0.5)", "refused", "{}");
    row("a new model that need not think", "gpt-7", gpt52, R"("max_tokens":9,"temperature":0.5)",
        R"({"max_completion_tokens":9,"temperature":0.5})");
    row("a new model that must", "gpt-7", gpt5, R"("max_tokens":9,"temperature":0.5)", "refused",
        R"({"max_completion_tokens":9})");
    row("a deployment of any name, by its base model", "mine", {{Reasoning}, {}}, R"("max_tokens":9)",
        R"({"max_completion_tokens":9})");
    row("a deployment of any name, by its prefix", "o_series/mine", {}, R"("temperature":0.5)", "refused", "{}");
    row("a chat model takes what gpt-4o takes", "gpt-5-chat-latest", {}, R"("temperature":0.5,"max_tokens":9)",
        R"({"max_tokens":9,"temperature":0.5})");
    row("gpt-4o does not think", "gpt-4o", {}, R"("reasoning_effort":"low")", "refused", "{}");
    row("gpt-4o has no verbosity", "gpt-4o", {}, R"("verbosity":"low")", "refused", "{}");
    row("gpt-5 does not search", "gpt-5", {}, R"("web_search_options":{})", "refused", "{}");
    row("its sister does", "gpt-5-search-api", {}, R"("web_search_options":{})", R"({"web_search_options":{}})");
    row("a penalty that the caller knows to be fine", "o3", {},
        R"("presence_penalty":1,"allowed_openai_params":["presence_penalty"])", R"({"presence_penalty":1})");
    row("a temperature never is", "o3", {}, R"("temperature":0.5,"allowed_openai_params":["temperature"])", "refused", "{}");
    row("an effort, too", "gpt-5", gpt5, R"("reasoning_effort":"none","allowed_openai_params":["reasoning_effort"])",
        R"({"reasoning_effort":"none"})");
}

void TestParams::openAisModelsHaveTheirRules()
{
    check(request_cases::openAi());
}

void TestParams::anthropicsClientsThinkingIsAnEffort_data()
{
    using enum Capability;
    columns();
    row("a little, where that is known", "gpt-5", {{EffortMinimal}, {}}, R"("thinking":{"type":"enabled","budget_tokens":1024})",
        R"({"max_completion_tokens":99,"reasoning_effort":"minimal"})");
    row("a little, where it is not", "o3", {}, R"("thinking":{"type":"enabled","budget_tokens":1024})",
        R"({"max_completion_tokens":99,"reasoning_effort":"low"})");
    row("all it can", "gpt-5", {}, R"("thinking":{"type":"adaptive"},"output_config":{"effort":"max"})",
        R"({"max_completion_tokens":99,"reasoning_effort":"high"})");
    row("all it can, which is more", "gpt-5.2", {{EffortXhigh}, {}},
        R"("thinking":{"type":"adaptive"},"output_config":{"effort":"max"})",
        R"({"max_completion_tokens":99,"reasoning_effort":"xhigh"})");
    row("all it can, which is most", "gpt-6-sol", {{Reasoning, EffortXhigh, EffortMax}, {EffortMinimal}},
        R"("thinking":{"type":"adaptive"},"output_config":{"effort":"max"})",
        R"({"max_completion_tokens":99,"reasoning_effort":"max"})");
    row("a model that thinks hard or not at all", "gpt-5.5-pro", {{Reasoning}, {EffortLow, EffortNone}},
        R"("thinking":{"type":"enabled","budget_tokens":2000})", R"({"max_completion_tokens":99,"reasoning_effort":"high"})");
    row("a model that does not think", "gpt-4o", {}, R"("thinking":{"type":"enabled","budget_tokens":2000})",
        R"({"max_tokens":99})");
}

void TestParams::anthropicsClientsThinkingIsAnEffort()
{
    QFETCH(QByteArray, model);
    QFETCH(Known, known);
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, wanted);
    const Deployment deployment = deploymentOf(request_cases::openAi(), model.toStdString(), known);
    QCOMPARE(sent(deployment, R"("max_tokens":99,)" + asked.toStdString(), Dialect::AnthropicMessages), wanted);
}

void TestParams::claudesModelsHaveTheirRules_data()
{
    using enum Capability;
    columns();
    const Known adaptive {{AdaptiveThinking, EffortMax, EffortXhigh}, {SamplingParams}};
    const char *sonnet = "claude-sonnet-4-5";
    row("the least budget", sonnet, {}, R"("reasoning_effort":"minimal")",
        R"({"max_tokens":5120,"thinking":{"budget_tokens":1024,"type":"enabled"}})");
    row("a larger one", sonnet, {}, R"("reasoning_effort":"high")",
        R"({"max_tokens":8192,"thinking":{"budget_tokens":4096,"type":"enabled"}})");
    row("within the answer's limit", sonnet, {}, R"("reasoning_effort":"high","max_tokens":3000)",
        R"({"max_tokens":3000,"thinking":{"budget_tokens":1500,"type":"enabled"}})");
    row("hardly within it", sonnet, {}, R"("reasoning_effort":"high","max_tokens":1100)",
        R"({"max_tokens":1100,"thinking":{"budget_tokens":1024,"type":"enabled"}})");
    row("no room to think", sonnet, {}, R"("reasoning_effort":"high","max_tokens":1024)", R"({"max_tokens":1024})");
    row("a budget of the caller's own", sonnet, {}, R"("thinking":{"type":"enabled","budget_tokens":2000},"max_tokens":3000)",
        R"({"max_tokens":3000,"thinking":{"budget_tokens":2000,"type":"enabled"}})");
    row("a temperature beside thinking", sonnet, {}, R"("reasoning_effort":"low","temperature":0.5,"max_tokens":2000)",
        R"({"max_tokens":2000,"temperature":0.5,"thinking":{"budget_tokens":1024,"type":"enabled"}})",
        R"({"max_tokens":2000,"thinking":{"budget_tokens":1024,"type":"enabled"}})");
    row("adaptive by name", "claude-opus-4-6", {}, R"("reasoning_effort":"xhigh","max_tokens":9)",
        R"({"max_tokens":9,"output_config":{"effort":"high"},"thinking":{"type":"adaptive"}})");
    row("adaptive by what is known", "claude-story-6", adaptive, R"("reasoning_effort":"xhigh","max_tokens":9)",
        R"({"max_tokens":9,"output_config":{"effort":"xhigh"},"thinking":{"type":"adaptive"}})");
    row("as much as it can", "claude-story-6", adaptive, R"("reasoning_effort":"max","max_tokens":9)",
        R"({"max_tokens":9,"output_config":{"effort":"max"},"thinking":{"type":"adaptive"}})");
    row("no sampling", "claude-opus-4-7", adaptive, R"("temperature":0.5,"top_p":0.9,"max_tokens":9)", "refused",
        R"({"max_tokens":9})");
    row("sampling that says nothing", "claude-opus-4-7", adaptive, R"("temperature":1,"top_p":1,"max_tokens":9)",
        R"({"max_tokens":9})");
    row("an old model does not think", "claude-3-5-haiku-latest", {}, R"("reasoning_effort":"low","max_tokens":9)", "refused",
        R"({"max_tokens":9})");
    row("a word nobody knows", sonnet, {}, R"("reasoning_effort":"utmost","max_tokens":9)", "refused");
}

void TestParams::claudesModelsHaveTheirRules()
{
    check(request_cases::anthropic());
}

void TestParams::placesInsideParametersAreDropped_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("left");
    const QByteArray whole = R"({"tools":[{"a":{"b":1,"c":2}},{"a":{"b":3}}],"x":{"y":[1,2,{"z":1}]}})";
    const auto add = [](const char *path, const QByteArray &left) { QTest::newRow(path) << QByteArray(path) << left; };
    add("x", R"({"tools":[{"a":{"b":1,"c":2}},{"a":{"b":3}}]})");
    add("tools[*].a.b", R"({"tools":[{"a":{"c":2}},{"a":{}}],"x":{"y":[1,2,{"z":1}]}})");
    add("tools[1].a", R"({"tools":[{"a":{"b":1,"c":2}},{}],"x":{"y":[1,2,{"z":1}]}})");
    add("tools[0]", R"({"tools":[{"a":{"b":3}}],"x":{"y":[1,2,{"z":1}]}})");
    add("x.y[2].z", R"({"tools":[{"a":{"b":1,"c":2}},{"a":{"b":3}}],"x":{"y":[1,2,{}]}})");
    for (const char *nothing : {"tools[7].a", "tools.a", "x[0]", "x.y.z", "nothing", "tools[", "tools[*", ".x", "[0]", ""})
        add(nothing, whole);
}

void TestParams::placesInsideParametersAreDropped()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, left);
    const std::string asked = R"("tools":[{"a":{"b":1,"c":2}},{"a":{"b":3}}],"x":{"y":[1,2,{"z":1}]})";
    const std::string list = R"(,"additional_drop_params":[")" + path.toStdString() + R"("])";
    Deployment deployment = request_cases::deployment(request_cases::vllm(), "m");
    QCOMPARE(sent(deployment, asked + list), left);
    deployment.additionalDropParams = {path.toStdString()};
    QCOMPARE(sent(deployment, asked), left);
}

void TestParams::ofMembersOfOneNameTheLastIsSent_data()
{
    QTest::addColumn<int>("others");
    QTest::newRow("among a few") << 2;
    QTest::newRow("among many") << 100;
}

void TestParams::ofMembersOfOneNameTheLastIsSent()
{
    QFETCH(int, others);
    std::string asked = R"("top_p":0.1,"t\u006fp_p":0.2)";
    for (int i = 0; i < others; ++i)
        asked += ",\"x" + std::to_string(i) + "\":1";
    const auto call = request_cases::call(
        Dialect::OpenAiChat, R"({"model":"g","messages":[{"role":"user","content":"hi"}],)" + asked + R"(,"top_p":0.3})");
    QVERIFY(call);
    const auto encoded = request_cases::encode(*call, request_cases::deployment(request_cases::openAi(), "gpt-4o"), "gpt-4o", {});
    QVERIFY(encoded);
    const QByteArray body = QByteArray::fromStdString(encoded->body);
    QCOMPARE(body.count("p_p\""), 1);
    QVERIFY(body.contains("\"top_p\":0.3"));
    QCOMPARE(body.count("\":1"), others);
}

QTEST_GUILESS_MAIN(TestParams)
#include "tst_params.moc"
