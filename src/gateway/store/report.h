// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"
#include "gateway/store/condition.h"
#include "gateway/store/rollups.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What reports have in common: they read the sums of days, never the calls.
namespace gatehouse::store {

/// Which sums are meant. What is empty does not matter; what a rollup does not distinguish is not asked.
struct ReportFilter {
    std::int64_t firstDay = 0, lastDay = 0; ///< since 1970-01-01 UTC, both included
    std::string apiKey = {}, userId = {}, teamId = {}, organizationId = {}, customer = {}, model = {};
    std::vector<std::string> tags = {};
    SpendScope scope = {};

    Condition conditionFor(const Rollup &rollup) const;
};

/// The sums of one group.
struct ReportLine {
    std::string name;
    Money spend = {};
    std::int64_t requests = 0, promptTokens = 0, completionTokens = 0;
};

/// The groups of one column of a rollup, the dearest first.
Result<std::vector<ReportLine>> linesBy(
    Database &database, const Rollup &rollup, std::string_view column, const ReportFilter &filter, std::int64_t most = 10'000);
/// The sum of all that is meant.
Result<Money> totalOf(Database &database, const ReportFilter &filter);

} // namespace gatehouse::store
