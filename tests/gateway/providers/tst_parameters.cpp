// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/parameters.h"
#include "gateway/providers/titles.h"

#include <QTest>

#include <map>
#include <set>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

config::Environment with(std::map<std::string, std::string> variables)
{
    return [variables = std::move(variables)](const std::string &name) -> std::optional<std::string> {
        const auto known = variables.find(name);
        return known == variables.end() ? std::nullopt : std::optional(known->second);
    };
}

std::string shape(const char *provider)
{
    std::string text;
    for (const Parameter &each : parameters(*find(provider)))
        text += std::string(each.name) + (each.isSecret ? "*" : "") + (each.isRequired ? "!" : "") + " ";
    return text;
}

std::string variantOf(const char *provider)
{
    const Provider *original = providers::variantOf(*find(provider));
    return original ? std::string(original->name) : std::string();
}

} // namespace

class TestParameters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFormHasWhatReachesTheProvider()
    {
        QCOMPARE(shape("openai"), std::string("api_key*! api_base "));
        QCOMPARE(shape("ollama"), std::string("api_key* api_base "));
        QCOMPARE(shape("hosted_vllm"), std::string("api_key* api_base! "));
        QCOMPARE(shape("databricks"), std::string("api_key*! api_base! "));
        QCOMPARE(shape("cloudflare"), std::string("api_key*! api_base ! "));
        QVERIFY(shape("bedrock").starts_with("aws_access_key_id aws_secret_access_key* aws_session_token* aws_region_name "));
        QVERIFY(shape("vertex_ai").starts_with("vertex_project vertex_location vertex_credentials* "));
        QVERIFY(shape("azure").starts_with("api_key* api_base! api_version "));
    }

    void theFirstVariableThatSaysSomethingCounts()
    {
        QCOMPARE(foundVariable("A|B|C", with({{"A", ""}, {"B", "x"}, {"C", "y"}})), std::string("B"));
        QCOMPARE(foundVariable("A|B", with({})), std::string());
        QCOMPARE(foundVariable("", with({{"", "x"}})), std::string());
    }

    void readyIsWhoseKeyIsThere()
    {
        QVERIFY(isReady(*find("openai"), with({{"OPENAI_API_KEY", "k"}})));
        QVERIFY(!isReady(*find("openai"), with({})));
        QVERIFY(isReady(*find("ollama"), with({})));
        QVERIFY(!isReady(*find("cloudflare"), with({{"CLOUDFLARE_API_KEY", "k"}})));
        QVERIFY(isReady(*find("cloudflare"), with({{"CLOUDFLARE_API_KEY", "k"}, {"CLOUDFLARE_ACCOUNT_ID", "a"}})));
        QVERIFY(!isReady(*find("azure"), with({{"AZURE_API_KEY", "k"}})));
        QVERIFY(isReady(*find("azure"), with({{"AZURE_API_KEY", "k"}, {"AZURE_API_BASE", "https://r"}})));
        QVERIFY(!isReady(*find("azure"), with({{"AZURE_API_BASE", "https://r"}})));
        QVERIFY(isReady(*find("bedrock"), with({{"AWS_PROFILE", "work"}})));
        QVERIFY(!isReady(*find("bedrock"), with({{"AWS_REGION", "eu-west-1"}})));
    }

    void waysOfAskingTheSameAreVariants()
    {
        QCOMPARE(variantOf("openai"), std::string());
        QCOMPARE(variantOf("text-completion-openai"), std::string("openai"));
        QCOMPARE(variantOf("cohere_chat"), std::string("cohere"));
        QCOMPARE(variantOf("ollama_chat"), std::string("ollama"));
        QCOMPARE(variantOf("openai_like"), std::string());
        QCOMPARE(variantOf("custom_openai"), std::string("openai_like"));
        QCOMPARE(variantOf("aiohttp_openai"), std::string("openai_like"));
    }

    void whatIsOnesOwnNeedsNoKey()
    {
        QVERIFY(isLocal(*find("ollama")) && isLocal(*find("lm_studio")) && isLocal(*find("hosted_vllm")));
        QVERIFY(!isLocal(*find("openai")) && !isLocal(*find("azure")) && !isLocal(*find("bedrock")));
        QVERIFY(needsKey(*find("openai")) && needsKey(*find("azure")) && !needsKey(*find("ollama")));
    }

    void theOperationsOfAFormAreThoseOfTheTable()
    {
        QCOMPARE(operationsIn(*find("anthropic")), (std::vector {Operation::Chat, Operation::CountTokens}));
        QVERIFY(operationsIn(*find("replicate")).empty());
    }

    void noTwoCardsHaveOneTitle()
    {
        std::set<std::string> titles;
        for (const Provider &row : table()) {
            if (!row.operations.empty() && !providers::variantOf(row) && row.name != "vllm" && row.name != "bedrock_mantle")
                QVERIFY2(titles.insert(shownTitle(row)).second, shownTitle(row).c_str());
        }
        QCOMPARE(shownTitle(*find("lm_studio")), std::string("LM Studio"));
        QCOMPARE(shownTitle(*find("groq")), std::string("Groq"));
    }
};

QTEST_GUILESS_MAIN(TestParameters)
#include "tst_parameters.moc"
