// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/accounts.h"
#include "gateway/people/claims.h"
#include "world.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::people;
using std::chrono::hours;

namespace {

const limits::Claim *claimOn(const Caller &caller, limits::Subject subject)
{
    const auto found = std::find_if(
        caller.claims.begin(), caller.claims.end(), [subject](const limits::Claim &claim) { return claim.subject == subject; });
    return found == caller.claims.end() ? nullptr : &*found;
}

std::vector<Kind> levelsOf(const Caller &caller)
{
    std::vector<Kind> levels;
    for (const AllowedModels &allowed : caller.models)
        levels.push_back(allowed.level);
    return levels;
}

} // namespace

class TestCompile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAccountsThatItIsChargedToAreToldInTheOrderOfItsClaims()
    {
        World world;
        world.put(Kind::Key, "k", R"({"user_id":"u","team_id":"t"})");
        const auto caller = world.compiled("k");
        QCOMPARE(caller->accounts, std::string(R"(["key:k","user:u","team:t","member:t/u","proxy"])"));
        QCOMPARE(caller->claims.size(), std::size_t(5));
        QCOMPARE(compileMaster("m", world.ground())->accounts, std::string(R"(["key:m","user:default_user_id","proxy"])"));
        QCOMPARE(compileStranger(world.ground())->accounts, std::string(R"(["proxy"])"));
    }

    void whatMetricsHaveLabelsForIsKeptOfKeyAndTeam()
    {
        World world;
        world.policy.labelMembers = {"unit", "deep", "floor"};
        world.put(Kind::Key, "k", R"({"team_id":"t","metadata":{"unit":"key","secret":"s","deep":{"number":7},"floor":null}})");
        world.put(Kind::Team, "t", R"({"metadata":{"unit":"team","floor":3}})");
        QCOMPARE(world.compiled("k")->who->labels, std::string(R"({"deep":{"number":7},"floor":3,"unit":"key"})"));
        world.policy.labelMembers.clear();
        QVERIFY(world.compiled("k")->who->labels.empty());
    }

    void aPlainKeyIsItselfAndEverybody()
    {
        World world;
        world.put(Kind::Key, "k", R"({"key_alias":"a","rpm_limit":3,"max_budget":0.5})");
        const auto caller = world.compiled("k");
        QCOMPARE(caller->who->token, std::string("k"));
        QCOMPARE(caller->who->keyAlias, std::string("a"));
        QCOMPARE(caller->claims.size(), std::size_t(2));
        QCOMPARE(caller->claims[0].limits.requests, std::optional<std::int64_t>(3));
        QCOMPARE(caller->claims[0].limits.budget->nanoDollars, std::int64_t(500000000));
        QCOMPARE(caller->claims[1].subject, limits::Subject::Proxy);
        QVERIFY(caller->models.empty());
        QVERIFY(!caller->refusal);
    }

    void everybodyBehindAKeyIsCharged()
    {
        World world;
        world.put(Kind::Key, "k", R"({"user_id":"u","team_id":"t","project_id":"p"})");
        world.put(Kind::User, "u", R"({"rpm_limit":5,"max_budget":1,"user_email":"u@x"})");
        world.put(Kind::Team, "t", R"({"organization_id":"o","team_alias":"Team","tpm_limit":7})");
        world.put(Kind::Organization, "o", R"({"budget_id":"b"})");
        world.put(Kind::Budget, "b", R"({"max_budget":9})");
        world.put(Kind::Project, "p", "{}");
        const auto caller = world.compiled("k");
        QCOMPARE(caller->who->organizationId, std::string("o"));
        QCOMPARE(caller->who->teamAlias, std::string("Team"));
        for (const auto subject : {limits::Subject::Key, limits::Subject::User, limits::Subject::Team, limits::Subject::Member,
                 limits::Subject::Organization, limits::Subject::Project, limits::Subject::Proxy})
            QVERIFY(claimOn(*caller, subject));
        QCOMPARE(claimOn(*caller, limits::Subject::Organization)->limits.budget->nanoDollars, std::int64_t(9000000000));
        QCOMPARE(claimOn(*caller, limits::Subject::Team)->limits.tokens, std::optional<std::int64_t>(7));
        QVERIFY2(!claimOn(*caller, limits::Subject::User)->limits.budget, "a user's budget is for his own keys");
        QCOMPARE(claimOn(*caller, limits::Subject::User)->limits.requests, std::optional<std::int64_t>(5));
    }

    void aUsersBudgetBindsHisOwnKeys()
    {
        World world;
        world.put(Kind::Key, "k", R"({"user_id":"u"})");
        world.put(Kind::User, "u", R"({"max_budget":1})");
        QVERIFY(claimOn(*world.compiled("k"), limits::Subject::User)->limits.budget);
    }

    void aMemberHasTheTeamsShareUnlessHeHasHisOwn()
    {
        World world;
        world.put(Kind::Key, "k", R"({"user_id":"u","team_id":"t"})");
        world.put(Kind::Team, "t", R"({"metadata":{"team_member_budget_id":"share"}})");
        world.put(Kind::Budget, "share", R"({"max_budget":1})");
        world.put(Kind::Budget, "own", R"({"max_budget":2})");
        QCOMPARE(claimOn(*world.compiled("k"), limits::Subject::Member)->limits.budget->nanoDollars, std::int64_t(1000000000));
        world.put(Kind::Member, memberId("t", "u"), R"({"budget_id":"own"})");
        QCOMPARE(claimOn(*world.compiled("k"), limits::Subject::Member)->limits.budget->nanoDollars, std::int64_t(2000000000));
    }

    void aMemberOfAnOrganizationHasABudgetThere()
    {
        World world;
        world.put(Kind::Key, "k", R"({"user_id":"u","organization_id":"o"})");
        world.put(Kind::Budget, "own", R"({"max_budget":2})");
        QVERIFY(!claimOn(*world.compiled("k"), limits::Subject::OrganizationMember));
        world.put(Kind::OrganizationMember, memberId("o", "u"), R"({"budget_id":"own"})");
        QCOMPARE(claimOn(*world.compiled("k"), limits::Subject::OrganizationMember)->limits.budget->nanoDollars,
            std::int64_t(2000000000));
    }

    void rightsAreTheIntersection()
    {
        World world;
        world.put(Kind::Key, "k", R"({"models":["a","b"],"user_id":"u","team_id":"t","organization_id":"o"})");
        world.put(Kind::Team, "t", R"({"models":["b"]})");
        world.put(Kind::User, "u", R"({"models":["c"]})");
        world.put(Kind::Organization, "o", R"({"models":["all-proxy-models"]})");
        const std::vector<Kind> levels {Kind::Key, Kind::Team, Kind::User};
        QCOMPARE(levelsOf(*world.compiled("k")), levels);
    }

    void wordsForAllModelsAreNoLimit_data()
    {
        QTest::addColumn<QByteArray>("models");
        for (const char *models : {R"([])", R"(["*"])", R"(["all-proxy-models"])", R"(["all-team-models"])"})
            QTest::newRow(models) << QByteArray(models);
    }
    void wordsForAllModelsAreNoLimit()
    {
        QFETCH(QByteArray, models);
        World world;
        world.put(Kind::Key, "k", R"({"team_id":"t","models":)" + models.toStdString() + "}");
        QVERIFY(world.compiled("k")->models.empty());
    }

    void aUserWithoutModelsOfHisOwnHasTheTeams()
    {
        World world;
        world.put(Kind::User, "u", R"({"models":["no-default-models"]})");
        world.put(Kind::Key, "own", R"({"user_id":"u"})");
        world.put(Kind::Key, "team", R"({"user_id":"u","team_id":"t"})");
        QVERIFY(world.compiled("own")->models.front().isNone);
        QVERIFY(world.compiled("team")->models.empty());
    }

    void accessGroupsAreWrittenOut()
    {
        World world;
        world.put(Kind::AccessGroup, "group", R"({"access_model_names":["a","b"]})");
        world.put(Kind::Key, "k", R"({"models":["c"],"access_group_ids":["group"]})");
        const std::vector<std::string> names {"c", "a", "b"};
        QCOMPARE(world.compiled("k")->models.front().names, names);
    }

    void whoIsBlockedIsRefused()
    {
        World world;
        world.put(Kind::Key, "k", R"({"blocked":true})");
        QVERIFY(world.compiled("k")->refusal->message.find("Key is blocked") != std::string::npos);
        world.put(Kind::Key, "t", R"({"team_id":"team"})");
        world.put(Kind::Team, "team", R"({"blocked":true})");
        QVERIFY(world.compiled("t")->refusal->message.find("Team=team is blocked") != std::string::npos);
    }

    void aTemporaryBudgetIsOverWhenItIs()
    {
        World world;
        world.put(Kind::Key, "k",
            R"({"max_budget":1,"metadata":{"temp_budget_increase":2,"temp_budget_expiry":"1970-01-02T00:00:00Z"}})");
        const auto raised = world.compiled("k", Clock::Wall(hours(1)));
        QCOMPARE(raised->claims.front().limits.budget->nanoDollars, std::int64_t(3000000000));
        QCOMPARE(raised->freshUntil, std::optional(Clock::Wall(hours(24))));
        const auto plain = world.compiled("k", Clock::Wall(hours(24)));
        QCOMPARE(plain->claims.front().limits.budget->nanoDollars, std::int64_t(1000000000));
        QVERIFY(!plain->freshUntil);
    }

    void modelsHaveLimitsOfTheirOwn()
    {
        World world;
        world.put(Kind::Key, "k",
            R"({"team_id":"t","model_max_budget":{"a":{"budget_limit":1,"time_period":"1d","rpm_limit":4},"b":2},"metadata":{"model_rpm_limit":{"a":5},"model_tpm_limit":{"c":6}}})");
        world.put(Kind::Team, "t", R"({"model_spend_map":{"a":3},"budget_duration":"1d"})");
        const auto caller = world.compiled("k");
        QCOMPARE(caller->modelClaims.size(), std::size_t(4));
        QCOMPARE(caller->modelClaims[0].model, std::string("a"));
        QCOMPARE(caller->modelClaims[0].claim.limits.requests, std::optional<std::int64_t>(5));
        QCOMPARE(caller->modelClaims[0].claim.limits.budget->nanoDollars, std::int64_t(1000000000));
        QCOMPARE(caller->modelClaims[1].claim.limits.budget->nanoDollars, std::int64_t(2000000000));
        QCOMPARE(caller->modelClaims[2].claim.limits.tokens, std::optional<std::int64_t>(6));
        QCOMPARE(caller->modelClaims[3].claim.subject, limits::Subject::TeamModel);
        QCOMPARE(caller->modelClaims[3].claim.limits.budget->nanoDollars, std::int64_t(3000000000));
    }

    void anAdministratorsKeyMayDoEverything()
    {
        World world;
        world.put(Kind::Key, "k", R"({"user_id":"boss"})");
        QVERIFY(!world.compiled("k")->isAdmin);
        world.put(Kind::User, "boss", R"({"user_role":"proxy_admin"})");
        QVERIFY(world.compiled("k")->isAdmin);
    }

    void customersAndTagsAreKnownOrNot()
    {
        World world;
        QVERIFY(!customerOf("c", world.ground()));
        QVERIFY(!tagClaim("x", world.ground()));
        world.put(Kind::Customer, "c", R"({"blocked":true,"budget_id":"b","default_model":"gpt","allowed_model_region":"eu"})");
        world.put(Kind::Budget, "b", R"({"max_budget":1})");
        const auto customer = customerOf("c", world.ground());
        QVERIFY(customer->isBlocked);
        QCOMPARE(customer->region, std::string("eu"));
        QCOMPARE(customer->claim.limits.budget->nanoDollars, std::int64_t(1000000000));
        world.policy.customerBudget = Money {5};
        QCOMPARE(customerOf("stranger", world.ground())->claim.limits.budget->nanoDollars, std::int64_t(5));
    }

    void theGatewayItselfHasABudget()
    {
        World world;
        world.policy.maxBudget = Money {7};
        QCOMPARE(proxyClaim(world.ground()).limits.budget->nanoDollars, std::int64_t(7));
        const auto master = compileMaster("m", world.ground());
        QVERIFY(master->isAdmin);
        QCOMPARE(master->who->userId, std::string("default_user_id"));
        QCOMPARE(master->claims.size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestCompile)
#include "tst_compile.moc"
