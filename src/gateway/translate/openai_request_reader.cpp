// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/openai_messages_reader.h"
#include "gateway/translate/openai_request.h"
#include "gateway/translate/request_reader.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Members that have a place of their own in Conversation, or no meaning elsewhere.
constexpr std::array<std::string_view, 19> known {"function_call", "functions", "max_completion_tokens", "max_tokens", "messages",
    "model", "parallel_tool_calls", "reasoning_effort", "response_format", "stop", "stream", "stream_options", "temperature",
    "thinking", "tool_choice", "tools", "top_k", "top_p", "user"};

class Reader : RequestReader
{
public:
    explicit Reader(const Members &members)
        : m_members(members)
    {
    }

    Result<Conversation> read()
    {
        if (!readMessages() || !readTools() || !readToolChoice() || !readParameters())
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool readMessages();
    bool readTools();
    bool readTool(std::string_view raw);
    bool readFunction(const Members &function, Tool &tool);
    bool readToolChoice();
    bool readParameters();

    const Members &m_members;
    Conversation m_result;
};

bool Reader::readMessages()
{
    auto messages = readOpenAiMessages(m_members.find("messages"));
    if (messages)
        m_result.messages = std::move(*messages);
    else
        m_error = messages.error();
    return !m_error;
}

bool Reader::readTools()
{
    const auto readOlder = [this](std::string_view raw) {
        Tool tool;
        const bool isRead = readFunction(Members(raw), tool);
        m_result.tools.push_back(std::move(tool));
        return isRead;
    };
    return eachOf(m_members, "tools", [this](std::string_view raw) { return readTool(raw); })
        && eachOf(m_members, "functions", readOlder);
}

bool Reader::readTool(std::string_view raw)
{
    const Members members(raw);
    std::string type;
    Tool tool;
    if (!text(members, "type", type))
        return false;
    if (members.has("input_schema") || (type != "function" && !(type.empty() && members.has("function")))) {
        tool.otherJson = raw; // a hosted tool, or one already in Anthropic's form
    } else {
        const Members function(members.find("function"));
        if (!readFunction(function, tool) || !object(members, "cache_control", tool.cacheControlJson))
            return false;
        if (tool.cacheControlJson.empty() && !object(function, "cache_control", tool.cacheControlJson))
            return false;
    }
    m_result.tools.push_back(std::move(tool));
    return true;
}

bool Reader::readFunction(const Members &function, Tool &tool)
{
    return requiredText(function, "name", tool.name) && text(function, "description", tool.description)
        && object(function, "parameters", tool.schemaJson) && boolean(function, "strict", tool.strict);
}

bool Reader::readToolChoice()
{
    const std::string_view name = m_members.has("tool_choice") ? "tool_choice" : "function_call";
    const std::string_view raw = m_members.find(name);
    if (wire::jsonIsNull(raw))
        return true;
    ToolChoice choice;
    std::string word;
    if (wire::jsonKind(raw) == 'o') {
        const Members object(raw);
        const Members function(object.find("function"));
        choice.kind = ToolChoice::Kind::Named;
        if (!text(function.has("name") ? function : object, "name", choice.name))
            return false;
        if (choice.name.empty())
            return fail(name, "must name a function");
    } else if (!text(m_members, name, word)) {
        return false;
    } else if (word == "none") {
        choice.kind = ToolChoice::Kind::None;
    } else if (word == "required" || word == "any") {
        choice.kind = ToolChoice::Kind::Required;
    } else if (word != "auto") {
        return fail(name, "must be none, auto, required or a function");
    }
    m_result.toolChoice = std::move(choice);
    return true;
}

bool Reader::readParameters()
{
    const bool ok = boolean(m_members, "parallel_tool_calls", m_result.parallelToolCalls)
        && integer(m_members, m_members.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens", m_result.maxTokens)
        && number(m_members, "temperature", m_result.temperature) && number(m_members, "top_p", m_result.topP)
        && integer(m_members, "top_k", m_result.topK) && texts(m_members, "stop", m_result.stop)
        && text(m_members, "user", m_result.user) && text(m_members, "reasoning_effort", m_result.reasoningEffort)
        && object(m_members, "thinking", m_result.thinkingJson)
        && object(m_members, "response_format", m_result.responseFormatJson);
    if (!ok)
        return false;
    for (const auto &member : m_members) {
        if (std::find(known.begin(), known.end(), member.name) == known.end() && !wire::jsonIsNull(member.raw))
            m_result.rest.emplace_back(member.name, member.raw);
    }
    return true;
}

} // namespace

Result<Conversation> readOpenAiRequest(const Members &members)
{
    return Reader(members).read();
}

} // namespace gatehouse::translate
