// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /traffic (admin): {"data": [rows rising by id], "next": N}. after=N gives the rows that changed since the page whose
/// "next" was N, limit (200, at most 1000) how many. Calls in flight are rows too.
void listTraffic(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
