// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// The doors of live traffic, for administrators.
namespace gatehouse::admin {

/// GET /traffic: {"data": [rows rising by id], "next": N}. after=N gives the rows that changed since the page whose "next" was N,
/// limit (200, at most 1000) how many of the newest. Calls in flight are rows too. Filters: state, model, key, team, status,
/// errors, text, before (an id). stored=true lists what is on disk instead.
void listTraffic(pipeline::Context &context, pipeline::Inbound inbound);

/// GET /traffic/{id}, by id or call id: the row with its wires, its routing and what the provider's prompt cache did. 404 when
/// nobody remembers it.
void showTraffic(pipeline::Context &context, pipeline::Inbound inbound);

/// DELETE /traffic/{id}: ends a call that is running. 404 when there is none of that id, 409 when it has ended.
void abortTraffic(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
