// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/report_daily.h"

#include "gateway/store/spend_row.h"

#include <array>
#include <functional>
#include <map>

namespace gatehouse::store {

namespace {

/// What a kind of entity is in the sums.
struct Kind {
    const Rollup &rollup;
    std::string_view column, alias;
    bool isAlwaysSaid; ///< sums of nobody are not meant
};

Kind kindOf(Entity entity)
{
    switch (entity) {
    case Entity::User: break;
    case Entity::Team: return {dailySpend, "team_id", "team_alias", true};
    case Entity::Organization: return {dailySpend, "organization_id", "organization_alias", true};
    case Entity::Tag: return {dailyTagSpend, "tag", {}, true};
    case Entity::Customer: return {dailyCustomerSpend, "end_user", {}, true};
    }
    return {dailySpend, "user_id", "user_email", false};
}

/// The sums of one name, and of each key behind it.
struct Group {
    Sums sums {};
    std::map<std::string, Sums> keys = {};
};
using Groups = std::map<std::string, Group>;

enum Breakdown { Models, ModelGroups, Providers, Endpoints, Keys, Entities, breakdowns };
constexpr std::array<std::string_view, breakdowns> breakdownNames {
    "models", "model_groups", "providers", "endpoints", "api_keys", "entities"};

struct Day {
    Sums sums {};
    std::array<Groups, breakdowns> groups = {};
};

void add(Sums &to, const Sums &more)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += more[i];
}

Condition conditionOf(const DailyQuestion &question, const Kind &kind)
{
    ReportFilter filter;
    filter.scope = question.scope;
    filter.firstDay = question.firstDay;
    filter.lastDay = question.lastDay;
    filter.apiKey = question.apiKey;
    filter.model = question.model;
    Condition condition = filter.conditionFor(kind.rollup);
    condition.isAnyOf(kind.column, question.entities);
    condition.isNoneOf(kind.column, question.excluded);
    if (kind.isAlwaysSaid)
        condition.add(latin(kind.column) + QStringLiteral(" <> ''"));
    return condition;
}

QString columnsOf(const Kind &kind)
{
    QString list = QStringLiteral("day, model, model_group, custom_llm_provider, endpoint, api_key, ") + latin(kind.column);
    for (const std::string_view sum : rollupSums)
        list += QLatin1Char(',') + latin(sum);
    return list;
}

void read(const QSqlQuery &query, Day &day, Sums &all)
{
    constexpr int firstName = 1, firstSum = firstName + breakdowns;
    Sums sums {};
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] = numberAt(query, firstSum + static_cast<int>(i));
    add(day.sums, sums);
    add(all, sums);
    const std::string key = textAt(query, firstName + Keys);
    for (int i = 0; i < breakdowns; ++i) {
        const std::string name = textAt(query, firstName + i);
        if (name.empty())
            continue;
        Group &group = day.groups[static_cast<std::size_t>(i)][name];
        add(group.sums, sums);
        if (i != Keys)
            add(group.keys[key], sums);
    }
}

// prompt, completion, cached, written, nano-dollars, requests, successful, failed: see rollupSums.
void writeMetrics(wire::JsonWriter &json, const Sums &sums)
{
    json.key("metrics").beginObject().key("spend").raw(dollars(Money {sums[4]})).key("prompt_tokens").number(sums[0]);
    json.key("completion_tokens").number(sums[1]).key("cache_read_input_tokens").number(sums[2]);
    json.key("cache_creation_input_tokens").number(sums[3]).key("total_tokens").number(sums[0] + sums[1]);
    json.key("successful_requests").number(sums[6]).key("failed_requests").number(sums[7]);
    json.key("api_requests").number(sums[5]).endObject();
}

void writeTotals(wire::JsonWriter &json, const Sums &sums)
{
    json.key("total_spend").raw(dollars(Money {sums[4]})).key("total_prompt_tokens").number(sums[0]);
    json.key("total_completion_tokens").number(sums[1]).key("total_tokens").number(sums[0] + sums[1]);
    json.key("total_api_requests").number(sums[5]).key("total_successful_requests").number(sums[6]);
    json.key("total_failed_requests").number(sums[7]).key("total_cache_read_input_tokens").number(sums[2]);
    json.key("total_cache_creation_input_tokens").number(sums[3]);
}

void writeSaid(wire::JsonWriter &json, const std::string &text)
{
    if (text.empty())
        json.null();
    else
        json.string(text);
}

