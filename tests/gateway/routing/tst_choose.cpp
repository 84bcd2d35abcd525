// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/budgets.h"
#include "gateway/routing/candidates.h"
#include "gateway/routing/choose.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace gatehouse;
using namespace gatehouse::routing;
using namespace std::chrono_literals;

namespace {

const Clock::Instant start = Clock::Instant(1h); // the beginning of a minute

constexpr Strategy strategies[] {Strategy::SimpleShuffle, Strategy::LeastBusy, Strategy::Latency, Strategy::Usage,
    Strategy::UsageV2, Strategy::Cost, Strategy::Adaptive};

/// A group of deployments, their health, and a strategy to choose by.
struct Bench {
    explicit Bench(std::size_t count, Strategy strategy)
        : deployments(count)
    {
        for (std::size_t n = 0; n < count; ++n) {
            deployments[n].id = std::to_string(n);
            deployments[n].provider.name = "p" + deployments[n].id;
        }
        settings.strategy = strategy;
        ask.now = start;
    }

    /// Made when it is first asked, so that deployments can be furnished before.
    Pool &pool()
    {
        if (!m_pool) {
            std::vector<const Deployment *> members;
            for (const Deployment &deployment : deployments)
                members.push_back(&deployment);
            m_pool = std::make_unique<Pool>(members, health);
        }
        return *m_pool;
    }
    Slot slot(std::size_t index) { return pool().slots[index]; }
    std::optional<std::uint32_t> choose() { return routing::choose(pool(), settings, health, &budgets, ask, random); }
    /// How often each of them is chosen in \a draws.
    std::vector<int> counts(int draws = 1000)
    {
        std::vector<int> result(deployments.size());
        for (int n = 0; n < draws; ++n) {
            if (const auto chosen = choose())
                ++result[*chosen];
        }
        return result;
    }
    void hold(std::size_t index, int requests = 1)
    {
        for (int n = 0; n < requests; ++n)
            m_held.push_back(health.begin(slot(index), ask.now));
    }
    void end(std::size_t index, const Ended &ended)
    {
        health.begin(slot(index), ask.now).end(ended, {}, {deployments.size(), false}, ask.now);
    }
    void answer(
        std::size_t index, std::chrono::microseconds duration, std::int64_t tokens = 1, std::chrono::microseconds first = {})
    {
        Ended ended;
        ended.duration = duration;
        ended.firstToken = first;
        ended.outputTokens = tokens;
        ended.stream = first.count() > 0;
        end(index, ended);
    }
    void fail(std::size_t index, Fault fault = Fault::InternalServer)
    {
        Ended ended;
        ended.fault = fault;
        ended.status = info(fault).status;
        end(index, ended);
    }

    std::vector<Deployment> deployments;
    Health health;
    Budgets budgets;
    StrategySettings settings;
    Ask ask;
    Random random {5};

private:
    std::unique_ptr<Pool> m_pool;
    std::vector<Health::Use> m_held;
};

bool areEven(const std::vector<int> &counts)
{
    const auto [fewest, most] = std::minmax_element(counts.begin(), counts.end());
    return *fewest * 3 > *most * 2;
}

} // namespace

class TestChoose : public QObject
{
    Q_OBJECT

    static void strategyRows()
    {
        QTest::addColumn<int>("strategy");
        for (const Strategy strategy : strategies)
            QTest::newRow(std::string(toString(strategy)).c_str()) << static_cast<int>(strategy);
    }

private Q_SLOTS:
    void strategiesAreCalledAsInLiteLlm()
    {
        for (const Strategy strategy : strategies)
            QVERIFY(strategyNamed(toString(strategy)) == strategy);
        QVERIFY(strategyNamed("latency-based-routing") == Strategy::Latency);
        QVERIFY(strategyNamed("usage-based-routing-v2") == Strategy::UsageV2);
        QVERIFY(strategyNamed("adaptive") == Strategy::Adaptive);
        QVERIFY(strategyNamed("provider-budget-routing") == Strategy::SimpleShuffle);
        QVERIFY(!strategyNamed("fastest"));
    }

