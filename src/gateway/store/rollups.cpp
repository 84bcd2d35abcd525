// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/rollups.h"

#include "gateway/store/database.h"
#include "gateway/store/endpoint_name.h"
#include "gateway/store/insert.h"
#include "gateway/store/members.h"
#include "gateway/store/record_text.h"
#include "gateway/store/statement.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::array<std::string_view, 8> spendDimensions {
    "api_key", "user_id", "team_id", "organization_id", "model", "model_group", "custom_llm_provider", "endpoint"};
constexpr std::array<std::string_view, 8> tagDimensions {
    "tag", "api_key", "user_id", "team_id", "model", "model_group", "custom_llm_provider", "endpoint"};
constexpr std::array<std::string_view, 8> customerDimensions {
    "end_user", "api_key", "user_id", "team_id", "model", "model_group", "custom_llm_provider", "endpoint"};

Insert insertInto(const Rollup &rollup, const Insert::Names &sums = {rollupSums.begin(), rollupSums.end()})
{
    Insert::Names names {"day"};
    names.insert(names.end(), rollup.dimensions.begin(), rollup.dimensions.end());
    return Insert::addingTo(rollup.table, names, sums);
}

// \a group: a day and dimensions, each ending in a NUL.
void giveNames(Statement &statement, std::string_view group)
{
    for (bool isDay = true; !group.empty(); isDay = false) {
        const std::size_t end = group.find('\0');
        const std::string_view name = group.substr(0, end);
        isDay ? statement.number(numberOf(name)) : statement.text(name);
        group.remove_prefix(end + 1);
    }
}

const Insert &rowsOf(const Rollup &rollup)
{
    static const Insert spend = insertInto(dailySpend), tags = insertInto(dailyTagSpend),
                        customers = insertInto(dailyCustomerSpend);
    return &rollup == &dailySpend ? spend : &rollup == &dailyTagSpend ? tags : customers;
}

// As SQL's LENGTH counts: bytes that go on with a character (10xxxxxx) count nothing. Eight at a time, because it is asked of
// every entry.
std::int64_t lengthOf(std::string_view text)
{
    auto length = static_cast<std::int64_t>(text.size());
    for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        if (const std::uint64_t more = bytes & ~(bytes << 1U) & 0x8080808080808080U; more != 0)
            length -= std::popcount(more);
    }
    return length
        - std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
}

Sums sumsOf(const EntryMembers &entry)
{
    Sums sums {};
    std::size_t place = 0;
    for (const Member member :
        {Member::PromptTokens, Member::CompletionTokens, Member::CachedReadTokens, Member::CacheWriteTokens, Member::SpendNanos})
        sums[place++] = entry.number(member);
    sums[place] = 1;
    sums[entry.text(Member::Outcome) == "completed" ? place + 1 : place + 2] = 1;
    return sums;
}

/// Names, each ending in a NUL.
class Names
{
public:
    Names() { m_all.reserve(512); }
    Names &text(std::string_view value)
    {
        m_all.append(dimension(value)) += '\0';
        return *this;
    }
    Names &raw(std::string_view names)
    {
        m_all.append(names);
        return *this;
    }
    std::string_view all() const { return m_all; }

private:
    std::string m_all;
};

// What a caller asks for that was never sent to anybody can be anything: it would make a group each.
void addModel(Names &names, const EntryMembers &entry)
{
    const bool isChosen = entry.has(Member::ModelId);
    for (const Member member : {Member::Model, Member::ModelGroup, Member::Provider})
        names.text(isChosen ? entry.text(member) : std::string_view());
    names.text(endpointName(entry.text(Member::CallType)));
}

} // namespace

const Rollup dailySpend {"daily_spend", spendDimensions};
const Rollup dailyTagSpend {"daily_tag_spend", tagDimensions};
const Rollup dailyCustomerSpend {"daily_customer_spend", customerDimensions};
const Rollup dailyCacheHits {"daily_cache_hits", spendDimensions};

// PostgreSQL's index entries hold some 2,700 bytes, which must do for all of a group's names.
std::string_view dimension(std::string_view text)
{
    constexpr std::size_t longest = 200;
    return cut(text, longest);
}

Result<> changeLogDays(Database &database, const std::map<std::int64_t, LogDay> &changes)
{
    static const Insert rows = Insert::addingTo("spend_log_days", {"day"}, {"kept", "characters"});
    const auto written = rows.write(database, changes, [](Statement &statement, const auto &each) {
        statement.number(each.first).number(each.second.rows).number(each.second.characters);
    });
    return written ? Result<> {} : Failure {written.error()};
}

void RollupSums::addTo(Groups &groups, std::string_view key, const Sums &sums)
{
    const auto known = groups.find(key);
    if (known == groups.end())
        groups.emplace(key, sums);
    else
        std::transform(sums.begin(), sums.end(), known->second.begin(), known->second.begin(), std::plus<>());
}

void RollupSums::add(const EntryMembers &entry)
{
    const std::int64_t day = entry.number(Member::StartedAt) / dayMicros;
    LogDay &log = m_days[day];
    ++log.rows;
    log.characters += lengthOf(entry.entry().text());
    m_hours.add(entry);
    const Sums sums = sumsOf(entry);
    const std::string begin = std::to_string(day);
    Names caller, model;
    for (const Member member : {Member::ApiKey, Member::UserId, Member::TeamId})
        caller.text(entry.text(member));
    addModel(model, entry);
    Names spend;
    spend.text(begin).raw(caller.all()).text(entry.text(Member::OrganizationId)).raw(model.all());
    addTo(m_spend, spend.all(), sums);
    if (entry.number(Member::IsCacheHit) != 0) {
        Kept &kept = m_kept[std::string(spend.all())];
        ++kept.hits;
        kept.completionTokens += entry.number(Member::CompletionTokens);
    }
    const auto addFor = [&](Groups &groups, std::string_view name) {
        Names names;
        names.text(begin).text(name).raw(caller.all()).raw(model.all());
        addTo(groups, names.all(), sums);
    };
    for (const std::string &tag : entry.texts(Member::Tags))
        addFor(m_tags, tag);
    if (const std::string_view customer = entry.text(Member::EndUser); !customer.empty())
        addFor(m_customers, customer);
}

Result<> RollupSums::writeGroups(Database &database, const Rollup &rollup, const Groups &groups)
{
    const auto written = rowsOf(rollup).write(database, groups, [](Statement &statement, const auto &group) {
        giveNames(statement, group.first);
        for (const std::int64_t sum : group.second)
            statement.number(sum);
    });
    return written ? Result<> {} : Failure {written.error()};
}

Result<> RollupSums::writeKept(Database &database) const
{
    static const Insert rows = insertInto(dailyCacheHits, {"hits", "completion_tokens"});
    const auto written = rows.write(database, m_kept, [](Statement &statement, const auto &group) {
        giveNames(statement, group.first);
        statement.number(group.second.hits).number(group.second.completionTokens);
    });
    return written ? Result<> {} : Failure {written.error()};
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
    if (auto kept = writeKept(database); !kept)
        return kept;
    return writeGroups(database, dailyCustomerSpend, m_customers);
}

} // namespace gatehouse::store
