// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Tags with budgets. A tag that nobody has made can be used as well; it has no limits, and no account.
namespace gatehouse::admin {

Result<std::string> newTag(people::Draft &draft, const Asked &asked);    ///< POST /tag/new
Result<std::string> updateTag(people::Draft &draft, const Asked &asked); ///< POST /tag/update
Result<std::string> deleteTag(people::Draft &draft, const Asked &asked); ///< POST /tag/delete
Result<std::string> showTags(people::Draft &draft, const Asked &asked);  ///< POST /tag/info
Result<std::string> listTags(people::Draft &draft, const Asked &asked);  ///< GET /tag/list

} // namespace gatehouse::admin
