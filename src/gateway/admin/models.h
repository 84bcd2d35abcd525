// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /v1/models: aliases and groups; with return_wildcard_routes=true the wildcard patterns too.
void listModels(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /v1/models/{model}: 404 when no group or alias has that name.
void showModel(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /model/info: the deployments without their credentials; litellm_model_id=ID picks one, 400 when there is none.
void listDeployments(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /public/model_hub: no group is published.
void listPublicModels(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /public/providers: the providers this version serves.
void listProviders(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
