// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/json_walk.h"
#include "gateway/translate/request_reader.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/responses_input_reader.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Members that have a place of their own in Conversation, or no meaning outside OpenAI's house: hints for its caches and
// safety, what it keeps, and how it counts.
constexpr std::array<std::string_view, 26> known {"background", "client_metadata", "context_management", "include", "input",
    "instructions", "max_output_tokens", "max_tool_calls", "metadata", "model", "parallel_tool_calls", "prompt_cache_key",
    "prompt_cache_retention", "reasoning", "safety_identifier", "service_tier", "store", "stream", "stream_options",
    "temperature", "text", "tool_choice", "tools", "top_p", "truncation", "user"};

class Reader : RequestReader
{
public:
    explicit Reader(const Members &members)
        : m_members(members)
    {
    }

    Result<Conversation> read()
    {
        if (!refuseWhatIsKept() || !readMessages() || !readTools() || !readToolChoice() || !readParameters() || !readText())
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool refuseWhatIsKept();
    bool readMessages();
    bool readTools();
    bool readTool(std::string_view raw);
    void readSearch(const Members &tool);
    bool readToolChoice();
    bool readChoiceObject(const Members &choice);
    bool keepAllowed(const Members &choice);
    bool readParameters();
    bool readText();

    const Members &m_members;
    Conversation m_result;
};

// Each of these names something that stands in a provider's store, where this request does not go.
bool Reader::refuseWhatIsKept()
{
    if (m_members.has("previous_response_id")) {
        std::string id;
        text(m_members, "previous_response_id", id);
        m_error = Error {Fault::BadRequest, "Previous response with id '" + shortened(id) + "' not found."};
        m_error->param = "previous_response_id";
        return false;
    }
    for (const std::string_view name : {"conversation", "prompt"}) {
        if (m_members.has(name))
            return fail(name, "is kept by OpenAI, and this model's provider cannot be sent it");
    }
    if (m_members.find("background") == "true")
        return fail("background", "is not possible with this model's provider");
    return true;
}

bool Reader::readMessages()
{
    Message system;
    system.role = Message::Role::System;
    if (m_members.has("instructions")) {
        if (!text(m_members, "instructions", system.blocks.emplace_back().text))
            return false;
        m_result.messages.push_back(std::move(system));
    }
    auto messages = readResponsesInput(m_members.find("input"));
    if (!messages) {
        m_error = messages.error();
        return false;
    }
    m_result.messages.insert(m_result.messages.end(), std::move_iterator(messages->begin()), std::move_iterator(messages->end()));
    return true;
}

bool Reader::readTools()
{
    return eachOf(m_members, "tools", [this](std::string_view raw) { return readTool(raw); });
}

bool Reader::readTool(std::string_view raw)
{
    const Members members(raw);
    std::string type;
    Tool tool;
    if (!requiredText(members, "type", type))
        return false;
    if (type.starts_with("web_search")) {
        readSearch(members);
        return true;
    }
    if (type == "function") {
        if (!requiredText(members, "name", tool.name) || !text(members, "description", tool.description)
            || !object(members, "parameters", tool.schemaJson) || !boolean(members, "strict", tool.strict))
            return false;
    } else {
        tool.otherJson = raw;
    }
    m_result.tools.push_back(std::move(tool));
    return true;
}

// The chat dialect says it with a parameter, and every writer knows that.
void Reader::readSearch(const Members &tool)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const std::string_view name : {"search_context_size", "user_location"}) {
        if (tool.has(name))
            json.key(name).raw(tool.find(name));
    }
    m_result.rest.emplace_back("web_search_options", json.endObject().take());
}

