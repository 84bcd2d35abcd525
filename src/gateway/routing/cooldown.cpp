// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/cooldown.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

using std::chrono::milliseconds;

constexpr int usualAllowedFails = 3;             // allowed_fails where a policy has no row for a fault
constexpr std::int64_t fewestRequests = 5;       // a share of fewer says nothing
constexpr std::int64_t manyRequests = 1000;      // when all of so many failed, even a lone deployment rests
constexpr milliseconds longestRest {86'400'000}; // so that no header can take a deployment away for good

// Another try at the same deployment may help; LiteLLM's _should_retry.
bool mayPass(int status)
{
    return status == 408 || status == 409 || status == 429 || status >= 500;
}

// allowed_fails and allowed_fails_policy.
bool exceedsAllowed(const Failing &failing, const CooldownRules &rules)
{
    const int allowed = rules.allowedFailsPolicy.of(failing.fault).value_or(rules.allowedFails.value_or(usualAllowedFails));
    return failing.countedFails > allowed;
}

// Without them: by what failed, and how much of this minute did.
bool isBad(const Failing &failing, const CooldownRules &rules, bool hasOthers)
{
    if (!mayPass(failing.status))
        return true;
    if (failing.failures == failing.requests && failing.requests >= manyRequests)
        return true;
    if (!hasOthers)
        return false;
    const bool isMostly = static_cast<double>(failing.failures) > rules.failureThreshold * static_cast<double>(failing.requests);
    return failing.status == 429 || (isMostly && failing.requests >= fewestRequests);
}

} // namespace

std::optional<int> FaultPolicy::of(Fault fault) const
{
    switch (fault) {
    case Fault::ContentPolicyViolation: return contentPolicy ? contentPolicy : badRequest;
    case Fault::BadRequest:
    case Fault::UnsupportedParams:
    case Fault::ContextWindowExceeded: return badRequest;
    case Fault::Authentication: return authentication;
    case Fault::Timeout: return timeout;
    case Fault::RateLimit: return rateLimit;
    case Fault::InternalServer: return internalServer;
    default: return std::nullopt;
    }
}

bool FaultPolicy::isEmpty() const
{
    return !badRequest && !authentication && !timeout && !rateLimit && !contentPolicy && !internalServer;
}

// LiteLLM leaves out "APIConnectionError" too, which there is the name for whatever went wrong on its own side. Here it is a
// connection that the provider refused, reset or cut, and that is as sick as a provider can be: it counts.
bool isSickness(const Failing &failing, const CooldownRules &rules)
{
    if (rules.isWildcard || !info(failing.fault).hurtsHealth || failing.status == 0)
        return false;
    return mayPass(failing.status) || failing.status < 400 || failing.status == 401 || failing.status == 404;
}

std::optional<milliseconds> restTime(const Failing &failing, const CooldownRules &rules)
{
    const milliseconds time = rules.isOwnTime ? rules.time : failing.retryAfter.value_or(rules.time);
    if (rules.isOff || time <= milliseconds(0))
        return std::nullopt;
    return std::min(time, longestRest);
}

std::optional<milliseconds> restAfter(const Failing &failing, const CooldownRules &rules, const Peers &peers)
{
    if (!isSickness(failing, rules))
        return std::nullopt;
    const bool hasOthers = peers.deployments > 1 || peers.hasFallback;
    const bool byCount = rules.allowedFails || !rules.allowedFailsPolicy.isEmpty();
    if (byCount ? !exceedsAllowed(failing, rules) : !isBad(failing, rules, hasOthers))
        return std::nullopt;
    return restTime(failing, rules);
}

} // namespace gatehouse::routing
