// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/cost.h"
#include "gateway/pipeline/reply_head.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

/// claude-sonnet-4-5, as in the recorded exchanges.
std::optional<Cost> claudeCost(const Usage &usage)
{
    Prices prices;
    prices.set({Charge::Input}, *priceFrom("3e-06"));
    prices.set({Charge::Output}, *priceFrom("1.5e-05"));
    prices.set({Charge::CachedRead}, *priceFrom("3e-07"));
    prices.set({Charge::CacheWrite}, *priceFrom("3.75e-06"));
    prices.set({Charge::CacheWrite1h}, *priceFrom("6e-06"));
    return catalogue::cost({usage}, prices);
}

/// The fields about cost, by what comes after "x-litellm-response-cost".
std::map<std::string, std::string> costFields(const wire::Head &head)
{
    constexpr std::string_view prefix = "x-litellm-response-cost";
    std::map<std::string, std::string> fields;
    for (const auto &[name, value] : head.headers) {
        if (name.starts_with(prefix))
            fields.emplace(name.substr(prefix.size()), value);
    }
    return fields;
}

using Fields = std::map<std::string, std::string>;

const Fields zeros {{"-original", "0.0"}, {"-discount-amount", "0.0"}, {"-margin-amount", "0.0"}, {"-margin-percent", "0.0"},
    {"-input", "0.0"}, {"-output", "0.0"}, {"-tool-usage", "0.0"}};

} // namespace