    void onlyWhoCanBeCalledIsChosen_data() { strategyRows(); }
    void onlyWhoCanBeCalledIsChosen()
    {
        QFETCH(int, strategy);
        Bench bench(7, static_cast<Strategy>(strategy));
        bench.deployments[4].rpm = 1;
        for (Deployment &deployment : bench.deployments)
            deployment.weight = 1;
        bench.fail(0, Fault::RateLimit); // rests
        const std::uint32_t tried[] {1}, filtered[] {0, 1, 2, 3, 4, 5};
        bench.ask.without = tried;
        bench.ask.among = filtered; // without the last
        bench.budgets.configure({{{"p2", {Money {10}}}}, {}});
        bench.budgets.spend("p2", "2", Money {10}, {});
        bench.pool().limitParallel(3, 1);
        bench.hold(3);
        bench.hold(4);
        bench.ask.checksLimits = true;
        QCOMPARE(bench.counts(100), (std::vector<int> {0, 0, 0, 0, 0, 100, 0}));
    }

    void whoIsFullIsTakenWhenNobodyElseIsLeft_data() { strategyRows(); }
    void whoIsFullIsTakenWhenNobodyElseIsLeft()
    {
        QFETCH(int, strategy);
        Bench bench(2, static_cast<Strategy>(strategy));
        bench.pool().limitParallel(0, 1);
        bench.hold(0);
        QCOMPARE(bench.counts(50), (std::vector<int> {0, 50}));
        bench.fail(1, Fault::RateLimit);
        QCOMPARE(bench.counts(50), (std::vector<int> {50, 0}));
    }

    void whereNobodyIsLeftNobodyIsChosen_data() { strategyRows(); }
    void whereNobodyIsLeftNobodyIsChosen()
    {
        QFETCH(int, strategy);
        Bench bench(2, static_cast<Strategy>(strategy));
        const std::uint32_t both[] {0, 1};
        bench.ask.without = both;
        QVERIFY(!bench.choose());
        Bench empty(0, static_cast<Strategy>(strategy));
        QVERIFY(!empty.choose());
    }

    void aHalfOpenOneIsTriedByOneAtATime_data() { strategyRows(); }
    void aHalfOpenOneIsTriedByOneAtATime()
    {
        QFETCH(int, strategy);
        Bench bench(1, static_cast<Strategy>(strategy));
        Ended ended;
        ended.fault = Fault::Authentication;
        ended.status = 401;
        bench.end(0, ended);
        QVERIFY(!bench.choose());
        bench.ask.now += 5s;
        QVERIFY(bench.choose());
        bench.hold(0); // the probe
        QVERIFY(!bench.choose());
    }

    void equalsHaveEqualChances_data()
    {
        QTest::addColumn<int>("strategy");
        for (const Strategy strategy : strategies) {
            if (strategy != Strategy::Cost) // takes the first, as in LiteLLM
                QTest::newRow(std::string(toString(strategy)).c_str()) << static_cast<int>(strategy);
        }
    }
    void equalsHaveEqualChances()
    {
        QFETCH(int, strategy);
        Bench bench(5, static_cast<Strategy>(strategy));
        QVERIFY(areEven(bench.counts()));
        bench.fail(1, Fault::RateLimit);
        std::vector<int> counts = bench.counts();
        QCOMPARE(counts[1], 0);
        counts.erase(counts.begin() + 1);
        QVERIFY(areEven(counts));
    }

    void aReservoirKeepsEachWithTheSameChance()
    {
        Random random(3);
        std::vector<int> kept(10);
        for (int n = 0; n < 10'000; ++n) {
            Reservoir reservoir(random);
            reservoir.offer(99);
            reservoir.restart(0); // what was before is forgotten
            for (std::uint32_t index = 1; index < kept.size(); ++index)
                reservoir.offer(index);
            ++kept[*reservoir.kept()];
        }
        const auto [fewest, most] = std::minmax_element(kept.begin(), kept.end());
        QVERIFY2(*fewest > 880 && *most < 1120, qPrintable(QStringLiteral("%1 … %2").arg(*fewest).arg(*most)));
        QVERIFY(!Reservoir(random).kept());
    }

