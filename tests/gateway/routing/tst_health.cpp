// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/health.h"

#include "gateway/routing/health_slots.h"

#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::routing;
using namespace std::chrono_literals;

namespace {

constexpr Peers several {3, false};

Clock::Instant at(std::chrono::milliseconds since)
{
    return Clock::Instant(1h) + since; // the beginning of a minute
}

Ended failed(Fault fault, std::optional<std::chrono::milliseconds> retryAfter = {})
{
    Ended ended;
    ended.fault = fault;
    ended.status = info(fault).status;
    ended.reason = "it failed";
    ended.retryAfter = retryAfter;
    return ended;
}

Ended worked(std::chrono::microseconds duration = 1s, std::int64_t outputTokens = 10)
{
    Ended ended;
    ended.status = 200;
    ended.duration = duration;
    ended.inputTokens = 5;
    ended.outputTokens = outputTokens;
    return ended;
}

/// One deployment and its clock.
struct One {
    Health health;
    Slot slot = health.enroll("a");
    CooldownRules rules = {};
    Clock::Instant now = at(0ms);

    bool attempt(const Ended &ended) { return health.begin(slot, now).end(ended, rules, several, now); }
    BreakerState state() const { return health.standing(slot, now).state; }
    bool rests() const { return health.isResting(slot, now); }
    std::chrono::milliseconds left() const { return health.standing(slot, now).left; }
    Pace &pace() const { return health.slots().place(slot).chunk.paces[0]; }
};

} // namespace

class TestHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSlotIsGivenOnceForEachId()
    {
        Health health;
        const Slot first = health.enroll("a");
        std::vector<Slot> others;
        for (int i = 0; i < 1000; ++i)
            others.push_back(health.enroll(std::to_string(i)));
        QCOMPARE(health.enroll("a"), first);
        QCOMPARE(health.enroll("999"), others.back());
        health.begin(others.back(), at(0ms)).drop();
        QCOMPARE(health.requestsThisMinute(others.back(), at(0ms)), 1);
        QCOMPARE(health.requestsThisMinute(others.front(), at(0ms)), 0);
    }

    void whatIsUnderWayIsCountedUntilItEnds()
    {
        One one;
        Health::Use first = one.health.begin(one.slot, one.now);
        {
            const Health::Use dropped = one.health.begin(one.slot, one.now);
            QCOMPARE(one.health.inFlight(one.slot), 2);
        }
        Health::Use moved = std::move(first);
        QCOMPARE(one.health.inFlight(one.slot), 1);
        moved.end(worked(), one.rules, several, one.now);
        QVERIFY(!moved.end(failed(Fault::Authentication), one.rules, several, one.now)); // it ends once
        QCOMPARE(one.health.inFlight(one.slot), 0);
        QCOMPARE(one.health.requestsThisMinute(one.slot, one.now), 2);
        QCOMPARE(one.health.tokensThisMinute(one.slot, one.now), 15);
    }

    void aMinuteForgetsTheOneBefore()
    {
        One one;
        one.now = at(59'999ms);
        one.attempt(worked());
        one.attempt(failed(Fault::InternalServer));
        QCOMPARE(one.health.standing(one.slot, one.now).failuresThisMinute, 1);
        QCOMPARE(one.health.requestsThisMinute(one.slot, one.now), 2);
        one.now = at(60s);
        QCOMPARE(one.health.requestsThisMinute(one.slot, one.now), 0);
        QCOMPARE(one.health.tokensThisMinute(one.slot, one.now), 0);
        QCOMPARE(one.health.standing(one.slot, one.now).failuresThisMinute, 0);
    }

    void exactlyTheLimitIsAdmitted()
    {
        One one;
        QVERIFY(one.health.takeRequest(one.slot, 2, one.now));
        one.health.begin(one.slot, one.now, true).drop(); // taken already: not counted again
        QVERIFY(one.health.takeRequest(one.slot, 2, one.now));
        QVERIFY(!one.health.takeRequest(one.slot, 2, one.now));
        QCOMPARE(one.health.requestsThisMinute(one.slot, one.now), 2);
        QVERIFY(one.health.takeRequest(one.slot, 2, one.now + 1min));
    }

    void tokensAreTakenAheadAndCountedInTruthAtTheEnd()
    {
        One one;
        auto first = one.health.takeTokens(one.slot, 60, 100, one.now);
        QVERIFY(first.has_value());
        QVERIFY(!one.health.takeTokens(one.slot, 41, 100, one.now));
        QVERIFY(one.health.takeTokens(one.slot, 40, 100, one.now).has_value()); // given back at once
        Ended ended = worked();
        ended.inputTokens = 50;
        ended.outputTokens = 20;
        one.health.begin(one.slot, one.now).end(ended, one.rules, several, one.now);
        QCOMPARE(one.health.tokensThisMinute(one.slot, one.now), 130);
        first.reset();
        QCOMPARE(one.health.tokensThisMinute(one.slot, one.now), 70);
        auto late = one.health.takeTokens(one.slot, 30, 100, one.now);
        const auto next = one.health.takeTokens(one.slot, 100, 100, one.now + 1min);
        QVERIFY(late && next);
        late.reset(); // of a minute that is over
        QCOMPARE(one.health.tokensThisMinute(one.slot, one.now + 1min), 100);
    }

    void exactlyTheTokensThereAreAreTakenAmongThreads()
    {
        One one;
        std::atomic<std::int64_t> kept {0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                std::vector<Health::Tokens> all;
                for (int n = 0; n < 5000; ++n) {
                    auto taken = one.health.takeTokens(one.slot, 3, 7000, one.now);
                    if (taken && n % 2)
                        all.push_back(std::move(*taken));
                }
                kept += static_cast<std::int64_t>(all.size()) * 3;
                QVERIFY(one.health.tokensThisMinute(one.slot, one.now) <= 7000);
            });
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(kept > 0);
        QCOMPARE(one.health.tokensThisMinute(one.slot, one.now), 0);
    }

    void exactlyTheLimitIsAdmittedAmongThreads()
    {
        One one;
        std::atomic<int> admitted {0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 5000; ++n)
                    admitted += one.health.takeRequest(one.slot, 7000, one.now) ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(admitted.load(), 7000);
        QCOMPARE(one.health.requestsThisMinute(one.slot, one.now), 7000);
    }

    void threadsLeaveNothingInFlight()
    {
        One one;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&one, i] {
                for (int n = 0; n < 2000; ++n) {
                    const Clock::Instant now = at(std::chrono::milliseconds(n));
                    Health::Use use = one.health.begin(one.slot, now);
                    if (n % 3 == 0)
                        use.end(failed(Fault::RateLimit, 2ms), one.rules, several, now);
                    else if (n % 7 != i)
                        use.end(worked(), one.rules, several, now);
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(one.health.inFlight(one.slot), 0);
        QCOMPARE(one.health.requestsThisMinute(one.slot, at(0ms)), 8000);
        QCOMPARE(one.health.standing(one.slot, at(0ms)).failuresThisMinute, 4 * 667);
        one.health.close(one.slot, at(0ms));
        QCOMPARE(one.health.slots().notClosed.load(), 0);
    }

    void aRestEndsWithOneProbeThatWorks()
    {
        One one;
        QVERIFY(one.attempt(failed(Fault::RateLimit)));
        QVERIFY(one.state() == BreakerState::Open);
        QCOMPARE(one.left(), 5000ms);
        QCOMPARE(QByteArray::fromStdString(one.health.standing(one.slot, one.now).reason), QByteArray("it failed"));
        QCOMPARE(one.health.standing(one.slot, one.now).status, 429);
        one.now += 4999ms;
        QVERIFY(one.rests());
        one.now += 1ms;
        QVERIFY(!one.rests());
        QVERIFY(one.state() == BreakerState::HalfOpen);
        Health::Use probe = one.health.begin(one.slot, one.now);
        QVERIFY(one.rests()); // for all others
        QVERIFY(one.state() == BreakerState::HalfOpen);
        QCOMPARE(one.left(), 0ms);
        probe.end(worked(), one.rules, several, one.now);
        QVERIFY(one.state() == BreakerState::Closed);
        QVERIFY(!one.rests());
        QCOMPARE(one.health.slots().notClosed.load(), 0);
    }

    void eachFailedProbeDoublesTheRest()
    {
        One one;
        one.attempt(failed(Fault::RateLimit));
        for (const auto expected : {10s, 20s, 40s, 40s}) {
            one.now += one.left();
            QVERIFY(one.attempt(failed(Fault::InternalServer))); // one failure is enough, and of any kind
            QCOMPARE(one.left(), std::chrono::milliseconds(expected));
        }
        one.now += one.left();
        one.attempt(worked());
        one.attempt(failed(Fault::RateLimit));
        QCOMPARE(one.left(), 5000ms); // a new beginning
    }

    void aDoubledRestEndsWithinFiveMinutes()
    {
        One one;
        one.rules.time = 2min;
        one.attempt(failed(Fault::RateLimit));
        one.now += 2min;
        one.attempt(failed(Fault::RateLimit));
        QCOMPARE(one.left(), std::chrono::milliseconds(4min));
        one.now += 4min;
        one.attempt(failed(Fault::RateLimit));
        QCOMPARE(one.left(), std::chrono::milliseconds(5min));
    }

    void theProvidersWordIsNotDoubled()
    {
        One one;
        one.attempt(failed(Fault::RateLimit, 3s));
        QCOMPARE(one.left(), 3000ms);
        one.now += 3s;
        one.attempt(failed(Fault::RateLimit, 7s));
        QCOMPARE(one.left(), 7000ms);
    }

    void aDroppedProbeMakesRoomForTheNext()
    {
        One one;
        one.attempt(failed(Fault::RateLimit));
        one.now += 5s;
        Health::Use probe = one.health.begin(one.slot, one.now);
        QVERIFY(one.rests());
        probe.drop();
        QVERIFY(!one.rests());
        QVERIFY(one.state() == BreakerState::HalfOpen);
        one.health.begin(one.slot, one.now).end(failed(Fault::ClientGone), one.rules, several, one.now); // a drop as well
        QVERIFY(one.state() == BreakerState::HalfOpen);
        QVERIFY(!one.rests());
    }

    void aProbeThatTakesLongLetsAnotherOneTry_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("patience");
        QTest::newRow("a refusal comes at once") << static_cast<int>(Fault::RateLimit) << 1;
        QTest::newRow("silence takes long") << static_cast<int>(Fault::Timeout) << 30;
    }
    void aProbeThatTakesLongLetsAnotherOneTry()
    {
        QFETCH(int, fault);
        QFETCH(int, patience);
        One one;
        one.rules.allowedFails = 0;
        one.attempt(failed(static_cast<Fault>(fault)));
        one.now += 5s;
        Health::Use slow = one.health.begin(one.slot, one.now);
        one.now += std::chrono::seconds(patience) - 1ms;
        QVERIFY(one.rests());
        one.now += 1ms;
        QVERIFY(!one.rests());
        Health::Use next = one.health.begin(one.slot, one.now);
        QVERIFY(one.rests());
        slow.end(worked(), one.rules, several, one.now);
        QVERIFY(one.state() == BreakerState::Closed);
    }

    void whoBeganBeforeTheRestDoesNotEndIt()
    {
        One one;
        Health::Use early = one.health.begin(one.slot, one.now);
        Health::Use late = one.health.begin(one.slot, one.now);
        one.attempt(failed(Fault::RateLimit));
        early.end(worked(), one.rules, several, one.now + 1s);
        QVERIFY(one.state() == BreakerState::Open);
        one.now += 5s;
        Health::Use probe = one.health.begin(one.slot, one.now);
        late.end(failed(Fault::RateLimit), one.rules, several, one.now); // nor does it overrule the probe
        probe.end(worked(), one.rules, several, one.now);
        QVERIFY(one.state() == BreakerState::Closed);
    }

    void aProbeAnsweredWithABadRequestHasFoundSomebodyAtHome()
    {
        One one;
        one.attempt(failed(Fault::RateLimit));
        one.now += 5s;
        one.attempt(failed(Fault::BadRequest));
        QVERIFY(one.state() == BreakerState::Closed);
    }

    void aLaterFailureCanOnlyLengthenARest()
    {
        One one;
        Health::Use other = one.health.begin(one.slot, one.now);
        one.attempt(failed(Fault::RateLimit, 60s));
        other.end(failed(Fault::RateLimit), one.rules, several, one.now + 1s);
        QCOMPARE(one.left(), 60'000ms);
    }

    void allowedFailsAreForgottenAfterACooldownTime()
    {
        One one;
        one.rules.allowedFails = 1;
        QVERIFY(!one.attempt(failed(Fault::InternalServer)));
        one.now += 5001ms;
        QVERIFY(!one.attempt(failed(Fault::InternalServer)));
        one.now += 5000ms;
        QVERIFY(one.attempt(failed(Fault::InternalServer)));
    }

    void closeNowForgetsWhatFailed()
    {
        One one;
        one.health.setOutage(one.slot, one.now + 5min);
        for (int i = 0; i < 5; ++i)
            one.attempt(failed(Fault::ApiConnection));
        QVERIFY(one.rests());
        QVERIFY(one.health.isInOutage(one.slot, one.now));
        QCOMPARE(one.health.standing(one.slot, one.now).outageLeft, std::chrono::milliseconds(5min));
        one.health.close(one.slot, one.now);
        QVERIFY(!one.rests());
        QVERIFY(!one.health.isInOutage(one.slot, one.now));
        QCOMPARE(one.health.standing(one.slot, one.now).errorRate, 0.0);
        QVERIFY(!one.attempt(failed(Fault::ApiConnection))); // the first of a new count
    }

    void anOutageEndsByItself()
    {
        One one;
        one.health.setOutage(one.slot, one.now + 2min);
        QVERIFY(one.health.isInOutage(one.slot, one.now + 119s));
        QVERIFY(!one.health.isInOutage(one.slot, one.now + 2min));
        one.health.setOutage(one.slot, Clock::Instant());
        QVERIFY(!one.health.isInOutage(one.slot, one.now));
    }

    void latencyIsAveragedForEachTokenOverTheLastAnswers()
    {
        One one;
        one.health.keepLatencies(2);
        one.attempt(worked(1s, 10));
        QCOMPARE(one.pace().whole.load(), 0.1F);
        one.attempt(worked(3s, 10));
        QCOMPARE(one.pace().whole.load(), 0.2F);
        one.attempt(worked(3s, 10)); // the first is out of the ring
        QCOMPARE(one.pace().whole.load(), 0.3F);
        one.attempt(failed(Fault::InternalServer));
        QCOMPARE(one.pace().whole.load(), 0.3F);
        Ended streamed = worked(2s, 4);
        streamed.stream = true;
        streamed.firstToken = 400ms;
        one.attempt(streamed);
        QCOMPARE(one.pace().firstToken.load(), 0.1F);
        QCOMPARE(one.pace().whole.load(), 0.4F);
        Ended late = failed(Fault::Timeout);
        late.stream = true;
        one.attempt(late);
        QVERIFY(one.pace().whole.load() > 500);
        QVERIFY(one.pace().firstToken.load() > 500);
    }

    void failuresFade()
    {
        One one;
        for (int i = 0; i < 20; ++i)
            one.attempt(failed(Fault::InternalServer));
        const double atOnce = one.health.standing(one.slot, one.now).errorRate;
        const double later = one.health.standing(one.slot, one.now + 1min).errorRate;
        QVERIFY2(atOnce > 0.9 && atOnce <= 1, qPrintable(QString::number(atOnce)));
        QVERIFY2(later < 0.25, qPrintable(QString::number(later)));
        QVERIFY(!one.health.standing(one.slot, one.now).latency);
        one.attempt(worked(2s));
        QCOMPARE(one.health.standing(one.slot, one.now).latency, std::optional(std::chrono::microseconds(2s)));
    }

    void aLongReasonIsCutBetweenCharacters()
    {
        One one;
        Ended ended = failed(Fault::RateLimit);
        ended.reason = std::string(199, 'x') + "ä tail";
        one.attempt(ended);
        QCOMPARE(one.health.standing(one.slot, one.now).reason, std::string(199, 'x'));
    }
};

QTEST_APPLESS_MAIN(TestHealth)
#include "tst_health.moc"
