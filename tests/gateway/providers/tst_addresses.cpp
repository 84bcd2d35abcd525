// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address.h"
#include "gateway/providers/compile.h"
#include "gateway/providers/table.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

Result<Deployment> compiled(const std::string &params, std::map<std::string, std::string> variables = {})
{
    const config::Environment environment = [variables](const std::string &name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    const auto config =
        config::parse("model_list:\n  - model_name: g\n    litellm_params: " + params + "\n", "test.yaml", environment);
    return compile(config.models().front(), environment);
}

} // namespace

class TestAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyErrandHasItsAddress_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<int>("dialect");
        QTest::addColumn<int>("operation");
        QTest::addColumn<QByteArray>("url");
        const auto add = [](const char *name, const char *params, Dialect dialect, Operation operation, const char *url) {
            QTest::newRow(name) << QByteArray(params) << int(dialect) << int(operation) << QByteArray(url);
        };
        const auto chat = Dialect::OpenAiChat, messages = Dialect::AnthropicMessages, responses = Dialect::OpenAiResponses;
        add("groq", "{model: groq/x}", chat, Operation::Chat, "https://api.groq.com/openai/v1/chat/completions");
        const auto cohere = Dialect::CohereChat, ollama = Dialect::OllamaChat;
        add("cohere", "{model: cohere_chat/c}", cohere, Operation::Chat, "https://api.cohere.com/v2/chat");
        add("cohere, its version", "{model: cohere/c, api_base: 'http://h/v1/'}", cohere, Operation::Chat, "http://h/v2/chat");
        add("cohere, the whole", "{model: cohere/c, api_base: 'http://h/v2/embed'}", cohere, Operation::Embedding,
            "http://h/v2/embed");
        add("cohere, another's", "{model: cohere/c, api_base: 'http://h/v2/chat'}", cohere, Operation::Rerank,
            "http://h/v2/rerank");
        add("ollama", "{model: ollama_chat/l}", ollama, Operation::Chat, "http://localhost:11434/api/chat");
        add("ollama, the whole", "{model: ollama/l, api_base: 'http://h/api/generate'}", ollama, Operation::Chat,
            "http://h/api/chat");
        add("ollama embeds", "{model: ollama/l, api_base: 'http://h:1/'}", ollama, Operation::Embedding, "http://h:1/api/embed");
        add("embeddings", "{model: openai/x}", chat, Operation::Embedding, "https://api.openai.com/v1/embeddings");
        add("azure", "{model: azure/dep, api_base: 'http://h/'}", chat, Operation::Chat,
            "http://h/openai/deployments/dep/chat/completions?api-version=2025-02-01-preview");
        add("azure, another version", "{model: azure/dep, api_base: 'http://h', api_version: 2024-10-21}", chat,
            Operation::Embedding, "http://h/openai/deployments/dep/embeddings?api-version=2024-10-21");
        add("azure, versionless", "{model: azure/dep, api_base: 'http://h/openai/v1', api_version: v1}", chat, Operation::Chat,
            "http://h/openai/v1/chat/completions");
        add("azure, rules named", "{model: azure/o_series/dep, api_base: 'http://h'}", chat, Operation::Chat,
            "http://h/openai/deployments/dep/chat/completions?api-version=2025-02-01-preview");
        add("azure, responses", "{model: azure/dep, api_base: 'http://h'}", responses, Operation::Chat,
            "http://h/openai/responses?api-version=2025-02-01-preview");
        add("azure ai", "{model: azure_ai/m, api_base: 'https://r.services.ai.azure.com'}", chat, Operation::Chat,
            "https://r.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview");
        add("azure ai, serverless", "{model: azure_ai/m, api_base: 'http://h'}", chat, Operation::Chat,
            "http://h/v1/chat/completions");
        add("azure ai, claude", "{model: azure_ai/claude, api_base: 'https://r.services.ai.azure.com'}", messages,
            Operation::Chat, "https://r.services.ai.azure.com/anthropic/v1/messages");
        add("baseten", "{model: baseten/openai/gpt-oss}", chat, Operation::Chat,
            "https://inference.baseten.co/v1/chat/completions");
        add("baseten, own host", "{model: baseten/abcd1234}", chat, Operation::Chat,
            "https://model-abcd1234.api.baseten.co/environments/production/sync/v1/chat/completions");
        add("minimax, messages", "{model: minimax/m}", messages, Operation::Chat, "https://api.minimax.io/anthropic/v1/messages");
    }
    void everyErrandHasItsAddress()
    {
        QFETCH(QByteArray, params);
        QFETCH(int, dialect);
        QFETCH(int, operation);
        QFETCH(QByteArray, url);
        const auto deployment = compiled(params.toStdString());
        QVERIFY2(deployment, deployment ? "" : deployment.error().message.c_str());
        QCOMPARE(address(*deployment, {Dialect(dialect), Operation(operation), deployment->model}), url.toStdString());
    }

    void googlesAddressesNameTheModel_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<int>("operation");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<QByteArray>("url");
        const auto add = [](const char *name, const char *params, const char *url, Operation operation = Operation::Chat,
                             bool stream = false) {
            QTest::newRow(name) << QByteArray(params) << int(operation) << stream << QByteArray(url);
        };
        const auto chat = Operation::Chat, embedding = Operation::Embedding, count = Operation::CountTokens;
        add("gemini", "{model: gemini/g}", "https://generativelanguage.googleapis.com/v1beta/models/g:generateContent");
        add("a stream", "{model: gemini/g}",
            "https://generativelanguage.googleapis.com/v1beta/models/g:streamGenerateContent?alt=sse", chat, true);
        add("embeddings", "{model: gemini/e, api_base: 'http://h/p/v1/'}", "http://h/p/v1/models/e:batchEmbedContents",
            embedding);
        add("tokens", "{model: gemini/models/g, api_base: 'http://h'}", "http://h/v1beta/models/g:countTokens", count);
        add("the whole", "{model: gemini/g, api_base: 'http://h/v1/models/x:generateContent'}",
            "http://h/v1/models/g:generateContent");
        add("tuned", "{model: gemini/tunedModels/t}",
            "https://generativelanguage.googleapis.com/v1beta/tunedModels/t:generateContent");
        add("no way out", "{model: 'gemini/../../x?key=1#', api_base: 'http://h/v1'}",
            "http://h/v1/models/..%2F..%2Fx%3Fkey%3D1%23:generateContent");
        add("vertex", "{model: vertex_ai/g, vertex_project: p}",
            "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/"
            "g:generateContent");
        add("vertex, beta, everywhere", "{model: vertex_ai_beta/g, vertex_project: p, vertex_location: global}",
            "https://aiplatform.googleapis.com/v1beta1/projects/p/locations/global/publishers/google/models/"
            "g:streamGenerateContent?alt=sse",
            chat, true);
        add("vertex, of more than one region", "{model: vertex_ai/g, vertex_project: p, vertex_location: eu}",
            "https://aiplatform.eu.rep.googleapis.com/v1/projects/p/locations/eu/publishers/google/models/g:predict", embedding);
        add("vertex, an endpoint", "{model: vertex_ai/123, vertex_project: p, api_base: 'http://h'}",
            "http://h/v1/projects/p/locations/us-central1/endpoints/123:generateContent");
        add("vertex, up to the version", "{model: vertex_ai/g, vertex_project: p, api_base: 'http://h/v1beta1'}",
            "http://h/v1beta1/projects/p/locations/us-central1/publishers/google/models/g:countTokens", count);
        add("vertex, up to the location", "{model: vertex_ai/g, api_base: 'http://h/v1/projects/q/locations/l'}",
            "http://h/v1/projects/q/locations/l/publishers/google/models/g:generateContent");
        add("vertex, Claude", "{model: vertex_ai/claude-sonnet-4-5@20250929, vertex_project: p, vertex_location: us-east5}",
            "https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/publishers/anthropic/models/"
            "claude-sonnet-4-5@20250929:streamRawPredict",
            chat, true);
        add("vertex, Llama",
            "{model: vertex_ai/meta/llama-4-maverick-17b-128e-instruct-maas, vertex_project: p, api_base: 'http://h'}",
            "http://h/v1/projects/p/locations/us-central1/endpoints/openapi/chat/completions");
        add("vertex, up to the model", "{model: vertex_ai/g, api_base: 'http://h/v1/publishers/google/models/m:predict'}",
            "http://h/v1/publishers/google/models/m:streamGenerateContent?alt=sse", chat, true);
    }
    void googlesAddressesNameTheModel()
    {
        QFETCH(QByteArray, params);
        QFETCH(int, operation);
        QFETCH(bool, stream);
        QFETCH(QByteArray, url);
        const auto deployment = compiled(params.toStdString());
        QVERIFY2(deployment, deployment ? "" : deployment.error().message.c_str());
        wire::Call call;
        call.operation = Operation(operation);
        const Dialect dialect = dialectsFor(*deployment, call).preferred;
        QCOMPARE(address(*deployment, {dialect, Operation(operation), deployment->model, stream}), url.toStdString());
    }

    void aBaseMayNeedTheEnvironment()
    {
        const auto missing = compiled("{model: cloudflare/m}");
        QVERIFY(!missing);
        QVERIFY(missing.error().message.find("CLOUDFLARE_ACCOUNT_ID") != std::string::npos);
        QCOMPARE(compiled("{model: cloudflare/m}", {{"CLOUDFLARE_ACCOUNT_ID", "acc"}})->apiBase,
            std::string("https://api.cloudflare.com/client/v4/accounts/acc/ai/v1"));
    }

    void aProvidersOwnHeadersAreSentAndMayBeOverridden()
    {
        const auto plain = compiled("{model: openrouter/m, api_key: k}");
        QCOMPARE(headers(*plain, wire::Call(), {}).value("x-title"), std::string_view("Gatehouse"));
        QVERIFY(!headers(*plain, wire::Call(), {}).has("http-referer"));
        const auto own = compiled("{model: openrouter/m, extra_headers: {x-title: mine}}", {{"OR_SITE_URL", "https://me"}});
        QCOMPARE(headers(*own, wire::Call(), {}).value("x-title"), std::string_view("mine"));
        QCOMPARE(headers(*own, wire::Call(), {}).value("http-referer"), std::string_view("https://me"));
    }

    void eachKeyTravelsItsWay()
    {
        const auto sent = [](const char *params) { return headers(*compiled(params), wire::Call(), {}); };
        QCOMPARE(sent("{model: azure/d, api_base: 'http://h', api_key: k}").value("api-key"), std::string_view("k"));
        QCOMPARE(sent("{model: sarvam/d, api_key: k}").value("api-subscription-key"), std::string_view("k"));
        QCOMPARE(sent("{model: gemini/d, api_key: k}").value("x-goog-api-key"), std::string_view("k"));
        QCOMPARE(sent("{model: groq/d, api_key: k}").value("authorization"), std::string_view("Bearer k"));
    }

    void aKnownAddressFindsItsProvider()
    {
        QCOMPARE(resolve("llama", {}, "https://api.groq.com/openai/v1/").providerName, std::string("groq"));
        QCOMPARE(resolve("llama", {}, "http://10.0.0.1:8000/v1").providerName, std::string("openai"));
    }

    void thereAreAHundredProviders()
    {
        const auto served =
            std::count_if(table().begin(), table().end(), [](const Provider &row) { return !row.operations.empty(); });
        QVERIFY(table().size() >= 130);
        QVERIFY(served >= 95);
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
