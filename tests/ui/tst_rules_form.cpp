// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/rules.h"
#include "ui/pages/routing/strategies.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

QByteArray text(const QJsonArray &edits)
{
    return QJsonDocument(edits).toJson(QJsonDocument::Compact).replace('"', '\'');
}

const Rule &rule(const char *key)
{
    for (const Rule &each : rules()) {
        if (qstrcmp(each.key, key) == 0)
            return each;
    }
    return rules().front();
}

} // namespace

class RulesFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void theRoutersWordCountsFirst()
    {
        const RuleValues values = rulesIn(json("{'router_settings': {'num_retries': 3}, 'litellm_settings': {'num_retries': 7, "
                                               "'request_timeout': 60, 'routing_strategy': 'adaptive'}}"));
        QCOMPARE(values[u"num_retries"_s].text, u"3"_s);
        QCOMPARE(values[u"num_retries"_s].section, u"router_settings"_s);
        QCOMPARE(values[u"timeout"_s].text, u"60"_s);
        QCOMPARE(values[u"timeout"_s].section, u"litellm_settings"_s);
        QVERIFY(values[u"routing_strategy"_s].text.isEmpty());
    }

    void aValueIsChangedWhereItStands()
    {
        const QJsonObject tree = json("{'litellm_settings': {'request_timeout': 60, 'num_retries': 1}}");
        QCOMPARE(text(ruleEdits(tree, {{u"timeout"_s, u"30"_s}})),
            QByteArray("[{'op':'set','path':['litellm_settings','request_timeout'],'value':30}]"));
        QCOMPARE(text(ruleEdits(tree, {{u"num_retries"_s, u""_s}})),
            QByteArray("[{'op':'remove','path':['litellm_settings','num_retries']}]"));
        QCOMPARE(text(ruleEdits(tree, {{u"routing_strategy"_s, u"adaptive"_s}})),
            QByteArray("[{'op':'set','path':['router_settings','routing_strategy'],'value':'adaptive'}]"));
        QCOMPARE(text(ruleEdits(tree, {{u"disable_cooldowns"_s, u"true"_s}})),
            QByteArray("[{'op':'set','path':['router_settings','disable_cooldowns'],'value':true}]"));
        QVERIFY(ruleEdits(tree, {{u"num_retries"_s, u"1"_s}}).isEmpty());
    }

    void aPolicyGoesWithItsLastMember()
    {
        const QJsonObject tree =
            json("{'router_settings': {'retry_policy': {'TimeoutErrorRetries': 1, 'RateLimitErrorRetries': 2}}}");
        QCOMPARE(text(ruleEdits(tree, {{u"retry_policy.TimeoutErrorRetries"_s, u""_s}})),
            QByteArray("[{'op':'remove','path':['router_settings','retry_policy','TimeoutErrorRetries']}]"));
        QCOMPARE(text(ruleEdits(
                     tree, {{u"retry_policy.TimeoutErrorRetries"_s, u""_s}, {u"retry_policy.RateLimitErrorRetries"_s, u""_s}})),
            QByteArray("[{'op':'remove','path':['router_settings','retry_policy']}]"));
        QCOMPARE(text(ruleEdits(tree, {{u"allowed_fails_policy.TimeoutErrorAllowedFails"_s, u"5"_s}})),
            QByteArray("[{'op':'set','path':['router_settings','allowed_fails_policy','TimeoutErrorAllowedFails'],'value':5}]"));
    }

    void aPolicyThatLosesOneAndGetsAnotherStays()
    {
        const QJsonObject tree = json("{'router_settings': {'retry_policy': {'RateLimitErrorRetries': 2}}}");
        const QByteArray edits = text(
            ruleEdits(tree, {{u"retry_policy.RateLimitErrorRetries"_s, u""_s}, {u"retry_policy.TimeoutErrorRetries"_s, u"1"_s}}));
        QVERIFY2(edits.contains("'op':'set','path':['router_settings','retry_policy','TimeoutErrorRetries']"), edits.constData());
        QVERIFY2(
            edits.contains("'op':'remove','path':['router_settings','retry_policy','RateLimitErrorRetries']"), edits.constData());
    }

    void numbersAreReadAndWrittenByTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const QJsonObject tree = json("{'router_settings': {'retry_after': 0.5}}");
        QCOMPARE(rulesIn(tree)[u"retry_after"_s].text, u"0,5"_s);
        QCOMPARE(text(ruleEdits(tree, {{u"retry_after"_s, u"1,25"_s}})),
            QByteArray("[{'op':'set','path':['router_settings','retry_after'],'value':1.25}]"));
        QVERIFY(problemOf(rule("retry_after"), u"1.25"_s).isEmpty());
    }

    void whatIsNoNumberIsSaid()
    {
        QVERIFY(problemOf(rule("num_retries"), u"3"_s).isEmpty());
        QVERIFY(problemOf(rule("num_retries"), QString()).isEmpty());
        for (const QString &wrong : {u"three"_s, u"-1"_s, u"1.5"_s, u"1e12"_s, u"nan"_s})
            QVERIFY2(!problemOf(rule("num_retries"), wrong).isEmpty(), qPrintable(wrong));
        QVERIFY(problemOf(rule("cooldown_time"), u"1.5"_s).isEmpty());
    }

    void aReferenceStaysWhatItIs()
    {
        const QJsonObject tree = json("{'router_settings': {'num_retries': 'os.environ/RETRIES'}}");
        QCOMPARE(rulesIn(tree)[u"num_retries"_s].text, u"os.environ/RETRIES"_s);
        QVERIFY(ruleEdits(tree, {{u"num_retries"_s, u"os.environ/RETRIES"_s}}).isEmpty());
    }

    void defaultsComeFromTheSchema()
    {
        const QJsonArray schema = json("{'keys': [{'path': 'router_settings.num_retries', 'default': 2}, {'path': "
                                       "'litellm_settings.request_timeout', 'default': 6000}, {'path': "
                                       "'router_settings.disable_cooldowns', 'default': false}]}")
                                      .value(u"keys"_s)
                                      .toArray();
        const auto defaults = ruleDefaults(schema);
        QCOMPARE(defaults[u"num_retries"_s], u"2"_s);
        QCOMPARE(defaults[u"timeout"_s], u"6000"_s);
        QCOMPARE(defaults[u"disable_cooldowns"_s], u"false"_s);
    }

    void eachStrategyIsExplained()
    {
        for (const StrategyInfo &each : strategies())
            QVERIFY2(!each.how().isEmpty(), each.name);
        QVERIFY(strategyNamed(u"nothing"_s).how().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RulesFormTest)
#include "tst_rules_form.moc"
