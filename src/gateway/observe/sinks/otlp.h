// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// OpenTelemetry's protocol, version 1, as JSON and as protobuf: as much of it as spans and histograms need.
namespace gatehouse::observe::sinks::otlp {

struct Attribute {
    std::string name;
    std::variant<std::string, std::int64_t, double, bool, std::vector<std::string>> value;
};
using Attributes = std::vector<Attribute>;

struct Span {
    std::string traceId, id, parentId; ///< raw bytes: 16, 8, 8; no parent = empty
    std::string traceState = {};
    std::string name;
    int kind = 1;                     ///< 1 internal, 2 server, 3 client
    std::uint64_t start = 0, end = 0; ///< nanoseconds since 1970
    Attributes attributes = {};
    bool isError = false;
    std::string error = {};
};

enum class Format { Json, Protobuf };

/// One span as it stands in a list of them; lists are made by joining (JSON with commas).
void append(std::string &out, const Span &span, Format format);

/// What the spans of a request are of.
struct Resource {
    Attributes attributes;
    std::string scope;
};
/// A whole request of spans, each one or several as append() made them.
std::string traces(std::span<const std::string> spans, const Resource &resource, Format format);

/// How often a value was in which range, since the request before.
struct HistogramPoint {
    Attributes attributes;
    std::uint64_t start = 0, end = 0;
    std::uint64_t count = 0;
    double sum = 0;
    std::vector<std::uint64_t> buckets; ///< one more than bounds
};
struct Histogram {
    std::string name, unit;
    std::span<const double> bounds;
    std::vector<HistogramPoint> points;
};
/// A whole request of histograms, counted from one request to the next.
std::string metrics(std::span<const Histogram> histograms, const Resource &resource, Format format);

} // namespace gatehouse::observe::sinks::otlp