    void weightsDecideTheShuffle_data()
    {
        QTest::addColumn<QList<double>>("weights");
        QTest::addColumn<QList<double>>("shares");
        QTest::newRow("by weight") << QList<double> {9, 1, 0} << QList<double> {0.9, 0.1, 0};
        QTest::newRow("nobody weighs anything") << QList<double> {0, 0, 0} << QList<double> {0.33, 0.33, 0.33};
    }
    void weightsDecideTheShuffle()
    {
        QFETCH(QList<double>, weights);
        QFETCH(QList<double>, shares);
        Bench bench(3, Strategy::SimpleShuffle);
        for (std::size_t n = 0; n < 3; ++n)
            bench.deployments[n].weight = weights[static_cast<qsizetype>(n)];
        const std::uint32_t all[] {0, 1, 2};
        for (const bool isFiltered : {false, true}) { // drawn at once, or by a walk
            bench.ask.among = isFiltered ? std::span<const std::uint32_t>(all) : std::span<const std::uint32_t>();
            const std::vector<int> counts = bench.counts(4000);
            for (std::size_t n = 0; n < 3; ++n)
                QVERIFY(std::abs(counts[n] / 4000.0 - shares[static_cast<qsizetype>(n)]) < 0.03);
        }
    }

    void whatTheFirstHasIsTheWeight()
    {
        Bench bench(3, Strategy::SimpleShuffle);
        bench.deployments[0].rpm = 10;
        bench.deployments[1].rpm = 30;
        bench.deployments[2].tpm = 1000; // no rpm: weighs nothing
        const std::vector<int> counts = bench.counts(4000);
        QVERIFY(counts[1] > 2 * counts[0]);
        QCOMPARE(counts[2], 0);
        bench.fail(0, Fault::RateLimit);
        bench.fail(1, Fault::RateLimit);
        QCOMPARE(bench.counts(10), (std::vector<int> {0, 0, 10})); // nobody else is left
    }

