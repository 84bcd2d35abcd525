// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/pipeline/context.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// Request → Call: reads the body's top level, checks the types of what the gateway needs, takes the model's name from the
/// setting, the path or the body (in this order), and what body and headers ask of the gateway itself. Consumes
/// the request's body. Fails with Fault::InvalidRequest (400) or Unauthorized (a client-side api_base).
Result<wire::Call> decode(Inbound &inbound, const Settings &settings);

} // namespace gatehouse::pipeline
