// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/report_activity.h"

#include "gateway/store/spend_row.h"

#include <algorithm>
#include <array>
#include <map>

namespace gatehouse::store {

namespace {

struct Use {
    std::int64_t requests = 0, tokens = 0;
};
using UseByDay = std::map<std::int64_t, Use>;

// By what \a column says, and by day.
Result<std::map<std::string, UseByDay>> useOf(Database &database, const QString &column, const ReportFilter &filter)
{
    const Condition condition = filter.conditionFor(dailySpend);
    auto query = select(database,
        QStringLiteral("SELECT %1 AS subject, day, CAST(SUM(api_requests) AS BIGINT), "
                       "CAST(SUM(prompt_tokens + completion_tokens) AS BIGINT) FROM daily_spend%2 GROUP BY subject, day")
            .arg(column, condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    std::map<std::string, UseByDay> all;
    while (query->next())
        all[textAt(*query, 0)][numberAt(*query, 1)] = {numberAt(*query, 2), numberAt(*query, 3)};
    return all;
}

std::int64_t requestsOf(const UseByDay &days)
{
    std::int64_t sum = 0;
    for (const auto &[day, use] : days)
        sum += use.requests;
    return sum;
}

void writeUse(wire::JsonWriter &json, const UseByDay &days)
{
    std::int64_t tokens = 0;
    json.key("daily_data").beginArray();
    for (const auto &[day, use] : days) {
        tokens += use.tokens;
        json.beginObject().key("date").string(isoDay(day)).key("api_requests").number(use.requests);
        json.key("total_tokens").number(use.tokens).endObject();
    }
    json.endArray().key("sum_api_requests").number(requestsOf(days)).key("sum_total_tokens").number(tokens);
}

// How many calls were refused for a limit, by deployment (or by nothing) and day.
Result<std::map<std::string, std::map<std::int64_t, std::int64_t>>> refusals(
    Database &database, const QString &column, SpendFilter filter)
{
    constexpr std::int64_t tooMany = 429;
    filter.httpStatus = tooMany;
    const Condition condition = filter.condition();
    auto query = select(database,
        QStringLiteral("SELECT %1 AS subject, started_at / 86400000000 AS day, COUNT(*) FROM spend_logs%2 GROUP BY subject, day")
            .arg(column, condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    std::map<std::string, std::map<std::int64_t, std::int64_t>> all;
    while (query->next())
        all[textAt(*query, 0)][numberAt(*query, 1)] = numberAt(*query, 2);
    return all;
}

void writeRefusals(wire::JsonWriter &json, const std::map<std::int64_t, std::int64_t> &days)
{
    std::int64_t sum = 0;
    json.key("daily_data").beginArray();
    for (const auto &[day, count] : days) {
        sum += count;
        json.beginObject().key("date").string(isoDay(day)).key("num_rate_limit_exceptions").number(count).endObject();
    }
    json.endArray().key("sum_num_rate_limit_exceptions").number(sum);
}

// A key, a kind of call and a model.
using Subject = std::array<std::string, 3>;
struct Answered {
    std::int64_t rows = 0, tokens = 0;
};
using AnsweredBySubject = std::map<Subject, Answered>;

// Of what \a rollup counts in the column \a rows.
Result<AnsweredBySubject> answeredOf(Database &database, const Rollup &rollup, std::string_view rows, const ReportFilter &filter)
{
    const Condition condition = filter.conditionFor(rollup);
    auto query = select(database,
        QStringLiteral(
            "SELECT api_key, endpoint, model, CAST(SUM(%1) AS BIGINT), CAST(SUM(completion_tokens) AS BIGINT) FROM %2%3 "
            "GROUP BY api_key, endpoint, model")
            .arg(latin(rows), latin(rollup.table), condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    AnsweredBySubject all;
    while (query->next())
        all[{textAt(*query, 0), textAt(*query, 1), textAt(*query, 2)}] = {numberAt(*query, 3), numberAt(*query, 4)};
    return all;
}

const QString nothing = QStringLiteral("CAST('' AS TEXT)");

} // namespace

Result<std::string> activity(Database &database, const ReportFilter &filter)
{
    const auto use = useOf(database, nothing, filter);
    if (!use)
        return Failure {use.error()};
    wire::JsonWriter json;
    json.beginObject();
    writeUse(json, use->empty() ? UseByDay {} : use->begin()->second);
    return json.endObject().take();
}

Result<std::string> activityByModel(Database &database, const ReportFilter &filter)
{
    const auto use = useOf(database, QStringLiteral("model_group"), filter);
    if (!use)
        return Failure {use.error()};
    std::vector<std::pair<std::string, UseByDay>> models(use->begin(), use->end());
    std::stable_sort(models.begin(), models.end(),
        [](const auto &one, const auto &other) { return requestsOf(one.second) > requestsOf(other.second); });
    wire::JsonWriter json;
    json.beginArray();
    for (const auto &[model, days] : models) {
        json.beginObject().key("model").string(model);
        writeUse(json, days);
        json.endObject();
    }
    return json.endArray().take();
}

Result<std::string> rateLimited(Database &database, const SpendFilter &filter)
{
    auto all = refusals(database, nothing, filter);
    if (!all)
        return Failure {all.error()};
    wire::JsonWriter json;
    json.beginObject();
    writeRefusals(json, (*all)[""]);
    return json.endObject().take();
}

Result<std::string> rateLimitedByDeployment(Database &database, const SpendFilter &filter)
{
    const auto all = refusals(database, QStringLiteral("model_id"), filter);
    if (!all)
        return Failure {all.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (const auto &[deployment, days] : *all) {
        json.beginObject().key("api_base").string(deployment);
        writeRefusals(json, days);
        json.endObject();
    }
    return json.endArray().take();
}

Result<std::string> cacheHits(Database &database, const ReportFilter &filter)
{
    const auto all = answeredOf(database, dailySpend, "api_requests", filter);
    if (!all)
        return Failure {all.error()};
    auto kept = answeredOf(database, dailyCacheHits, "hits", filter);
    if (!kept)
        return Failure {kept.error()};
    wire::JsonWriter json;
    json.beginArray();
    for (const auto &[subject, answered] : *all) {
        const Answered &again = (*kept)[subject];
        json.beginObject().key("api_key").string(subject[0]).key("call_type").string(subject[1]).key("model").string(subject[2]);
        json.key("total_rows").number(answered.rows).key("cache_hit_true_rows").number(again.rows);
        json.key("cached_completion_tokens").number(again.tokens);
        json.key("generated_completion_tokens").number(answered.tokens - again.tokens).endObject();
    }
    return json.endArray().take();
}

} // namespace gatehouse::store
