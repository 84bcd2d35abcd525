// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/cooldown.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;
using namespace std::chrono_literals;

namespace {

constexpr Peers alone {1, false}, several {3, false}, aloneWithFallback {1, true};
constexpr auto never = -1ms;

Failing failing(Fault fault, std::int64_t requests = 1, std::int64_t failures = 1)
{
    return {fault, info(fault).status, requests, failures, static_cast<int>(failures), {}};
}

Failing asking(Fault fault, std::chrono::milliseconds retryAfter)
{
    Failing result = failing(fault);
    result.retryAfter = retryAfter;
    return result;
}

CooldownRules allowing(int fails)
{
    CooldownRules rules;
    rules.allowedFails = fails;
    return rules;
}

CooldownRules own(std::chrono::milliseconds time)
{
    CooldownRules rules;
    rules.time = time;
    rules.isOwnTime = true;
    return rules;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::routing::Failing)
Q_DECLARE_METATYPE(gatehouse::routing::CooldownRules)
Q_DECLARE_METATYPE(gatehouse::routing::Peers)
Q_DECLARE_METATYPE(std::chrono::milliseconds)

class TestCooldown : public QObject
{
    Q_OBJECT

    static void row(
        const char *name, const Failing &failing, const CooldownRules &rules, const Peers &peers, std::chrono::milliseconds rest)
    {
        QTest::newRow(name) << failing << rules << peers << rest;
    }

private Q_SLOTS:
    void eachRuleDecidesAsItsRowSays_data()
    {
        QTest::addColumn<Failing>("failure");
        QTest::addColumn<CooldownRules>("rules");
        QTest::addColumn<Peers>("peers");
        QTest::addColumn<std::chrono::milliseconds>("rest");

        // what never makes one rest
        CooldownRules off, wildcard;
        off.isOff = true;
        wildcard.isWildcard = true;
        Failing silent = failing(Fault::RateLimit);
        silent.status = 0;
        row("cooldowns are off", failing(Fault::RateLimit), off, several, never);
        row("a wildcard", failing(Fault::RateLimit), wildcard, several, never);
        row("no cooldown time", failing(Fault::RateLimit), own(0ms), several, never);
        row("no status", silent, {}, several, never);
        row("a bad request", failing(Fault::BadRequest, 9, 9), {}, several, never);
        row("403", failing(Fault::PermissionDenied, 9, 9), {}, several, never);
        row("422", failing(Fault::UnprocessableEntity, 9, 9), {}, several, never);
        row("a mistake of the gateway's own", failing(Fault::Internal, 9, 9), {}, several, never);

        // by what failed
        row("429 among several", failing(Fault::RateLimit), {}, several, 5s);
        row("429 of a lone one", failing(Fault::RateLimit), {}, alone, never);
        row("429 of a lone one with a fallback", failing(Fault::RateLimit), {}, aloneWithFallback, 5s);
        row("401 of a lone one", failing(Fault::Authentication), {}, alone, 5s);
        row("404 of a lone one", failing(Fault::NotFound), {}, alone, 5s);
        row("401 among several", failing(Fault::Authentication, 99, 1), {}, several, 5s);

        // by how much failed
        row("500, too few to judge", failing(Fault::InternalServer, 4, 4), {}, several, never);
        row("500, five of five", failing(Fault::InternalServer, 5, 5), {}, several, 5s);
        row("500, half of ten", failing(Fault::InternalServer, 10, 5), {}, several, never);
        row("500, more than half", failing(Fault::InternalServer, 10, 6), {}, several, 5s);
        row("500 of a lone one", failing(Fault::InternalServer, 10, 10), {}, alone, never);
        row("500 of a lone one with a fallback", failing(Fault::InternalServer, 10, 10), {}, aloneWithFallback, 5s);
        row("a lone one of which all of 999 failed", failing(Fault::InternalServer, 999, 999), {}, alone, never);
        row("a lone one of which all of 1,000 failed", failing(Fault::InternalServer, 1000, 1000), {}, alone, 5s);
        row("a lone one of which nearly all failed", failing(Fault::InternalServer, 1001, 1000), {}, alone, never);
        row("time-outs", failing(Fault::Timeout, 5, 5), {}, several, 5s);
        row("refused connections count", failing(Fault::ApiConnection, 5, 5), {}, several, 5s);

        // allowed_fails, which replaces both
        CooldownRules policy;
        policy.allowedFailsPolicy.rateLimit = 1;
        row("as many as are allowed", failing(Fault::InternalServer, 9, 2), allowing(2), several, never);
        row("one more than is allowed", failing(Fault::InternalServer, 9, 3), allowing(2), several, 5s);
        row("none is allowed", failing(Fault::InternalServer), allowing(0), several, 5s);
        row("a lone one counts too", failing(Fault::RateLimit, 9, 3), allowing(2), alone, 5s);
        row("429 is allowed as well", failing(Fault::RateLimit), allowing(2), several, never);
        row("by its kind, allowed", failing(Fault::RateLimit, 9, 1), policy, several, never);
        row("by its kind, one more", failing(Fault::RateLimit, 9, 2), policy, several, 5s);
        row("of another kind, three are allowed", failing(Fault::Timeout, 9, 3), policy, several, never);
        row("of another kind, the fourth is not", failing(Fault::Timeout, 9, 4), policy, several, 5s);
        row("a bad request is no matter of counting", failing(Fault::BadRequest, 9, 9), allowing(0), several, never);

        // for how long
        row("as the provider asks", asking(Fault::RateLimit, 20s), {}, several, 20s);
        row("the deployment's own time counts more", asking(Fault::RateLimit, 20s), own(7s), several, 7s);
        row("it may come back at once", asking(Fault::RateLimit, 0s), {}, several, never);
        row("no header takes it away for good", asking(Fault::RateLimit, 1000h), {}, several, 24h);
    }
    void eachRuleDecidesAsItsRowSays()
    {
        QFETCH(Failing, failure);
        QFETCH(CooldownRules, rules);
        QFETCH(Peers, peers);
        QFETCH(std::chrono::milliseconds, rest);
        QCOMPARE(restAfter(failure, rules, peers).value_or(never).count(), rest.count());
    }

    void aPolicyKnowsLiteLlmsKindsOfErrors()
    {
        FaultPolicy policy;
        QVERIFY(policy.isEmpty());
        QVERIFY(!policy.of(Fault::RateLimit));
        policy = {1, 2, 3, 4, 5, 6};
        QVERIFY(!policy.isEmpty());
        QCOMPARE(policy.of(Fault::BadRequest), std::optional(1));
        QCOMPARE(policy.of(Fault::ContextWindowExceeded), std::optional(1));
        QCOMPARE(policy.of(Fault::Authentication), std::optional(2));
        QCOMPARE(policy.of(Fault::Timeout), std::optional(3));
        QCOMPARE(policy.of(Fault::RateLimit), std::optional(4));
        QCOMPARE(policy.of(Fault::ContentPolicyViolation), std::optional(5));
        QCOMPARE(policy.of(Fault::InternalServer), std::optional(6));
        QVERIFY(!policy.of(Fault::ServiceUnavailable));
        policy.contentPolicy.reset();
        QCOMPARE(policy.of(Fault::ContentPolicyViolation), std::optional(1)); // it is a kind of bad request
    }
};

QTEST_APPLESS_MAIN(TestCooldown)
#include "tst_cooldown.moc"
