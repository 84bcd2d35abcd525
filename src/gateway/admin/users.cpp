// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/users.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/key_record.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/team_members.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

using people::Column;
using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;
using people::Type;

namespace {

constexpr Column requestColumns[] {
    {"teams", Type::List},
    {"organizations", Type::Texts},
    {"auto_create_key", Type::Boolean},
    {"send_invite_email", Type::Boolean},
    {"key_alias"},
    {"duration"},
    {"model_rpm_limit", Type::Object},
    {"model_tpm_limit", Type::Object},
};
constexpr const char *metadataMembers[] {"model_rpm_limit", "model_tpm_limit", "guardrails", "prompts", "tags"};
// What users may change of their own rows.
constexpr std::array own {"user_id", "user_email", "user_alias", "metadata", "password"};

Result<> check(const QJsonObject &body)
{
    if (auto right = checkTypes(Kind::User, body); !right)
        return right;
    if (auto right = checkMembers(requestColumns, body); !right)
        return right;
    if (auto right = checkIds({"user_id", "user_email", "sso_user_id", "organization_id", "budget_duration"}, body); !right)
        return right;
    const std::string role = textIn(body, "user_role");
    if (!role.empty() && people::roleFrom(role) == people::Role::None)
        return refusal(400, "Invalid user_role: " + role, "bad_request_error", "user_role");
    if (auto right = checkDuration(body, "budget_duration"); !right)
        return right;
    return checkLimits(body);
}

// The administrator makes anybody; the admin of an organization users of it.
Result<> mayMake(const Draft &draft, const Asked &asked)
{
    if (asked.caller->isAdmin)
        return {};
    std::vector<std::string> organizations = people::listIn(asked.body, "organizations");
    if (const std::string one = textIn(asked.body, "organization_id"); !one.empty())
        organizations.push_back(one);
    const auto isHis = [&](const std::string &id) { return isOrganizationAdmin(draft, asked, id); };
    if (organizations.empty() || !std::all_of(organizations.begin(), organizations.end(), isHis))
        return onlyAdmin(asked);
    if (isOffice(textIn(asked.body, "user_role")))
        return refusal(403, "Only proxy admins can create users with the role " + textIn(asked.body, "user_role"));
    if (!asked.body.value(QLatin1String("teams")).toArray().isEmpty())
        return refusal(403, "Only proxy admins can put new users into teams; use /team/member_add");
    return {};
}

Result<> isFree(const Draft &draft, const QJsonObject &fields, const std::string &id)
{
    if (draft.has(Kind::User, id))
        return refusal(409, "User with id " + id + " already exists", "bad_request_error", "user_id");
    const std::string email = textIn(fields, "user_email");
    if (!email.empty() && !draft.idsWhere(Kind::User, "user_email", email).empty())
        return refusal(409, "User with email " + email + " already exists", "bad_request_error", "user_email");
    return {};
}

Result<> join(Draft &draft, const Asked &asked, const std::string &user)
{
    for (const QJsonValue each : asked.body.value(QLatin1String("teams")).toArray()) {
        QJsonObject member = each.toObject(); // a team's id, or {team_id, user_role, max_budget_in_team}
        const std::string team = each.isString() ? each.toString().toStdString() : textIn(member, "team_id");
        const std::string role = textIn(member, "user_role");
        const QJsonObject said {{QStringLiteral("user_id"), qt(user)},
            {QStringLiteral("role"), role == "admin" ? QStringLiteral("admin") : QStringLiteral("user")}};
        if (auto added = addMember(draft, asked, team, said, member); !added)
            return Failure {added.error()};
    }
    for (const std::string &organization : people::listIn(asked.body, "organizations")) {
        if (!draft.has(Kind::Organization, organization))
            return refusal(404, "Organization not found, passed organization_id=" + organization);
        QJsonObject member {{QStringLiteral("user_id"), qt(user)}, {QStringLiteral("organization_id"), qt(organization)},
            {QStringLiteral("user_role"), QStringLiteral("internal_user")}};
        stamp(member, asked);
        draft.put(Kind::OrganizationMember, people::memberId(organization, user), member);
    }
    return {};
}

// The new user's first key, which has the user's own limits by way of the user.
Result<QJsonObject> firstKey(Draft &draft, const Asked &asked, const std::string &user)
{
    const QJsonValue wants = asked.body.value(QLatin1String("auto_create_key"));
    if (wants.isBool() && !wants.toBool())
        return QJsonObject();
    QJsonObject body {{QStringLiteral("user_id"), qt(user)}};
    for (const char *name : {"key_alias", "duration", "models", "aliases", "config", "permissions"}) {
        if (const QJsonValue value = asked.body.value(QLatin1String(name)); !value.isUndefined() && !value.isNull())
            body.insert(QLatin1String(name), value);
    }
    return makeKey(draft, asked, body);
}

Result<std::string> updateOne(Draft &draft, const Asked &asked, const QJsonObject &body)
{
    if (auto right = check(body); !right)
        return Failure {right.error()};
    std::string id = textIn(body, "user_id");
    if (id.empty() && textIn(body, "user_email").empty())
        return missingMember("user_id");
    if (id.empty())
        id = userNamed(body, draft);
    if (id.empty())
        id = people::newId();
    if (!asked.caller->isAdmin) {
        const QStringList names = body.keys();
        const auto isOwn = [](const QString &name) {
            return std::any_of(own.begin(), own.end(), [&name](const char *each) { return name == QLatin1String(each); });
        };
        if (id != asked.caller->userId() || !draft.has(Kind::User, id))
            return refusal(403, "User not allowed to update user=" + id);
        if (!std::all_of(names.begin(), names.end(), isOwn))
            return refusal(403, "Only proxy admins can change more of a user than user_email, user_alias and metadata");
    }
    const std::string email = textIn(body, "user_email");
    for (const std::string &other :
        email.empty() ? std::vector<std::string>() : draft.idsWhere(Kind::User, "user_email", email)) {
        if (other != id)
            return refusal(409, "User with email " + email + " already exists", "bad_request_error", "user_email");
    }
    QJsonObject fields = draft.find(Kind::User, id).value_or(usualUser(asked));
    lay(people::givenIn(Kind::User, body), fields);
    if (auto lifted = lift(asked, body, fields); !lifted)
        return Failure {lifted.error()};
    moveIntoMetadata(metadataMembers, body, fields);
    fields.insert(QStringLiteral("user_id"), qt(id));
    fields.remove(QStringLiteral("spend"));
    stamp(fields, asked);
    setSpend(Kind::User, id, body, draft);
    followDuration(Kind::User, id, fields, draft, asked);
    draft.put(Kind::User, id, fields);
    return id;
}

void removeUser(Draft &draft, const Asked &asked, const std::string &id)
{
    for (const std::string &token : draft.idsWhere(Kind::Key, "user_id", id))
        removeKey(draft, asked, token);
    for (const std::string &member : draft.idsWhere(Kind::Member, "user_id", id))
        removeMember(draft, asked, textIn(*draft.find(Kind::Member, member), "team_id"), id);
    for (const std::string &member : draft.idsWhere(Kind::OrganizationMember, "user_id", id))
        draft.remove(Kind::OrganizationMember, member);
    for (const std::string &invitation : draft.idsWhere(Kind::Invitation, "user_id", id))
        draft.remove(Kind::Invitation, invitation);
    draft.remove(Kind::User, id);
    draft.change({people::accountOf(Kind::User, id), {}, false, {}, {}, true});
}

} // namespace

