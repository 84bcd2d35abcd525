// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/verdict.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

using std::chrono::milliseconds;

bool isWorthARetry(const Error &error, const Situation &situation)
{
    const int status = error.httpStatus();
    if (status == 401 || status == 403) // another deployment has another key; the same one will say the same
        return situation.groupSize > 1;
    return info(error.fault).mayRetry && (status == 408 || status == 409 || status == 429 || status >= 500);
}

bool isForAFallback(const Error &error, const Situation &situation)
{
    const bool isSpecial = error.fault == Fault::ContextWindowExceeded || error.fault == Fault::ContentPolicyViolation;
    return situation.hasFallback && isSpecial;
}

milliseconds pause(const Error &error, int tries, const RetrySettings &settings, Random &random)
{
    constexpr milliseconds longestOrder {60'000}, first {500}, longest {8'000};
    const milliseconds jitter(std::uniform_int_distribution<int>(0, 749)(random));
    if (error.retryAfter && error.retryAfter->count() > 0 && *error.retryAfter <= longestOrder)
        return *error.retryAfter + jitter;
    const milliseconds backOff = first * (1 << std::min(tries - 1, 10));
    return std::min(std::max(backOff, settings.retryAfter), longest) + jitter;
}

bool mayRetry(const Error &error, const Situation &situation, const RetrySettings &settings)
{
    const auto policy = settings.policyFor(error.fault);
    const int retries = settings.asked.value_or(policy.value_or(settings.ofDeployment.value_or(settings.retries)));
    if (situation.tries > retries || !situation.hasAvailable)
        return false;
    if (situation.isAnswered && !situation.hasUntried)
        return false;
    return policy || (isWorthARetry(error, situation) && !isForAFallback(error, situation));
}

} // namespace

std::optional<int> RetrySettings::policyFor(Fault fault) const
{
    if (const auto own = ofGroup.of(fault))
        return own;
    return policy.of(fault);
}

Verdict judge(const Error &error, const Situation &situation, const RetrySettings &settings, Random &random)
{
    if (!mayRetry(error, situation, settings))
        return {Verdict::Kind::FallBack};
    return {Verdict::Kind::Retry, situation.hasUntried ? milliseconds(0) : pause(error, situation.tries, settings, random)};
}

} // namespace gatehouse::routing
