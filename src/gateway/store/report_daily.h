// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/aliases.h"
#include "gateway/store/report.h"

#include <optional>

namespace gatehouse::store {

/// Whom a report of daily activity is about.
enum class Entity { User, Team, Organization, Tag, Customer };

/// What …/daily/activity asks.
struct DailyQuestion {
    Entity entity = Entity::User;
    std::vector<std::string> entities = {}, excluded = {}; ///< their ids; none = all
    std::string apiKey = {}, model = {};
    std::int64_t firstDay = 0, lastDay = 0; ///< since 1970-01-01 UTC, both included
    SpendScope scope = {};
    std::int64_t page = 1;
    std::int64_t pageSize = 0; ///< of sums, the newest first; 0 = all on one page
};

/// The sums of each day, by model, provider, endpoint, key and entity, as JSON. A day whose sums are on two
/// pages is on both with a part, and the totals are those of the page: who adds up all pages has everything once.
Result<std::string> dailyActivity(Database &database, const DailyQuestion &question, const Aliases &aliases);

} // namespace gatehouse::store
