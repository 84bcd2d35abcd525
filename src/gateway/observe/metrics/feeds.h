// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/metrics/registry.h"

/// What a receipt, or one of its attempts, adds to each metric: see Feed. Seconds, tokens, US dollars, or 1 for what is counted.
namespace gatehouse::observe::metrics {

std::optional<double> everyCall(const Sight &sight);
std::optional<double> failedCall(const Sight &sight);
std::optional<double> completedCall(const Sight &sight);
std::optional<double> failedUpstream(const Sight &sight);
std::optional<double> spend(const Sight &sight);
std::optional<double> totalTokens(const Sight &sight);
std::optional<double> inputTokens(const Sight &sight);
std::optional<double> outputTokens(const Sight &sight);
std::optional<double> cacheHit(const Sight &sight);
std::optional<double> cacheMiss(const Sight &sight);
std::optional<double> tokensFromCache(const Sight &sight);
std::optional<double> cacheRead(const Sight &sight);
std::optional<double> cacheWritten(const Sight &sight);
std::optional<double> totalLatency(const Sight &sight);
std::optional<double> queueTime(const Sight &sight);
std::optional<double> providerLatency(const Sight &sight);
std::optional<double> firstToken(const Sight &sight);
std::optional<double> overhead(const Sight &sight);
std::optional<double> sharedAnswer(const Sight &sight);
std::optional<double> fallbackWorked(const Sight &sight);
std::optional<double> fallbackFailed(const Sight &sight);

std::optional<double> everyAttempt(const Sight &sight);
std::optional<double> answered(const Sight &sight);
std::optional<double> unanswered(const Sight &sight);
std::optional<double> givenUp(const Sight &sight);
std::optional<double> cooledDown(const Sight &sight);
std::optional<double> remainingRequests(const Sight &sight);
std::optional<double> remainingTokens(const Sight &sight);
std::optional<double> secondsPerToken(const Sight &sight);

std::optional<double> everyJudgement(const Sight &sight);
std::optional<double> guardrailFailed(const Sight &sight);
std::optional<double> guardrailSeconds(const Sight &sight);

/// The attempt that gave the answer; nullptr = none did.
const AttemptRecord *answering(const Receipt &receipt);
/// The last attempt that failed in the group that was asked first; nullptr = none did.
const AttemptRecord *firstGroupsFailure(const Receipt &receipt);
/// Whether the provider failed, rather than that nobody waited for it any longer.
bool hasFailed(const AttemptRecord &attempt);
double seconds(std::chrono::microseconds time);

} // namespace gatehouse::observe::metrics
