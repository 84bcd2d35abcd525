// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/describe.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::catalogue;

namespace {

Catalogue sample()
{
    const auto entries = entriesFrom(R"({
        "gpt-4o": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 128000, "max_output_tokens": 16384,
            "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1.25e-06,
            "supports_vision": true},
        "azure/gpt-4o": {"litellm_provider": "azure", "max_output_tokens": 16000, "input_cost_per_token": 2e-06}})");
    return Catalogue(*entries);
}

struct Described {
    Deployment deployment;
    std::vector<config::Diagnostic> complaints;
};

Described described(const std::string &group, const std::string &model, const std::string &rest)
{
    Described result;
    result.deployment.group = group;
    result.deployment.provider.name = model.substr(0, model.find('/'));
    result.deployment.model = model.substr(model.find('/') + 1);
    const auto config = config::parse(
        "model_list:\n  - model_name: \"" + group + "\"\n    litellm_params:\n      model: \"" + model + "\"\n" + rest + "\n",
        "test.yaml", [](const std::string &) { return std::nullopt; });
    result.complaints = describe(result.deployment, config.models().front(), sample());
    return result;
}

std::int64_t price(const Deployment &deployment, Charge charge)
{
    const auto price = deployment.prices.find({charge});
    return price ? price->femtoDollars : -1;
}

} // namespace

class TestDescribe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeploymentKnowsWhatTheTableKnows()
    {
        const Deployment deployment = described("g", "openai/gpt-4o", "").deployment;
        QCOMPARE(deployment.maxOutputTokens, 16384);
        QCOMPARE(deployment.facts.maxInputTokens, 128000);
        QCOMPARE(deployment.facts.mode, std::string("chat"));
        QCOMPARE(deployment.facts.supports(Capability::Vision), std::optional(true));
        QCOMPARE(price(deployment, Charge::Input), 2'500'000'000);
    }

    void anUnknownModelIsJustUnknown()
    {
        const Deployment deployment = described("g", "openai/mine", "").deployment;
        QCOMPARE(deployment.maxOutputTokens, 0);
        QVERIFY(deployment.prices.empty());
    }

    void whatTheOwnerSaysCounts()
    {
        const Deployment deployment =
            described("g", "openai/gpt-4o", "    model_info: {max_output_tokens: 500, supports_vision: false, mode: responses}")
                .deployment;
        QCOMPARE(deployment.maxOutputTokens, 500);
        QCOMPARE(deployment.facts.maxInputTokens, 128000);
        QCOMPARE(deployment.facts.mode, std::string("responses"));
        QCOMPARE(deployment.facts.supports(Capability::Vision), std::optional(false));
        QCOMPARE(price(deployment, Charge::Input), 2'500'000'000);
    }

    void aPriceOfOnesOwnStandsAlone()
    {
        const Deployment deployment =
            described("g", "openai/gpt-4o", "      input_cost_per_token: 0.001\n      output_cost_per_token: 2e-3").deployment;
        QCOMPARE(price(deployment, Charge::Input), 1'000'000'000'000);
        QCOMPARE(price(deployment, Charge::Output), 2'000'000'000'000);
        QCOMPARE(price(deployment, Charge::CachedRead), -1); // the table's would be cheaper by a thousand times than it is
    }

    void aSpecialPriceReplacesJustThatOne()
    {
        const Deployment deployment =
            described("g", "openai/gpt-4o", "    model_info: {cache_read_input_token_cost: 1e-06}").deployment;
        QCOMPARE(price(deployment, Charge::Input), 2'500'000'000);
        QCOMPARE(price(deployment, Charge::CachedRead), 1'000'000'000);
    }

    void pricesMayComeInBands()
    {
        const Deployment deployment = described("g", "openai/mine",
            "      tiered_pricing:\n"
            "        - {range: [0, 32000], input_cost_per_token: 1e-06}\n"
            "        - {range: [32000, 64000], input_cost_per_token: 2e-06}")
                                          .deployment;
        QCOMPARE(price(deployment, Charge::Input), 1'000'000'000);
        QCOMPARE(deployment.prices.find({Charge::Input, ServiceTier::Standard, 32'000})->femtoDollars, 2'000'000'000);
    }

    void theBaseModelIsLookedUpInsteadOfTheName()
    {
        const char *base = "    model_info: {base_model: azure/gpt-4o}";
        QCOMPARE(described("g", "azure/my-deployment", base).deployment.maxOutputTokens, 16000);
        QCOMPARE(described("g", "azure/my-deployment", "    model_info: {base_model: gpt-4o}").deployment.maxOutputTokens, 16384);
        QCOMPARE(described("g", "azure/gpt-4o", "    model_info: {base_model: nothing}").deployment.maxOutputTokens, 0);
    }

    void whatIsNoPriceIsSaid()
    {
        const auto result = described("g", "openai/gpt-4o", "      input_cost_per_token_flex: -3");
        QCOMPARE(result.complaints.size(), std::size_t(1));
        QVERIFY(result.complaints.front().message.find("input_cost_per_token_flex") != std::string::npos);
        QCOMPARE(result.complaints.front().where.line, 5);
        QCOMPARE(price(result.deployment, Charge::Input), 2'500'000'000);
    }

    void aWildcardIsCompletedWhenItsModelIsKnown()
    {
        const Deployment wildcard = described("openai/*", "openai/*", "    model_info: {max_input_tokens: 1000}").deployment;
        QCOMPARE(wildcard.maxOutputTokens, 0);
        const Deployment filled = concrete(wildcard, "gpt-4o", sample());
        QCOMPARE(filled.maxOutputTokens, 16384);
        QCOMPARE(filled.facts.maxInputTokens, 1000);
        QCOMPARE(price(filled, Charge::Input), 2'500'000'000);
        QCOMPARE(concrete(wildcard, "mine", sample()).maxOutputTokens, 0);
    }
};

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