class TestReplyHead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerTellsWhatItCost()
    {
        Receipt receipt;
        receipt.cost = claudeCost({14, 8});
        const Fields expected {{"", "0.000162"}, {"-original", "0.000162"}, {"-discount-amount", "0.0"},
            {"-margin-amount", "0.0"}, {"-margin-percent", "0.0"}, {"-input", "4.2e-05"}, {"-output", "0.00012"},
            {"-tool-usage", "0.0"}};
        QVERIFY(costFields(answerHead({receipt}, false)) == expected);
    }

    void anAnswerTellsWhatItsCallerHasLeft()
    {
        const Receipt receipt;
        limits::Limits own;
        own.requests = 7;
        own.budget = Money {1500000000};
        const std::vector<limits::Margin> margins {{limits::Subject::Team, "requests", 9, 8},
            {limits::Subject::KeyModel, "tokens", 100, 40}, {limits::Subject::KeyModel, "tokens", 50, 1}};
        HeadFacts facts {receipt};
        facts.limits = {Money {97500}, &own, &margins, "openai/gpt:4"};
        const wire::Headers headers = answerHead(facts, false).headers;
        QCOMPARE(headers.value("x-litellm-key-spend"), std::string_view("9.75e-05"));
        QCOMPARE(headers.value("x-litellm-key-rpm-limit"), std::string_view("7"));
        QCOMPARE(headers.value("x-litellm-key-max-budget"), std::string_view("1.5"));
        QVERIFY(!headers.has("x-litellm-key-tpm-limit"));
        QCOMPARE(headers.value("x-ratelimit-team-remaining-requests"), std::string_view("8"));
        QCOMPARE(headers.value("x-ratelimit-team-limit-requests"), std::string_view("9"));
        QCOMPARE(headers.value("x-ratelimit-model_per_key-remaining-tokens"), std::string_view("40"));
        QCOMPARE(headers.value("x-litellm-key-remaining-tokens-openai-gpt-4"), std::string_view("40"));
    }

    void nobodysAnswerTellsNothingOfLimits()
    {
        const wire::Headers headers = answerHead({Receipt {}}, false).headers;
        for (const auto &[name, value] : headers)
            QVERIFY(!name.starts_with("x-litellm-key") && !name.starts_with("x-ratelimit"));
    }

    void anAnswerThatAnotherRequestGotTooCostsNothingAndSaysSo()
    {
        Receipt receipt;
        receipt.cost = Cost {};
        QVERIFY(!answerHead({receipt}, false).headers.has("x-gatehouse-coalesced"));
        receipt.isShared = true;
        const wire::Head head = answerHead({receipt}, false);
        QCOMPARE(head.headers.value("x-gatehouse-coalesced"), std::string_view("true"));
        QCOMPARE(head.headers.value("x-litellm-response-cost"), std::string_view("0.0"));
    }

    void thePartsOfTheCacheAndOfReasoningAreToldWhereThereAreAny()
    {
        Receipt receipt;
        Usage usage;
        usage.input = 265;
        usage.output = 8;
        usage.cachedRead = 200;
        usage.cacheWrite = usage.cacheWrite5m = 62;
        usage.reasoning = 2;
        receipt.cost = claudeCost(usage);
        const Fields fields = costFields(answerHead({receipt}, false));
        QCOMPARE(fields.at(""), std::string("0.0004215")); // as recorded, chat/anthropic-cache-control
        QCOMPARE(fields.at("-input"), std::string("9e-06"));
        QCOMPARE(fields.at("-cache-read"), std::string("6e-05"));
        QCOMPARE(fields.at("-cache-creation"), std::string("0.0002325"));
        QCOMPARE(fields.at("-output"), std::string("0.00012"));
        QCOMPARE(fields.at("-reasoning"), std::string("3e-05"));
    }

    void aCostThatIsNotKnownIsNotTold() { QVERIFY(costFields(answerHead({Receipt {}}, false)).empty()); }

    void aStreamsHeadHasLiteLlmsZerosAndNoTotal()
    {
        Receipt receipt;
        QVERIFY(costFields(answerHead({receipt}, true)) == zeros);
        receipt.cost = claudeCost({14, 8});
        QVERIFY(costFields(answerHead({receipt}, true)) == zeros);
    }

    void whatTheProviderSaidIsPassedOnUnderItsOwnName()
    {
        const Receipt receipt;
        const wire::Headers said {{"X-Request-ID", "r-1"}, {"Set-Cookie", "a=b"}, {"X-RateLimit-Remaining-Requests", "7"},
            {"Anthropic-RateLimit-Tokens-Limit", "9"}, {"llm_provider-via", "another gateway"}, {"Via", "1.1 edge"}};
        const wire::Headers told = answerHead({receipt, nullptr, {}, &said}, false).headers;
        QCOMPARE(std::string(told.value("llm_provider-x-request-id")), std::string("r-1"));
        QVERIFY(!told.has("llm_provider-set-cookie"));
        QCOMPARE(std::string(told.value("x-ratelimit-remaining-requests")), std::string("7"));
        QCOMPARE(std::string(told.value("llm_provider-x-ratelimit-remaining-requests")), std::string("7"));
        QCOMPARE(std::string(told.value("x-ratelimit-limit-tokens")), std::string("9"));
        QCOMPARE(std::string(told.value("llm_provider-via")), std::string("another gateway"));
        QVERIFY(!told.has("llm_provider-llm_provider-via"));
        const auto isLower = [](const auto &field) { return field.name == wire::lowered(field.name); };
        QVERIFY(std::all_of(told.begin(), told.end(), isLower));
    }

    void anErrorOfACallCostsNothing()
    {
        Receipt receipt;
        const Error error {Fault::RateLimit, "slower"};
        QVERIFY(costFields(errorHead({receipt}, error, {})).empty()); // it was not even read
        receipt.model = "gpt";
        QVERIFY(costFields(errorHead({receipt}, error, {})) == (Fields {{"", "0"}}));
    }

    void aLimitOfOurOwnIsToldInTheHead()
    {
        Receipt receipt;
        Error error {Fault::RateLimit, "slower"};
        QVERIFY(!errorHead({receipt}, error, {}).headers.has("rate_limit_type"));
        error.retryAfter = std::chrono::milliseconds(30001);
        error.limit = LimitNote {"requests", "2027-01-15 08:00:00 UTC"};
        const wire::Headers headers = errorHead({receipt}, error, {}).headers;
        QCOMPARE(headers.value("rate_limit_type"), std::string("requests"));
        QCOMPARE(headers.value("reset_at"), std::string("2027-01-15 08:00:00 UTC"));
        QCOMPARE(headers.value("retry-after"), std::string("31"));
        error.limit->resetAt.clear(); // it never begins anew
        QVERIFY(!errorHead({receipt}, error, {}).headers.has("reset_at"));
    }
};

QTEST_GUILESS_MAIN(TestReplyHead)
#include "tst_reply_head.moc"
