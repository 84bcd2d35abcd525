// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /metrics, for Prometheus: what was counted, and how everything stands now. Asks for a key unless
/// require_auth_for_metrics_endpoint is false.
void showMetrics(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
