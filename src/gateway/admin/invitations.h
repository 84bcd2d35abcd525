// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Invitations of users, which are good for a week. The pages that they lead to are another matter.
namespace gatehouse::admin {

Result<std::string> newInvitation(people::Draft &draft, const Asked &asked);    ///< POST /invitation/new
Result<std::string> showInvitation(people::Draft &draft, const Asked &asked);   ///< GET /invitation/info
Result<std::string> updateInvitation(people::Draft &draft, const Asked &asked); ///< POST /invitation/update
Result<std::string> deleteInvitation(people::Draft &draft, const Asked &asked); ///< POST /invitation/delete

} // namespace gatehouse::admin
