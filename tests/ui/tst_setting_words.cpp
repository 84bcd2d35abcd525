// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/callback_state.h"
#include "ui/pages/settings/gateway_facts.h"
#include "ui/pages/settings/setting.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QJsonObject sink(const QString &name, int sent, const QString &trouble = {})
{
    return {{u"name"_s, name}, {u"sent"_s, sent}, {u"failed"_s, 0}, {u"dropped"_s, trouble.isEmpty() ? 0 : 4}, {u"waiting"_s, 2},
        {u"bytes_on_disk"_s, 0}, {u"trouble"_s, trouble.isEmpty() ? QJsonValue() : QJsonValue(trouble)}};
}

QString valueOf(const QList<GatewayFact> &facts, const QString &name)
{
    for (const GatewayFact &fact : facts) {
        if (fact.name == name)
            return fact.value;
    }
    return {};
}

} // namespace

class SettingWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aSettingInsideAMapIsASettingAndAnItemOfAListIsNone()
    {
        const auto key = [](const QString &path, const QString &standard = {}) {
            return QJsonObject {{u"path"_s, path}, {u"served"_s, u"now"_s}, {u"default"_s, standard}};
        };
        const QJsonArray schema {key(u"router_settings"_s), key(u"router_settings.hedge.after"_s, u"p95"_s),
            key(u"router_settings.model_group_alias.*"_s), key(u"model_list[].model_name"_s),
            key(u"general_settings.pass_through_endpoints[].path"_s), key(u"general_settings.alerting_args.email_to"_s)};
        const QJsonObject args {{u"email_to"_s, QJsonArray {u"ops@example.org"_s}}};
        const QJsonObject tree {{u"general_settings"_s, QJsonObject {{u"alerting_args"_s, args}}}};
        const QJsonArray rows = settingRows(schema, tree);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["path"_L1].toString(), u"router_settings.hedge.after"_s);
        QVERIFY(rows[0]["is_apart"_L1].toBool()); // that there is a default does not mean that anything is hedged
        QVERIFY(!rows[1]["is_apart"_L1].toBool());
        QCOMPARE(rows[1]["value"_L1][0].toString(), u"ops@example.org"_s);
    }

    void eachCallbackIsThereOnceAndSaysHowItFares()
    {
        CallbackNews news;
        news.tree = {{u"litellm_settings"_s,
                         QJsonObject {{u"callbacks"_s, QJsonArray {u"mine"_s, u"langfuse"_s, u"prometheus"_s}},
                             {u"failure_callback"_s, QJsonArray {u"sentry"_s, u"mine"_s}}}},
            {u"general_settings"_s, QJsonObject {{u"alerting"_s, QJsonArray {u"slack"_s}}}}};
        news.problems = {QJsonObject {{u"message"_s, u"callback 'langfuse' is not told of anything: it lacks X"_s}}};
        news.inUse = {{u"success_and_failure"_s, QJsonArray {u"mine"_s}}, {u"failure"_s, QJsonArray {u"sentry"_s}},
            {u"success"_s, QJsonArray {u"stored"_s}}};
        news.sinks = {sink(u"mine"_s, 1200), sink(u"sentry"_s, 3, u"connection refused"_s)};
        const QList<CallbackState> states = callbackStates(news);
        QStringList names;
        for (const CallbackState &state : states)
            names.append(state.name);
        QCOMPARE(names.join(u' '), u"mine langfuse prometheus sentry stored slack"_s);
        QCOMPARE(states[0].mood, Mood::Good);
        QCOMPARE(states[0].figures, u"1,200 sent · 2 waiting"_s);
        QCOMPARE(states[1].mood, Mood::Warn);
        QVERIFY(states[1].trouble.contains(u"lacks X"_s));
        QVERIFY(!states[2].canBeTested);
        QCOMPARE(states[3].mood, Mood::Bad);
        QCOMPARE(states[3].trouble, u"connection refused"_s);
        QVERIFY(states[3].figures.contains(u"4 dropped"_s));
        QCOMPARE(states[4].mood, Mood::Idle);
        QVERIFY(states[5].canBeTested);
    }

    void beforeTheGatewayHasAnsweredNothingIsSaidToBeWrong()
    {
        CallbackNews news;
        news.tree = {{u"litellm_settings"_s, QJsonObject {{u"callbacks"_s, QJsonArray {u"mine"_s}}}}};
        const QList<CallbackState> states = callbackStates(news);
        QCOMPARE(states.size(), 1);
        QVERIFY(states[0].word.isEmpty());
        QCOMPARE(states[0].mood, Mood::Idle);
    }

    void storageIsToldWithItsLimits()
    {
        const QJsonObject info {
            {u"database"_s,
                QJsonObject {{u"kind"_s, u"sqlite"_s}, {u"place"_s, u"/var/lib/g/gatehouse.db"_s}, {u"bytes"_s, 3 * 1024 * 1024},
                    {u"free_bytes"_s, 1024.0 * 1024 * 1024},
                    {u"log"_s, QJsonObject {{u"calls"_s, 12345}, {u"bytes"_s, 2048}, {u"since"_s, u"2026-11-01"_s}}}}},
            {u"journal"_s, QJsonObject {{u"open"_s, true}, {u"writable"_s, false}, {u"bytes"_s, 100}}},
            {u"capture"_s, QJsonObject()}};
        const QJsonObject tree {{u"general_settings"_s, QJsonObject {{u"maximum_spend_logs_megabytes"_s, 512}}}};
        const QList<GatewayFact> facts = storageFacts(info, tree);
        QCOMPARE(valueOf(facts, u"Database"_s), u"SQLite, /var/lib/g/gatehouse.db"_s);
        QCOMPARE(valueOf(facts, u"Its size"_s), u"3.0 MB, and 1.0 GB are free on the disk"_s);
        QCOMPARE(valueOf(facts, u"Log of requests"_s), u"12,345 since 11/1/26, some 2.0 kB of at most 512 MB"_s);
        QCOMPARE(facts.last().mood, Mood::Bad);
    }

    void aDatabaseThatIsAwaySaysSo()
    {
        const QJsonObject info {{u"database"_s, QJsonValue()}, {u"database_problem"_s, u"no route to it"_s}};
        const QList<GatewayFact> facts = storageFacts(info, {});
        QCOMPARE(facts.first().value, u"no route to it"_s);
        QCOMPARE(facts.first().mood, Mood::Bad);
    }

    void aGatewayWithoutAMasterKeyIsWarnedOf()
    {
        const QList<GatewayFact> facts = serverFacts({{u"has_master_key"_s, false}}, u"http://10.0.0.1:4000"_s);
        QVERIFY(std::any_of(facts.begin(), facts.end(), [](const GatewayFact &fact) { return fact.mood == Mood::Warn; }));
        QCOMPARE(valueOf(facts, u"Encryption"_s), u"None (http)"_s);
    }
};

QTEST_MAIN(SettingWordsTest)
#include "tst_setting_words.moc"
