// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otlp_histograms.h"

#include "gateway/observe/sinks/otlp_attributes.h"
#include "gateway/observe/sinks/otlp_protobuf.h"
#include "gateway/observe/sinks/otlp_request.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::observe::sinks::otlp {

namespace {

using wire::JsonWriter;

constexpr int cumulative = 2;

void writePoint(JsonWriter &json, const HistogramPoint &point, std::span<const double> bounds)
{
    Output attributes;
    write(attributes, point.attributes, Format::Json);
    json.beginObject().key("attributes").raw(attributes.take());
    json.key("startTimeUnixNano").string(std::to_string(point.start)).key("timeUnixNano").string(std::to_string(point.end));
    json.key("count").string(std::to_string(point.count)).key("sum").number(point.sum).key("bucketCounts").beginArray();
    for (const std::uint64_t bucket : point.buckets)
        json.string(std::to_string(bucket));
    json.endArray().key("explicitBounds").beginArray();
    for (const double bound : bounds)
        json.number(bound);
    json.endArray().endObject();
}

std::string asJson(const Histogram &histogram)
{
    JsonWriter json;
    json.beginObject().key("name").string(histogram.name).key("unit").string(histogram.unit).key("histogram").beginObject();
    json.key("aggregationTemporality").number(std::int64_t(cumulative)).key("dataPoints").beginArray();
    for (const HistogramPoint &point : histogram.points)
        writePoint(json, point, histogram.bounds);
    return json.endArray().endObject().endObject().take();
}

void writePoint(Output &out, const HistogramPoint &point, std::span<const double> bounds)
{
    Protobuf message(out);
    const auto whole = message.open(1);
    message.fixed(2, point.start);
    message.fixed(3, point.end);
    message.fixed(4, point.count);
    message.real(5, point.sum);
    message.packed(6, std::span(point.buckets));
    message.packed(7, bounds);
    write(out, point.attributes, Format::Protobuf);
    message.close(whole);
}

// As the field of a ScopeMetrics.
std::string asProtobuf(const Histogram &histogram)
{
    Output out;
    Protobuf message(out);
    const auto metric = message.open(2);
    message.bytes(1, histogram.name);
    message.bytes(3, histogram.unit);
    const auto data = message.open(9);
    for (const HistogramPoint &point : histogram.points)
        writePoint(out, point, histogram.bounds);
    message.integer(2, cumulative);
    message.close(data);
    message.close(metric);
    return out.take();
}

} // namespace

std::string metrics(std::span<const Histogram> histograms, const Resource &resource, Format format)
{
    std::vector<std::string> items;
    items.reserve(histograms.size());
    std::size_t size = 0;
    for (const Histogram &histogram : histograms) {
        items.push_back(format == Format::Json ? asJson(histogram) : asProtobuf(histogram));
        size += items.back().size();
    }
    return EnclosedReports(items, enclosure(Signal::Metrics, resource, format, size)).whole();
}

} // namespace gatehouse::observe::sinks::otlp
