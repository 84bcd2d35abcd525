// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/keys.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/key_policy.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/core/period.h"
#include "gateway/limits/reset_time.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Column;
using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;
using people::Type;

namespace {

constexpr Column requestColumns[] {
    {"key"},
    {"duration"},
    {"key_type"},
    {"send_invite_email", Type::Boolean},
    {"tags", Type::Texts},
    {"guardrails", Type::Texts},
    {"prompts", Type::Texts},
    {"enforced_params", Type::Texts},
    {"allowed_passthrough_routes", Type::List},
    {"model_rpm_limit", Type::Object},
    {"model_tpm_limit", Type::Object},
    {"temp_budget_increase", Type::Number},
    {"temp_budget_expiry"},
};
// Members of a request that LiteLLM keeps in the metadata.
constexpr const char *metadataMembers[] {"model_rpm_limit", "model_tpm_limit", "guardrails", "prompts", "tags", "enforced_params",
    "allowed_passthrough_routes", "rpm_limit_type", "tpm_limit_type", "temp_budget_increase", "temp_budget_expiry",
    "service_account_id"};

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
    const auto others = alias.empty() ? std::vector<std::string>() : draft.idsWhere(Kind::Key, "key_alias", alias);
    for (const std::string &other : others) {
        if (other != token) {
            return Failure {Error {Fault::InvalidRequest,
                "Key with alias '" + alias + "' already exists. Unique key aliases across all keys are required.", 400,
                "bad_request_error", "key_alias"}};
        }
    }
    return {};
}

// A raise is for a time, and a time for a raise.
Result<> checkRaise(const QJsonObject &body)
{
    const bool hasAmount = body.value(QLatin1String("temp_budget_increase")).isDouble();
    const std::string expiry = textIn(body, "temp_budget_expiry");
    if (hasAmount == expiry.empty())
        return refusal(400, "temp_budget_increase and temp_budget_expiry have to be given together", "bad_request_error",
            hasAmount ? "temp_budget_expiry" : "temp_budget_increase");
    // LiteLLM takes a time, and a duration from now.
    if (hasAmount && !people::timeFrom(expiry) && !periodFrom(expiry))
        return refusal(400, "Invalid temp_budget_expiry. Write a time such as 2026-01-31T12:00:00Z, or a duration such as 1d",
            "bad_request_error", "temp_budget_expiry");
    return {};
}

QJsonObject withPlainExpiry(QJsonObject body, Clock::Wall now)
{
    const std::string expiry = textIn(body, "temp_budget_expiry");
    const auto period = people::timeFrom(expiry) ? std::nullopt : periodFrom(expiry);
    if (period)
        body.insert(QStringLiteral("temp_budget_expiry"), people::jsonOf(std::optional(period->after(now))));
    return body;
}

// Those whom the key names have to be there. Users need not: a key may be older than its user.
Result<> checkNamed(const Draft &draft, const QJsonObject &body)
{
    struct Named {
        Kind kind;
        const char *member, *what;
    };
    for (const Named &each :
        {Named {Kind::Team, "team_id", "Team"}, Named {Kind::Organization, "organization_id", "Organization"},
            Named {Kind::Project, "project_id", "Project"}, Named {Kind::Budget, "budget_id", "Budget"}}) {
        const std::string id = textIn(body, each.member);
        if (!id.empty() && !draft.has(each.kind, id))
            return refusal(
                400, std::string(each.what) + " not found, passed " + each.member + "=" + id, "bad_request_error", each.member);
    }
    return {};
}

Result<> check(const Draft &draft, const QJsonObject &body)
{
    if (auto right = checkTypes(Kind::Key, body); !right)
        return right;
    if (auto right = checkMembers(requestColumns, body); !right)
        return right;
    if (auto right = checkIds({"key", "key_alias", "user_id", "team_id", "organization_id", "project_id", "budget_id"}, body);
        !right)
        return right;
    if (auto right = checkDuration(body, "budget_duration"); !right)
        return right;
    if (auto right = checkLimits(body); !right)
        return right;
    if (auto right = checkRaise(body); !right)
        return right;
    return checkNamed(draft, body);
}

Result<std::string> chosenKey(const Draft &draft, const QJsonObject &body, const char *name)
{
    const std::string asked = textIn(body, name);
    if (asked.empty())
        return people::newKey();
    if (asked.substr(0, 3) != "sk-")
        return refusal(400, "Invalid key format. LiteLLM Virtual Key must start with sk-. Received a key that does not",
            "bad_request_error", name);
    constexpr std::size_t shortest = 8;
    if (asked.size() < shortest)
        return refusal(400, "Invalid key. It is too short to be kept secret", "bad_request_error", name);
    const std::string token = people::tokenOf(asked);
    if (draft.has(Kind::Key, token) || draft.has(Kind::RetiredKey, token))
        return refusal(400, "This key is taken already", "bad_request_error", name);
    return asked;
}

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
    if (auto right = check(draft, *body); !right)
        return Failure {right.error()};
    if (auto may = mayGive(draft, asked, {}, isServiceAccount ? *body : addressed(asked, *body)); !may)
        return Failure {may.error()};
    if (auto may = checkGeneration(draft, asked, *body); !may)
        return Failure {may.error()};
    const auto made = makeKey(draft, asked, isServiceAccount ? *body : addressed(asked, *body));
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

