// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/learning.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

using Place = HealthSlots::Place;

constexpr float timeoutSample = 1000; // seconds: what a time-out counts in latency-based routing

float seconds(std::chrono::microseconds duration)
{
    return std::chrono::duration<float>(duration).count();
}

void learnPace(const Place &place, const Ended &ended, std::size_t keep, Clock::Instant now)
{
    const bool isTimeout = ended.fault == Fault::Timeout;
    if (ended.fault && !isTimeout)
        return;
    const auto tokens = static_cast<float>(std::max<std::int64_t>(ended.outputTokens, 1));
    Pace &pace = place.chunk.paces[place.at];
    pace.whole = place.record().whole.add(isTimeout ? timeoutSample : seconds(ended.duration) / tokens, keep);
    // LiteLLM keeps time-outs out of this list and divides by the length of the other one: there a stream's time-out makes a
    // deployment look faster.
    if (ended.stream && (isTimeout || ended.firstToken.count() > 0))
        pace.firstToken = place.record().firstToken.add(isTimeout ? timeoutSample : seconds(ended.firstToken) / tokens, keep);
    pace.heardAt = now;
}

void learnTrend(Trend &trend, const Ended &ended, Clock::Instant now)
{
    const bool isTimeout = ended.fault == Fault::Timeout;
    const bool tellsTime = !ended.fault || isTimeout;
    const bool isSilent = isTimeout && ended.stream && ended.firstToken.count() == 0;
    trend.hear(tellsTime ? seconds(ended.duration) : 0, isSilent ? seconds(ended.duration) : seconds(ended.firstToken),
        isFailure(ended), now);
}

} // namespace

bool isFailure(const Ended &ended)
{
    return ended.fault && info(*ended.fault).hurtsHealth;
}

void learn(const Place &place, const Ended &ended, std::size_t keep, Clock::Instant now)
{
    const auto &[chunk, at] = place;
    place.record().ended.add(1, now);
    if (isFailure(ended))
        place.record().failures.add(1, now);
    if (const std::int64_t tokens = ended.inputTokens + ended.outputTokens; tokens > 0)
        place.minute().tokens.add(tokens, now);
    learnPace(place, ended, keep, now);
    learnTrend(chunk.trends[at], ended, now);
}

} // namespace gatehouse::routing
