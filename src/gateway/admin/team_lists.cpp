// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/teams.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

#include <algorithm>

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

QJsonArray keysOf(const std::string &team, const Draft &draft, const Asked &asked)
{
    QJsonArray keys;
    for (const std::string &token : draft.idsWhere(Kind::Key, "team_id", team)) {
        QJsonObject row = shownRow(Kind::Key, token, draft, asked);
        row.remove(QStringLiteral("token"));
        keys.append(row);
    }
    return keys;
}

bool maySee(const Draft &draft, const Asked &asked, const std::string &team)
{
    if (maySeeAll(asked) || asked.caller->teamId() == team || isInTeam(draft, asked, team))
        return true;
    const auto fields = draft.find(Kind::Team, team);
    return fields && isOrganizationAdmin(draft, asked, textIn(*fields, "organization_id"));
}

std::vector<std::string> listed(const Draft &draft, const Asked &asked, Kind kind)
{
    const std::string user = asked.query("user_id"), organization = asked.query("organization_id"), id = asked.query("team_id");
    const QString alias = qt(asked.query("team_alias"));
    std::vector<std::string> ids;
    for (const std::string &each : draft.ids(kind)) {
        const QJsonObject team = *draft.find(kind, each);
        const bool isIn = user.empty() || !roleInTeam(team, user).empty();
        if (isIn && (organization.empty() || textIn(team, "organization_id") == organization) && (id.empty() || each == id)
            && qt(textIn(team, "team_alias")).contains(alias, Qt::CaseInsensitive)
            && isFound(asked, team, {"team_id", "team_alias"}))
            ids.push_back(each);
    }
    return ids;
}

// Others than the administrator look at their own.
Result<> mayList(const Draft &draft, const Asked &asked)
{
    const std::string user = asked.query("user_id");
    if (maySeeAll(asked) || (!user.empty() && user == asked.caller->userId())
        || isOrganizationAdmin(draft, asked, asked.query("organization_id")))
        return {};
    return refusal(
        401, "Only admin users can query all teams/other teams. Your user role=" + std::string(toString(asked.caller->role)));
}

} // namespace

QJsonObject shownTeam(const std::string &id, const Draft &draft, const Asked &asked)
{
    QJsonObject row = shownRow(Kind::Team, id, draft, asked);
    const QJsonObject aliases = row.value(QLatin1String("model_aliases")).toObject();
    row.insert(QStringLiteral("litellm_model_table"),
        aliases.isEmpty() ? QJsonValue()
                          : QJsonValue(QJsonObject {{QStringLiteral("id"), QJsonValue()},
                              {QStringLiteral("model_aliases"), aliases}, {QStringLiteral("created_by"), QJsonValue()},
                              {QStringLiteral("updated_by"), QJsonValue()}, {QStringLiteral("team"), QJsonValue()}}));
    row.insert(QStringLiteral("team_member_budget_table"), budgetTable(memberBudgetOf(row), draft));
    return row;
}

QJsonArray membershipsOf(const std::string &teamId, const Draft &draft, const Asked &asked)
{
    QJsonArray all;
    const auto team = draft.find(Kind::Team, teamId);
    for (const std::string &id : draft.idsWhere(Kind::Member, "team_id", teamId)) {
        QJsonObject row = shownRow(Kind::Member, id, draft, asked);
        if (textIn(row, "budget_id").empty() && team && !memberBudgetOf(*team).empty()) {
            row.insert(QStringLiteral("budget_id"), qt(memberBudgetOf(*team)));
            row.insert(QStringLiteral("litellm_budget_table"), budgetTable(memberBudgetOf(*team), draft));
        }
        all.append(row);
    }
    return all;
}

Result<std::string> showTeam(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("team_id");
    if (id.empty())
        return refusal(422, "team_id is missing; write /team/info?team_id=…", "bad_request_error", "team_id");
    if (!draft.has(Kind::Team, id))
        return refusal(404, "Team not found, passed team id: " + id + ".");
    if (!maySee(draft, asked, id))
        return refusal(403,
            "key not allowed to access this team's info. Key team_id=" + asked.caller->teamId() + ", Requested team_id=" + id,
            "auth_error");
    const QJsonObject row = shownTeam(id, draft, asked);
    // Programs that are older than team_info look for these two beside it.
    return people::jsonOf(QJsonObject {{QStringLiteral("team_id"), qt(id)}, {QStringLiteral("team_info"), row},
        {QStringLiteral("keys"), keysOf(id, draft, asked)}, {QStringLiteral("team_memberships"), membershipsOf(id, draft, asked)},
        {QStringLiteral("spend"), row.value(QLatin1String("spend"))},
        {QStringLiteral("max_budget"), row.value(QLatin1String("max_budget"))}});
}

Result<std::string> listTeams(Draft &draft, const Asked &asked)
{
    if (auto may = mayList(draft, asked); !may)
        return Failure {may.error()};
    QJsonArray teams;
    for (const std::string &id : listed(draft, asked, Kind::Team)) {
        QJsonObject row = shownTeam(id, draft, asked);
        row.insert(QStringLiteral("team_memberships"), membershipsOf(id, draft, asked));
        row.insert(QStringLiteral("keys"), keysOf(id, draft, asked));
        teams.append(row);
    }
    return people::jsonOf(teams);
}

Result<std::string> listTeamPage(Draft &draft, const Asked &asked)
{
    if (auto may = mayList(draft, asked); !may)
        return Failure {may.error()};
    const auto page = pageOf(asked, "page_size", 10, 100);
    if (!page)
        return Failure {page.error()};
    const Kind kind = asked.query("status") == "deleted" ? Kind::DeletedTeam : Kind::Team;
    std::vector<QJsonObject> rows;
    for (const std::string &id : listed(draft, asked, kind)) {
        QJsonObject row = kind == Kind::Team ? shownTeam(id, draft, asked) : people::rowOf(kind, *draft.find(kind, id));
        row.insert(QStringLiteral("members_count"), row.value(QLatin1String("members_with_roles")).toArray().size());
        row.insert(QStringLiteral("keys_count"), static_cast<qint64>(draft.idsWhere(Kind::Key, "team_id", id).size()));
        rows.push_back(std::move(row));
    }
    return people::jsonOf(pageAnswer("teams", std::move(rows), *page));
}

// Teams that anybody may join: those the configuration names as such by their settings; and one is not in them yet.
Result<std::string> listAvailableTeams(Draft &draft, const Asked &asked)
{
    QJsonArray teams;
    const QJsonObject usual = people::objectFrom(asked.policy().defaultUser);
    for (const std::string &id : people::listIn(usual, "available_teams")) {
        if (draft.has(Kind::Team, id) && !isInTeam(draft, asked, id))
            teams.append(shownTeam(id, draft, asked));
    }
    return people::jsonOf(teams);
}

Result<std::string> filterTeams(Draft &draft, const Asked &asked)
{
    QJsonArray found;
    for (const std::string &id : listed(draft, asked, Kind::Team)) {
        if (maySee(draft, asked, id))
            found.append(QJsonObject {{QStringLiteral("team_id"), qt(id)},
                {QStringLiteral("team_alias"), shownTeam(id, draft, asked).value(QLatin1String("team_alias"))}});
    }
    return people::jsonOf(found);
}

} // namespace gatehouse::admin
