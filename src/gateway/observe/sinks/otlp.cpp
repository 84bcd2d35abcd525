// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otlp.h"

#include "gateway/observe/sinks/text.h"
#include "gateway/providers/digest.h"
#include "gateway/wire/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace gatehouse::observe::sinks::otlp {

namespace {

using wire::JsonWriter;

// A number as protobuf writes them, seven bits a byte; returns where it ends.
char *putVarint(char *at, std::uint64_t value)
{
    for (; value > 0x7f; value >>= 7)
        *at++ = static_cast<char>((value & 0x7f) | 0x80);
    *at++ = static_cast<char>(value);
    return at;
}

constexpr std::size_t longestVarint = 10;

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
        if (value != 0)
            integerAlways(field, value);
    }
    void integerAlways(int field, std::uint64_t value)
    {
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
        open(field, value.size());
        m_out += value;
    }
    /// The head of a message of \a size bytes, which follow.
    void open(int field, std::size_t size)
    {
        tag(field, 2);
        varint(size);
    }
    void packedFixed(int field, std::span<const std::uint64_t> values)
    {
        open(field, values.size() * sizeof(std::uint64_t));
        for (const std::uint64_t value : values)
            put(value);
    }
    void packedReal(int field, std::span<const double> values)
    {
        open(field, values.size() * sizeof(double));
        for (const double value : values)
            put(std::bit_cast<std::uint64_t>(value));
    }

