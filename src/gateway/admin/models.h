// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /v1/models: aliases and groups; with return_wildcard_routes=true the wildcard patterns too.
void listModels(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /v1/models/{model}: 404 when no group or alias has that name.
void showModel(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
