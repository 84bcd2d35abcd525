// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/token.h"
#include "world.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::people;
using std::chrono::hours;

class TestCallers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKnownKeyIsCompiledOnce()
    {
        World world;
        world.put(Kind::Key, tokenOf("k"), "{}");
        Callers callers(world.ground());
        const auto first = callers.find("k", {});
        QVERIFY(first);
        QCOMPARE(callers.find("k", {}), first);
        QVERIFY(!callers.find("stranger", {}));
    }

    void aChangeIsSeenAtOnce()
    {
        World world;
        world.put(Kind::Key, tokenOf("k"), R"({"team_id":"t"})");
        Callers callers(world.ground());
        QVERIFY(!callers.find("k", {})->refusal);
        world.put(Kind::Team, "t", R"({"blocked":true})");
        QVERIFY(callers.find("k", {})->refusal);
        world.remove(Kind::Key, tokenOf("k"));
        QVERIFY(!callers.find("k", {}));
    }

    void aReplacedKeyIsGoodForAWhile()
    {
        World world;
        world.put(Kind::Key, tokenOf("new"), R"({"key_alias":"a"})");
        world.put(Kind::RetiredKey, tokenOf("old"), R"({"token":")" + tokenOf("new") + R"(","expires":"1970-01-01T02:00:00Z"})");
        Callers callers(world.ground());
        QCOMPARE(callers.find("old", Clock::Wall(hours(1)))->who->token, tokenOf("new"));
        QVERIFY(!callers.find("old", Clock::Wall(hours(2))));
        world.remove(Kind::Key, tokenOf("new"));
        QVERIFY(!callers.find("old", Clock::Wall(hours(1))));
    }

    void whatIsOverInACallerIsCompiledAnew()
    {
        World world;
        world.put(Kind::Key, tokenOf("k"),
            R"({"max_budget":1,"metadata":{"temp_budget_increase":2,"temp_budget_expiry":"1970-01-01T02:00:00Z"}})");
        Callers callers(world.ground());
        QCOMPARE(callers.find("k", Clock::Wall(hours(1)))->claims.front().limits.budget->nanoDollars, std::int64_t(3000000000));
        QCOMPARE(callers.find("k", Clock::Wall(hours(3)))->claims.front().limits.budget->nanoDollars, std::int64_t(1000000000));
    }

    void customersAndTagsAreFoundAgain()
    {
        World world;
        world.put(Kind::Customer, "c", "{}");
        world.put(Kind::Tag, "t", "{}");
        Callers callers(world.ground());
        const Customer *customer = callers.customer("c");
        QVERIFY(customer);
        QCOMPARE(callers.customer("c"), customer);
        QVERIFY(!callers.customer("stranger"));
        QVERIFY(callers.tag("t"));
        QVERIFY(!callers.tag("x"));
    }
};

QTEST_GUILESS_MAIN(TestCallers)
#include "tst_callers.moc"
