// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/store/condition.h"
#include "gateway/store/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// When keys, users, teams and customers were last used, as far as the log of spending goes back. On the store's thread.
namespace gatehouse::store {

/// The column of spend_logs for "key", "user", "team" or "customer"; nothing for other words.
std::optional<std::string_view> spenderColumn(std::string_view word);

struct LastUsedQuestion {
    std::string_view column = {}; ///< one of spenderColumn()
    std::vector<std::string> ids = {};
    SpendScope scope = {};
};
/// {"<id>": "2026-01-31T12:00:00.000Z"} for those who have calls.
Result<std::string> lastUsed(Database &database, const LastUsedQuestion &question);

} // namespace gatehouse::store
