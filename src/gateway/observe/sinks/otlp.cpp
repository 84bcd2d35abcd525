// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otlp.h"

#include "gateway/observe/sinks/text.h"
#include "gateway/providers/digest.h"

#include <QString>

#include <algorithm>
#include <bit>
#include <cstring>

namespace gatehouse::observe::sinks::otlp {

namespace {

using wire::JsonWriter;

/// Protobuf's wire format: what is empty or zero is left out.
class Message
{
public:
    explicit Message(std::string &out)
        : m_out(out)
    {
    }
    void integer(int field, std::uint64_t value)
    {
        if (value == 0)
            return;
        tag(field, 0);
        varint(value);
    }
    void fixed(int field, std::uint64_t value)
    {
        tag(field, 1);
        put(value);
    }
    void real(int field, double value) { fixed(field, std::bit_cast<std::uint64_t>(value)); }
    void bytes(int field, std::string_view value)
    {
        if (!value.empty())
            nested(field, value);
    }
    void nested(int field, std::string_view value)
    {
        tag(field, 2);
        varint(value.size());
        m_out += value;
    }
    void packedFixed(int field, std::span<const std::uint64_t> values)
    {
        tag(field, 2);
        varint(values.size() * sizeof(std::uint64_t));
        for (const std::uint64_t value : values)
            put(value);
    }
    void packedReal(int field, std::span<const double> values)
    {
        tag(field, 2);
        varint(values.size() * sizeof(double));
        for (const double value : values)
            put(std::bit_cast<std::uint64_t>(value));
    }
    void integerAlways(int field, std::uint64_t value)
    {
        tag(field, 0);
        varint(value);
    }

private:
    void tag(int field, int kind) { varint(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint64_t>(kind)); }
    void varint(std::uint64_t value)
    {
        for (; value > 0x7f; value >>= 7)
            m_out += static_cast<char>((value & 0x7f) | 0x80);
        m_out += static_cast<char>(value);
    }
    void put(std::uint64_t value)
    {
        for (int i = 0; i < 8; ++i)
            m_out += static_cast<char>(value >> (8 * i));
    }
    std::string &m_out;
};

template <typename Fill> std::string message(Fill fill)
{
    std::string text;
    Message message(text);
    fill(message);
    return text;
}

// Protobuf refuses texts that are no UTF-8.
std::string utf8(const std::string &text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return isPlain ? text : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

std::string valueMessage(const Attribute &attribute)
{
    return message([&](Message &value) {
        if (const auto *text = std::get_if<std::string>(&attribute.value))
            value.nested(1, utf8(*text));
        else if (const auto *flag = std::get_if<bool>(&attribute.value))
            value.integerAlways(2, *flag ? 1 : 0);
        else if (const auto *integer = std::get_if<std::int64_t>(&attribute.value))
            value.integerAlways(3, static_cast<std::uint64_t>(*integer));
        else if (const auto *real = std::get_if<double>(&attribute.value))
            value.real(4, *real);
        else if (const auto *list = std::get_if<std::vector<std::string>>(&attribute.value))
            value.nested(5, message([&](Message &array) {
                for (const std::string &each : *list)
                    array.nested(1, message([&](Message &item) { item.nested(1, utf8(each)); }));
            }));
    });
}

void putAttributes(Message &out, int field, const Attributes &attributes)
{
    for (const Attribute &attribute : attributes) {
        out.nested(field, message([&](Message &pair) {
            pair.bytes(1, utf8(attribute.name));
            pair.nested(2, valueMessage(attribute));
        }));
    }
}

// Texts here may be whole conversations, so they are not cut.
JsonWriter &writeWhole(JsonWriter &json, const std::string &text)
{
    return json.string(utf8(text));
}

void writeValue(JsonWriter &json, const Attribute &attribute)
{
    json.beginObject();
    if (const auto *text = std::get_if<std::string>(&attribute.value)) {
        writeWhole(json.key("stringValue"), *text);
    } else if (const auto *flag = std::get_if<bool>(&attribute.value)) {
        json.key("boolValue").boolean(*flag);
    } else if (const auto *integer = std::get_if<std::int64_t>(&attribute.value)) {
        json.key("intValue").string(std::to_string(*integer));
    } else if (const auto *real = std::get_if<double>(&attribute.value)) {
        json.key("doubleValue").number(*real);
    } else if (const auto *list = std::get_if<std::vector<std::string>>(&attribute.value)) {
        json.key("arrayValue").beginObject().key("values").beginArray();
        for (const std::string &each : *list)
            writeWhole(json.beginObject().key("stringValue"), each).endObject();
        json.endArray().endObject();
    }
    json.endObject();
}

void writeAttributes(JsonWriter &json, const Attributes &attributes)
{
    json.key("attributes").beginArray();
    for (const Attribute &attribute : attributes) {
        writeWhole(json.beginObject().key("key"), attribute.name).key("value");
        writeValue(json, attribute);
        json.endObject();
    }
    json.endArray();
}

void appendJson(std::string &out, const Span &span)
{
    JsonWriter json;
    json.beginObject().key("traceId").string(providers::hex(span.traceId)).key("spanId").string(providers::hex(span.id));
    if (!span.traceState.empty())
        writeWhole(json.key("traceState"), span.traceState);
    if (!span.parentId.empty())
        json.key("parentSpanId").string(providers::hex(span.parentId));
    writeWhole(json.key("name"), span.name).key("kind").number(std::int64_t(span.kind));
    json.key("startTimeUnixNano").string(std::to_string(span.start)).key("endTimeUnixNano").string(std::to_string(span.end));
    writeAttributes(json, span.attributes);
    json.key("status").beginObject();
    if (span.isError)
        writeWhole(json.key("code").number(std::int64_t(2)).key("message"), span.error);
    json.endObject().endObject();
    if (!out.empty())
        out += ',';
    out += json.take();
}

// A span as the field of a ScopeSpans.
void appendProtobuf(std::string &out, const Span &span)
{
    Message(out).nested(2, message([&](Message &fields) {
        fields.bytes(1, span.traceId);
        fields.bytes(2, span.id);
        fields.bytes(3, utf8(span.traceState));
        fields.bytes(4, span.parentId);
        fields.bytes(5, utf8(span.name));
        fields.integer(6, static_cast<std::uint64_t>(span.kind));
        fields.fixed(7, span.start);
        fields.fixed(8, span.end);
        putAttributes(fields, 9, span.attributes);
        if (span.isError)
            fields.nested(15, message([&](Message &status) {
                status.bytes(2, utf8(span.error));
                status.integer(3, 2);
            }));
    }));
}

/// Both requests have the same frame: a resource and a scope around the list.
struct Frame {
    std::string_view resources, scopes, items; ///< JSON's names; protobuf's numbers are the same for both
};

std::string framed(const std::string &list, const Frame &frame, const Resource &resource, Format format)
{
    if (format == Format::Json) {
        JsonWriter json;
        json.reserve(list.size() + 1024);
        json.beginObject().key(frame.resources).beginArray().beginObject().key("resource").beginObject();
        writeAttributes(json, resource.attributes);
        json.endObject().key(frame.scopes).beginArray().beginObject().key("scope").beginObject();
        writeWhole(json.key("name"), resource.scope).endObject().key(frame.items).raw("[" + list + "]");
        return json.endObject().endArray().endObject().endArray().endObject().take();
    }
    const std::string scope =
        message([&](Message &fields) { fields.nested(1, message([&](Message &name) { name.bytes(1, utf8(resource.scope)); })); });
    return message([&](Message &request) {
        request.nested(1, message([&](Message &fields) {
            fields.nested(1, message([&](Message &inner) { putAttributes(inner, 1, resource.attributes); }));
            fields.nested(2, scope + list);
        }));
    });
}

void writePoint(JsonWriter &json, const HistogramPoint &point, std::span<const double> bounds)
{
    json.beginObject();
    writeAttributes(json, point.attributes);
    json.key("startTimeUnixNano").string(std::to_string(point.start)).key("timeUnixNano").string(std::to_string(point.end));
    json.key("count").string(std::to_string(point.count)).key("sum").number(point.sum).key("bucketCounts").beginArray();
    for (const std::uint64_t bucket : point.buckets)
        json.string(std::to_string(bucket));
    json.endArray().key("explicitBounds").beginArray();
    for (const double bound : bounds)
        json.number(bound);
    json.endArray().endObject();
}

std::string histogramJson(const Histogram &histogram)
{
    JsonWriter json;
    json.beginObject().key("name").string(histogram.name).key("unit").string(histogram.unit).key("histogram").beginObject();
    json.key("aggregationTemporality").number(std::int64_t(1)).key("dataPoints").beginArray();
    for (const HistogramPoint &point : histogram.points)
        writePoint(json, point, histogram.bounds);
    return json.endArray().endObject().endObject().take();
}

std::string pointMessage(const HistogramPoint &point, std::span<const double> bounds)
{
    return message([&](Message &fields) {
        fields.fixed(2, point.start);
        fields.fixed(3, point.end);
        fields.fixed(4, point.count);
        fields.real(5, point.sum);
        fields.packedFixed(6, point.buckets);
        fields.packedReal(7, bounds);
        putAttributes(fields, 9, point.attributes);
    });
}

std::string histogramMessage(const Histogram &histogram)
{
    return message([&](Message &fields) {
        fields.bytes(1, histogram.name);
        fields.bytes(3, histogram.unit);
        fields.nested(9, message([&](Message &data) {
            for (const HistogramPoint &point : histogram.points)
                data.nested(1, pointMessage(point, histogram.bounds));
            data.integer(2, 1);
        }));
    });
}

} // namespace

void append(std::string &out, const Span &span, Format format)
{
    if (format == Format::Json)
        appendJson(out, span);
    else
        appendProtobuf(out, span);
}

std::string traces(std::span<const std::string> spans, const Resource &resource, Format format)
{
    std::string list;
    for (const std::string &each : spans) {
        if (format == Format::Json && !list.empty())
            list += ',';
        list += each;
    }
    return framed(list, {"resourceSpans", "scopeSpans", "spans"}, resource, format);
}

std::string metrics(std::span<const Histogram> histograms, const Resource &resource, Format format)
{
    std::string list;
    for (const Histogram &histogram : histograms) {
        if (format == Format::Json)
            (list += list.empty() ? "" : ",") += histogramJson(histogram);
        else
            Message(list).nested(2, histogramMessage(histogram));
    }
    return framed(list, {"resourceMetrics", "scopeMetrics", "metrics"}, resource, format);
}

} // namespace gatehouse::observe::sinks::otlp
