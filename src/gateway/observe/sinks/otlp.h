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

enum class Format { Json, Protobuf };

struct Attribute {
    std::string name;
    std::variant<std::string, std::int64_t, double, bool, std::vector<std::string>> value;
};
using Attributes = std::vector<Attribute>;

/// Attributes as they stand in a span, written as they are added: there are dozens for each call. Empty ones are left out.
class AttributeWriter
{
public:
    /// \a field is their number in protobuf's message, which is 9 for spans and points.
    explicit AttributeWriter(Format format, int field = 9)
        : m_format(format)
        , m_field(field)
    {
    }
    void reserve(std::size_t bytes) { m_out.reserve(bytes); }
    AttributeWriter &text(std::string_view name, std::string_view value);
    AttributeWriter &texts(std::string_view name, std::span<const std::string> values);
    AttributeWriter &number(std::string_view name, std::int64_t value);
    AttributeWriter &real(std::string_view name, double value);
    AttributeWriter &flag(std::string_view name, bool value);
    std::string take() { return std::move(m_out); }

private:
    void beginMessage(std::string_view name, std::size_t size);
    void beginJson(std::string_view name, std::string_view kind);
    void put(std::string_view name, std::string_view kind, std::string_view json, std::string_view message);

    Format m_format;
    int m_field;
    std::string m_out;
};

struct Span {
    std::string traceId, id, parentId; ///< raw bytes: 16, 8, 8; no parent = empty
    std::string name;
    int kind = 1;                     ///< 1 internal, 2 server, 3 client
    std::uint64_t start = 0, end = 0; ///< nanoseconds since 1970
    std::string attributes = {};      ///< as an AttributeWriter of the same format made them
    bool isError = false;
    std::string error = {};
};

/// One span as it stands in a list of them; lists are made by joining (JSON with commas).
void append(std::string &out, const Span &span, Format format);

/// What the spans of a request are of.
struct Resource {
    Attributes attributes;
    std::string scope;
};
/// A whole request of spans, each one or several as append() made them.
std::string traces(std::span<const std::string> spans, const Resource &resource, Format format);

/// How often a value was in which range, since its start.
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
/// A whole request of histograms. They are cumulative: each request has all that was counted since their start.
std::string metrics(std::span<const Histogram> histograms, const Resource &resource, Format format);

} // namespace gatehouse::observe::sinks::otlp
