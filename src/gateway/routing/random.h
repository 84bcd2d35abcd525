// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

namespace gatehouse::routing {

/// Chance, as it is passed around: a small state that each worker has of its own, and tests seed.
using Random = std::minstd_rand;

/// Uniform in [0, 1).
inline double fraction(Random &random)
{
    return static_cast<double>(random() - Random::min()) / (static_cast<double>(Random::max() - Random::min()) + 1);
}

} // namespace gatehouse::routing
