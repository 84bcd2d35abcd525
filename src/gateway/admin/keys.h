// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Virtual keys (litellm.md §2.2).
namespace gatehouse::admin {

Result<std::string> generateKey(people::Draft &draft, const Asked &asked); ///< POST /key/generate
Result<std::string> deleteKeys(people::Draft &draft, const Asked &asked);  ///< POST /key/delete
Result<std::string> showKey(people::Draft &draft, const Asked &asked);     ///< GET /key/info
Result<std::string> listKeys(people::Draft &draft, const Asked &asked);    ///< GET /key/list
Result<std::string> blockKey(people::Draft &draft, const Asked &asked);    ///< POST /key/block
Result<std::string> unblockKey(people::Draft &draft, const Asked &asked);  ///< POST /key/unblock

} // namespace gatehouse::admin
