// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/report_sums.h"

#include "gateway/store/spend_row.h"

#include <map>

namespace gatehouse::store {

namespace {

/// The lines of a report, each written by \a write into an object of its own.
template <typename Write> Result<std::string> listed(const Result<std::vector<ReportLine>> &lines, Write write)
{
    if (!lines)
        return Failure {lines.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (const ReportLine &line : *lines) {
        json.beginObject();
        write(json, line);
        json.endObject();
    }
    return json.endArray().take();
}

Result<std::string> names(Database &database, const Rollup &rollup, const SpendScope &scope, std::string_view member)
{
    Condition condition;
    scope.limit(condition);
    const QString column = latin(rollup.dimensions.front());
    auto query = select(database,
        QStringLiteral("SELECT DISTINCT %1 FROM %2%3 ORDER BY %1").arg(column, latin(rollup.table), condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    wire::JsonWriter json;
    json.beginObject().key(member).beginArray();
    while (query->next())
        json.string(textAt(*query, 0));
    return json.endArray().endObject().take();
}

using Days = std::map<std::int64_t, std::map<std::string, Money>>;

// What each group of \a column has spent on each day.
Result<Days> daysBy(Database &database, const QString &column, const ReportFilter &filter)
{
    const Condition condition = filter.conditionFor(dailySpend);
    auto query = select(database,
        QStringLiteral("SELECT day, %1 AS subject, CAST(SUM(spend_nanos) AS BIGINT) FROM daily_spend%2 GROUP BY day, subject")
            .arg(column, condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    Days days;
    while (query->next())
        days[numberAt(*query, 0)][textAt(*query, 1)] = Money {numberAt(*query, 2)};
    return days;
}

std::string teamName(const std::string &id, const Aliases &aliases)
{
    const std::string alias = id.empty() ? std::string() : aliases.team(id);
    return alias.empty() ? id.empty() ? "Unassigned" : id : alias;
}

} // namespace

Result<std::string> dearestKeys(Database &database, const ReportFilter &filter, std::int64_t most, const Aliases &aliases)
{
    return listed(linesBy(database, dailySpend, "api_key", filter, most), [&](wire::JsonWriter &json, const ReportLine &line) {
        const KeyFacts facts = aliases.key(line.name);
        json.key("api_key").string(line.name).key("key_alias").string(facts.alias).key("key_name").string(facts.name);
        json.key("total_spend").raw(dollars(line.spend));
    });
}

Result<std::string> dearestModels(Database &database, const ReportFilter &filter, std::int64_t most)
{
    return listed(linesBy(database, dailySpend, "model_group", filter, most), [](wire::JsonWriter &json, const ReportLine &line) {
        json.key("model").string(line.name).key("total_spend").raw(dollars(line.spend));
    });
}

Result<std::string> spendByProvider(Database &database, const ReportFilter &filter)
{
    return listed(
        linesBy(database, dailySpend, "custom_llm_provider", filter), [](wire::JsonWriter &json, const ReportLine &line) {
            json.key("provider").string(line.name.empty() ? "Unknown" : line.name).key("spend").raw(dollars(line.spend));
        });
}

Result<std::string> spendByCustomer(Database &database, const ReportFilter &filter)
{
    return listed(linesBy(database, dailyCustomerSpend, "end_user", filter), [](wire::JsonWriter &json, const ReportLine &line) {
        json.key("end_user")
            .string(line.name)
            .key("total_count")
            .number(line.requests)
            .key("total_spend")
            .raw(dollars(line.spend));
    });
}

Result<std::string> spendByTag(Database &database, const ReportFilter &filter)
{
    return listed(linesBy(database, dailyTagSpend, "tag", filter), [](wire::JsonWriter &json, const ReportLine &line) {
        json.key("individual_request_tag")
            .string(line.name)
            .key("log_count")
            .number(line.requests)
            .key("total_spend")
            .raw(dollars(line.spend));
    });
}

Result<std::string> spendPerTag(Database &database, const ReportFilter &filter)
{
    auto list = listed(linesBy(database, dailyTagSpend, "tag", filter), [](wire::JsonWriter &json, const ReportLine &line) {
        json.key("name").string(line.name).key("spend").raw(dollars(line.spend)).key("log_count").number(line.requests);
    });
    if (list)
        *list = "{\"spend_per_tag\":" + std::move(*list) + "}";
    return list;
}

Result<std::string> tagNames(Database &database, const SpendScope &scope)
{
    return names(database, dailyTagSpend, scope, "tag_names");
}

Result<std::string> customerNames(Database &database, const SpendScope &scope)
{
    return names(database, dailyCustomerSpend, scope, "end_users");
}

Result<std::string> spendInAll(Database &database, const ReportFilter &filter, std::optional<Money> budget)
{
    const auto total = totalOf(database, filter);
    if (!total)
        return Failure {total.error()};
    wire::JsonWriter json;
    json.beginObject().key("spend").raw(dollars(*total)).key("max_budget").raw(budget ? dollars(*budget) : "0.0");
    return json.endObject().take();
}

Result<std::string> spendOfDays(Database &database, const ReportFilter &filter)
{
    auto days = daysBy(database, QStringLiteral("CAST('' AS TEXT)"), filter);
    if (!days)
        return Failure {days.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (std::int64_t day = filter.firstDay; day <= filter.lastDay; ++day)
        json.beginObject().key("date").string(isoDay(day)).key("spend").raw(dollars((*days)[day][""])).endObject();
    return json.endArray().take();
}

Result<std::string> spendOfTeams(Database &database, const ReportFilter &filter, const Aliases &aliases)
{
    const auto days = daysBy(database, QStringLiteral("team_id"), filter);
    const auto totals = linesBy(database, dailySpend, "team_id", filter);
    if (!days || !totals)
        return Failure {days ? totals.error() : days.error()};
    wire::JsonWriter json;
    json.beginObject().key("daily_spend").beginArray();
    for (const auto &[day, teams] : *days) {
        json.beginObject().key("date").string(isoDay(day));
        for (const auto &[team, money] : teams)
            json.key(teamName(team, aliases)).raw(dollars(money));
        json.endObject();
    }
    json.endArray().key("teams").beginArray();
    for (const ReportLine &line : *totals)
        json.string(teamName(line.name, aliases));
    json.endArray().key("total_spend_per_team").beginArray();
    for (const ReportLine &line : *totals)
        json.beginObject()
            .key("team_id")
            .string(teamName(line.name, aliases))
            .key("total_spend")
            .raw(dollars(line.spend))
            .endObject();
    return json.endArray().endObject().take();
}

} // namespace gatehouse::store
