// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/strategies.h"

#include <array>

namespace gatehouse::routing {

namespace {

// The simulation in tests/bench/routing found these.
constexpr std::size_t mostCompared = 64; // of larger groups a random stretch is looked at
constexpr float fadeSeconds = 20;        // after which half of a latency is forgotten
constexpr float asGood = 1.1F;           // a score within this factor of the best is as good
constexpr float safeShare = 0.6F;        // of a limit; others may be using it up too
constexpr float leadSeconds = 6;         // of requests that may come at once when a minute begins

struct Compared {
    std::uint32_t index = 0;
    float latency = 0; // until the first token, of streams; 0 = not known
    float fresh = 0;   // how much of it still holds, 0 … 1
    float errors = 0;  // the share of failures
    float inFlight = 0;
    float overdue = 0;  // for how many usual answers' time nothing has ended
    float pressure = 0; // how much faster than safe its rpm is being used up
    float score = 0;
};

/// What is looked at for one choice.
struct View {
    std::array<Compared, mostCompared> all;
    std::size_t size = 0;

    std::span<Compared> each() { return {all.data(), size}; }
};

float overdue(const Trend &trend, float inFlight, Clock::Instant now)
{
    return inFlight > 0 && trend.latency() > 0 ? trend.silence(now) / trend.latency() : 0;
}

float pressure(const Candidates &candidates, std::uint32_t index, const HealthSlots::Place &place)
{
    const auto intoMinute = candidates.ask().now.time_since_epoch() % std::chrono::minutes(1);
    const float passed = (std::chrono::duration<float>(intoMinute).count() + leadSeconds) / 60;
    const auto requests = static_cast<float>(place.minute().requests.count(candidates.minute()) + 1);
    return requests / static_cast<float>(candidates.pool().rpm[index]) / (passed * safeShare);
}

Compared figuresOf(const Candidates &candidates, std::uint32_t index)
{
    const HealthSlots::Place place = candidates.place(index);
    const Trend &trend = place.chunk.trends[place.at];
    const Clock::Instant now = candidates.ask().now;
    const auto inFlight = static_cast<float>(place.inFlight());
    const float firstToken = candidates.ask().stream ? trend.firstToken() : 0;
    return {index, firstToken > 0 ? firstToken : trend.latency(), fadeSeconds / (fadeSeconds + trend.age(now)), trend.errors(now),
        inFlight, overdue(trend, inFlight, now), pressure(candidates, index, place), 0};
}

void look(View &view, const Candidates &candidates, Random &random)
{
    const std::size_t count = candidates.size();
    std::size_t n = count > mostCompared ? static_cast<std::size_t>(fraction(random) * static_cast<double>(count)) : 0;
    for (std::size_t looked = 0; looked < count && view.size < mostCompared; ++looked) {
        const std::uint32_t index = candidates.at(n);
        n = n + 1 < count ? n + 1 : 0;
        if (candidates.has(index))
            view.all[view.size++] = figuresOf(candidates, index);
    }
}

float squared(float number)
{
    return number * number;
}

// By what factor \a times too much of something makes a deployment worse.
float penalty(float times)
{
    return squared(std::max(times, 1.0F));
}

// Lower is better: the time an answer will take, longer for what waits there already, for tries that will have been in vain, for
// a limit that is coming near, and for a silence that looks like the beginning of an outage. What is not known, or was long ago,
// is thought to be as good as the best, until somebody is on the way to find out.
float scoreOf(const Compared &each, float best, float usualInFlight)
{
    const float known = each.latency > 0 ? each.fresh : 0;
    const float expected = best + known * (each.latency - best);
    const float crowd = squared(squared(1 + each.inFlight / usualInFlight));
    const float queue = crowd + (1 - known) * each.inFlight;
    const float good = squared(squared(1 - 0.8F * each.errors));
    return expected * queue * penalty(each.overdue) * penalty(penalty(each.pressure)) / good;
}

float score(View &view)
{
    float best = 0, inFlight = 0;
    for (const Compared &each : view.each()) {
        inFlight += each.inFlight;
        if (each.latency > 0 && (best <= 0 || each.latency < best))
            best = each.latency;
    }
    const float usualInFlight = 1 + inFlight / static_cast<float>(view.size);
    float lowest = std::numeric_limits<float>::max();
    for (Compared &each : view.each()) {
        each.score = scoreOf(each, best > 0 ? best : 1, usualInFlight);
        lowest = std::min(lowest, each.score);
    }
    return lowest;
}

} // namespace

Choice adaptive(const Candidates &candidates, const StrategySettings &, Random &random)
{
    View view;
    look(view, candidates, random);
    if (view.size == 0)
        return std::nullopt;
    const float lowest = score(view);
    Reservoir one(random), two(random);
    for (std::uint32_t n = 0; n < view.size; ++n) {
        if (view.all[n].score > lowest * asGood)
            continue;
        one.offer(n);
        two.offer(n);
    }
    const Compared &first = view.all[*one.kept()];
    const Compared &second = view.all[*two.kept()];
    return first.score <= second.score ? first.index : second.index;
}

} // namespace gatehouse::routing
