// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/key_rights.h"
#include "gateway/admin/keys.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <algorithm>
#include <set>

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

constexpr const char *sessionTeam = "litellm-dashboard"; // keys of people who are logged in, not theirs to keep

// A key's row without what names it; "key" stands beside it.
QJsonObject infoOf(const std::string &token, const Draft &draft, const Asked &asked)
{
    QJsonObject info = shownRow(Kind::Key, token, draft, asked);
    info.remove(QStringLiteral("token"));
    return info;
}

/// Which keys /key/list is asked for.
struct Filter {
    std::string user, team, organization, token, alias, project;
    bool withTeamKeys = false;

    bool has(const QJsonObject &key, const std::string &id) const
    {
        return (organization.empty() || textIn(key, "organization_id") == organization)
            && (project.empty() || textIn(key, "project_id") == project) && (token.empty() || id == token)
            && qt(textIn(key, "key_alias")).contains(qt(alias), Qt::CaseInsensitive);
    }
};

Filter filterOf(const Asked &asked)
{
    const std::string key = asked.query("key_hash");
    return {asked.query("user_id"), asked.query("team_id"), asked.query("organization_id"),
        key.empty() ? key : people::tokenFrom(key), asked.query("key_alias"), asked.query("project_id"),
        isOn(asked, "include_team_keys")};
}

bool isOfHisTeams(const Draft &draft, const Asked &asked, const QJsonObject &key)
{
    const std::string team = textIn(key, "team_id");
    return !team.empty() && maySteerTeam(draft, asked, team);
}

// The administrator sees what he asks for; others their own, and those of teams whose admin they are where they ask for them.
bool isListed(const Draft &draft, const Asked &asked, const Filter &filter, const QJsonObject &key)
{
    const bool isUsers = filter.user.empty() || textIn(key, "user_id") == filter.user;
    const bool isTeams = filter.team.empty() || textIn(key, "team_id") == filter.team;
    if (maySeeAll(asked))
        return isUsers && isTeams;
    const std::string &self = asked.caller->userId();
    const bool isOwn = !self.empty() && textIn(key, "user_id") == self && self != asked.policy().adminId;
    const bool asksTeams = filter.withTeamKeys || !filter.team.empty();
    return isTeams && ((isOwn && isUsers) || (asksTeams && isUsers && isOfHisTeams(draft, asked, key)));
}

QJsonValue teamAlias(const QJsonObject &key, const Draft &draft)
{
    const std::string id = textIn(key, "team_id");
    const auto team = id.empty() ? std::nullopt : draft.find(Kind::Team, id);
    return team ? QJsonValue(team->value(QLatin1String("team_alias")).toString()) : QJsonValue();
}

// What people look for a key by.
bool isSearched(const Draft &draft, const Asked &asked, QJsonObject key)
{
    if (asked.query("search").empty())
        return true;
    key.insert(QStringLiteral("team_alias"), teamAlias(key, draft));
    return isFound(asked, key, {"key_alias", "key_name", "user_id", "team_id", "team_alias"});
}

QJsonObject listedRow(Kind kind, const std::string &token, const Draft &draft, const Asked &asked)
{
    QJsonObject row = kind == Kind::Key ? shownRow(kind, token, draft, asked) : people::rowOf(kind, *draft.find(kind, token));
    row.insert(QStringLiteral("token"), qt(token));
    if (kind == Kind::DeletedKey) {
        for (const char *name : {"deleted_at", "deleted_by"})
            row.insert(QLatin1String(name), draft.find(kind, token)->value(QLatin1String(name)));
    }
    const std::string user = textIn(row, "user_id");
    if (expands(asked, "user") && draft.has(Kind::User, user))
        row.insert(QStringLiteral("user"), shownRow(Kind::User, user, draft, asked));
    if (expands(asked, "team"))
        row.insert(QStringLiteral("team_alias"), teamAlias(row, draft));
    return row;
}

// What a key is sorted by, and its token. A whole row costs some hundred times as much, and only those of one page are shown.
QJsonObject sortableRow(Kind kind, const std::string &token, const QJsonObject &key, const Draft &draft, const Asked &asked)
{
    const std::string said = asked.query("sort_by"), column = said.empty() ? "created_at" : said;
    QJsonValue value = key.value(qt(column));
    if (kind == Kind::Key && column == "spend")
        value = people::jsonOf(asked.ledger.standing(people::accountOf(kind, token), asked.instant, asked.now).spent);
    else if (column == "team_alias")
        value = teamAlias(key, draft);
    else if (column == "budget_reset_at")
        value = listedRow(kind, token, draft, asked).value(QLatin1String("budget_reset_at"));
    return {{qt(column), value}, {QStringLiteral("token"), qt(token)}};
}

