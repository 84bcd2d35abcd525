// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/rollups.h"

#include "gateway/store/condition.h"
#include "gateway/store/database.h"
#include "gateway/store/endpoint_name.h"
#include "gateway/store/record_text.h"

#include <QVariant>

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr std::array<std::string_view, 8> spendDimensions {
    "api_key", "user_id", "team_id", "organization_id", "model", "model_group", "custom_llm_provider", "endpoint"};
constexpr std::array<std::string_view, 8> tagDimensions {
    "tag", "api_key", "user_id", "team_id", "model", "model_group", "custom_llm_provider", "endpoint"};
constexpr std::array<std::string_view, 8> customerDimensions {
    "end_user", "api_key", "user_id", "team_id", "model", "model_group", "custom_llm_provider", "endpoint"};

QString upsertStatement(const Rollup &rollup)
{
    QString names = QStringLiteral("day"), marks = QStringLiteral("?"), changes;
    for (const std::string_view name : rollup.dimensions) {
        names += QLatin1Char(',') + latin(name);
        marks += QStringLiteral(",?");
    }
    const QString keys = names;
    for (const std::string_view name : rollupSums) {
        names += QLatin1Char(',') + latin(name);
        marks += QStringLiteral(",?");
        changes += QStringLiteral("%1%2 = %3.%2 + excluded.%2")
                       .arg(changes.isEmpty() ? QString() : QStringLiteral(","), latin(name), latin(rollup.table));
    }
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5")
        .arg(latin(rollup.table), names, marks, keys, changes);
}

Result<> writeGroup(QSqlQuery &query, std::string_view key, const Sums &sums)
{
    int place = 0;
    for (std::size_t end = key.find('\0'); end != std::string_view::npos; end = key.find('\0')) {
        const QString value = sqlText(key.substr(0, end));
        query.bindValue(place, place == 0 ? QVariant(value.toLongLong()) : QVariant(value));
        ++place;
        key.remove_prefix(end + 1);
    }
    for (const std::int64_t sum : sums)
        query.bindValue(place++, static_cast<qlonglong>(sum));
    if (!query.exec())
        return failure(query.lastError());
    return {};
}

Result<> writeGroups(Database &database, const Rollup &rollup, const std::map<std::string, Sums> &groups)
{
    if (groups.empty())
        return {};
    const auto query = database.prepared(upsertStatement(rollup));
    if (!query)
        return Failure {query.error()};
    for (const auto &[key, sums] : groups) {
        if (auto written = writeGroup(**query, key, sums); !written)
            return written;
    }
    return {};
}

// As SQL's LENGTH counts.
std::int64_t lengthOf(const std::string &text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

Sums sumsOf(const wire::JsonObject &entry, bool isSuccess)
{
    Sums sums {};
    for (std::size_t i = 0; i < 5; ++i)
        sums[i] = numberIn(entry, rollupSums[i]);
    sums[5] = 1;
    sums[isSuccess ? 6 : 7] = 1;
    return sums;
}

void addTo(std::map<std::string, Sums> &groups, std::string key, const Sums &sums)
{
    Sums &group = groups[std::move(key)];
    for (std::size_t i = 0; i < sums.size(); ++i)
        group[i] += sums[i];
}

/// The names of a call, each ending in a NUL.
class Names
{
public:
    explicit Names(const wire::JsonObject &entry)
        : m_entry(entry)
    {
    }
    void operator()(std::string_view member) { text(textIn(m_entry, member)); }
    void text(std::string value)
    {
        m_all += dimension(std::move(value));
        m_all += '\0';
    }
    std::string take() { return std::move(m_all); }

private:
    const wire::JsonObject &m_entry;
    std::string m_all;
};

// What a caller asks for that was never sent to anybody can be anything: it would make a group each.
std::string modelNames(const wire::JsonObject &entry)
{
    Names names(entry);
    const bool isChosen = entry.has("model_id");
    for (const std::string_view member : {"model", "model_group", "custom_llm_provider"})
        isChosen ? names(member) : names.text({});
    names.text(std::string(endpointName(textIn(entry, "call_type"))));
    return names.take();
}

} // namespace

const Rollup dailySpend {"daily_spend", spendDimensions};
const Rollup dailyTagSpend {"daily_tag_spend", tagDimensions};
const Rollup dailyCustomerSpend {"daily_customer_spend", customerDimensions};

// PostgreSQL's index entries hold some 2,700 bytes, which must do for all of a group's names.
std::string dimension(std::string text)
{
    constexpr std::size_t longest = 200;
    return cut(std::move(text), longest);
}

Result<> changeLogDays(Database &database, const std::map<std::int64_t, LogDay> &changes)
{
    const auto query = database.prepared(QStringLiteral(
        "INSERT INTO spend_log_days (day, kept, characters) VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET "
        "kept = spend_log_days.kept + excluded.kept, characters = spend_log_days.characters + excluded.characters"));
    if (!query)
        return Failure {query.error()};
    for (const auto &[day, change] : changes) {
        int place = 0;
        for (const std::int64_t value : {day, change.rows, change.characters})
            (*query)->bindValue(place++, static_cast<qlonglong>(value));
        if (!(*query)->exec())
            return failure((*query)->lastError());
    }
    return {};
}

void RollupSums::add(const wire::JsonObject &entry)
{
    const std::int64_t day = numberIn(entry, "started_at") / dayMicros;
    LogDay &log = m_days[day];
    ++log.rows;
    log.characters += lengthOf(entry.text());
    m_hours.add(entry);
    const Sums sums = sumsOf(entry, entry.find("outcome") == "\"completed\"");
    const std::string begin = std::to_string(day) + '\0', model = modelNames(entry);
    Names who(entry);
    for (const std::string_view member : {"api_key", "user_id", "team_id"})
        who(member);
    const std::string caller = who.take();
    Names organization(entry);
    organization("organization_id");
    addTo(m_spend, begin + caller + organization.take() + model, sums);
    for (const std::string &tag : textsIn(entry, "tags"))
        addTo(m_tags, begin + dimension(tag) + '\0' + caller + model, sums);
    if (const std::string customer = textIn(entry, "end_user"); !customer.empty())
        addTo(m_customers, begin + dimension(customer) + '\0' + caller + model, sums);
}

Result<> RollupSums::write(Database &database) const
{
    if (auto days = changeLogDays(database, m_days); !days)
        return days;
    if (auto hours = m_hours.write(database); !hours)
        return hours;
    if (auto spend = writeGroups(database, dailySpend, m_spend); !spend)
        return spend;
    if (auto tags = writeGroups(database, dailyTagSpend, m_tags); !tags)
        return tags;
    return writeGroups(database, dailyCustomerSpend, m_customers);
}

} // namespace gatehouse::store
