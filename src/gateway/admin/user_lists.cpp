// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/teams.h"
#include "gateway/admin/users.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

#include <algorithm>

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

struct RoleRow {
    const char *name, *description, *label;
};

constexpr RoleRow roleRows[] {
    {"proxy_admin", "may do everything", "Admin (All Permissions)"},
    {"proxy_admin_viewer", "sees all keys and all that is spent, and changes nothing", "Admin (View Only)"},
    {"internal_user", "makes and deletes keys of their own, and sees what they have spent", "Internal User (Create/Delete/View)"},
    {"internal_user_viewer", "sees their own keys and what they have spent", "Internal User (View Only)"},
};

Result<std::string> userAsked(const Draft &draft, const Asked &asked)
{
    const std::string said = asked.query("user_id"), id = said.empty() ? asked.caller->userId() : said;
    if (!maySeeAll(asked) && id != asked.caller->userId())
        return Failure {Error {Fault::Forbidden,
            "key not allowed to access this user's info. user_id=" + id + ", key's user_id=" + asked.caller->userId(), 403,
            "auth_error", "None"}};
    if (id.empty() || !draft.has(Kind::User, id))
        return refusal(404, "User " + id + " not found", "not_found_error", "user_id");
    return id;
}

QJsonArray keysOf(const std::vector<std::string> &tokens, const Draft &draft, const Asked &asked)
{
    QJsonArray rows;
    for (const std::string &token : tokens) {
        QJsonObject row = shownRow(Kind::Key, token, draft, asked);
        const auto team = draft.find(Kind::Team, textIn(row, "team_id"));
        row.insert(QStringLiteral("team_alias"), team ? team->value(QLatin1String("team_alias")) : QJsonValue());
        rows.append(row);
    }
    return rows;
}

QJsonArray teamsOf(const std::vector<std::string> &ids, const Draft &draft, const Asked &asked)
{
    QJsonArray rows;
    for (const std::string &id : ids) {
        if (draft.has(Kind::Team, id))
            rows.append(shownTeam(id, draft, asked));
    }
    return rows;
}

std::vector<std::string> teamIdsOf(const std::string &user, const Draft &draft)
{
    std::vector<std::string> ids;
    for (const std::string &member : draft.idsWhere(Kind::Member, "user_id", user))
        ids.push_back(textIn(*draft.find(Kind::Member, member), "team_id"));
    return ids;
}

bool holds(const std::string &text, const std::string &part)
{
    return qt(text).contains(qt(part), Qt::CaseInsensitive);
}

bool isListed(const std::string &id, const QJsonObject &user, const Draft &draft, const Asked &asked)
{
    const auto among = [](const std::string &list, const std::string &value) {
        const auto all = listIn(list);
        return list.empty() || std::find(all.begin(), all.end(), value) != all.end();
    };
    const std::string role = asked.query("role"), team = asked.query("team");
    const auto teams = team.empty() ? std::vector<std::string>() : teamIdsOf(id, draft);
    return (role.empty() || textIn(user, "user_role") == role) && among(asked.query("user_ids"), id)
        && among(asked.query("sso_user_ids"), textIn(user, "sso_user_id"))
        && holds(textIn(user, "user_email"), asked.query("user_email"))
        && (team.empty() || std::find(teams.begin(), teams.end(), team) != teams.end())
        && isFound(asked, user, {"user_id", "user_email", "user_alias", "user_role"});
}

} // namespace

QJsonObject shownUser(const std::string &id, const Draft &draft, const Asked &asked)
{
    QJsonObject row = shownRow(Kind::User, id, draft, asked);
    row.insert(QStringLiteral("teams"), people::listOf(teamIdsOf(id, draft)));
    return row;
}

Result<std::string> showUser(Draft &draft, const Asked &asked)
{
    if (asked.query("user_id").empty() && maySeeAll(asked)) {
        return people::jsonOf(QJsonObject {{QStringLiteral("user_id"), QJsonValue()}, {QStringLiteral("user_info"), QJsonValue()},
            {QStringLiteral("keys"), keysOf(draft.ids(Kind::Key), draft, asked)},
            {QStringLiteral("teams"), teamsOf(draft.ids(Kind::Team), draft, asked)}});
    }
    const auto id = userAsked(draft, asked);
    if (!id)
        return id;
    return people::jsonOf(
        QJsonObject {{QStringLiteral("user_id"), qt(*id)}, {QStringLiteral("user_info"), shownUser(*id, draft, asked)},
            {QStringLiteral("keys"), keysOf(draft.idsWhere(Kind::Key, "user_id", *id), draft, asked)},
            {QStringLiteral("teams"), teamsOf(teamIdsOf(*id, draft), draft, asked)}});
}

Result<std::string> showUserRow(Draft &draft, const Asked &asked)
{
    const auto id = userAsked(draft, asked);
    return id ? Result<std::string>(people::jsonOf(shownUser(*id, draft, asked))) : id;
}

Result<std::string> listUsers(Draft &draft, const Asked &asked)
{
    const auto page = pageOf(asked, "page_size", 25, 100);
    if (!page)
        return Failure {page.error()};
    std::vector<QJsonObject> rows;
    for (const std::string &id : draft.ids(Kind::User)) {
        if (!isListed(id, *draft.find(Kind::User, id), draft, asked))
            continue;
        QJsonObject row = shownUser(id, draft, asked);
        row.insert(QStringLiteral("key_count"), static_cast<qint64>(draft.idsWhere(Kind::Key, "user_id", id).size()));
        rows.push_back(std::move(row));
    }
    return people::jsonOf(pageAnswer("users", std::move(rows), *page));
}

// Whom one could add to a team: members' ids and addresses, for those who have a team to add to.
Result<std::string> filterUsers(Draft &draft, const Asked &asked)
{
    QJsonArray found;
    for (const std::string &id : draft.ids(Kind::User)) {
        const QJsonObject user = *draft.find(Kind::User, id);
        const bool isHis = maySeeAll(asked) || id == asked.caller->userId();
        if (isHis && holds(id, asked.query("user_id")) && holds(textIn(user, "user_email"), asked.query("user_email")))
            found.append(QJsonObject {{QStringLiteral("user_id"), qt(id)},
                {QStringLiteral("user_email"), people::rowOf(Kind::User, user).value(QLatin1String("user_email"))}});
    }
    return people::jsonOf(found);
}

Result<std::string> listRoles(Draft &, const Asked &)
{
    QJsonObject roles;
    for (const RoleRow &row : roleRows)
        roles.insert(QLatin1String(row.name),
            QJsonObject {{QStringLiteral("description"), QLatin1String(row.description)},
                {QStringLiteral("ui_label"), QLatin1String(row.label)}});
    return people::jsonOf(roles);
}

} // namespace gatehouse::admin
