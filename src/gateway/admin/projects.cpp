// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/projects.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/own_budget.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

constexpr const char *metadataMembers[] {"tags", "guardrails"};

Result<> check(const Draft &draft, const Asked &asked)
{
    if (auto right = checkTypes(Kind::Project, asked.body); !right)
        return right;
    if (auto right = checkTypes(Kind::Budget, asked.body); !right)
        return right;
    if (auto right = checkIds({"project_id", "project_alias", "team_id", "budget_id"}, asked.body); !right)
        return right;
    if (auto right = checkDuration(asked.body, "budget_duration"); !right)
        return right;
    if (auto right = checkLimits(asked.body); !right)
        return right;
    const std::string team = textIn(asked.body, "team_id"), budget = textIn(asked.body, "budget_id");
    if (!team.empty() && !draft.has(Kind::Team, team))
        return refusal(404, "Team not found, passed team_id=" + team);
    if (!budget.empty() && (!draft.has(Kind::Budget, budget) || !asked.caller->isAdmin))
        return refusal(404, "Budget not found, passed budget_id=" + budget);
    return team.empty() ? Result<> {} : mustSteerTeam(draft, asked, team);
}

void keep(Draft &draft, const Asked &asked, const std::string &id, QJsonObject fields)
{
    const std::string budget = putBudget(draft, asked, textIn(fields, "budget_id"), limitsIn(asked.body));
    if (!budget.empty())
        fields.insert(QStringLiteral("budget_id"), qt(budget));
    fields.insert(QStringLiteral("project_id"), qt(id));
    moveIntoMetadata(metadataMembers, asked.body, fields);
    stamp(fields, asked);
    draft.put(Kind::Project, id, std::move(fields));
}

bool maySee(const Draft &draft, const Asked &asked, const std::string &id)
{
    const std::string team = textIn(*draft.find(Kind::Project, id), "team_id");
    return maySeeAll(asked) || asked.caller->who->projectId == id
        || (!team.empty() && (isInTeam(draft, asked, team) || maySteerTeam(draft, asked, team)));
}

// The administrator steers all projects, a team's admin those of his team.
Result<> maySteer(const Draft &draft, const Asked &asked, const std::string &id)
{
    const auto fields = draft.find(Kind::Project, id);
    if (!fields)
        return refusal(404, "Project not found, passed project_id=" + id);
    const std::string team = textIn(*fields, "team_id");
    if (asked.caller->isAdmin || (!team.empty() && maySteerTeam(draft, asked, team)))
        return {};
    return refusal(403, "Only proxy admins and admins of the project's team can change it");
}

} // namespace

Result<std::string> newProject(Draft &draft, const Asked &asked)
{
    if (auto right = check(draft, asked); !right)
        return Failure {right.error()};
    if (auto team = requiredText(asked.body, "team_id"); !team || team->empty())
        return missingMember("team_id");
    const std::string said = textIn(asked.body, "project_id"), id = said.empty() ? people::newId() : said;
    if (draft.has(Kind::Project, id))
        return refusal(400, "Project id = " + id + " already exists. Please use a different project id.");
    keep(draft, asked, id, people::givenIn(Kind::Project, asked.body));
    return people::jsonOf(shownRow(Kind::Project, id, draft, asked));
}

Result<std::string> updateProject(Draft &draft, const Asked &asked)
{
    if (auto right = check(draft, asked); !right)
        return Failure {right.error()};
    const auto id = requiredText(asked.body, "project_id");
    if (!id)
        return id;
    if (auto may = maySteer(draft, asked, *id); !may)
        return Failure {may.error()};
    QJsonObject fields = *draft.find(Kind::Project, *id);
    lay(people::givenIn(Kind::Project, asked.body), fields);
    keep(draft, asked, *id, std::move(fields));
    return people::jsonOf(shownRow(Kind::Project, *id, draft, asked));
}

// Not while keys are in use for it.
Result<std::string> deleteProjects(Draft &draft, const Asked &asked)
{
    const auto ids = requiredTexts(asked.body, "project_ids", "No project id passed in");
    if (!ids)
        return Failure {ids.error()};
    QJsonArray gone;
    for (const std::string &id : *ids) {
        if (auto may = maySteer(draft, asked, id); !may)
            return Failure {may.error()};
        if (const auto keys = draft.idsWhere(Kind::Key, "project_id", id); !keys.empty())
            return refusal(400, "Project " + id + " has " + std::to_string(keys.size()) + " keys; delete or move them first");
        gone.append(shownRow(Kind::Project, id, draft, asked));
        draft.remove(Kind::Project, id);
        draft.change({people::accountOf(Kind::Project, id), {}, false, {}, {}, true});
    }
    return people::jsonOf(gone);
}

Result<std::string> showProject(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("project_id");
    if (id.empty() || !draft.has(Kind::Project, id))
        return refusal(404, "Project not found, passed project_id=" + id);
    if (!maySee(draft, asked, id))
        return refusal(403, "You may not see project " + id);
    return people::jsonOf(shownRow(Kind::Project, id, draft, asked));
}

Result<std::string> listProjects(Draft &draft, const Asked &asked)
{
    QJsonArray projects;
    const std::string team = asked.query("team_id");
    for (const std::string &id : draft.ids(Kind::Project)) {
        if (maySee(draft, asked, id) && (team.empty() || textIn(*draft.find(Kind::Project, id), "team_id") == team))
            projects.append(shownRow(Kind::Project, id, draft, asked));
    }
    return people::jsonOf(projects);
}

} // namespace gatehouse::admin
