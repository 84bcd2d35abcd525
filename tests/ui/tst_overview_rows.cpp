// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/budget_rows.h"
#include "ui/pages/overview/error_causes.h"
#include "ui/pages/overview/figures.h"
#include "ui/pages/overview/health_rows.h"
#include "ui/pages/overview/month_spend.h"
#include "ui/pages/overview/range.h"
#include "ui/pages/overview/top_rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

#include <cmath>

using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);

QJsonDocument json(const char *text)
{
    return QJsonDocument::fromJson(text);
}

QStringList titles(const QList<RowText> &rows)
{
    QStringList all;
    for (const RowText &row : rows)
        all << row.title;
    return all;
}

class TstOverviewRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void figuresAreReadStepByStep();
    void figuresOfNothingAreEmptySteps();
    void hostileFiguresAreBounded();
    void everyRangeAsksForAsManyStepsAsItShows();
    void theMonthIsWhatItCostAndWillCost();
    void whatRestsComesFirstAndCountsDown();
    void aDrillSaysSo();
    void tooManyDeploymentsAreCut();
    void theDearestComesFirst();
    void whatCostsNothingIsRankedByRequests();
    void reportsOfDaysAreReadByTheirNames();
    void budgetsNearTheirEndComeFirst();
    void errorsAreGroupedByCauseWithWhatToDo();
    void errorsOfTheGatewayItselfLeadToKeys();
    void strangeErrorsStillFindTheirCalls();
};

void TstOverviewRows::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TstOverviewRows::figuresAreReadStepByStep()
{
    const Figures figures = Figures::fromJson(json(R"({"step": 60, "from": 600, "to": 720, "in_flight": 2, "series": [
        {"requests": [3, 1], "errors": [1, 0], "spend": [0.5, 0.25], "p50_ms": [120.5, null]}]})")
                                                  .object());
    QCOMPARE(figures.steps(), 2);
    QCOMPARE(figures.inFlight, 2);
    QCOMPARE(total(figures.spend), 0.75);
    QCOMPARE(difference(figures.requests, figures.errors), QList<double>({2, 1}));
    QCOMPARE(figures.p50[0], 120.5);
    QVERIFY(std::isnan(figures.p50[1]));
    QVERIFY(std::isnan(figures.output[0])); // an older gateway does not tell it
    QVERIFY(!figures.chart({figures.requests}).utc);
}

void TstOverviewRows::figuresOfNothingAreEmptySteps()
{
    const Figures none = Figures::fromJson(json(R"({"step": 60, "from": 0, "to": 3600, "series": []})").object());
    QCOMPARE(none.steps(), 60);
    QVERIFY(none.chart({none.requests}).isEmpty());
    QCOMPARE(Figures::fromJson({}).steps(), 0);
}

void TstOverviewRows::hostileFiguresAreBounded()
{
    const Figures wild = Figures::fromJson(
        json(R"({"step": -5, "from": 9e15, "to": "x", "in_flight": [], "series": [{"requests": {"a": 1}, "errors": "many"}]})")
            .object());
    QCOMPARE(wild.steps(), 0);
    QVERIFY(Figures::fromJson(json(R"({"step": 1, "from": 0, "to": 9e15})").object()).steps() <= 2000);
}

void TstOverviewRows::everyRangeAsksForAsManyStepsAsItShows()
{
    for (const Range &range : ranges()) {
        QCOMPARE(range.curves().queryItemValue(u"points"_s).toInt(), range.points);
        QVERIFY(range.whole().hasQueryItem(u"total"_s));
        QVERIFY(!range.caption().isEmpty() && !range.sentence().isEmpty());
        QCOMPARE(ranges()[std::size_t(rangeNamed(QString::fromLatin1(range.key)))].key, range.key);
    }
    QCOMPARE(rangeNamed(u"no such range"_s), rangeNamed(QString()));
}

void TstOverviewRows::theMonthIsWhatItCostAndWillCost()
{
    const QJsonArray days = json(R"([{"date": "2026-10-31", "spend": 7}, {"date": "2026-11-24", "spend": 2},
        {"date": "2026-11-25", "spend": 4}, {"date": "2026-11-26", "spend": 1}, {"date": "never", "spend": 99}])")
                                .array();
    const MonthSpend month = MonthSpend::fromJson(days, now.date());
    QCOMPARE(month.today, 1.0);
    QCOMPARE(month.month, 7.0);
    QCOMPARE(month.days.size(), 14);
    QCOMPARE(month.days.last(), 1.0);
    QCOMPARE(month.question(days).value("data"_L1).toArray().size(), 2); // today is not over
    const auto end = month.atMonthEnd(json(R"({"response": [{"date": "2026-11-26", "predicted_spend": 3},
        {"date": "2026-11-27", "predicted_spend": 3}, {"date": "2026-11-28", "predicted_spend": 3}]})")
                                          .object());
    QCOMPARE(*end, 7.0 + 2 + 6); // the rest of today as well
    QVERIFY(!month.atMonthEnd({}));
    const MonthSpend first = MonthSpend::fromJson(days, QDate(2026, 10, 1));
    QCOMPARE(first.today, 0.0);
}

