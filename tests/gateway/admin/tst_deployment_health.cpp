// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "doors.h"

#include "gateway/admin/deployment_health.h"
#include "gateway/admin/health.h"
#include "gateway/wire/json_object.h"

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace std::chrono_literals;

namespace {

const std::string models = "general_settings: {master_key: sk-test}\n"
                           "model_list:\n"
                           "- {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: 'http://one', api_key: "
                           "sk-hidden}, model_info: {id: one}}\n"
                           "- {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: 'http://two', api_key: "
                           "sk-hidden}, model_info: {id: two}}\n";

wire::JsonObject json(const Answer &answer)
{
    auto parsed = wire::JsonObject::parse(answer.body);
    return parsed ? std::move(*parsed) : wire::JsonObject();
}

std::string text(const Answer &answer, const char *member)
{
    return wire::jsonString(json(answer).find(member)).value_or(std::string(json(answer).find(member)));
}

routing::Ended failure(const std::string &reason)
{
    routing::Ended ended;
    ended.fault = Fault::Authentication;
    ended.status = 401;
    ended.reason = reason;
    return ended;
}

} // namespace

class TestDeploymentHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachDeploymentIsShownAndNoKeyOfIt()
    {
        World world(models);
        const Answer answer = world.ask(&listDeploymentHealth);
        QCOMPARE(answer.status, 200);
        const std::string shown =
            "\"id\":\"one\",\"model_group\":\"gpt\",\"model\":\"openai/gpt-4o\",\"provider\":\"openai\","
            "\"api_base\":\"http://one\",\"state\":\"closed\",\"reason\":null,\"status\":null,\"until\":null";
        QVERIFY2(answer.body.find(shown) != std::string::npos, answer.body.c_str());
        QVERIFY(answer.body.find(R"("id":"two")") != std::string::npos);
        QVERIFY(answer.body.find("hidden") == std::string::npos);
    }

    void whatRestsIsShownWithReasonAndCountdown()
    {
        World world(models);
        auto use = world.shared.health.begin(world.slot("one"), world.context.clock.now());
        routing::CooldownRules rules;
        rules.time = 30s;
        QVERIFY(use.end(failure("key revoked"), rules, {2, false}, world.context.clock.now()));
        const Answer answer = world.ask(&showDeploymentHealth, "one");
        QCOMPARE(text(answer, "state"), std::string("open"));
        QCOMPARE(text(answer, "reason"), std::string("key revoked"));
        QCOMPARE(text(answer, "status"), std::string("401"));
        QCOMPARE(text(answer, "until").substr(0, 2), std::string("20"));
        QCOMPARE(text(answer, "until").back(), 'Z');
        const auto left = wire::jsonNumber(json(answer).find("seconds_left"));
        QVERIFY(left && *left > 29 && *left <= 30);
        QCOMPARE(text(answer, "failures_this_minute"), std::string("1"));
    }

    void closeNowLetsItTakeRequestsAgain()
    {
        World world(models);
        auto &health = world.shared.health;
        auto use = health.begin(world.slot("one"), world.context.clock.now());
        use.end(failure("key revoked"), {}, {2, false}, world.context.clock.now());
        QVERIFY(health.isResting(world.slot("one"), world.context.clock.now()));
        const Answer answer = world.ask(&closeDeployment, "one");
        QCOMPARE(answer.status, 200);
        QCOMPARE(text(answer, "state"), std::string("closed"));
        QVERIFY(!health.isResting(world.slot("one"), world.context.clock.now()));
    }

    void anOutageBeginsAndEnds()
    {
        World world(models);
        const Answer begun = world.ask(&beginOutage, "one", R"({"minutes": 5})");
        QCOMPARE(begun.status, 200);
        QCOMPARE(text(begun, "state"), std::string("open"));
        QCOMPARE(text(begun, "reason"), std::string("simulated outage"));
        QCOMPARE(text(begun, "until"), text(begun, "outage_until"));
        const auto left = wire::jsonNumber(json(begun).find("seconds_left"));
        QVERIFY(left && *left > 299 && *left <= 300);
        QVERIFY(world.shared.health.isInOutage(world.slot("one"), world.context.clock.now()));
        const Answer ended = world.ask(&endOutage, "one");
        QCOMPARE(text(ended, "state"), std::string("closed"));
        QCOMPARE(text(ended, "outage_until"), std::string("null"));
        QVERIFY(!world.shared.health.isInOutage(world.slot("one"), world.context.clock.now()));
    }

    void anOutageOfNoSensibleLengthIsRefused_data()
    {
        QTest::addColumn<QString>("body");
        for (const char *body : {"", "5", "{}", R"({"minutes":0})", R"({"minutes":-1})", R"({"minutes":"5"})",
                 R"({"minutes":10081})", R"({"minutes":1e400})", "{"})
            QTest::newRow(body) << QString::fromLatin1(body);
    }
    void anOutageOfNoSensibleLengthIsRefused()
    {
        QFETCH(QString, body);
        World world(models);
        const Answer answer = world.ask(&beginOutage, "one", body.toStdString());
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.find("minutes") != std::string::npos);
        QVERIFY(!world.shared.health.isInOutage(world.slot("one"), world.context.clock.now()));
    }

    void anUnknownDeploymentIsNotFound()
    {
        World world(models);
        for (const auto handler : {&showDeploymentHealth, &closeDeployment, &beginOutage, &endOutage})
            QCOMPARE(world.ask(handler, "three", R"({"minutes":1})").status, 404);
    }

    void theGatewayIsReadyWhileOneDeploymentTakesRequests()
    {
        World world(models);
        world.ask(&beginOutage, "one", R"({"minutes":5})");
        const Answer ready = world.ask(&showReadiness);
        QCOMPARE(ready.status, 200);
        QCOMPARE(ready.body, std::string(R"({"status":"healthy","db":"Not connected"})"));
        world.ask(&beginOutage, "two", R"({"minutes":5})");
        const Answer down = world.ask(&showReadiness);
        QCOMPARE(down.status, 503);
        QCOMPARE(text(down, "status"), std::string("unhealthy"));
        QVERIFY2(down.body.find("one") == std::string::npos, "a stranger learns no names");
        QVERIFY(world.ask(&showReadiness, {}, {}, "sk-test").body.find(R"("id":"one")") != std::string::npos);
        world.ask(&closeDeployment, "two");
        QCOMPARE(world.ask(&showReadiness).status, 200);
    }

    void aHalfOpenDeploymentCounts()
    {
        World world(models);
        auto &health = world.shared.health;
        const auto now = world.context.clock.now();
        for (const char *id : {"one", "two"})
            health.rest(world.slot(id), failure("gone"), now - 1ms, now - 2ms);
        QCOMPARE(text(world.ask(&showDeploymentHealth, "one"), "state"), std::string("half_open"));
        QCOMPARE(world.ask(&showReadiness).status, 200);
    }

    void withoutDeploymentsTheGatewayIsReady()
    {
        World world("general_settings: {master_key: sk-test}\n");
        QCOMPARE(world.ask(&showReadiness).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestDeploymentHealth)
#include "tst_deployment_health.moc"
