// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/otlp.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks::otlp {

/// How often a value was in which range, since its start.
struct HistogramPoint {
    Attributes attributes;
    std::uint64_t start = 0, end = 0; ///< nanoseconds since 1970
    std::uint64_t count = 0;
    double sum = 0;
    std::vector<std::uint64_t> buckets; ///< one more than bounds
};
struct Histogram {
    std::string name, unit;
    std::span<const double> bounds;
    std::vector<HistogramPoint> points;
};
/// A whole request of histograms. They are cumulative: each request has all that was counted since their start.
std::string metrics(std::span<const Histogram> histograms, const Resource &resource, Format format);

} // namespace gatehouse::observe::sinks::otlp
