// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Names for several models together, which lists of allowed models may hold.
namespace gatehouse::admin {

// Groups by name: the configuration's (model_info.access_groups) and those that were made here.
Result<std::string> newAccessGroup(people::Draft &draft, const Asked &asked);    ///< POST /access_group/new
Result<std::string> listAccessGroups(people::Draft &draft, const Asked &asked);  ///< GET /access_group/list
Result<std::string> showAccessGroup(people::Draft &draft, const Asked &asked);   ///< GET /access_group/{id}/info
Result<std::string> updateAccessGroup(people::Draft &draft, const Asked &asked); ///< PUT /access_group/{id}/update
Result<std::string> deleteAccessGroup(people::Draft &draft, const Asked &asked); ///< DELETE /access_group/{id}/delete

// Rows of groups, which are assigned to teams and keys.
Result<std::string> newAccessRow(people::Draft &draft, const Asked &asked);    ///< POST /v1/access_group
Result<std::string> listAccessRows(people::Draft &draft, const Asked &asked);  ///< GET /v1/access_group
Result<std::string> showAccessRow(people::Draft &draft, const Asked &asked);   ///< GET /v1/access_group/{id}
Result<std::string> updateAccessRow(people::Draft &draft, const Asked &asked); ///< PUT /v1/access_group/{id}
Result<std::string> deleteAccessRow(people::Draft &draft, const Asked &asked); ///< DELETE /v1/access_group/{id}

} // namespace gatehouse::admin
