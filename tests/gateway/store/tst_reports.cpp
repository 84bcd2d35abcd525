// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/report_activity.h"
#include "gateway/store/report_daily.h"
#include "gateway/store/report_groups.h"
#include "gateway/store/report_sums.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace Qt::StringLiterals;

namespace {

Aliases aliases()
{
    Aliases known;
    known.key = [](const std::string &hash) {
        return hash == "k1" ? KeyFacts {"laptop", "sk-...abcd", "ann", "red"} : KeyFacts {};
    };
    known.team = [](const std::string &id) { return id == "red" ? std::string("The Reds") : std::string(); };
    return known;
}

ReportFilter all()
{
    ReportFilter filter;
    filter.firstDay = 20000;
    filter.lastDay = 20002;
    return filter;
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT
private:
    Books m_books;

    QByteArray text(const Result<std::string> &answer)
    {
        return QByteArray::fromStdString(answer ? *answer : answer.error().message);
    }
    QJsonObject days(const DailyQuestion &question)
    {
        return read(dailyActivity(m_books.database, question, aliases())).object();
    }
    static DailyQuestion about(Entity entity)
    {
        DailyQuestion question;
        question.entity = entity;
        question.firstDay = 20000;
        question.lastDay = 20002;
        return question;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonArray accounts {"key:k1"_L1, "user:ann"_L1, "team:red"_L1};
        m_books.book({
            call("1", 20000,
                {{"api_key"_L1, "k1"_L1}, {"user_id"_L1, "ann"_L1}, {"team_id"_L1, "red"_L1}, {"accounts"_L1, accounts},
                    {"tags"_L1, QJsonArray {"x"_L1, "y"_L1}}, {"cached_read_tokens"_L1, 4}}),
            call("2", 20000,
                {{"api_key"_L1, "k2"_L1}, {"spend_nanos"_L1, 5000}, {"end_user"_L1, "zoe"_L1},
                    {"accounts"_L1, QJsonArray {"key:k2"_L1}}, {"tags"_L1, QJsonArray {"x"_L1}}}),
            call("3", 20002,
                {{"api_key"_L1, "k1"_L1}, {"user_id"_L1, "ann"_L1}, {"team_id"_L1, "red"_L1}, {"model"_L1, "claude"_L1},
                    {"model_group"_L1, "sonnet"_L1}, {"custom_llm_provider"_L1, "anthropic"_L1}, {"accounts"_L1, accounts}}),
            call("4", 20002,
                {{"api_key"_L1, "k2"_L1}, {"outcome"_L1, "failed"_L1}, {"http_status"_L1, 429}, {"spend_nanos"_L1, 0}}),
        });
        QVERIFY(m_books.isOpen);
    }

    void theCacheIsToldByKeyKindAndModel()
    {
        Books books;
        const QJsonObject kept {{"is_cache_hit"_L1, 1}, {"completion_tokens"_L1, 5}, {"spend_nanos"_L1, 0}};
        books.book({call("1", 20000), call("2", 20000, kept), call("3", 20001, kept),
            call("4", 20001, {{"api_key"_L1, "other"_L1}}), call("5", 20009, kept)});
        QVERIFY(books.isOpen);
        const QJsonArray told = read(cacheHits(books.database, all())).array();
        QCOMPARE(told.size(), 2);
        const QJsonObject expected {{"api_key"_L1, "hash"_L1}, {"call_type"_L1, "/chat/completions"_L1},
            {"model"_L1, "gpt-4o"_L1}, {"total_rows"_L1, 3}, {"cache_hit_true_rows"_L1, 2}, {"cached_completion_tokens"_L1, 10},
            {"generated_completion_tokens"_L1, 7}};
        QCOMPARE(told[0].toObject(), expected);
        QCOMPARE(told[1].toObject()["cache_hit_true_rows"_L1].toInt(), 0);
        QCOMPARE(told[1].toObject()["generated_completion_tokens"_L1].toInt(), 7);
    }

    void theDearestComeFirst()
    {
        QCOMPARE(text(dearestKeys(m_books.database, all(), 10, aliases())),
            QByteArray(
                R"([{"api_key":"k2","key_alias":"","key_name":"","total_spend":5e-06},{"api_key":"k1","key_alias":"laptop","key_name":"sk-...abcd","total_spend":2e-06}])"));
        QCOMPARE(text(dearestModels(m_books.database, all(), 1)), QByteArray(R"([{"model":"gpt","total_spend":6e-06}])"));
        QCOMPARE(text(spendByProvider(m_books.database, all())),
            QByteArray(R"([{"provider":"openai","spend":6e-06},{"provider":"anthropic","spend":1e-06}])"));
    }

    void tagsAndCustomersHaveTheirSums()
    {
        QCOMPARE(text(spendByTag(m_books.database, all())),
            QByteArray(
                R"([{"individual_request_tag":"x","log_count":2,"total_spend":6e-06},{"individual_request_tag":"y","log_count":1,"total_spend":1e-06}])"));
        ReportFilter one = all();
        one.tags = {"y"};
        QCOMPARE(text(spendPerTag(m_books.database, one)),
            QByteArray(R"({"spend_per_tag":[{"name":"y","spend":1e-06,"log_count":1}]})"));
        QCOMPARE(text(spendByCustomer(m_books.database, all())),
            QByteArray(R"([{"end_user":"zoe","total_count":1,"total_spend":5e-06}])"));
        QCOMPARE(text(tagNames(m_books.database, {})), QByteArray(R"({"tag_names":["x","y"]})"));
        QCOMPARE(text(customerNames(m_books.database, {})), QByteArray(R"({"end_users":["zoe"]})"));
    }

    void eachDayIsThereWhateverWasSpent()
    {
        QCOMPARE(text(spendOfDays(m_books.database, all())),
            QByteArray(
                R"([{"date":"2024-10-04","spend":6e-06},{"date":"2024-10-05","spend":0.0},{"date":"2024-10-06","spend":1e-06}])"));
        QCOMPARE(
            text(spendInAll(m_books.database, all(), Money {2000000000})), QByteArray(R"({"spend":7e-06,"max_budget":2.0})"));
        QCOMPARE(text(spendOfTeams(m_books.database, all(), aliases())),
            QByteArray(
                R"({"daily_spend":[{"date":"2024-10-04","Unassigned":5e-06,"The Reds":1e-06},{"date":"2024-10-06","Unassigned":0.0,"The Reds":1e-06}],)"
                R"("teams":["Unassigned","The Reds"],"total_spend_per_team":[{"team_id":"Unassigned","total_spend":5e-06},{"team_id":"The Reds","total_spend":2e-06}]})"));
    }

    void whatAnAccountHasSpentIsListed()
    {
        QCOMPARE(text(spentByUsers(m_books.database, {}, {}, aliases())),
            QByteArray(R"([{"user_id":"ann","user_email":"","spend":2e-06}])"));
        QCOMPARE(text(spentByUsers(m_books.database, {}, "bob", aliases())), QByteArray("[]"));
        QCOMPARE(text(spentByKeys(m_books.database, {}, aliases())),
            QByteArray(
                R"([{"token":"k2","key_alias":"","key_name":"","spend":5e-06,"user_id":"","team_id":""},)"
                R"({"token":"k1","key_alias":"laptop","key_name":"sk-...abcd","spend":2e-06,"user_id":"ann","team_id":"red"}])"));
        QCOMPARE(read(spentByKeys(m_books.database, {false, "ann", {}}, aliases())).array().size(), 1);
    }

    void theReportGroupsDaysByTeam()
    {
        const QJsonArray report = read(reportByTeam(m_books.database, all(), aliases())).array();
        QCOMPARE(report.size(), 2);
        QCOMPARE(report[0]["group_by_day"_L1].toString(), "2024-10-04T00:00:00+00:00"_L1);
        const QJsonValue team = report[1]["teams"_L1][1];
        QCOMPARE(team["team_name"_L1].toString(), "The Reds"_L1);
        QCOMPARE(team["total_spend"_L1].toDouble(), 1e-6);
        QCOMPARE(team["metadata"_L1][0]["model"_L1].toString(), "claude"_L1);
        QCOMPARE(team["metadata"_L1][0]["total_tokens"_L1].toInt(), 18);
        QCOMPARE(
            read(reportByCustomer(m_books.database, all())).array().at(0)["customers"_L1][0]["customer"_L1].toString(), "zoe"_L1);
        const QJsonValue key = read(reportByKey(m_books.database, all())).array().at(0);
        QCOMPARE(key["api_key"_L1].toString(), "k1"_L1);
        QCOMPARE(key["total_input_tokens"_L1].toInt(), 22);
        QCOMPARE(key["model_details"_L1].toArray().size(), 2);
    }

    void activityIsCounted()
    {
        QCOMPARE(text(activity(m_books.database, all())),
            QByteArray(
                R"({"daily_data":[{"date":"2024-10-04","api_requests":2,"total_tokens":36},{"date":"2024-10-06","api_requests":2,"total_tokens":36}],"sum_api_requests":4,"sum_total_tokens":72})"));
        const QJsonArray models = read(activityByModel(m_books.database, all())).array();
        QCOMPARE(models[0]["model"_L1].toString(), "gpt"_L1);
        QCOMPARE(models[0]["sum_api_requests"_L1].toInt(), 3);
        QCOMPARE(text(rateLimited(m_books.database, {})),
            QByteArray(
                R"({"daily_data":[{"date":"2024-10-06","num_rate_limit_exceptions":1}],"sum_num_rate_limit_exceptions":1})"));
        QCOMPARE(read(rateLimitedByDeployment(m_books.database, {})).array().at(0)["api_base"_L1].toString(), "d-gpt"_L1);
        QCOMPARE(read(cacheHits(m_books.database, all())).array().size(), 3);
    }

    void aDayHasItsBreakdowns()
    {
        const QJsonObject answer = days(about(Entity::User));
        const QJsonArray results = answer["results"_L1].toArray();
        QCOMPARE(results.size(), 2);
        QCOMPARE(results[0]["date"_L1].toString(), "2024-10-06"_L1);
        const QJsonValue day = results[1];
        QCOMPARE(day["metrics"_L1]["spend"_L1].toDouble(), 6e-6);
        QCOMPARE(day["metrics"_L1]["cache_read_input_tokens"_L1].toInt(), 4);
        const QJsonValue model = day["breakdown"_L1]["models"_L1]["gpt-4o"_L1];
        QCOMPARE(model["metrics"_L1]["api_requests"_L1].toInt(), 2);
        QCOMPARE(model["api_key_breakdown"_L1]["k1"_L1]["metadata"_L1]["key_alias"_L1].toString(), "laptop"_L1);
        QCOMPARE(day["breakdown"_L1]["api_keys"_L1]["k2"_L1]["metadata"_L1]["key_alias"_L1].type(), QJsonValue::Null);
        QCOMPARE(day["breakdown"_L1]["endpoints"_L1]["/chat/completions"_L1]["metrics"_L1]["total_tokens"_L1].toInt(), 36);
        QCOMPARE(day["breakdown"_L1]["entities"_L1].toObject().keys(), QStringList("ann"_L1));
        QCOMPARE(results[0]["metrics"_L1]["failed_requests"_L1].toInt(), 1);
        const QJsonValue totals = answer["metadata"_L1];
        QCOMPARE(totals["total_spend"_L1].toDouble(), 7e-6);
        QCOMPARE(totals["total_successful_requests"_L1].toInt(), 3);
        QCOMPARE(totals["has_more"_L1].toBool(), false);
    }

    void allPagesTogetherAreTheWhole()
    {
        DailyQuestion question = about(Entity::User);
        question.pageSize = 1;
        double spend = 0;
        int requests = 0, pages = 1;
        for (; question.page <= pages; ++question.page) {
            const QJsonValue totals = days(question)["metadata"_L1];
            pages = totals["total_pages"_L1].toInt();
            QCOMPARE(totals["has_more"_L1].toBool(), question.page < pages);
            spend += totals["total_spend"_L1].toDouble();
            requests += totals["total_api_requests"_L1].toInt();
        }
        QCOMPARE(pages, 4);
        QCOMPARE(requests, 4);
        QCOMPARE(spend, 7e-6);
    }

    void entitiesAreChosenAndLeftOut()
    {
        DailyQuestion team = about(Entity::Team);
        QCOMPARE(days(team)["metadata"_L1]["total_api_requests"_L1].toInt(), 2); // who is in no team is not meant
        const QJsonValue entity = days(team)["results"_L1][0]["breakdown"_L1]["entities"_L1]["red"_L1];
        QCOMPARE(entity["metadata"_L1]["team_alias"_L1].toString(), "The Reds"_L1);
        team.excluded = {"red"};
        QCOMPARE(days(team)["results"_L1].toArray().size(), 0);
        DailyQuestion tag = about(Entity::Tag);
        tag.entities = {"y", "z"};
        QCOMPARE(days(tag)["metadata"_L1]["total_api_requests"_L1].toInt(), 1);
        QCOMPARE(days(about(Entity::Customer))["metadata"_L1]["total_api_requests"_L1].toInt(), 1);
        QCOMPARE(days(about(Entity::Organization))["metadata"_L1]["total_api_requests"_L1].toInt(), 0);
        DailyQuestion own = about(Entity::User);
        own.scope = {false, "ann", {}};
        QCOMPARE(days(own)["metadata"_L1]["total_api_requests"_L1].toInt(), 2);
        own.model = "claude";
        QCOMPARE(days(own)["metadata"_L1]["total_api_requests"_L1].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
