// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_request.h"
#include "gateway/translate/gemini_schema.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

// Tools that OpenAI and Anthropic run for their models, and Gemini's own for the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> hosted {{
    {"web_search", "googleSearch"}, // and web_search_preview, web_search_20250305, …
    {"web_fetch", "urlContext"},
    {"code_interpreter", "codeExecution"},
    {"code_execution", "codeExecution"},
    {"url_context", "urlContext"},
}};

// Gemini's own tools are named by their only member; whatever has a type is somebody else's.
std::string hostedTool(const Tool &tool)
{
    const std::string_view type = innerOf(member(tool.otherJson, "type"));
    if (type.empty())
        return tool.otherJson;
    const auto row = std::find_if(hosted.begin(), hosted.end(), [&](const auto &pair) { return type.starts_with(pair.first); });
    return row == hosted.end() ? std::string() : "{\"" + std::string(row->second) + "\":{}}";
}

Result<> writeFunction(wire::JsonWriter &json, const Tool &tool)
{
    auto schema = geminiSchema(tool.schemaJson);
    if (!schema)
        return Failure {std::move(schema).error()};
    json.beginObject().key("name").string(tool.name);
    if (!tool.description.empty())
        json.key("description").string(tool.description);
    if (!schema->empty())
        json.key("parameters").raw(*schema);
    json.endObject();
    return {};
}

bool asksForSearch(const Conversation &conversation)
{
    return std::any_of(conversation.rest.begin(), conversation.rest.end(),
        [](const auto &member) { return member.first == "web_search_options"; });
}

} // namespace

Result<std::string> writeGeminiTools(const Conversation &conversation, const Target &target)
{
    wire::JsonWriter functions;
    functions.beginArray();
    std::vector<std::string> others;
    bool any = false;
    for (const Tool &tool : conversation.tools) {
        if (tool.otherJson.empty()) {
            if (auto written = writeFunction(functions, tool); !written)
                return Failure {std::move(written).error()};
            any = true;
        } else if (std::string own = hostedTool(tool); !own.empty()) {
            others.push_back(std::move(own));
        } else if (!target.dropParams) {
            return Failure {hostedToolRefused(tool, target)};
        }
    }
    if (asksForSearch(conversation))
        others.emplace_back("{\"googleSearch\":{}}");
    if (!any && others.empty())
        return std::string();
    wire::JsonWriter json;
    json.beginArray();
    if (any)
        json.beginObject().key("function_declarations").raw(functions.endArray().take()).endObject();
    for (const std::string &other : others)
        json.raw(other);
    return json.endArray().take();
}

} // namespace gatehouse::translate
