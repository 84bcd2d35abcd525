// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "doors.h"

#include "gateway/admin/route_explain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const std::string models = "general_settings: {master_key: sk-test}\n"
                           "model_list:\n"
                           "- {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: sk-hidden, weight: 3}, "
                           "model_info: {id: one}}\n"
                           "- {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: sk-hidden, weight: 1}, "
                           "model_info: {id: two}}\n"
                           "- {model_name: claude, litellm_params: {model: anthropic/claude-sonnet-4-5, api_key: sk-hidden}, "
                           "model_info: {id: three}}\n"
                           "- {model_name: long, litellm_params: {model: gemini/gemini-2.5-pro, api_key: sk-hidden}, "
                           "model_info: {id: four}}\n"
                           "router_settings:\n"
                           "  model_group_alias: {fast: gpt}\n"
                           "  fallbacks: [{gpt: [{model: claude, temperature: 0}]}, {claude: [long]}]\n"
                           "  context_window_fallbacks: [{gpt: [long]}]\n";

QJsonObject objectOf(const Answer &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
}

QJsonObject question(const QString &model, QJsonObject more = {})
{
    const QJsonArray messages {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"hello"_s}}};
    more.insert(u"request_body"_s, QJsonObject {{u"model"_s, model}, {u"messages"_s, messages}});
    return more;
}

QJsonObject explained(World &world, const QJsonObject &asked)
{
    const Answer answer = world.ask(&explainRoute, {}, QJsonDocument(asked).toJson().toStdString());
    return answer.status == 200 ? objectOf(answer) : QJsonObject {{u"status"_s, answer.status}};
}

QStringList groupsOf(const QJsonObject &answer)
{
    QStringList groups;
    for (const QJsonValue &step : answer.value(u"steps"_s).toArray())
        groups.append(step[u"group"_s].toString());
    return groups;
}

QJsonObject candidate(const QJsonObject &answer, int step, const QString &id)
{
    for (const QJsonValue &each : answer.value(u"steps"_s)[step][u"candidates"_s].toArray()) {
        if (each[u"deployment"_s].toString() == id)
            return each.toObject();
    }
    return {};
}

} // namespace

