// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/teams.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/key_record.h"
#include "gateway/admin/own_budget.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/admin/team_members.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <QJsonDocument>

namespace gatehouse::admin {

using people::Column;
using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;
using people::Type;

namespace {

constexpr Column requestColumns[] {
    {"tags", Type::Texts},
    {"guardrails", Type::Texts},
    {"prompts", Type::Texts},
    {"model_rpm_limit", Type::Object},
    {"model_tpm_limit", Type::Object},
    {"team_member_budget", Type::Number},
    {"team_member_budget_duration"},
    {"team_member_rpm_limit", Type::Integer},
    {"team_member_tpm_limit", Type::Integer},
    {"team_member_key_duration"},
    {"allowed_passthrough_routes", Type::Texts},
};
constexpr const char *metadataMembers[] {"model_rpm_limit", "model_tpm_limit", "guardrails", "prompts", "tags", "enforced_params",
    "team_member_key_duration", "allowed_passthrough_routes", "rpm_limit_type", "tpm_limit_type"};

Result<> check(const QJsonObject &body)
{
    if (auto right = checkTypes(Kind::Team, body); !right)
        return right;
    if (auto right = checkMembers(requestColumns, body); !right)
        return right;
    if (auto right = checkIds({"team_id", "team_alias", "organization_id"}, body); !right)
        return right;
    for (const char *name : {"budget_duration", "team_member_budget_duration", "team_member_key_duration"}) {
        if (auto right = checkDuration(body, name); !right)
            return right;
    }
    return checkLimits(body);
}

// What a team is once all of it is laid together.
Result<> checkWhole(const Draft &draft, const QJsonObject &fields)
{
    const auto soft = people::moneyIn(fields, "soft_budget"), most = people::moneyIn(fields, "max_budget");
    if (soft && most && !(*soft < *most))
        return refusal(
            400, "soft_budget (" + dollars(*soft) + ") must be strictly lower than max_budget (" + dollars(*most) + ")");
    const std::string organization = textIn(fields, "organization_id");
    const auto found = organization.empty() ? std::nullopt : draft.find(Kind::Organization, organization);
    if (organization.empty())
        return {};
    if (!found)
        return refusal(404, "Organization not found for organization_id=" + organization);
    return {};
}

// What the configuration says of new teams, and of this one.
QJsonObject usualTeam(const Asked &asked, const std::string &id)
{
    QJsonObject fields = people::givenIn(Kind::Team, people::objectFrom(asked.policy().defaultTeam));
    const QByteArray settings = QByteArray::fromStdString(asked.policy().teamSettings);
    for (const QJsonValue each : QJsonDocument::fromJson(settings).array()) {
        if (textIn(each.toObject(), "team_id") == id)
            lay(people::givenIn(Kind::Team, each.toObject()), fields);
    }
    return fields;
}

// team_member_budget and the like are one budget, which each member has who has none of his own.
void readMemberBudget(Draft &draft, const Asked &asked, QJsonObject &fields)
{
    QJsonObject limits;
    const auto take = [&](const char *from, const char *to) {
        const QJsonValue value = asked.body.value(QLatin1String(from));
        if (!value.isUndefined() && !value.isNull())
            limits.insert(QLatin1String(to), value);
    };
    take("team_member_budget", "max_budget");
    take("team_member_rpm_limit", "rpm_limit");
    take("team_member_tpm_limit", "tpm_limit");
    if (!limits.isEmpty())
        take("budget_duration", "budget_duration");
    take("team_member_budget_duration", "budget_duration");
    const std::string budget = putBudget(draft, asked, memberBudgetOf(fields), limits);
    if (budget.empty())
        return;
    QJsonObject metadata = fields.value(QStringLiteral("metadata")).toObject();
    metadata.insert(QStringLiteral("team_member_budget_id"), qt(budget));
    fields.insert(QStringLiteral("metadata"), metadata);
}

Result<> mayMake(const Draft &draft, const Asked &asked)
{
    const bool may = asked.caller->isAdmin || isOrganizationAdmin(draft, asked, textIn(asked.body, "organization_id"));
    return may ? Result<> {} : Result<>(onlyAdmin(asked));
}

// The members that the request names, and who makes the team, who is its first admin.
Result<> addFirstMembers(Draft &draft, const Asked &asked, const std::string &id)
{
    QJsonArray members = asked.body.value(QLatin1String("members_with_roles")).toArray();
    const std::string &maker = asked.caller->userId();
    bool isNamed = maker.empty();
    for (const QJsonValue member : members)
        isNamed = isNamed || textIn(member.toObject(), "user_id") == maker;
    if (!isNamed)
        members.append(QJsonObject {{QStringLiteral("user_id"), qt(maker)}, {QStringLiteral("role"), QStringLiteral("admin")}});
    for (const QJsonValue member : members) {
        if (auto added = addMember(draft, asked, id, member.toObject(), {}); !added)
            return Failure {added.error()};
    }
    return {};
}

void keep(Draft &draft, const Asked &asked, const std::string &id, QJsonObject &fields)
{
    fields.insert(QStringLiteral("team_id"), qt(id));
    stamp(fields, asked);
    followDuration(Kind::Team, id, fields, draft, asked);
    draft.put(Kind::Team, id, fields);
}

void removeTeam(Draft &draft, const Asked &asked, const std::string &id)
{
    const QJsonObject fields = *draft.find(Kind::Team, id);
    for (const std::string &token : draft.idsWhere(Kind::Key, "team_id", id))
        removeKey(draft, asked, token);
    for (const QJsonValue member : fields.value(QLatin1String("members_with_roles")).toArray())
        removeMember(draft, asked, id, textIn(member.toObject(), "user_id"));
    if (const std::string budget = memberBudgetOf(fields); !budget.empty())
        draft.remove(Kind::Budget, budget);
    draft.put(Kind::DeletedTeam, id, deletedRecord(Kind::Team, id, fields, draft, asked));
    draft.remove(Kind::Team, id);
    draft.change({people::accountOf(Kind::Team, id), {}, false, {}, {}, true});
}

Result<std::string> setBlocked(Draft &draft, const Asked &asked, bool isBlocked)
{
    const auto id = teamNamed(draft, asked.body);
    if (!id)
        return id;
    QJsonObject fields = *draft.find(Kind::Team, *id);
    fields.insert(QStringLiteral("blocked"), isBlocked);
    stamp(fields, asked);
    draft.put(Kind::Team, *id, fields, isBlocked ? "blocked" : "unblocked");
    return people::jsonOf(shownTeam(*id, draft, asked));
}

} // namespace

Result<std::string> teamNamed(const Draft &draft, const QJsonObject &body)
{
    const auto id = requiredText(body, "team_id");
    if (!id)
        return id;
    if (id->empty() || !draft.has(Kind::Team, *id))
        return refusal(404, "Team not found, passed team_id=" + *id);
    return id;
}

Result<std::string> steeredTeam(const Draft &draft, const Asked &asked)
{
    const auto id = teamNamed(draft, asked.body);
    if (!id)
        return id;
    if (auto may = mustSteerTeam(draft, asked, *id); !may)
        return Failure {may.error()};
    return id;
}

std::string memberBudgetOf(const QJsonObject &team)
{
    return textIn(team.value(QLatin1String("metadata")).toObject(), "team_member_budget_id");
}

Result<std::string> newTeam(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked.body); !right)
        return Failure {right.error()};
    if (auto may = mayMake(draft, asked); !may)
        return Failure {may.error()};
    const std::string said = textIn(asked.body, "team_id"), id = said.empty() ? people::newId() : said;
    if (draft.has(Kind::Team, id))
        return refusal(400, "Team id = " + id + " already exists. Please use a different team id.");
    QJsonObject fields = usualTeam(asked, id);
    lay(people::givenIn(Kind::Team, asked.body), fields);
    fields.remove(QStringLiteral("members_with_roles"));
    if (auto right = checkWhole(draft, fields); !right)
        return Failure {right.error()};
    moveIntoMetadata(metadataMembers, asked.body, fields);
    QJsonObject metadata = fields.value(QStringLiteral("metadata")).toObject();
    metadata.remove(QStringLiteral("team_member_budget_id")); // it goes with the team, so it has to be the team's own
    fields.insert(QStringLiteral("metadata"), metadata);
    readMemberBudget(draft, asked, fields);
    keep(draft, asked, id, fields);
    if (auto added = addFirstMembers(draft, asked, id); !added)
        return Failure {added.error()};
    return people::jsonOf(shownTeam(id, draft, asked));
}

