// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Organizations and their members.
namespace gatehouse::admin {

Result<std::string> newOrganization(people::Draft &draft, const Asked &asked);     ///< POST /organization/new
Result<std::string> updateOrganization(people::Draft &draft, const Asked &asked);  ///< PATCH /organization/update
Result<std::string> deleteOrganizations(people::Draft &draft, const Asked &asked); ///< DELETE /organization/delete
Result<std::string> showOrganization(people::Draft &draft, const Asked &asked);    ///< GET /organization/info
Result<std::string> listOrganizations(people::Draft &draft, const Asked &asked);   ///< GET /organization/list

// --- organization_members.cpp
Result<std::string> addOrganizationMembers(people::Draft &draft, const Asked &asked);   ///< POST /organization/member_add
Result<std::string> updateOrganizationMember(people::Draft &draft, const Asked &asked); ///< PATCH /organization/member_update
Result<std::string> removeOrganizationMember(people::Draft &draft, const Asked &asked); ///< DELETE /organization/member_delete

/// An organization's row with its budget, members, teams and users.
QJsonObject shownOrganization(const std::string &id, const people::Draft &draft, const Asked &asked);
/// The organization that the body names: 422 where none is named, 404 where there is none, 403 where the caller may not steer it.
Result<std::string> steeredOrganization(const people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
