// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/teams.h"
#include "gateway/people/fields.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

using people::Column;
using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;
using people::Type;

namespace {

// What a team's admin may allow its members to do with the team's keys.
constexpr std::array permissions {"/key/generate", "/key/update", "/key/delete", "/key/regenerate",
    "/key/service-account/generate", "/key/{key_id}/regenerate", "/key/block", "/key/unblock", "/key/bulk_update",
    "/key/{key_id}/reset_spend", "/key/info", "/key/list", "/key/aliases", "/team/daily/activity"};

void keep(Draft &draft, const Asked &asked, const std::string &id, QJsonObject fields)
{
    stamp(fields, asked);
    draft.put(Kind::Team, id, std::move(fields));
}

// The models of a team that the administrator, or the admin of its organization, changes.
Result<std::string> changeModels(Draft &draft, const Asked &asked, bool isAdding)
{
    constexpr Column columns[] {{"models", Type::Texts}};
    if (auto right = checkMembers(columns, asked.body); !right)
        return Failure {right.error()};
    const auto id = steeredTeam(draft, asked);
    if (!id)
        return id;
    QJsonObject fields = *draft.find(Kind::Team, *id);
    std::vector<std::string> models = people::listIn(fields, "models");
    for (const std::string &model : people::listIn(asked.body, "models")) {
        models.erase(std::remove(models.begin(), models.end(), model), models.end());
        if (isAdding)
            models.push_back(model);
    }
    const QJsonObject given {{QStringLiteral("models"), people::listOf(models)}};
    if (auto may = mayRaiseTeam(draft, asked, fields, given); !may)
        return Failure {may.error()};
    lay(given, fields);
    keep(draft, asked, *id, std::move(fields));
    return people::jsonOf(shownTeam(*id, draft, asked));
}

Result<std::string> teamOfPath(const Draft &draft, const Asked &asked)
{
    if (!draft.has(Kind::Team, asked.id))
        return refusal(404, "Team id = " + asked.id + " does not exist.");
    if (auto may = mustSteerTeam(draft, asked, asked.id); !may)
        return Failure {may.error()};
    return asked.id;
}

QJsonArray loggingOf(const QJsonObject &team)
{
    return team.value(QLatin1String("metadata")).toObject().value(QLatin1String("logging")).toArray();
}

void setLogging(QJsonObject &team, const QJsonArray &logging)
{
    QJsonObject metadata = team.value(QLatin1String("metadata")).toObject();
    metadata.insert(QStringLiteral("logging"), logging);
    team.insert(QStringLiteral("metadata"), metadata);
}

QJsonObject permissionsAnswer(const std::string &id, const Draft &draft)
{
    QJsonArray all;
    for (const char *permission : permissions)
        all.append(QLatin1String(permission));
    return {{QStringLiteral("team_id"), qt(id)},
        {QStringLiteral("team_member_permissions"),
            draft.find(Kind::Team, id)->value(QLatin1String("team_member_permissions")).toArray()},
        {QStringLiteral("all_available_permissions"), all}};
}

} // namespace

Result<std::string> addTeamModels(Draft &draft, const Asked &asked)
{
    return changeModels(draft, asked, true);
}

// A team without models may use all, so its last one is not taken away.
Result<std::string> removeTeamModels(Draft &draft, const Asked &asked)
{
    const auto id = teamNamed(draft, asked.body);
    if (!id)
        return id;
    const auto had = people::listIn(*draft.find(Kind::Team, *id), "models"), gone = people::listIn(asked.body, "models");
    const auto isGone = [&gone](const std::string &model) { return std::find(gone.begin(), gone.end(), model) != gone.end(); };
    if (!had.empty() && std::all_of(had.begin(), had.end(), isGone))
        return refusal(
            400, "The last models of a team cannot be taken away: without any it could use all", "bad_request_error", "models");
    return changeModels(draft, asked, false);
}

Result<std::string> showTeamPermissions(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("team_id");
    if (id.empty() || !draft.has(Kind::Team, id))
        return refusal(404, "Team not found for team_id=" + id);
    if (!maySeeAll(asked) && !maySteerTeam(draft, asked, id) && !isInTeam(draft, asked, id))
        return refusal(403, "Call not allowed. User not proxy admin OR team admin. route=/team/permissions_list, team_id=" + id);
    return people::jsonOf(permissionsAnswer(id, draft));
}

