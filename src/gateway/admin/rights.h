// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>
#include <string_view>

/// Who may do what to whom. Rights that come with an office (admin of a team, of an organization) are for users
/// with a role: a key whose user has no row administers nothing.
namespace gatehouse::admin {

bool maySeeAll(const Asked &asked); ///< the administrator, and who may look at everything
/// "admin", "user", or empty for who is no member.
std::string roleInTeam(const QJsonObject &team, std::string_view userId);
bool isTeamAdmin(const people::Draft &draft, const Asked &asked, std::string_view teamId);
bool isInTeam(const people::Draft &draft, const Asked &asked, std::string_view teamId);
/// Of the organization itself.
bool isOrganizationAdmin(const people::Draft &draft, const Asked &asked, std::string_view organizationId);
/// The administrator, an admin of the team or of its organization.
bool maySteerTeam(const people::Draft &draft, const Asked &asked, std::string_view teamId);

/// Whether the team's admin has permitted its members what the request asks for (team_member_permissions).
bool teamPermits(const QJsonObject &team, const Asked &asked);

/// 403 in LiteLLM's words for who may not steer a team.
Result<> mustSteerTeam(const people::Draft &draft, const Asked &asked, std::string_view teamId);
/// 403 for an admin of a team (not of its organization) who would give it more than the administrator did: he may lower a budget
/// or a limit and take models away, and what is not set he may set.
Result<> mayRaiseTeam(const people::Draft &draft, const Asked &asked, const QJsonObject &team, const QJsonObject &given);
/// 401 as the guard of an administrator's door says it.
Failure<Error> onlyAdmin(const Asked &asked);
/// Whether the office of \a role is above the users': nobody but the administrator may give it, or act through it.
bool isOffice(std::string_view role);

} // namespace gatehouse::admin
