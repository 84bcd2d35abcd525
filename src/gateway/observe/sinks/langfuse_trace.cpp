// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/langfuse_call.h"
#include "gateway/observe/sinks/payload_parts.h"
#include "gateway/observe/sinks/text.h"

#include <algorithm>
#include <utility>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::string_view unknown = "null";

std::string_view orUnknown(std::string_view json)
{
    return json.empty() ? unknown : json;
}

// What may be changed, by the member of the client's metadata that says so.
struct Change {
    JsonName key;
    std::string_view member;
};
constexpr Change changes[] {{"name", "trace_name"}, {"version", "trace_version"}, {"release", "trace_release"},
    {"userId", "trace_user_id"}, {"sessionId", "session_id"}};

// Of a trace that is there already only what the caller wants changed.
void writeUpdate(JsonLine &json, const LangfuseCall &call)
{
    const auto keys = wire::jsonStrings(call.client.raw("update_trace_keys")).value_or(std::vector<std::string>());
    const auto wants = [&keys](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    if (wants("input"))
        json.key("input").literal(orUnknown(call.messages));
    if (wants("output"))
        json.key("output").literal(orUnknown(call.answer));
    for (const auto &[key, member] : changes) {
        if (wants(member))
            writeOptional(json, key, call.client.text(member));
    }
    if (wants("trace_metadata"))
        json.key("metadata").json(call.client.raw("trace_metadata"));
}

void writeSides(JsonLine &json, const LangfuseCall &call)
{
    json.key("input").literal(orUnknown(call.messages)).key("output");
    if (isSuccess(call.receipt))
        json.literal(orUnknown(call.answer));
    else
        json.text(call.receipt.error);
}

std::string_view tagValue(std::string_view name, const Receipt &receipt, const Terms &terms)
{
    if (name == "cache_hit")
        return receipt.isCached ? "True" : "False";
    if (name == "cache_key")
        return receipt.cacheKey;
    if (name == "proxy_base_url")
        return terms.proxyUrl;
    if (terms.hidesCaller || !receipt.principal)
        return {};
    const Principal &who = *receipt.principal;
    const std::pair<std::string_view, std::string_view> members[] {{"user_api_key_alias", who.keyAlias},
        {"user_api_key_user_id", who.userId}, {"user_api_key_user_email", who.userEmail},
        {"user_api_key_team_alias", who.teamAlias}, {"user_api_key_team_id", who.teamId}};
    const auto found = std::find_if(std::begin(members), std::end(members), [&](const auto &each) { return each.first == name; });
    return found == std::end(members) ? std::string_view() : found->second;
}

void writeTraceTags(JsonLine &json, const LangfuseCall &call, const Terms &terms)
{
    json.key("tags").beginArray();
    writeTags(json, call.receipt, terms);
    for (const std::string &name : terms.traceTags) {
        if (const std::string_view value = tagValue(name, call.receipt, terms); !value.empty())
            json.text(name + ":" + std::string(value));
    }
    json.endArray();
}

std::string firstOf(std::string one, std::string_view other)
{
    return one.empty() ? std::string(other) : one;
}

void writeNewTrace(JsonLine &json, const LangfuseCall &call, const LangfuseTerms &terms)
{
    const Receipt &receipt = call.receipt;
    const ClientMetadata &client = call.client;
    const std::string name = client.text("trace_name");
    json.key("name").text(name.empty() ? "litellm-" + std::string(callType(receipt)) : name);
    json.key("timestamp").text(call.begin);
    writeOptional(json, "sessionId", firstOf(client.text("session_id"), receipt.session));
    const std::string_view customer = terms.terms.hidesCaller ? std::string_view() : std::string_view(receipt.customer);
    writeOptional(json, "userId", firstOf(client.text("trace_user_id"), customer));
    writeOptional(json, "version", firstOf(client.text("trace_version"), client.text("version")));
    writeOptional(json, "release", firstOf(client.text("trace_release"), terms.release));
    writeOptional(json, "environment", terms.environment);
    writeSides(json, call);
    if (const std::string_view metadata = client.raw("trace_metadata"); !metadata.empty())
        json.key("metadata").json(metadata);
    writeTraceTags(json, call, terms.terms);
}

} // namespace

void writeTrace(JsonLine &json, const LangfuseCall &call, const LangfuseTerms &terms)
{
    json.beginObject().key("id").text(call.traceId);
    if (call.existingTrace.empty())
        writeNewTrace(json, call, terms);
    else
        writeUpdate(json, call);
    json.endObject();
}

} // namespace gatehouse::observe::sinks
