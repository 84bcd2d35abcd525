// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>

/// Teams. Their members are in team_members.h.
namespace gatehouse::admin {

Result<std::string> newTeam(people::Draft &draft, const Asked &asked);     ///< POST /team/new
Result<std::string> updateTeam(people::Draft &draft, const Asked &asked);  ///< POST /team/update
Result<std::string> deleteTeams(people::Draft &draft, const Asked &asked); ///< POST /team/delete
Result<std::string> blockTeam(people::Draft &draft, const Asked &asked);   ///< POST /team/block
Result<std::string> unblockTeam(people::Draft &draft, const Asked &asked); ///< POST /team/unblock

// --- team_settings.cpp
Result<std::string> addTeamModels(people::Draft &draft, const Asked &asked);         ///< POST /team/model/add
Result<std::string> removeTeamModels(people::Draft &draft, const Asked &asked);      ///< POST /team/model/delete
Result<std::string> showTeamPermissions(people::Draft &draft, const Asked &asked);   ///< GET /team/permissions_list
Result<std::string> updateTeamPermissions(people::Draft &draft, const Asked &asked); ///< POST /team/permissions_update
Result<std::string> addTeamCallback(people::Draft &draft, const Asked &asked);       ///< POST /team/{id}/callback
Result<std::string> listTeamCallbacks(people::Draft &draft, const Asked &asked);     ///< GET /team/{id}/callback
Result<std::string> disableTeamLogging(people::Draft &draft, const Asked &asked);    ///< POST /team/{id}/disable_logging

// --- team_lists.cpp
Result<std::string> showTeam(people::Draft &draft, const Asked &asked);           ///< GET /team/info
Result<std::string> listTeams(people::Draft &draft, const Asked &asked);          ///< GET /team/list
Result<std::string> listTeamPage(people::Draft &draft, const Asked &asked);       ///< GET /v2/team/list
Result<std::string> listAvailableTeams(people::Draft &draft, const Asked &asked); ///< GET /team/available
Result<std::string> filterTeams(people::Draft &draft, const Asked &asked);        ///< GET /team/filter/ui

/// A team's row, with its aliases of models and what its members may spend by default.
QJsonObject shownTeam(const std::string &id, const people::Draft &draft, const Asked &asked);
/// The memberships of a team, with their budgets.
QJsonArray membershipsOf(const std::string &teamId, const people::Draft &draft, const Asked &asked);
/// A team's budget for each member that has none of his own; empty = there is none.
std::string memberBudgetOf(const QJsonObject &team);
/// The team that the body's team_id names: 422 where none is named, 404 where there is none.
Result<std::string> teamNamed(const people::Draft &draft, const QJsonObject &body);
/// The same of the request's body; 403 where the caller may not steer it.
Result<std::string> steeredTeam(const people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