QJsonObject usualUser(const Asked &asked)
{
    const people::Policy &policy = asked.policy();
    QJsonObject fields = people::givenIn(Kind::User, people::objectFrom(policy.defaultUser));
    if (!fields.contains(QStringLiteral("max_budget")) && policy.userBudget)
        fields.insert(QStringLiteral("max_budget"), people::jsonOf(*policy.userBudget));
    if (!fields.contains(QStringLiteral("budget_duration")) && !policy.userBudgetDuration.empty())
        fields.insert(QStringLiteral("budget_duration"), qt(policy.userBudgetDuration));
    if (isOffice(textIn(fields, "user_role")) || textIn(fields, "user_role").empty())
        fields.insert(QStringLiteral("user_role"), QStringLiteral("internal_user")); // no office comes by itself
    return fields;
}

std::string userNamed(const QJsonObject &said, const Draft &draft)
{
    if (const std::string id = textIn(said, "user_id"); !id.empty())
        return draft.has(Kind::User, id) ? id : std::string();
    const std::string email = textIn(said, "user_email");
    const auto ids = email.empty() ? std::vector<std::string>() : draft.idsWhere(Kind::User, "user_email", email);
    return ids.empty() ? std::string() : ids.front();
}

std::string userMade(const QJsonObject &said, Draft &draft, const Asked &asked)
{
    if (const std::string known = userNamed(said, draft); !known.empty())
        return known;
    const std::string asId = textIn(said, "user_id"), id = asId.empty() ? people::newId() : asId;
    if (id == asked.policy().adminId) // the master key's, whose keys are many and have no office
        return id;
    QJsonObject fields = usualUser(asked);
    fields.insert(QStringLiteral("user_id"), qt(id));
    if (const std::string email = textIn(said, "user_email"); !email.empty())
        fields.insert(QStringLiteral("user_email"), qt(email));
    stamp(fields, asked);
    followDuration(Kind::User, id, fields, draft, asked);
    draft.put(Kind::User, id, fields);
    return id;
}

