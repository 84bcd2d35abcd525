// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Projects: what a team works on, each with keys, models and a budget of its own.
namespace gatehouse::admin {

Result<std::string> newProject(people::Draft &draft, const Asked &asked);     ///< POST /project/new
Result<std::string> updateProject(people::Draft &draft, const Asked &asked);  ///< POST /project/update
Result<std::string> deleteProjects(people::Draft &draft, const Asked &asked); ///< DELETE /project/delete
Result<std::string> showProject(people::Draft &draft, const Asked &asked);    ///< GET /project/info
Result<std::string> listProjects(people::Draft &draft, const Asked &asked);   ///< GET /project/list

} // namespace gatehouse::admin
