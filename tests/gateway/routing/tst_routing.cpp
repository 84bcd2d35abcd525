// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/blocked.h"
#include "gateway/routing/lateness.h"
#include "gateway/routing/route.h"
#include "gateway/routing/verdict.h"

#include <QTest>

#include <map>
#include <set>

using namespace gatehouse;
using namespace gatehouse::routing;
using namespace std::chrono_literals;

namespace {

Deployment deployment(std::string id, std::string group, std::string model = "m")
{
    Deployment result;
    result.id = std::move(id);
    result.group = std::move(group);
    result.model = std::move(model);
    result.litellmModel = "openai/" + result.model;
    return result;
}

Table tableOf(std::vector<Deployment> deployments)
{
    Table table;
    table.deployments = std::move(deployments);
    return table;
}

/// A configuration with the live figures of its deployments, at a moment that the test moves.
struct World {
    explicit World(Table table)
        : router(std::move(table))
        , board(router, health, &budgets)
    {
    }
    Route route(const std::string &model, wire::CallOptions options = {}, Needs needs = {})
    {
        return Route(board, *router.find(model), {model, std::move(needs), std::move(options)});
    }
    std::string next(Route &route)
    {
        const auto target = route.next(now, wall, random);
        return target ? target->deployment->id : std::string();
    }
    void rest(const std::string &id, std::chrono::milliseconds time = 60s, int status = 429)
    {
        CooldownRules rules;
        rules.time = time;
        Ended ended;
        ended.fault = Fault::RateLimit;
        ended.status = status;
        ended.reason = "slow down";
        health.begin(health.enroll(id), now).end(ended, rules, {2, true}, now);
    }

    Health health;
    Budgets budgets;
    Router router;
    Board board;
    Clock::Instant now = Clock::Instant(10h);
    Clock::Wall wall = Clock::Wall(1000h);
    Random random {7};
};

std::map<std::string, int> picks(World &world, const std::string &model, int count)
{
    std::map<std::string, int> result;
    for (int i = 0; i < count; ++i) {
        Route route = world.route(model);
        ++result[world.next(route)];
    }
    return result;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::routing::Situation)
Q_DECLARE_METATYPE(gatehouse::routing::RetrySettings)

class TestRouting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoHasNoRoomForACallIsLeftOutOfItsRoute()
    {
        Table table =
            tableOf({deployment("a", "chat"), deployment("b", "chat"), deployment("c", "chat"), deployment("d", "chat")});
        for (Deployment &each : table.deployments)
            each.provider.name = each.id < "c" ? "openai" : "groq";
        World world(std::move(table));
        Route route = world.route("chat");
        const Deployment &a = world.router.deployments()[0], &c = world.router.deployments()[2];
        route.leaveOut(c, {false, "c is short\n"});
        route.leaveOut(a, {true, "openai is short\n"});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(world.next(route), std::string("d"));
        QVERIFY(!route.another(world.now, world.wall, world.random));
        route.leaveOut(world.router.deployments()[3], {false, "d is short\n"});
        QVERIFY(world.next(route).empty());
        QVERIFY(!route.hasAvailable(world.now, world.wall, world.random));
        const Error error = route.nobody(world.now, world.wall);
        QCOMPARE(
            error.message, std::string("No deployments available - crossed budget: c is short\nopenai is short\nd is short"));
        QCOMPARE(error.fault, Fault::NoDeployment);
        Route another = world.route("chat");
        QVERIFY(!world.next(another).empty()); // the next call may be a cheaper one
    }

    void whoWasNotChosenSaysWhy()
    {
        World world(
            tableOf({deployment("a", "chat"), deployment("b", "chat"), deployment("c", "chat"), deployment("d", "chat")}));
        Route route = world.route("chat");
        QVERIFY(route.considered(world.now, 10).empty()); // nobody has chosen yet
        world.rest("b");
        route.leaveOut(world.router.deployments()[2], {false, "c is short"});
        const std::string first = world.next(route), second = world.next(route);
        QVERIFY(first != second);
        std::map<std::string, std::string> verdicts, reasons;
        for (const Considered &each : route.considered(world.now, 10)) {
            verdicts[each.deployment->id] = toString(each.verdict);
            reasons[each.deployment->id] = each.why;
        }
        QCOMPARE(verdicts[second], std::string("chosen"));
        QCOMPARE(verdicts[first], std::string("tried before"));
        QCOMPARE(verdicts["b"], std::string("resting"));
        QCOMPARE(reasons["b"], std::string("for 60 s after 429 (slow down)"));
        QCOMPARE(verdicts["c"], std::string("no budget left"));
        QCOMPARE(route.considered(world.now, 2).size(), std::size_t(2));
        QCOMPARE(route.considered(world.now, 2).front().deployment->id, second);
    }

