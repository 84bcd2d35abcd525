// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/routing/cooldown.h"
#include "gateway/routing/random.h"

#include <chrono>

namespace gatehouse::routing {

/// What a failed attempt means for its call.
struct Verdict {
    enum class Kind { Retry, FallBack };
    Kind kind = Kind::FallBack;
    std::chrono::milliseconds delay {0}; ///< of a retry
};

struct RetrySettings {
    std::optional<int> asked = {};            ///< by the caller; it stands above all others
    std::optional<int> ofDeployment = {};     ///< litellm_params.num_retries
    FaultPolicy ofGroup = {};                 ///< model_group_retry_policy
    FaultPolicy policy = {};                  ///< retry_policy
    int retries = 2;                          ///< further attempts within one group, for all others
    std::chrono::milliseconds retryAfter {0}; ///< router_settings.retry_after: the least wait

    /// What the policies say about \a fault: then it decides alone whether to retry.
    std::optional<int> policyFor(Fault fault) const;
};

/// How things stand when an attempt has failed.
struct Situation {
    int tries = 1;             ///< failed attempts in this group, this one included
    std::size_t groupSize = 1; ///< deployments
    bool hasUntried = false;   ///< one that takes requests has not been tried
    bool hasAvailable = true;  ///< one takes requests at all
    bool hasFallback = false;  ///< a group stands behind this one for such an error
    bool isAnswered = false;   ///< the provider sent its whole answer, which is paid for, and it is of no use
};

/// Decides after \a error. Another deployment that has not been tried is tried at once; otherwise a retry
/// waits for the provider's Retry-After (up to 60 s), or 0.5 s · 2ⁿ up to 8 s, plus jitter. What would be refused again is not
/// retried, nor what is about to be answered by a fallback; and where the provider has answered in full, which is paid for,
/// only another deployment is asked, never the same again.
Verdict judge(const Error &error, const Situation &situation, const RetrySettings &settings, Random &random);

} // namespace gatehouse::routing