    void theLeastBusyHasTheFewestUnderWay()
    {
        Bench bench(3, Strategy::LeastBusy);
        bench.hold(0, 2);
        bench.hold(1, 1);
        bench.hold(2, 3);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20, 0}));
    }

    void theFastestHasTheShortestTimeForAToken()
    {
        Bench bench(3, Strategy::Latency);
        bench.answer(0, 2s, 10);
        bench.answer(1, 3s, 30); // longer, and faster
        bench.answer(2, 1s, 9);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20, 0}));
        bench.settings.latencyBuffer = 0.2; // 0.111 s is as good as 0.1 s
        const std::vector<int> counts = bench.counts();
        QCOMPARE(counts[0], 0);
        QVERIFY(areEven({counts[1], counts[2]}));
    }

    void streamsGoByTheFirstToken()
    {
        Bench bench(2, Strategy::Latency);
        bench.answer(0, 2s, 10, 100ms);
        bench.answer(1, 1s, 10, 500ms);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20}));
        bench.ask.stream = true;
        QCOMPARE(bench.counts(20), (std::vector<int> {20, 0}));
    }

    void whatIsOldSaysNothing()
    {
        Bench bench(2, Strategy::Latency);
        bench.settings.latencyAge = 60s;
        bench.answer(0, 5s);
        bench.ask.now += 59s;
        bench.answer(1, 1s);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20}));
        bench.ask.now += 2s;
        QCOMPARE(bench.counts(20), (std::vector<int> {20, 0})); // is asked anew
    }

    void whoWasNeverHeardOfIsAskedFirstAndByOne()
    {
        Bench bench(3, Strategy::Latency);
        bench.answer(0, 1s);
        QCOMPARE(bench.counts(100)[0], 0);
        bench.hold(1);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 0, 20}));
        bench.hold(2);
        QCOMPARE(bench.counts(20), (std::vector<int> {20, 0, 0})); // the others are being asked
    }

    void whoWasNeverHeardOfAndFailsIsNotAskedFirst()
    {
        Bench bench(2, Strategy::Latency);
        bench.answer(0, 1s);
        bench.fail(1);
        QCOMPARE(bench.counts(20), (std::vector<int> {20, 0}));
    }

    void aTimeOutIsAThousandSeconds()
    {
        Bench bench(2, Strategy::Latency);
        bench.answer(0, 1ms);
        bench.answer(1, 90s);
        bench.fail(0, Fault::Timeout);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20}));
    }

    void theMostRoomIsLeftWhereTheSmallestShareIsUsed()
    {
        Bench bench(3, Strategy::UsageV2);
        bench.deployments[0].tpm = 1000;   // 30 % used
        bench.deployments[1].tpm = 10'000; // 10 %
        bench.deployments[2].tpm = 10'000; // 1 %, but half of its requests
        bench.deployments[2].rpm = 2;
        bench.answer(0, 1s, 300);
        bench.answer(1, 1s, 1000);
        bench.answer(2, 1s, 100);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20, 0}));
    }

    void withoutLimitsTheFewestTokensCount()
    {
        Bench bench(2, Strategy::Usage);
        bench.answer(0, 1s, 300);
        bench.answer(1, 1s, 299);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20}));
    }

    void exactlyTheLimitIsUsed_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::addColumn<int>("limit");
        for (const Strategy strategy :
            {Strategy::Latency, Strategy::Usage, Strategy::UsageV2, Strategy::Cost, Strategy::Adaptive}) {
            for (const int limit : {1, 2, 3, 49}) // 49 · (1 / 49) is not 1
                QTest::addRow("%s, %d", std::string(toString(strategy)).c_str(), limit) << static_cast<int>(strategy) << limit;
        }
    }
    void exactlyTheLimitIsUsed()
    {
        QFETCH(int, strategy);
        QFETCH(int, limit);
        Bench bench(1, static_cast<Strategy>(strategy));
        bench.deployments[0].rpm = limit;
        for (int n = 0; n < limit; ++n) {
            QVERIFY(bench.choose());
            bench.answer(0, 1s);
        }
        QVERIFY(!bench.choose());
        bench.ask.now += 60s;
        QVERIFY(bench.choose());
    }

    void tokensOfTheCallCountAgainstTheLimit()
    {
        Bench bench(1, Strategy::UsageV2);
        bench.deployments[0].tpm = 100;
        bench.answer(0, 1s, 60);
        bench.ask.inputTokens = 40;
        QVERIFY(bench.choose());
        bench.ask.inputTokens = 41;
        QVERIFY(!bench.choose());
    }

    void theCheapestIsTheFirstOfTheCheapest()
    {
        Bench bench(4, Strategy::Cost);
        bench.deployments[1].prices.set({Charge::Input}, {3'000'000'000}); // nothing known of output
        for (const std::size_t n : {2U, 3U}) {
            bench.deployments[n].prices.set({Charge::Input}, {2'000'000'000});
            bench.deployments[n].prices.set({Charge::Output}, {8'000'000'000});
        }
        QCOMPARE(bench.pool().costs[0], 10.0);
        QCOMPARE(bench.pool().costs[2], 1e-5);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 0, 20, 0}));
        bench.fail(2, Fault::RateLimit);
        bench.fail(3, Fault::RateLimit);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20, 0, 0}));
    }

    void adaptiveGoesWhereAnswersComeSoon()
    {
        Bench bench(3, Strategy::Adaptive);
        bench.answer(0, 4s);
        bench.answer(1, 1s);
        bench.answer(2, 3s);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20, 0}));
        bench.hold(1, 6);
        QCOMPARE(bench.counts(20)[1], 0); // others are there by then
    }

    void adaptiveLeavesWhatFails()
    {
        Bench bench(2, Strategy::Adaptive);
        bench.answer(0, 1s);
        bench.answer(1, 2s);
        bench.fail(0);
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20}));
        bench.ask.now += 10min; // long ago
        bench.answer(1, 2s);
        QCOMPARE(bench.counts(20), (std::vector<int> {20, 0}));
    }

    void adaptiveExploresWithoutAStampede()
    {
        Bench bench(4, Strategy::Adaptive);
        bench.answer(0, 2s);
        std::vector<int> chosen(4);
        for (int n = 0; n < 8; ++n) {
            const auto index = *bench.choose();
            ++chosen[index];
            bench.hold(index);
        }
        for (const std::size_t unheard : {1U, 2U, 3U})
            QVERIFY(chosen[unheard] >= 1 && chosen[unheard] <= 2);
    }

    void adaptiveHearsASilence()
    {
        Bench bench(2, Strategy::Adaptive);
        bench.answer(0, 1s);
        bench.answer(1, 3s);
        bench.hold(0, 1);
        bench.hold(1, 1);
        QCOMPARE(bench.counts(20), (std::vector<int> {20, 0}));
        bench.ask.now += 4s; // four times as long as it usually takes
        QCOMPARE(bench.counts(20), (std::vector<int> {0, 20}));
    }

    void ofALargeGroupAStretchIsLookedAt()
    {
        Bench bench(300, Strategy::Adaptive);
        const std::vector<int> counts = bench.counts(20'000);
        QVERIFY(*std::min_element(counts.begin(), counts.end()) > 10);
    }
};

QTEST_APPLESS_MAIN(TestChoose)
#include "tst_choose.moc"
