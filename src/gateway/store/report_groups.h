// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/aliases.h"
#include "gateway/store/report.h"

/// GET /global/spend/report and the lists of keys and users by what they have spent, as JSON. On the store's thread.
namespace gatehouse::store {

/// [{"group_by_day", "teams": [{team_name, total_spend, metadata: [{model, api_key, spend, total_tokens}]}]}]
Result<std::string> reportByTeam(Database &database, const ReportFilter &filter, const Aliases &aliases);
/// The same with "customers" and "customer".
Result<std::string> reportByCustomer(Database &database, const ReportFilter &filter);
/// [{api_key, total_cost, total_input_tokens, total_output_tokens, model_details: [{model, …}]}]
Result<std::string> reportByKey(Database &database, const ReportFilter &filter);

/// The keys by what they have spent in their period: [{token, key_alias, key_name, spend, user_id, team_id}]
Result<std::string> spentByKeys(Database &database, const SpendScope &scope, const Aliases &aliases);
/// The users likewise, or the one named \a id: [{user_id, user_email, spend}]
Result<std::string> spentByUsers(Database &database, const SpendScope &scope, const std::string &id, const Aliases &aliases);

} // namespace gatehouse::store
