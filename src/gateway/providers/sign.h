// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/wire/headers.h"

#include <string_view>

namespace gatehouse::providers {

/// A request for a cloud, about to be sent.
struct Unsigned {
    std::string_view url, body;
};

/// Adds to \a headers what shows a cloud who asks: AWS's signature or bearer token, a given Entra token. Deployments with a plain
/// key need nothing and are left alone. Fails with Authentication where there is no credential, saying what was looked for.
Result<> sign(const Deployment &deployment, const Unsigned &request, Clock::Wall now, wire::Headers &headers);

} // namespace gatehouse::providers
