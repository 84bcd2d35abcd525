// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// What the gateway would make of a request, without sending it.
namespace gatehouse::admin {

/// GET /utils/supported_openai_params: the parameters that model=NAME takes, configured or "provider/model"; 400 for a name
/// that means nothing.
void showSupportedParams(pipeline::Context &context, pipeline::Inbound inbound);

/// POST /utils/transform_request: {call_type, request_body} → address, body and header fields as the provider would get them,
/// credentials hidden. What would be refused is told in "error".
void previewRequest(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
