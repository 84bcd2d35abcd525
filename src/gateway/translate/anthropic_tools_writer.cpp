// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_tools_writer.h"

#include "gateway/translate/members.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::string_view emptySchema = R"({"type":"object","properties":{}})";

// Tools that Anthropic runs or defines itself and that stand behind a beta header.
struct HostedTool {
    std::string_view typePrefix, beta;
};
constexpr std::array hostedTools {
    HostedTool {"computer_20241022", "computer-use-2024-10-22"},
    HostedTool {"computer_20250124", "computer-use-2025-01-24"},
    HostedTool {"code_execution_", "code-execution-2025-08-25"},
    HostedTool {"web_fetch_", "web-fetch-2025-09-10"},
    HostedTool {"memory_", "context-management-2025-06-27"},
};

// How often the model may search, by search_context_size.
int searches(std::string_view contextSize)
{
    return contextSize == "\"low\"" ? 1 : contextSize == "\"high\"" ? 10 : 5;
}

// Of another provider: Anthropic's own tools have a type, or at least a name.
bool isForeign(const Tool &tool)
{
    const Members members(tool.otherJson);
    return !members.has("type") && !members.has("name");
}

std::string searchTool(std::string_view options)
{
    const Members members(options);
    wire::JsonWriter json;
    json.beginObject().key("type").string("web_search_20250305").key("name").string("web_search");
    const Members location(members.find("user_location"));
    const Members approximate(location.find("approximate"));
    if (!location.empty()) {
        json.key("user_location").beginObject().key("type").string("approximate");
        for (const auto &member : approximate.empty() ? location : approximate) {
            if (member.name != "type")
                json.key(member.name).raw(member.raw);
        }
        json.endObject();
    }
    json.key("max_uses").number(std::int64_t(searches(members.find("search_context_size"))));
    return json.endObject().take();
}

std::string hostedTool(std::string_view raw, AnthropicTools &tools)
{
    const Members members(raw);
    const std::string type = wire::jsonString(members.find("type")).value_or("");
    for (const HostedTool &row : hostedTools) {
        if (type.starts_with(row.typePrefix))
            tools.betas.push_back(row.beta);
    }
    const Members function(members.find("function"));
    if (function.empty())
        return std::string(raw);
    // OpenAI's clothes around a hosted tool: its parameters belong one level up.
    wire::JsonWriter json;
    json.beginObject().key("type").string(type);
    if (function.has("name"))
        json.key("name").raw(function.find("name"));
    const Members parameters(function.find("parameters"));
    for (const auto &member : parameters) {
        if (member.name != "type" && member.name != "name")
            json.key(member.name).raw(member.raw);
    }
    if (members.has("cache_control"))
        json.key("cache_control").raw(members.find("cache_control"));
    return json.endObject().take();
}

std::string functionTool(const Tool &tool)
{
    std::string schema = tool.schemaJson;
    if (Members(schema).empty())
        schema = emptySchema;
    else if (!Members(schema).has("type")) // Anthropic wants it said
        schema.insert(1, R"("type":"object",)");
    wire::JsonWriter json;
    json.beginObject().key("name").string(tool.name).key("input_schema").raw(schema).key("type").string("custom");
    if (!tool.description.empty())
        json.key("description").string(tool.description);
    if (!tool.cacheControlJson.empty())
        json.key("cache_control").raw(tool.cacheControlJson);
    return json.endObject().take();
}

} // namespace

Result<AnthropicTools> writeAnthropicTools(const Conversation &conversation, const Target &target)
{
    AnthropicTools tools;
    wire::JsonWriter json;
    json.beginArray();
    for (const Tool &tool : conversation.tools) {
        const bool isHosted = !tool.otherJson.empty();
        if (!isHosted || !isForeign(tool))
            json.raw(isHosted ? hostedTool(tool.otherJson, tools) : functionTool(tool));
        else if (!target.dropParams)
            return Failure {hostedToolRefused(tool, target)};
    }
    for (const auto &[name, raw] : conversation.rest) {
        if (name == "web_search_options")
            json.raw(searchTool(raw));
    }
    if (json.text() != "[")
        tools.json = json.endArray().take();
    return tools;
}

} // namespace gatehouse::translate