void TstOverviewRows::whatRestsComesFirstAndCountsDown()
{
    const QJsonArray deployments = json(R"([
        {"id": "a", "model_group": "gpt", "provider": "openai", "state": "closed", "reason": null, "in_flight": 2, "outage_until": null},
        {"id": "b", "model_group": "gpt", "provider": "azure", "state": "half_open", "reason": "503", "outage_until": null},
        {"id": "c", "model_group": "fast", "provider": "groq", "state": "open", "reason": "litellm.Timeout: APITimeoutError - no answer", "until": "2026-11-26T12:00:12.200Z",
         "outage_until": null}])")
                                       .array();
    const auto attempts = attemptsOf(json(R"({"series": [{"name": "a", "requests": [40], "errors": [1], "p95_ms": [820]},
        {"name": "b", "requests": [0], "errors": [0], "p95_ms": [null]}]})")
                                         .object());
    const QList<RowText> rows = healthRows(deployments, attempts, now, 10);
    QCOMPARE(titles(rows), QStringList({u"fast · groq"_s, u"gpt · azure"_s, u"gpt · openai"_s}));
    QCOMPARE(rows[0].figure, u"Resting, 13 s"_s);
    QCOMPARE(rows[0].detail, u"no answer"_s);
    QCOMPARE(rows[1].figure, u"Being tried again"_s);
    QCOMPARE(rows[2].figure, u"Ready"_s);
    QCOMPARE(rows[2].detail, u"95 %: 820 ms · 2.5 % failed · 2 under way"_s);
    QCOMPARE(rows[2].argument, u"deployment:a"_s);
    QVERIFY(isCountingDown(deployments));
    QCOMPARE(healthRows(deployments, attempts, now.addSecs(60), 10)[0].figure, u"Resting, 0 s"_s);
}

void TstOverviewRows::aDrillSaysSo()
{
    const QJsonArray deployments = json(R"([{"id": "a", "model_group": "gpt", "provider": "openai", "state": "open",
        "reason": "simulated outage", "outage_until": "2026-11-26T12:04:10Z", "until": "2026-11-26T12:04:10Z"}])")
                                       .array();
    QCOMPARE(healthRows(deployments, {}, now, 10)[0].figure, u"Drill, 4 min 10 s"_s);
}

void TstOverviewRows::tooManyDeploymentsAreCut()
{
    QJsonArray deployments;
    for (int at = 0; at < 10000; ++at)
        deployments.append(QJsonObject {{u"id"_s, QString::number(at)}, {u"state"_s, at == 9999 ? u"open"_s : u"closed"_s}});
    const QList<RowText> rows = healthRows(deployments, {}, now, 12);
    QCOMPARE(rows.size(), 12);
    QCOMPARE(rows[0].argument, u"deployment:9999"_s);
}

void TstOverviewRows::theDearestComesFirst()
{
    const QJsonDocument answer = json(R"({"series": [{"name": "gpt", "label": "gpt", "spend": [1], "requests": [9]},
        {"name": "opus", "label": "opus", "spend": [4], "requests": [2]}, {"name": "idle", "label": "idle", "spend": [0], "requests": [0]}]})");
    const QList<RowText> rows = topOfSeries(topKinds()[0], answer, 5);
    QCOMPARE(titles(rows), QStringList({u"opus"_s, u"gpt"_s}));
    QCOMPARE(*rows[0].share, 1.0);
    QCOMPARE(*rows[1].share, 0.25);
    QCOMPARE(rows[1].figure, u"$1.00"_s);
    QCOMPARE(rows[1].argument, u"model:gpt"_s);
}

void TstOverviewRows::whatCostsNothingIsRankedByRequests()
{
    const QJsonDocument answer = json(R"({"series": [{"name": "a", "label": "a", "spend": [0], "requests": [1]},
        {"name": "b", "label": "b", "spend": [0], "requests": [4]}]})");
    const QList<RowText> rows = topOfSeries(topKinds()[0], answer, 5);
    QCOMPARE(titles(rows), QStringList({u"b"_s, u"a"_s}));
    QCOMPARE(*rows[1].share, 0.25);
}

