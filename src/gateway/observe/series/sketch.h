// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace gatehouse::observe::series {

/// Durations, of which only how many were about how long is kept: percentiles within 5 %, in a few bytes for each length that
/// came. From 0.1 ms to ten minutes; what is beyond counts as that.
class Sketch
{
public:
    void add(std::chrono::microseconds duration);
    /// In milliseconds; \a share in [0, 1]. Nothing where nothing was added.
    std::optional<double> percentile(double share) const;
    /// Adds all of \a other.
    void join(const Sketch &other);

private:
    void add(std::uint32_t bucket, std::uint32_t count);

    std::vector<std::uint32_t> m_bins; // rising by bucket: the upper 8 bits; the rest is how many
};

} // namespace gatehouse::observe::series
