// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

class TestLedger : public QObject
{
    Q_OBJECT

    // Asks and keeps what it got as used.
    static bool uses(Desk &desk, const Claim &claim, const Ask &ask = {}, std::int64_t tokens = 0)
    {
        auto hold = desk.ask({&claim}, ask);
        if (!hold)
            return false;
        hold->settle({}, tokens, desk.now, desk.wall);
        return true;
    }

private Q_SLOTS:
    void nobodyIsHeldBackWithoutALimit()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", {});
        for (int i = 0; i < 1000; ++i)
            QVERIFY(uses(desk, claim, {1000000, usd("1000"), true}, 1000000));
        QCOMPARE(desk.standing("key:a").tokens, std::int64_t(0)); // nobody counts what nobody limits
        QVERIFY(desk.ask({}).has_value());
    }

    void exactlySoManyRequestsPassInAMinute_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {0, 1, 2, 3, 60})
            QTest::newRow(qPrintable(QString::number(limit))) << limit;
    }

    void exactlySoManyRequestsPassInAMinute()
    {
        QFETCH(int, limit);
        Desk desk;
        const Claim claim = desk.claim("key:a", rpm(limit));
        int passed = 0;
        for (int i = 0; i < limit + 10; ++i)
            passed += uses(desk, claim);
        QCOMPARE(passed, limit);
    }

    void noSixtySecondsEverHoldMoreThanTheLimit_data()
    {
        QTest::addColumn<int>("at"); // milliseconds into a second
        for (const int at : {0, 1, 500, 999})
            QTest::newRow(qPrintable(QString::number(at))) << at;
    }

    void noSixtySecondsEverHoldMoreThanTheLimit()
    {
        QFETCH(int, at);
        Desk desk;
        desk.pass(std::chrono::milliseconds(at));
        const Claim claim = desk.claim("key:a", rpm(7));
        std::vector<Clock::Instant> passed;
        for (int i = 0; i < 3000; ++i, desk.pass(107ms)) {
            if (uses(desk, claim))
                passed.push_back(desk.now);
        }
        for (std::size_t i = 7; i < passed.size(); ++i)
            QVERIFY(passed[i] - passed[i - 7] > 60s);
        QVERIFY(passed.size() >= 35);
    }

    void aWindowSlidesAtTheBorderOfASecond()
    {
        Desk desk;
        desk.pass(999ms);
        const Claim claim = desk.claim("key:a", rpm(1));
        QVERIFY(uses(desk, claim));
        desk.pass(60s);
        const auto refused = desk.ask({&claim});
        QVERIFY(!refused);
        QCOMPARE(*refused.error().retryAfter, 1ms);
        desk.pass(1ms);
        QVERIFY(uses(desk, claim));
    }

    void aRefusalSaysWhoWhichHowMuchAndWhen()
    {
        Desk desk;
        const Claim claim = desk.claim("key:abc", rpm(1));
        QVERIFY(uses(desk, claim));
        desk.pass(10s);
        const auto refused = desk.ask({&claim});
        QVERIFY(!refused);
        const Error &error = refused.error();
        QCOMPARE(error.fault, Fault::RateLimit);
        QCOMPARE(error.httpStatus(), 429);
        QCOMPARE(error.type, std::string("None"));
        QCOMPARE(error.param, std::string("None"));
        QCOMPARE(error.message,
            std::string(
                "Rate limit exceeded for api_key: abc. Limit type: requests. Current limit: 1, Remaining: 0. Limit resets "
                "at: 2027-01-15 08:01:01 UTC"));
        QCOMPARE(*error.retryAfter, 51s);
        QCOMPARE(error.limit->type, std::string("requests"));
        QCOMPARE(error.limit->resetAt, std::string("2027-01-15 08:01:01 UTC"));
        QCOMPARE(error.limit->limit, std::string("1"));
        QCOMPARE(error.limit->remaining, std::string("0"));
    }

    void theFirstThatHasNoRoomIsNamedAndNothingIsTaken()
    {
        Desk desk;
        const Claim key = desk.claim("key:a", {10, 1000, 10, usd("1")});
        const Claim user = desk.claim("user:u", parallel(0), Subject::User);
        const Claim team = desk.claim("team:t", rpm(0), Subject::Team);
        for (int i = 0; i < 100; ++i) {
            const auto refused = desk.ask({&key, &user, &team}, {100, usd("0.1"), true});
            QVERIFY(!refused);
            QVERIFY(refused.error().message.find("for user: u. Limit type: max_parallel_requests.") != std::string::npos);
            QCOMPARE(*refused.error().retryAfter, 1s);
        }
        const Standing left = desk.standing("key:a");
        QCOMPARE(left.requests + left.tokens + left.parallel, std::int64_t(0));
        QCOMPARE(left.reserved, Money {});
        QVERIFY(uses(desk, key));
    }

    void tokensAreReservedAndSettledByWhatWasUsed()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", tpm(1000));
        auto hold = desk.ask({&claim}, {600, {}, true});
        QVERIFY(hold.has_value());
        QVERIFY(!desk.ask({&claim}, {401, {}, true}));
        QVERIFY(desk.ask({&claim}, {400, {}, true}).has_value());
        hold->settle({}, 50, desk.now, desk.wall);
        QCOMPARE(desk.standing("key:a").tokens, std::int64_t(50));
        QVERIFY(desk.ask({&claim}, {950, {}, true}).has_value());
        QVERIFY(!desk.ask({&claim}, {951, {}, true}));
    }

    void tokensOfALongCallStayReservedUntilItEnds()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", tpm(1000));
        auto hold = desk.ask({&claim}, {900, {}, true});
        desk.pass(5min);
        QVERIFY(!desk.ask({&claim}, {101, {}, true}));
        hold->settle({}, 900, desk.now, desk.wall);
        QVERIFY(!desk.ask({&claim}, {101, {}, true}));
        desk.pass(61s);
        QVERIFY(desk.ask({&claim}, {101, {}, true}).has_value());
    }

    void whoeverIsAloneMayUseTheLastTokensWithoutSayingHowMany()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", tpm(1000));
        QVERIFY(uses(desk, claim, {999, {}, true}, 999));
        const Ask unbounded {4096, {}, false};
        {
            const auto alone = desk.ask({&claim}, unbounded);
            QVERIFY(alone.has_value());
            QVERIFY(!desk.ask({&claim}, unbounded));
        }
        QVERIFY(uses(desk, claim, unbounded, 1));
        QVERIFY(!desk.ask({&claim}, unbounded));
    }

    void tokensComeBackWhenEnoughOfThemAreOld_data()
    {
        QTest::addColumn<qint64>("ask");
        QTest::addColumn<bool>("isBounded");
        QTest::addColumn<qint64>("seconds");
        // 300 were used 30 s ago, 300 ten seconds ago, 300 now; of 1000
        QTest::newRow("the first 300") << qint64(400) << true << qint64(31);
        QTest::newRow("the second too") << qint64(401) << true << qint64(51);
        QTest::newRow("all") << qint64(1000) << true << qint64(61);
        QTest::newRow("never") << qint64(1001) << true << qint64(60);
    }

    void tokensComeBackWhenEnoughOfThemAreOld()
    {
        QFETCH(qint64, ask);
        QFETCH(bool, isBounded);
        QFETCH(qint64, seconds);
        Desk desk;
        const Claim claim = desk.claim("key:a", tpm(1000));
        for (const auto pause : {20s, 10s, 0s}) {
            QVERIFY(uses(desk, claim, {300, {}, true}, 300));
            desk.pass(pause);
        }
        const auto refused = desk.ask({&claim}, {ask, {}, isBounded});
        QVERIFY(!refused);
        QCOMPARE(refused.error().retryAfter->count(), std::chrono::milliseconds(std::chrono::seconds(seconds)).count());
        if (ask > 1000)
            return;
        desk.pass(std::chrono::seconds(seconds) - 1ms);
        QVERIFY(!desk.ask({&claim}, {ask, {}, isBounded}));
        desk.pass(1ms);
        QVERIFY(desk.ask({&claim}, {ask, {}, isBounded}).has_value());
    }

    void whatRunningCallsReservedMayComeBackAtAnyTime()
    {
        Desk desk;
        const Claim claim = desk.claim("team:t", tpm(1000), Subject::Team);
        const auto hold = desk.ask({&claim}, {800, {}, true});
        const auto refused = desk.ask({&claim}, {300, {}, true});
        QVERIFY(!refused);
        QCOMPARE(*refused.error().retryAfter, 1s);
        QCOMPARE(refused.error().message,
            std::string(
                "Rate limit exceeded for team: t. Limit type: tokens. Current limit: 1000, Remaining: 200. Limit resets at: "
                "2027-01-15 08:00:01 UTC. Reserved by running requests: 800. This request may take up to: 300."));
    }

    void callsAtOnceAreCountedWhileTheyRun()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", parallel(2));
        auto first = desk.ask({&claim});
        const auto second = desk.ask({&claim});
        QVERIFY(first.has_value() && second.has_value());
        QVERIFY(!desk.ask({&claim}));
        first->settle({}, 0, desk.now, desk.wall);
        QVERIFY(first->isEmpty());
        QVERIFY(desk.ask({&claim}).has_value());
        QCOMPARE(desk.standing("key:a").parallel, std::int64_t(1));
    }

    void aHoldThatIsDroppedGivesEverythingBack()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", {1, 100, 1, usd("1")});
        for (int i = 0; i < 200; ++i, desk.pass(700ms)) {
            const auto hold = desk.ask({&claim}, {100, usd("1"), true});
            QVERIFY(hold.has_value());
            QCOMPARE(desk.standing("key:a").requests, std::int64_t(1));
        }
        auto late = desk.ask({&claim}, {100, usd("1"), true});
        desk.pass(2min);
        QCOMPARE(desk.standing("key:a").requests, std::int64_t(0));
        QVERIFY(uses(desk, desk.claim("key:a", rpm(1))));
        late = Hold {};
        const Standing standing = desk.standing("key:a");
        QCOMPARE(standing.requests, std::int64_t(1)); // the one after it
        QCOMPARE(standing.tokens + standing.parallel, std::int64_t(0));
        QCOMPARE(standing.reserved, Money {});
    }

    void aHoldMovesAndIsSettledOnce()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", {10, 100, 5, usd("1")});
        Hold first = *desk.ask({&claim}, {10, usd("0.1"), true});
        Hold second = std::move(first);
        QVERIFY(second.accounts() == std::vector<std::string_view> {"key:a"});
        first.settle(usd("0.1"), 10, desk.now, desk.wall); // NOLINT(bugprone-use-after-move): a moved hold is empty
        QCOMPARE(desk.standing("key:a").spent, Money {});
        second.settle(usd("0.1"), 10, desk.now, desk.wall);
        second.settle(usd("0.1"), 10, desk.now, desk.wall);
        QCOMPARE(desk.standing("key:a").spent, usd("0.1"));
        QCOMPARE(desk.standing("key:a").tokens, std::int64_t(10));
        Hold third = *desk.ask({&claim});
        third = *desk.ask({&claim}); // the one it had is given back
        QCOMPARE(desk.standing("key:a").parallel, std::int64_t(1));
        QCOMPARE(desk.standing("key:a").requests, std::int64_t(2));
    }

    void marginsSayWhatIsLeftOfEachLimit()
    {
        Desk desk;
        const Claim key = desk.claim("key:a", {3, 100, 2, {}});
        const Claim team = desk.claim("team:t", tpm(50), Subject::Team);
        const auto hold = desk.ask({&key, &team}, {30, {}, true});
        const auto margins = desk.ledger.margins({&key, &team}, desk.now);
        QCOMPARE(margins.size(), std::size_t(4));
        QCOMPARE(margins[0].what, std::string_view("requests"));
        QCOMPARE(margins[0].remaining, std::int64_t(2));
        QCOMPARE(margins[1].remaining, std::int64_t(70));
        QCOMPARE(margins[2].what, std::string_view("max_parallel_requests"));
        QCOMPARE(margins[2].remaining, std::int64_t(1));
        QCOMPARE(margins[3].subject, Subject::Team);
        QCOMPARE(margins[3].remaining, std::int64_t(20));
        desk.pass(2min);
        QCOMPARE(desk.ledger.margins({&key}, desk.now)[0].remaining, std::int64_t(3));
    }

    void absurdFiguresDoNoHarm()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", {{}, 1000, {}, usd("1")});
        const Claim free = desk.claim("key:b", {});
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        std::vector<Result<Hold>> holds;
        for (int i = 0; i < 100; ++i)
            holds.push_back(desk.ask({&free}, {most, {most}, true}));
        QVERIFY(!desk.ask({&claim}, {most, {most}, true}));
        for (auto &hold : holds)
            hold->settle({-5}, -5, desk.now, desk.wall);
        const Standing standing = desk.standing("key:b");
        QCOMPARE(standing.reserved, Money {});
        QCOMPARE(standing.spent, Money {});
        QCOMPARE(standing.tokens, std::int64_t(0));
        QVERIFY(desk.ask({&claim}, {-most, {-most}, true}).has_value());
    }

    void timeThatRunsBackALittleIsTakenAsNow()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", rpm(2));
        QVERIFY(uses(desk, claim));
        desk.pass(-3s); // another thread looked at its clock before it waited for the lock
        QVERIFY(uses(desk, claim));
        QVERIFY(!uses(desk, claim));
        desk.pass(3s);
        QCOMPARE(desk.standing("key:a").requests, std::int64_t(2));
    }

    void aSoftBudgetIsToldOncePerPeriodAndRefusesNothing()
    {
        Desk desk;
        Limits limits;
        limits.soft = usd("1");
        const Claim claim = desk.claim("key:a", limits);
        for (int i = 0; i < 5; ++i) {
            auto hold = desk.ask({&claim}, {0, usd("0.6"), true});
            QVERIFY(hold.has_value());
            hold->settle(usd("0.6"), 0, desk.now, desk.wall);
        }
        const auto told = desk.ledger.takeSoftened();
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told.front().name, std::string("key:a"));
        QVERIFY(told.front().spent == usd("1.2") && told.front().soft == usd("1"));
        QVERIFY(desk.ledger.takeSoftened().empty());
        desk.ledger.setSpent("key:a", usd("0.5"));
        auto hold = desk.ask({&claim}, {0, usd("0.6"), true});
        hold->settle(usd("0.6"), 0, desk.now, desk.wall);
        QCOMPARE(desk.ledger.takeSoftened().size(), std::size_t(1));
    }

    void eachMarkOfABudgetIsToldOnceAPeriod()
    {
        Desk desk;
        Limits limits = budget("1");
        limits.soft = usd("0.9");
        const Claim claim = desk.claim("key:a", limits);
        const auto spend = [&](const char *money) {
            auto hold = desk.ask({&claim}, {0, {}, true});
            return hold ? hold->settle(usd(money), 0, desk.now, desk.wall) : std::vector<Crossed> {};
        };
        QVERIFY(spend("0.4").empty());
        QCOMPARE(spend("0.45").front().percent, 80); // and not 50
        QVERIFY(spend("0.01").empty());
        const auto both = spend("0.1"); // the soft budget and 95 %
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both.front().percent, 0);
        QCOMPARE(both.back().percent, 95);
        QVERIFY(both.back().spent == usd("0.96") && both.back().limit == usd("1"));
        QCOMPARE(spend("0.04").front().percent, 100);
        QVERIFY(spend("0.04").empty());
        desk.ledger.setSpent("key:a", usd("0.1"));
        QCOMPARE(spend("0.7").front().percent, 80);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
