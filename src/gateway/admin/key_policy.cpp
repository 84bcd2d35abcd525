// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/key_policy.h"

#include "gateway/admin/rights.h"
#include "gateway/core/period.h"
#include "gateway/limits/reset_time.h"
#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::Role;
using people::textIn;

namespace {

bool isSet(const QJsonObject &body, const QString &name)
{
    const QJsonValue value = body.value(name);
    return !value.isUndefined() && !value.isNull() && !(value.isArray() && value.toArray().isEmpty())
        && !(value.isObject() && value.toObject().isEmpty());
}

std::string shown(const QJsonValue &value)
{
    return value.toVariant().toString().toStdString();
}

// Whether \a said is above \a bound: numbers as such, durations by when they end.
bool isAbove(const QJsonValue &said, const QJsonValue &bound, Clock::Wall now)
{
    if (said.isDouble() && bound.isDouble())
        return said.toDouble() > bound.toDouble();
    const std::string text = said.toString().toStdString();
    if (text == "-1") // never
        return true;
    const auto end = limits::plainReset(text, now), last = limits::plainReset(bound.toString().toStdString(), now);
    return end && last && *last < *end;
}

bool isListed(const QJsonObject &settings, const char *name, std::string_view word)
{
    const auto words = people::listIn(settings, name);
    return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

Result<> checkRequired(const QJsonObject &settings, const QJsonObject &body)
{
    for (const std::string &name : people::listIn(settings, "required_params")) {
        if (!isSet(body, qt(name)))
            return refusal(400, "Required param " + name + " not in data", "bad_request_error", name);
    }
    return {};
}

Result<> mayUseTeam(const Draft &draft, const Asked &asked, const std::string &teamId)
{
    const auto team = draft.find(Kind::Team, teamId);
    if (maySteerTeam(draft, asked, teamId))
        return {};
    if (!team || !isInTeam(draft, asked, teamId))
        return refusal(403, "User=" + asked.caller->userId() + " not assigned to team=" + teamId + ", and can use no keys of it");
    if (teamPermits(*team, asked))
        return {};
    return Failure {Error {Fault::Unauthorized,
        "Team member does not have permissions for endpoint: " + asked.request.path + " in team " + teamId
            + ". Ask the team's admin to allow it with /team/permissions_update",
        401, "team_member_permission_error", "None"}};
}

// A team's admin may make keys for its members, but act through none who has an office.
Result<> mayGiveTo(const Draft &draft, const Asked &asked, const std::string &user, const std::string &team)
{
    if (user == asked.caller->userId())
        return {};
    const auto row = draft.find(Kind::User, user);
    const bool isPlain = !row || !isOffice(textIn(*row, "user_role"));
    if (!team.empty() && isPlain && maySteerTeam(draft, asked, team) && draft.has(Kind::Member, people::memberId(team, user)))
        return {};
    return refusal(403, "User can only create keys for themselves. Got user_id=" + user + ", Your ID=" + asked.caller->userId(),
        "auth_error", "user_id");
}

// Routes give rights beyond a role's: only the administrator may, except those that only narrow.
Result<> mayGiveRoutes(const QJsonObject &before, const QJsonObject &body)
{
    constexpr std::array narrow {"llm_api_routes", "info_routes", "openai_routes", "anthropic_routes"};
    const auto routes = people::listIn(body, "allowed_routes"), had = people::listIn(before, "allowed_routes");
    for (const std::string &route : routes) {
        const bool isNarrow = std::find(narrow.begin(), narrow.end(), route) != narrow.end();
        if (!isNarrow && std::find(had.begin(), had.end(), route) == had.end())
            return refusal(403, "Only proxy admins can set allowed_routes to " + route, "auth_error", "allowed_routes");
    }
    if (!had.empty() && routes.empty() && body.contains(QLatin1String("allowed_routes")))
        return refusal(403, "Only proxy admins can take allowed_routes away", "auth_error", "allowed_routes");
    for (const char *name : {"permissions", "spend", "allowed_passthrough_routes"}) {
        if (isSet(body, QLatin1String(name)) && body.value(QLatin1String(name)) != before.value(QLatin1String(name)))
            return refusal(403, "Only proxy admins can set " + std::string(name), "auth_error", name);
    }
    return {};
}

} // namespace

QJsonObject withDefaults(const Draft &draft, const Asked &asked, QJsonObject body)
{
    const QJsonObject defaults = people::objectFrom(asked.policy().defaultKey);
    for (auto each = defaults.begin(); each != defaults.end(); ++each) {
        if (!isSet(body, each.key()))
            body.insert(each.key(), each.value());
    }
    const std::string team = textIn(body, "team_id");
    const auto fields = team.empty() ? std::nullopt : draft.find(Kind::Team, team);
    const QJsonObject metadata = fields ? fields->value(QLatin1String("metadata")).toObject() : QJsonObject();
    if (!isSet(body, QStringLiteral("duration")) && isSet(metadata, QStringLiteral("team_member_key_duration")))
        body.insert(QStringLiteral("duration"), metadata.value(QLatin1String("team_member_key_duration")));
    return body;
}

Result<QJsonObject> withinBounds(const Asked &asked, QJsonObject body)
{
    const QJsonObject bounds = people::objectFrom(asked.policy().upperBounds);
    for (auto bound = bounds.begin(); bound != bounds.end(); ++bound) {
        if (bound.value().isNull())
            continue;
        if (!isSet(body, bound.key())) {
            body.insert(bound.key(), bound.value());
            continue;
        }
        const QJsonValue said = body.value(bound.key());
        if (isAbove(said, bound.value(), asked.now))
            return Failure {refusal(400,
                bound.key().toStdString() + " is over max limit set in config - user_value=" + shown(said)
                    + "; max_value=" + shown(bound.value()),
                "bad_request_error", bound.key().toStdString())
                                .error};
    }
    return body;
}

Result<> checkGeneration(const Draft &draft, const Asked &asked, const QJsonObject &body)
{
    const QJsonObject settings = people::objectFrom(asked.policy().keyGeneration);
    const std::string team = textIn(body, "team_id");
    if (team.empty()) {
        const QJsonObject personal = settings.value(QLatin1String("personal_key_generation")).toObject();
        const std::string role(toString(asked.caller->role));
        if (!asked.caller->isAdmin && !isListed(personal, "allowed_user_roles", role))
            return refusal(403, "Personal key creation has been restricted by admin. Your role=" + role);
        return checkRequired(personal, body);
    }
    const QJsonObject ofTeams = settings.value(QLatin1String("team_key_generation")).toObject();
    const auto fields = draft.find(Kind::Team, team);
    const std::string role = fields ? roleInTeam(*fields, asked.caller->userId()) : std::string();
    if (!asked.caller->isAdmin && !isListed(ofTeams, "allowed_team_member_roles", role))
        return refusal(403, "Team key creation has been restricted by admin. Your role in the team=" + role);
    return checkRequired(ofTeams, body);
}

Result<> mayGive(const Draft &draft, const Asked &asked, const QJsonObject &before, const QJsonObject &body)
{
    if (asked.caller->isAdmin)
        return {};
    const auto changed = [&](const char *name) {
        const std::string said = textIn(body, name);
        return said.empty() || said == textIn(before, name) ? std::string() : said;
    };
    const std::string team = textIn(body, "team_id").empty() ? textIn(before, "team_id") : textIn(body, "team_id");
    if (const std::string moved = changed("team_id"); !moved.empty()) {
        if (auto may = mayUseTeam(draft, asked, moved); !may)
            return may;
    }
    if (const std::string user = changed("user_id"); !user.empty()) {
        if (auto may = mayGiveTo(draft, asked, user, team); !may)
            return may;
    }
    if (const std::string organization = changed("organization_id"); !organization.empty()) {
        if (!draft.has(Kind::OrganizationMember, people::memberId(organization, asked.caller->userId())))
            return refusal(403, "User is not a member of organization=" + organization, "auth_error", "organization_id");
    }
    if (const std::string id = changed("project_id"); !id.empty()) {
        const auto project = draft.find(Kind::Project, id);
        if (!project || textIn(*project, "team_id") != team)
            return refusal(403, "project=" + id + " belongs to another team", "auth_error", "project_id");
    }
    const QJsonValue blocked = body.value(QLatin1String("blocked"));
    const bool frees = before.value(QLatin1String("blocked")).toBool() && blocked.isBool() && !blocked.toBool();
    if (frees && (team.empty() || !maySteerTeam(draft, asked, team)))
        return refusal(
            403, "Only proxy admins and admins of the key's team can block and unblock a key", "auth_error", "blocked");
    return mayGiveRoutes(before, body);
}

} // namespace gatehouse::admin
