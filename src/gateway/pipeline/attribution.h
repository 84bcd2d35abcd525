// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// The tags that a request gives itself. The body's stand above the header's; metadata.tags is where LiteLLM's own SDK puts them.
std::vector<std::string> tagsOf(const wire::JsonObject &body, const wire::Headers &headers);

/// Writes into \a receipt on whose account \a call is: the caller's key, the end user it names, its tags with
/// those of the key, its session, and what it wants to be kept with the record. The master key may speak for others: user_id and
/// team_id of the body are then the user and team that are charged.
void attribute(Receipt &receipt, const wire::Call &call, const Inbound &inbound, const people::Policy &policy);

} // namespace gatehouse::pipeline
