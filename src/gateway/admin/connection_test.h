// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// POST /health/test_connection: {"litellm_params": {…}, "mode"?, "model_info"?} is asked what a health check asks, though it is
/// in no configuration. 400 for a body that is none of this; a provider that refuses is a 200 that says so.
void testConnection(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
