// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/keys.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/key_policy.h"
#include "gateway/admin/key_record.h"
#include "gateway/admin/key_request.h"
#include "gateway/admin/key_rights.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

Result<std::string> setBlocked(Draft &draft, const Asked &asked, bool isBlocked)
{
    const auto key = requiredText(asked.body, "key");
    if (!key)
        return key;
    if (key->substr(0, 3) != "sk-" && !people::isToken(*key))
        return refusal(400, "Invalid key format.", "bad_request_error", "key");
    const std::string token = people::tokenFrom(*key);
    auto fields = draft.find(Kind::Key, token);
    if (!fields)
        return Failure {Error {Fault::NotFound, "Key " + people::keyName(*key) + " not found", 404, "bad_request_error", "key"}};
    const std::string team = textIn(*fields, "team_id");
    if (!asked.caller->isAdmin && (team.empty() || !maySteerTeam(draft, asked, team)))
        return refusal(403, "Only proxy admins and admins of the key's team can block and unblock a key");
    fields->insert(QStringLiteral("blocked"), isBlocked);
    stamp(*fields, asked);
    draft.put(Kind::Key, token, *fields, isBlocked ? "blocked" : "unblocked");
    return people::jsonOf(shownRow(Kind::Key, token, *fields, draft, asked));
}

// A caller who is no administrator makes keys for himself, unless he says for whom.
QJsonObject addressed(const Asked &asked, QJsonObject body)
{
    if (textIn(body, "user_id").empty() && !asked.caller->userId().empty())
        body.insert(QStringLiteral("user_id"), qt(asked.caller->userId()));
    return body;
}

Result<std::string> generate(Draft &draft, const Asked &asked, const QJsonObject &said, bool isServiceAccount)
{
    const auto body = withinBounds(asked, withDefaults(draft, asked, said));
    if (!body)
        return Failure {body.error()};
    if (auto right = checkKey(draft, *body); !right)
        return Failure {right.error()};
    const QJsonObject whole = isServiceAccount ? *body : addressed(asked, *body);
    if (auto may = mayGive(draft, asked, {}, whole); !may)
        return Failure {may.error()};
    if (auto may = checkGeneration(draft, asked, *body); !may)
        return Failure {may.error()};
    const auto made = makeKey(draft, asked, whole);
    return made ? Result<std::string>(people::jsonOf(*made)) : Failure {made.error()};
}

std::vector<std::string> keysNamed(const Draft &draft, const QJsonObject &body)
{
    std::vector<std::string> keys = people::listIn(body, "keys");
    for (const std::string &alias : keys.empty() ? people::listIn(body, "key_aliases") : std::vector<std::string>()) {
        for (const std::string &token : draft.idsWhere(Kind::Key, "key_alias", alias))
            keys.push_back(token);
    }
    return keys;
}

} // namespace

Result<std::string> generateKey(Draft &draft, const Asked &asked)
{
    return generate(draft, asked, asked.body, false);
}

// A key of a team and of nobody in it.
Result<std::string> generateServiceAccount(Draft &draft, const Asked &asked)
{
    if (textIn(asked.body, "team_id").empty())
        return refusal(400, "team_id is required for service account keys. Please specify team_id in the request body.",
            "bad_request_error", "team_id");
    QJsonObject body = asked.body;
    body.remove(QStringLiteral("user_id"));
    body.insert(QStringLiteral("service_account_id"), body.value(QLatin1String("key_alias")));
    return generate(draft, asked, body, true);
}

Result<std::string> updateKey(Draft &draft, const Asked &asked)
{
    const auto key = requiredText(asked.body, "key");
    if (!key)
        return key;
    const auto token = changeableKey(draft, asked, *key);
    if (!token)
        return token;
    if (auto changed = changeKey(draft, asked, *token, asked.body); !changed)
        return Failure {changed.error()};
    QJsonObject answer = shownRow(Kind::Key, *token, draft, asked);
    answer.remove(QStringLiteral("token"));
    answer.insert(QStringLiteral("key"), qt(*key));
    return people::jsonOf(answer);
}

// Each by itself, and each is told what became of it.
Result<std::string> updateKeys(Draft &draft, const Asked &asked)
{
    constexpr int most = 500;
    const QJsonArray keys = asked.body.value(QLatin1String("keys")).toArray();
    if (keys.isEmpty())
        return missingMember("keys");
    if (keys.size() > most)
        return refusal(400, "Maximum 500 keys can be updated at once");
    QJsonArray updated, failed;
    for (const QJsonValue each : keys) {
        const QJsonObject body = each.toObject();
        const auto token = changeableKey(draft, asked, textIn(body, "key"));
        const auto changed = token ? changeKey(draft, asked, *token, body) : Result<>(Failure {token.error()});
        if (changed) {
            updated.append(QJsonObject {{QStringLiteral("key"), body.value(QLatin1String("key"))},
                {QStringLiteral("key_info"), shownRow(Kind::Key, *token, draft, asked)}});
        } else {
            failed.append(QJsonObject {{QStringLiteral("key"), body.value(QLatin1String("key"))},
                {QStringLiteral("failed_reason"), qt(changed.error().message)}});
        }
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("total_requested"), keys.size()},
        {QStringLiteral("successful_updates"), updated}, {QStringLiteral("failed_updates"), failed}});
}

Result<std::string> deleteKeys(Draft &draft, const Asked &asked)
{
    constexpr people::Column columns[] {{"keys", people::Type::Texts}, {"key_aliases", people::Type::Texts}};
    if (auto right = checkMembers(columns, asked.body); !right)
        return Failure {right.error()};
    if (people::listIn(asked.body, "keys").empty() && people::listIn(asked.body, "key_aliases").empty())
        return missingMember("keys");
    const std::vector<std::string> keys = keysNamed(draft, asked.body);
    if (keys.empty())
        return refusal(404, "No keys found");
    for (const std::string &key : keys) {
        const std::string token = people::tokenFrom(key);
        const auto fields = draft.find(Kind::Key, token);
        if (!fields)
            return refusal(404, "No keys found");
        if (!mayChangeKey(draft, asked, *fields))
            return refusal(403, "You are not authorized to delete this key");
        removeKey(draft, asked, token);
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("deleted_keys"), people::listOf(keys)}});
}

Result<std::string> blockKey(Draft &draft, const Asked &asked)
{
    return setBlocked(draft, asked, true);
}

Result<std::string> unblockKey(Draft &draft, const Asked &asked)
{
    return setBlocked(draft, asked, false);
}

} // namespace gatehouse::admin
