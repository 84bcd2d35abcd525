// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/report.h"
#include "gateway/store/spend_filter.h"

/// GET /global/activity*: how much was asked, as JSON. On the store's thread.
namespace gatehouse::store {

/// {"daily_data": [{date, api_requests, total_tokens}], "sum_api_requests", "sum_total_tokens"}
Result<std::string> activity(Database &database, const ReportFilter &filter);
/// The same for each model group: [{model, daily_data, …}], the busiest first.
Result<std::string> activityByModel(Database &database, const ReportFilter &filter);
/// {"daily_data": [{date, num_rate_limit_exceptions}], "sum_num_rate_limit_exceptions"} of the calls that are meant.
Result<std::string> rateLimited(Database &database, const SpendFilter &filter);
/// The same for each deployment: [{api_base, daily_data, …}]; it is named by its id.
Result<std::string> rateLimitedByDeployment(Database &database, const SpendFilter &filter);
/// What the cache of answers gave of all that was answered:
/// [{api_key, call_type, model, total_rows, cache_hit_true_rows, cached_completion_tokens, generated_completion_tokens}]
Result<std::string> cacheHits(Database &database, const ReportFilter &filter);

} // namespace gatehouse::store
