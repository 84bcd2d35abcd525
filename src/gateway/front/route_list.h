// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::front {

/// GET /routes: the table of endpoints in LiteLLM's shape, {"routes": [{path, methods, name, endpoint}]}. A path stands once,
/// with all its methods; its name is made from it.
void listRoutes(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::front
