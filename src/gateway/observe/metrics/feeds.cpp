// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/feeds.h"

#include <algorithm>

namespace gatehouse::observe::metrics {

namespace {

using Given = std::optional<double>;

Given onceIf(bool isSo)
{
    return isSo ? Given(1) : std::nullopt;
}

Given unlessNone(std::int64_t count)
{
    return count > 0 ? Given(static_cast<double>(count)) : std::nullopt;
}

bool isCompleted(const Receipt &receipt)
{
    return receipt.outcome == Outcome::Completed;
}

Given secondsIf(bool isSo, std::chrono::microseconds time)
{
    return isSo ? Given(seconds(time)) : std::nullopt;
}

} // namespace

double seconds(std::chrono::microseconds time)
{
    constexpr double inSecond = 1e6;
    return static_cast<double>(std::max<std::int64_t>(time.count(), 0)) / inSecond;
}

bool hasFailed(const AttemptRecord &attempt)
{
    return attempt.fault && *attempt.fault != Fault::ClientGone && *attempt.fault != Fault::ShuttingDown;
}

const AttemptRecord *answering(const Receipt &receipt)
{
    for (auto each = receipt.attempts.rbegin(); each != receipt.attempts.rend(); ++each) {
        if (!each->fault && !each->isGivenUp)
            return &*each;
    }
    return nullptr;
}

const AttemptRecord *firstGroupsFailure(const Receipt &receipt)
{
    const AttemptRecord *last = nullptr;
    for (const AttemptRecord &each : receipt.attempts) {
        if (each.group != receipt.attempts.front().group)
            break;
        if (hasFailed(each))
            last = &each;
    }
    return last;
}

Given everyCall(const Sight &)
{
    return 1;
}

Given failedCall(const Sight &sight)
{
    return onceIf(sight.receipt.outcome == Outcome::Failed || sight.receipt.outcome == Outcome::Refused);
}

Given completedCall(const Sight &sight)
{
    return onceIf(isCompleted(sight.receipt));
}

Given failedUpstream(const Sight &sight)
{
    return onceIf(sight.receipt.outcome == Outcome::Failed && !sight.receipt.attempts.empty());
}

// What a broken call has cost is spent too.
Given spend(const Sight &sight)
{
    if (!sight.receipt.cost)
        return std::nullopt;
    constexpr double inDollar = 1e9;
    return static_cast<double>(sight.receipt.cost->total.nanoDollars) / inDollar;
}

Given totalTokens(const Sight &sight)
{
    return unlessNone(sight.receipt.usage.input + sight.receipt.usage.output);
}

Given inputTokens(const Sight &sight)
{
    return unlessNone(sight.receipt.usage.input);
}

Given outputTokens(const Sight &sight)
{
    return unlessNone(sight.receipt.usage.output);
}

Given cacheHit(const Sight &sight)
{
    return onceIf(sight.receipt.isCached);
}

// The cache was asked, or what was answered was kept.
Given cacheMiss(const Sight &sight)
{
    return onceIf(!sight.receipt.cacheKey.empty() && !sight.receipt.isCached && isCompleted(sight.receipt));
}

Given tokensFromCache(const Sight &sight)
{
    return sight.receipt.isCached ? totalTokens(sight) : std::nullopt;
}

Given cacheRead(const Sight &sight)
{
    return unlessNone(sight.receipt.usage.cachedRead);
}

Given cacheWritten(const Sight &sight)
{
    return unlessNone(sight.receipt.usage.cacheWrite);
}

Given totalLatency(const Sight &sight)
{
    return secondsIf(isCompleted(sight.receipt), sight.receipt.duration);
}

Given queueTime(const Sight &sight)
{
    return secondsIf(isCompleted(sight.receipt), sight.receipt.stages.queue);
}

Given providerLatency(const Sight &sight)
{
    const AttemptRecord *attempt = isCompleted(sight.receipt) ? answering(sight.receipt) : nullptr;
    return attempt ? Given(seconds(attempt->duration)) : std::nullopt;
}

Given firstToken(const Sight &sight)
{
    const AttemptRecord *attempt = isCompleted(sight.receipt) && sight.receipt.stream ? answering(sight.receipt) : nullptr;
    return attempt && attempt->firstToken.count() > 0 ? Given(seconds(attempt->firstToken)) : std::nullopt;
}

Given overhead(const Sight &sight)
{
    const Receipt &receipt = sight.receipt;
    return secondsIf(isCompleted(receipt) && !receipt.attempts.empty(), receipt.duration - receipt.upstreamTime);
}

Given sharedAnswer(const Sight &sight)
{
    return onceIf(sight.receipt.isShared);
}

Given fallbackWorked(const Sight &sight)
{
    return onceIf(sight.receipt.fallbacks > 0 && isCompleted(sight.receipt));
}

Given fallbackFailed(const Sight &sight)
{
    return onceIf(sight.receipt.fallbacks > 0 && sight.receipt.outcome == Outcome::Failed);
}

Given everyJudgement(const Sight &)
{
    return 1;
}

Given guardrailFailed(const Sight &sight)
{
    return onceIf(sight.guardrail->status == GuardrailRecord::Status::Failed);
}

Given guardrailSeconds(const Sight &sight)
{
    return seconds(sight.guardrail->duration);
}

Given everyAttempt(const Sight &)
{
    return 1;
}

Given answered(const Sight &sight)
{
    return onceIf(!sight.attempt->fault && !sight.attempt->isGivenUp);
}

Given unanswered(const Sight &sight)
{
    return onceIf(hasFailed(*sight.attempt));
}

Given givenUp(const Sight &sight)
{
    return onceIf(sight.attempt->isGivenUp);
}

Given cooledDown(const Sight &sight)
{
    return onceIf(sight.attempt->hasMadeRest);
}

Given remainingRequests(const Sight &sight)
{
    const auto left = sight.attempt->remainingRequests;
    return left ? Given(static_cast<double>(*left)) : std::nullopt;
}

Given remainingTokens(const Sight &sight)
{
    const auto left = sight.attempt->remainingTokens;
    return left ? Given(static_cast<double>(*left)) : std::nullopt;
}

Given secondsPerToken(const Sight &sight)
{
    const AttemptRecord &attempt = *sight.attempt;
    if (attempt.fault || attempt.isGivenUp || attempt.usage.output <= 0)
        return std::nullopt;
    return seconds(attempt.duration) / static_cast<double>(attempt.usage.output);
}

} // namespace gatehouse::observe::metrics