/// Writes the answer, and asks for each name once.
class Writer
{
public:
    Writer(const DailyQuestion &question, const Aliases &aliases)
        : m_entity(question.entity)
        , m_aliases(aliases)
    {
    }
    void day(std::int64_t number, const Day &day)
    {
        m_json.beginObject().key("date").string(isoDay(number));
        writeMetrics(m_json, day.sums);
        m_json.key("breakdown").beginObject().key("mcp_servers").beginObject().endObject();
        for (int i = 0; i < breakdowns; ++i) {
            m_json.key(breakdownNames[static_cast<std::size_t>(i)]).beginObject();
            for (const auto &[name, group] : day.groups[static_cast<std::size_t>(i)])
                this->group(i, name, group);
            m_json.endObject();
        }
        m_json.endObject().endObject();
    }
    wire::JsonWriter &json() { return m_json; }

private:
    void group(int breakdown, const std::string &name, const Group &group)
    {
        if (breakdown == Keys)
            return key(name, group.sums);
        m_json.key(name).beginObject();
        writeMetrics(m_json, group.sums);
        m_json.key("metadata").beginObject();
        if (breakdown == Entities)
            entity(name);
        m_json.endObject().key("api_key_breakdown").beginObject();
        for (const auto &[hash, sums] : group.keys)
            key(hash, sums);
        m_json.endObject().endObject();
    }
    void key(const std::string &hash, const Sums &sums)
    {
        const auto known = m_keys.find(hash);
        const KeyFacts &facts = known != m_keys.end() ? known->second : m_keys.emplace(hash, m_aliases.key(hash)).first->second;
        m_json.key(hash).beginObject();
        writeMetrics(m_json, sums);
        m_json.key("metadata").beginObject().key("key_alias");
        writeSaid(m_json, facts.alias);
        m_json.key("team_id");
        writeSaid(m_json, facts.teamId);
        m_json.endObject().endObject();
    }
    void entity(const std::string &id)
    {
        const std::string_view name = kindOf(m_entity).alias;
        if (name.empty())
            return;
        const auto &alias = m_entity == Entity::Team ? m_aliases.team
            : m_entity == Entity::User               ? m_aliases.user
                                                     : m_aliases.organization;
        m_json.key(name);
        writeSaid(m_json, alias(id));
    }

    Entity m_entity;
    const Aliases &m_aliases;
    std::map<std::string, KeyFacts> m_keys;
    wire::JsonWriter m_json;
};

Result<std::int64_t> pagesOf(Database &database, const DailyQuestion &question, const Kind &kind, const Condition &condition)
{
    if (question.pageSize == 0)
        return std::int64_t(1);
    auto query = select(database, QStringLiteral("SELECT COUNT(*) FROM %1%2").arg(latin(kind.rollup.table), condition.where()),
        condition.values());
    if (!query)
        return Failure {query.error()};
    const std::int64_t rows = query->next() ? numberAt(*query, 0) : 0;
    return (rows + question.pageSize - 1) / question.pageSize;
}

// In the order of the primary key, so that pages do not change between two questions.
QString orderOf(const DailyQuestion &question, const Kind &kind)
{
    if (question.pageSize == 0)
        return {};
    QString order = QStringLiteral(" ORDER BY day DESC");
    for (const std::string_view name : kind.rollup.dimensions)
        order += QStringLiteral(", ") + latin(name) + QStringLiteral(" DESC");
    return order + QStringLiteral(" LIMIT %1 OFFSET %2").arg(question.pageSize).arg((question.page - 1) * question.pageSize);
}

} // namespace

Result<std::string> dailyActivity(Database &database, const DailyQuestion &question, const Aliases &aliases)
{
    const Kind kind = kindOf(question.entity);
    const Condition condition = conditionOf(question, kind);
    const auto pages = pagesOf(database, question, kind, condition);
    if (!pages)
        return Failure {pages.error()};
    auto query = select(database,
        QStringLiteral("SELECT %1 FROM %2%3%4")
            .arg(columnsOf(kind), latin(kind.rollup.table), condition.where(), orderOf(question, kind)),
        condition.values());
    if (!query)
        return Failure {query.error()};
    std::map<std::int64_t, Day, std::greater<>> days;
    Sums all {};
    while (query->next())
        read(*query, days[numberAt(*query, 0)], all);
    Writer writer(question, aliases);
    writer.json().beginObject().key("results").beginArray();
    for (const auto &[number, day] : days)
        writer.day(number, day);
    writer.json().endArray().key("metadata").beginObject();
    writeTotals(writer.json(), all);
    writer.json().key("page").number(question.page).key("total_pages").number(*pages);
    return writer.json().key("has_more").boolean(question.page < *pages).endObject().endObject().take();
}

} // namespace gatehouse::store
