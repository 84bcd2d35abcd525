// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "doors.h"

#include "gateway/admin/background_checks.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

const std::string list = "model_list:\n"
                         "- {model_name: gpt, litellm_params: {model: openai/a, mock_response: hello}, model_info: {id: one}}\n"
                         "- {model_name: gpt, litellm_params: {model: openai/b, mock_response: litellm.RateLimitError}, "
                         "model_info: {id: two}}\n"
                         "- {model_name: alone, litellm_params: {model: openai/c, mock_response: litellm.InternalServerError}, "
                         "model_info: {id: three}}\n"
                         "- {model_name: quiet, litellm_params: {model: openai/d, mock_response: hello}, "
                         "model_info: {id: four, disable_background_health_check: true}}\n";

std::string with(const std::string &more)
{
    return list + "general_settings: {background_health_checks: true" + more + "}\n";
}

bool rests(World &world, const char *id)
{
    return world.shared.health.isResting(world.slot(id), world.context.clock.now());
}

void runRound(World &world, BackgroundChecks &checks)
{
    checks.configure();
    QTRY_VERIFY(world.shared.checks.find("three"));
    QCoreApplication::processEvents(); // what a round has found is weighed when it is over
    QCoreApplication::processEvents();
}

} // namespace

class TestBackgroundChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachDeploymentIsAskedAtTheBeginning()
    {
        World world(with(""));
        BackgroundChecks checks(world.context);
        runRound(world, checks);
        QVERIFY(!world.shared.checks.find("one")->error);
        QCOMPARE(world.shared.checks.find("two")->error->httpStatus(), 429);
        QVERIFY(world.shared.checks.find("three")->error);
        QVERIFY2(!world.shared.checks.find("four"), "it is left out");
        QVERIFY2(!rests(world, "two"), "nothing steers unless it is asked for");
    }

    void nothingIsAskedUnlessTheConfigurationSaysSo()
    {
        World world(list);
        BackgroundChecks checks(world.context);
        checks.configure();
        QTest::qWait(20);
        QVERIFY(!world.shared.checks.find("one"));
    }

    void whatFailsRestsWhileAnotherOfItsGroupIsWell()
    {
        World world(with(", enable_health_check_routing: true"));
        BackgroundChecks checks(world.context);
        runRound(world, checks);
        QVERIFY(rests(world, "two"));
        QVERIFY(!rests(world, "one"));
        QVERIFY2(!rests(world, "three"), "the last one of a group is tried all the same");
        const auto standing = world.shared.health.standing(world.slot("two"), world.context.clock.now());
        QVERIFY2(standing.reason.starts_with("health check: "), standing.reason.c_str());
        QVERIFY(standing.left > std::chrono::seconds(590));
    }

    void whoeverFollowsEventsHearsOfIt()
    {
        const std::string more =
            ", enable_health_check_routing: true, health_check_interval: 1, health_check_staleness_threshold: 600";
        World world(with(more));
        const auto listener = world.shared.observer.events().listen(1U << unsigned(observe::EventKind::Breaker), [] {});
        BackgroundChecks checks(world.context);
        runRound(world, checks);
        QVERIFY(rests(world, "two"));
        const auto rested = listener->take(9).events;
        QCOMPARE(rested.size(), std::size_t(1));
        QVERIFY2(rested[0]->data.find(R"("state":"open","subject":"two")") != std::string::npos, rested[0]->data.c_str());
        QVERIFY2(rested[0]->data.find("health check: ") != std::string::npos, rested[0]->data.c_str());
        std::string mended = with(more);
        mended.replace(mended.find("litellm.RateLimitError"), 22, "hello");
        world.context.adopt(snapshotOf(mended));
        checks.configure();
        QTRY_VERIFY_WITH_TIMEOUT(!rests(world, "two"), 5000);
        const auto back = listener->take(9).events;
        QCOMPARE(back.size(), std::size_t(1)); // however often it was found ill meanwhile
        QVERIFY2(back[0]->data.find(R"("state":"closed","subject":"two")") != std::string::npos, back[0]->data.c_str());
    }

    void aTransientFailureMayBeOverlooked()
    {
        World world(with(", enable_health_check_routing: true, health_check_ignore_transient_errors: true"));
        BackgroundChecks checks(world.context);
        runRound(world, checks);
        QVERIFY(!rests(world, "two"));
    }

    void whatIsWellAgainIsClosed()
    {
        const std::string more =
            ", enable_health_check_routing: true, health_check_interval: 1, health_check_staleness_threshold: 600";
        World world(with(more));
        BackgroundChecks checks(world.context);
        runRound(world, checks);
        QVERIFY(rests(world, "two"));
        std::string mended = with(more);
        mended.replace(mended.find("litellm.RateLimitError"), 22, "hello");
        world.context.adopt(snapshotOf(mended));
        checks.configure();
        QTRY_VERIFY_WITH_TIMEOUT(!rests(world, "two"), 5000);
    }

    void anOutageIsFoundWithoutAsking()
    {
        World world(with(""));
        world.shared.health.setOutage(world.slot("one"), world.context.clock.now() + std::chrono::minutes(5));
        BackgroundChecks checks(world.context);
        runRound(world, checks);
        QCOMPARE(world.shared.checks.find("one")->error->message, std::string("simulated outage"));
    }
};

QTEST_GUILESS_MAIN(TestBackgroundChecks)
#include "tst_background_checks.moc"
