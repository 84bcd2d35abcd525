// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/draft.h"

#include "gateway/people/fields.h"

#include <algorithm>

namespace gatehouse::people {

const Change *Draft::staged(Kind kind, std::string_view id) const
{
    const auto place = m_places.find({kind, std::string(id)});
    return place == m_places.end() ? nullptr : &m_changes[place->second];
}

std::optional<QJsonObject> Draft::find(Kind kind, std::string_view id) const
{
    if (const Change *change = staged(kind, id))
        return change->json ? std::optional(objectFrom(*change->json)) : std::nullopt;
    const auto record = m_directory.find(kind, id);
    return record ? std::optional(objectFrom(record->json)) : std::nullopt;
}

std::vector<std::string> Draft::ids(Kind kind) const
{
    std::vector<std::string> all;
    for (const RecordPointer &record : m_directory.all(kind)) {
        if (!staged(kind, record->id))
            all.push_back(record->id);
    }
    for (const Change &change : m_changes) {
        if (change.kind == kind && change.json)
            all.push_back(change.id);
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<std::string> Draft::idsWhere(Kind kind, const char *field, std::string_view value) const
{
    std::vector<std::string> all;
    for (const std::string &id : m_directory.idsWhere(kind, field, value)) {
        if (!staged(kind, id))
            all.push_back(id);
    }
    for (const Change &change : m_changes) {
        if (change.kind == kind && change.json && textIn(objectFrom(*change.json), field) == value)
            all.push_back(change.id);
    }
    std::sort(all.begin(), all.end());
    return all;
}

void Draft::stage(Change change)
{
    const auto [place, isNew] = m_places.try_emplace({change.kind, change.id}, m_changes.size());
    if (!isNew) {
        m_changes[place->second] = std::move(change);
        return;
    }
    m_changes.push_back(std::move(change));
}

void Draft::put(Kind kind, const std::string &id, QJsonObject fields, std::string action)
{
    if (action.empty())
        action = has(kind, id) ? "updated" : "created";
    stage({kind, id, jsonOf(fields), std::move(action)});
}

void Draft::remove(Kind kind, const std::string &id)
{
    stage({kind, id, std::nullopt, "deleted"});
}

ChangeSet Draft::changes(Author author) const
{
    return {m_changes, m_accounts, std::move(author)};
}

} // namespace gatehouse::people