Result<> checkDuration(const QJsonObject &body, const char *name)
{
    const std::string duration = textIn(body, name);
    if (duration.empty() || limits::nextReset({duration, "UTC"}, Clock::Wall {}))
        return {};
    return refusal(400, "Invalid " + std::string(name) + ": " + duration + ". Write a number and s, m, h, d, w or mo, or monthly",
        "bad_request_error", name);
}

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

QJsonObject newKeyAnswer(const std::string &key, const QJsonObject &body, const Draft &draft, const Asked &asked)
{
    const std::string token = people::tokenOf(key);
    QJsonObject answer = shownRow(Kind::Key, token, draft, asked);
    const QJsonObject metadata = answer.value(QLatin1String("metadata")).toObject();
    for (const char *name : metadataMembers) {
        const QJsonValue value = metadata.value(QLatin1String(name));
        answer.insert(QLatin1String(name), value.isUndefined() ? QJsonValue() : value);
    }
    answer.insert(
        QStringLiteral("key_type"), textIn(body, "key_type").empty() ? QJsonValue() : body.value(QLatin1String("key_type")));
    answer.insert(
        QStringLiteral("duration"), textIn(body, "duration").empty() ? QJsonValue() : body.value(QLatin1String("duration")));
    answer.insert(QStringLiteral("key"), qt(key));
    answer.insert(QStringLiteral("token"), qt(token));
    answer.insert(QStringLiteral("token_id"), qt(token));
    return answer;
}

Result<QJsonObject> makeKey(Draft &draft, const Asked &asked, const QJsonObject &said)
{
    const QJsonObject body = withPlainExpiry(said, asked.now);
    if (auto right = check(draft, body); !right)
        return Failure {right.error()};
    const auto key = chosenKey(draft, body, "key");
    if (!key)
        return Failure {key.error()};
    const std::string token = people::tokenOf(*key);
    QJsonObject fields = people::givenIn(Kind::Key, body);
    if (auto read = readDuration(body, fields, asked.now); !read)
        return Failure {read.error()};
    if (auto free = checkAlias(draft, textIn(fields, "key_alias"), token); !free)
        return Failure {free.error()};
    readKeyType(body, fields);
    moveIntoMetadata(metadataMembers, body, fields);
    fields.insert(QStringLiteral("key_name"), qt(people::keyName(*key)));
    fields.remove(QStringLiteral("spend"));
    stamp(fields, asked);
    followDuration(Kind::Key, token, fields, draft, asked);
    setSpend(Kind::Key, token, body, draft);
    draft.put(Kind::Key, token, fields);
    return newKeyAnswer(*key, body, draft, asked);
}

void removeKey(Draft &draft, const Asked &asked, const std::string &token)
{
    QJsonObject fields = *draft.find(Kind::Key, token);
    fields.insert(QStringLiteral("spend"), shownRow(Kind::Key, token, fields, draft, asked).value(QLatin1String("spend")));
    fields.insert(QStringLiteral("token"), qt(token));
    fields.insert(QStringLiteral("deleted_at"), people::jsonOf(std::optional(asked.now)));
    fields.insert(QStringLiteral("deleted_by"), qt(asked.changedBy()));
    for (const char *map : {"model_max_budget", "model_spend_map"}) {
        for (const QString &model : fields.value(QLatin1String(map)).toObject().keys())
            draft.change({people::modelAccountOf(Kind::Key, token, model.toStdString()), {}, false, {}, {}, true});
    }
    draft.put(Kind::DeletedKey, token, fields);
    draft.remove(Kind::Key, token);
    for (const std::string &retired : draft.idsWhere(Kind::RetiredKey, "token", token))
        draft.remove(Kind::RetiredKey, retired);
    draft.change({people::accountOf(Kind::Key, token), {}, false, {}, {}, true});
}

Result<> changeKey(Draft &draft, const Asked &asked, const std::string &token, const QJsonObject &said)
{
    const QJsonObject body = withPlainExpiry(said, asked.now);
    if (auto right = check(draft, body); !right)
        return right;
    QJsonObject fields = *draft.find(Kind::Key, token);
    if (auto may = mayGive(draft, asked, fields, body); !may)
        return may;
    if (auto within = withinBounds(asked, body); !within)
        return Failure {within.error()};
    if (auto free = checkAlias(draft, textIn(body, "key_alias"), token); !free)
        return free;
    lay(people::givenIn(Kind::Key, body), fields);
    if (auto lifted = lift(asked, body, fields); !lifted)
        return lifted;
    if (auto read = readDuration(body, fields, asked.now); !read)
        return read;
    readKeyType(body, fields);
    moveIntoMetadata(metadataMembers, body, fields);
    fields.remove(QStringLiteral("spend"));
    stamp(fields, asked);
    followDuration(Kind::Key, token, fields, draft, asked);
    setSpend(Kind::Key, token, body, draft);
    draft.put(Kind::Key, token, fields);
    return {};
}

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
    constexpr Column columns[] {{"keys", Type::Texts}, {"key_aliases", Type::Texts}};
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