    void aBlockedDeploymentTakesNoRequestAndStaysInTheList()
    {
        Table table = tableOf(
            {deployment("a", "chat"), deployment("b", "chat"), deployment("c", "alone", "own"), deployment("d", "any/*", "*")});
        for (const std::size_t blocked : {0, 2, 3})
            table.deployments[blocked].shownInfo = "{\"mode\":\"chat\",\"blocked\":true}";
        World world(std::move(table));
        QCOMPARE(picks(world, "chat", 20), (std::map<std::string, int> {{"b", 20}}));
        QCOMPARE(world.router.deployments().size(), std::size_t(4));
        QCOMPARE(world.router.names(true), std::vector<std::string> {"chat"});
        QVERIFY(!world.router.find("a"));          // nor by its id
        QVERIFY(!world.router.find("openai/own")); // nor by its provider's model
        for (const char *name : {"alone", "any/thing"}) {
            const auto found = world.router.find(name);
            QVERIFY(found && found->group->deployments.empty());
            QCOMPARE(found->group->unserved, std::string(blockedWords));
        }
    }

    void onlyTheWordTrueBlocks()
    {
        Deployment each = deployment("a", "chat");
        for (const char *info :
            {"", "{}", "{\"blocked\":false}", "{\"blocked\":\"true\"}", "{\"note\":\"blocked\"}", "{\"blocked\""}) {
            each.shownInfo = info;
            QVERIFY2(!isBlocked(each), info);
        }
        each.shownInfo = "{\"blocked\": true}";
        QVERIFY(isBlocked(each));
    }

