// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/strategies.h"

namespace gatehouse::routing {

namespace {

using Place = HealthSlots::Place;

constexpr float unheard = 0;       // is asked first, as in LiteLLM
constexpr float beingAsked = 1e6F; // nobody knows yet, or it fails: only when nobody is known to be better

// LiteLLM sends everybody to a deployment it has not heard of until the first answer is there; here the first one asks, and the
// others wait for what it hears.
float unknownPace(const Place &place, Clock::Instant now)
{
    constexpr float someErrors = 0.1F;
    const auto inFlight = static_cast<float>(place.inFlight());
    return inFlight > 0 || place.chunk.trends[place.at].errors(now) > someErrors ? beingAsked + inFlight : unheard;
}

// Its few instructions belong into the walk, which the compiler would not see by itself.
[[gnu::always_inline]] inline float paceOf(const Place &place, const Ask &ask, Clock::Instant oldest)
{
    const Pace &pace = place.chunk.paces[place.at];
    const float whole = pace.whole.load(std::memory_order_relaxed);
    if (whole <= 0 || pace.heardAt.load(std::memory_order_relaxed) < oldest)
        return unknownPace(place, ask.now);
    const float firstToken = ask.stream ? pace.firstToken.load(std::memory_order_relaxed) : 0;
    return firstToken > 0 ? firstToken : whole;
}

} // namespace

Choice leastBusy(const Candidates &candidates, const StrategySettings &, Random &random)
{
    return candidates.lowest([](std::uint32_t, const Place &place) { return place.inFlight(); }, random);
}

Choice fastest(const Candidates &candidates, const StrategySettings &settings, Random &random)
{
    const Ask &ask = candidates.ask();
    const Clock::Instant oldest = ask.now - settings.latencyAge;
    const auto pace = [&ask, oldest](std::uint32_t, const Place &place) { return paceOf(place, ask, oldest); };
    const Choice lowest = candidates.lowest(pace, random);
    if (!lowest || settings.latencyBuffer <= 0)
        return lowest;
    const float asGood = pace(*lowest, candidates.place(*lowest)) * static_cast<float>(1 + settings.latencyBuffer);
    return candidates.lowest(
        [&](std::uint32_t index, const Place &place) { return std::max(pace(index, place), asGood); }, random);
}

// LiteLLM looks at the tokens alone; here the scarcer of tokens and requests counts.
Choice leastUsed(const Candidates &candidates, const StrategySettings &, Random &random)
{
    const Pool &pool = candidates.pool();
    const Minute minute = candidates.minute();
    if (!pool.hasLimits) {
        const auto tokens = [minute](std::uint32_t, const Place &place) { return place.minute().tokens.count(minute); };
        return candidates.lowest(tokens, random);
    }
    const Shares *const shares = pool.shares.data();
    const auto input = static_cast<float>(candidates.ask().inputTokens);
    const auto used = [=, &candidates](std::uint32_t index, const Place &place, float best) {
        constexpr float nearly = 0.99F; // shares are rounded, limits are not
        const Shares share = shares[index];
        const float byTokens = (static_cast<float>(place.minute().tokens.count(minute)) + input) * share.token;
        if (byTokens > best)
            return byTokens;
        const float byRequests = static_cast<float>(place.minute().requests.count(minute)) * share.request;
        const float most = std::max(byTokens, byRequests);
        return most > nearly && !candidates.isWithinLimits(index, place) ? std::numeric_limits<float>::max() : most;
    };
    return candidates.lowest(used, random);
}

Choice cheapest(const Candidates &candidates, const StrategySettings &, Random &)
{
    const double *const costs = candidates.pool().costs.data();
    const bool all = candidates.hasAll();
    double best = std::numeric_limits<double>::infinity();
    Choice cheapest;
    candidates.forEach([&](std::uint32_t index, const Place &place) {
        if (costs[index] >= best || !(all || candidates.has(index, place)))
            return;
        best = costs[index];
        cheapest = index;
    });
    return cheapest;
}

} // namespace gatehouse::routing
