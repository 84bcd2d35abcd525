// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/compile.h"
#include "gateway/providers/listing.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

Deployment deployment(const std::string &params)
{
    const auto none = [](const std::string &) { return std::optional<std::string>(); };
    const auto config = config::parse("model_list:\n  - model_name: g\n    litellm_params: " + params + "\n", "test.yaml", none);
    auto compiled = compile(config.models().front(), none);
    return compiled ? std::move(*compiled) : Deployment();
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyProviderIsAskedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("url");
        const auto add = [](const char *name, const char *params, const char *url) {
            QTest::newRow(name) << QByteArray(params) << QByteArray(url);
        };
        add("openai", "{model: openai/x}", "https://api.openai.com/v1/models");
        add("openai, the whole", "{model: openai/x, api_base: 'http://h/v1/chat/completions'}", "http://h/v1/models");
        add("groq", "{model: groq/x}", "https://api.groq.com/openai/v1/models");
        add("anthropic", "{model: anthropic/x}", "https://api.anthropic.com/v1/models?limit=1000");
        add("anthropic, its version", "{model: anthropic/x, api_base: 'http://h/v1'}", "http://h/v1/models?limit=1000");
        add("gemini", "{model: gemini/x}", "https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000");
        add("gemini, a host", "{model: gemini/x, api_base: 'http://h'}", "http://h/v1beta/models?pageSize=1000");
        add("ollama", "{model: ollama/x}", "http://localhost:11434/api/tags");
        add("ollama, as OpenAI", "{model: ollama_chat/x, api_base: 'http://h:1/v1'}", "http://h:1/api/tags");
        add("cohere", "{model: cohere/x}", "https://api.cohere.com/v1/models?page_size=1000");
        add("bedrock", "{model: bedrock/x, aws_region_name: eu-west-1, aws_access_key_id: a, aws_secret_access_key: s}",
            "https://bedrock.eu-west-1.amazonaws.com/foundation-models");
        add("deepseek", "{model: deepseek/x}", "https://api.deepseek.com/models");
        add("github", "{model: github/x}", "https://models.inference.ai.azure.com/models");
    }
    void everyProviderIsAskedAtItsPlace()
    {
        QFETCH(QByteArray, params);
        QTEST(QByteArray::fromStdString(listing(deployment(params.toStdString())).url), "url");
    }

    void theKeyTravelsAsInCalls()
    {
        const auto openai = listingHeaders(deployment("{model: openai/x, api_key: sk-1}"));
        QCOMPARE(openai.value("authorization"), std::string("Bearer sk-1"));
        QVERIFY(!openai.has("content-type"));
        const auto anthropic = listingHeaders(deployment("{model: anthropic/x, api_key: sk-2}"));
        QCOMPARE(anthropic.value("x-api-key"), std::string("sk-2"));
        QVERIFY(anthropic.has("anthropic-version"));
        QCOMPARE(listingHeaders(deployment("{model: gemini/x, api_key: k}")).value("x-goog-api-key"), std::string("k"));
    }

    void whoHasNoListIsKnown()
    {
        QVERIFY(listsModels(*find("openrouter")));
        QVERIFY(!listsModels(*find("azure")));
        QVERIFY(!listsModels(*find("vertex_ai")));
        QVERIFY(!listsModels(*find("replicate")));
    }

    void everyRowThatHasAListHasAnAddress()
    {
        for (const Provider &row : table()) {
            if (!listsModels(row))
                continue;
            const std::string params = "{model: '" + std::string(row.name) + "/x', api_base: 'http://h/base'}";
            const std::string url = listing(deployment(params)).url;
            QVERIFY2(url.starts_with("http://h/"), (std::string(row.name) + ": " + url).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
