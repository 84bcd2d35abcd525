// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// How each deployment is, and what an administrator can do about it. 404 for an id that no deployment has.
namespace gatehouse::admin {

/// GET /health/deployments: {"deployments": […]}.
void listDeploymentHealth(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /health/deployments/{id}.
void showDeploymentHealth(pipeline::Context &context, pipeline::Inbound inbound);
/// POST /health/deployments/{id}/close: it takes requests again at once. The answer is how it stands now.
void closeDeployment(pipeline::Context &context, pipeline::Inbound inbound);
/// POST /health/deployments/{id}/outage {"minutes": 5}: a drill, as if its provider were down. Up to a week.
void beginOutage(pipeline::Context &context, pipeline::Inbound inbound);
/// DELETE /health/deployments/{id}/outage.
void endOutage(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
