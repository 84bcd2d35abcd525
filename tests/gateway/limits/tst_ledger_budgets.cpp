// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;
using namespace std::chrono_literals;

class TestLedgerBudgets : public QObject
{
    Q_OBJECT

    static bool spends(Desk &desk, const Claim &claim, const char *dollars)
    {
        auto hold = desk.ask({&claim}, atMost(dollars));
        if (!hold)
            return false;
        hold->settle(usd(dollars), 0, desk.now, desk.wall);
        return true;
    }

    static std::string refusalOf(Desk &desk, const Claim &claim, const Ask &ask)
    {
        const auto refused = desk.ask({&claim}, ask);
        return refused ? std::string() : refused.error().message;
    }

private Q_SLOTS:
    void aBudgetIsUsedUpWhenExactlyItWasSpent()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        QVERIFY(spends(desk, claim, "0.999999999"));
        QVERIFY(spends(desk, claim, "0.000000001"));
        QVERIFY(!desk.ask({&claim}, atMost("0.000000001")));
        QVERIFY(!desk.ask({&claim}, perhaps("0")));           // nobody knows what it costs
        QVERIFY(desk.ask({&claim}, atMost("0")).has_value()); // a free model
    }

    void aBudgetOfNothingIsNothing()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("0"));
        QVERIFY(!desk.ask({&claim}, perhaps("0.1")));
        QVERIFY(!desk.ask({&claim}, atMost("0.1")));
    }

    void ofManyAtOnceOnlySoManyPassAsThereIsRoomFor()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        std::vector<Hold> holds;
        for (int i = 0; i < 200; ++i) {
            if (auto hold = desk.ask({&claim}, atMost("0.1")))
                holds.push_back(std::move(*hold));
        }
        QCOMPARE(holds.size(), std::size_t(10));
        QCOMPARE(desk.standing("key:a").reserved, usd("1"));
        for (Hold &hold : holds)
            hold.settle(usd("0.05"), 0, desk.now, desk.wall);
        QCOMPARE(desk.standing("key:a").spent, usd("0.5"));
        QCOMPARE(desk.standing("key:a").reserved, Money {});
        QVERIFY(desk.ask({&claim}, atMost("0.5")).has_value());
        QVERIFY(!desk.ask({&claim}, atMost("0.500000001")));
    }

    void whoeverIsAloneMayUseTheRestWithoutSayingHowMuch()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        QVERIFY(spends(desk, claim, "0.99"));
        {
            const auto alone = desk.ask({&claim}, perhaps("5"));
            QVERIFY(alone.has_value());
            QVERIFY(!desk.ask({&claim}, perhaps("5")));
            QVERIFY(!desk.ask({&claim}, atMost("0.001")));
        }
        QVERIFY(desk.ask({&claim}, atMost("0.001")).has_value());
        QVERIFY(!desk.ask({&claim}, atMost("5")));
    }

    void aRefusalSaysWhatWasSpentAndWhenItBeginsAnew()
    {
        Desk desk;
        const Claim claim = desk.claim("key:abc", budget("1"));
        desk.ledger.schedule("key:abc", Schedule {"1d", ""}, desk.wall + 16h);
        QVERIFY(spends(desk, claim, "1"));
        const auto refused = desk.ask({&claim}, atMost("0.1"));
        QVERIFY(!refused);
        const Error &error = refused.error();
        QCOMPARE(error.fault, Fault::BudgetExceeded);
        QCOMPARE(error.httpStatus(), 429);
        QCOMPARE(error.message,
            std::string(
                "Budget has been exceeded! Current cost: 1.0, Max budget: 1.0 (api_key: abc). Remaining: 0.0. Budget resets "
                "at: 2027-01-16 00:00:00 UTC"));
        QCOMPARE(*error.retryAfter, 16h);
        QCOMPARE(error.limit->type, std::string("budget"));
        QCOMPARE(error.limit->resetAt, std::string("2027-01-16 00:00:00 UTC"));
        QCOMPARE(error.limit->limit, std::string("1.0"));
        QCOMPARE(error.limit->remaining, std::string("0.0"));
    }

    void aRefusalForOthersSakeSaysSoAndMayBeTriedSoon()
    {
        Desk desk;
        const Claim claim = desk.claim("team:t", budget("1"), Subject::Team);
        QVERIFY(spends(desk, claim, "0.2"));
        const auto hold = desk.ask({&claim}, atMost("0.7"));
        const auto refused = desk.ask({&claim}, atMost("0.2"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
            std::string(
                "Budget has been exceeded! Team=t Current cost: 0.2, Max budget: 1.0. Remaining: 0.1. Reserved by running "
                "requests: 0.7. This request may take up to: 0.2. Budget never resets."));
        QCOMPARE(*refused.error().retryAfter, 1s);
        QVERIFY(!desk.ask({&claim}, atMost("0.9")).error().retryAfter); // no waiting helps
    }

    void aPeriodBeginsAnewWhenItsTimeHasCome()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall + 1h);
        QVERIFY(spends(desk, claim, "1"));
        desk.pass(1h - 1ms);
        QVERIFY(!desk.ask({&claim}, atMost("1")));
        desk.pass(1ms);
        QCOMPARE(desk.standing("key:a").spent, Money {});
        QCOMPARE(*desk.standing("key:a").resetAt, desk.wall + 1h);
        QVERIFY(spends(desk, claim, "1"));
        const auto rolled = desk.ledger.roll(desk.wall);
        QCOMPARE(rolled.size(), std::size_t(1));
        QCOMPARE(rolled[0].name, std::string("key:a"));
        QCOMPARE(rolled[0].begun, desk.wall);
        QCOMPARE(*rolled[0].resetAt, desk.wall + 1h);
        QVERIFY(desk.ledger.roll(desk.wall).empty());
        QCOMPARE(desk.standing("key:a").spent, usd("1"));
    }

    void everybodyWhoIsDueBeginsAnewEvenWithoutACall()
    {
        Desk desk;
        for (int i = 0; i < 1000; ++i) {
            const std::string name = "key:" + std::to_string(i);
            desk.ledger.load(name, usd("5"), {});
            desk.ledger.schedule(name, Schedule {i % 2 ? "1d" : "7d", "Europe/Berlin"}, desk.wall + (i % 2 ? 15h : 100h));
        }
        desk.pass(15h);
        const auto rolled = desk.ledger.roll(desk.wall);
        QCOMPARE(rolled.size(), std::size_t(500));
        for (const Rolled &each : rolled)
            QCOMPARE(*each.resetAt, desk.wall + 24h);
        QCOMPARE(desk.standing("key:1").spent, Money {});
        QCOMPARE(desk.standing("key:2").spent, usd("5"));
    }

    void aPeriodThatWasSleptThroughEndsOnce()
    {
        Desk desk;
        desk.ledger.load("key:a", usd("5"), desk.wall - 240h);
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall - 240h);
        const auto rolled = desk.ledger.roll(desk.wall);
        QCOMPARE(rolled.size(), std::size_t(1));
        QCOMPARE(*rolled[0].resetAt, desk.wall + 1h);
    }

    void whatIsReservedStaysReservedBeyondAReset()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall + 1h);
        auto hold = desk.ask({&claim}, atMost("0.9"));
        desk.pass(1h);
        QVERIFY(!desk.ask({&claim}, atMost("0.2")));
        QCOMPARE(desk.standing("key:a").reserved, usd("0.9"));
        hold->settle(usd("0.8"), 0, desk.now, desk.wall); // it ends in the new period, and costs there
        QCOMPARE(desk.standing("key:a").spent, usd("0.8"));
        QCOMPARE(desk.standing("key:a").reserved, Money {});
    }

    void aPeriodMayEndWhileACallIsSettled()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("10"));
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall + 1h);
        QVERIFY(spends(desk, claim, "5"));
        auto hold = desk.ask({&claim}, atMost("1"));
        desk.pass(1h);
        hold->settle(usd("1"), 0, desk.now, desk.wall);
        QCOMPARE(desk.standing("key:a").spent, usd("1"));
        QCOMPARE(desk.ledger.roll(desk.wall).size(), std::size_t(1));
    }

    void noScheduleIsForEver()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall + 1h);
        desk.ledger.schedule("key:a", {}, desk.wall + 1h);
        QVERIFY(spends(desk, claim, "1"));
        desk.pass(1000h);
        QVERIFY(desk.ledger.roll(desk.wall).empty());
        QVERIFY(!desk.ask({&claim}, atMost("1")));
    }

    void bookingChangesNothingOfWhatWasSpent()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("10"));
        desk.ledger.load("key:a", usd("1"), {});
        QVERIFY(spends(desk, claim, "2"));
        QVERIFY(spends(desk, claim, "3"));
        QCOMPARE(desk.standing("key:a").spent, usd("6"));
        desk.ledger.booked("key:a", usd("2"), usd("3"));
        QCOMPARE(desk.standing("key:a").spent, usd("6"));
        desk.ledger.booked("key:a", usd("3"), usd("8")); // somebody else booked 2
        QCOMPARE(desk.standing("key:a").spent, usd("8"));
    }

    void whatIsBookedLateNeverGoesBelowNothing()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("10"));
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall + 1h);
        QVERIFY(spends(desk, claim, "2"));
        desk.pass(1h);
        QVERIFY(spends(desk, claim, "1"));
        desk.ledger.booked("key:a", usd("2"), usd("0"));
        QCOMPARE(desk.standing("key:a").spent, Money {});
        desk.ledger.booked("key:a", {}, usd("1"));
        QCOMPARE(desk.standing("key:a").spent, usd("1"));
    }

    void whatWasSpentCanBeSet()
    {
        Desk desk;
        const Claim claim = desk.claim("key:a", budget("1"));
        QVERIFY(spends(desk, claim, "1"));
        desk.ledger.setSpent("key:a", usd("0.25"));
        QCOMPARE(desk.standing("key:a").spent, usd("0.25"));
        QVERIFY(spends(desk, claim, "0.75"));
    }

    void aForgottenAccountBeginsFromNothing()
    {
        Desk desk;
        const Claim old = desk.claim("key:a", budget("1"));
        desk.ledger.schedule("key:a", Schedule {"1h", ""}, desk.wall + 1h);
        auto hold = desk.ask({&old}, atMost("1"));
        desk.ledger.forget("key:a");
        QCOMPARE(desk.standing("key:a").reserved, Money {});
        desk.pass(2h);
        QVERIFY(desk.ledger.roll(desk.wall).empty());
        const Claim fresh = desk.claim("key:a", budget("1"));
        QVERIFY(spends(desk, fresh, "1"));
        hold->settle(usd("1"), 0, desk.now, desk.wall);
        QCOMPARE(desk.standing("key:a").spent, usd("1"));
        QCOMPARE(desk.standing("nobody").spent, Money {});
        desk.ledger.forget("nobody");
    }

    void theDearestClaimBinds()
    {
        Desk desk;
        const Claim key = desk.claim("key:a", budget("10"));
        const Claim user = desk.claim("user:u", budget("5"), Subject::User);
        const Claim team = desk.claim("team:t", budget("1"), Subject::Team);
        int passed = 0;
        while (auto hold = desk.ask({&key, &user, &team}, atMost("0.3"))) {
            hold->settle(usd("0.3"), 0, desk.now, desk.wall);
            ++passed;
        }
        QCOMPARE(passed, 3);
        QCOMPARE(desk.standing("key:a").spent, usd("0.9"));
        QVERIFY(refusalOf(desk, team, atMost("0.3")).starts_with("Budget has been exceeded! Team=t Current cost: 0.9"));
    }

    void whatARunningCallNeedsMoreOfIsMoneyOnly()
    {
        Desk desk;
        const Claim key = desk.claim("key:a", {1, {}, 1, usd("1")});
        auto hold = desk.ask({&key}, atMost("0.4"));
        QVERIFY(hold.has_value());
        Ask more = atMost("0.7");
        more.isMore = true;
        QVERIFY2(!desk.ask({&key}, more), "there is no room for so much");
        more.money = usd("0.6");
        {
            const auto held = desk.ask({&key}, more);
            QVERIFY2(held.has_value(), "it is no second request");
            QCOMPARE(desk.standing("key:a").reserved, usd("1"));
            QCOMPARE(desk.standing("key:a").parallel, std::int64_t(1));
        }
        QCOMPARE(desk.standing("key:a").reserved, usd("0.4"));
        QCOMPARE(desk.standing("key:a").parallel, std::int64_t(1));
        hold->settle(usd("0.4"), 0, desk.now, desk.wall);
        QCOMPARE(desk.standing("key:a").requests, std::int64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestLedgerBudgets)
#include "tst_ledger_budgets.moc"
