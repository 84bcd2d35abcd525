// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /gateway/info (admin): since when which version runs, and what it keeps where and how much of it: docs/operating.md.
void showGatewayInfo(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
