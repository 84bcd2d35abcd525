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

Enclosure asJson(const Names &names, const Resource &resource)
{
    Output attributes;
    write(attributes, resource.attributes, Format::Json);
    std::string room;
    wire::JsonWriter json;
    json.beginObject().key(names.resources).beginArray().beginObject();
    json.key("resource").beginObject().key("attributes").raw(attributes.take()).endObject();
    json.key(names.scopes).beginArray().beginObject();
    json.key("scope").beginObject().key("name").string(wire::asUtf8(resource.scope, room)).endObject();
    return {json.key(names.items).beginArray().take(), ",", "]}]}]}"};
}

Enclosure asProtobuf(const Resource &resource, std::size_t size)
{
    std::string room;
    Output attributes, scope, out;
    write(attributes, resource.attributes, Format::Protobuf, 1);
    Protobuf(scope).bytes(1, wire::asUtf8(resource.scope, room));
    Protobuf message(out);
    const std::size_t scoped = fieldSize(scope.size()) + size;
    message.head(1, fieldSize(attributes.size()) + fieldSize(scoped));
    message.item(1, attributes.text());
    message.head(2, scoped);
    message.item(1, scope.text());
    return {out.take()};
}

} // namespace

Enclosure enclosure(Signal signal, const Resource &resource, Format format, std::size_t size)
{
    return format == Format::Json ? asJson(namesOf(signal), resource) : asProtobuf(resource, size);
}

} // namespace gatehouse::observe::sinks::otlp
