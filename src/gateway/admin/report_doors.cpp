// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/report_doors.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"
#include "gateway/store/report_groups.h"
#include "gateway/store/report_sums.h"

namespace gatehouse::admin {

namespace {

using store::Database;
using store::ReportFilter;
constexpr int usualDays = 30;
constexpr std::int64_t mostLines = 10'000;

/// A question about the sums that \a inbound means: \a report(database, filter).
template <typename Report> void askReport(pipeline::Context &context, pipeline::Inbound inbound, Report report)
{
    auto filter = reportOf(context, inbound);
    if (!filter)
        return answerError(inbound, filter.error());
    askStore(context, std::move(inbound),
        [filter = std::move(*filter), report = std::move(report)](Database &database) { return report(database, filter); });
}

void readBody(ReportFilter &filter, const std::string &text)
{
    const auto body = wire::JsonObject::parse(text);
    if (!body)
        return;
    filter.apiKey = keyHash(wire::jsonString(body->find("api_key")).value_or(""));
    const auto first = wire::jsonString(body->find("startTime")), last = wire::jsonString(body->find("endTime"));
    filter.firstDay = first ? dayOf(*first).value_or(filter.firstDay) : filter.firstDay;
    filter.lastDay = last ? dayOf(*last).value_or(filter.lastDay) : filter.lastDay;
}

QJsonObject fieldsOf(const people::Directory &directory, people::Kind kind, const std::string &id)
{
    const auto record = directory.find(kind, id);
    return record ? people::objectFrom(record->json) : QJsonObject();
}

using Grouped = Result<std::string> (*)(Database &, const ReportFilter &, const store::Aliases &);

Grouped groupedBy(const wire::Request &request)
{
    const std::string by = request.queryValue("group_by");
    const bool isOfOne = !request.queryValue("api_key").empty() || !request.queryValue("internal_user_id").empty();
    if (by == "api_key" || isOfOne)
        return [](Database &database, const ReportFilter &filter, const store::Aliases &) {
            return store::reportByKey(database, filter);
        };
    if (by == "customer")
        return [](Database &database, const ReportFilter &filter, const store::Aliases &) {
            return store::reportByCustomer(database, filter);
        };
    return by.empty() || by == "team" ? &store::reportByTeam : nullptr;
}

} // namespace

store::Aliases aliasesOf(const pipeline::Context &context)
{
    using people::Kind;
    const people::Directory &directory = context.shared.directory;
    const auto field = [&directory](Kind kind, const char *name) {
        return [&directory, kind, name](const std::string &id) { return people::textIn(fieldsOf(directory, kind, id), name); };
    };
    store::Aliases aliases;
    aliases.key = [&directory](const std::string &hash) {
        QJsonObject key = fieldsOf(directory, Kind::Key, hash);
        if (key.isEmpty()) // what it has spent is still there
            key = fieldsOf(directory, Kind::DeletedKey, hash);
        return store::KeyFacts {people::textIn(key, "key_alias"), people::textIn(key, "key_name"), people::textIn(key, "user_id"),
            people::textIn(key, "team_id")};
    };
    aliases.team = field(Kind::Team, "team_alias");
    aliases.user = field(Kind::User, "user_email");
    aliases.organization = field(Kind::Organization, "organization_alias");
    return aliases;
}

Result<ReportFilter> reportOf(const pipeline::Context &context, const pipeline::Inbound &inbound)
{
    const wire::Request &request = inbound.request;
    const auto named = daysOf(request);
    if (!named)
        return Failure {named.error()};
    const Days days = named->value_or(lastDays(context, usualDays));
    ReportFilter filter;
    filter.firstDay = days.first;
    filter.lastDay = days.last;
    filter.apiKey = keyHash(request.queryValue("api_key"));
    filter.userId = request.queryValue("user_id") + request.queryValue("internal_user_id");
    filter.teamId = request.queryValue("team_id");
    filter.customer = request.queryValue("customer_id");
    filter.tags = listOf(request, "tags");
    filter.scope = scopeOf(inbound.identity);
    return filter;
}

void showSpentByKeys(pipeline::Context &context, pipeline::Inbound inbound)
{
    const store::SpendScope scope = scopeOf(inbound.identity);
    askStore(context, std::move(inbound),
        [scope, aliases = aliasesOf(context)](Database &database) { return store::spentByKeys(database, scope, aliases); });
}

void showSpentByUsers(pipeline::Context &context, pipeline::Inbound inbound)
{
    const store::SpendScope scope = scopeOf(inbound.identity);
    const std::string id = inbound.request.queryValue("user_id");
    askStore(context, std::move(inbound), [scope, id, aliases = aliasesOf(context)](Database &database) {
        return store::spentByUsers(database, scope, id, aliases);
    });
}

void showSpendTags(pipeline::Context &context, pipeline::Inbound inbound)
{
    askReport(context, std::move(inbound), &store::spendByTag);
}

void showGlobalSpend(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::optional<Money> budget = context.snapshot->settings.people.maxBudget;
    askReport(context, std::move(inbound),
        [budget](Database &database, const ReportFilter &filter) { return store::spendInAll(database, filter, budget); });
}

void showGlobalLogs(pipeline::Context &context, pipeline::Inbound inbound)
{
    askReport(context, std::move(inbound), &store::spendOfDays);
}

void showGlobalKeys(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::int64_t most = numberOf(inbound.request, "limit", mostLines, mostLines);
    askReport(context, std::move(inbound), [most, aliases = aliasesOf(context)](Database &database, const ReportFilter &filter) {
        return store::dearestKeys(database, filter, most, aliases);
    });
}

void showGlobalTeams(pipeline::Context &context, pipeline::Inbound inbound)
{
    askReport(context, std::move(inbound), [aliases = aliasesOf(context)](Database &database, const ReportFilter &filter) {
        return store::spendOfTeams(database, filter, aliases);
    });
}

void showGlobalModels(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::int64_t most = numberOf(inbound.request, "limit", mostLines, mostLines);
    askReport(context, std::move(inbound),
        [most](Database &database, const ReportFilter &filter) { return store::dearestModels(database, filter, most); });
}

void showGlobalCustomers(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string body = inbound.request.body;
    askReport(context, std::move(inbound), [body](Database &database, ReportFilter filter) {
        readBody(filter, body);
        return store::spendByCustomer(database, filter);
    });
}

void showGlobalTags(pipeline::Context &context, pipeline::Inbound inbound)
{
    askReport(context, std::move(inbound), &store::spendPerTag);
}

void showTagNames(pipeline::Context &context, pipeline::Inbound inbound)
{
    const store::SpendScope scope = scopeOf(inbound.identity);
    askStore(context, std::move(inbound), [scope](Database &database) { return store::tagNames(database, scope); });
}

void showProviders(pipeline::Context &context, pipeline::Inbound inbound)
{
    askReport(context, std::move(inbound), &store::spendByProvider);
}

void showReport(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto days = daysOf(inbound.request);
    if (!days || !*days)
        return answerRefusal(inbound, days ? "Please provide start_date and end_date" : days.error().message);
    const Grouped grouped = groupedBy(inbound.request);
    if (!grouped)
        return answerRefusal(inbound, "group_by must be team, customer or api_key");
    askReport(
        context, std::move(inbound), [grouped, aliases = aliasesOf(context)](Database &database, const ReportFilter &filter) {
            return grouped(database, filter, aliases);
        });
}

// What LiteLLM refreshes is always fresh here.
void refreshSpend(pipeline::Context &, pipeline::Inbound inbound)
{
    answerJson(inbound, R"({"message":"MonthlyGlobalSpend view refreshed","status":"success"})");
}

Result<std::string> resetSpend(people::Draft &draft, const Asked &)
{
    for (const people::Kind kind : {people::Kind::Key, people::Kind::Team}) {
        for (const std::string &id : draft.ids(kind))
            draft.change({people::accountOf(kind, id), Money {}});
    }
    return std::string(R"({"message":"Spend for all API Keys and Teams reset successfully","status":"success"})");
}

void showCustomerNames(pipeline::Context &context, pipeline::Inbound inbound)
{
    const store::SpendScope scope = scopeOf(inbound.identity);
    askStore(context, std::move(inbound), [scope](Database &database) { return store::customerNames(database, scope); });
}

} // namespace gatehouse::admin
