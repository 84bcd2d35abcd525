// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_tools_writer.h"

#include "gateway/translate/answer.h"
#include "gateway/translate/bedrock_messages_writer.h"
#include "gateway/translate/bedrock_models.h"
#include "gateway/translate/bedrock_schema.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse::translate {

namespace {

constexpr std::string_view anySchema = R"({"type":"object","properties":{}})";
constexpr std::string_view dummyTool = "dummy_tool";

/// Tools that Anthropic defines and the model's own words carry past Converse.
struct ClaudeTool {
    std::string_view typePrefix, beta;
};
constexpr std::array claudeTools {
    ClaudeTool {"computer_20241022", "computer-use-2024-10-22"},
    ClaudeTool {"computer_20250124", "computer-use-2025-01-24"},
    ClaudeTool {"computer_20251124", "computer-use-2025-11-24"},
    ClaudeTool {"bash_", {}},
    ClaudeTool {"text_editor_", {}},
    ClaudeTool {"memory_", "context-management-2025-06-27"},
    ClaudeTool {"tool_search_tool_", "tool-search-tool-2025-10-19"},
};

struct Spec {
    std::string name, description, schema;
};

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target, const BedrockToolUse &use)
        : m_conversation(conversation)
        , m_target(target)
        , m_use(use)
        , m_model(bedrockModel(target.model))
    {
    }
    Result<BedrockTools> write();

private:
    Result<> writeTool(const Tool &tool);
    Result<> writeHosted(const Tool &tool);
    void writeSearch();
    void writeJsonTool();
    void writeSpec(const Spec &spec);
    Result<std::string> choice();
    void add(std::string_view json);

    const Conversation &m_conversation;
    const Target &m_target;
    const BedrockToolUse &m_use;
    const BedrockModel m_model;
    wire::JsonWriter m_tools, m_claudeTools;
    BedrockTools m_result;
    bool m_any = false, m_anyClaude = false, m_isForced = false;
};

Result<BedrockTools> Writer::write()
{
    m_tools.beginArray();
    m_claudeTools.beginArray();
    for (const Tool &tool : m_conversation.tools) {
        if (auto done = writeTool(tool); !done)
            return Failure {std::move(done).error()};
    }
    writeSearch();
    writeJsonTool();
    if (!m_any && m_use.isInHistory)
        writeSpec({std::string(dummyTool), "This is a dummy tool call", std::string(anySchema)});
    auto chosen = choice();
    if (!chosen)
        return Failure {std::move(chosen).error()};
    if (m_any) {
        wire::JsonWriter config;
        config.beginObject().key("tools").raw(m_tools.endArray().text());
        if (!chosen->empty())
            config.key("toolChoice").raw(*chosen);
        m_result.config = config.endObject().take();
    }
    if (m_anyClaude)
        m_result.modelFields = m_claudeTools.endArray().take();
    return std::move(m_result);
}

void Writer::add(std::string_view json)
{
    m_tools.raw(json);
    m_any = true;
}

Result<> Writer::writeTool(const Tool &tool)
{
    if (!tool.otherJson.empty())
        return writeHosted(tool);
    const std::string_view schema = saysSomething(tool.schemaJson) ? std::string_view(tool.schemaJson) : anySchema;
    writeSpec({m_use.names.sent(tool.name), tool.description.empty() ? tool.name : tool.description,
        bedrockSchema(schema, m_model.takesFullSchemas)});
    // Nova keeps no tools.
    if (const std::string point = bedrockCachePoint(tool.cacheControlJson, m_target.model); !point.empty() && !m_model.isNova())
        add(point);
    return {};
}

void Writer::writeSpec(const Spec &spec)
{
    wire::JsonWriter json;
    json.beginObject().key("toolSpec").beginObject().key("name").string(spec.name);
    json.key("description").string(spec.description);
    json.key("inputSchema").beginObject().key("json").raw(spec.schema).endObject().endObject().endObject();
    add(json.text());
}

Result<> Writer::writeHosted(const Tool &tool)
{
    for (const std::string_view name : {"toolSpec", "systemTool", "cachePoint"}) { // in Converse's words already
        if (isObject(member(tool.otherJson, name))) {
            add(tool.otherJson);
            return {};
        }
    }
    const std::string type = textOf(member(tool.otherJson, "type"));
    const auto row = std::find_if(
        claudeTools.begin(), claudeTools.end(), [&](const ClaudeTool &each) { return type.starts_with(each.typePrefix); });
    if (row != claudeTools.end() && m_model.isClaude()) {
        m_claudeTools.raw(tool.otherJson);
        m_anyClaude = true;
        if (!row->beta.empty())
            m_result.betas.emplace_back(row->beta);
        return {};
    }
    if (m_target.dropParams)
        return {};
    return Failure {hostedToolRefused(tool, m_target)};
}

// Nova searches by a tool of Amazon's own.
void Writer::writeSearch()
{
    const auto &rest = m_conversation.rest;
    const bool isAsked =
        std::any_of(rest.begin(), rest.end(), [](const auto &pair) { return pair.first == "web_search_options"; });
    if (isAsked && m_model.isNova())
        add(R"({"systemTool":{"name":"nova_grounding"}})");
}

void Writer::writeJsonTool()
{
    const std::string_view format = m_conversation.responseFormatJson;
    const std::string_view type = innerOf(member(format, "type"));
    // Models that were taught the tool call it unasked, too.
    m_result.jsonTool = type == "json_object" || type == "json_schema";
    std::string_view schema = member(format, {"json_schema", "schema"});
    if (!isObject(schema))
        schema = member(format, "response_schema");
    if (!isObject(schema))
        return; // "text", and "json_object", for which Converse has nothing
    m_result.jsonTool = m_isForced = true;
    const std::string description = textOf(member(format, {"json_schema", "description"}));
    writeSpec({std::string(jsonToolName), description.empty() ? std::string(jsonToolName) : description,
        bedrockSchema(schema, m_model.takesFullSchemas)});
}

std::string named(std::string_view tool)
{
    wire::JsonWriter json;
    json.beginObject().key("tool").beginObject().key("name").string(tool).endObject().endObject();
    return json.take();
}

/// toolChoice; empty = none is sent.
Result<std::string> Writer::choice()
{
    if (m_isForced)
        return m_use.thinks || !m_model.takesToolChoice ? std::string() : named(jsonToolName);
    const auto &choice = m_conversation.toolChoice;
    if (!choice || !m_any)
        return std::string();
    switch (choice->kind) {
    case ToolChoice::Kind::Auto: return std::string(R"({"auto":{}})");
    case ToolChoice::Kind::Required: return std::string(R"({"any":{}})");
    case ToolChoice::Kind::Named: return named(m_use.names.sent(choice->name));
    case ToolChoice::Kind::None: break;
    }
    if (m_target.dropParams)
        return std::string();
    return Failure {unsupported({"tool_choice"}, m_target)};
}

} // namespace

Result<BedrockTools> writeBedrockTools(const Conversation &conversation, const Target &target, const BedrockToolUse &use)
{
    return Writer(conversation, target, use).write();
}

} // namespace gatehouse::translate
