// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/aliases.h"
#include "gateway/store/report.h"

#include <optional>

/// Who and what has spent how much: LiteLLM's answers, as JSON. On the store's thread.
namespace gatehouse::store {

/// [{api_key, key_alias, key_name, total_spend}]
Result<std::string> dearestKeys(Database &database, const ReportFilter &filter, std::int64_t most, const Aliases &aliases);
/// [{model, total_spend}], of model groups
Result<std::string> dearestModels(Database &database, const ReportFilter &filter, std::int64_t most);
/// [{provider, spend}]
Result<std::string> spendByProvider(Database &database, const ReportFilter &filter);
/// [{end_user, total_count, total_spend}]
Result<std::string> spendByCustomer(Database &database, const ReportFilter &filter);
/// [{individual_request_tag, log_count, total_spend}]
Result<std::string> spendByTag(Database &database, const ReportFilter &filter);
/// {"spend_per_tag": [{name, spend, log_count}]}
Result<std::string> spendPerTag(Database &database, const ReportFilter &filter);
/// {"tag_names": […]}, {"end_users": […]}: all there have ever been
Result<std::string> tagNames(Database &database, const SpendScope &scope);
Result<std::string> customerNames(Database &database, const SpendScope &scope);
/// {"spend", "max_budget"}
Result<std::string> spendInAll(Database &database, const ReportFilter &filter, std::optional<Money> budget);
/// [{date, spend}] for each day
Result<std::string> spendOfDays(Database &database, const ReportFilter &filter);
/// {"daily_spend": [{date, team: spend, …}], "teams": […], "total_spend_per_team": [{team_id, total_spend}]}
Result<std::string> spendOfTeams(Database &database, const ReportFilter &filter, const Aliases &aliases);

} // namespace gatehouse::store
