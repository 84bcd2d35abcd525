// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/team_members.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/key_record.h"
#include "gateway/admin/own_budget.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/teams.h"
#include "gateway/admin/users.h"
#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"

namespace gatehouse::admin {

using people::Column;
using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;
using people::Type;

namespace {

constexpr Column memberColumns[] {
    {"user_id"},
    {"user_email"},
    {"role"},
    {"max_budget_in_team", Type::Number},
    {"budget_duration"},
    {"tpm_limit", Type::Integer},
    {"rpm_limit", Type::Integer},
};
constexpr int mostAtOnce = 500;

Result<> checkMember(const QJsonObject &said)
{
    if (auto right = checkMembers(memberColumns, said); !right)
        return right;
    if (auto right = checkIds({"user_id", "user_email"}, said); !right)
        return right;
    if (auto right = checkDuration(said, "budget_duration"); !right)
        return right;
    const std::string role = textIn(said, "role");
    if (!role.empty() && role != "admin" && role != "user")
        return unprocessable({QJsonObject {{QStringLiteral("type"), QStringLiteral("literal_error")},
            {QStringLiteral("loc"), QJsonArray {QStringLiteral("body"), QStringLiteral("role")}},
            {QStringLiteral("msg"), QStringLiteral("Input should be 'admin' or 'user'")}, {QStringLiteral("input"), qt(role)}}});
    return checkLimits(said);
}

// A member's limits, as a budget has them.
QJsonObject limitsOf(const QJsonObject &said)
{
    QJsonObject limits;
    for (const char *name : {"tpm_limit", "rpm_limit", "budget_duration"}) {
        if (const QJsonValue value = said.value(QLatin1String(name)); !value.isUndefined() && !value.isNull())
            limits.insert(QLatin1String(name), value);
    }
    if (const QJsonValue most = said.value(QLatin1String("max_budget_in_team")); most.isDouble())
        limits.insert(QStringLiteral("max_budget"), most);
    return limits;
}

// The member object, or each of a list of them.
Result<QJsonArray> membersIn(const QJsonObject &body, const char *name)
{
    const QJsonValue said = body.value(QLatin1String(name));
    if (said.isUndefined() || said.isNull())
        return Failure {missingMember(name).error};
    QJsonArray members = said.isObject() ? QJsonArray {said} : said.toArray();
    for (const QJsonValue member : members) {
        if (!member.isObject())
            return refusal(422, "each member has to be an object with user_id or user_email, and role");
    }
    if (members.isEmpty() || members.size() > mostAtOnce)
        return refusal(400, "between 1 and 500 members can be added at once");
    return members;
}

// The user in the team whom the body names.
Result<std::string> memberNamed(const Draft &draft, const Asked &asked, const std::string &team)
{
    const QJsonObject fields = *draft.find(Kind::Team, team);
    std::string user = textIn(asked.body, "user_id");
    if (user.empty() && textIn(asked.body, "user_email").empty())
        return refusal(400, "Either user_id or user_email needs to be passed in");
    if (user.empty())
        user = userNamed(asked.body, draft);
    if (roleInTeam(fields, user).empty())
        return refusal(400, "Team member not found in team_id=" + team);
    return user;
}

QJsonObject memberAnswer(const std::string &team, const std::vector<std::string> &users, const Draft &draft, const Asked &asked)
{
    QJsonObject row = shownTeam(team, draft, asked);
    QJsonArray shown, memberships;
    for (const QJsonValue membership : membershipsOf(team, draft, asked)) {
        const std::string user = textIn(membership.toObject(), "user_id");
        if (std::find(users.begin(), users.end(), user) == users.end())
            continue;
        memberships.append(membership);
        if (draft.has(Kind::User, user))
            shown.append(shownUser(user, draft, asked));
    }
    row.insert(QStringLiteral("updated_users"), shown);
    row.insert(QStringLiteral("updated_team_memberships"), memberships);
    return row;
}

Result<std::vector<std::string>> addAll(Draft &draft, const Asked &asked, const std::string &team, const QJsonArray &members)
{
    std::vector<std::string> added;
    for (const QJsonValue member : members) {
        auto user = addMember(draft, asked, team, member.toObject(), asked.body);
        if (!user)
            return Failure {user.error()};
        added.push_back(std::move(*user));
    }
    return added;
}

void setRole(QJsonObject &team, const std::string &user, const std::string &role)
{
    QJsonArray members = team.value(QLatin1String("members_with_roles")).toArray();
    for (auto &&member : members) {
        QJsonObject fields = member.toObject();
        if (textIn(fields, "user_id") != user)
            continue;
        fields.insert(QStringLiteral("role"), qt(role));
        member = fields;
    }
    team.insert(QStringLiteral("members_with_roles"), members);
}

} // namespace

Result<std::string> addMember(
    Draft &draft, const Asked &asked, const std::string &teamId, const QJsonObject &said, const QJsonObject &limits)
{
    if (auto right = checkMember(said); !right)
        return Failure {right.error()};
    if (auto right = checkMembers(memberColumns, limits); !right)
        return Failure {right.error()};
    if (auto right = checkLimits(limits); !right)
        return Failure {right.error()};
    if (textIn(said, "user_id").empty() && textIn(said, "user_email").empty())
        return refusal(400, "Either user_id or user_email needs to be passed in");
    auto team = draft.find(Kind::Team, teamId);
    if (!team)
        return refusal(404, "Team not found for team_id=" + teamId);
    if (const std::string known = userNamed(said, draft), asId = textIn(said, "user_id");
        !roleInTeam(*team, known.empty() ? asId : known).empty()) {
        const std::string user = known.empty() ? asId : known;
        return Failure {Error {
            Fault::InvalidRequest, "User=" + user + " already in team " + teamId, 400, "team_member_already_in_team", "user_id"}};
    }
    const std::string user = userMade(said, draft, asked);
    const auto row = draft.find(Kind::User, user);
    QJsonObject entry {{QStringLiteral("user_id"), qt(user)},
        {QStringLiteral("user_email"), row ? row->value(QLatin1String("user_email")) : said.value(QLatin1String("user_email"))},
        {QStringLiteral("role"), textIn(said, "role").empty() ? QStringLiteral("user") : qt(textIn(said, "role"))}};
    if (entry.value(QLatin1String("user_email")).isUndefined())
        entry.insert(QStringLiteral("user_email"), QJsonValue());
    QJsonArray members = team->value(QLatin1String("members_with_roles")).toArray();
    members.append(entry);
    team->insert(QStringLiteral("members_with_roles"), members);
    draft.put(Kind::Team, teamId, *team);
    QJsonObject own = limitsOf(limits);
    lay(limitsOf(said), own);
    QJsonObject membership {{QStringLiteral("user_id"), qt(user)}, {QStringLiteral("team_id"), qt(teamId)}};
    if (const std::string budget = putBudget(draft, asked, {}, own); !budget.empty())
        membership.insert(QStringLiteral("budget_id"), qt(budget));
    draft.put(Kind::Member, people::memberId(teamId, user), membership);
    return user;
}

void removeMember(Draft &draft, const Asked &asked, const std::string &teamId, const std::string &userId)
{
    const std::string id = people::memberId(teamId, userId);
    if (const auto member = draft.find(Kind::Member, id)) {
        if (const std::string budget = textIn(*member, "budget_id"); !budget.empty())
            draft.remove(Kind::Budget, budget);
        draft.remove(Kind::Member, id);
        draft.change({people::accountOf(Kind::Member, id), {}, false, {}, {}, true});
    }
    for (const std::string &token : draft.idsWhere(Kind::Key, "team_id", teamId)) {
        if (textIn(*draft.find(Kind::Key, token), "user_id") == userId && userId != asked.policy().adminId)
            removeKey(draft, asked, token);
    }
    auto team = draft.find(Kind::Team, teamId);
    if (!team)
        return;
    QJsonArray left;
    for (const QJsonValue member : team->value(QLatin1String("members_with_roles")).toArray()) {
        if (textIn(member.toObject(), "user_id") != userId)
            left.append(member);
    }
    team->insert(QStringLiteral("members_with_roles"), left);
    draft.put(Kind::Team, teamId, *team);
}

Result<std::string> addTeamMembers(Draft &draft, const Asked &asked)
{
    const auto team = steeredTeam(draft, asked);
    if (!team)
        return team;
    const auto members = membersIn(asked.body, "member");
    if (!members)
        return Failure {members.error()};
    const auto added = addAll(draft, asked, *team, *members);
    if (!added)
        return Failure {added.error()};
    return people::jsonOf(memberAnswer(*team, *added, draft, asked));
}

// Each by itself: who cannot be added does not keep out the others.
Result<std::string> addManyTeamMembers(Draft &draft, const Asked &asked)
{
    const auto team = steeredTeam(draft, asked);
    if (!team)
        return team;
    QJsonArray members = asked.body.value(QLatin1String("members")).toArray();
    const QJsonObject fields = *draft.find(Kind::Team, *team);
    if (asked.body.value(QLatin1String("all_users")).toBool()) {
        if (!asked.caller->isAdmin)
            return onlyAdmin(asked);
        members = {};
        for (const std::string &user : draft.ids(Kind::User)) {
            if (roleInTeam(fields, user).empty())
                members.append(
                    QJsonObject {{QStringLiteral("user_id"), qt(user)}, {QStringLiteral("role"), QStringLiteral("user")}});
        }
    } else if (members.isEmpty() || members.size() > mostAtOnce) {
        return refusal(400, "between 1 and 500 members can be added at once");
    }
    QJsonArray results;
    std::vector<std::string> added;
    for (const QJsonValue member : members) {
        const auto user = addMember(draft, asked, *team, member.toObject(), asked.body);
        if (user)
            added.push_back(*user);
        const QJsonObject said = member.toObject();
        results.append(
            QJsonObject {{QStringLiteral("user_id"), user ? QJsonValue(qt(*user)) : said.value(QLatin1String("user_id"))},
                {QStringLiteral("user_email"), said.value(QLatin1String("user_email"))},
                {QStringLiteral("success"), user.has_value()},
                {QStringLiteral("error"), user ? QJsonValue() : QJsonValue(qt(user.error().message))}});
    }
    const auto done = static_cast<qint64>(added.size());
    return people::jsonOf(QJsonObject {{QStringLiteral("team_id"), qt(*team)}, {QStringLiteral("results"), results},
        {QStringLiteral("total_requested"), members.size()}, {QStringLiteral("successful_additions"), done},
        {QStringLiteral("failed_additions"), members.size() - done},
        {QStringLiteral("updated_team"), memberAnswer(*team, added, draft, asked)}});
}

Result<std::string> removeTeamMember(Draft &draft, const Asked &asked)
{
    const auto team = steeredTeam(draft, asked);
    if (!team)
        return team;
    const auto user = memberNamed(draft, asked, *team);
    if (!user)
        return user;
    removeMember(draft, asked, *team, *user);
    return people::jsonOf(shownTeam(*team, draft, asked));
}

Result<std::string> updateTeamMember(Draft &draft, const Asked &asked)
{
    if (auto right = checkMember(asked.body); !right)
        return Failure {right.error()};
    const auto team = steeredTeam(draft, asked);
    if (!team)
        return team;
    const auto user = memberNamed(draft, asked, *team);
    if (!user)
        return user;
    const std::string id = people::memberId(*team, *user), role = textIn(asked.body, "role");
    QJsonObject member =
        draft.find(Kind::Member, id)
            .value_or(QJsonObject {{QStringLiteral("user_id"), qt(*user)}, {QStringLiteral("team_id"), qt(*team)}});
    const std::string budget = putBudget(draft, asked, textIn(member, "budget_id"), limitsOf(asked.body));
    if (!budget.empty())
        member.insert(QStringLiteral("budget_id"), qt(budget));
    draft.put(Kind::Member, id, member);
    if (!role.empty()) {
        QJsonObject fields = *draft.find(Kind::Team, *team);
        setRole(fields, *user, role);
        draft.put(Kind::Team, *team, fields);
    }
    const QJsonObject limits = draft.find(Kind::Budget, budget).value_or(QJsonObject());
    const auto row = draft.find(Kind::User, *user);
    const auto orNull = [](const QJsonValue &value) { return value.isUndefined() ? QJsonValue() : value; };
    return people::jsonOf(QJsonObject {{QStringLiteral("team_id"), qt(*team)}, {QStringLiteral("user_id"), qt(*user)},
        {QStringLiteral("user_email"), row ? orNull(row->value(QLatin1String("user_email"))) : QJsonValue()},
        {QStringLiteral("max_budget_in_team"), orNull(limits.value(QLatin1String("max_budget")))},
        {QStringLiteral("tpm_limit"), orNull(limits.value(QLatin1String("tpm_limit")))},
        {QStringLiteral("rpm_limit"), orNull(limits.value(QLatin1String("rpm_limit")))}});
}

} // namespace gatehouse::admin
