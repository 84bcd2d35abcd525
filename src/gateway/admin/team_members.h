// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>

/// Members of teams: who they are stands in the team's members_with_roles; what each may spend and has spent, in a record of the
/// membership.
namespace gatehouse::admin {

Result<std::string> addTeamMembers(people::Draft &draft, const Asked &asked);     ///< POST /team/member_add
Result<std::string> addManyTeamMembers(people::Draft &draft, const Asked &asked); ///< POST /team/bulk_member_add
Result<std::string> removeTeamMember(people::Draft &draft, const Asked &asked);   ///< POST /team/member_delete
Result<std::string> updateTeamMember(people::Draft &draft, const Asked &asked);   ///< POST /team/member_update

/// Puts whom \a said ({user_id or user_email, role}) names into a team; a user who is not there is made. \a limits are the
/// member's own: max_budget_in_team, tpm_limit, rpm_limit. Returns the user's id. Fails where there is no such team, the role is
/// none, or he is a member already.
Result<std::string> addMember(
    people::Draft &draft, const Asked &asked, const std::string &teamId, const QJsonObject &said, const QJsonObject &limits);
/// Takes a user out of a team, with what he had there: budget, account and keys.
void removeMember(people::Draft &draft, const Asked &asked, const std::string &teamId, const std::string &userId);

} // namespace gatehouse::admin
