// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/responses_tools_writer.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Tools that OpenAI runs or defines itself; a caller who knows them names them as they are.
constexpr std::array<std::string_view, 9> native {"code_interpreter", "computer_use_preview", "file_search", "image_generation",
    "local_shell", "mcp", "shell", "web_search", "web_search_preview"};

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
    {
    }

    Result<ResponsesTools> write();

private:
    void writeFunction(const Tool &tool);
    bool writeHosted(const Tool &tool);
    bool writeSearch(const Members &tool);
    void writeSearchOptions(const Members &options);
    void writeLocation(const Members &location);

    const Conversation &m_conversation;
    const Target &m_target;
    wire::JsonWriter m_json;
    ResponsesTools m_result;
};

Result<ResponsesTools> Writer::write()
{
    m_json.beginArray();
    for (const Tool &tool : m_conversation.tools) {
        if (tool.otherJson.empty())
            writeFunction(tool);
        else if (!writeHosted(tool) && !m_target.dropParams)
            return Failure {hostedToolRefused(tool, m_target)};
    }
    for (const auto &[name, raw] : m_conversation.rest) {
        if (name == "web_search_options")
            writeSearchOptions(Members(raw));
    }
    if (m_json.text() != "[")
        m_result.items = m_json.endArray().take();
    return std::move(m_result);
}

// Left unsaid, "strict" is on, and every optional argument becomes a required one; in the other dialects it is off.
void Writer::writeFunction(const Tool &tool)
{
    m_json.beginObject().key("type").string("function").key("name").string(tool.name);
    if (!tool.description.empty())
        m_json.key("description").string(tool.description);
    m_json.key("parameters").raw(tool.schemaJson.empty() ? R"({"type":"object","properties":{}})" : tool.schemaJson);
    m_json.key("strict").boolean(tool.strict.value_or(false)).endObject();
}

bool Writer::writeHosted(const Tool &tool)
{
    const Members members(tool.otherJson);
    const std::string_view type = innerOf(members.find("type"));
    if (type.starts_with("web_search_2"))
        return writeSearch(members);
    if (std::find(native.begin(), native.end(), type) == native.end())
        return false;
    m_json.raw(tool.otherJson);
    return true;
}

// Anthropic's search tool. Its list of places to stay away from has no counterpart.
bool Writer::writeSearch(const Members &tool)
{
    if (saysSomething(tool.find("blocked_domains")) && !m_target.dropParams)
        return false;
    m_json.beginObject().key("type").string("web_search");
    if (const std::string_view allowed = tool.find("allowed_domains"); saysSomething(allowed))
        m_json.key("filters").beginObject().key("allowed_domains").raw(allowed).endObject();
    writeLocation(Members(tool.find("user_location")));
    m_json.endObject();
    m_result.mostCalls = countOf(tool.find("max_uses"));
    return true;
}

void Writer::writeSearchOptions(const Members &options)
{
    m_json.beginObject().key("type").string("web_search");
    if (options.has("search_context_size"))
        m_json.key("search_context_size").raw(options.find("search_context_size"));
    const Members location(options.find("user_location"));
    const Members approximate(location.find("approximate"));
    writeLocation(approximate.empty() ? location : approximate);
    m_json.endObject();
}

void Writer::writeLocation(const Members &location)
{
    if (location.empty())
        return;
    m_json.key("user_location").beginObject().key("type").string("approximate");
    for (const auto &[name, raw] : location) {
        if (name != "type")
            m_json.key(name).raw(raw);
    }
    m_json.endObject();
}

} // namespace

Result<ResponsesTools> writeResponsesTools(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