private:
    void tag(int field, int kind) { varint(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint64_t>(kind)); }
    void varint(std::uint64_t value)
    {
        char bytes[longestVarint];
        m_out.append(bytes, putVarint(bytes, value));
    }
    void put(std::uint64_t value)
    {
        char bytes[8];
        for (int i = 0; i < 8; ++i)
            bytes[i] = static_cast<char>(value >> (8 * i));
        m_out.append(bytes, sizeof bytes);
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

/// How many bytes a part of a message takes, with its head.
constexpr std::size_t sizeOf(std::size_t content)
{
    std::size_t size = 2 + content; // fields have one byte of tag
    for (; content > 0x7f; content >>= 7)
        ++size;
    return size;
}

// Texts here may be whole conversations, so they are not cut. Protobuf refuses what is no UTF-8, as JSON does.
JsonWriter &writeWhole(JsonWriter &json, std::string_view text)
{
    std::string room;
    return json.string(wire::asUtf8(text, room));
}

std::string encoded(const Attributes &attributes, Format format, int field = 9)
{
    AttributeWriter writer(format, field);
    for (const Attribute &attribute : attributes) {
        if (const auto *text = std::get_if<std::string>(&attribute.value))
            writer.text(attribute.name, *text);
        else if (const auto *flag = std::get_if<bool>(&attribute.value))
            writer.flag(attribute.name, *flag);
        else if (const auto *integer = std::get_if<std::int64_t>(&attribute.value))
            writer.number(attribute.name, *integer);
        else if (const auto *real = std::get_if<double>(&attribute.value))
            writer.real(attribute.name, *real);
        else if (const auto *list = std::get_if<std::vector<std::string>>(&attribute.value))
            writer.texts(attribute.name, *list);
    }
    return writer.take();
}

void writeAttributes(JsonWriter &json, std::string_view attributes)
{
    json.key("attributes").beginArray();
    if (!attributes.empty())
        json.raw(attributes);
    json.endArray();
}

void appendJson(std::string &out, const Span &span)
{
    JsonWriter json;
    json.reserve(span.attributes.size() + 512);
    json.beginObject().key("traceId").string(providers::hex(span.traceId)).key("spanId").string(providers::hex(span.id));
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
    std::string room;
    const std::string head = message([&](Message &fields) {
        fields.bytes(1, span.traceId);
        fields.bytes(2, span.id);
        fields.bytes(4, span.parentId);
        fields.bytes(5, wire::asUtf8(span.name, room));
        fields.integer(6, static_cast<std::uint64_t>(span.kind));
        fields.fixed(7, span.start);
        fields.fixed(8, span.end);
        if (span.isError)
            fields.nested(15, message([&](Message &status) {
                status.bytes(2, wire::asUtf8(span.error, room));
                status.integer(3, 2);
            }));
    });
    Message(out).open(2, head.size() + span.attributes.size());
    out.append(head).append(span.attributes);
}

/// Both requests have the same frame: a resource and a scope around the list.
struct Frame {
    std::string_view resources, scopes, items; ///< JSON's names; protobuf's numbers are the same for both
};

std::size_t sum(std::span<const std::string> items)
{
    std::size_t size = 0;
    for (const std::string &each : items)
        size += each.size();
    return size;
}

std::string framedJson(std::span<const std::string> items, const Frame &frame, const Resource &resource)
{
    JsonWriter json;
    json.reserve(sum(items) + items.size() + 1024);
    json.beginObject().key(frame.resources).beginArray().beginObject().key("resource").beginObject();
    writeAttributes(json, encoded(resource.attributes, Format::Json));
    json.endObject().key(frame.scopes).beginArray().beginObject().key("scope").beginObject();
    writeWhole(json.key("name"), resource.scope).endObject().key(frame.items).beginArray();
    for (const std::string &each : items)
        json.raw(each);
    return json.endArray().endObject().endArray().endObject().endArray().endObject().take();
}

std::string framedProtobuf(std::span<const std::string> items, const Resource &resource)
{
    std::string room;
    const std::string attributes = encoded(resource.attributes, Format::Protobuf, 1);
    const std::string name = message([&](Message &scope) { scope.bytes(1, wire::asUtf8(resource.scope, room)); });
    const std::size_t scoped = sizeOf(name.size()) + sum(items);
    std::string request;
    request.reserve(scoped + attributes.size() + 64);
    Message out(request);
    out.open(1, sizeOf(attributes.size()) + sizeOf(scoped));
    out.nested(1, attributes);
    out.open(2, scoped);
    out.nested(1, name);
    for (const std::string &each : items)
        request += each;
    return request;
}

std::string framed(std::span<const std::string> items, const Frame &frame, const Resource &resource, Format format)
{
    return format == Format::Json ? framedJson(items, frame, resource) : framedProtobuf(items, resource);
}

void writePoint(JsonWriter &json, const HistogramPoint &point, std::span<const double> bounds)
{
    json.beginObject();
    writeAttributes(json, encoded(point.attributes, Format::Json));
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
    json.key("aggregationTemporality").number(std::int64_t(2)).key("dataPoints").beginArray();
    for (const HistogramPoint &point : histogram.points)
        writePoint(json, point, histogram.bounds);
    return json.endArray().endObject().endObject().take();
}

std::string pointMessage(const HistogramPoint &point, std::span<const double> bounds)
{
    const std::string fixed = message([&](Message &fields) {
        fields.fixed(2, point.start);
        fields.fixed(3, point.end);
        fields.fixed(4, point.count);
        fields.real(5, point.sum);
        fields.packedFixed(6, point.buckets);
        fields.packedReal(7, bounds);
    });
    return fixed + encoded(point.attributes, Format::Protobuf);
}

std::string histogramMessage(const Histogram &histogram)
{
    return message([&](Message &fields) {
        fields.bytes(1, histogram.name);
        fields.bytes(3, histogram.unit);
        fields.nested(9, message([&](Message &data) {
            for (const HistogramPoint &point : histogram.points)
                data.nested(1, pointMessage(point, histogram.bounds));
            data.integer(2, 2);
        }));
    });
}

} // namespace

// A KeyValue, whose AnyValue of \a size bytes follows. Dozens of them are written for each call, so the head of one whose name is
// short is put together first.
void AttributeWriter::beginMessage(std::string_view name, std::size_t size)
{
    constexpr std::size_t room = 128, marks = 3 + 3 * longestVarint;
    const auto field = static_cast<std::uint64_t>(m_field) << 3 | 2;
    const std::size_t whole = sizeOf(name.size()) + sizeOf(size);
    char head[room];
    if (name.size() > room - marks) {
        Message out(m_out);
        out.open(m_field, whole);
        out.nested(1, name);
        return out.open(2, size);
    }
    char *end = putVarint(putVarint(head, field), whole);
    *end++ = 1 << 3 | 2;
    end = std::copy(name.begin(), name.end(), putVarint(end, name.size()));
    *end++ = 2 << 3 | 2;
    m_out.append(head, putVarint(end, size));
}

