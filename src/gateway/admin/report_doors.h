// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"
#include "gateway/admin/spend_question.h"
#include "gateway/store/aliases.h"
#include "gateway/store/report.h"

/// The doors to sums of what was spent. Where LiteLLM wants no dates, they hold for the last 30 days, or for
/// the days that are named all the same.
namespace gatehouse::admin {

/// The names of keys, users and teams, as they are known now.
store::Aliases aliasesOf(const pipeline::Context &context);
/// Which sums are meant; those of the last 30 days where no days are named.
Result<store::ReportFilter> reportOf(const pipeline::Context &context, const pipeline::Inbound &inbound);

void showSpentByKeys(pipeline::Context &context, pipeline::Inbound inbound);  ///< GET /spend/keys
void showSpentByUsers(pipeline::Context &context, pipeline::Inbound inbound); ///< GET /spend/users
void showSpendTags(pipeline::Context &context, pipeline::Inbound inbound);    ///< GET /spend/tags

void showGlobalSpend(pipeline::Context &context, pipeline::Inbound inbound);     ///< GET /global/spend
void showGlobalLogs(pipeline::Context &context, pipeline::Inbound inbound);      ///< GET /global/spend/logs
void showGlobalKeys(pipeline::Context &context, pipeline::Inbound inbound);      ///< GET /global/spend/keys
void showGlobalTeams(pipeline::Context &context, pipeline::Inbound inbound);     ///< GET /global/spend/teams
void showGlobalModels(pipeline::Context &context, pipeline::Inbound inbound);    ///< GET /global/spend/models
void showGlobalCustomers(pipeline::Context &context, pipeline::Inbound inbound); ///< POST /global/spend/end_users
void showGlobalTags(pipeline::Context &context, pipeline::Inbound inbound);      ///< GET /global/spend/tags
void showTagNames(pipeline::Context &context, pipeline::Inbound inbound);        ///< GET /global/spend/all_tag_names
void showProviders(pipeline::Context &context, pipeline::Inbound inbound);       ///< GET /global/spend/provider
void showReport(pipeline::Context &context, pipeline::Inbound inbound);          ///< GET /global/spend/report
void refreshSpend(pipeline::Context &context, pipeline::Inbound inbound);        ///< POST /global/spend/refresh
/// POST /global/spend/reset: what keys and teams have spent in their periods begins at nothing; the sums of days stay.
Result<std::string> resetSpend(people::Draft &draft, const Asked &asked);
void showCustomerNames(pipeline::Context &context, pipeline::Inbound inbound); ///< GET /global/all_end_users

} // namespace gatehouse::admin
