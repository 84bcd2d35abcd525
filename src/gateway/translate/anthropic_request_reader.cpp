// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_request.h"
#include "gateway/translate/content_reader.h"
#include "gateway/translate/signed_ids.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 15> known {"max_tokens", "messages", "metadata", "model", "output_format",
    "stop_sequences", "stream", "system", "temperature", "thinking", "tool_choice", "tools", "top_k", "top_p", "output_config"};

class Reader : ContentReader
{
public:
    explicit Reader(const Members &members)
        : m_members(members)
    {
    }

    Result<Conversation> read()
    {
        if (!readSystem() || !readMessages() || !readTools() || !readToolChoice() || !readParameters())
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool readSystem();
    bool readMessages();
    bool readMessage(std::string_view raw);
    bool readPart(std::string_view raw, std::vector<Block> &into) override;
    bool readKind(const Members &members, const std::string &type, std::string_view raw, Block &block);
    bool readToolResult(const Members &members, Block &block);
    bool readMedia(const Members &members, std::string_view raw, Block &block);
    bool readTools();
    bool readTool(std::string_view raw);
    bool readToolChoice();
    bool readParameters();
    bool readThinking();
    bool readOutputFormat();

    const Members &m_members;
    Conversation m_result;
};

bool Reader::readSystem()
{
    if (!m_members.has("system"))
        return true;
    m_place = {"system", -1};
    Message message;
    message.role = Message::Role::System;
    const std::string_view raw = m_members.find("system");
    Block block;
    if (wire::jsonKind(raw) == 's') {
        m_place = {};
        if (!text(m_members, "system", block.text))
            return false;
        message.blocks.push_back(std::move(block));
    } else if (wire::jsonKind(raw) == 'a') {
        for (JsonWalk walk(raw); walk.next();) {
            if (!readPart(walk.raw(), message.blocks))
                return false;
        }
    } else {
        return fail({}, "must be a string or an array");
    }
    m_place = {};
    if (!message.blocks.empty())
        m_result.messages.push_back(std::move(message));
    return true;
}

bool Reader::readMessages()
{
    const std::size_t before = m_result.messages.size();
    if (!eachObject("messages", m_members.find("messages"), [this](std::string_view raw) { return readMessage(raw); }))
        return false;
    return m_result.messages.size() > before || fail("messages", "must hold at least one message");
}

bool Reader::readMessage(std::string_view raw)
{
    const Members members(raw);
    Message message;
    std::string role;
    if (!requiredText(members, "role", role))
        return false;
    if (role == "assistant")
        message.role = Message::Role::Assistant;
    else if (role == "system")
        message.role = Message::Role::System;
    else if (role != "user")
        return fail("role", "must be user or assistant. Invalid Message passed in " + shortened(raw));
    if (!content(members, "content", message.blocks))
        return false;
    m_result.messages.push_back(std::move(message));
    return true;
}

bool Reader::readPart(std::string_view raw, std::vector<Block> &into)
{
    Block block;
    if (wire::jsonKind(raw) == 's') { // Anthropic does not take it, but LiteLLM's clients send it
        auto value = wire::jsonString(raw);
        if (!value)
            return fail({}, "holds a broken escape: it is not valid Unicode text");
        block.text = std::move(*value);
        into.push_back(std::move(block));
        return true;
    }
    if (wire::jsonKind(raw) != 'o')
        return fail({}, "must be an object");
    const Members members(raw);
    std::string type;
    if (!requiredText(members, "type", type) || !object(members, "cache_control", block.cacheControlJson)
        || !readKind(members, type, raw, block))
        return false;
    into.push_back(std::move(block));
    return true;
}

bool Reader::readKind(const Members &members, const std::string &type, std::string_view raw, Block &block)
{
    if (type == "text")
        return requiredText(members, "text", block.text);
    if (type == "image" || type == "document") {
        block.kind = type == "image" ? Block::Kind::Image : Block::Kind::Document;
        return readMedia(members, raw, block);
    }
    if (type == "thinking") {
        block.kind = Block::Kind::Thinking;
        return text(members, "thinking", block.text) && text(members, "signature", block.signature);
    }
    if (type == "redacted_thinking") {
        block.kind = Block::Kind::RedactedThinking;
        return text(members, "data", block.text);
    }
    if (type == "tool_use") {
        block.kind = Block::Kind::ToolUse;
        block.argumentsJson = "{}";
        if (!requiredText(members, "id", block.id) || !requiredText(members, "name", block.name))
            return false;
        splitSignedId(block);
        return object(members, "input", block.argumentsJson);
    }
    if (type == "tool_result")
        return readToolResult(members, block);
    block.kind = Block::Kind::Other;
    block.name = type;
    block.otherJson = raw;
    return true;
}

bool Reader::readToolResult(const Members &members, Block &block)
{
    block.kind = Block::Kind::ToolResult;
    std::optional<bool> isError;
    if (!requiredText(members, "tool_use_id", block.id) || !boolean(members, "is_error", isError)
        || !content(members, "content", block.content))
        return false;
    splitSignedId(block);
    block.isError = isError.value_or(false);
    return true;
}

bool Reader::readMedia(const Members &members, std::string_view raw, Block &block)
{
    const Members source(members.find("source"));
    std::string type;
    if (source.empty())
        return fail("source", "is required");
    if (!requiredText(source, "type", type) || !text(members, "title", block.name))
        return false;
    if (type == "base64")
        return requiredText(source, "media_type", block.mediaType) && requiredText(source, "data", block.data);
    if (type == "url")
        return requiredText(source, "url", block.url);
    if (type == "text") {
        block.kind = Block::Kind::Text;
        return requiredText(source, "data", block.text);
    }
    block.kind = Block::Kind::Other; // a file's id, or content blocks inside a document
    block.name = type + " source";
    block.otherJson = raw;
    return true;
}

bool Reader::readTools()
{
    return eachOf(m_members, "tools", [this](std::string_view raw) { return readTool(raw); });
}

bool Reader::readTool(std::string_view raw)
{
    const Members members(raw);
    Tool tool;
    std::string type;
    if (!text(members, "type", type) || !requiredText(members, "name", tool.name))
        return false;
    if (!type.empty() && type != "custom" && !members.has("input_schema"))
        tool.otherJson = raw;
    else if (!text(members, "description", tool.description) || !object(members, "input_schema", tool.schemaJson)
        || !boolean(members, "strict", tool.strict) || !object(members, "cache_control", tool.cacheControlJson))
        return false;
    m_result.tools.push_back(std::move(tool));
    return true;
}

bool Reader::readToolChoice()
{
    std::string raw, type;
    if (!object(m_members, "tool_choice", raw))
        return false;
    if (raw.empty())
        return true;
    const Members members(raw);
    m_place = {"tool_choice", -1};
    ToolChoice choice;
    std::optional<bool> oneAtATime;
    if (!requiredText(members, "type", type) || !boolean(members, "disable_parallel_tool_use", oneAtATime))
        return false;
    if (type == "any")
        choice.kind = ToolChoice::Kind::Required;
    else if (type == "none")
        choice.kind = ToolChoice::Kind::None;
    else if (type == "tool")
        choice.kind = ToolChoice::Kind::Named;
    else if (type != "auto")
        return fail("type", "must be auto, any, tool or none");
    if (choice.kind == ToolChoice::Kind::Named && !requiredText(members, "name", choice.name))
        return false;
    if (oneAtATime.value_or(false))
        m_result.parallelToolCalls = false;
    m_result.toolChoice = std::move(choice);
    m_place = {};
    return true;
}

bool Reader::readParameters()
{
    std::string metadata;
    const bool ok = integer(m_members, "max_tokens", m_result.maxTokens) && number(m_members, "temperature", m_result.temperature)
        && number(m_members, "top_p", m_result.topP) && integer(m_members, "top_k", m_result.topK)
        && texts(m_members, "stop_sequences", m_result.stop) && object(m_members, "metadata", metadata)
        && text(Members(metadata), "user_id", m_result.user) && readThinking() && readOutputFormat();
    if (!ok)
        return false;
    for (const auto &member : m_members) {
        if (std::find(known.begin(), known.end(), member.name) == known.end() && !wire::jsonIsNull(member.raw))
            m_result.rest.emplace_back(member.name, member.raw);
    }
    return true;
}

// Both as it was said and in OpenAI's words: how the writer puts it depends on the model.
bool Reader::readThinking()
{
    if (!object(m_members, "thinking", m_result.thinkingJson))
        return false;
    const Members thinking(m_result.thinkingJson);
    const std::string_view type = thinking.find("type");
    if (type == "\"adaptive\"") {
        const Members config(m_members.find("output_config"));
        m_result.reasoningEffort = "medium";
        return text(config, "effort", m_result.reasoningEffort);
    }
    if (type != "\"enabled\"")
        return true;
    const double budget = wire::jsonNumber(thinking.find("budget_tokens")).value_or(0);
    m_result.reasoningEffort = budget >= 10000 ? "high" : budget >= 5000 ? "medium" : budget >= 2000 ? "low" : "minimal";
    return true;
}

bool Reader::readOutputFormat()
{
    const Members config(m_members.find("output_config"));
    const bool isOld = m_members.has("output_format");
    const Members format(isOld ? m_members.find("output_format") : config.find("format"));
    if (format.find("type") != "\"json_schema\"")
        return true;
    std::string schema;
    if (!object(format, "schema", schema))
        return fail("output_format", "must have a schema");
    m_result.responseFormatJson =
        R"({"type":"json_schema","json_schema":{"name":"structured_output","schema":)" + (schema.empty() ? "{}" : schema) + "}}";
    return true;
}

} // namespace

Result<Conversation> readAnthropicRequest(const Members &members)
{
    return Reader(members).read();
}

} // namespace gatehouse::translate
