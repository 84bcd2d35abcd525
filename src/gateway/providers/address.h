// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/wire/call.h"

#include <string>

namespace gatehouse::providers {

/// Where a chat call to \a deployment goes.
std::string address(const Deployment &deployment);
/// Where a call of another kind goes: \a path after the deployment's base.
std::string address(const Deployment &deployment, std::string_view path);

/// The header fields of that call: credential, content type, the deployment's own and the client's forwarded ones. \a fromBody
/// are those that the translated body needs (anthropic-beta is joined, not repeated).
wire::Headers headers(const Deployment &deployment, const wire::Call &call, const wire::Headers &fromBody);

} // namespace gatehouse::providers
