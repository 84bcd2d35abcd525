// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::admin {

/// Whether requests get through to a deployment that stands so: it is not resting, and no outage of it is simulated. One that is
/// half-open is tried, so it counts.
bool takesRequests(const routing::Standing &standing);

/// One object of GET /health/deployments.
void writeStanding(wire::JsonWriter &json, const Deployment &deployment, pipeline::Context &context);

} // namespace gatehouse::admin
