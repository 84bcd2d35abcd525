// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /v1/models: aliases, groups and what wildcards stand for; with return_wildcard_routes=true the patterns too.
void listModels(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /v1/models/{model}: 404 for a name that is not listed.
void showModel(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /public/model_hub: no group is published.
void listPublicModels(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /public/providers: the providers this version serves.
void listProviders(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