    void aWildcardTellsWhatItsStarsStandFor_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("captured");
        QTest::newRow("prefix") << QStringLiteral("openai/*") << QStringLiteral("openai/gpt-4o")
                                << QStringList {QStringLiteral("gpt-4o")};
        QTest::newRow("middle") << QStringLiteral("llm-*-prod") << QStringLiteral("llm-4o-prod")
                                << QStringList {QStringLiteral("4o")};
        QTest::newRow("two") << QStringLiteral("*/x-*") << QStringLiteral("a/b/x-c")
                             << QStringList {QStringLiteral("a/b"), QStringLiteral("c")};
        QTest::newRow("all") << QStringLiteral("*") << QStringLiteral("anything") << QStringList {QStringLiteral("anything")};
        QTest::newRow("other") << QStringLiteral("openai/*") << QStringLiteral("anthropic/x") << QStringList();
        QTest::newRow("too long for a name") << QStringLiteral("*") << QString(300, u'x') << QStringList();
    }
    void aWildcardTellsWhatItsStarsStandFor()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QFETCH(QStringList, captured);
        QStringList got;
        if (const auto match = Wildcard(pattern.toStdString()).match(name.toStdString())) {
            for (const std::string &piece : *match)
                got << QString::fromStdString(piece);
        }
        QCOMPARE(got, captured);
    }

    void starsAreFilledFromLeftToRight()
    {
        QCOMPARE(filled("openai/*", {"gpt-4o"}, "x"), std::string("openai/gpt-4o"));
        QCOMPARE(filled("gpt-4o", {"a"}, "x"), std::string("gpt-4o"));
        QCOMPARE(filled("gpt-*", {"a", "b"}, "asked"), std::string("asked"));
    }

    void namesAreFoundInLiteLlmsOrder()
    {
        Table table = tableOf({deployment("id-1", "gpt", "gpt-4o"), deployment("id-2", "openai/*", "*"),
            deployment("id-3", "openai/gpt-*", "gpt-*")});
        table.aliases["short"] = {{{"gpt", 1}}, false};
        table.aliases["hidden"] = {{{"gpt", 1}}, true};
        const Router router(std::move(table));
        QCOMPARE(router.find("gpt")->group->name, std::string("gpt"));
        QCOMPARE(router.find("short")->group->name, std::string("gpt"));
        QCOMPARE(router.find("id-1")->only->id, std::string("id-1"));
        QCOMPARE(router.find("openai/gpt-5")->group->name, std::string("openai/gpt-*"));
        QCOMPARE(router.find("openai/o3")->group->name, std::string("openai/*"));
        QCOMPARE(router.find("gpt-4.1")->group->name, std::string("openai/gpt-*")); // the provider's prefix is put before it
        QVERIFY(!router.find("nobody"));
        QCOMPARE(router.names(false), (std::vector<std::string> {"short", "gpt"}));
        QCOMPARE(router.names(true).size(), std::size_t(4));
    }

    void weightsDecideTheShuffle()
    {
        Deployment heavy = deployment("heavy", "g"), light = deployment("light", "g"), never = deployment("never", "g");
        heavy.weight = 9;
        light.weight = 1;
        never.weight = 0;
        World world(tableOf({heavy, light, never}));
        auto seen = picks(world, "g", 2000);
        QCOMPARE(seen["never"], 0);
        QVERIFY(seen["light"] > 100 && seen["light"] < 320);
    }

    void withoutWeightsEveryoneHasATurn()
    {
        World world(tableOf({deployment("a", "g"), deployment("b", "g")}));
        auto seen = picks(world, "g", 1000);
        QVERIFY(seen["a"] > 400 && seen["b"] > 400);
    }

    void allWeightsZeroIsUniform()
    {
        Deployment a = deployment("a", "g"), b = deployment("b", "g");
        a.weight = b.weight = 0;
        World world(tableOf({a, b}));
        QCOMPARE(picks(world, "g", 1000).size(), std::size_t(2));
    }

    void aRetryAvoidsWhatFailedWhileAnotherIsLeft()
    {
        World world(tableOf({deployment("a", "g"), deployment("b", "g"), deployment("c", "g")}));
        for (int round = 0; round < 50; ++round) {
            Route route = world.route("g");
            std::set<std::string> seen;
            std::string last;
            for (int i = 0; i < 3; ++i)
                seen.insert(last = world.next(route));
            QCOMPARE(seen.size(), std::size_t(3));
            QVERIFY(world.next(route) != last); // the second round does not begin with what has just failed
        }
    }

    void aLoneDeploymentMayBeTriedAgain()
    {
        World world(tableOf({deployment("a", "g")}));
        Route route = world.route("g");
        QCOMPARE(world.next(route), std::string("a"));
        QCOMPARE(world.next(route), std::string("a"));
        QVERIFY(!route.another(world.now, world.wall, world.random)); // but not beside itself
    }

    void whatRestsIsNotTried()
    {
        World world(tableOf({deployment("a", "g"), deployment("b", "g")}));
        world.rest("a");
        Route route = world.route("g");
        QCOMPARE(world.next(route), std::string("b"));
        QCOMPARE(world.next(route), std::string("b")); // rather than one that rests
        world.rest("b", 90s);
        QCOMPARE(world.next(route), std::string());
        world.now += 61s;
        QCOMPARE(world.next(route), std::string("a"));
    }

    void whenAllRestTheErrorSaysWhoWhyAndUntilWhen()
    {
        World world(tableOf({deployment("a", "g"), deployment("b", "g")}));
        world.rest("a", 60s);
        world.rest("b", 90s);
        world.now += 29'500ms;
        Route route = world.route("g");
        QCOMPARE(world.next(route), std::string());
        const Error error = route.nobody(world.now, world.wall);
        QCOMPARE(error.fault, Fault::NoDeployment);
        QCOMPARE(error.httpStatus(), 429);
        QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(31s));
        QCOMPARE(QString::fromStdString(error.message),
            QStringLiteral("No deployments available for selected model, Try again in 31 seconds. Passed model=g. "
                           "pre-call-checks=False, cooldown_list=['a', 'b']. a rests for 31 s after 429 (slow down); b rests for "
                           "61 s after 429 (slow down)"));
    }

    void whenAllAreAtTheirLimitTheErrorSaysSo()
    {
        Deployment a = deployment("a", "g");
        a.rpm = 1;
        Table table = tableOf({a});
        table.strategy.strategy = Strategy::UsageV2;
        World world(std::move(table));
        Route route = world.route("g");
        QCOMPARE(world.next(route), std::string("a"));
        QVERIFY(world.health.takeRequest(world.health.enroll("a"), 1, world.now));
        Route second = world.route("g");
        QCOMPARE(world.next(second), std::string());
        const Error error = second.nobody(world.now, world.wall);
        QCOMPARE(error.fault, Fault::RateLimit);
        QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(60s));
        QVERIFY(error.message.find("'current_rpm': 1, 'rpm_limit': 1}") != std::string::npos);
        world.now += 60s;
        QCOMPARE(world.next(second), std::string("a"));
    }

    void fallbacksBehindAFallbackComeBeforeTheRestOfItsList()
    {
        Table table = tableOf({deployment("a", "g"), deployment("b", "h"), deployment("c", "i"), deployment("d", "j")});
        table.fallbacks = {{"g", {{"missing"}, {"h"}, {"j"}}}, {"h", {{"i"}, {"g"}}}};
        World world(std::move(table));
        Route route = world.route("g");
        std::string order;
        while (route.fallBack(FallbackKind::General))
            order += world.next(route);
        QCOMPARE(order, std::string("bcd"));
        QCOMPARE(route.fallbacks(), 3);
        QCOMPARE(route.fallbackNames(), (std::vector<std::string> {"missing", "h", "j"}));
    }

    void fallbacksEndAtTheirLimit()
    {
        Table table = tableOf({deployment("a", "g"), deployment("b", "h"), deployment("c", "i")});
        table.fallbacks = {{"*", {{"h"}, {"i"}}}};
        table.maxFallbacks = 1;
        World world(std::move(table));
        Route route = world.route("g");
        QVERIFY(route.fallBack(FallbackKind::General));
        QVERIFY(!route.fallBack(FallbackKind::General));
        wire::CallOptions options;
        options.maxFallbacks = 2;
        Route wider = world.route("g", options);
        QVERIFY(wider.fallBack(FallbackKind::General));
        QVERIFY(wider.fallBack(FallbackKind::General));
    }

    void theKindOfFailureDecidesWhichListCounts_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *name, FallbackKind kind, const char *group, const char *next) {
            QTest::newRow(name) << int(kind) << QString::fromUtf8(group) << QString::fromUtf8(next);
        };
        row("general", FallbackKind::General, "g", "h");
        row("a prompt too long", FallbackKind::ContextWindow, "g", "long");
        row("no list for refused content: the general one", FallbackKind::ContentPolicy, "g", "h");
        row("a list without an entry for the group", FallbackKind::ContextWindow, "h", "");
        row("the provider's prefix may be left out", FallbackKind::General, "openai/h", "g");
    }
    void theKindOfFailureDecidesWhichListCounts()
    {
        QFETCH(int, kind);
        QFETCH(QString, group);
        QFETCH(QString, next);
        Table table =
            tableOf({deployment("g", "g"), deployment("h", "h"), deployment("long", "long"), deployment("x", "openai/h")});
        table.fallbacks = {{"g", {{"h"}}}, {"h", {{"g"}}}};
        table.contextWindowFallbacks = wire::Fallbacks {{"g", {{"long"}}}};
        World world(std::move(table));
        Route route = world.route(group.toStdString());
        const bool has = route.hasFallback(static_cast<FallbackKind>(kind));
        QCOMPARE(has, !next.isEmpty());
        QCOMPARE(route.fallBack(static_cast<FallbackKind>(kind)), has);
        if (has)
            QCOMPARE(QString::fromStdString(world.next(route)), next);
    }

    void aRequestBringsItsOwnFallbacks()
    {
        Table table = tableOf({deployment("a", "g"), deployment("b", "h"), deployment("c", "i")});
        table.fallbacks = {{"g", {{"h"}}}};
        World world(std::move(table));
        wire::CallOptions list;
        list.fallbackList = std::vector<wire::Fallback> {{"i", R"({"messages":[]})"}};
        Route route = world.route("g", list);
        QVERIFY(route.fallBack(FallbackKind::ContextWindow));
        QCOMPARE(world.next(route), std::string("c"));
        QCOMPARE(route.changes(), std::string(R"({"messages":[]})"));
        wire::CallOptions mapped;
        mapped.fallbacks = wire::Fallbacks {{"g", {{"i"}}}};
        Route other = world.route("g", mapped);
        QVERIFY(other.fallBack(FallbackKind::General));
        QCOMPARE(world.next(other), std::string("c"));
        wire::CallOptions none;
        none.disableFallbacks = true;
        QVERIFY(!world.route("g", none).fallBack(FallbackKind::General));
    }

    void whoIsKeptToOneDeploymentGoesNowhereElse()
    {
        Table table = tableOf({deployment("a", "g"), deployment("b", "g"), deployment("c", "h")});
        table.fallbacks = {{"g", {{"h"}}}};
        World world(std::move(table));
        Route route = world.route("g");
        route.keepTo("b");
        QCOMPARE(world.next(route), std::string("b"));
        QCOMPARE(world.next(route), std::string("b"));
        QVERIFY(!route.fallBack(FallbackKind::General));
        QCOMPARE(route.peers().deployments, std::size_t(1));
    }

    void whoComesNextByOrderServesWhenTheFirstFails()
    {
        Deployment first = deployment("first", "g"), second = deployment("second", "g"), none = deployment("none", "g");
        first.order = 1;
        second.order = 2;
        Table table = tableOf({second, none, first});
        table.filters.checksCalls = true;
        World world(std::move(table));
        Route route = world.route("g");
        QCOMPARE(world.next(route), std::string("first"));
        QCOMPARE(world.next(route), std::string("second"));
        world.rest("first");
        Route later = world.route("g");
        QCOMPARE(world.next(later), std::string("second"));
    }

    void tagsNarrowTheChoice()
    {
        Deployment free = deployment("free", "g"), paid = deployment("paid", "g"), other = deployment("other", "g");
        free.tags = {"free", "eu"};
        paid.tags = {"paid", "default"};
        const std::vector<const Deployment *> all {&free, &paid, &other};
        Filters tags;
        tags.byTags = true;
        const auto left = [&](std::vector<std::string> asked) { return sieve(all, {std::move(asked)}, tags).levels; };
        using Levels = std::vector<std::vector<std::uint32_t>>;
        QCOMPARE(left({"free"}), (Levels {{0}}));
        QCOMPARE(left({"gold"}), (Levels {{1}}));
        QCOMPARE(left({}), (Levels {{1}}));
        QCOMPARE(left({"free", "paid"}), (Levels {{0, 1}}));
        tags.anyTag = false;
        QCOMPARE(left({"free", "eu"}), (Levels {{0}}));
        QCOMPARE(left({"free", "paid"}), (Levels {{1}})); // nobody has both: those tagged default
        QCOMPARE(sieve(all, {{"free"}}, {}).levels, (Levels(1)));
        QCOMPARE(sieve({&free}, {{"gold"}}, tags).barred, Barred::ByTags);
    }

    void checksBeforeACallLeaveOutWhatCannotServeIt()
    {
        Deployment small = deployment("small", "g"), large = deployment("large", "g");
        small.facts.maxInputTokens = 100;
        large.facts.maxInputTokens = 1000;
        small.region = "eu-west-1";
        large.region = "us-east-1";
        small.facts.capabilities.set(Capability::ResponseSchema, false);
        const std::vector<const Deployment *> all {&small, &large};
        Filters checks;
        checks.checksCalls = true;
        const auto sieved = [&](std::int64_t tokens, std::string region, bool schema) {
            return sieve(all, {{}, tokens, std::move(region), schema}, checks);
        };
        using Levels = std::vector<std::vector<std::uint32_t>>;
        QCOMPARE(sieved(100, "", false).levels, (Levels {{0, 1}}));
        QCOMPARE(sieved(101, "", false).levels, (Levels {{1}}));
        QCOMPARE(sieved(1001, "", false).barred, Barred::ByContextWindow);
        QCOMPARE(sieved(1, "eu", false).levels, (Levels {{0}}));
        QCOMPARE(sieved(1, "us-east-1", false).levels, (Levels {{1}}));
        QCOMPARE(sieved(1, "asia", false).barred, Barred::ByRegion);
        QCOMPARE(sieved(1, "", true).levels, (Levels {{1}}));
        QCOMPARE(sieved(500, "eu", false).barred, Barred::ByRegion); // the one that is there is too small
    }

    void aPromptThatNobodyCanReadIsToldSo()
    {
        Deployment small = deployment("small", "g");
        small.facts.maxInputTokens = 100;
        Table table = tableOf({small, deployment("long", "long")});
        table.filters.checksCalls = true;
        table.contextWindowFallbacks = wire::Fallbacks {{"g", {{"long"}}}};
        World world(std::move(table));
        Route route = world.route("g", {}, {{}, 5000});
        QCOMPARE(world.next(route), std::string());
        const Error error = route.nobody(world.now, world.wall);
        QCOMPARE(error.fault, Fault::ContextWindowExceeded);
        QVERIFY(error.message.find("about 5000 tokens, the largest context window 100") != std::string::npos);
        QVERIFY(route.fallBack(FallbackKind::ContextWindow));
        QCOMPARE(world.next(route), std::string("long"));
    }

    void aVerdictKnowsWhatATryIsWorth_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<RetrySettings>("settings");
        QTest::addColumn<bool>("retry");
        const auto row = [](const char *name, Fault fault, bool retry, Situation situation, RetrySettings settings = {}) {
            QTest::newRow(name) << int(fault) << situation << settings << retry;
        };
        const Situation alone {1, 1, false, true, false, false}, others {1, 2, true, true, false, false};
        const auto with = [](Situation situation, auto change) {
            change(situation);
            return situation;
        };
        row("rate limit", Fault::RateLimit, true, alone);
        row("out of retries", Fault::RateLimit, false, with(alone, [](Situation &s) { s.tries = 3; }));
        row("bad request", Fault::BadRequest, false, others);
        row("wrong key, one deployment", Fault::Authentication, false, alone);
        row("wrong key, another deployment", Fault::Authentication, true, others);
        row("not found", Fault::NotFound, false, others);
        row("timeout", Fault::Timeout, true, with(alone, [](Situation &s) { s.tries = 2; }));
        row("nobody takes requests", Fault::InternalServer, false, with(alone, [](Situation &s) { s.hasAvailable = false; }));
        row("a prompt too long, with a fallback", Fault::ContextWindowExceeded, false,
            with(others, [](Situation &s) { s.hasFallback = true; }));
        row("an answer that is paid for and no use, nobody else", Fault::BadGateway, false,
            with(alone, [](Situation &s) { s.isAnswered = true; }));
        row("the same, and another deployment", Fault::BadGateway, true, with(others, [](Situation &s) { s.isAnswered = true; }));
        RetrySettings policy;
        policy.policy.rateLimit = 0;
        policy.policy.badRequest = 1;
        row("a policy of no retries", Fault::RateLimit, false, alone, policy);
        row("a policy that retries what nobody else would", Fault::BadRequest, true, alone, policy);
        RetrySettings group = policy;
        group.ofGroup.rateLimit = 2;
        row("the group's policy stands above", Fault::RateLimit, true, alone, group);
        RetrySettings asked = group;
        asked.asked = 0;
        row("and the caller above all", Fault::RateLimit, false, alone, asked);
        RetrySettings own;
        own.ofDeployment = 0;
        row("a deployment's own number", Fault::RateLimit, false, alone, own);
    }
    void aVerdictKnowsWhatATryIsWorth()
    {
        QFETCH(int, fault);
        QFETCH(Situation, situation);
        QFETCH(RetrySettings, settings);
        QFETCH(bool, retry);
        Random random(1);
        const Verdict verdict = judge({static_cast<Fault>(fault), "x"}, situation, settings, random);
        QCOMPARE(verdict.kind == Verdict::Kind::Retry, retry);
    }

    void theWaitFollowsTheProviderOrDoubles()
    {
        Random random(1);
        Error error {Fault::RateLimit, "x"};
        RetrySettings settings;
        settings.retries = 9;
        const auto wait = [&](int tries, bool hasUntried) {
            return judge(error, {tries, 2, hasUntried}, settings, random).delay;
        };
        QCOMPARE(wait(1, true), 0ms);
        QVERIFY(wait(1, false) >= 500ms && wait(1, false) < 1250ms);
        QVERIFY(wait(3, false) >= 2000ms && wait(3, false) < 2750ms);
        QVERIFY(wait(9, false) < 8750ms);
        settings.retryAfter = 3s;
        QVERIFY(wait(1, false) >= 3000ms);
        error.retryAfter = 7000ms;
        QVERIFY(wait(1, false) >= 7000ms && wait(1, false) < 7750ms);
        error.retryAfter = 90'000ms; // longer than anybody should wait: the usual back-off
        QVERIFY(wait(1, false) < 3750ms);
    }

    void latenessIsToldOnceThereIsEnoughOfIt()
    {
        Lateness lateness;
        for (int i = 1; i <= 19; ++i)
            lateness.add("g", true, std::chrono::milliseconds(i * 10));
        QVERIFY(!lateness.p95("g", true));
        lateness.add("g", true, 200ms);
        QCOMPARE(lateness.p95("g", true), std::optional<std::chrono::milliseconds>(190ms));
        QVERIFY(!lateness.p95("g", false)); // whole answers are another matter
        for (int i = 0; i < 100; ++i)
            lateness.add("g", true, 5ms);
        QCOMPARE(lateness.p95("g", true), std::optional<std::chrono::milliseconds>(5ms)); // what is old is forgotten
    }
};

QTEST_APPLESS_MAIN(TestRouting)
#include "tst_routing.moc"
