// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/report_daily.h"

#include "gateway/store/daily_sums.h"
#include "gateway/store/spend_row.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <span>

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

/// Reads rows, whose names repeat from one to the next.
class Reader
{
public:
    DailyRow read(const QSqlQuery &query)
    {
        DailyRow row;
        constexpr int firstName = 1, firstSum = firstName + breakdowns;
        for (int i = 0; i < breakdowns; ++i) {
            auto &[text, number] = m_last[static_cast<std::size_t>(i)];
            if (QString next = query.value(firstName + i).toString(); next != text) {
                number = m_names.of(next);
                text = std::move(next);
            }
            row.names[static_cast<std::size_t>(i)] = number;
        }
        for (std::size_t i = 0; i < row.sums.size(); ++i)
            row.sums[i] = numberAt(query, firstSum + static_cast<int>(i));
        return row;
    }
    const Names &names() const { return m_names; }

private:
    struct Last {
        QString text;
        Names::Number number = Names::nobody;
    };
    Names m_names;
    std::array<Last, breakdowns> m_last = {};
};

// prompt, completion, cached, written, nano-dollars, requests, successful, failed: see rollupSums. An answer has these some
// hundred thousand times, so the members' names are not escaped again and again, and each lot is added at once.
void writeMetrics(std::string &text, const Sums &sums)
{
    std::array<char, 512>
        lot; // NOLINT(*-member-init): eight numbers of twenty digits, an amount and 180 letters, all written here
    constexpr std::ptrdiff_t digits = 20;
    char *at = lot.data();
    const auto words = [&at](std::string_view some) { at = std::copy(some.begin(), some.end(), at); };
    const auto number = [&](std::string_view name, std::int64_t value) {
        words(name);
        at = std::to_chars(at, at + digits, value).ptr;
    };
    words(R"("metrics":{"spend":)");
    words(dollars(Money {sums[4]}));
    number(R"(,"prompt_tokens":)", sums[0]);
    number(R"(,"completion_tokens":)", sums[1]);
    number(R"(,"cache_read_input_tokens":)", sums[2]);
    number(R"(,"cache_creation_input_tokens":)", sums[3]);
    number(R"(,"total_tokens":)", sums[0] + sums[1]);
    number(R"(,"successful_requests":)", sums[6]);
    number(R"(,"failed_requests":)", sums[7]);
    number(R"(,"api_requests":)", sums[5]);
    words("}");
    text.append(lot.data(), at);
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

std::string quoted(std::string_view text)
{
    std::string json;
    wire::appendJsonString(json, text);
    return json;
}

/// Writes the days, and asks for each name once.
class Writer
{
public:
    Writer(const DailyQuestion &question, const Aliases &aliases, const Names &names, std::size_t rows)
        : m_entity(question.entity)
        , m_aliases(aliases)
        , m_names(names)
        , m_places(names.places())
        , m_quoted(names.size())
        , m_keyTails(names.size())
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            m_quoted[i] = quoted(names.text(static_cast<Names::Number>(i)));
        // Memory that is not written to costs nothing; growing to fifty megabytes by doubling does.
        constexpr std::size_t usual = 1500, most = 256 * 1024 * 1024;
        m_text.reserve(std::min(rows * usual, most));
    }
    void day(std::int64_t number, const DailySums &day)
    {
        m_text.append(m_text.back() == '[' ? "{\"date\":" : ",{\"date\":").append(quoted(isoDay(number))).append(",");
        writeMetrics(m_text, day.sums);
        m_text += R"(,"breakdown":{"mcp_servers":{})";
        for (std::size_t i = 0; i < breakdowns; ++i) {
            m_text.append(",\"").append(breakdownNames[i]).append("\":{");
            eachRun(day.inOrder(i, m_places), i, [&](const Run &run) { group(i, run); });
            m_text += '}';
        }
        m_text += "}}";
    }
    /// The whole answer.
    std::string take(const std::string &metadata)
    {
        m_text.append(R"(],"metadata":)").append(metadata).append("}");
        return std::move(m_text);
    }

private:
    using Run = std::span<const DailyRow *const>;

    // Those of \a rows, which are in order, that have one name in \a breakdown, after the other, with commas between them.
    template <typename Write> void eachRun(const Run &rows, std::size_t breakdown, const Write &write)
    {
        for (auto begin = rows.begin(); begin != rows.end();) {
            const auto end = std::find_if(
                begin, rows.end(), [&](const DailyRow *row) { return row->names[breakdown] != (*begin)->names[breakdown]; });
            if (begin != rows.begin())
                m_text += ',';
            write(Run(begin, end));
            begin = end;
        }
    }
    static Sums sumOf(const Run &run)
    {
        Sums sums {};
        for (const DailyRow *row : run)
            add(sums, row->sums);
        return sums;
    }
    void group(std::size_t breakdown, const Run &run)
    {
        if (breakdown == Keys)
            return key(run);
        const Names::Number name = run.front()->names[breakdown];
        m_text.append(m_quoted[name]).append(":{");
        writeMetrics(m_text, sumOf(run));
        m_text.append(R"(,"metadata":)").append(breakdown == Entities ? entity(name) : "{}").append(R"(,"api_key_breakdown":{)");
        eachRun(run, Keys, [this](const Run &ofKey) { key(ofKey); });
        m_text += "}}";
    }
    void key(const Run &run)
    {
        const Names::Number hash = run.front()->names[Keys];
        m_text.append(m_quoted[hash]).append(":{");
        writeMetrics(m_text, sumOf(run));
        m_text.append(keyTail(hash));
    }
    const std::string &keyTail(Names::Number hash)
    {
        std::string &tail = m_keyTails[hash];
        if (tail.empty()) {
            const KeyFacts facts = m_aliases.key(m_names.text(hash));
            wire::JsonWriter json;
            json.beginObject().key("key_alias");
            writeSaid(json, facts.alias);
            json.key("team_id");
            writeSaid(json, facts.teamId);
            tail = R"(,"metadata":)" + json.endObject().take() + "}";
        }
        return tail;
    }
    std::string entity(Names::Number id) const
    {
        const std::string_view name = kindOf(m_entity).alias;
        if (name.empty())
            return "{}";
        const auto &alias = m_entity == Entity::Team ? m_aliases.team
            : m_entity == Entity::User               ? m_aliases.user
                                                     : m_aliases.organization;
        wire::JsonWriter json;
        json.beginObject().key(name);
        writeSaid(json, alias(m_names.text(id)));
        return json.endObject().take();
    }

    Entity m_entity;
    const Aliases &m_aliases;
    const Names &m_names;
    std::vector<Names::Number> m_places;
    std::vector<std::string> m_quoted;   // the names in JSON
    std::vector<std::string> m_keyTails; // what ends the entry of a key
    std::string m_text = R"({"results":[)";
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
    Reader reader;
    std::map<std::int64_t, DailySums, std::greater<>> days;
    Sums all {};
    std::size_t rows = 0;
    while (query->next()) {
        ++rows;
        const DailyRow row = reader.read(*query);
        days[numberAt(*query, 0)].add(row);
        add(all, row.sums);
    }
    Writer writer(question, aliases, reader.names(), rows);
    for (const auto &[number, day] : days)
        writer.day(number, day);
    wire::JsonWriter json;
    json.beginObject();
    writeTotals(json, all);
    json.key("page").number(question.page).key("total_pages").number(*pages);
    return writer.take(json.key("has_more").boolean(question.page < *pages).endObject().take());
}

} // namespace gatehouse::store