// The same; what follows ends with two brackets.
void AttributeWriter::beginJson(std::string_view name, std::string_view kind)
{
    m_out += m_out.empty() ? "{\"key\":" : ",{\"key\":";
    wire::appendJsonString(m_out, name);
    m_out.append(",\"value\":{\"").append(kind).append("\":");
}

void AttributeWriter::put(std::string_view name, std::string_view kind, std::string_view json, std::string_view message)
{
    if (m_format == Format::Json) {
        beginJson(name, kind);
        m_out.append(json).append("}}");
    } else {
        beginMessage(name, message.size());
        m_out += message;
    }
}

AttributeWriter &AttributeWriter::text(std::string_view name, std::string_view value)
{
    if (value.empty())
        return *this;
    std::string room;
    const std::string_view shown = wire::asUtf8(value, room);
    if (m_format == Format::Json) {
        beginJson(name, "stringValue");
        wire::appendJsonString(m_out, shown);
        m_out += "}}";
    } else {
        beginMessage(name, sizeOf(shown.size()));
        Message(m_out).nested(1, shown);
    }
    return *this;
}

AttributeWriter &AttributeWriter::texts(std::string_view name, std::span<const std::string> values)
{
    if (values.empty())
        return *this;
    JsonWriter json;
    json.beginObject().key("values").beginArray();
    std::string items, room;
    for (const std::string &each : values) {
        const std::string_view shown = wire::asUtf8(each, room);
        json.beginObject().key("stringValue").string(shown).endObject();
        Message(items).nested(1, message([&](Message &item) { item.nested(1, shown); }));
    }
    json.endArray().endObject();
    put(name, "arrayValue", json.text(), message([&](Message &array) { array.nested(5, items); }));
    return *this;
}

AttributeWriter &AttributeWriter::number(std::string_view name, std::int64_t value)
{
    if (m_format == Format::Json) {
        put(name, "intValue", '"' + std::to_string(value) + '"', {});
        return *this;
    }
    char any[1 + longestVarint] = {3 << 3};
    const char *end = putVarint(any + 1, static_cast<std::uint64_t>(value));
    put(name, {}, {}, {any, static_cast<std::size_t>(end - any)});
    return *this;
}

AttributeWriter &AttributeWriter::real(std::string_view name, double value)
{
    if (m_format == Format::Json)
        put(name, "doubleValue", JsonWriter().number(value).text(), {});
    else
        put(name, {}, {}, message([&](Message &any) { any.real(4, value); }));
    return *this;
}

AttributeWriter &AttributeWriter::flag(std::string_view name, bool value)
{
    put(name, "boolValue", value ? "true" : "false", message([&](Message &any) { any.integerAlways(2, value ? 1 : 0); }));
    return *this;
}

void append(std::string &out, const Span &span, Format format)
{
    if (format == Format::Json)
        appendJson(out, span);
    else
        appendProtobuf(out, span);
}

std::string traces(std::span<const std::string> spans, const Resource &resource, Format format)
{
    return framed(spans, {"resourceSpans", "scopeSpans", "spans"}, resource, format);
}

std::string metrics(std::span<const Histogram> histograms, const Resource &resource, Format format)
{
    std::vector<std::string> items;
    for (const Histogram &histogram : histograms) {
        items.emplace_back();
        if (format == Format::Json)
            items.back() = histogramJson(histogram);
        else
            Message(items.back()).nested(2, histogramMessage(histogram));
    }
    return framed(items, {"resourceMetrics", "scopeMetrics", "metrics"}, resource, format);
}

} // namespace gatehouse::observe::sinks::otlp
