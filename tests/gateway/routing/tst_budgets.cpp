// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/budgets.h"

#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::routing;
using namespace std::chrono_literals;

namespace {

const Clock::Wall noon {std::chrono::hours(500000)};

BudgetRule rule(const char *limit, const char *period = "1d")
{
    return {*moneyFrom(limit), periodFrom(period), limit, period};
}

BudgetRules openAi(const char *limit, const char *period = "1d")
{
    BudgetRules rules;
    rules.providers["openai"] = rule(limit, period);
    return rules;
}

Money dollarsOf(const char *text)
{
    return *moneyFrom(text);
}

Deployment deployment(std::string id, std::string provider)
{
    Deployment result;
    result.id = std::move(id);
    result.group = "chat";
    result.provider.name = std::move(provider);
    result.litellmModel = result.provider.name + "/m";
    return result;
}

} // namespace

class TestBudgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatHasNoBudgetHasRoom()
    {
        Budgets budgets;
        budgets.spend("openai", "a", dollarsOf("1000"), noon);
        QVERIFY(budgets.hasRoom("openai", "a", noon));
        budgets.configure(openAi("1"));
        budgets.spend("openai", "a", dollarsOf("1000"), noon);
        QVERIFY(budgets.hasRoom("anthropic", "b", noon));
    }

    void aBudgetIsUsedUpWhenItsLimitIsSpent_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("spent");
        QTest::addColumn<bool>("hasRoom");
        QTest::newRow("nothing spent") << QByteArray("1") << QByteArray("0") << true;
        QTest::newRow("less") << QByteArray("1") << QByteArray("0.999999999") << true;
        QTest::newRow("all of it") << QByteArray("1") << QByteArray("1") << false;
        QTest::newRow("more") << QByteArray("1") << QByteArray("10") << false;
        QTest::newRow("a limit of nothing") << QByteArray("0") << QByteArray("0") << false;
        QTest::newRow("the smallest limit, unspent") << QByteArray("0.000000000001") << QByteArray("0") << true;
        QTest::newRow("the smallest limit, one call") << QByteArray("0.000000000001") << QByteArray("0.0000069") << false;
    }

    void aBudgetIsUsedUpWhenItsLimitIsSpent()
    {
        QFETCH(QByteArray, limit);
        QFETCH(QByteArray, spent);
        QFETCH(bool, hasRoom);
        Budgets budgets;
        budgets.configure(openAi(limit));
        budgets.spend("openai", "a", dollarsOf(spent), noon);
        QCOMPARE(budgets.hasRoom("openai", "a", noon), hasRoom);
        QCOMPARE(budgets.hasRoom("openai", "another", noon), hasRoom);
    }

    void aDeploymentHasABudgetOfItsOwn()
    {
        Budgets budgets;
        BudgetRules rules = openAi("10");
        rules.deployments["a"] = rule("1");
        budgets.configure(rules);
        budgets.spend("openai", "a", dollarsOf("2"), noon);
        QVERIFY(!budgets.hasRoom("openai", "a", noon));
        QVERIFY(budgets.hasRoom("openai", "b", noon));
        budgets.spend("openai", "b", dollarsOf("8"), noon); // counts for the provider only, whose budget is for both
        QVERIFY(!budgets.hasRoom("openai", "b", noon));
    }

    void aBudgetsTimeBeginsWithTheFirstSpending()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        QVERIFY(!budgets.providers(noon).front().resetAt);
        budgets.spend("openai", "a", {}, noon); // nothing
        QVERIFY(!budgets.providers(noon).front().resetAt);
        budgets.spend("openai", "a", dollarsOf("1"), noon + 5h);
        budgets.spend("openai", "a", dollarsOf("1"), noon + 6h);
        QVERIFY(*budgets.providers(noon + 6h).front().resetAt == noon + 29h);
        QVERIFY(!budgets.hasRoom("openai", "a", noon + 29h - 1s));
        QVERIFY(budgets.hasRoom("openai", "a", noon + 29h));
        QCOMPARE(budgets.providers(noon + 29h).front().spent, Money {});
        QVERIFY(!budgets.providers(noon + 29h).front().resetAt);
    }

    void whatIsSpentAfterItsEndBeginsANewTime()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        budgets.spend("openai", "a", dollarsOf("5"), noon);
        budgets.spend("openai", "a", dollarsOf("0.5"), noon + 40h);
        QVERIFY(budgets.hasRoom("openai", "a", noon + 40h));
        QCOMPARE(budgets.providers(noon + 40h).front().spent, dollarsOf("0.5"));
        QVERIFY(*budgets.providers(noon + 40h).front().resetAt == noon + 64h);
        budgets.spend("openai", "a", dollarsOf("0.5"), noon + 41h);
        QVERIFY(!budgets.hasRoom("openai", "a", noon + 41h));
    }

    void aBudgetWithoutATimeNeverBeginsAnew()
    {
        Budgets budgets;
        budgets.configure(openAi("1", ""));
        budgets.spend("openai", "a", dollarsOf("1"), noon);
        QVERIFY(!budgets.hasRoom("openai", "a", noon + 100000h));
        QVERIFY(!budgets.providers(noon).front().resetAt);
    }

    void aReloadForgetsNothing()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        budgets.spend("openai", "a", dollarsOf("2"), noon);
        budgets.configure(openAi("1"));
        QVERIFY(!budgets.hasRoom("openai", "a", noon + 1h));
        budgets.configure(openAi("5", "2d")); // a larger limit and a longer time hold at once
        QVERIFY(budgets.hasRoom("openai", "a", noon + 1h));
        QVERIFY(*budgets.providers(noon + 1h).front().resetAt == noon + 48h);
        budgets.configure(openAi("2", "1h"));
        QVERIFY(!budgets.hasRoom("openai", "a", noon + 59min));
        QVERIFY(budgets.hasRoom("openai", "a", noon + 1h));
    }

    void aBudgetThatIsTakenAwayHoldsNobodyBack()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        budgets.spend("openai", "a", dollarsOf("2"), noon);
        budgets.configure({});
        QVERIFY(budgets.hasRoom("openai", "a", noon));
        QVERIFY(budgets.providers(noon).empty());
    }

    void theRefusalNamesEachBudgetOnce()
    {
        Budgets budgets;
        BudgetRules rules = openAi("0.000000000001");
        rules.deployments["c"] = rule("1.5");
        budgets.configure(rules);
        budgets.spend("openai", "a", dollarsOf("0.0000069"), noon);
        budgets.spend("anthropic", "c", dollarsOf("2"), noon);
        const Deployment a = deployment("a", "openai"), b = deployment("b", "openai"), c = deployment("c", "anthropic");
        const Error error = budgets.noRoom({&a, &b, &c}, noon);
        QCOMPARE(error.message,
            std::string("No deployments available - crossed budget: Exceeded budget for provider openai: 6.9e-06 >= "
                        "0.000000000001\nExceeded budget for deployment model_name: chat, litellm_params.model: anthropic/m, "
                        "model_id: c: 2.0 >= 1.5"));
        QCOMPARE(error.httpStatus(), 429);
    }

    void workersSpendFromTheSamePurse()
    {
        constexpr int workers = 4, times = 100000;
        Budgets budgets;
        budgets.configure(openAi("0.0004"));
        std::atomic<bool> go {false};
        std::vector<std::thread> threads;
        for (int worker = 0; worker < workers; ++worker) {
            threads.emplace_back([&budgets, &go] {
                while (!go) { }
                for (int i = 0; i < times; ++i) {
                    budgets.hasRoom("openai", "a", noon);
                    budgets.spend("openai", "a", Money {1}, noon);
                }
            });
        }
        go = true;
        for (int i = 0; i < 100; ++i)
            budgets.configure(openAi("0.0004")); // reloads meanwhile
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(budgets.providers(noon).front().spent.nanoDollars, std::int64_t(workers * times));
        QVERIFY(!budgets.hasRoom("openai", "a", noon));
        QVERIFY(budgets.hasRoom("openai", "a", noon + 24h));
    }

    void nothingIsReservedWhereNobodyHasABudget()
    {
        Budgets budgets;
        QVERIFY(!budgets.isAny());
        QVERIFY(budgets.reserve(deployment("a", "openai"), {dollarsOf("5"), true}, noon)->isEmpty());
        budgets.configure(openAi("1"));
        QVERIFY(budgets.isAny());
        QVERIFY(budgets.reserve(deployment("b", "anthropic"), {dollarsOf("5"), true}, noon)->isEmpty());
    }

    void ofManyAtOnceOnlySoManyPassAsThereIsRoomFor()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        const Deployment a = deployment("a", "openai");
        std::vector<Budgets::Reserved> all;
        for (int i = 0; i < 200; ++i) {
            if (auto reserved = budgets.reserve(a, {dollarsOf("0.1"), true}, noon))
                all.push_back(std::move(*reserved));
        }
        QCOMPARE(all.size(), std::size_t(10));
        QVERIFY(budgets.hasRoom("openai", "a", noon)); // nothing was spent yet
        for (auto &reserved : all) {
            budgets.spend("openai", "a", dollarsOf("0.05"), noon);
            reserved = {};
        }
        QVERIFY(budgets.reserve(a, {dollarsOf("0.5"), true}, noon).has_value());
        QVERIFY(!budgets.reserve(a, {dollarsOf("0.500000001"), true}, noon));
    }

    void whoeverIsAloneMayUseTheRestOfABudget()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        const Deployment a = deployment("a", "openai");
        budgets.spend("openai", "a", dollarsOf("0.99"), noon);
        {
            const auto alone = budgets.reserve(a, {dollarsOf("5"), false}, noon);
            QVERIFY(alone.has_value());
            QVERIFY(!budgets.reserve(a, {dollarsOf("5"), false}, noon));
            QVERIFY(!budgets.reserve(a, {dollarsOf("0.001"), true}, noon));
            QVERIFY(budgets.reserve(a, {{}, true}, noon).has_value()); // a free model
        }
        QVERIFY(!budgets.reserve(a, {dollarsOf("5"), true}, noon));
        QVERIFY(budgets.reserve(a, {dollarsOf("0.01"), true}, noon).has_value());
        budgets.spend("openai", "a", dollarsOf("0.01"), noon);
        QVERIFY(!budgets.reserve(a, {{}, false}, noon));
    }

    void aShortageSaysWhoseAndHowShort()
    {
        Budgets budgets;
        BudgetRules rules = openAi("1");
        rules.deployments["a"] = rule("0.5");
        budgets.configure(rules);
        const Deployment a = deployment("a", "openai"), b = deployment("b", "openai");
        const auto running = budgets.reserve(a, {dollarsOf("0.4"), true}, noon);
        const auto own = budgets.reserve(a, {dollarsOf("0.2"), true}, noon);
        QVERIFY(!own && !own.error().isProviders);
        QCOMPARE(own.error().words,
            std::string(
                "Exceeded budget for deployment a: 0.0 spent, 0.4 reserved by running calls, and up to 0.2 for this one >= "
                "0.5\n"));
        const auto providers = budgets.reserve(b, {dollarsOf("0.7"), true}, noon);
        QVERIFY(!providers && providers.error().isProviders);
        QVERIFY(budgets.reserve(b, {dollarsOf("0.6"), true}, noon).has_value());
        const Error error = budgets.noRoom({&a}, noon, own.error().words);
        QCOMPARE(
            error.message.find("No deployments available - crossed budget: Exceeded budget for deployment a: "), std::size_t(0));
        QVERIFY(error.message.back() != '\n');
        QCOMPARE(*error.retryAfter, 1s);
    }

    void whatIsReservedOutlivesReloadsAndPeriods()
    {
        Budgets budgets;
        budgets.configure(openAi("1"));
        const Deployment a = deployment("a", "openai");
        auto first = budgets.reserve(a, {dollarsOf("0.9"), true}, noon);
        budgets.configure(openAi("1"));
        QVERIFY(!budgets.reserve(a, {dollarsOf("0.2"), true}, noon + 48h));
        budgets.configure({});
        budgets.configure(openAi("1")); // the budget is a new one
        const auto second = budgets.reserve(a, {dollarsOf("0.2"), true}, noon);
        QVERIFY(second.has_value());
        *first = {};
        QVERIFY(budgets.reserve(a, {dollarsOf("1"), true}, noon).has_value());
    }

    void workersNeverReserveMoreThanThereIs()
    {
        constexpr int workers = 8, times = 5000;
        Budgets budgets;
        budgets.configure(openAi("10"));
        std::atomic<std::int64_t> spent {0};
        std::vector<std::thread> threads;
        for (int worker = 0; worker < workers; ++worker) {
            threads.emplace_back([&] {
                const Deployment a = deployment("a", "openai");
                for (int i = 0; i < times; ++i) {
                    const auto reserved = budgets.reserve(a, {dollarsOf("0.03"), true}, noon);
                    if (!reserved || i % 5 == 0)
                        continue;
                    budgets.spend("openai", "a", dollarsOf("0.02"), noon);
                    spent += dollarsOf("0.02").nanoDollars;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(budgets.providers(noon).front().spent.nanoDollars, spent.load());
        QVERIFY(!(dollarsOf("10") < Money {spent.load()}));
        QVERIFY(dollarsOf("9.9") < Money {spent.load()});
    }

    void askingCostsNextToNothing_data()
    {
        QTest::addColumn<QByteArray>("spent");
        QTest::newRow("no budget is used up") << QByteArray("0.5");
        QTest::newRow("another's budget is used up") << QByteArray("1");
    }

    void askingCostsNextToNothing()
    {
        QFETCH(QByteArray, spent);
        Budgets budgets;
        budgets.configure(openAi("1"));
        budgets.spend("openai", "a", dollarsOf(spent), noon);
        QBENCHMARK
        {
            QVERIFY(budgets.hasRoom("anthropic", "a", noon));
        }
    }

    void aBudgetThatComesToAMarkIsToldOnce()
    {
        Budgets budgets;
        budgets.configure(openAi("10"));
        QVERIFY(budgets.spend("openai", "a", dollarsOf("4"), noon).empty());
        const auto crossed = budgets.spend("openai", "a", dollarsOf("4.5"), noon);
        QCOMPARE(crossed.size(), std::size_t(1));
        QVERIFY(crossed[0].isProviders && crossed[0].name == "openai" && crossed[0].percent == 80);
        QVERIFY(budgets.spend("openai", "a", dollarsOf("0.1"), noon).empty());
        QCOMPARE(budgets.spend("openai", "a", dollarsOf("5"), noon).front().percent, 100);
        QCOMPARE(budgets.spend("openai", "a", dollarsOf("9"), noon + 25h).front().percent, 80); // of the next day
    }
};

QTEST_GUILESS_MAIN(TestBudgets)
#include "tst_budgets.moc"
