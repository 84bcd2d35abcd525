// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/key_rights.h"

#include "gateway/admin/rights.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::textIn;

// A member may delete his own key of a team; what else he may do with it, the team's admin says.
bool mayChangeKey(const Draft &draft, const Asked &asked, const QJsonObject &key)
{
    const std::string team = textIn(key, "team_id"), user = textIn(key, "user_id");
    if (asked.caller->isAdmin || (!team.empty() && maySteerTeam(draft, asked, team)))
        return true;
    if (user.empty() || user != asked.caller->userId() || asked.caller->role == people::Role::None)
        return false;
    const auto fields = team.empty() ? std::nullopt : draft.find(Kind::Team, team);
    return !fields || asked.request.path == "/key/delete" || teamPermits(*fields, asked);
}

bool maySeeKey(const Draft &draft, const Asked &asked, const QJsonObject &key, const std::string &token)
{
    if (maySeeAll(asked) || asked.caller->who->token == token || mayChangeKey(draft, asked, key))
        return true;
    return !asked.caller->userId().empty() && asked.caller->userId() != asked.policy().adminId
        && textIn(key, "user_id") == asked.caller->userId();
}

Result<std::string> changeableKey(const Draft &draft, const Asked &asked, const std::string &keyOrToken)
{
    const std::string token = people::tokenFrom(keyOrToken);
    const auto fields = draft.find(Kind::Key, token);
    if (!fields)
        return refusal(404, "Key not found: " + (people::isToken(keyOrToken) ? keyOrToken : people::keyName(keyOrToken)),
            "not_found_error", "key");
    if (!mayChangeKey(draft, asked, *fields))
        return refusal(403, "You are not authorized to change this key. Your role=" + std::string(toString(asked.caller->role)));
    return token;
}

} // namespace gatehouse::admin
