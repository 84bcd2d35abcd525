// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <QTest>

#include <atomic>
#include <ctime>
#include <functional>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

namespace {

constexpr int threads = 8, rounds = 5000;

void inThreads(const std::function<void(int)> &work)
{
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
        all.emplace_back(work, i);
    for (std::thread &each : all)
        each.join();
}

// Never lowered, so that what was once too many is seen.
void raise(std::atomic<std::int64_t> &most, std::int64_t value)
{
    std::int64_t before = most.load();
    while (before < value && !most.compare_exchange_weak(before, value)) { }
}

} // namespace

class TestLedgerThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsNeverPassTheirLimit()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", rpm(777));
        std::atomic<int> passed = 0;
        inThreads([&](int) {
            for (int i = 0; i < rounds; ++i) {
                if (auto hold = desk.ask({&claim})) {
                    hold->settle({}, 0, desk.now, desk.wall);
                    ++passed;
                }
            }
        });
        QCOMPARE(passed.load(), 777);
        QCOMPARE(desk.standing("key:a").requests, std::int64_t(777));
    }

    void neverMoreRunAtOnceThanMay()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", parallel(3));
        std::atomic<std::int64_t> running = 0, most = 0;
        inThreads([&](int) {
            for (int i = 0; i < rounds; ++i) {
                const auto hold = desk.ask({&claim});
                if (!hold)
                    continue;
                raise(most, ++running);
                --running; // before it is given back
            }
        });
        QVERIFY(most.load() <= 3);
        QCOMPARE(desk.standing("key:a").parallel, std::int64_t(0));
    }

    void neverMoreIsSpentThanMayBe()
    {
        Desk desk;
        const Claim key = desk.claim("key:a", budget("1000"));
        const Claim team = desk.claim("team:t", budget("100"), Subject::Team);
        std::atomic<std::int64_t> spent = 0;
        inThreads([&](int thread) {
            for (int i = 0; i < rounds; ++i) {
                auto hold = desk.ask({&key, &team}, atMost("0.03"));
                if (!hold || i % 7 == 0) // some give up
                    continue;
                const Money cost = thread % 2 ? usd("0.01") : usd("0.03");
                hold->settle(cost, 0, desk.now, desk.wall);
                spent += cost.nanoDollars;
            }
        });
        const Standing team_ = desk.standing("team:t"), key_ = desk.standing("key:a");
        QCOMPARE(team_.spent.nanoDollars, spent.load());
        QCOMPARE(key_.spent.nanoDollars, spent.load());
        QCOMPARE(team_.reserved, Money {});
        QVERIFY(!(usd("100") < team_.spent));
        QVERIFY(usd("99.97") < team_.spent);
    }

    void tokensAddUpExactly()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", tpm(100000));
        std::atomic<std::int64_t> used = 0;
        inThreads([&](int) {
            for (int i = 0; i < rounds; ++i) {
                if (auto hold = desk.ask({&claim}, {10, {}, true})) {
                    hold->settle({}, 7, desk.now, desk.wall);
                    used += 7;
                }
            }
        });
        QCOMPARE(desk.standing("key:a").tokens, used.load());
        QVERIFY(used.load() <= 100000 && used.load() > 99990 - 10);
    }

    void bookingAndResetsGoOnMeanwhile()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1000000"));
        desk.ledger.schedule("key:a", Schedule {"1s", ""}, desk.wall + 1s);
        std::atomic<int> rolled = 0;
        inThreads([&](int thread) {
            for (int i = 0; i < rounds; ++i) {
                const Clock::Wall wall = desk.wall + std::chrono::milliseconds(i);
                if (thread == 0)
                    rolled += static_cast<int>(desk.ledger.roll(wall).size());
                else if (auto hold = desk.ledger.reserve({&claim}, atMost("1"), desk.now, wall))
                    hold->settle(usd("1"), 0, desk.now, wall);
            }
        });
        rolled += static_cast<int>(desk.ledger.roll(desk.wall + 4999ms).size());
        QCOMPARE(rolled.load(), 4);
        QCOMPARE(desk.standing("key:a").reserved, Money {});
    }

    // No limit of time: machines differ. The figure is printed.
    void aCallWithEightClaimsIsCheap()
    {
        Desk desk;
        const Limits all {1000000000, 1000000000000, 1000, usd("1000000")};
        std::vector<Claim> claims;
        for (const char *name : {"key:a", "user:a", "team:a", "member:a/a", "customer:a", "organization:a", "tag:a", "proxy"})
            claims.push_back(desk.claim(name, all));
        std::vector<const Claim *> asked;
        for (const Claim &claim : claims)
            asked.push_back(&claim);
        constexpr int calls = 200000;
        const Ask ask = {1000, usd("0.001"), true};
        const Money cost = usd("0.0005");
        const std::clock_t begun = std::clock(); // processor time: neighbours do not count
        for (int i = 0; i < calls; ++i) {
            auto hold = desk.ask(asked, ask);
            QVERIFY(hold.has_value());
            hold->settle(cost, 500, desk.now, desk.wall);
            if (i % 100 == 0)
                desk.pass(1s);
        }
        const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
        qInfo("reserve and settle of eight claims: %.0f ns", seconds * 1e9 / calls);
    }
};

QTEST_GUILESS_MAIN(TestLedgerThreads)
#include "tst_ledger_threads.moc"
