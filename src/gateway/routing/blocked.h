// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse {
struct Deployment;
}

namespace gatehouse::routing {

/// What a group that has only blocked deployments says of itself (Group::unserved), and its callers are told.
constexpr std::string_view blockedWords = "Model is blocked";

/// model_info.blocked: an administrator has taken the deployment out of service. It stays in every list and takes no request.
/// Reads JSON, so ask once for each configuration.
bool isBlocked(const Deployment &deployment);

} // namespace gatehouse::routing
