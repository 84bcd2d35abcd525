// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/hedge_delay.h"
#include "gateway/pipeline/routing_rules.h"
#include "gateway/pipeline/snapshot.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const Snapshot> snapshotOf(const std::string &yaml)
{
    const auto environment = [](const std::string &name) {
        return name == "DEFAULT_FAILURE_THRESHOLD_PERCENT" ? std::optional<std::string>("0.25") : std::nullopt;
    };
    return compile(config::parse(yaml, "test.yaml", environment));
}

std::string modelOf(const std::string &name, const std::string &params = "")
{
    return "  - {model_name: " + name + ", litellm_params: {model: openai/" + name + ", api_key: k" + params + "}}\n";
}

/// Two groups and \a router for router_settings.
std::shared_ptr<const Snapshot> withRouter(const std::string &router)
{
    return snapshotOf("model_list:\n" + modelOf("a") + modelOf("b") + "router_settings: {" + router + "}\n");
}

const routing::Group &groupOf(const Snapshot &snapshot, const std::string &name)
{
    return *snapshot.router.find(name)->group;
}

} // namespace

class TestRoutingRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whenAnAnswerIsLateIsReadInItsUnits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1 = not a delay, 0 = p95
        const auto row = [](const char *text, qint64 milliseconds) { QTest::newRow(text) << QByteArray(text) << milliseconds; };
        row("p95", 0);
        row("800ms", 800);
        row("1.5s", 1500);
        row("2", 2000);
        row("0.25", 250);
        row("0.2ms", 1); // never at once
        row("0", -1);
        row("-1s", -1);
        row("5m", -1);
        row("5 s", -1);
        row("p50", -1);
        row("nan", -1);
        row("inf", -1);
        row("1e300", -1);
        row("90000ms", 90000);
        row("86401s", -1);
        row("s", -1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
    }

    void whenAnAnswerIsLateIsReadInItsUnits()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        const auto delay = config::hedgeDelayFrom(text.toStdString());
        QCOMPARE(bool(delay), milliseconds >= 0);
        if (delay)
            QCOMPARE(delay->fixed ? qint64(delay->fixed->count()) : 0, milliseconds);
    }

    void whatIsNotSaidIsAsFromLiteLlm()
    {
        const auto snapshot = withRouter("");
        const routing::Table &rules = snapshot->router.rules();
        QVERIFY(rules.strategy.strategy == routing::Strategy::SimpleShuffle);
        QCOMPARE(rules.maxFallbacks, 5);
        QVERIFY(rules.fallbacks.empty());
        QVERIFY(!rules.contextWindowFallbacks && !rules.contentPolicyFallbacks);
        QVERIFY(!rules.cooldown.isOff);
        QVERIFY(rules.cooldown.time == 5s);
        QVERIFY(!rules.cooldown.allowedFails);
        QCOMPARE(rules.cooldown.failureThreshold, 0.25); // the environment's word
        QVERIFY(rules.retries.isEmpty());
        QVERIFY(rules.filters.anyTag && !rules.filters.byTags && !rules.filters.checksCalls && !rules.filters.checksLimits);
        QVERIFY(!rules.continues && !rules.coalesces);
        QCOMPARE(rules.hedge.max, 0);
        QVERIFY(!snapshot->router.coalesces(groupOf(*snapshot, "a")));
    }

    void fallbacksMayCarryParametersOfTheirOwn()
    {
        const auto snapshot = withRouter("max_fallbacks: 2, default_fallbacks: [b], fallbacks: [{a: [b, {model: c, "
                                         "max_tokens: 5}, {model: d}]}], context_window_fallbacks: [{a: [long]}]");
        const routing::Table &rules = snapshot->router.rules();
        QCOMPARE(rules.maxFallbacks, 2);
        const auto &list = rules.fallbacks.at("a");
        QCOMPARE(list.size(), std::size_t(3));
        QCOMPARE(list[0].model, std::string("b"));
        QCOMPARE(list[1].model, std::string("c"));
        QCOMPARE(list[1].changes, std::string("{\"max_tokens\":5}"));
        QCOMPARE(list[2].model, std::string("d"));
        QVERIFY(list[0].changes.empty() && list[2].changes.empty());
        QCOMPARE(rules.fallbacks.at("*").at(0).model, std::string("b"));
        QCOMPARE(rules.contextWindowFallbacks.value().at("a").at(0).model, std::string("long"));
        QVERIFY(!rules.contentPolicyFallbacks);
    }

    void aStarOfItsOwnStandsAboveTheDefaults()
    {
        const auto snapshot = withRouter("default_fallbacks: [b], fallbacks: [{\"*\": [a]}]");
        const auto &list = snapshot->router.rules().fallbacks.at("*");
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list[0].model, std::string("a"));
    }

    void policiesAreNumbersByKindOfError()
    {
        const auto snapshot =
            withRouter("retry_policy: {TimeoutErrorRetries: 4, RateLimitErrorRetries: 0, BadRequestErrorRetries: -1}, "
                       "allowed_fails_policy: {InternalServerErrorAllowedFails: 20}, "
                       "model_group_retry_policy: {a: {AuthenticationErrorRetries: 1, ContentPolicyViolationErrorRetries: 2}}");
        const routing::Table &rules = snapshot->router.rules();
        QCOMPARE(rules.retries.timeout, std::optional(4));
        QCOMPARE(rules.retries.rateLimit, std::optional(0));
        QVERIFY(!rules.retries.badRequest); // which can be nobody's wish
        QVERIFY(!rules.retries.authentication && !rules.retries.internalServer && !rules.retries.contentPolicy);
        QCOMPARE(rules.cooldown.allowedFailsPolicy.internalServer, std::optional(20));
        const routing::FaultPolicy &own = groupOf(*snapshot, "a").rules.retries;
        QCOMPARE(own.authentication, std::optional(1));
        QCOMPARE(own.contentPolicy, std::optional(2));
        QVERIFY(!own.timeout);
        QVERIFY(groupOf(*snapshot, "b").rules.retries.isEmpty());
    }

    void cooldownsAreAsTheRouterSays()
    {
        const auto off = withRouter("disable_cooldowns: true, cooldown_time: 0.5, allowed_fails: 7");
        QVERIFY(off->router.rules().cooldown.isOff);
        QVERIFY(off->router.rules().cooldown.time == 500ms);
        QCOMPARE(off->router.rules().cooldown.allowedFails, std::optional(7));
        QVERIFY(!withRouter("allowed_fails: 3")->router.rules().cooldown.allowedFails); // "not said", to LiteLLM
    }

    void theStrategyAndItsArgumentsAreRead()
    {
        const auto snapshot = withRouter("routing_strategy: latency-based-routing, routing_strategy_args: {ttl: 30, "
                                         "lowest_latency_buffer: 0.5, max_latency_list_size: 0}");
        const routing::Table &rules = snapshot->router.rules();
        QVERIFY(rules.strategy.strategy == routing::Strategy::Latency);
        QCOMPARE(rules.strategy.latencyBuffer, 0.5);
        QVERIFY(rules.strategy.latencyAge == 30s);
        QCOMPARE(rules.latencySamples, std::size_t(1)); // none would be no memory at all
    }

    void filtersAreRead()
    {
        const auto snapshot = withRouter("enable_pre_call_checks: true, enable_tag_filtering: true, tag_filtering_match_any: "
                                         "false, optional_pre_call_checks: [prompt_caching, enforce_model_rate_limits]");
        const routing::Filters &filters = snapshot->router.rules().filters;
        QVERIFY(filters.checksCalls && filters.byTags && !filters.anyTag && filters.checksLimits);
        QVERIFY(!withRouter("optional_pre_call_checks: [prompt_caching]")->router.rules().filters.checksLimits);
    }

    void aGroupsOwnRulesStandAboveTheRouters()
    {
        const auto snapshot = snapshotOf("model_list:\n" + modelOf("a", ", midstream: fail, hedge: {after: 2s, max: 3}")
            + modelOf("b", ", coalesce: true") + modelOf("b") + modelOf("c")
            + "router_settings: {midstream: continue, hedge: {max: 1}, model_group_hedge: {c: {after: 100ms}}}\n");
        const routing::Router &router = snapshot->router;
        const auto &a = groupOf(*snapshot, "a"), &b = groupOf(*snapshot, "b"), &c = groupOf(*snapshot, "c");
        QVERIFY(!router.continues(a) && router.continues(b) && router.continues(c));
        QVERIFY(router.hedgeOf(a).after == 2s);
        QCOMPARE(router.hedgeOf(a).max, 3);
        QVERIFY(!router.hedgeOf(b).after); // p95
        QCOMPARE(router.hedgeOf(b).max, 1);
        QVERIFY(router.hedgeOf(c).after == 100ms);
        QVERIFY(!router.coalesces(a) && router.coalesces(b) && !router.coalesces(c));
        // They are the gateway's business and not parameters of requests.
        for (const Deployment &deployment : router.deployments())
            QVERIFY2(deployment.defaults.empty(), deployment.group.c_str());
    }

    void requestsAreCoalescedEverywhereOrInNamedGroups()
    {
        const auto all = withRouter("coalesce: true"), some = withRouter("coalesce: [b]"), none = withRouter("coalesce: false");
        for (const char *name : {"a", "b"}) {
            QVERIFY(all->router.coalesces(groupOf(*all, name)));
            QVERIFY(!none->router.coalesces(groupOf(*none, name)));
        }
        QVERIFY(!some->router.coalesces(groupOf(*some, "a")));
        QVERIFY(some->router.coalesces(groupOf(*some, "b")));
    }

    void aDelayThatIsNoneMeansNoHedge()
    {
        QCOMPARE(withRouter("hedge: {after: soon, max: 2}")->router.rules().hedge.max, 0);
        QCOMPARE(withRouter("hedge: {after: 800ms, max: 2}")->router.rules().hedge.max, 2);
    }

    void aliasesMayBeHiddenAndWeighted()
    {
        const auto snapshot =
            withRouter("model_group_alias: {x: a, y: {model: b, hidden: true}, z: [{model: a, weight: 3}, {model: b}]}");
        const auto &aliases = snapshot->router.rules().aliases;
        QCOMPARE(aliases.at("x").targets.at(0).first, std::string("a"));
        QVERIFY(!aliases.at("x").hidden && aliases.at("y").hidden);
        QCOMPARE(aliases.at("z").targets.at(0).second, 3.0);
        QCOMPARE(aliases.at("z").targets.at(1).second, 1.0);
    }

    void theRoutersParallelRequestsHoldForWhoSaysNothing()
    {
        const auto snapshot = snapshotOf("model_list:\n" + modelOf("a", ", max_parallel_requests: 9") + modelOf("b")
            + "router_settings: {default_max_parallel_requests: 4}\n");
        const auto &deployments = snapshot->router.deployments();
        QVERIFY(deployments[0].maxParallelRequests == 9);
        QVERIFY(deployments[1].maxParallelRequests == 4);
        QVERIFY(!withRouter("")->router.deployments()[0].maxParallelRequests);
    }
};

QTEST_GUILESS_MAIN(TestRoutingRules)
#include "tst_routing_rules.moc"
