// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/key_request.h"

#include "gateway/admin/asking.h"
#include "gateway/core/period.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Column;
using people::Draft;
using people::Kind;
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

} // namespace

std::span<const char *const> keyMetadataMembers()
{
    return metadataMembers;
}

Result<> checkKey(const Draft &draft, const QJsonObject &body)
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

QJsonObject withPlainExpiry(QJsonObject body, Clock::Wall now)
{
    const std::string expiry = textIn(body, "temp_budget_expiry");
    const auto period = people::timeFrom(expiry) ? std::nullopt : periodFrom(expiry);
    if (period)
        body.insert(QStringLiteral("temp_budget_expiry"), people::jsonOf(std::optional(period->after(now))));
    return body;
}

Result<std::string> chosenKey(const Draft &draft, const QJsonObject &body)
{
    const std::string asked = textIn(body, "key");
    if (asked.empty())
        return people::newKey();
    if (asked.substr(0, 3) != "sk-")
        return refusal(400, "Invalid key format. LiteLLM Virtual Key must start with sk-. Received a key that does not",
            "bad_request_error", "key");
    constexpr std::size_t shortest = 8;
    if (asked.size() < shortest)
        return refusal(400, "Invalid key. It is too short to be kept secret", "bad_request_error", "key");
    const std::string token = people::tokenOf(asked);
    if (draft.has(Kind::Key, token) || draft.has(Kind::RetiredKey, token))
        return refusal(400, "This key is taken already", "bad_request_error", "key");
    return asked;
}

Result<> layRequest(const QJsonObject &body, QJsonObject &fields, Clock::Wall now)
{
    if (auto read = readDuration(body, fields, now); !read)
        return read;
    readKeyType(body, fields);
    moveIntoMetadata(metadataMembers, body, fields);
    fields.remove(QStringLiteral("spend"));
    return {};
}

} // namespace gatehouse::admin
