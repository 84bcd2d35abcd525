// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/route.h"
#include "gateway/routing/verdict.h"

#include <QTest>

#include <map>

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

Route routeTo(
    const Router &router, const std::string &model, std::vector<std::string> fallbacks = {}, std::vector<std::string> tags = {})
{
    return Route(router, *router.find(model), model, std::move(fallbacks), std::move(tags));
}

std::map<std::string, int> picks(const Router &router, const std::string &model, int count)
{
    Random random(7);
    std::map<std::string, int> result;
    for (int i = 0; i < count; ++i)
        ++result[routeTo(router, model).next(random)->deployment->id];
    return result;
}

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        const Router router(tableOf({heavy, light, never}));
        auto seen = picks(router, "g", 2000);
        QCOMPARE(seen["never"], 0);
        QVERIFY(seen["light"] > 100 && seen["light"] < 320);
    }

    void withoutWeightsEveryoneHasATurn()
    {
        const Router router(tableOf({deployment("a", "g"), deployment("b", "g")}));
        auto seen = picks(router, "g", 1000);
        QVERIFY(seen["a"] > 400 && seen["b"] > 400);
    }

    void allWeightsZeroIsUniform()
    {
        Deployment a = deployment("a", "g"), b = deployment("b", "g");
        a.weight = b.weight = 0;
        const Router router(tableOf({a, b}));
        QCOMPARE(picks(router, "g", 1000).size(), std::size_t(2));
    }

    void aRetryAvoidsWhatFailedWhileAnotherIsLeft()
    {
        const Router router(tableOf({deployment("a", "g"), deployment("b", "g"), deployment("c", "g")}));
        Random random(3);
        Route route = routeTo(router, "g");
        std::map<std::string, int> seen;
        for (int i = 0; i < 3; ++i)
            ++seen[route.next(random)->deployment->id];
        QCOMPARE(seen.size(), std::size_t(3));
        QVERIFY(route.next(random)); // only then the first may come again
    }

    void fallbacksAreFollowedOnce()
    {
        Table table = tableOf({deployment("a", "g"), deployment("b", "h"), deployment("c", "i")});
        table.fallbacks = {{"g", {"h"}}, {"h", {"i", "g"}}, {"*", {"h"}}};
        const Router router(std::move(table));
        QCOMPARE(router.fallbacksOf("g"), (std::vector<std::string> {"h", "i"}));
        QCOMPARE(router.fallbacksOf("anything"), (std::vector<std::string> {"h", "i", "g"}));
        Random random(1);
        Route route = routeTo(router, "g", {"missing", "h"});
        QVERIFY(route.fallBack());
        QCOMPARE(route.next(random)->deployment->id, std::string("b"));
        QCOMPARE(route.fallbacks(), 1);
        QVERIFY(!route.fallBack());
    }

    void tagsAndOrderNarrowTheChoice()
    {
        Deployment free = deployment("free", "g"), paid = deployment("paid", "g"), other = deployment("other", "g");
        free.tags = {"free"};
        paid.tags = {"paid", "default"};
        other.order = 1;
        const std::vector<const Deployment *> all {&free, &paid, &other};
        Filters tags;
        tags.byTags = true;
        QCOMPARE(filtered(all, {"free"}, tags), (std::vector<const Deployment *> {&free}));
        QCOMPARE(filtered(all, {"gold"}, tags), (std::vector<const Deployment *> {&paid}));
        QCOMPARE(filtered(all, {}, tags), (std::vector<const Deployment *> {&paid}));
        Filters order;
        order.byOrder = true;
        QCOMPARE(filtered(all, {}, order), (std::vector<const Deployment *> {&other}));
        QCOMPARE(filtered(all, {"free"}, {}).size(), std::size_t(3));
    }

    void aVerdictKnowsWhatATryIsWorth_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("retry");
        QTest::newRow("rate limit") << int(Fault::RateLimit) << 1 << 1 << true;
        QTest::newRow("out of retries") << int(Fault::RateLimit) << 3 << 1 << false;
        QTest::newRow("bad request") << int(Fault::BadRequest) << 1 << 2 << false;
        QTest::newRow("wrong key, one deployment") << int(Fault::Authentication) << 1 << 1 << false;
        QTest::newRow("wrong key, another deployment") << int(Fault::Authentication) << 1 << 2 << true;
        QTest::newRow("not found") << int(Fault::NotFound) << 1 << 2 << false;
        QTest::newRow("timeout") << int(Fault::Timeout) << 2 << 1 << true;
    }
    void aVerdictKnowsWhatATryIsWorth()
    {
        QFETCH(int, fault);
        QFETCH(int, tries);
        QFETCH(int, size);
        QFETCH(bool, retry);
        Random random(1);
        const Verdict verdict = judge({static_cast<Fault>(fault), "x"}, tries, static_cast<std::size_t>(size), {2, 0ms}, random);
        QCOMPARE(verdict.kind == Verdict::Kind::Retry, retry);
    }

    void theWaitFollowsTheProviderOrDoubles()
    {
        Random random(1);
        Error error {Fault::RateLimit, "x"};
        const auto wait = [&](int tries, std::size_t size) { return judge(error, tries, size, {9, 0ms}, random).delay; };
        QCOMPARE(wait(1, 2), 0ms);
        QVERIFY(wait(1, 1) >= 500ms && wait(1, 1) < 1250ms);
        QVERIFY(wait(3, 1) >= 2000ms && wait(3, 1) < 2750ms);
        QVERIFY(wait(9, 1) < 8750ms);
        error.retryAfter = 7000ms;
        QVERIFY(wait(1, 1) >= 7000ms && wait(1, 1) < 7750ms);
        error.retryAfter = 90'000ms; // longer than anybody should wait: the usual back-off
        QVERIFY(wait(1, 1) < 1250ms);
    }
};

QTEST_APPLESS_MAIN(TestRouting)
#include "tst_routing.moc"
