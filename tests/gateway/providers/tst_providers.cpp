// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address.h"
#include "gateway/providers/compile.h"
#include "gateway/providers/table.h"

#include <QTest>

#include <set>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

config::Environment environmentOf(std::map<std::string, std::string> variables)
{
    return [variables = std::move(variables)](const std::string &name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

Result<Deployment> compiled(const std::string &params, std::map<std::string, std::string> variables = {})
{
    const auto environment = environmentOf(std::move(variables));
    const auto config =
        config::parse("model_list:\n  - model_name: g\n    litellm_params: " + params + "\n", "test.yaml", environment);
    return compile(config.models().front(), environment);
}

std::string chatAddress(const Deployment &deployment)
{
    return address(deployment, {deployment.provider.dialect, Operation::Chat, deployment.model});
}

} // namespace

class TestProviders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsSound()
    {
        std::set<std::string_view> names;
        for (const Provider &row : table()) {
            QVERIFY2(names.insert(row.name).second, row.name.data());
            QVERIFY(row.base.empty() || row.base.back() != '/');
            QVERIFY(find(row.name) == &row);
        }
    }

    void anthropicsClientsReachOpenAisOwnModelsByResponses_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<int>("chat");
        QTest::addColumn<int>("messages");
        const auto row = [](const char *name, const char *params, Dialect chat, Dialect messages) {
            QTest::newRow(name) << QByteArray(params) << int(chat) << int(messages);
        };
        constexpr Dialect chat = Dialect::OpenAiChat, responses = Dialect::OpenAiResponses;
        row("OpenAI's model", "{model: openai/gpt-4o}", chat, responses);
        row("by another address", "{model: openai/gpt-4o, api_base: 'http://127.0.0.1:1/v1'}", chat, responses);
        row("an unknown model at OpenAI", "{model: openai/quark-1}", chat, responses);
        row("an unknown model elsewhere", "{model: openai/qwen2.5-7b, api_base: 'http://127.0.0.1:1/v1'}", chat, chat);
        row("an open model elsewhere", "{model: openai/gpt-oss-20b, api_base: 'http://127.0.0.1:1/v1'}", chat, chat);
        row("a model for search", "{model: openai/gpt-4o-search-preview}", chat, chat);
        row("a model that speaks", "{model: openai/gpt-4o-audio-preview}", chat, chat);
        row("asked for", "{model: openai/responses/gpt-4o}", responses, responses);
        row("asked for, Azure", "{model: azure/responses/gpt-4o, api_base: 'https://x', api_key: k}", responses, responses);
        row("Azure", "{model: azure/gpt-4o, api_base: 'https://x', api_key: k}", chat, chat);
        row("vLLM", "{model: hosted_vllm/responses/x, api_base: 'http://127.0.0.1:1/v1'}", chat, chat);
    }
    void anthropicsClientsReachOpenAisOwnModelsByResponses()
    {
        QFETCH(QByteArray, params);
        QFETCH(int, chat);
        QFETCH(int, messages);
        auto deployment = compiled(params.toStdString());
        QVERIFY(deployment);
        wire::Call call;
        QCOMPARE(int(dialectsFor(*deployment, call).preferred), chat);
        call.dialect = Dialect::AnthropicMessages;
        QCOMPARE(int(dialectsFor(*deployment, call).preferred), messages);
        call.operation = Operation::Embedding;
        QVERIFY(dialectsFor(*deployment, call).preferred != Dialect::OpenAiResponses);
    }

    void aServerThatOnlyCallsItselfOpenAiIsAskedByChatCompletions()
    {
        wire::Call call;
        call.dialect = Dialect::OpenAiResponses;
        const auto own = compiled("{model: openai/gpt-4o, api_base: 'http://127.0.0.1:1/v1', api_key: k}");
        const auto others = compiled("{model: openai/qwen2.5-7b, api_base: 'http://127.0.0.1:1/v1', api_key: k}");
        QVERIFY(own && others);
        QVERIFY(dialectsFor(*own, call).preferred == Dialect::OpenAiResponses);
        QVERIFY(dialectsFor(*others, call).preferred == Dialect::OpenAiChat);
    }

    void aModelThatHasOnlyTheResponsesApiIsAskedByThat()
    {
        auto deployment = compiled("{model: openai/gpt-5-codex, api_key: k}");
        QVERIFY(deployment);
        deployment->facts.mode = "responses"; // as the catalogue says
        const DialectChoice choice = dialectsFor(*deployment, wire::Call());
        QVERIFY(choice.preferred == Dialect::OpenAiResponses && choice.otherwise == choice.preferred);
        const auto named = compiled("{model: openai/responses/gpt-5-codex, api_key: k}");
        QVERIFY(named);
        QCOMPARE(named->model, std::string("gpt-5-codex"));
        QCOMPARE(named->mode, std::string("responses"));
    }

    void modelStringsFindTheirProvider_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("prefix") << QByteArray("openai/gpt-4o") << QByteArray("openai") << QByteArray("gpt-4o");
        QTest::newRow("prefix, slash in the name")
            << QByteArray("hosted_vllm/Qwen/Qwen3-8B") << QByteArray("hosted_vllm") << QByteArray("Qwen/Qwen3-8B");
        QTest::newRow("bare OpenAI") << QByteArray("gpt-4o") << QByteArray("openai") << QByteArray("gpt-4o");
        QTest::newRow("bare Anthropic") << QByteArray("claude-sonnet-4-6") << QByteArray("anthropic")
                                        << QByteArray("claude-sonnet-4-6");
        QTest::newRow("known, not served") << QByteArray("watsonx/granite") << QByteArray("watsonx") << QByteArray("granite");
        QTest::newRow("bare Gemini") << QByteArray("gemini-2.5-flash") << QByteArray("vertex_ai")
                                     << QByteArray("gemini-2.5-flash");
        QTest::newRow("bare Bedrock") << QByteArray("us.amazon.nova-pro-v1:0") << QByteArray("bedrock")
                                      << QByteArray("us.amazon.nova-pro-v1:0");
        QTest::newRow("bare embedding") << QByteArray("text-embedding-3-small") << QByteArray("openai")
                                        << QByteArray("text-embedding-3-small");
        QTest::newRow("fine-tuned") << QByteArray("ft:gpt-3.5-turbo:org::id") << QByteArray("openai")
                                    << QByteArray("ft:gpt-3.5-turbo:org::id");
        QTest::newRow("unknown") << QByteArray("frobnicate") << QByteArray() << QByteArray("frobnicate");
    }
    void modelStringsFindTheirProvider()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, provider);
        QFETCH(QByteArray, rest);
        const ModelName name = resolve(model.toStdString(), {}, {});
        QCOMPARE(name.providerName, provider.toStdString());
        QCOMPARE(name.model, rest.toStdString());
    }

    void anEntryBecomesADeployment()
    {
        const auto deployment =
            compiled("{model: openai/gpt-4o, api_base: 'http://h:1/v1/', api_key: sk-x, rpm: 5, timeout: 1.5, temperature: 0.2, "
                     "extra_headers: {x-team: blue}, extra_body: {q: 1}, drop_params: true}");
        QVERIFY(deployment);
        QCOMPARE(deployment->model, std::string("gpt-4o"));
        QCOMPARE(deployment->apiBase, std::string("http://h:1/v1"));
        QCOMPARE(deployment->rpm, std::optional(5.0));
        QCOMPARE(deployment->timeout, std::optional(std::chrono::milliseconds(1500)));
        QCOMPARE(deployment->defaults.size(), std::size_t(1));
        QCOMPARE(deployment->defaults.front().first, std::string("temperature"));
        QCOMPARE(deployment->dropParams, std::optional(true));
        QCOMPARE(deployment->id.size(), std::size_t(64));
        QCOMPARE(chatAddress(*deployment), std::string("http://h:1/v1/chat/completions"));
    }

    void keysAndBasesComeFromTheEnvironmentToo()
    {
        const auto deployment =
            compiled("{model: claude-sonnet-4-6}", {{"ANTHROPIC_API_KEY", "sk-ant-x"}, {"ANTHROPIC_API_BASE", "http://h:2"}});
        QVERIFY(deployment);
        QCOMPARE(chatAddress(*deployment), std::string("http://h:2/v1/messages"));
        const wire::Headers sent = headers(*deployment, wire::Call(), {});
        QCOMPARE(sent.value("x-api-key"), std::string_view("sk-ant-x"));
        QCOMPARE(sent.value("anthropic-version"), std::string_view("2023-06-01"));
        QVERIFY(!sent.has("authorization"));
    }

    void aBaseMayHoldItsVersionOrBeTheWholeAddress()
    {
        QCOMPARE(chatAddress(*compiled("{model: anthropic/c, api_base: 'http://h/v1'}")), std::string("http://h/v1/messages"));
        QCOMPARE(chatAddress(*compiled("{model: anthropic/c, api_base: 'http://h/v1/messages'}")),
            std::string("http://h/v1/messages"));
        QCOMPARE(chatAddress(*compiled("{model: openai/c, api_base: 'http://h/v1/chat/completions'}")),
            std::string("http://h/v1/chat/completions"));
    }

    void anthropicsHeadersGoToAnthropicOnly()
    {
        wire::Call call;
        call.forward = {{"anthropic-beta", "a"}, {"x-mine", "1"}};
        const wire::Headers toOpenAi = headers(*compiled("{model: openai/x, api_key: k, organization: org-1}"), call, {});
        QVERIFY(!toOpenAi.has("anthropic-beta"));
        QCOMPARE(toOpenAi.value("x-mine"), std::string_view("1"));
        QCOMPARE(toOpenAi.value("openai-organization"), std::string_view("org-1"));
        QCOMPARE(toOpenAi.value("authorization"), std::string_view("Bearer k"));
        const wire::Headers toAnthropic = headers(*compiled("{model: anthropic/x, api_key: k}"), call, {{"anthropic-beta", "b"}});
        QCOMPARE(toAnthropic.value("anthropic-beta"), std::string_view("a,b"));
    }

    void whatIsNotServedIsSaid()
    {
        QVERIFY(compiled("{model: watsonx/x}").error().message.find("does not serve it yet") != std::string::npos);
        QVERIFY(compiled("{model: frobnicate}").error().message.find("LLM Provider NOT provided") != std::string::npos);
        QVERIFY(compiled("{model: hosted_vllm/x}").error().message.find("api_base") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestProviders)
#include "tst_providers.moc"
