// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// What is known of the models, for whoever has a key. Credentials are in none of these answers.
namespace gatehouse::admin {

/// GET /model/info: the deployments; litellm_model_id=ID picks one, 400 when there is none.
void listDeployments(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /v2/model/info: a page of them. page (1), size (50, at most 1000), model (a group), modelId, search (in the names),
/// sortBy (model_name or costs), sortOrder (asc or desc).
void listDeploymentPage(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
