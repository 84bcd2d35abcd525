// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/responses_shape.h"

#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

std::string responsePart(std::string_view textJson, bool isRefusal, std::string_view annotationsJson)
{
    wire::JsonWriter json;
    json.beginObject().key("type").string(isRefusal ? "refusal" : "output_text");
    json.key(isRefusal ? "refusal" : "text").raw(textJson);
    if (!isRefusal)
        json.key("annotations").raw(annotationsJson).key("logprobs").raw("[]");
    return json.endObject().take();
}

// Each is one object, where chat completions have an object in an object.
std::string responseAnnotations(std::string_view annotationsJson)
{
    wire::JsonWriter json;
    json.beginArray();
    for (JsonItems annotations(annotationsJson); annotations.next();) {
        const std::string_view type = member(annotations.raw(), "type"), inner = member(annotations.raw(), innerOf(type));
        if (!isObject(inner) || !hasSoundEscapes(inner))
            continue;
        json.beginObject().key("type").raw(type);
        for (JsonMembers members(inner); members.next();)
            json.key(members.name()).raw(members.raw());
        json.endObject();
    }
    return json.endArray().take();
}

std::string responseMessage(std::string_view id, std::string_view status, std::string_view part)
{
    wire::JsonWriter json;
    json.beginObject().key("id").string(id).key("type").string("message").key("status").string(status);
    json.key("role").string("assistant").key("content").beginArray();
    if (!part.empty())
        json.raw(part);
    return json.endArray().endObject().take();
}

std::string responseReasoning(std::string_view id, std::string_view summaryJson, std::string_view sealedJson)
{
    wire::JsonWriter json;
    json.beginObject().key("id").string(id).key("type").string("reasoning").key("summary").beginArray();
    if (summaryJson.size() > 2)
        json.beginObject().key("type").string("summary_text").key("text").raw(summaryJson).endObject();
    json.endArray();
    if (!sealedJson.empty())
        json.key("encrypted_content").raw(sealedJson);
    return json.endObject().take();
}

std::string responseCall(const ResponseCall &call, std::string_view status, std::string_view argumentsJson)
{
    wire::JsonWriter json;
    json.beginObject().key("id").string(call.id).key("type").string("function_call").key("status").string(status);
    json.key("call_id").raw(call.callIdJson).key("name").raw(call.nameJson).key("arguments").raw(argumentsJson);
    return json.endObject().take();
}

std::string responseSearch(std::string_view id, std::string_view status, std::string_view argumentsJson)
{
    const auto arguments = wire::JsonObject::parse(textOf(argumentsJson));
    wire::JsonWriter json;
    json.beginObject().key("id").string(id).key("type").string("web_search_call").key("status").string(status);
    json.key("action").beginObject().key("type").string("search").key("query");
    json.string(arguments ? textOf(arguments->find("query")) : std::string()).endObject();
    return json.endObject().take();
}

std::string responseImage(std::string_view id, std::string_view dataJson)
{
    wire::JsonWriter json;
    json.beginObject().key("id").string(id).key("type").string("image_generation_call").key("status").string("completed");
    return json.key("result").raw(dataJson).endObject().take();
}

bool isProvidersSearch(std::string_view callId, std::string_view name)
{
    return name == "web_search" && callId.starts_with("srvtoolu_");
}

std::string_view incompleteReason(std::string_view finishReason)
{
    if (finishReason == "length")
        return "max_output_tokens";
    return finishReason == "content_filter" ? "content_filter" : "";
}

namespace {

void writeUsage(wire::JsonWriter &json, const Usage &usage)
{
    json.beginObject().key("input_tokens").number(usage.input);
    json.key("input_tokens_details").beginObject().key("cached_tokens").number(usage.cachedRead).endObject();
    json.key("output_tokens").number(usage.output);
    json.key("output_tokens_details").beginObject().key("reasoning_tokens").number(usage.reasoning).endObject();
    json.key("total_tokens").number(usage.input + usage.output).endObject();
}

/// A parameter that a response repeats, and what stands there when it was not asked for.
struct Echo {
    std::string_view name, otherwise;
};
constexpr std::array<Echo, 18> echoes {{
    {"background", ""},
    {"instructions", "null"},
    {"max_output_tokens", "null"},
    {"max_tool_calls", ""},
    {"metadata", "{}"},
    {"parallel_tool_calls", "true"},
    {"previous_response_id", "null"},
    {"prompt_cache_key", ""},
    {"reasoning", R"({"effort":null,"summary":null})"},
    {"safety_identifier", ""},
    {"store", "true"},
    {"temperature", "null"},
    {"text", "{}"},
    {"tool_choice", "\"auto\""},
    {"tools", "[]"},
    {"top_p", "null"},
    {"truncation", "null"},
    {"user", "null"},
}};

// An event's data is one line, whatever the caller's request looked like; outside of strings a line's end is but space.
std::string inOneLine(std::string_view raw)
{
    std::string line(raw);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

void writeEchoes(wire::JsonWriter &json, const View &view)
{
    for (const auto &[name, otherwise] : echoes) {
        const std::string_view asked = view.request ? view.request->find(name) : std::string_view();
        const std::string_view raw = !wire::jsonIsNull(asked) && hasSoundEscapes(asked) ? asked : otherwise;
        if (!raw.empty())
            json.key(name).raw(inOneLine(raw));
    }
}

void writeOutcome(wire::JsonWriter &json, const ResponseFacts &facts)
{
    const bool failed = facts.status == "failed";
    json.key("error");
    if (failed)
        json.beginObject().key("code").string("server_error").key("message").string(facts.reason).endObject();
    else
        json.null();
    json.key("incomplete_details");
    if (failed || facts.reason.empty())
        json.null();
    else
        json.beginObject().key("reason").string(facts.reason).endObject();
}

} // namespace

std::string responseObject(const ResponseFacts &facts, const View &view)
{
    wire::JsonWriter json;
    json.reserve(1024 + facts.outputJson.size());
    json.beginObject().key("id").string(facts.id).key("object").string("response").key("created_at").number(facts.createdAt);
    json.key("status").string(facts.status);
    writeOutcome(json, facts);
    json.key("model").raw(facts.modelJson).key("output").raw(facts.outputJson);
    writeEchoes(json, view);
    json.key("usage");
    if (facts.usage && facts.usage->reported)
        writeUsage(json, *facts.usage);
    else
        json.null();
    return json.endObject().take();
}

} // namespace gatehouse::translate
