// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/report.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

bool distinguishes(const Rollup &rollup, std::string_view column)
{
    return std::find(rollup.dimensions.begin(), rollup.dimensions.end(), column) != rollup.dimensions.end();
}

std::vector<std::string> cutAll(std::vector<std::string> names)
{
    for (std::string &name : names)
        name.resize(dimension(name).size());
    return names;
}

} // namespace

Condition ReportFilter::conditionFor(const Rollup &rollup) const
{
    Condition condition;
    scope.limit(condition);
    condition.add(QStringLiteral("day >= ? AND day <= ?"), {static_cast<qlonglong>(firstDay), static_cast<qlonglong>(lastDay)});
    const std::pair<std::string_view, const std::string &> named[] {{"api_key", apiKey}, {"user_id", userId}, {"team_id", teamId},
        {"organization_id", organizationId}, {"end_user", customer}, {"model", model}};
    for (const auto &[column, value] : named) {
        if (distinguishes(rollup, column))
            condition.is(column, dimension(value));
    }
    if (distinguishes(rollup, "tag"))
        condition.isAnyOf("tag", cutAll(tags));
    return condition;
}

Result<std::vector<ReportLine>> linesBy(
    Database &database, const Rollup &rollup, std::string_view column, const ReportFilter &filter, std::int64_t most)
{
    const Condition condition = filter.conditionFor(rollup);
    auto query = select(database,
        QStringLiteral("SELECT %1, CAST(SUM(spend_nanos) AS BIGINT) AS spent, CAST(SUM(api_requests) AS BIGINT), "
                       "CAST(SUM(prompt_tokens) AS BIGINT), CAST(SUM(completion_tokens) AS BIGINT) FROM %2%3 GROUP BY %1 "
                       "ORDER BY spent DESC, %1 LIMIT %4")
            .arg(latin(column), latin(rollup.table), condition.where())
            .arg(most),
        condition.values());
    if (!query)
        return Failure {query.error()};
    std::vector<ReportLine> all;
    while (query->next())
        all.push_back(
            {textAt(*query, 0), Money {numberAt(*query, 1)}, numberAt(*query, 2), numberAt(*query, 3), numberAt(*query, 4)});
    return all;
}

Result<Money> totalOf(Database &database, const ReportFilter &filter)
{
    const Condition condition = filter.conditionFor(dailySpend);
    auto query = select(database,
        QStringLiteral("SELECT CAST(COALESCE(SUM(spend_nanos), 0) AS BIGINT) FROM daily_spend") + condition.where(),
        condition.values());
    if (!query)
        return Failure {query.error()};
    return query->next() ? Money {numberAt(*query, 0)} : Money {};
}

} // namespace gatehouse::store
