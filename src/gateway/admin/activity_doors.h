// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// The doors to how much was asked.
namespace gatehouse::admin {

void showActivity(pipeline::Context &context, pipeline::Inbound inbound);               ///< GET /global/activity
void showModelActivity(pipeline::Context &context, pipeline::Inbound inbound);          ///< GET /global/activity/model
void showRateLimited(pipeline::Context &context, pipeline::Inbound inbound);            ///< GET /global/activity/exceptions
void showRateLimitedDeployments(pipeline::Context &context, pipeline::Inbound inbound); ///< …/exceptions/deployment
void showCacheHits(pipeline::Context &context, pipeline::Inbound inbound);              ///< GET /global/activity/cache_hits

void showUserDays(pipeline::Context &context, pipeline::Inbound inbound);         ///< GET /user/daily/activity
void showUserDaysWhole(pipeline::Context &context, pipeline::Inbound inbound);    ///< GET /user/daily/activity/aggregated
void showTeamDays(pipeline::Context &context, pipeline::Inbound inbound);         ///< GET /team/daily/activity
void showTagDays(pipeline::Context &context, pipeline::Inbound inbound);          ///< GET /tag/daily/activity
void showOrganizationDays(pipeline::Context &context, pipeline::Inbound inbound); ///< GET /organization/daily/activity
void showCustomerDays(pipeline::Context &context, pipeline::Inbound inbound);     ///< GET /customer/daily/activity

} // namespace gatehouse::admin
