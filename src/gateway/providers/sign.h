// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/deployment.h"
#include "gateway/core/grant.h"
#include "gateway/core/result.h"
#include "gateway/wire/headers.h"

#include <string_view>

namespace gatehouse::providers {

/// A request for a cloud, about to be sent, with what was fetched for it.
struct Unsigned {
    std::string_view url, body;
    const Grant *grant = nullptr; ///< needed where deployment.cloud.isFetched()
    std::string_view method = "POST";
};

/// Adds to \a headers what shows a cloud who asks: AWS's signature or bearer token, a token of Google's or Entra's. Deployments
/// with a plain key need nothing and are left alone. Fails with Authentication where there is no credential, saying what was
/// looked for.
Result<> sign(const Deployment &deployment, const Unsigned &request, Clock::Wall now, wire::Headers &headers);

/// \a why there is no credential, as the caller is told: Fault::Authentication, with the provider's name.
Error refusal(const Deployment &deployment, const std::string &why);

} // namespace gatehouse::providers