Result<std::string> updateTeamPermissions(Draft &draft, const Asked &asked)
{
    constexpr Column columns[] {{"team_member_permissions", Type::Texts}};
    if (auto right = checkMembers(columns, asked.body); !right)
        return Failure {right.error()};
    const auto id = steeredTeam(draft, asked);
    if (!id)
        return id;
    for (const std::string &said : people::listIn(asked.body, "team_member_permissions")) {
        if (std::find(permissions.begin(), permissions.end(), said) == permissions.end())
            return unprocessable({QJsonObject {{QStringLiteral("type"), QStringLiteral("enum")},
                {QStringLiteral("loc"), QJsonArray {QStringLiteral("body"), QStringLiteral("team_member_permissions")}},
                {QStringLiteral("msg"), QStringLiteral("Input should be one of all_available_permissions")},
                {QStringLiteral("input"), qt(said)}}});
    }
    QJsonObject fields = *draft.find(Kind::Team, *id);
    fields.insert(
        QStringLiteral("team_member_permissions"), asked.body.value(QLatin1String("team_member_permissions")).toArray());
    keep(draft, asked, *id, std::move(fields));
    return people::jsonOf(shownTeam(*id, draft, asked));
}

Result<std::string> addTeamCallback(Draft &draft, const Asked &asked)
{
    const auto id = teamOfPath(draft, asked);
    if (!id)
        return id;
    constexpr Column columns[] {{"callback_name"}, {"callback_type"}, {"callback_vars", Type::Object}};
    if (auto right = checkMembers(columns, asked.body); !right)
        return Failure {right.error()};
    const auto name = requiredText(asked.body, "callback_name");
    if (!name)
        return name;
    QJsonObject fields = *draft.find(Kind::Team, *id);
    QJsonArray logging = loggingOf(fields);
    const std::string type = textIn(asked.body, "callback_type");
    for (const QJsonValue each : logging) {
        if (textIn(each.toObject(), "callback_name") == *name && textIn(each.toObject(), "callback_type") == type)
            return refusal(400, "callback_name = " + *name + " already exists in the team's callbacks of type " + type);
    }
    QJsonObject entry;
    for (const Column &column : columns) {
        if (const QJsonValue value = asked.body.value(QLatin1String(column.name)); !value.isUndefined())
            entry.insert(QLatin1String(column.name), value);
    }
    logging.append(entry);
    setLogging(fields, logging);
    keep(draft, asked, *id, std::move(fields));
    return people::jsonOf(QJsonObject {
        {QStringLiteral("status"), QStringLiteral("success")}, {QStringLiteral("data"), shownTeam(*id, draft, asked)}});
}

Result<std::string> listTeamCallbacks(Draft &draft, const Asked &asked)
{
    const auto id = teamOfPath(draft, asked);
    if (!id)
        return id;
    QJsonArray success, failure;
    QJsonObject variables;
    for (const QJsonValue each : loggingOf(*draft.find(Kind::Team, *id))) {
        const QJsonObject entry = each.toObject();
        const std::string type = textIn(entry, "callback_type");
        if (type != "failure")
            success.append(entry.value(QLatin1String("callback_name")));
        if (type != "success")
            failure.append(entry.value(QLatin1String("callback_name")));
        lay(entry.value(QLatin1String("callback_vars")).toObject(), variables);
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("status"), QStringLiteral("success")},
        {QStringLiteral("data"),
            QJsonObject {{QStringLiteral("team_id"), qt(*id)}, {QStringLiteral("success_callback"), success},
                {QStringLiteral("failure_callback"), failure}, {QStringLiteral("callback_vars"), variables}}}});
}

Result<std::string> disableTeamLogging(Draft &draft, const Asked &asked)
{
    const auto id = teamOfPath(draft, asked);
    if (!id)
        return id;
    QJsonObject fields = *draft.find(Kind::Team, *id);
    setLogging(fields, {});
    keep(draft, asked, *id, std::move(fields));
    return people::jsonOf(QJsonObject {{QStringLiteral("status"), QStringLiteral("success")},
        {QStringLiteral("message"), qt("Logging disabled for team " + *id)},
        {QStringLiteral("data"),
            QJsonObject {{QStringLiteral("team_id"), qt(*id)}, {QStringLiteral("success_callbacks"), QJsonArray()},
                {QStringLiteral("failure_callbacks"), QJsonArray()}}}});
}

} // namespace gatehouse::admin
