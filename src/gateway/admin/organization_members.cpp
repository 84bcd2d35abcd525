// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"
#include "gateway/admin/organizations.h"
#include "gateway/admin/own_budget.h"
#include "gateway/admin/rows.h"
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
    {"max_budget_in_organization", Type::Number},
};

Result<> check(const QJsonObject &said)
{
    if (auto right = checkMembers(memberColumns, said); !right)
        return right;
    if (auto right = checkIds({"user_id", "user_email"}, said); !right)
        return right;
    const std::string role = textIn(said, "role");
    if (!role.empty() && role != "org_admin" && role != "internal_user" && role != "internal_user_viewer")
        return refusal(
            400, "Invalid role=" + role + ". Use org_admin, internal_user or internal_user_viewer", "bad_request_error", "role");
    return checkLimits(said);
}

QJsonObject limitsOf(const QJsonObject &said)
{
    const QJsonValue most = said.value(QLatin1String("max_budget_in_organization"));
    return most.isDouble() ? QJsonObject {{QStringLiteral("max_budget"), most}} : QJsonObject();
}

// org_admin is an office in this organization alone; the user's own role is what the door asks for.
void put(Draft &draft, const Asked &asked, QJsonObject member, const QJsonObject &said)
{
    const std::string budget = putBudget(draft, asked, textIn(member, "budget_id"), limitsOf(said));
    if (!budget.empty())
        member.insert(QStringLiteral("budget_id"), qt(budget));
    if (const std::string role = textIn(said, "role"); !role.empty())
        member.insert(QStringLiteral("user_role"), qt(role));
    stamp(member, asked);
    draft.put(Kind::OrganizationMember, people::memberId(textIn(member, "organization_id"), textIn(member, "user_id")), member);
}

Result<std::string> addOne(Draft &draft, const Asked &asked, const std::string &organization, const QJsonObject &said)
{
    if (auto right = check(said); !right)
        return Failure {right.error()};
    if (textIn(said, "user_id").empty() && textIn(said, "user_email").empty())
        return refusal(400, "Either user_id or user_email needs to be passed in");
    const std::string user = userMade(said, draft, asked);
    if (draft.has(Kind::OrganizationMember, people::memberId(organization, user)))
        return refusal(400, "User=" + user + " already in organization " + organization);
    put(draft, asked,
        {{QStringLiteral("user_id"), qt(user)}, {QStringLiteral("organization_id"), qt(organization)},
            {QStringLiteral("user_role"), QStringLiteral("internal_user")}},
        said);
    return user;
}

// The membership in a steered organization of the user whom the body names.
Result<std::string> memberNamed(const Draft &draft, const Asked &asked)
{
    const auto organization = steeredOrganization(draft, asked);
    if (!organization)
        return organization;
    std::string user = textIn(asked.body, "user_id");
    if (user.empty())
        user = userNamed(asked.body, draft);
    const std::string id = people::memberId(*organization, user);
    if (user.empty() || !draft.has(Kind::OrganizationMember, id))
        return refusal(404, "Member not found in organization " + *organization);
    return id;
}

} // namespace

Result<std::string> addOrganizationMembers(Draft &draft, const Asked &asked)
{
    const auto organization = steeredOrganization(draft, asked);
    if (!organization)
        return organization;
    if (auto right = check(asked.body); !right)
        return Failure {right.error()};
    const QJsonValue said = asked.body.value(QLatin1String("member"));
    const QJsonArray members = said.isObject() ? QJsonArray {said} : said.toArray();
    if (members.isEmpty())
        return missingMember("member");
    QJsonArray users, memberships;
    for (const QJsonValue each : members) {
        QJsonObject member = each.toObject();
        if (const QJsonValue most = asked.body.value(QLatin1String("max_budget_in_organization")); most.isDouble())
            member.insert(QStringLiteral("max_budget_in_organization"), most);
        const auto user = addOne(draft, asked, *organization, member);
        if (!user)
            return user;
        users.append(shownUser(*user, draft, asked));
        memberships.append(shownRow(Kind::OrganizationMember, people::memberId(*organization, *user), draft, asked));
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("organization_id"), qt(*organization)},
        {QStringLiteral("updated_users"), users}, {QStringLiteral("updated_organization_memberships"), memberships}});
}

Result<std::string> updateOrganizationMember(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked.body); !right)
        return Failure {right.error()};
    const auto id = memberNamed(draft, asked);
    if (!id)
        return id;
    put(draft, asked, *draft.find(Kind::OrganizationMember, *id), asked.body);
    return people::jsonOf(shownRow(Kind::OrganizationMember, *id, draft, asked));
}

Result<std::string> removeOrganizationMember(Draft &draft, const Asked &asked)
{
    const auto id = memberNamed(draft, asked);
    if (!id)
        return id;
    const QJsonObject row = shownRow(Kind::OrganizationMember, *id, draft, asked);
    if (const std::string budget = textIn(row, "budget_id"); !budget.empty())
        draft.remove(Kind::Budget, budget);
    draft.remove(Kind::OrganizationMember, *id);
    return people::jsonOf(row);
}

} // namespace gatehouse::admin
