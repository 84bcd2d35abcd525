// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/organizations.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/key_record.h"
#include "gateway/admin/own_budget.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/teams.h"
#include "gateway/admin/users.h"
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

namespace {

constexpr const char *metadataMembers[] {"model_rpm_limit", "model_tpm_limit", "tags", "guardrails"};

Result<> check(const Draft &draft, const QJsonObject &body)
{
    if (auto right = checkTypes(Kind::Organization, body); !right)
        return right;
    if (auto right = checkTypes(Kind::Budget, body); !right)
        return right;
    if (auto right = checkIds({"organization_id", "organization_alias", "budget_id"}, body); !right)
        return right;
    if (auto right = checkDuration(body, "budget_duration"); !right)
        return right;
    if (auto right = checkLimits(body); !right)
        return right;
    const std::string budget = textIn(body, "budget_id");
    if (!budget.empty() && !draft.has(Kind::Budget, budget))
        return refusal(404, "Budget not found, passed budget_id=" + budget);
    return {};
}

// LiteLLM gives each organization a budget, with or without limits.
void keep(Draft &draft, const Asked &asked, const std::string &id, QJsonObject fields)
{
    QJsonObject limits = limitsIn(asked.body);
    const std::string said = textIn(fields, "budget_id");
    if (said.empty() && limits.isEmpty())
        limits.insert(QStringLiteral("max_budget"), QJsonValue());
    if (const std::string budget = putBudget(draft, asked, said, limits); !budget.empty())
        fields.insert(QStringLiteral("budget_id"), qt(budget));
    fields.insert(QStringLiteral("organization_id"), qt(id));
    moveIntoMetadata(metadataMembers, asked.body, fields);
    stamp(fields, asked);
    draft.put(Kind::Organization, id, std::move(fields));
}

bool maySee(const Draft &draft, const Asked &asked, const std::string &id)
{
    const std::string &user = asked.caller->userId();
    return maySeeAll(asked) || (!user.empty() && draft.has(Kind::OrganizationMember, people::memberId(id, user)));
}

// Teams stay, without an organization; its keys go.
void removeOrganization(Draft &draft, const Asked &asked, const std::string &id)
{
    for (const std::string &token : draft.idsWhere(Kind::Key, "organization_id", id))
        removeKey(draft, asked, token);
    for (const std::string &team : draft.idsWhere(Kind::Team, "organization_id", id)) {
        QJsonObject fields = *draft.find(Kind::Team, team);
        fields.remove(QStringLiteral("organization_id"));
        draft.put(Kind::Team, team, fields);
    }
    for (const std::string &member : draft.idsWhere(Kind::OrganizationMember, "organization_id", id))
        draft.remove(Kind::OrganizationMember, member);
    draft.remove(Kind::Organization, id);
    draft.change({people::accountOf(Kind::Organization, id), {}, false, {}, {}, true});
}

} // namespace

QJsonObject shownOrganization(const std::string &id, const Draft &draft, const Asked &asked)
{
    QJsonObject row = shownRow(Kind::Organization, id, draft, asked);
    QJsonArray members, teams, users;
    for (const std::string &member : draft.idsWhere(Kind::OrganizationMember, "organization_id", id)) {
        members.append(shownRow(Kind::OrganizationMember, member, draft, asked));
        const std::string user = textIn(*draft.find(Kind::OrganizationMember, member), "user_id");
        if (draft.has(Kind::User, user))
            users.append(shownUser(user, draft, asked));
    }
    for (const std::string &team : draft.idsWhere(Kind::Team, "organization_id", id))
        teams.append(shownTeam(team, draft, asked));
    row.insert(QStringLiteral("members"), members);
    row.insert(QStringLiteral("teams"), teams);
    row.insert(QStringLiteral("users"), users);
    return row;
}

Result<std::string> steeredOrganization(const Draft &draft, const Asked &asked)
{
    const auto id = requiredText(asked.body, "organization_id");
    if (!id)
        return id;
    if (id->empty() || !draft.has(Kind::Organization, *id))
        return refusal(404, "Organization not found for organization_id=" + *id);
    if (!asked.caller->isAdmin && !isOrganizationAdmin(draft, asked, *id))
        return onlyAdmin(asked);
    return id;
}

Result<std::string> newOrganization(Draft &draft, const Asked &asked)
{
    if (auto alias = requiredText(asked.body, "organization_alias"); !alias)
        return alias;
    if (auto right = check(draft, asked.body); !right)
        return Failure {right.error()};
    const std::string said = textIn(asked.body, "organization_id"), id = said.empty() ? people::newId() : said;
    if (draft.has(Kind::Organization, id))
        return refusal(400, "Organization id = " + id + " already exists. Please use a different organization id.");
    keep(draft, asked, id, people::givenIn(Kind::Organization, asked.body));
    return people::jsonOf(shownRow(Kind::Organization, id, draft, asked));
}

Result<std::string> updateOrganization(Draft &draft, const Asked &asked)
{
    if (auto right = check(draft, asked.body); !right)
        return Failure {right.error()};
    const auto id = requiredText(asked.body, "organization_id");
    if (!id)
        return id;
    auto fields = draft.find(Kind::Organization, *id);
    if (!fields)
        return refusal(404, "Organization not found for organization_id=" + *id);
    lay(people::givenIn(Kind::Organization, asked.body), *fields);
    keep(draft, asked, *id, *fields);
    return people::jsonOf(shownOrganization(*id, draft, asked));
}

Result<std::string> deleteOrganizations(Draft &draft, const Asked &asked)
{
    const auto ids = requiredTexts(asked.body, "organization_ids", "No organization id passed in");
    if (!ids)
        return Failure {ids.error()};
    QJsonArray gone;
    for (const std::string &id : *ids) {
        if (!draft.has(Kind::Organization, id))
            return refusal(404, "Organization not found, passed organization_id=" + id);
        gone.append(shownOrganization(id, draft, asked));
        removeOrganization(draft, asked, id);
    }
    return people::jsonOf(gone);
}

Result<std::string> showOrganization(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("organization_id");
    if (id.empty() || !draft.has(Kind::Organization, id))
        return refusal(404, "Organization not found");
    if (!maySee(draft, asked, id))
        return refusal(403, "You are not a member of organization " + id);
    return people::jsonOf(shownOrganization(id, draft, asked));
}

Result<std::string> listOrganizations(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("org_id");
    const QString alias = qt(asked.query("org_alias"));
    QJsonArray organizations;
    for (const std::string &each : draft.ids(Kind::Organization)) {
        const QJsonObject fields = *draft.find(Kind::Organization, each);
        if (maySee(draft, asked, each) && (id.empty() || id == each)
            && qt(textIn(fields, "organization_alias")).contains(alias, Qt::CaseInsensitive))
            organizations.append(shownOrganization(each, draft, asked));
    }
    return people::jsonOf(organizations);
}

} // namespace gatehouse::admin
