// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/replay_source.h"

#include "gateway/admin/told_exchange.h"
#include "gateway/core/unsaid.h"
#include "gateway/observe/traffic/secret_text.h"
#include "gateway/translate/changes.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

using observe::traffic::Record;
using observe::traffic::Wire;

Failure<Error> unfit(const std::string &why)
{
    return {Error {Fault::BadRequest, "this exchange cannot be replayed: " + why, 409}};
}

// What belongs to the one connection or the one call, or is made anew.
bool isOfItsOwn(std::string_view name)
{
    static constexpr std::array names {"connection", "content-length", "transfer-encoding", "host", "expect", "te", "upgrade",
        "keep-alive", "accept-encoding", "x-litellm-call-id", "traceparent", "tracestate", "origin"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view each) { return wire::sameName(each, name); });
}

// Without members whose value was a credential.
std::string cleanQuery(std::string_view query)
{
    std::string clean;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = std::min(query.find('&', at), query.size());
        const std::string_view member = query.substr(at, end - at);
        if (member.find(redacted) == std::string_view::npos)
            clean.append(clean.empty() ? "" : "&").append(member);
        at = end + 1;
    }
    return clean;
}

wire::Method methodFrom(std::string_view word)
{
    using wire::Method;
    for (const Method method : {Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete}) {
        if (wire::toString(method) == word)
            return method;
    }
    return Method::Post;
}

wire::Request requestOf(const Wire &wire)
{
    wire::Request request;
    request.method = methodFrom(wire.method);
    const std::size_t query = std::min(wire.target.find('?'), wire.target.size());
    request.rawPath = wire.target.substr(0, query);
    request.path = wire::percentDecoded(request.rawPath);
    request.query = cleanQuery(std::string_view(wire.target).substr(std::min(query + 1, wire.target.size())));
    for (const auto &[name, value] : wire.headers) {
        if (!isOfItsOwn(name) && value.find(redacted) == std::string_view::npos)
            request.headers.add(name, value);
    }
    request.body = wire.body;
    return request;
}

Result<> checkWhole(const Record &record)
{
    const Wire &wire = record.wires.clientRequest;
    if (!record.isCaptured || !wire.isThere())
        return unfit("its request was not captured");
    if (wire.isUpload)
        return unfit("it was read as it was sent, and its body is not kept");
    if (wire.cutBytes > 0)
        return unfit(std::to_string(wire.cutBytes) + " bytes of its body were cut (capture_body_kb)");
    if (record.isHidden)
        return unfit("what was said in it is hidden (capture_messages, turn_off_message_logging)");
    if (wire.redactedInBody > 0)
        return unfit("its body had credentials in it, which are not kept");
    return {};
}

Result<ReplaySource> sourceOf(const Record &record)
{
    if (auto whole = checkWhole(record); !whole)
        return Failure {whole.error()};
    const Receipt &receipt = *record.receipt;
    return ReplaySource {requestOf(record.wires.clientRequest), receipt.dialect, receipt.operation, record.door.model,
        record.door.streams, receipt.isPassThrough};
}

} // namespace

Result<ReplaySource> replaySource(
    const observe::traffic::Book &book, const std::optional<observe::Row> &row, const std::string &id)
{
    if (row && row->running && !row->running->hasEnded())
        return sourceOf(recordOf(*row->running, false)); // of the caller's own; nothing of it is kept or shown
    const auto receipt = row ? (row->running ? row->running->receipt() : row->receipt) : nullptr;
    if (const auto record = book.find(receipt ? std::to_string(receipt->id) : id))
        return sourceOf(*record);
    if (row && row->running) { // it has ended this moment, and the book has not heard of it
        if (const Record record = recordOf(*row->running, false); record.wires.clientRequest.isThere())
            return sourceOf(record);
    }
    const auto kept = book.findOnDisk(receipt ? receipt->callId : id);
    if (kept)
        return sourceOf(*kept);
    if (kept.error().fault != Fault::NotFound)
        return Failure {kept.error()};
    if (receipt)
        return unfit("it is not remembered any more");
    return Failure {noExchange(id)};
}

Result<> askFor(ReplaySource &source, const std::string &model)
{
    if (!source.pathModel.empty()) {
        const std::size_t at = source.request.path.find(source.pathModel);
        if (at != std::string::npos)
            source.request.path.replace(at, source.pathModel.size(), model);
        source.request.rawPath.clear();
        source.pathModel = model;
        return {};
    }
    wire::JsonWriter change;
    change.beginObject().key("model").string(model).endObject();
    const auto body = wire::JsonObject::parse(source.request.body);
    if (!body || source.isPassThrough)
        return unfit("another model can only be put into a JSON body of the gateway's own doors");
    auto changed = translate::changed(*body, change.take());
    if (!changed)
        return Failure {changed.error()};
    source.request.body = changed->text();
    return {};
}

} // namespace gatehouse::admin
