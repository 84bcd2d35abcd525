// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otlp_request.h"

#include "gateway/observe/sinks/otlp_attributes.h"
#include "gateway/observe/sinks/otlp_protobuf.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

namespace gatehouse::observe::sinks::otlp {

namespace {

/// JSON's names of the lists in each other; protobuf's numbers are the same for both signals.
struct Names {
    std::string_view resources, scopes, items;
};

Names namesOf(Signal signal)
{
    return signal == Signal::Traces ? Names {"resourceSpans", "scopeSpans", "spans"}
                                    : Names {"resourceMetrics", "scopeMetrics", "metrics"};
}

std::size_t sum(std::span<const std::string> items)
{
    std::size_t size = 0;
    for (const std::string &each : items)
        size += each.size();
    return size;
}

std::string asJson(const Names &names, std::span<const std::string> items, const Resource &resource)
{
    Output attributes;
    write(attributes, resource.attributes, Format::Json);
    std::string room;
    wire::JsonWriter json;
    json.reserve(sum(items) + items.size() + attributes.size() + resource.scope.size() + 256);
    json.beginObject().key(names.resources).beginArray().beginObject();
    json.key("resource").beginObject().key("attributes").raw(attributes.take()).endObject();
    json.key(names.scopes).beginArray().beginObject();
    json.key("scope").beginObject().key("name").string(wire::asUtf8(resource.scope, room)).endObject();
    json.key(names.items).beginArray();
    for (const std::string &each : items)
        json.raw(each);
    return json.endArray().endObject().endArray().endObject().endArray().endObject().take();
}

std::string asProtobuf(std::span<const std::string> items, const Resource &resource)
{
    std::string room;
    Output out;
    out.reserve(sum(items) + resource.scope.size() + 1024);
    Protobuf message(out);
    const auto ofResource = message.open(1), attributes = message.open(1);
    write(out, resource.attributes, Format::Protobuf, 1);
    message.close(attributes);
    const auto ofScope = message.open(2), scope = message.open(1);
    message.bytes(1, wire::asUtf8(resource.scope, room));
    message.close(scope);
    for (const std::string &each : items)
        out.append(each);
    message.close(ofScope);
    message.close(ofResource);
    return out.take();
}

} // namespace

std::string request(Signal signal, std::span<const std::string> items, const Resource &resource, Format format)
{
    return format == Format::Json ? asJson(namesOf(signal), items, resource) : asProtobuf(items, resource);
}

} // namespace gatehouse::observe::sinks::otlp
