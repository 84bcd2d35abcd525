// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/routing/health.h"

#include <cstdint>
#include <vector>

namespace gatehouse::routing {

struct HealthChunk;

/// Deployments whose figures stand side by side.
struct Run {
    HealthChunk *chunk = nullptr;
    std::uint32_t at = 0;    ///< the first one's place in the chunk
    std::uint32_t first = 0; ///< its index in the pool
    std::uint32_t count = 0;
};

/// What part of a deployment's limits one request and one token are; 0 where there is none. Small, to be walked through.
struct Shares {
    float request = 0, token = 0;
};

/// A group's deployments with all that a choice reads of them, laid out to be walked through. Made once a configuration for
/// each group; immutable from then on.
struct Pool {
    Pool(const std::vector<const Deployment *> &members, Health &health);
    /// The most requests the deployment at \a index may have in flight (max_parallel_requests).
    void limitParallel(std::size_t index, std::int32_t most);

    std::size_t size() const { return deployments.size(); }

    std::vector<const Deployment *> deployments;
    std::vector<Slot> slots;    ///< in the same order, as are all below
    std::vector<Run> runs;      ///< the same, for who walks through all of them
    std::vector<float> weights; ///< simple-shuffle's: weight, else rpm, else tpm, whichever the first has; empty = uniform
    std::vector<double> totals; ///< of the weights, each with all before it
    std::vector<double> costs;  ///< dollars for an input and an output token together (cost-based-routing)
    std::vector<std::int64_t> rpm, tpm; ///< limits; the largest number = none
    std::vector<Shares> shares;         ///< of the limits
    std::vector<std::int32_t> parallel; ///< max_parallel_requests; the largest number = none
    bool hasLimits = false;             ///< one of rpm and tpm is set
    bool hasParallel = false;           ///< one of parallel is
};

} // namespace gatehouse::routing
