// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// How calls find their way, for administrators. Nothing here sends, counts or holds anything.
namespace gatehouse::admin {

/// GET /route/map: the model groups with their deployments, other names for them, and what stands behind each when it fails.
void showRouteMap(pipeline::Context &context, pipeline::Inbound inbound);

/// POST /route/explain: {request_body, call_type, key, input_tokens, failure} → where such a call would go at this moment, why,
/// and where to if that failed. A call that would be refused is told as "refusal"; 400 only for a question that makes no sense.
void explainRoute(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
