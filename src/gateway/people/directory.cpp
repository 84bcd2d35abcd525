// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/directory.h"

#include "gateway/wire/json_object.h"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace gatehouse::people {

namespace {

struct Indexed {
    Kind kind;
    std::string_view field;
};

constexpr Indexed indexed[] {
    {Kind::Key, "key_alias"},
    {Kind::Key, "team_id"},
    {Kind::Key, "user_id"},
    {Kind::Key, "organization_id"},
    {Kind::Key, "project_id"},
    {Kind::RetiredKey, "token"},
    {Kind::User, "user_email"},
    {Kind::User, "sso_user_id"},
    {Kind::Team, "organization_id"},
    {Kind::Team, "team_alias"},
    {Kind::Member, "team_id"},
    {Kind::Member, "user_id"},
    {Kind::OrganizationMember, "organization_id"},
    {Kind::OrganizationMember, "user_id"},
    {Kind::Project, "team_id"},
    {Kind::Key, "budget_id"},
    {Kind::Customer, "budget_id"},
    {Kind::Tag, "budget_id"},
    {Kind::Member, "budget_id"},
    {Kind::Organization, "budget_id"},
    {Kind::OrganizationMember, "budget_id"},
    {Kind::Project, "budget_id"},
    {Kind::Model, "model_name"},
    {Kind::Invitation, "user_id"},
};

constexpr std::size_t kinds = static_cast<std::size_t>(Kind::Invitation) + 1;

std::string entry(std::string_view field, std::string_view value)
{
    std::string key(field);
    return key.append("=").append(value);
}

// What a record is found by.
std::vector<std::string> entriesOf(const Record &record)
{
    std::vector<std::string> entries;
    const auto fields = wire::JsonObject::parse(record.json);
    if (!fields)
        return entries;
    for (const Indexed &each : indexed) {
        if (each.kind != record.kind)
            continue;
        if (const auto value = wire::jsonString(fields->find(each.field)); value && !value->empty())
            entries.push_back(entry(each.field, *value));
    }
    return entries;
}

} // namespace

Directory::Directory()
    : m_shelves(kinds)
{
}

RecordPointer Directory::find(Kind kind, std::string_view id) const
{
    const std::shared_lock guard(m_lock);
    const Records &records = shelf(kind).records;
    const auto found = records.find(id);
    return found == records.end() ? nullptr : found->second;
}

std::vector<RecordPointer> Directory::all(Kind kind) const
{
    const std::shared_lock guard(m_lock);
    std::vector<RecordPointer> records;
    records.reserve(shelf(kind).records.size());
    for (const auto &[id, record] : shelf(kind).records)
        records.push_back(record);
    return records;
}

std::vector<std::string> Directory::idsWhere(Kind kind, std::string_view field, std::string_view value) const
{
    Q_ASSERT(isIndexed(kind, field));
    const std::shared_lock guard(m_lock);
    const Index &index = shelf(kind).index;
    const auto found = index.find(entry(field, value));
    return found == index.end() ? std::vector<std::string>()
                                : std::vector<std::string>(found->second.begin(), found->second.end());
}

std::size_t Directory::count(Kind kind) const
{
    const std::shared_lock guard(m_lock);
    return shelf(kind).records.size();
}

bool Directory::isIndexed(Kind kind, std::string_view field)
{
    return std::any_of(
        std::begin(indexed), std::end(indexed), [&](const Indexed &each) { return each.kind == kind && each.field == field; });
}

void Directory::apply(const std::vector<Change> &changes)
{
    if (changes.empty())
        return;
    {
        const std::unique_lock guard(m_lock);
        for (const Change &change : changes)
            applyOne(change);
    }
    m_generation.fetch_add(1, std::memory_order_acq_rel);
}

void Directory::applyOne(const Change &change)
{
    Shelf &on = shelf(change.kind);
    if (const auto old = on.records.find(change.id); old != on.records.end()) {
        for (const std::string &key : entriesOf(*old->second)) {
            const auto found = on.index.find(key);
            found->second.erase(change.id);
            if (found->second.empty())
                on.index.erase(found);
        }
        on.records.erase(old);
    }
    if (!change.json)
        return;
    const auto record = std::make_shared<const Record>(Record {change.kind, change.id, *change.json});
    for (const std::string &key : entriesOf(*record))
        on.index[key].insert(change.id);
    on.records.emplace(change.id, record);
}

} // namespace gatehouse::people
