// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

namespace gatehouse::front {

/// Finds the row of \a request, asks its guard and hands it to its handler; answers CORS preflights, 404, 405 and refusals
/// itself.
void open(pipeline::Context &context, wire::Request request, std::unique_ptr<wire::Reply> reply);

/// Whether the body of \a request, of which only the head has come, goes to its handler as it comes.
bool isStreamed(const pipeline::Context &context, const wire::Request &request);

} // namespace gatehouse::front
