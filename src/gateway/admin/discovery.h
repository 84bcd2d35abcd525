// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// POST /providers/discover: a provider's own list of models, asked with a key that need not be configured. See
/// docs/providers-api.md. 400 for a body that is none; a provider that refuses is a 200 that says so.
void discoverModels(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
