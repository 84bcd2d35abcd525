// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/tags.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/budget_fields.h"
#include "gateway/admin/rows.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

QJsonObject shown(const std::string &name, const QJsonObject &fields, const Draft &draft, const Asked &asked)
{
    QJsonObject row = shownRow(Kind::Tag, name, fields, draft, asked);
    row.insert(QStringLiteral("litellm_budget_table"), shownBudget(textIn(fields, "budget_id"), draft, asked));
    QJsonObject models; // their ids, with the names they are called by
    for (const std::string &id : people::listIn(fields, "models")) {
        for (const Deployment &deployment : asked.snapshot->router.deployments()) {
            if (deployment.id == id)
                models.insert(qt(id), qt(deployment.group));
        }
    }
    row.insert(QStringLiteral("model_info"), models);
    return row;
}

Result<> check(const Asked &asked)
{
    if (auto right = checkTypes(Kind::Tag, asked.body); !right)
        return right;
    if (textIn(asked.body, "name").empty())
        return missingMember("name");
    if (auto right = checkId("name", textIn(asked.body, "name")); !right)
        return right;
    return checkBudget(asked.body);
}

Result<std::string> keep(QJsonObject fields, const char *done, Draft &draft, const Asked &asked)
{
    const std::string name = textIn(asked.body, "name");
    QJsonObject given = people::givenIn(Kind::Tag, asked.body);
    given.remove(QStringLiteral("budget_id"));
    for (auto each = given.begin(); each != given.end(); ++each)
        fields.insert(each.key(), each.value());
    if (auto attached = attachBudget(Kind::Tag, fields, draft, asked); !attached)
        return Failure {attached.error()};
    stamp(fields, asked);
    followBudget(Kind::Tag, name, fields, draft, asked);
    draft.put(Kind::Tag, name, fields);
    return people::jsonOf(QJsonObject {{QStringLiteral("message"), qt("Tag " + name + " " + done + " successfully")},
        {QStringLiteral("tag"), shown(name, fields, draft, asked)}});
}

Failure<Error> unknown(const std::string &name)
{
    return spokenRefusal(404, "Tag " + name + " not found");
}

} // namespace

Result<std::string> newTag(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked); !right)
        return Failure {right.error()};
    const std::string name = textIn(asked.body, "name");
    if (draft.has(Kind::Tag, name))
        return spokenRefusal(400, "Tag " + name + " already exists");
    return keep({}, "created", draft, asked);
}

Result<std::string> updateTag(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked); !right)
        return Failure {right.error()};
    const auto fields = draft.find(Kind::Tag, textIn(asked.body, "name"));
    if (!fields)
        return unknown(textIn(asked.body, "name"));
    return keep(*fields, "updated", draft, asked);
}

Result<std::string> deleteTag(Draft &draft, const Asked &asked)
{
    const std::string name = textIn(asked.body, "name");
    if (name.empty())
        return missingMember("name");
    if (!draft.has(Kind::Tag, name))
        return unknown(name);
    draft.remove(Kind::Tag, name);
    draft.change({people::accountOf(Kind::Tag, name), {}, false, {}, {}, true});
    return people::jsonOf(QJsonObject {{QStringLiteral("message"), qt("Tag " + name + " deleted successfully")}});
}

Result<std::string> showTags(Draft &draft, const Asked &asked)
{
    if (!asked.body.value(QStringLiteral("names")).isArray())
        return missingMember("names");
    QJsonObject tags;
    std::string missing;
    for (const std::string &name : people::listIn(asked.body, "names")) {
        if (const auto fields = draft.find(Kind::Tag, name))
            tags.insert(qt(name), shown(name, *fields, draft, asked));
        else
            missing += (missing.empty() ? "'" : ", '") + name + "'";
    }
    if (!missing.empty())
        return spokenRefusal(404, "Tags not found: [" + missing + "]");
    return people::jsonOf(tags);
}

Result<std::string> listTags(Draft &draft, const Asked &asked)
{
    QJsonArray rows;
    for (const std::string &name : draft.ids(Kind::Tag))
        rows.append(shown(name, *draft.find(Kind::Tag, name), draft, asked));
    return people::jsonOf(rows);
}

} // namespace gatehouse::admin
