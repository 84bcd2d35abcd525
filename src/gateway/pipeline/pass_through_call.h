// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/pipeline/pass_through_rules.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// A request that is handed on as it is, as a call: for those who are told of it, never for the provider. Its body is the
/// request's where that was read whole and is a JSON object. Of a door that is no provider's it is litellm_metadata alone: what
/// the other members mean there, nobody here knows.
wire::Call passedCall(const PassThroughRule &rule, const Inbound &inbound);

/// litellm_metadata of \a body, and nothing else of it.
wire::JsonObject ownPartOf(const wire::JsonObject &body);

/// The text of \a body without litellm_metadata, which is for the gateway: a provider may refuse members that it does not know.
std::string withoutOwnPart(const wire::JsonObject &body);

} // namespace gatehouse::pipeline