void TstOverviewRows::reportsOfDaysAreReadByTheirNames()
{
    const QString hash(64, u'a');
    QJsonArray keys {QJsonObject {{u"api_key"_s, hash}, {u"key_alias"_s, u"ci"_s}, {u"total_spend"_s, 2}},
        QJsonObject {{u"api_key"_s, QString(64, u'b')}, {u"key_alias"_s, u""_s}, {u"total_spend"_s, 3}}};
    const QList<RowText> rows = topOfReport(topKinds()[1], QJsonDocument(keys), 5);
    QCOMPARE(titles(rows), QStringList({u"bbbbbbbb…"_s, u"ci"_s}));
    QCOMPARE(rows[1].argument, QString(u"key:"_s + hash));
    const QJsonDocument teams = json(R"({"total_spend_per_team": [{"team_id": "red", "total_spend": 1}]})");
    QCOMPARE(titles(topOfReport(topKinds()[2], teams, 5)), QStringList({u"red"_s}));
    QVERIFY(topOfReport(topKinds()[2], json(R"({"total_spend_per_team": 7})"), 5).isEmpty());
}

void TstOverviewRows::budgetsNearTheirEndComeFirst()
{
    BudgetLists lists;
    lists.keys = json(R"([{"token": "t1", "key_alias": "calm", "spend": 1, "max_budget": 10},
        {"token": "t2", "key_alias": "free", "spend": 5},
        {"token": "t3", "key_alias": "fast", "spend": 6, "max_budget": 10, "budget_duration": "10d", "budget_reset_at": "2026-12-01T12:00:00Z"}])")
                     .array();
    lists.teams = json(R"([{"team_id": "x", "team_alias": "red", "spend": 12, "max_budget": 10}])").array();
    lists.providers = json(R"({"openai": {"budget_limit": 100, "spend": 85, "time_period": null}})").object();
    const QList<RowText> rows = budgetRows(lists, now, 3);
    QCOMPARE(titles(rows), QStringList({u"red"_s, u"fast"_s, u"openai"_s}));
    QCOMPARE(rows[0].mood, Mood::Bad);
    QCOMPARE(rows[1].mood, Mood::Warn); // 12 of 10 at its end
    QCOMPARE(*rows[1].forecast, 1.2);
    QCOMPARE(rows[1].argument, u"key:t3"_s);
    QCOMPARE(rows[2].argument, u"provider:openai"_s);
    QVERIFY(rows[1].detail.startsWith(u"Key · Used up by "_s));
}

void TstOverviewRows::errorsAreGroupedByCauseWithWhatToDo()
{
    const QJsonArray calls = json(R"([
        {"state": "failed", "status": 401, "provider": "openai", "fault": "AuthenticationError", "error": "old", "started_at": "2026-11-26T11:00:00Z"},
        {"state": "failed", "status": 503, "provider": "groq", "fault": "ServiceUnavailableError", "error": "busy", "started_at": "2026-11-26T11:01:00Z"},
        {"state": "failed", "status": 401, "provider": "openai", "fault": "AuthenticationError", "error": "new", "started_at": "2026-11-26T11:02:00Z"}])")
                                 .array();
    const QList<RowText> rows = errorRows(calls, 5);
    QCOMPARE(titles(rows), QStringList({u"openai refuses the key"_s, u"groq fails"_s}));
    QCOMPARE(rows[0].figure, u"2×"_s);
    QVERIFY(rows[0].detail.contains(u"replace it"_s));
    QVERIFY(rows[0].tip.endsWith(u": new"_s));
    QCOMPARE(rows[0].argument, u"state:failed provider:openai status:401"_s);
    QCOMPARE(rows[0].action, u"Replace key"_s);
    QCOMPARE(rows[0].actionArgument, u"providers provider:openai"_s);
    QCOMPARE(rows[1].actionArgument, u"routing"_s);
}

void TstOverviewRows::errorsOfTheGatewayItselfLeadToKeys()
{
    const QJsonArray calls = json(R"([
        {"state": "refused", "status": 401, "provider": "", "fault": "AuthenticationError", "who": "", "error": "no key"},
        {"state": "refused", "status": 429, "provider": "", "fault": "BudgetExceededError", "who": "ci", "error": "used up"}])")
                                 .array();
    const QList<RowText> rows = errorRows(calls, 5);
    QCOMPARE(titles(rows), QStringList({u"A client sends an unknown key"_s, u"ci has used up a budget"_s}));
    QCOMPARE(rows[0].actionArgument, u"keys new"_s);
    QCOMPARE(rows[1].actionArgument, u"keys"_s);
    QCOMPARE(rows[1].argument, u"state:refused status:429"_s);
}

void TstOverviewRows::strangeErrorsStillFindTheirCalls()
{
    const QList<RowText> rows = errorRows(json(R"([{"state": "odd", "status": "x", "fault": 7}, 5, null,
        {"state": "failed", "status": 418, "provider": "%1 <b>x</b>", "fault": "Teapot", "error": "\n\n%2"}])")
                                              .array(),
        5);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].figure, u"3×"_s);
    QCOMPARE(rows[1].title, u"%1 <b>x</b> fails"_s);
    QCOMPARE(rows[1].argument, u"state:failed provider:%1 status:418"_s);
}

} // namespace

QTEST_GUILESS_MAIN(TstOverviewRows)
#include "tst_overview_rows.moc"
