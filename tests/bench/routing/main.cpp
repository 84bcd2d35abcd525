// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation.h"
#include "speed.h"

#include <cstdio>
#include <cstdlib>

using namespace gatehouse::routing;

namespace {

constexpr Strategy strategies[] {Strategy::SimpleShuffle, Strategy::LeastBusy, Strategy::Latency, Strategy::Usage,
    Strategy::UsageV2, Strategy::Cost, Strategy::Adaptive};

void printRow(const bench::Outcome &outcome, std::uint64_t seed, Strategy strategy)
{
    std::printf("| %llu | %s | %.2f %% | %.2f %% | %.2f %% | %.2f s | %.2f s | %.2f $ |\n", static_cast<unsigned long long>(seed),
        std::string(toString(strategy)).c_str(), outcome.firstTry * 100, outcome.answered * 100, outcome.byFallback * 100,
        outcome.p50, outcome.p99, outcome.dollars);
}

void printSimulation(std::uint64_t first, std::uint64_t count, double load)
{
    std::puts("| seed | strategy | first try | in the end | by the fallback | p50 | p99 | 1,000 requests cost |\n"
              "|---|---|---|---|---|---|---|---|");
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const bench::World world(seed, 1200, load);
        for (const Strategy strategy : strategies)
            printRow(bench::simulate(world, strategy), seed, strategy);
    }
}

void printSpeed()
{
    std::puts("\n| strategy | among 1,000 | 10 of them rest | half of them rest |\n|---|---|---|---|");
    for (const Strategy strategy : strategies)
        std::printf("| %s | %.0f ns | %.0f ns | %.0f ns |\n", std::string(toString(strategy)).c_str(),
            bench::nanosecondsPerChoice(strategy, 0), bench::nanosecondsPerChoice(strategy, 10),
            bench::nanosecondsPerChoice(strategy, 500));
}

} // namespace

// routing_simulation [FIRST_SEED [SEEDS [QUESTIONS_PER_SECOND]]]: what docs/routing.md shows.
int main(int argc, char **argv)
{
    const std::uint64_t first = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1;
    const std::uint64_t count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 3;
    const double load = argc > 3 ? std::strtod(argv[3], nullptr) : 20;
    printSimulation(first, count, load);
    printSpeed();
    return 0;
}
