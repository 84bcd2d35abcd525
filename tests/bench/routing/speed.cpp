// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "speed.h"

#include "gateway/routing/health.h"

#include <algorithm>
#include <memory>

namespace bench {

using namespace gatehouse;
using namespace gatehouse::routing;

namespace {

constexpr std::size_t deployments = 1000;
// Many short rounds, of which the best counts: a busy machine interrupts most long ones.
constexpr int choices = 500, rounds = 100;

std::vector<Deployment> crowd()
{
    std::vector<Deployment> result(deployments);
    for (std::size_t n = 0; n < deployments; ++n) {
        result[n].id = std::to_string(n);
        result[n].weight = 1.0 + static_cast<double>(n % 7);
        result[n].rpm = 10'000;
        result[n].tpm = 1e6;
        result[n].prices.set({Charge::Input}, {static_cast<std::int64_t>(1e9 + 1e6 * static_cast<double>(n * 37 % 101))});
        result[n].prices.set({Charge::Output}, {4'000'000'000});
    }
    return result;
}

void warmUp(Health &health, const Pool &pool, std::size_t resting, Clock::Instant now)
{
    for (std::size_t n = 0; n < pool.size(); ++n) {
        Ended ended;
        ended.duration = std::chrono::milliseconds(500 + n * 53 % 700);
        ended.firstToken = ended.duration / 4;
        ended.stream = true;
        ended.outputTokens = static_cast<std::int64_t>(100 + n * 71 % 997); // few are equal
        health.begin(pool.slots[n], now).end(ended, {}, {deployments}, now);
        ended.fault = Fault::RateLimit;
        ended.status = 429;
        ended.retryAfter = std::chrono::hours(1);
        if (resting > 0 && n % (deployments / resting) == 0)
            health.begin(pool.slots[n], now).end(ended, {}, {deployments}, now);
    }
}

} // namespace

double nanosecondsPerChoice(Strategy strategy, std::size_t resting)
{
    const std::vector<Deployment> all = crowd();
    std::vector<const Deployment *> members;
    for (const Deployment &deployment : all)
        members.push_back(&deployment);
    const auto health = std::make_unique<Health>();
    const Pool pool(members, *health);
    const Clock::Instant now {std::chrono::hours(1)};
    warmUp(*health, pool, resting, now);
    StrategySettings settings;
    settings.strategy = strategy;
    Random random(7);
    Ask ask {now + std::chrono::seconds(1)};
    double best = 1e18;
    std::size_t sum = 0; // so that nothing is optimised away
    for (int round = 0; round < rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        for (int n = 0; n < choices; ++n)
            sum += choose(pool, settings, *health, nullptr, ask, random).value_or(0);
        const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begun;
        best = std::min(best, taken.count() / choices);
    }
    return sum == 1 ? 0 : best;
}

} // namespace bench
