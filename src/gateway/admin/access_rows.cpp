// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Rows of access groups, and the teams and keys that have them in their access_group_ids.
#include "gateway/admin/access_groups.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/budget_fields.h"
#include "gateway/admin/rows.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

bool has(const std::vector<std::string> &list, const std::string &text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::vector<std::string> keysOf(const QJsonObject &fields)
{
    std::vector<std::string> keys = people::listIn(fields, "assigned_key_ids");
    std::transform(keys.begin(), keys.end(), keys.begin(), [](const std::string &key) { return people::tokenFrom(key); });
    return keys;
}

// Puts \a groupId into the list of \a id, or takes it out.
void assign(Kind kind, const std::string &id, const std::string &groupId, bool isAssigned, Draft &draft)
{
    auto fields = draft.find(kind, id);
    if (!fields)
        return;
    std::vector<std::string> groups = people::listIn(*fields, "access_group_ids");
    if (has(groups, groupId) == isAssigned)
        return;
    if (isAssigned)
        groups.push_back(groupId);
    else
        groups.erase(std::find(groups.begin(), groups.end(), groupId));
    fields->insert(QStringLiteral("access_group_ids"), people::listOf(groups));
    draft.put(kind, id, *fields);
}

void assignAll(Kind kind, const std::vector<std::string> &before, const std::vector<std::string> &after,
    const std::string &groupId, Draft &draft)
{
    for (const std::string &id : before) {
        if (!has(after, id))
            assign(kind, id, groupId, false, draft);
    }
    for (const std::string &id : after)
        assign(kind, id, groupId, true, draft);
}

void assignAll(const QJsonObject &before, const QJsonObject &after, const std::string &groupId, Draft &draft)
{
    assignAll(
        Kind::Team, people::listIn(before, "assigned_team_ids"), people::listIn(after, "assigned_team_ids"), groupId, draft);
    assignAll(Kind::Key, keysOf(before), keysOf(after), groupId, draft);
}

bool isTaken(const std::string &name, const std::string &id, const Draft &draft)
{
    const std::vector<std::string> ids = draft.ids(Kind::AccessGroup);
    return std::any_of(ids.begin(), ids.end(), [&](const std::string &other) {
        return other != id && textIn(*draft.find(Kind::AccessGroup, other), "access_group_name") == name;
    });
}

Failure<Error> unknown(const std::string &id)
{
    return plainRefusal(404, qt("Access group '" + id + "' not found"));
}

Result<std::string> keep(const std::string &id, const QJsonObject &before, Draft &draft, const Asked &asked)
{
    if (auto right = checkTypes(Kind::AccessGroup, asked.body); !right)
        return Failure {right.error()};
    QJsonObject fields = before;
    const QJsonObject given = people::givenIn(Kind::AccessGroup, asked.body);
    for (auto each = given.begin(); each != given.end(); ++each)
        fields.insert(each.key(), each.value());
    const std::string name = textIn(fields, "access_group_name");
    if (name.empty())
        return missingMember("access_group_name");
    if (auto right = checkId("access_group_name", name); !right)
        return Failure {right.error()};
    if (isTaken(name, id, draft))
        return plainRefusal(409, qt("Access group '" + name + "' already exists"));
    fields.insert(QStringLiteral("access_group_id"), qt(id));
    if (given.contains(QStringLiteral("assigned_key_ids")))
        fields.insert(QStringLiteral("assigned_key_ids"), people::listOf(keysOf(fields))); // a key itself is not kept
    stamp(fields, asked);
    draft.put(Kind::AccessGroup, id, fields);
    assignAll(before, fields, id, draft);
    return people::jsonOf(people::rowOf(Kind::AccessGroup, fields));
}

} // namespace

Result<std::string> newAccessRow(Draft &draft, const Asked &asked)
{
    return keep(people::newId(), {}, draft, asked);
}

Result<std::string> listAccessRows(Draft &draft, const Asked &)
{
    QJsonArray rows;
    for (const std::string &id : draft.ids(Kind::AccessGroup))
        rows.append(people::rowOf(Kind::AccessGroup, *draft.find(Kind::AccessGroup, id)));
    return people::jsonOf(rows);
}

Result<std::string> showAccessRow(Draft &draft, const Asked &asked)
{
    const auto fields = draft.find(Kind::AccessGroup, asked.id);
    return fields ? people::jsonOf(people::rowOf(Kind::AccessGroup, *fields)) : Result<std::string>(unknown(asked.id));
}

Result<std::string> updateAccessRow(Draft &draft, const Asked &asked)
{
    const auto fields = draft.find(Kind::AccessGroup, asked.id);
    return fields ? keep(asked.id, *fields, draft, asked) : Result<std::string>(unknown(asked.id));
}

Result<std::string> deleteAccessRow(Draft &draft, const Asked &asked)
{
    const auto fields = draft.find(Kind::AccessGroup, asked.id);
    if (!fields)
        return unknown(asked.id);
    assignAll(*fields, {}, asked.id, draft);
    draft.remove(Kind::AccessGroup, asked.id);
    return people::jsonOf(QJsonObject {{QStringLiteral("access_group_id"), qt(asked.id)},
        {QStringLiteral("message"), QStringLiteral("Access group deleted successfully")}});
}

} // namespace gatehouse::admin
