// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "questions.h"

#include "books.h"

#include "gateway/store/report_activity.h"
#include "gateway/store/report_daily.h"
#include "gateway/store/report_sums.h"
#include "gateway/store/spend_export.h"
#include "gateway/store/spend_logs.h"

namespace gatehouse::bench {

namespace {

using namespace gatehouse::store;

constexpr double aPage = 50, aChart = 200;

SpendFilter everything()
{
    SpendFilter filter;
    filter.begin = firstDay * dayMicros + 3'600'000'000; // within a day, as clients ask
    filter.end = (firstDay + days) * dayMicros - 3'600'000'000;
    return filter;
}

SpendFilter ofUser(const char *user)
{
    SpendFilter filter = everything();
    filter.userId = user;
    return filter;
}

ReportFilter month()
{
    ReportFilter filter;
    filter.firstDay = firstDay;
    filter.lastDay = firstDay + days - 1;
    return filter;
}

DailyQuestion daily(Entity entity, std::int64_t pageSize, std::vector<std::string> entities = {})
{
    DailyQuestion question;
    question.entity = entity;
    question.entities = std::move(entities);
    question.firstDay = firstDay;
    question.lastDay = firstDay + days - 1;
    question.pageSize = pageSize;
    return question;
}

} // namespace

std::vector<Question> questions()
{
    return {
        {"/spend/logs, 100 of all", aPage,
            [](Database &d) {
                return spendRows(d, {}, {1, 100});
            }},
        {"/spend/logs/v2, first page of a month", aPage,
            [](Database &d) {
                return spendPage(d, everything(), {1, 100});
            }},
        {"/spend/logs, page 300 of 1,000", 0,
            [](Database &d) {
                return spendRows(d, {}, {300, 1000});
            }},
        {"/spend/logs/v2, the last page", aPage,
            [](Database &d) {
                return spendPage(d, everything(), {9900, 100});
            }},
        {"/spend/logs/v2, page 5,000", aPage,
            [](Database &d) {
                return spendPage(d, everything(), {5000, 100});
            }},
        {"/spend/logs/v2, of a user", aPage,
            [](Database &d) {
                return spendPage(d, ofUser("user-7"), {1, 100});
            }},
        {"/spend/logs/v2, of a user, page 100", 0,
            [](Database &d) {
                return spendPage(d, ofUser("user-7"), {100, 100});
            }},
        {"/spend/logs/v2, failures", aPage,
            [](Database &d) {
                SpendFilter filter = everything();
                filter.status = "failure";
                return spendPage(d, filter, {1, 100});
            }},
        {"/spend/logs?request_id=", aPage,
            [](Database &d) {
                SpendFilter filter;
                filter.requestId = "call-123";
                return spendRows(d, filter, {1, 100});
            }},
        {"/spend/logs, summary of a month", aChart, [](Database &d) { return spendDays(d, {}, firstDay, firstDay + days - 1); }},
        {"/user/daily/activity, a page of 1,000", aChart,
            [](Database &d) { return dailyActivity(d, daily(Entity::User, 1000), {}); }},
        {"/user/daily/activity/aggregated", aChart, [](Database &d) { return dailyActivity(d, daily(Entity::User, 0), {}); }},
        {"/team/daily/activity, one team, aggregated", aChart,
            [](Database &d) { return dailyActivity(d, daily(Entity::Team, 0, {"team-3"}), {}); }},
        {"/tag/daily/activity, a page of 1,000", aChart,
            [](Database &d) { return dailyActivity(d, daily(Entity::Tag, 1000), {}); }},
        {"/global/activity", aChart, [](Database &d) { return activity(d, month()); }},
        {"/global/spend/keys", aChart, [](Database &d) { return dearestKeys(d, month(), 100, {}); }},
        {"/global/spend/teams", aChart, [](Database &d) { return spendOfTeams(d, month(), {}); }},
        {"/spend/export, a part of 500", 0,
            [](Database &d) -> Result<std::string> {
                const auto part = exportRows(d, everything(), ExportFormat::Csv, {});
                return part ? Result<std::string>(part->text) : Result<std::string>(Failure {part.error()});
            }},
    };
}

} // namespace gatehouse::bench