bool Reader::readToolChoice()
{
    const std::string_view raw = m_members.find("tool_choice");
    if (wire::jsonIsNull(raw))
        return true;
    if (wire::jsonKind(raw) == 'o')
        return readChoiceObject(Members(raw));
    std::string word;
    if (!text(m_members, "tool_choice", word))
        return false;
    ToolChoice choice;
    if (word == "none")
        choice.kind = ToolChoice::Kind::None;
    else if (word == "required")
        choice.kind = ToolChoice::Kind::Required;
    else if (word != "auto")
        return fail("tool_choice", "must be none, auto, required or an object");
    m_result.toolChoice = std::move(choice);
    return true;
}

bool Reader::readChoiceObject(const Members &choice)
{
    m_place = {"tool_choice", -1};
    std::string type;
    if (!requiredText(choice, "type", type))
        return false;
    if (type == "allowed_tools")
        return keepAllowed(choice);
    if (type != "function")
        return fail("type", "'" + shortened(type) + "' cannot be forced on this model");
    ToolChoice named;
    named.kind = ToolChoice::Kind::Named;
    if (!requiredText(choice, "name", named.name))
        return false;
    m_result.toolChoice = std::move(named);
    m_place = {};
    return true;
}

// A choice among some of the tools: the others are not offered.
bool Reader::keepAllowed(const Members &choice)
{
    std::vector<std::string> names;
    if (!isList(choice, "tools"))
        return false;
    for (JsonWalk walk(choice.find("tools")); walk.next();) {
        if (!text(Members(walk.raw()), "name", names.emplace_back()))
            return false;
    }
    std::erase_if(
        m_result.tools, [&](const Tool &tool) { return std::find(names.begin(), names.end(), tool.name) == names.end(); });
    ToolChoice result;
    if (choice.find("mode") == "\"required\"")
        result.kind = ToolChoice::Kind::Required;
    m_result.toolChoice = result;
    m_place = {};
    return true;
}

bool Reader::readParameters()
{
    const Members reasoning(m_members.find("reasoning"));
    const bool ok = boolean(m_members, "parallel_tool_calls", m_result.parallelToolCalls)
        && integer(m_members, "max_output_tokens", m_result.maxTokens) && number(m_members, "temperature", m_result.temperature)
        && number(m_members, "top_p", m_result.topP) && text(m_members, "user", m_result.user)
        && text(reasoning, "effort", m_result.reasoningEffort) && integer(m_members, "top_k", m_result.topK)
        && texts(m_members, "stop", m_result.stop);
    if (!ok)
        return false;
    const auto isKnown = [](std::string_view name) {
        return std::find(known.begin(), known.end(), name) != known.end() || name == "top_k" || name == "stop";
    };
    for (const auto &member : m_members) {
        const bool saysNothing = wire::jsonIsNull(member.raw) || (member.name == "top_logprobs" && member.raw == "0");
        if (!saysNothing && !isKnown(member.name))
            m_result.rest.emplace_back(member.name, member.raw);
    }
    return true;
}

bool Reader::readText()
{
    const Members words(m_members.find("text"));
    const Members format(words.find("format"));
    if (words.has("verbosity"))
        m_result.rest.emplace_back("verbosity", words.find("verbosity"));
    const std::string_view type = innerOf(format.find("type"));
    if (type == "json_object") {
        m_result.responseFormatJson = R"({"type":"json_object"})";
    } else if (type == "json_schema") {
        if (wire::jsonKind(format.find("schema")) != 'o')
            return fail("text.format.schema", "must be an object");
        wire::JsonWriter json;
        json.beginObject().key("type").string("json_schema").key("json_schema").beginObject();
        for (const std::string_view name : {"name", "description", "schema", "strict"}) {
            if (format.has(name))
                json.key(name).raw(format.find(name));
        }
        m_result.responseFormatJson = json.endObject().endObject().take();
    } else if (!type.empty() && type != "text") {
        return fail("text.format.type", "must be text, json_object or json_schema");
    }
    return true;
}

} // namespace

Result<Conversation> readResponsesRequest(const Members &members)
{
    return Reader(members).read();
}

} // namespace gatehouse::translate
