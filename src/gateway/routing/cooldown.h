// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/fault.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace gatehouse::routing {

/// A number for each kind of error that LiteLLM's policies name (BadRequestError…, AuthenticationError…, TimeoutError…,
/// RateLimitError…, ContentPolicyViolationError…, InternalServerError…): retry_policy and allowed_fails_policy.
struct FaultPolicy {
    std::optional<int> badRequest = {}, authentication = {}, timeout = {}, rateLimit = {}, contentPolicy = {},
                       internalServer = {};

    /// The number for \a fault. What is a kind of bad request in LiteLLM's classes takes that one's where it has none of its own.
    std::optional<int> of(Fault fault) const;
    bool isEmpty() const;
};

/// When a failing deployment rests, and for how long.
struct CooldownRules {
    bool isOff = false;                    ///< disable_cooldowns
    std::chrono::milliseconds time {5000}; ///< the deployment's cooldown_time, else the router's
    bool isOwnTime = false;                ///< the deployment's own: it stands above the provider's Retry-After
    std::optional<int> allowedFails = {};  ///< router_settings.allowed_fails where it is given and is not 3
    FaultPolicy allowedFailsPolicy = {};
    double failureThreshold = 0.5; ///< DEFAULT_FAILURE_THRESHOLD_PERCENT
    bool isWildcard = false;       ///< a deployment that stands for many models never rests
};

/// Who else could serve.
struct Peers {
    std::size_t deployments = 1; ///< of the group, this one included
    bool hasFallback = false;    ///< another group stands behind it
};

/// One failure beside what this minute has seen, this one included.
struct Failing {
    Fault fault = Fault::InternalServer;
    int status = 500;
    std::int64_t requests = 0, failures = 0; ///< of this minute; only requests that have ended
    int countedFails = 0;                    ///< failures without a pause of a cooldown time between two, for allowed_fails
    std::optional<std::chrono::milliseconds> retryAfter = {};
};

/// Whether \a failing tells of a sick deployment at all, rather than of a request that nobody could serve.
bool isSickness(const Failing &failing, const CooldownRules &rules);
/// How long a rest lasts that begins now; nothing = cooldowns are off or of no length. At most a day, whatever a provider says.
std::optional<std::chrono::milliseconds> restTime(const Failing &failing, const CooldownRules &rules);
/// How long the deployment rests after \a failing; nothing = it does not. Beyond LiteLLM's rules a single deployment rests
/// as one of several would where a fallback stands behind it.
std::optional<std::chrono::milliseconds> restAfter(const Failing &failing, const CooldownRules &rules, const Peers &peers);

} // namespace gatehouse::routing
