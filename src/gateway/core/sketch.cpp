// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/sketch.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {

namespace {

constexpr double least = 100; // microseconds: the upper end of bucket 0
constexpr double growth = 1.1;
constexpr unsigned shift = 24;
constexpr std::uint32_t countMask = (std::uint32_t {1} << shift) - 1;
constexpr std::uint32_t lastBucket = 164; // ten minutes

// The middle of a bucket, as a ratio.
double millisecondsOf(std::uint32_t bucket)
{
    constexpr double inMillisecond = 1000;
    return least * std::pow(growth, static_cast<double>(bucket) - 0.5) / inMillisecond;
}

} // namespace

std::uint32_t Sketch::bucketOf(std::chrono::microseconds duration)
{
    const auto time = static_cast<double>(duration.count());
    if (time <= least)
        return 0;
    static const double scale = 1 / std::log(growth);
    return static_cast<std::uint32_t>(std::min<double>(std::ceil(std::log(time / least) * scale), lastBucket));
}

void Sketch::add(std::chrono::microseconds duration)
{
    add(bucketOf(duration), 1);
}

void Sketch::add(std::uint32_t bucket, std::uint32_t count)
{
    bucket = std::min(bucket, lastBucket);
    const auto at = std::lower_bound(m_bins.begin(), m_bins.end(), bucket << shift);
    if (at == m_bins.end() || *at >> shift != bucket)
        m_bins.insert(at, bucket << shift | std::min(count, countMask));
    else
        *at = bucket << shift | std::min((*at & countMask) + std::min(count, countMask), countMask);
}

void Sketch::join(const Sketch &other)
{
    for (const std::uint32_t bin : other.m_bins)
        add(bin >> shift, bin & countMask);
}

std::optional<double> Sketch::percentile(double share) const
{
    if (m_bins.empty())
        return std::nullopt;
    std::uint64_t all = 0;
    for (const std::uint32_t bin : m_bins)
        all += bin & countMask;
    const auto wanted = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(all))));
    std::uint64_t passed = 0;
    for (const std::uint32_t bin : m_bins) {
        passed += bin & countMask;
        if (passed >= wanted)
            return millisecondsOf(bin >> shift);
    }
    return millisecondsOf(m_bins.back() >> shift);
}

} // namespace gatehouse
