// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/keys.h"

#include "gateway/admin/rows.h"
#include "gateway/core/period.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

// Members of a request that LiteLLM keeps in the metadata.
constexpr std::array metadataMembers {"model_rpm_limit", "model_tpm_limit", "guardrails", "prompts", "tags", "enforced_params",
    "allowed_passthrough_routes", "rpm_limit_type", "tpm_limit_type", "temp_budget_increase", "temp_budget_expiry"};

void moveIntoMetadata(const QJsonObject &body, QJsonObject &fields)
{
    QJsonObject metadata = fields.value(QStringLiteral("metadata")).toObject();
    for (const char *name : metadataMembers) {
        const QJsonValue value = body.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isNull())
            metadata.insert(QLatin1String(name), value);
    }
    if (!metadata.isEmpty())
        fields.insert(QStringLiteral("metadata"), metadata);
}

// key_type says in a word which routes a key is for.
void readKeyType(const QJsonObject &body, QJsonObject &fields)
{
    const std::string type = textIn(body, "key_type");
    const char *routes = type == "llm_api" ? "llm_api_routes"
        : type == "management"             ? "management_routes"
        : type == "read_only"              ? "info_routes"
                                           : nullptr;
    if (routes)
        fields.insert(QStringLiteral("allowed_routes"), QJsonArray {QLatin1String(routes)});
}

Result<> readDuration(const QJsonObject &body, QJsonObject &fields, Clock::Wall now)
{
    const std::string duration = textIn(body, "duration");
    if (duration.empty())
        return {};
    if (duration == "-1") {
        fields.remove(QStringLiteral("expires"));
        return {};
    }
    const auto period = periodFrom(duration);
    if (!period)
        return refusal(400, "Invalid duration: " + duration + ". Write a number and s, m, h, d, w or mo, for example 30d",
            "bad_request_error", "duration");
    fields.insert(QStringLiteral("expires"), people::jsonOf(std::optional(period->after(now))));
    return {};
}

Result<> checkAlias(const Draft &draft, const std::string &alias, const std::string &token)
{
    for (const std::string &other : draft.idsWhere(Kind::Key, "key_alias", alias)) {
        if (other != token) {
            return Failure {Error {Fault::InvalidRequest,
                "Key with alias '" + alias + "' already exists. Unique key aliases across all keys are required.", 400,
                "bad_request_error", "key_alias"}};
        }
    }
    return {};
}

Result<std::string> chosenKey(const Draft &draft, const QJsonObject &body)
{
    const std::string asked = textIn(body, "key");
    if (asked.empty())
        return people::newKey();
    if (asked.substr(0, 3) != "sk-")
        return Failure {
            refusal(400, "Invalid key format. LiteLLM Virtual Key must start with `sk-`. Received a key that does not",
                "bad_request_error", "key")
                .error};
    if (draft.has(Kind::Key, people::tokenOf(asked)))
        return Failure {refusal(400, "This key is taken already", "bad_request_error", "key").error};
    return asked;
}

bool maySee(const Asked &asked, const QJsonObject &key, const std::string &token)
{
    const people::Caller &caller = *asked.caller;
    if (caller.isAdmin || caller.role == people::Role::ProxyAdminViewer || caller.who->token == token)
        return true;
    return !caller.userId().empty() && textIn(key, "user_id") == caller.userId();
}

Failure<Error> unknownKey(const std::string &key)
{
    return {Error {Fault::NotFound, "Key not found in database", 404, "not_found_error", key.empty() ? "key" : "key"}};
}

Result<std::string> setBlocked(Draft &draft, const Asked &asked, bool isBlocked)
{
    const std::string key = textIn(asked.body, "key");
    if (key.empty())
        return missingMember("key");
    if (key.substr(0, 3) != "sk-" && !people::isToken(key))
        return refusal(400, "Invalid key format.", "bad_request_error", "key");
    const std::string token = people::tokenFrom(key);
    auto fields = draft.find(Kind::Key, token);
    if (!fields)
        return Failure {Error {Fault::NotFound, "Key " + people::keyName(key) + " not found", 404, "bad_request_error", "key"}};
    fields->insert(QStringLiteral("blocked"), isBlocked);
    stamp(*fields, asked);
    draft.put(Kind::Key, token, *fields, isBlocked ? "blocked" : "unblocked");
    return people::jsonOf(shownRow(Kind::Key, token, *fields, draft, asked));
}

} // namespace

Result<std::string> generateKey(Draft &draft, const Asked &asked)
{
    if (auto right = checkTypes(Kind::Key, asked.body); !right)
        return Failure {right.error()};
    const auto key = chosenKey(draft, asked.body);
    if (!key)
        return key;
    const std::string token = people::tokenOf(*key);
    QJsonObject fields = people::givenIn(Kind::Key, asked.body);
    if (auto read = readDuration(asked.body, fields, asked.now); !read)
        return Failure {read.error()};
    if (auto free = checkAlias(draft, textIn(fields, "key_alias"), token); !free && !textIn(fields, "key_alias").empty())
        return Failure {free.error()};
    if (textIn(fields, "user_id").empty() && !asked.caller->userId().empty())
        fields.insert(QStringLiteral("user_id"), qt(asked.caller->userId()));
    readKeyType(asked.body, fields);
    moveIntoMetadata(asked.body, fields);
    fields.insert(QStringLiteral("key_name"), qt(people::keyName(*key)));
    fields.remove(QStringLiteral("spend"));
    stamp(fields, asked);
    followDuration(Kind::Key, token, fields, draft, asked);
    draft.put(Kind::Key, token, fields);
    QJsonObject answer = shownRow(Kind::Key, token, fields, draft, asked);
    answer.insert(QStringLiteral("key"), qt(*key));
    answer.insert(QStringLiteral("token"), qt(token));
    answer.insert(QStringLiteral("token_id"), qt(token));
    return people::jsonOf(answer);
}

Result<std::string> deleteKeys(Draft &draft, const Asked &asked)
{
    const std::vector<std::string> keys = people::listIn(asked.body, "keys");
    if (keys.empty())
        return missingMember("keys");
    for (const std::string &key : keys) {
        const std::string token = people::tokenFrom(key);
        const auto fields = draft.find(Kind::Key, token);
        if (!fields)
            return refusal(404, "No keys found");
        if (!maySee(asked, *fields, token))
            return refusal(403, "You are not authorized to delete this key");
        draft.remove(Kind::Key, token);
        draft.change({people::accountOf(Kind::Key, token), {}, false, {}, {}, true});
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("deleted_keys"), people::listOf(keys)}});
}

Result<std::string> showKey(Draft &draft, const Asked &asked)
{
    const std::string given = asked.query("key");
    const std::string token = given.empty() ? asked.caller->who->token : people::tokenFrom(given);
    const auto fields = draft.find(Kind::Key, token);
    if (!fields)
        return unknownKey(given);
    if (!maySee(asked, *fields, token))
        return refusal(
            403, "You are not allowed to access this key's info. Your role=" + std::string(toString(asked.caller->role)));
    QJsonObject info = shownRow(Kind::Key, token, *fields, draft, asked);
    info.remove(QStringLiteral("token"));
    return people::jsonOf(
        QJsonObject {{QStringLiteral("key"), qt(given.empty() ? token : given)}, {QStringLiteral("info"), info}});
}

Result<std::string> listKeys(Draft &draft, const Asked &)
{
    return people::jsonOf(QJsonObject {{QStringLiteral("keys"), people::listOf(draft.ids(Kind::Key))}});
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
