// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/budget_rules.h"
#include "gateway/observe/alerts/call_rules.h"
#include "gateway/observe/alerts/deployment_rules.h"
#include "gateway/observe/alerts/outages.h"
#include "gateway/observe/alerts/record_rules.h"
#include "gateway/observe/alerts/spend_report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe;
using namespace gatehouse::observe::alerts;
using namespace std::chrono_literals;

namespace {

/// Somebody who is told, and settings that tell everything.
struct Desk {
    alerts::Settings settings;
    std::vector<Alert> told;
    Clock::Wall now {std::chrono::hours(500000)};
    Raise raise = [this](Alert alert) { told.push_back(std::move(alert)); };

    Desk()
    {
        settings.channels.slack = {Secret("https://slack.example.org")};
        settings.threshold = 10s;
    }
    std::size_t count(Kind kind) const
    {
        return static_cast<std::size_t>(
            std::count_if(told.begin(), told.end(), [&](const Alert &each) { return each.kind == kind; }));
    }
};

AttemptRecord attempt(int status, const std::string &deployment = "d-1")
{
    AttemptRecord record;
    record.deployment = deployment;
    record.group = "gpt";
    record.provider = "openai";
    record.status = status;
    if (status != 200)
        record.fault = Fault::InternalServer;
    return record;
}

Receipt receipt(const Desk &desk, std::vector<AttemptRecord> attempts)
{
    Receipt result;
    result.callId = "call-1";
    result.model = result.group = "gpt";
    result.deployment = attempts.empty() ? std::string() : attempts.back().deployment;
    result.startedAt = desk.now;
    const bool isWell = !attempts.empty() && !attempts.back().fault;
    result.outcome = isWell ? Outcome::Completed : Outcome::Failed;
    result.status = isWell ? 200 : 500;
    if (!isWell)
        result.fault = Fault::InternalServer;
    result.cost = Cost {};
    result.attempts = std::move(attempts);
    return result;
}

Signal crossed(const Desk &desk, const char *account, int percent, const char *more = "")
{
    Signal signal {Signal::Kind::BudgetCrossed, account};
    signal.details = std::string("{\"account\":\"") + account + "\",\"percent\":" + std::to_string(percent)
        + ",\"spend\":0.8,\"max_budget\":1.0,\"key_alias\":\"alice\",\"user_email\":\"alice@example.org\"" + more + "}";
    signal.at = desk.now;
    return signal;
}

QJsonObject read(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiveFailuresInAnHourAreAMinorOutageAndTenAMajorOne()
    {
        Desk desk;
        Outages outages;
        for (int i = 0; i < 12; ++i, desk.now += 1min)
            outages.onReceipt(receipt(desk, {attempt(i % 2 ? 503 : 408)}), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(2));
        QVERIFY(desk.told[0].level == Level::Medium && desk.told[1].level == Level::High);
        QVERIFY(desk.told[0].text.find("Minor Service Outage") != std::string::npos);
        QCOMPARE(desk.told[0].incident, desk.told[1].incident);
        outages.onReceipt(receipt(desk, {attempt(200)}), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(3));
        QVERIFY(desk.told[2].isOver);
    }

    void failuresThatLieFarApartAreNoOutage()
    {
        Desk desk;
        Outages outages;
        for (int i = 0; i < 30; ++i, desk.now += 20min)
            outages.onReceipt(receipt(desk, {attempt(500)}), desk.settings, desk.raise);
        QVERIFY(desk.told.empty());
    }

    void callersOwnMistakesAreNoOutage()
    {
        Desk desk;
        Outages outages;
        for (int i = 0; i < 20; ++i)
            outages.onReceipt(receipt(desk, {attempt(i % 2 ? 429 : 400)}), desk.settings, desk.raise);
        QVERIFY(desk.told.empty());
    }

    void aRegionIsMoreThanOneDeployment()
    {
        Desk desk;
        Outages outages;
        for (int i = 0; i < 6; ++i)
            outages.onReceipt(receipt(desk, {attempt(500, i % 2 ? "d-1" : "d-2")}), desk.settings, desk.raise);
        QCOMPARE(desk.count(Kind::RegionOutageAlerts), std::size_t(1));
        QCOMPARE(desk.count(Kind::OutageAlerts), std::size_t(0));
    }

    void anOutageEndsWhenNobodyAsksAnyMore()
    {
        Desk desk;
        Outages outages;
        for (int i = 0; i < 5; ++i)
            outages.onReceipt(receipt(desk, {attempt(500)}), desk.settings, desk.raise);
        outages.onTick(desk.now + 59min, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        outages.onTick(desk.now + 61min, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(2));
        QVERIFY(desk.told.back().isOver);
    }

    void aFailureIsToldWithItsCallAndHidesWhatItShould()
    {
        Desk desk;
        CallRules rules;
        Receipt failed = receipt(desk, {attempt(500)});
        failed.error = "the prompt was: tell me";
        failed.who = "alice";
        rules.onReceipt(failed, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        QVERIFY(desk.told[0].text.find("call-1") != std::string::npos && desk.told[0].text.find("alice") != std::string::npos);
        desk.settings.hidesErrors = desk.settings.hidesPeople = true;
        rules.onReceipt(failed, desk.settings, desk.raise);
        QVERIFY(desk.told[1].text.find("tell me") == std::string::npos && desk.told[1].text.find("alice") == std::string::npos);
        QCOMPARE(desk.told[1].subject, desk.told[0].subject); // so that they are squashed
    }

    void aSlowCallIsTold()
    {
        Desk desk;
        CallRules rules;
        Receipt slow = receipt(desk, {attempt(200)});
        slow.duration = 9999ms;
        rules.onReceipt(slow, desk.settings, desk.raise);
        QVERIFY(desk.told.empty());
        slow.duration = 12s;
        rules.onReceipt(slow, desk.settings, desk.raise);
        QCOMPARE(desk.count(Kind::LlmTooSlow), std::size_t(1));
        QVERIFY(desk.told[0].text.starts_with("`Responses are slow - 12.00s response time > Alerting threshold: 10.00s`"));
    }

    void aFallbackIsReported()
    {
        Desk desk;
        CallRules rules;
        Receipt saved = receipt(desk, {attempt(500), attempt(200, "d-2")});
        saved.fallbacks = 1;
        saved.group = "claude";
        rules.onReceipt(saved, desk.settings, desk.raise);
        QCOMPARE(desk.count(Kind::FallbackReports), std::size_t(1));
        QVERIFY(desk.told[0].text.find("`gpt` → `claude`") != std::string::npos);
    }

    void aModelWithoutAPriceIsToldOnceADay()
    {
        Desk desk;
        CallRules rules;
        Receipt free = receipt(desk, {attempt(200)});
        free.cost.reset();
        free.usage.reported = true;
        free.usage.input = 10;
        for (int i = 0; i < 5; ++i)
            rules.onReceipt(free, desk.settings, desk.raise);
        QCOMPARE(desk.count(Kind::FailedTrackingSpend), std::size_t(1));
        free.startedAt += 25h;
        rules.onReceipt(free, desk.settings, desk.raise);
        QCOMPARE(desk.count(Kind::FailedTrackingSpend), std::size_t(2));
    }

    void manyFailuresAreAnIncidentUntilTheyAreFewer()
    {
        Desk desk;
        desk.settings.kinds = {};
        desk.settings.channels.pagerDutyKey = Secret("k");
        desk.settings.failures = {3, 60s};
        CallRules rules;
        for (int i = 0; i < 5; ++i)
            rules.onReceipt(receipt(desk, {attempt(500)}), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        QVERIFY(desk.told[0].audience == Audience::Pager && !desk.told[0].isOver);
        rules.onTick(desk.now + 30s, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        rules.onTick(desk.now + 61s, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(2));
        QVERIFY(desk.told[1].isOver && desk.told[1].incident == desk.told[0].incident);
    }

    void aDeploymentThatRestsIsToldOnceUntilItIsBack()
    {
        Desk desk;
        DeploymentRules rules;
        AttemptRecord rests = attempt(503);
        rests.hasMadeRest = true;
        for (int i = 0; i < 3; ++i)
            rules.onReceipt(receipt(desk, {rests}), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        rules.onReceipt(receipt(desk, {attempt(200)}), desk.settings, desk.raise);
        rules.onReceipt(receipt(desk, {attempt(200)}), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(2));
        QVERIFY(desk.told[1].isOver && desk.told[1].incident == desk.told[0].incident);
    }

    void aHealthCheckIsToldOfAsACallIs()
    {
        Desk desk;
        DeploymentRules rules;
        AttemptRecord rests = attempt(401);
        rests.hasMadeRest = true;
        rests.error = "health check: no such key";
        rules.onCheck(rests, desk.settings, desk.raise);
        rules.onReceipt(receipt(desk, {rests}), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        QVERIFY(desk.told[0].text.find("health check: no such key") != std::string::npos);
        rules.onCheck(attempt(200), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(2));
        QVERIFY(desk.told[1].isOver && desk.told[1].incident == desk.told[0].incident);
        rules.onTick(desk.now + 100'000s, desk.settings, desk.raise);
        for (const Alert &alert : desk.told) // it is no request
            QVERIFY(alert.text.find("Top Deployments") == std::string::npos);
    }

    void theDaysReportNamesTheSlowestAndTheFailing()
    {
        Desk desk;
        desk.settings.dailyReport = 100s;
        DeploymentRules rules;
        rules.onTick(desk.now, desk.settings, desk.raise);
        AttemptRecord slow = attempt(200, "d-slow"), fast = attempt(200, "d-fast");
        slow.duration = 10s;
        fast.duration = 1s;
        slow.usage.output = fast.usage.output = 10;
        rules.onReceipt(receipt(desk, {attempt(500, "d-bad"), fast, slow}), desk.settings, desk.raise);
        rules.onTick(desk.now + 99s, desk.settings, desk.raise);
        QVERIFY(desk.told.empty());
        rules.onTick(desk.now + 100s, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        const std::string &text = desk.told[0].text;
        QVERIFY2(text.find("d-bad`, Failed Requests: `1 of 1`") != std::string::npos, text.c_str());
        QVERIFY(text.find("d-slow") < text.find("d-fast"));
        QVERIFY(text.find("1.000000s/token") != std::string::npos);
        rules.onTick(desk.now + 300s, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1)); // nothing to report
    }

    void aBudgetIsToldOnceForEachMark()
    {
        Desk desk;
        BudgetRules rules;
        for (int i = 0; i < 3; ++i)
            rules.onCrossed(crossed(desk, "key:abc", 80), desk.settings, desk.raise);
        rules.onCrossed(crossed(desk, "key:abc", 100), desk.settings, desk.raise);
        rules.onCrossed(crossed(desk, "team:t", 80), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(3));
        QCOMPARE(read(desk.told[0].event)[QLatin1String("event")].toString(), QStringLiteral("threshold_crossed"));
        QCOMPARE(read(desk.told[0].event)[QLatin1String("event_group")].toString(), QStringLiteral("key"));
        QCOMPARE(read(desk.told[1].event)[QLatin1String("event")].toString(), QStringLiteral("budget_crossed"));
        QCOMPARE(read(desk.told[2].event)[QLatin1String("event_group")].toString(), QStringLiteral("team"));
        QCOMPARE(desk.told[0].mailTo, std::vector<std::string> {"alice@example.org"});
        QVERIFY(desk.told[2].mailTo.empty()); // whoever happened to call is not the team
        QVERIFY(desk.told[0].text.find("`alice`") != std::string::npos);
        desk.now += 25h;
        rules.onCrossed(crossed(desk, "key:abc", 80), desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(4));
    }

    void aSoftBudgetHasItsOwnEvent()
    {
        Desk desk;
        BudgetRules rules;
        rules.onCrossed(crossed(desk, "tag:x", 0, ",\"soft_budget\":0.5"), desk.settings, desk.raise);
        QCOMPARE(read(desk.told.at(0).event)[QLatin1String("event")].toString(), QStringLiteral("soft_budget_crossed"));
        QCOMPARE(read(desk.told[0].event)[QLatin1String("soft_budget")].toDouble(), 0.5);
    }

    void halfABudgetIsToldOnlyWhereTheRestWillNotLast()
    {
        Desk desk;
        BudgetRules rules;
        const auto inHours = [&](int hours) {
            const auto at =
                std::chrono::duration_cast<std::chrono::seconds>((desk.now + std::chrono::hours(hours)).time_since_epoch());
            return ",\"period\":\"1d\",\"reset_at\":" + std::to_string(at.count());
        };
        rules.onCrossed(crossed(desk, "key:a", 50, inHours(1).c_str()), desk.settings, desk.raise); // 0.8 in 23 of 24 hours
        QVERIFY(desk.told.empty());
        rules.onCrossed(crossed(desk, "key:b", 50, inHours(18).c_str()), desk.settings, desk.raise); // in six
        QCOMPARE(desk.told.size(), std::size_t(1));
        const QJsonObject event = read(desk.told[0].event);
        QCOMPARE(event[QLatin1String("event")].toString(), QStringLiteral("projected_limit_exceeded"));
        QVERIFY(qAbs(event[QLatin1String("projected_spend")].toDouble() - 3.2) < 1e-9);
        QVERIFY(!event[QLatin1String("projected_exceeded_date")].toString().isEmpty());
    }

    void changesAreToldWhereAskedAndTheWebhookAlways()
    {
        Desk desk;
        Signal signal {Signal::Kind::RecordChanged, "key/abc"};
        signal.details =
            R"({"kind":"key","id":"abc","action":"created","changed_by":"admin","key_alias":"alice","max_budget":5})";
        tellChange(signal, desk.settings, desk.raise);
        QCOMPARE(desk.told.size(), std::size_t(1));
        QVERIFY(desk.told[0].audience == Audience::Webhook);
        QCOMPARE(read(desk.told[0].event)[QLatin1String("event")].toString(), QStringLiteral("key_created"));
        desk.settings.kinds.insert(Kind::NewVirtualKeyCreated);
        tellChange(signal, desk.settings, desk.raise);
        QVERIFY(desk.told[1].audience == Audience::Everybody);
        QVERIFY(desk.told[1].text.find("max_budget: `5`") != std::string::npos);
    }

    void aSpendReportIsDueAtMidnightAndOnMondays()
    {
        Desk desk;
        SpendReports reports;
        std::vector<std::pair<Clock::Wall, Clock::Wall>> asked;
        const AskSpend ask = [&](Clock::Wall begin, Clock::Wall end, const std::function<void(Result<std::string>)> &done) {
            asked.emplace_back(begin, end);
            done(std::string(
                R"({"total":1.5,"keys":[{"name":"alice","spend":1.5,"requests":3}],"teams":[],"models":[],"tags":[]})"));
        };
        const Clock::Wall friday {std::chrono::days(20833)}; // 2027-01-15 00:00
        reports.onTick(friday - 1s, desk.settings, ask, desk.raise);
        QVERIFY(asked.empty()); // what was before the first tick is not known
        reports.onTick(friday, desk.settings, ask, desk.raise);
        QCOMPARE(asked.size(), std::size_t(1));
        QVERIFY(asked[0].first == friday - 24h && asked[0].second == friday);
        QVERIFY(desk.told[0].text.find("1. `alice`: `$1.5`") != std::string::npos);
        reports.onTick(friday + 23h, desk.settings, ask, desk.raise);
        QCOMPARE(asked.size(), std::size_t(1));
        reports.onTick(friday + 71h, desk.settings, ask, desk.raise);
        asked.clear();
        reports.onTick(friday + 72h, desk.settings, ask, desk.raise); // Monday
        QCOMPARE(asked.size(), std::size_t(2));
        QVERIFY(asked[1].first == friday + 72h - 7 * 24h && asked[1].second == friday + 72h);
    }
};

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
