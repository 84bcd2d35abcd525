// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <algorithm>
#include <cmath>

namespace bench {

namespace {

using gatehouse::Fault;
using Chance = std::mt19937_64;

constexpr std::size_t providerCount = 20;
constexpr double pi = 3.14159265358979;

// The distributions of the standard library differ between libraries; these do not.
double uniform(Chance &chance, double from, double to)
{
    return from + (to - from) * static_cast<double>(chance() >> 11) * 0x1p-53;
}

double normal(Chance &chance)
{
    return std::sqrt(-2 * std::log(1 - uniform(chance, 0, 1))) * std::cos(2 * pi * uniform(chance, 0, 1));
}

/// How often something happens, for how long, and how strongly.
struct Habit {
    double every, shortest, longest, weakest, strongest;
};

std::vector<Episode> episodes(Chance &chance, double seconds, const Habit &habit)
{
    std::vector<Episode> result;
    for (double at = 0;;) {
        at += -habit.every * std::log(1 - uniform(chance, 0, 1));
        if (at >= seconds)
            return result;
        const double length = uniform(chance, habit.shortest, habit.longest);
        result.push_back({at, at + length, uniform(chance, habit.weakest, habit.strongest)});
        at += length;
    }
}

double strengthAt(const std::vector<Episode> &episodes, double now)
{
    const auto after = std::upper_bound(
        episodes.begin(), episodes.end(), now, [](double time, const Episode &episode) { return time < episode.from; });
    return after != episodes.begin() && now < std::prev(after)->until ? std::prev(after)->strength : 0;
}

Provider providerFrom(Chance &chance, double seconds)
{
    Provider provider;
    provider.firstToken = uniform(chance, 0.25, 1.2);
    provider.perToken = uniform(chance, 0.006, 0.025);
    provider.driftDepth = uniform(chance, 0.1, 0.5);
    provider.driftPeriod = uniform(chance, 120, 600);
    provider.driftPhase = uniform(chance, 0, 2 * pi);
    provider.comfortable = uniform(chance, 8, 40);
    provider.requestsPerMinute = std::round(uniform(chance, 60, 300));
    provider.inputPrice = uniform(chance, 0.5e-6, 3e-6);
    provider.outputPrice = 4 * provider.inputPrice;
    provider.spikes = episodes(chance, seconds, {300, 15, 60, 2, 6});
    provider.outages = episodes(chance, seconds, {900, 20, 120, 1, 1});
    provider.hangs = episodes(chance, seconds, {1500, 20, 60, 1, 1});
    provider.brownouts = episodes(chance, seconds, {700, 30, 120, 0.1, 0.6});
    provider.neighbours = episodes(chance, seconds, {400, 30, 120, 0.4, 0.9});
    provider.tokens = provider.requestsPerMinute / 6;
    return provider;
}

// A bucket that holds ten seconds' worth of requests. 0 = there was one; else seconds until there is.
double takeToken(Provider &provider, double now)
{
    const double free = 1 - strengthAt(provider.neighbours, now);
    const double perSecond = provider.requestsPerMinute / 60 * free;
    const double most = provider.requestsPerMinute / 6;
    provider.tokens = std::min(most, provider.tokens + (now - provider.refilled) * perSecond);
    provider.refilled = now;
    if (provider.tokens < 1)
        return std::ceil((1 - provider.tokens) / perSecond);
    provider.tokens -= 1;
    return 0;
}

// How many times slower than on a quiet day.
double slowness(const Provider &provider, double now, int inFlight)
{
    const double drift = 1 + provider.driftDepth * std::sin(2 * pi * now / provider.driftPeriod + provider.driftPhase);
    const double crowd = static_cast<double>(inFlight) / provider.comfortable;
    return drift * std::max(1.0, strengthAt(provider.spikes, now)) * (1 + crowd * crowd);
}

} // namespace

World::World(std::uint64_t worldSeed, double seconds, double questionsPerSecond)
    : seed(worldSeed)
{
    Chance chance(seed);
    for (std::size_t n = 0; n < providerCount; ++n)
        providers.push_back(providerFrom(chance, seconds));
    fallback.firstToken = 1.5;
    fallback.perToken = 0.03;
    fallback.comfortable = 200;
    fallback.requestsPerMinute = 1e9;
    fallback.tokens = 1e9;
    fallback.inputPrice = 5e-6;
    fallback.outputPrice = 20e-6;
    fallback.grumpiness = 0;
    for (double at = 0; (at += -std::log(1 - uniform(chance, 0, 1)) / questionsPerSecond) < seconds;) {
        const int output = static_cast<int>(std::clamp(150 * std::exp(0.5 * normal(chance)), 20.0, 600.0));
        questions.push_back(
            {questions.size(), at, static_cast<int>(uniform(chance, 50, 2000)), output, uniform(chance, 0, 1) < 0.5});
    }
}

Answer World::ask(std::size_t which, const Question &question, double now, int inFlight)
{
    Provider &provider = which < providers.size() ? providers[which] : fallback;
    Chance chance(seed ^ (question.number * 0x9E3779B97F4A7C15ULL + which));
    chance.discard(4);
    if (strengthAt(provider.hangs, now) > 0)
        return {false, Fault::Timeout, timeout, 0, 0};
    if (strengthAt(provider.outages, now) > 0)
        return {false, Fault::ServiceUnavailable, 0.05, 0, 0};
    if (const double wait = takeToken(provider, now); wait > 0)
        return {false, Fault::RateLimit, 0.1, 0, wait};
    if (uniform(chance, 0, 1) < std::max(provider.grumpiness, strengthAt(provider.brownouts, now)))
        return {false, Fault::InternalServer, provider.firstToken, 0, 0};
    const double slow = slowness(provider, now, inFlight) * std::exp(0.25 * normal(chance));
    Answer answer;
    answer.firstToken = provider.firstToken * slow;
    answer.seconds = answer.firstToken + provider.perToken * question.outputTokens * slow;
    if (answer.seconds > timeout)
        return {false, Fault::Timeout, timeout, 0, 0};
    return answer;
}

} // namespace bench
