// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /health/liveliness and /health/liveness: the process answers.
void showLiveliness(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /health/readiness: 200 while at least one deployment takes requests, 503 when every one of them rests or is in an outage;
/// the administrator is told which and why.
void showReadiness(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /health: a real, minimal call to every deployment (or those of ?model= or ?model_id=), or what background checks have
/// found last. 200 when one is healthy, 503 when none is, 404 for a model that does not exist.
void checkHealth(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