class TestRouteExplain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGroupAskedForComesFirstThenItsFallbacks()
    {
        World world(models);
        const QJsonObject answer = explained(world, question(u"fast"_s));
        QCOMPARE(groupsOf(answer), QStringList({u"gpt"_s, u"claude"_s, u"long"_s}));
        QCOMPARE(answer.value(u"strategy"_s).toString(), u"simple-shuffle"_s);
        QCOMPARE(answer.value(u"alias_of"_s)[0][u"model"_s].toString(), u"gpt"_s);
        QCOMPARE(answer.value(u"steps"_s)[1][u"changes"_s][u"temperature"_s].toInt(-1), 0);
        QVERIFY(answer.value(u"refusal"_s).isNull());
        QVERIFY(answer.value(u"steps"_s)[0][u"nobody"_s].isNull());
    }

    void theShareOfEachDeploymentFollowsItsWeight()
    {
        World world(models);
        const QJsonObject answer = explained(world, question(u"gpt"_s));
        const double one = candidate(answer, 0, u"one"_s).value(u"share"_s).toDouble();
        const double two = candidate(answer, 0, u"two"_s).value(u"share"_s).toDouble();
        QCOMPARE(one + two, 1.0);
        QVERIFY2(one > 0.6 && one < 0.9, qPrintable(QString::number(one)));
        QCOMPARE(candidate(answer, 0, u"one"_s).value(u"verdict"_s).toString(), u"chosen"_s);
        QCOMPARE(answer.value(u"steps"_s)[0][u"then"_s][0].toString(), u"two"_s);
    }

    void aFailureOfAnotherKindLeadsElsewhere()
    {
        World world(models);
        QCOMPARE(groupsOf(explained(world, question(u"gpt"_s, {{u"failure"_s, u"context_window"_s}}))),
            QStringList({u"gpt"_s, u"long"_s}));
    }

    void whoRestsIsToldWithItsReason()
    {
        World world(models);
        routing::Ended ended;
        ended.fault = Fault::Authentication;
        ended.status = 401;
        ended.reason = "key revoked";
        const auto now = world.context.clock.now();
        world.shared.health.rest(world.slot("one"), ended, now + 60s, now);
        const QJsonObject answer = explained(world, question(u"gpt"_s));
        QCOMPARE(candidate(answer, 0, u"two"_s).value(u"verdict"_s).toString(), u"chosen"_s);
        QCOMPARE(candidate(answer, 0, u"one"_s).value(u"verdict"_s).toString(), u"resting"_s);
        QVERIFY(candidate(answer, 0, u"one"_s).value(u"why"_s).toString().contains(u"key revoked"_s));
        world.shared.health.rest(world.slot("two"), ended, now + 60s, now);
        const QJsonObject none = explained(world, question(u"gpt"_s));
        QVERIFY(none.value(u"steps"_s)[0][u"nobody"_s].toString().contains(u"key revoked"_s));
        QCOMPARE(candidate(none, 0, u"two"_s).value(u"verdict"_s).toString(), u"resting"_s);
        QCOMPARE(groupsOf(none).value(1), u"claude"_s);
    }

    void anOutageIsMarkedSinceWhoIsInOneIsStillTried()
    {
        World world(models);
        world.shared.health.setOutage(world.slot("three"), world.context.clock.now() + 60s);
        const QJsonObject answer = explained(world, question(u"claude"_s));
        QCOMPARE(candidate(answer, 0, u"three"_s).value(u"in_outage"_s).toBool(), true);
        QCOMPARE(candidate(answer, 1, u"four"_s).value(u"in_outage"_s).toBool(true), false);
    }

    void aPromptOfASizeIsHeldAgainstTheWindows()
    {
        World world(models + "  enable_pre_call_checks: true\n");
        const QJsonObject answer = explained(world, question(u"gpt"_s, {{u"input_tokens"_s, 500000}}));
        QVERIFY(answer.value(u"steps"_s)[0][u"nobody"_s].toString().contains(u"500000"_s));
        QVERIFY(candidate(explained(world, question(u"gpt"_s)), 0, u"one"_s).value(u"verdict"_s).isString());
    }

    void aKeyBringsItsRightsAndItsNames()
    {
        World world(models);
        const char *record = R"({"key_alias":"phone","models":["claude"],"aliases":{"mine":"claude"}})";
        world.shared.directory.apply({{people::Kind::Key, "hash-of-it", record, "created"}});
        for (const QString &name : {u"phone"_s, u"hash-of-it"_s}) {
            const QJsonObject refused = explained(world, question(u"gpt"_s, {{u"key"_s, name}}));
            QVERIFY(refused.value(u"refusal"_s)[u"status"_s].toInt() >= 400);
            QVERIFY(groupsOf(refused).isEmpty());
        }
        QCOMPARE(groupsOf(explained(world, question(u"claude"_s, {{u"key"_s, u"phone"_s}}))).value(0), u"claude"_s);
        const char *blocked = R"({"key_alias":"phone","blocked":true})";
        world.shared.directory.apply({{people::Kind::Key, "hash-of-it", blocked, "blocked"}});
        const QJsonObject refused = explained(world, question(u"claude"_s, {{u"key"_s, u"phone"_s}}));
        QVERIFY(!refused.value(u"refusal"_s)[u"message"_s].toString().isEmpty());
    }

    void nothingIsCountedOrHeld()
    {
        World world(models);
        for (int time = 0; time < 5; ++time)
            explained(world, question(u"gpt"_s));
        const auto standing = world.shared.health.standing(world.slot("one"), world.context.clock.now());
        QCOMPARE(standing.inFlight, 0);
        QCOMPARE(standing.requestsThisMinute, std::int64_t(0));
    }

    void aProbeIsNotTakenFromWhoIsHalfOpen()
    {
        World world(models);
        const auto now = world.context.clock.now();
        world.shared.health.rest(world.slot("three"), {Fault::Timeout, 408}, now - 1ms, now - 2ms);
        explained(world, question(u"claude"_s));
        QVERIFY(!world.shared.health.isResting(world.slot("three"), world.context.clock.now()));
    }

    void whatNobodyHasIsARefusal()
    {
        World world(models);
        const QJsonObject answer = explained(world, question(u"nothing"_s));
        QVERIFY(answer.value(u"refusal"_s)[u"message"_s].toString().contains(u"nothing"_s));
        QVERIFY(answer.value(u"steps"_s).toArray().isEmpty());
    }

    void aQuestionWithoutSenseIsRefused_data()
    {
        QTest::addColumn<QString>("body");
        for (const char *body : {"", "5", "{}", R"({"request_body":5})", R"({"request_body":{},"call_type":"dance"})",
                 R"({"request_body":{},"failure":"all"})", R"({"request_body":{},"key":"nobody"})",
                 R"({"request_body":{},"input_tokens":-1})", R"({"request_body":{},"input_tokens":1e300})"})
            QTest::newRow(body) << QString::fromLatin1(body);
    }
    void aQuestionWithoutSenseIsRefused()
    {
        QFETCH(QString, body);
        World world(models);
        QCOMPARE(world.ask(&explainRoute, {}, body.toStdString()).status, 400);
    }

    void theMapHasGroupsNamesAndFallbacks()
    {
        World world(models);
        const Answer answer = world.ask(&showRouteMap);
        const QJsonObject map = objectOf(answer);
        QCOMPARE(map.value(u"groups"_s)[0][u"name"_s].toString(), u"gpt"_s);
        QCOMPARE(map.value(u"groups"_s)[0][u"deployments"_s][1][u"id"_s].toString(), u"two"_s);
        QCOMPARE(map.value(u"aliases"_s)[0][u"name"_s].toString(), u"fast"_s);
        QCOMPARE(map.value(u"fallbacks"_s)[u"gpt"_s][0][u"model"_s].toString(), u"claude"_s);
        QCOMPARE(map.value(u"context_window_fallbacks"_s)[u"gpt"_s][0][u"model"_s].toString(), u"long"_s);
        QVERIFY2(answer.body.find("sk-hidden") == std::string::npos, "no key is shown");
    }
};

QTEST_GUILESS_MAIN(TestRouteExplain)
#include "tst_route_explain.moc"