// Those that can be listed: what an index knows of, so that a user's list does not look at everybody's keys.
std::set<std::string> candidates(Kind kind, const Draft &draft, const Asked &asked, const Filter &filter)
{
    if (kind == Kind::DeletedKey || (maySeeAll(asked) && filter.user.empty() && filter.team.empty())) {
        const auto all = draft.ids(kind);
        return {all.begin(), all.end()};
    }
    std::set<std::string> tokens;
    const auto add = [&](const char *field, const std::string &value) {
        const auto found = value.empty() ? std::vector<std::string>() : draft.idsWhere(kind, field, value);
        tokens.insert(found.begin(), found.end());
    };
    if (maySeeAll(asked)) {
        add(filter.team.empty() ? "user_id" : "team_id", filter.team.empty() ? filter.user : filter.team);
        return tokens;
    }
    add("user_id", asked.caller->userId());
    add("team_id", filter.team);
    for (const std::string &member :
        filter.withTeamKeys ? draft.idsWhere(Kind::Member, "user_id", asked.caller->userId()) : std::vector<std::string>())
        add("team_id", textIn(*draft.find(Kind::Member, member), "team_id"));
    return tokens;
}

} // namespace

Result<std::string> showKey(Draft &draft, const Asked &asked)
{
    const std::string given = asked.query("key");
    const std::string token = given.empty() ? asked.caller->who->token : people::tokenFrom(given);
    const auto fields = draft.find(Kind::Key, token);
    if (!fields)
        return Failure {Error {Fault::NotFound, "Key not found in database", 404, "not_found_error", "key"}};
    if (!maySeeKey(draft, asked, *fields, token))
        return refusal(
            403, "You are not allowed to access this key's info. Your role=" + std::string(toString(asked.caller->role)));
    return people::jsonOf(QJsonObject {
        {QStringLiteral("key"), qt(given.empty() ? token : given)}, {QStringLiteral("info"), infoOf(token, draft, asked)}});
}

// Those of the keys asked for that the caller may see.
Result<std::string> showKeys(Draft &draft, const Asked &asked)
{
    constexpr people::Column columns[] {{"keys", people::Type::Texts}};
    if (auto right = checkMembers(columns, asked.body); !right)
        return Failure {right.error()};
    const auto keys = people::listIn(asked.body, "keys");
    if (keys.empty())
        return missingMember("keys");
    QJsonArray infos;
    for (const std::string &key : keys) {
        const std::string token = people::tokenFrom(key);
        const auto fields = draft.find(Kind::Key, token);
        if (fields && maySeeKey(draft, asked, *fields, token))
            infos.append(infoOf(token, draft, asked));
    }
    if (infos.isEmpty())
        return refusal(404, "No keys found");
    return people::jsonOf(QJsonObject {{QStringLiteral("key"), people::listOf(keys)}, {QStringLiteral("info"), infos}});
}

Result<std::string> listKeys(Draft &draft, const Asked &asked)
{
    const auto page = pageOf(asked, "size", 10, 100);
    if (!page)
        return Failure {page.error()};
    const Filter filter = filterOf(asked);
    const bool isHisTeam = !filter.team.empty() && maySteerTeam(draft, asked, filter.team);
    if (!maySeeAll(asked) && !isHisTeam && !filter.user.empty() && filter.user != asked.caller->userId())
        return refusal(403, "You are not authorized to check another user's keys");
    const Kind kind = asked.query("status") == "deleted" ? Kind::DeletedKey : Kind::Key;
    std::vector<QJsonObject> rows;
    for (const std::string &token : candidates(kind, draft, asked, filter)) {
        const QJsonObject key = *draft.find(kind, token);
        if (textIn(key, "team_id") != sessionTeam && filter.has(key, token) && isListed(draft, asked, filter, key)
            && isSearched(draft, asked, key))
            rows.push_back(sortableRow(kind, token, key, draft, asked));
    }
    const std::size_t total = rows.size();
    QJsonArray share = shareOf(std::move(rows), *page);
    const bool isWhole = isOn(asked, "return_full_object");
    for (auto &&row : share) {
        const QJsonValue token = row.toObject().value(QLatin1String("token"));
        row = isWhole ? QJsonValue(listedRow(kind, token.toString().toStdString(), draft, asked)) : token;
    }
    return people::jsonOf(
        QJsonObject {{QStringLiteral("keys"), share}, {QStringLiteral("total_count"), static_cast<qint64>(total)},
            {QStringLiteral("current_page"), page->number}, {QStringLiteral("total_pages"), pagesOf(total, *page)}});
}

Result<std::string> listKeyAliases(Draft &draft, const Asked &asked)
{
    std::set<std::string> aliases;
    for (const std::string &token : draft.ids(Kind::Key)) {
        const QJsonObject key = *draft.find(Kind::Key, token);
        const std::string alias = textIn(key, "key_alias");
        if (!alias.empty() && maySeeKey(draft, asked, key, token))
            aliases.insert(alias);
    }
    return people::jsonOf(
        QJsonObject {{QStringLiteral("aliases"), people::listOf(std::vector<std::string>(aliases.begin(), aliases.end()))}});
}

// A key that got here is a good one.
Result<std::string> checkKeyHealth(Draft &, const Asked &)
{
    return people::jsonOf(
        QJsonObject {{QStringLiteral("key"), QStringLiteral("healthy")}, {QStringLiteral("logging_callbacks"), QJsonValue()}});
}

} // namespace gatehouse::admin
