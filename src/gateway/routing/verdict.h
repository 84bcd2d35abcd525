// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/routing/route.h"

#include <chrono>

namespace gatehouse::routing {

/// What a failed attempt means for its call.
struct Verdict {
    enum class Kind { Retry, FallBack };
    Kind kind = Kind::FallBack;
    std::chrono::milliseconds delay {0}; ///< of a retry
};

struct RetrySettings {
    int retries = 2;                          ///< further attempts within one group
    std::chrono::milliseconds retryAfter {0}; ///< router_settings.retry_after: the least wait
};

/// Decides after \a error, the \a tries-th failed attempt (from 1) in a group of \a groupSize deployments: litellm.md §6.10.
/// With another deployment to go to a retry does not wait; otherwise it waits for the provider's Retry-After (up to 60 s), or
/// 0.5 s · 2ⁿ up to 8 s, plus jitter.
Verdict judge(const Error &error, int tries, std::size_t groupSize, const RetrySettings &settings, Random &random);

} // namespace gatehouse::routing
