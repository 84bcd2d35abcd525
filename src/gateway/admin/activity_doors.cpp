// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/activity_doors.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/admin/report_doors.h"
#include "gateway/people/fields.h"
#include "gateway/store/report_activity.h"
#include "gateway/store/report_daily.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using store::Database;
using store::Entity;

using SumsReport = Result<std::string> (*)(Database &, const store::ReportFilter &);
using CallsReport = Result<std::string> (*)(Database &, const store::SpendFilter &);

void ask(pipeline::Context &context, pipeline::Inbound inbound, SumsReport report)
{
    auto filter = reportOf(context, inbound);
    if (!filter)
        return answerError(inbound, filter.error());
    askStore(context, std::move(inbound),
        [filter = std::move(*filter), report](Database &database) { return report(database, filter); });
}

void ask(pipeline::Context &context, pipeline::Inbound inbound, CallsReport report)
{
    auto filter = filterOf(inbound);
    if (!filter)
        return answerError(inbound, filter.error());
    askStore(context, std::move(inbound),
        [filter = std::move(*filter), report](Database &database) { return report(database, filter); });
}

/// How the doors of one kind of entity are asked.
struct Names {
    std::string_view entities, one;
};

Names namesOf(Entity entity)
{
    switch (entity) {
    case Entity::User: break;
    case Entity::Team: return {"team_ids", "team_id"};
    case Entity::Organization: return {"organization_ids", "organization_id"};
    case Entity::Tag: return {"tags", "tag"};
    case Entity::Customer: return {"end_user_ids", "end_user_id"};
    }
    return {"user_ids", "user_id"};
}

std::vector<std::string> entitiesOf(const wire::Request &request, const Names &names)
{
    std::vector<std::string> all = listOf(request, names.entities);
    if (std::string one = request.queryValue(names.one); !one.empty())
        all.push_back(std::move(one));
    return all;
}

Result<store::DailyQuestion> questionOf(const pipeline::Inbound &inbound, Entity entity)
{
    const wire::Request &request = inbound.request;
    const auto days = daysOf(request);
    if (!days)
        return Failure {days.error()};
    if (!*days)
        return Failure {Error {Fault::InvalidRequest, "Please provide start_date and end_date"}};
    store::DailyQuestion question;
    question.entity = entity;
    const Names names = namesOf(entity);
    question.entities = entitiesOf(request, names);
    question.excluded = listOf(request, "exclude_" + std::string(names.entities));
    question.apiKey = keyHash(request.queryValue("api_key"));
    question.model = request.queryValue("model");
    question.firstDay = (*days)->first;
    question.lastDay = (*days)->last;
    question.scope = scopeOf(inbound.identity);
    constexpr std::int64_t usual = 50, most = 1000, mostPages = 1'000'000;
    question.pageSize = numberOf(request, "page_size", usual, most);
    question.page = numberOf(request, "page", 1, mostPages);
    return question;
}

// An admin of all the teams that are asked for sees what their members have spent; everybody else his own.
bool isTeamAdmin(const pipeline::Context &context, const Identity &identity, const std::vector<std::string> &teams)
{
    const std::string user = identity.caller ? identity.caller->userId() : std::string();
    const auto isAdminOf = [&](const std::string &team) {
        const auto record = context.shared.directory.find(people::Kind::Team, team);
        const QJsonArray members =
            record ? people::objectFrom(record->json)[QLatin1String("members_with_roles")].toArray() : QJsonArray();
        return std::any_of(members.begin(), members.end(), [&](const QJsonValue &member) {
            return member[QLatin1String("role")].toString() == QLatin1String("admin")
                && member[QLatin1String("user_id")].toString() == people::qt(user);
        });
    };
    return !user.empty() && !teams.empty() && std::all_of(teams.begin(), teams.end(), isAdminOf);
}

void askDays(pipeline::Context &context, pipeline::Inbound inbound, Entity entity, bool isWhole = false)
{
    auto question = questionOf(inbound, entity);
    if (!question)
        return answerRefusal(inbound, question.error().message);
    if (entity == Entity::Team && isTeamAdmin(context, inbound.identity, question->entities))
        question->scope.all = true;
    if (isWhole) {
        question->page = 1;
        question->pageSize = 0;
    }
    askStore(context, std::move(inbound), [question = std::move(*question), aliases = aliasesOf(context)](Database &database) {
        return store::dailyActivity(database, question, aliases);
    });
}

} // namespace

void showActivity(pipeline::Context &context, pipeline::Inbound inbound)
{
    ask(context, std::move(inbound), &store::activity);
}

void showModelActivity(pipeline::Context &context, pipeline::Inbound inbound)
{
    ask(context, std::move(inbound), &store::activityByModel);
}

void showRateLimited(pipeline::Context &context, pipeline::Inbound inbound)
{
    ask(context, std::move(inbound), &store::rateLimited);
}

void showRateLimitedDeployments(pipeline::Context &context, pipeline::Inbound inbound)
{
    ask(context, std::move(inbound), &store::rateLimitedByDeployment);
}

void showCacheHits(pipeline::Context &context, pipeline::Inbound inbound)
{
    ask(context, std::move(inbound), &store::cacheHits);
}

void showUserDays(pipeline::Context &context, pipeline::Inbound inbound)
{
    askDays(context, std::move(inbound), Entity::User);
}

void showUserDaysWhole(pipeline::Context &context, pipeline::Inbound inbound)
{
    askDays(context, std::move(inbound), Entity::User, true);
}

void showTeamDays(pipeline::Context &context, pipeline::Inbound inbound)
{
    askDays(context, std::move(inbound), Entity::Team);
}

void showTagDays(pipeline::Context &context, pipeline::Inbound inbound)
{
    askDays(context, std::move(inbound), Entity::Tag);
}

void showOrganizationDays(pipeline::Context &context, pipeline::Inbound inbound)
{
    askDays(context, std::move(inbound), Entity::Organization);
}

void showCustomerDays(pipeline::Context &context, pipeline::Inbound inbound)
{
    askDays(context, std::move(inbound), Entity::Customer);
}

} // namespace gatehouse::admin
