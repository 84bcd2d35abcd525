// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// The doors to single calls and what they cost.
namespace gatehouse::admin {

/// GET /spend/logs: calls and what they cost, or the sums of days.
void listSpend(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /spend/logs/v2, /spend/logs/ui: a page of calls.
void pageSpend(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /spend/logs/session/ui?session_id=: the calls of a session, the first one first.
void pageSession(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /spend/logs/ui/{request_id}: what was said.
void showSaid(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /spend/logs/{request_id}/why: each line of the call's bill.
void showWhy(pipeline::Context &context, pipeline::Inbound inbound);
/// POST /spend/last_used {"of": "key", "ids": […]}: when each was last used, of those that the caller may see.
void showLastUsed(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
