// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace gatehouse::store {

class Database;

/// Which changes are asked for; what is empty does not matter.
struct AuditQuery {
    std::string changedBy, changedByKey, action, table, objectId; ///< table: LiteLLM's name, as "LiteLLM_TeamTable"
    std::optional<Clock::Wall> from, until;
    std::string sortBy = "updated_at"; ///< or another member of a row; what is none counts as updated_at
    bool ascends = false;
    std::int64_t page = 1, pageSize = 10;
};

/// A page of what was changed, in LiteLLM's shape: {"audit_logs": […], "total", "page", "page_size", "total_pages"}. What is
/// secret by its name is masked.
Result<std::string> auditPage(const AuditQuery &query, Database &database);
/// One change; empty = there is none of that id.
Result<std::string> auditEntry(const std::string &id, Database &database);

} // namespace gatehouse::store