Result<std::string> updateTeam(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked.body); !right)
        return Failure {right.error()};
    const auto id = steeredTeam(draft, asked);
    if (!id)
        return id;
    const QJsonObject before = *draft.find(Kind::Team, *id);
    QJsonObject fields = before, given = people::givenIn(Kind::Team, asked.body);
    const std::string memberBudget = memberBudgetOf(before);
    given.remove(QStringLiteral("members_with_roles")); // members come and go by /team/member_add and /team/member_delete
    lay(given, fields);
    if (auto lifted = lift(asked, asked.body, fields); !lifted)
        return Failure {lifted.error()};
    moveIntoMetadata(metadataMembers, asked.body, fields);
    if (auto may = mayRaiseTeam(draft, asked, before, fields); !may)
        return Failure {may.error()};
    if (auto right = checkWhole(draft, fields); !right)
        return Failure {right.error()};
    if (memberBudgetOf(fields) != memberBudget) { // metadata that is given anew does not carry it, and may not set it
        QJsonObject metadata = fields.value(QStringLiteral("metadata")).toObject();
        metadata.insert(QStringLiteral("team_member_budget_id"), qt(memberBudget));
        fields.insert(QStringLiteral("metadata"), metadata);
    }
    readMemberBudget(draft, asked, fields);
    keep(draft, asked, *id, fields);
    return people::jsonOf(
        QJsonObject {{QStringLiteral("team_id"), qt(*id)}, {QStringLiteral("data"), shownTeam(*id, draft, asked)}});
}

Result<std::string> deleteTeams(Draft &draft, const Asked &asked)
{
    const auto ids = requiredTexts(asked.body, "team_ids", "No team id passed in");
    if (!ids)
        return Failure {ids.error()};
    for (const std::string &id : *ids) {
        if (!draft.has(Kind::Team, id))
            return refusal(404, "Team not found, passed team_id=" + id);
        if (auto may = mustSteerTeam(draft, asked, id); !may)
            return Failure {may.error()};
        removeTeam(draft, asked, id);
    }
    return std::to_string(ids->size());
}

Result<std::string> blockTeam(Draft &draft, const Asked &asked)
{
    return setBlocked(draft, asked, true);
}

Result<std::string> unblockTeam(Draft &draft, const Asked &asked)
{
    return setBlocked(draft, asked, false);
}

} // namespace gatehouse::admin