Result<std::string> newUser(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked.body); !right)
        return Failure {right.error()};
    if (auto may = mayMake(draft, asked); !may)
        return Failure {may.error()};
    QJsonObject fields = usualUser(asked);
    lay(people::givenIn(Kind::User, asked.body), fields);
    const std::string said = textIn(fields, "user_id"), id = said.empty() ? people::newId() : said;
    if (auto free = isFree(draft, fields, id); !free)
        return Failure {free.error()};
    moveIntoMetadata(metadataMembers, asked.body, fields);
    fields.insert(QStringLiteral("user_id"), qt(id));
    fields.remove(QStringLiteral("spend"));
    stamp(fields, asked);
    setSpend(Kind::User, id, asked.body, draft);
    followDuration(Kind::User, id, fields, draft, asked);
    draft.put(Kind::User, id, fields);
    if (auto joined = join(draft, asked, id); !joined)
        return Failure {joined.error()};
    const auto key = firstKey(draft, asked, id);
    if (!key)
        return Failure {key.error()};
    QJsonObject answer = *key;
    lay(shownUser(id, draft, asked), answer);
    for (const char *name : {"key", "key_name", "token", "token_id", "expires", "key_alias"})
        answer.insert(
            QLatin1String(name), key->value(QLatin1String(name)).isUndefined() ? QJsonValue() : key->value(QLatin1String(name)));
    if (key->isEmpty())
        answer.insert(QStringLiteral("key"), QString());
    return people::jsonOf(answer);
}

Result<std::string> updateUser(Draft &draft, const Asked &asked)
{
    const auto id = updateOne(draft, asked, asked.body);
    if (!id)
        return id;
    return people::jsonOf(
        QJsonObject {{QStringLiteral("user_id"), qt(*id)}, {QStringLiteral("data"), shownUser(*id, draft, asked)}});
}

// All or, where one is refused, those that are not: each is told what became of it.
Result<std::string> updateUsers(Draft &draft, const Asked &asked)
{
    QJsonArray users = asked.body.value(QLatin1String("users")).toArray();
    const QJsonObject forAll = asked.body.value(QLatin1String("user_updates")).toObject();
    if (asked.body.value(QLatin1String("all_users")).toBool()) {
        for (const std::string &id : draft.ids(Kind::User)) {
            QJsonObject each = forAll;
            each.insert(QStringLiteral("user_id"), qt(id));
            users.append(each);
        }
    }
    constexpr int most = 500;
    if (users.isEmpty())
        return refusal(400, "Must specify either users or all_users with user_updates");
    if (asked.body.contains(QLatin1String("users")) && users.size() > most)
        return refusal(400, "Maximum 500 users can be updated at once");
    QJsonArray results;
    int done = 0;
    for (const QJsonValue each : users) {
        const QJsonObject body = each.toObject();
        const auto id = updateOne(draft, asked, body);
        done += id ? 1 : 0;
        results.append(QJsonObject {{QStringLiteral("user_id"), body.value(QLatin1String("user_id"))},
            {QStringLiteral("user_email"), body.value(QLatin1String("user_email"))}, {QStringLiteral("success"), id.has_value()},
            {QStringLiteral("error"), id ? QJsonValue() : QJsonValue(qt(id.error().message))},
            {QStringLiteral("updated_user"), id ? QJsonValue(shownUser(*id, draft, asked)) : QJsonValue()}});
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("results"), results}, {QStringLiteral("total_requested"), users.size()},
        {QStringLiteral("successful_updates"), done}, {QStringLiteral("failed_updates"), users.size() - done}});
}

Result<std::string> deleteUsers(Draft &draft, const Asked &asked)
{
    const auto ids = requiredTexts(asked.body, "user_ids", "No user id passed in");
    if (!ids)
        return Failure {ids.error()};
    for (const std::string &id : *ids) {
        if (!draft.has(Kind::User, id))
            return refusal(404, "User not found, passed user_id=" + id);
        removeUser(draft, asked, id);
    }
    return std::to_string(ids->size());
}

} // namespace gatehouse::admin
