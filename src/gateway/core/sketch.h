// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace gatehouse {

/// Durations, of which only how many were about how long is kept: percentiles within 5 %, in a few bytes for each length that
/// came. From 0.1 ms to ten minutes; what is beyond counts as that.
class Sketch
{
public:
    /// Where a duration is counted; others of about its length are counted there, too. Below 256, and the same for ever: a
    /// database keeps it.
    static std::uint32_t bucketOf(std::chrono::microseconds duration);

    void add(std::chrono::microseconds duration);
    /// In milliseconds; \a share in [0, 1]. Nothing where nothing was added.
    std::optional<double> percentile(double share) const;
    /// Adds all of \a other.
    void join(const Sketch &other);
    /// Adds so many durations of a bucket.
    void add(std::uint32_t bucket, std::uint32_t count);

private:
    std::vector<std::uint32_t> m_bins; // rising by bucket: the upper 8 bits; the rest is how many
};

} // namespace gatehouse
