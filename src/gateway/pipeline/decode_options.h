// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/wire/call.h"

/// What body and headers ask of the gateway itself, and what of them travels on. Nothing here refuses a call: what cannot be read
/// is as if it had not been said.
namespace gatehouse::pipeline {

/// Retries, times, fallbacks, tags, what to do with parameters: into the call's options.
void readOptions(wire::Call &call, const Inbound &inbound, const Settings &settings);
/// The fields that go to the provider with the call, of the request's own and of the body's extra_headers.
void readForwarded(wire::Call &call, const Inbound &inbound, const Settings &settings);

} // namespace gatehouse::pipeline
