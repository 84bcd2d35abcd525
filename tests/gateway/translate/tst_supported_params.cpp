// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/supported_params.h"

#include "views.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using gatehouse::translate::supportedParams;

namespace {

bool takes(const ProviderTraits &provider, const char *model, const char *name)
{
    Deployment deployment;
    deployment.provider = provider;
    const auto names = supportedParams(deployment, model, Operation::Chat);
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

class TestSupportedParams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAModelRefusesIsNotListed()
    {
        QVERIFY(takes(fixtures::openAi(), "gpt-4o", "temperature"));
        QVERIFY(takes(fixtures::openAi(), "gpt-4o", "logit_bias"));
        QVERIFY(!takes(fixtures::openAi(), "gpt-4o", "reasoning_effort"));
        QVERIFY(takes(fixtures::openAi(), "o3-mini", "reasoning_effort"));
        QVERIFY(!takes(fixtures::openAi(), "o3-mini", "top_p"));
        QVERIFY(takes(fixtures::anthropic(), "claude-sonnet-4-5-20250929", "thinking"));
        QVERIFY(!takes(fixtures::anthropic(), "claude-sonnet-4-5-20250929", "seed"));
        QVERIFY(!takes(fixtures::anthropic(), "claude-sonnet-4-5-20250929", "functions"));
    }

    void ofAnUnknownModelOnlyWhatEveryOneTakesIsListed()
    {
        for (const char *name : {"user", "verbosity", "thinking", "reasoning_effort"}) {
            QVERIFY(!takes(fixtures::openAi(), "my-own-model", name));
            QVERIFY(takes(fixtures::compatible("vllm"), "my-own-model", name));
        }
        QVERIFY(takes(fixtures::openAi(), "my-own-model", "top_logprobs"));
        QVERIFY(takes(fixtures::openAi(), "gpt-4o", "user"));
    }

    void whatIsSilentlyLeftOutIsNotListed()
    {
        ProviderTraits groq = fixtures::compatible("groq");
        QVERIFY(takes(groq, "llama", "user"));
        groq.quirks = {Quirk::NoUser};
        QVERIFY(!takes(groq, "llama", "user"));
    }

    void whatTheRowOfAProviderTakesIsListed()
    {
        ProviderTraits provider = fixtures::compatible("perplexity");
        provider.takes = "temperature top_p";
        QVERIFY(takes(provider, "sonar", "top_p"));
        QVERIFY(!takes(provider, "sonar", "seed"));
        QVERIFY(takes(provider, "sonar", "stream"));
    }

    void embeddingsHaveParametersOfTheirOwn()
    {
        const Deployment deployment;
        const auto names = supportedParams(deployment, "any", Operation::Embedding);
        QVERIFY(std::find(names.begin(), names.end(), "dimensions") != names.end());
        QVERIFY(std::find(names.begin(), names.end(), "temperature") == names.end());
    }
};

QTEST_APPLESS_MAIN(TestSupportedParams)
#include "tst_supported_params.moc"
