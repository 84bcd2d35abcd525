// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/response_doors.h"

#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/response_desk.h"
#include "gateway/providers/percent.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t usualPage = 20, largestPage = 100;

void answer(Inbound &inbound, std::string json, int status = 200)
{
    inbound.reply->send({status, {{"content-type", "application/json"}}}, std::move(json));
}

void refuse(Inbound &inbound, const Error &error)
{
    answer(inbound, translate::errorBody(error, inbound.dialect), error.httpStatus());
}

Error notFound(const std::string &id)
{
    return {Fault::NotFound, "Response with id '" + id + "' not found.", 0, "invalid_request_error"};
}

// What of the query is OpenAI's; anything else, a key above all, stays here.
std::string passedQuery(std::string_view query)
{
    static constexpr std::array names {
        "after", "before", "include", "include[]", "include_obfuscation", "limit", "order", "starting_after", "stream"};
    std::string passed;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const std::string name = wire::percentDecoded(pair.substr(0, pair.find('=')), true);
        if (std::find(names.begin(), names.end(), name) != names.end())
            passed.append(passed.empty() ? "?" : "&").append(pair);
    }
    return passed;
}

/// A response that somebody asks for: in the store, or on its way to be asked of its provider (then nothing is left to do).
ResponseStore::Shared found(Context &context, Inbound &inbound, std::string_view what)
{
    const std::string id = inbound.pathModel;
    const Snapshot &snapshot = *context.snapshot;
    const Identity user = userOf(inbound.identity, snapshot.settings);
    if (auto kept = context.shared.responses.find(id, context.clock.now())) {
        if (mayUse(user, kept->owner))
            return kept;
        refuse(inbound, othersResponse());
        return nullptr;
    }
    const auto response = unwrapped(id);
    const auto where = response ? snapshot.router.find(response->deployment) : std::nullopt;
    if (!where || !where->only) {
        refuse(inbound, notFound(id));
        return nullptr;
    }
    if (!mayUse(user, *response, snapshot.settings.auth.masterKey)) {
        refuse(inbound, othersResponse());
        return nullptr;
    }
    inbound.operation = Operation::StoredResponse;
    inbound.pathModel = response->deployment;
    inbound.tail = "/" + providers::percentEncoded(response->id) + std::string(what) + passedQuery(inbound.request.query);
    Exchange::begin(context, std::move(inbound));
    return nullptr;
}

struct Page {
    std::vector<std::string_view> items;
    bool hasMore = false;
};

std::size_t pageSize(const wire::Request &request)
{
    const std::string text = request.queryValue("limit");
    std::size_t size = usualPage;
    std::from_chars(text.data(), text.data() + text.size(), size);
    return std::clamp<std::size_t>(size, 1, largestPage);
}

// Newest first unless asked otherwise, as OpenAI lists them.
Page pageOf(std::string_view list, const wire::Request &request)
{
    std::vector<std::string_view> all;
    for (translate::JsonItems walk(list); walk.next();)
        all.push_back(walk.raw());
    if (request.queryValue("order") != "asc")
        std::reverse(all.begin(), all.end());
    if (const std::string after = request.queryValue("after"); !after.empty()) {
        const auto at = std::find_if(all.begin(), all.end(),
            [&](std::string_view item) { return translate::textOf(translate::member(item, "id")) == after; });
        all.erase(all.begin(), at == all.end() ? at : std::next(at));
    }
    const std::size_t size = std::min(all.size(), pageSize(request));
    return {{all.begin(), all.begin() + std::ptrdiff_t(size)}, size < all.size()};
}

void writeId(wire::JsonWriter &json, std::string_view name, std::string_view item)
{
    const std::string_view id = translate::member(item, "id");
    json.key(name).raw(id.empty() ? "null" : id);
}

} // namespace

void showResponse(Context &context, Inbound inbound)
{
    if (const auto kept = found(context, inbound, {}))
        answer(inbound, kept->response);
}

void deleteResponse(Context &context, Inbound inbound)
{
    const auto kept = found(context, inbound, {});
    if (!kept)
        return;
    context.shared.responses.drop(kept->id);
    wire::JsonWriter json;
    json.beginObject().key("id").string(kept->id).key("object").string("response").key("deleted").boolean(true).endObject();
    answer(inbound, json.take());
}

void listInputItems(Context &context, Inbound inbound)
{
    const auto kept = found(context, inbound, "/input_items");
    if (!kept)
        return;
    // What the model was shown: all that came before, and what this request added.
    std::string list;
    if (!kept->previous.empty()) {
        const Clock::Instant now = context.clock.now();
        if (const auto before = context.shared.responses.find(kept->previous, now))
            list = context.shared.responses.conversation(before, now).value_or("");
    }
    if (!list.empty() && !kept->input.empty())
        list += ',';
    list = "[" + list + kept->input + "]";
    const Page page = pageOf(list, inbound.request);
    wire::JsonWriter json;
    json.beginObject().key("object").string("list").key("data").beginArray();
    for (const std::string_view item : page.items)
        json.raw(item);
    json.endArray();
    writeId(json, "first_id", page.items.empty() ? std::string_view() : page.items.front());
    writeId(json, "last_id", page.items.empty() ? std::string_view() : page.items.back());
    answer(inbound, json.key("has_more").boolean(page.hasMore).endObject().take());
}

void cancelResponse(Context &context, Inbound inbound)
{
    if (found(context, inbound, "/cancel"))
        refuse(inbound, {Fault::InvalidRequest, "Cannot cancel a synchronous response.", 0, "invalid_request_error"});
}

} // namespace gatehouse::pipeline
