// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Access groups by name. One that is made here is a record whose id is its name.
#include "gateway/admin/access_groups.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/budget_fields.h"
#include "gateway/admin/rows.h"
#include "gateway/people/fields.h"

#include <algorithm>
#include <map>
#include <set>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

Failure<Error> complain(int status, const std::string &message)
{
    return plainRefusal(status, QJsonObject {{QStringLiteral("error"), qt(message)}});
}

/// What is behind a name.
struct Group {
    std::set<std::string> models;
    qint64 deployments = 0;
    bool isConfigured = false; ///< in the configuration, where nobody changes it from here
};
using Groups = std::map<std::string, Group>;

Groups groupsOf(const Draft &draft, const Asked &asked)
{
    Groups groups;
    for (const std::string &id : draft.ids(Kind::AccessGroup)) {
        const QJsonObject fields = *draft.find(Kind::AccessGroup, id);
        for (std::string &model : people::listIn(fields, "access_model_names"))
            groups[textIn(fields, "access_group_name")].models.insert(std::move(model));
    }
    const auto &deployments = asked.snapshot->router.deployments();
    for (auto &[name, group] : groups) {
        group.deployments = std::count_if(deployments.begin(), deployments.end(),
            [&group = group](const Deployment &deployment) { return group.models.count(deployment.group) > 0; });
    }
    for (const Deployment &deployment : deployments) {
        for (const std::string &name : deployment.accessGroups) {
            Group &group = groups[name];
            group.deployments += group.models.count(deployment.group) == 0 || group.isConfigured ? 1 : 0;
            group.models.insert(deployment.group);
            group.isConfigured = true;
        }
    }
    return groups;
}

QJsonObject shown(const std::string &name, const Group &group)
{
    return {{QStringLiteral("access_group"), qt(name)},
        {QStringLiteral("model_names"), people::listOf({group.models.begin(), group.models.end()})},
        {QStringLiteral("deployment_count"), group.deployments}};
}

Failure<Error> unknown(const std::string &name)
{
    return complain(404, "Access group '" + name + "' not found");
}

// The models that a request names, by their names or by the ids of deployments.
Result<std::vector<std::string>> modelsIn(const Asked &asked)
{
    std::vector<std::string> names = people::listIn(asked.body, "model_names");
    const std::vector<std::string> ids = people::listIn(asked.body, "model_ids");
    const auto &deployments = asked.snapshot->router.deployments();
    std::string missing;
    const auto miss = [&missing](const std::string &what) { missing += (missing.empty() ? "" : ", ") + what; };
    for (const std::string &name : names) {
        if (!asked.snapshot->router.find(name))
            miss(name);
    }
    for (const std::string &id : ids) {
        const auto found =
            std::find_if(deployments.begin(), deployments.end(), [&id](const Deployment &each) { return each.id == id; });
        if (found == deployments.end())
            miss(id);
        else
            names.push_back(found->group);
    }
    if (!missing.empty())
        return complain(400, "Model(s) not found: " + missing);
    if (names.empty())
        return complain(400, "model_names list cannot be empty");
    return names;
}

Result<std::string> keep(const std::string &name, Draft &draft, const Asked &asked)
{
    const auto models = modelsIn(asked);
    if (!models)
        return Failure {models.error()};
    QJsonObject fields = draft.find(Kind::AccessGroup, name).value_or(QJsonObject());
    fields.insert(QStringLiteral("access_group_id"), qt(name));
    fields.insert(QStringLiteral("access_group_name"), qt(name));
    fields.insert(QStringLiteral("access_model_names"), people::listOf(*models));
    stamp(fields, asked);
    draft.put(Kind::AccessGroup, name, fields);
    QJsonObject answer = shown(name, groupsOf(draft, asked)[name]);
    answer.insert(QStringLiteral("models_updated"), answer.take(QStringLiteral("deployment_count")));
    return people::jsonOf(answer);
}

} // namespace

Result<std::string> newAccessGroup(Draft &draft, const Asked &asked)
{
    const std::string name = textIn(asked.body, "access_group");
    if (name.empty())
        return asked.body.contains(QStringLiteral("access_group")) ? complain(400, "access_group cannot be empty")
                                                                   : missingMember("access_group");
    if (auto right = checkId("access_group", name); !right)
        return Failure {right.error()};
    if (groupsOf(draft, asked).count(name) > 0)
        return complain(
            409, "Access group '" + name + "' already exists. Use PUT /access_group/" + name + "/update to modify it.");
    return keep(name, draft, asked);
}

Result<std::string> listAccessGroups(Draft &draft, const Asked &asked)
{
    QJsonArray rows;
    for (const auto &[name, group] : groupsOf(draft, asked))
        rows.append(shown(name, group));
    return people::jsonOf(QJsonObject {{QStringLiteral("access_groups"), rows}});
}

Result<std::string> showAccessGroup(Draft &draft, const Asked &asked)
{
    const Groups groups = groupsOf(draft, asked);
    const auto group = groups.find(asked.id);
    return group == groups.end() ? Result<std::string>(unknown(asked.id)) : people::jsonOf(shown(group->first, group->second));
}

Result<std::string> updateAccessGroup(Draft &draft, const Asked &asked)
{
    if (groupsOf(draft, asked).count(asked.id) == 0)
        return unknown(asked.id);
    return keep(asked.id, draft, asked);
}

Result<std::string> deleteAccessGroup(Draft &draft, const Asked &asked)
{
    const Groups groups = groupsOf(draft, asked);
    const auto group = groups.find(asked.id);
    if (group == groups.end())
        return unknown(asked.id);
    if (!draft.has(Kind::AccessGroup, asked.id))
        return complain(400,
            "Access group '" + asked.id + "' is made by model_info.access_groups in the configuration, and is removed there");
    draft.remove(Kind::AccessGroup, asked.id);
    return people::jsonOf(QJsonObject {{QStringLiteral("access_group"), qt(asked.id)},
        {QStringLiteral("models_updated"), group->second.deployments},
        {QStringLiteral("message"), qt("Access group '" + asked.id + "' deleted successfully")}});
}

} // namespace gatehouse::admin
