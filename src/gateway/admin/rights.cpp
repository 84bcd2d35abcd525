// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/rights.h"

#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"

#include <algorithm>

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::Role;
using people::textIn;

bool maySeeAll(const Asked &asked)
{
    return asked.caller->isAdmin || asked.caller->role == Role::ProxyAdminViewer;
}

std::string roleInTeam(const QJsonObject &team, std::string_view userId)
{
    for (const QJsonValue member : team.value(QLatin1String("members_with_roles")).toArray()) {
        if (!userId.empty() && textIn(member.toObject(), "user_id") == userId)
            return textIn(member.toObject(), "role");
    }
    return {};
}

bool isTeamAdmin(const Draft &draft, const Asked &asked, std::string_view teamId)
{
    const auto team = asked.caller->role == Role::None ? std::nullopt : draft.find(Kind::Team, teamId);
    return team && roleInTeam(*team, asked.caller->userId()) == "admin";
}

bool isInTeam(const Draft &draft, const Asked &asked, std::string_view teamId)
{
    const std::string &user = asked.caller->userId();
    return !user.empty() && draft.has(Kind::Member, people::memberId(teamId, user));
}

bool isOrganizationAdmin(const Draft &draft, const Asked &asked, std::string_view organizationId)
{
    const std::string &user = asked.caller->userId();
    if (organizationId.empty() || user.empty() || asked.caller->role == Role::None)
        return false;
    const auto member = draft.find(Kind::OrganizationMember, people::memberId(organizationId, user));
    return member && textIn(*member, "user_role") == "org_admin";
}

bool maySteerTeam(const Draft &draft, const Asked &asked, std::string_view teamId)
{
    if (asked.caller->isAdmin || isTeamAdmin(draft, asked, teamId))
        return true;
    const auto team = draft.find(Kind::Team, teamId);
    return team && isOrganizationAdmin(draft, asked, textIn(*team, "organization_id"));
}

bool teamPermits(const QJsonObject &team, const Asked &asked)
{
    const std::string &path = asked.request.path;
    const auto permissions = people::listIn(team, "team_member_permissions");
    const auto has = [&permissions](std::string_view door) {
        return std::find(permissions.begin(), permissions.end(), door) != permissions.end();
    };
    const std::string_view turning = "/regenerate";
    const bool isTurning = path.size() > turning.size() && std::string_view(path).substr(path.size() - turning.size()) == turning;
    return has(path) || (isTurning && (has("/key/regenerate") || has("/key/{key_id}/regenerate")));
}

Result<> mustSteerTeam(const Draft &draft, const Asked &asked, std::string_view teamId)
{
    if (maySteerTeam(draft, asked, teamId))
        return {};
    return refusal(403,
        "Call not allowed. User not proxy admin OR team admin. route=" + asked.request.path + ", team_id=" + std::string(teamId));
}

namespace {

bool isUnset(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isArray() && value.toArray().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
}

// Whether \a after leaves no more room than \a before.
bool isNoMore(const QJsonValue &before, const QJsonValue &after)
{
    if (isUnset(before) || before == after)
        return true;
    if (before.isDouble())
        return after.isDouble() && after.toDouble() <= before.toDouble();
    if (before.isArray()) {
        const QJsonArray had = before.toArray(), has = after.toArray();
        return !has.isEmpty() && std::all_of(has.begin(), has.end(), [&](const QJsonValue &each) { return had.contains(each); });
    }
    const QJsonObject had = before.toObject(), has = after.toObject();
    const QStringList keys = had.keys();
    return before.isObject() && after.isObject() && std::all_of(keys.begin(), keys.end(), [&](const QString &key) {
        return has.contains(key) && isNoMore(had.value(key), has.value(key));
    });
}

} // namespace

Result<> mayRaiseTeam(const Draft &draft, const Asked &asked, const QJsonObject &team, const QJsonObject &given)
{
    const auto before = [&team](const char *name) { return team.value(QLatin1String(name)); };
    const auto after = [&](const char *name) {
        const QJsonValue value = given.value(QLatin1String(name));
        return value.isUndefined() ? before(name) : value;
    };
    const bool moves = before("organization_id") != after("organization_id");
    if (asked.caller->isAdmin || (!moves && isOrganizationAdmin(draft, asked, textIn(team, "organization_id"))))
        return {};
    for (const char *name :
        {"max_budget", "tpm_limit", "rpm_limit", "max_parallel_requests", "models", "model_max_budget", "model_spend_map"}) {
        if (!isNoMore(before(name), after(name)))
            return refusal(403, "Only proxy admins and organization admins can raise " + std::string(name) + " of a team");
    }
    const QJsonObject had = before("metadata").toObject(), has = after("metadata").toObject();
    for (const char *name : {"model_rpm_limit", "model_tpm_limit"}) {
        if (!isNoMore(had.value(QLatin1String(name)), has.value(QLatin1String(name))))
            return refusal(403, "Only proxy admins and organization admins can raise " + std::string(name) + " of a team");
    }
    if (had.value(QLatin1String("enforced_params")) != has.value(QLatin1String("enforced_params")))
        return refusal(403, "Only proxy admins and organization admins can change enforced_params of a team");
    for (const char *name : {"organization_id", "budget_duration", "blocked", "access_group_ids"}) {
        if (before(name) != after(name))
            return refusal(403, "Only proxy admins and organization admins can change " + std::string(name) + " of a team");
    }
    return {};
}

Failure<Error> onlyAdmin(const Asked &asked)
{
    const std::string role = asked.caller->role == Role::None ? "unknown" : std::string(toString(asked.caller->role));
    return {Error {Fault::Unauthorized,
        "Authentication Error, Only proxy admin can be used to generate, delete, update info for new keys/users/teams. Route="
            + asked.request.path + ". Your role=" + role,
        0, "auth_error", "None"}};
}

bool isOffice(std::string_view role)
{
    return role == "proxy_admin" || role == "proxy_admin_viewer" || role == "org_admin";
}

} // namespace gatehouse::admin
