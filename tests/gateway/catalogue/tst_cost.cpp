// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/cost.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::catalogue;

namespace {

Price perMillion(double dollars)
{
    return {std::int64_t(dollars * 1e9)};
}

Prices claude()
{
    Prices prices;
    prices.set({Charge::Input}, perMillion(3));
    prices.set({Charge::Output}, perMillion(15));
    prices.set({Charge::CachedRead}, perMillion(0.3));
    prices.set({Charge::CacheWrite}, perMillion(3.75));
    prices.set({Charge::CacheWrite1h}, perMillion(6));
    prices.set({Charge::Input, ServiceTier::Standard, 200'000}, perMillion(6));
    prices.set({Charge::Output, ServiceTier::Standard, 200'000}, perMillion(22.5));
    return prices;
}

Consumption tokens(std::int64_t input, std::int64_t output)
{
    Consumption consumption;
    consumption.usage.input = input;
    consumption.usage.output = output;
    return consumption;
}

std::int64_t total(const Consumption &consumption, const Prices &prices)
{
    return cost(consumption, prices)->total.nanoDollars;
}

} // namespace

class TestCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokensCostTheirPrice()
    {
        // As LiteLLM told it in the captures: 14 tokens in and 8 out of claude-sonnet-4-5.
        const auto bill = cost(tokens(14, 8), claude());
        QCOMPARE(dollars(bill->total), std::string("0.000162"));
        QCOMPARE(dollars(bill->of({Charge::Input})), std::string("4.2e-05"));
        QCOMPARE(dollars(bill->of({Charge::Output})), std::string("0.00012"));
    }

    void withoutAPriceNothingIsKnown() { QVERIFY(!cost(tokens(14, 8), {})); }

    void aModelThatIsFreeCostsNothing()
    {
        Prices prices;
        prices.set({Charge::Input}, {0});
        QCOMPARE(total(tokens(14, 8), prices), 0);
    }

    void eachPartOfThePromptHasItsPrice()
    {
        Consumption consumption = tokens(1000, 0);
        consumption.usage.cachedRead = 500;
        consumption.usage.cacheWrite = 300;
        consumption.usage.cacheWrite1h = 100;
        const auto bill = cost(consumption, claude());
        QCOMPARE(bill->of({Charge::CachedRead}).nanoDollars, 500 * 300);
        QCOMPARE(bill->of({Charge::CacheWrite}).nanoDollars, 200 * 3750);
        QCOMPARE(bill->of({Charge::CacheWrite1h}).nanoDollars, 100 * 6000);
        QCOMPARE(bill->of({Charge::Input}).nanoDollars, 200 * 3000);
        QCOMPARE(bill->total.nanoDollars, 150'000 + 750'000 + 600'000 + 600'000);
    }

    void aPartWithoutAPriceCostsWhatItIsAPartOf()
    {
        Prices prices;
        prices.set({Charge::Input}, perMillion(2));
        prices.set({Charge::Output}, perMillion(8));
        Consumption consumption = tokens(100, 50);
        consumption.usage.cachedRead = 40;
        consumption.usage.cacheWrite = 20;
        consumption.usage.cacheWrite1h = 20;
        consumption.usage.audioInput = 10;
        consumption.usage.reasoning = 30;
        consumption.usage.audioOutput = 5;
        QCOMPARE(total(consumption, prices), 100 * 2000 + 50 * 8000);
    }

    void reasoningAndSoundHaveTheirOwnPrices()
    {
        Prices prices;
        prices.set({Charge::Input}, perMillion(1));
        prices.set({Charge::Output}, perMillion(2));
        prices.set({Charge::Reasoning}, perMillion(3));
        prices.set({Charge::AudioInput}, perMillion(4));
        prices.set({Charge::AudioOutput}, perMillion(5));
        Consumption consumption = tokens(10, 20);
        consumption.usage.audioInput = 4;
        consumption.usage.reasoning = 7;
        consumption.usage.audioOutput = 6;
        QCOMPARE(total(consumption, prices), 6 * 1000 + 4 * 4000 + 7 * 2000 + 7 * 3000 + 6 * 5000);
    }

    void aRepeatedReasoningPriceIsNoneOfItsOwn()
    {
        Prices prices = claude();
        prices.set({Charge::Reasoning}, perMillion(15));
        Consumption consumption = tokens(200'001, 10);
        consumption.usage.reasoning = 10;
        QCOMPARE(cost(consumption, prices)->lines.back().cost.nanoDollars, 10 * 22500);
    }

    void aModelOfImagesWritesImageTokens()
    {
        Prices prices;
        prices.set({Charge::Input}, perMillion(5));
        prices.set({Charge::ImageOutput}, perMillion(40));
        QCOMPARE(total(tokens(10, 1000), prices), 10 * 5000 + 1000 * 40'000);
    }

    void aLongPromptMakesEveryPartDearer()
    {
        Consumption consumption = tokens(200'001, 10);
        consumption.usage.cachedRead = 200'000; // the whole prompt decides, not what of it is new
        const auto bill = cost(consumption, claude());
        QCOMPARE(bill->aboveTokens, 200'000U);
        QCOMPARE(bill->of({Charge::Input}).nanoDollars, 6000);
        QCOMPARE(bill->of({Charge::Output}).nanoDollars, 10 * 22500);
        QCOMPARE(bill->of({Charge::CachedRead}).nanoDollars, 200'000 * 300); // no price of its own for this band
        QCOMPARE(total(tokens(200'000, 0), claude()), 200'000LL * 3000);
    }

    void aTierHasItsPrices()
    {
        Prices prices = claude();
        prices.set({Charge::Input, ServiceTier::Flex}, perMillion(1.5));
        Consumption consumption = tokens(100, 10);
        consumption.tier = serviceTier("flex");
        QCOMPARE(total(consumption, prices), 100 * 1500 + 10 * 15000);
        consumption.tier = serviceTier("batch");
        QCOMPARE(total(consumption, prices), 100 * 1500 + 10 * 7500);
        QCOMPARE(serviceTier("default"), ServiceTier::Standard);
    }

    void partsNeverExceedTheWhole()
    {
        Consumption consumption = tokens(10, 5);
        consumption.usage.cachedRead = 1'000'000;
        consumption.usage.cacheWrite = 1'000'000;
        consumption.usage.reasoning = -7;
        const auto bill = cost(consumption, claude());
        QCOMPARE(bill->total.nanoDollars, 10 * 300 + 5 * 15000);
    }

    void soundIsPaidByTheSecondOrByTokens()
    {
        Prices prices;
        prices.set({Charge::InputSeconds}, {100'000'000'000}); // 0.0001 $
        Consumption consumption;
        consumption.milliseconds = 90'500;
        QCOMPARE(total(consumption, prices), 9'050'000);
        prices.set({Charge::OutputSeconds}, {100'000'000'000}); // the same figure told twice is paid once
        QCOMPARE(total(consumption, prices), 9'050'000);
        prices.set({Charge::Input}, perMillion(2.5));
        consumption.usage.input = 100;
        QCOMPARE(total(consumption, prices), 250'000);
    }

    void imagesQueriesCharactersAndPagesAreCounted()
    {
        Prices prices;
        prices.set({Charge::OutputImages}, {40'000'000'000'000}); // 0.04 $
        prices.set({Charge::InputImages}, {1'000'000'000'000});
        prices.set({Charge::Queries}, {2'000'000'000'000});
        prices.set({Charge::InputCharacters}, {15'000'000'000});
        prices.set({Charge::Pages}, {1'000'000'000'000});
        prices.set({Charge::Requests}, {5'000'000'000'000});
        Consumption consumption;
        consumption.outputImages = 2;
        consumption.inputImages = 1;
        consumption.queries = 3;
        consumption.inputCharacters = 1000;
        consumption.pages = 4;
        QCOMPARE(total(consumption, prices), 80'000'000 + 1'000'000 + 6'000'000 + 15'000'000 + 4'000'000 + 5'000'000);
        QCOMPARE(cost(consumption, prices)->lines.size(), std::size_t(6));
    }
};

QTEST_GUILESS_MAIN(TestCost)
#include "tst_cost.moc"
