// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/report_groups.h"

#include "gateway/store/spend_row.h"

#include <map>

namespace gatehouse::store {

namespace {

/// What one key has spent on one model.
struct Part {
    std::string model, key;
    Money spend = {};
    std::int64_t promptTokens = 0, completionTokens = 0;
};
using Groups = std::map<std::string, std::vector<Part>>;

/// How a report by days names what it groups.
struct Grouping {
    const Rollup &rollup;
    std::string_view column, list, member;
};

QString partsStatement(const Grouping &grouping, const Condition &condition)
{
    return QStringLiteral(
        "SELECT day, %1, model, api_key, CAST(SUM(spend_nanos) AS BIGINT), CAST(SUM(prompt_tokens) AS BIGINT), "
        "CAST(SUM(completion_tokens) AS BIGINT) FROM %2%3 GROUP BY day, %1, model, api_key ORDER BY day, %1, model, api_key")
        .arg(latin(grouping.column), latin(grouping.rollup.table), condition.where());
}

Result<std::map<std::int64_t, Groups>> groupsOf(Database &database, const Grouping &grouping, const ReportFilter &filter)
{
    const Condition condition = filter.conditionFor(grouping.rollup);
    auto query = select(database, partsStatement(grouping, condition), condition.values());
    if (!query)
        return Failure {query.error()};
    std::map<std::int64_t, Groups> days;
    while (query->next()) {
        days[numberAt(*query, 0)][textAt(*query, 1)].push_back(
            {textAt(*query, 2), textAt(*query, 3), Money {numberAt(*query, 4)}, numberAt(*query, 5), numberAt(*query, 6)});
    }
    return days;
}

Money sumOf(const std::vector<Part> &parts)
{
    Money sum;
    for (const Part &part : parts)
        sum = sum + part.spend;
    return sum;
}

void writeGroup(wire::JsonWriter &json, const std::vector<Part> &parts)
{
    json.key("total_spend").raw(dollars(sumOf(parts))).key("metadata").beginArray();
    for (const Part &part : parts) {
        json.beginObject().key("model").string(part.model).key("api_key").string(part.key);
        json.key("spend")
            .raw(dollars(part.spend))
            .key("total_tokens")
            .number(part.promptTokens + part.completionTokens)
            .endObject();
    }
    json.endArray();
}

template <typename Name>
Result<std::string> reportBy(Database &database, const Grouping &grouping, const ReportFilter &filter, Name name)
{
    const auto days = groupsOf(database, grouping, filter);
    if (!days)
        return Failure {days.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (const auto &[day, groups] : *days) {
        json.beginObject().key("group_by_day").string(isoDay(day) + "T00:00:00+00:00").key(grouping.list).beginArray();
        for (const auto &[id, parts] : groups) {
            json.beginObject().key(grouping.member).string(name(id));
            writeGroup(json, parts);
            json.endObject();
        }
        json.endArray().endObject();
    }
    return json.endArray().take();
}

void writeCosts(wire::JsonWriter &json, const Part &sums)
{
    json.key("total_cost").raw(dollars(sums.spend)).key("total_input_tokens").number(sums.promptTokens);
    json.key("total_output_tokens").number(sums.completionTokens);
}

void writeKey(wire::JsonWriter &json, const std::string &key, const std::vector<Part> &models)
{
    Part all;
    for (const Part &part : models)
        all = {
            {}, {}, all.spend + part.spend, all.promptTokens + part.promptTokens, all.completionTokens + part.completionTokens};
    json.beginObject().key("api_key").string(key);
    writeCosts(json, all);
    json.key("model_details").beginArray();
    for (const Part &part : models) {
        json.beginObject().key("model").string(part.model);
        writeCosts(json, part);
        json.endObject();
    }
    json.endArray().endObject();
}

/// An account and what it has spent in its period.
struct Spent {
    std::string id;
    Money money;
};

Result<std::vector<Spent>> accountsOf(Database &database, const QString &kind)
{
    auto query = select(database,
        QStringLiteral("SELECT name, spend_nanos FROM accounts WHERE name >= ? AND name < ? ORDER BY spend_nanos DESC, name"),
        {QString(kind + QLatin1Char(':')), QString(kind + QLatin1Char(';'))});
    if (!query)
        return Failure {query.error()};
    std::vector<Spent> all;
    while (query->next())
        all.push_back({textAt(*query, 0).substr(static_cast<std::size_t>(kind.size()) + 1), Money {numberAt(*query, 1)}});
    return all;
}

bool isShown(const SpendScope &scope, const std::string &hash, const KeyFacts &facts)
{
    if (scope.all)
        return true;
    return scope.userId.empty() ? hash == scope.key : facts.userId == scope.userId;
}

} // namespace

Result<std::string> reportByTeam(Database &database, const ReportFilter &filter, const Aliases &aliases)
{
    return reportBy(database, {dailySpend, "team_id", "teams", "team_name"}, filter, [&](const std::string &id) {
        const std::string alias = id.empty() ? std::string() : aliases.team(id);
        return alias.empty() ? id : alias;
    });
}

Result<std::string> reportByCustomer(Database &database, const ReportFilter &filter)
{
    return reportBy(
        database, {dailyCustomerSpend, "end_user", "customers", "customer"}, filter, [](const std::string &id) { return id; });
}

Result<std::string> reportByKey(Database &database, const ReportFilter &filter)
{
    const Rollup &rollup = filter.customer.empty() ? dailySpend : dailyCustomerSpend;
    const Condition condition = filter.conditionFor(rollup);
    auto query = select(database,
        QStringLiteral("SELECT api_key, model, CAST(SUM(spend_nanos) AS BIGINT), CAST(SUM(prompt_tokens) AS BIGINT), "
                       "CAST(SUM(completion_tokens) AS BIGINT) FROM %1%2 GROUP BY api_key, model ORDER BY api_key, model")
            .arg(latin(rollup.table), condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    Groups keys;
    while (query->next())
        keys[textAt(*query, 0)].push_back(
            {textAt(*query, 1), {}, Money {numberAt(*query, 2)}, numberAt(*query, 3), numberAt(*query, 4)});
    wire::JsonWriter json;
    json.beginArray();
    for (const auto &[key, models] : keys)
        writeKey(json, key, models);
    return json.endArray().take();
}

Result<std::string> spentByKeys(Database &database, const SpendScope &scope, const Aliases &aliases)
{
    const auto spent = accountsOf(database, QStringLiteral("key"));
    if (!spent)
        return Failure {spent.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (const Spent &key : *spent) {
        const KeyFacts facts = aliases.key(key.id);
        if (!isShown(scope, key.id, facts))
            continue;
        json.beginObject().key("token").string(key.id).key("key_alias").string(facts.alias).key("key_name").string(facts.name);
        json.key("spend")
            .raw(dollars(key.money))
            .key("user_id")
            .string(facts.userId)
            .key("team_id")
            .string(facts.teamId)
            .endObject();
    }
    return json.endArray().take();
}

Result<std::string> spentByUsers(Database &database, const SpendScope &scope, const std::string &id, const Aliases &aliases)
{
    const auto spent = accountsOf(database, QStringLiteral("user"));
    if (!spent)
        return Failure {spent.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (const Spent &user : *spent) {
        if ((!id.empty() && user.id != id) || (!scope.all && user.id != scope.userId))
            continue;
        json.beginObject().key("user_id").string(user.id).key("user_email").string(aliases.user(user.id));
        json.key("spend").raw(dollars(user.money)).endObject();
    }
    return json.endArray().take();
}

} // namespace gatehouse::store
