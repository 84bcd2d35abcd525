// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstdint>
#include <optional>
#include <string>

class QSqlDatabase;

namespace gatehouse::store {

/// What /spend/logs asks for; what is empty does not matter.
struct SpendQuery {
    std::string requestId, apiKey, userId;
    std::optional<std::int64_t> firstDay, lastDay; ///< since 1970-01-01, UTC, both included
    bool isSummary = false;                        ///< a row for each day, in place of the calls; needs both days
    std::int64_t limit = 1000;                     ///< of calls, the newest
};

/// The answer in LiteLLM's shape: a JSON list.
Result<std::string> spendLogs(QSqlDatabase &database, const SpendQuery &query);

} // namespace gatehouse::store
