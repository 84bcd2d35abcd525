// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_walk.h"
#include "gateway/translate/media.h"
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
    bool readMessage(std::string_view raw);
    bool readRole(const Members &message, std::string_view raw, Message &into);
    bool readContent(const Members &message, std::vector<Block> &into);
    bool readPart(std::string_view raw, std::vector<Block> &into);
    bool readImage(const Members &part, Block &block);
    bool readFile(const Members &part, Block &block);
    bool readAudio(const Members &part, Block &block);
    bool readThinking(const Members &message, std::vector<Block> &into);
    bool readToolCalls(const Members &message, std::vector<Block> &into);
    bool readFunctionCall(const Members &function, Block &block);
    bool readToolResult(const Members &message, Message &into);
    bool readTools();
    bool readTool(std::string_view raw);
    bool readFunction(const Members &function, Tool &tool);
    bool readToolChoice();
    bool readParameters();

    const Members &m_members;
    Conversation m_result;
    std::string m_lastFunctionCall; // id given to a call in the old function_call form, which has none
};

bool Reader::readMessages()
{
    const std::string_view raw = m_members.find("messages");
    if (wire::jsonKind(raw) != 'a')
        return fail("messages", "must be an array");
    m_place = {"messages"};
    for (JsonWalk walk(raw); walk.next(); ++m_place.item) {
        if (wire::jsonKind(walk.raw()) != 'o')
            return fail({}, "must be an object");
        if (!readMessage(walk.raw()))
            return false;
    }
    m_place = {};
    return true;
}

bool Reader::readMessage(std::string_view raw)
{
    const Members message(raw);
    Message result;
    if (!readRole(message, raw, result))
        return false;
    if (result.role == Message::Role::Tool) {
        if (!readToolResult(message, result))
            return false;
    } else if (!readThinking(message, result.blocks) || !readContent(message, result.blocks)) {
        return false;
    }
    // A message's own cache_control marks its last block.
    std::string cache;
    if (!object(message, "cache_control", cache))
        return false;
    if (!cache.empty() && !result.blocks.empty())
        result.blocks.back().cacheControlJson = cache;
    if (result.role == Message::Role::Assistant && !readToolCalls(message, result.blocks))
        return false;
    m_result.messages.push_back(std::move(result));
    return true;
}

bool Reader::readRole(const Members &message, std::string_view raw, Message &into)
{
    std::string role;
    if (!requiredText(message, "role", role))
        return false;
    if (role == "system" || role == "developer")
        into.role = Message::Role::System;
    else if (role == "user")
        into.role = Message::Role::User;
    else if (role == "assistant")
        into.role = Message::Role::Assistant;
    else if (role == "tool" || role == "function")
        into.role = Message::Role::Tool;
    else
        return fail("role", "is not known. Invalid Message passed in " + shortened(raw));
    return true;
}

bool Reader::readContent(const Members &message, std::vector<Block> &into)
{
    const std::string_view content = message.find("content");
    if (wire::jsonIsNull(content))
        return true;
    if (wire::jsonKind(content) == 's') {
        Block block;
        if (!text(message, "content", block.text))
            return false;
        into.push_back(std::move(block));
        return true;
    }
    if (wire::jsonKind(content) != 'a')
        return fail("content", "must be a string or an array");
    m_place.part = 0;
    for (JsonWalk walk(content); walk.next(); ++m_place.part) {
        if (!readPart(walk.raw(), into))
            return false;
    }
    m_place.part = -1;
    return true;
}

bool Reader::readPart(std::string_view raw, std::vector<Block> &into)
{
    if (wire::jsonKind(raw) != 'o')
        return fail({}, "must be an object");
    const Members part(raw);
    std::string type;
    Block block;
    if (!requiredText(part, "type", type) || !object(part, "cache_control", block.cacheControlJson))
        return false;
    bool ok = true;
    if (type == "text") {
        ok = requiredText(part, "text", block.text);
    } else if (type == "refusal") {
        ok = requiredText(part, "refusal", block.text);
    } else if (type == "image_url") {
        ok = readImage(part, block);
    } else if (type == "file") {
        ok = readFile(part, block);
    } else if (type == "input_audio") {
        ok = readAudio(part, block);
    } else {
        block.kind = Block::Kind::Other;
        block.otherJson = raw;
        block.name = type;
    }
    into.push_back(std::move(block));
    return ok;
}

bool Reader::readImage(const Members &part, Block &block)
{
    std::string url;
    if (wire::jsonKind(part.find("image_url")) == 's') {
        if (!text(part, "image_url", url))
            return false;
    } else {
        const Members image(part.find("image_url"));
        if (!requiredText(image, "url", url))
            return false;
    }
    block.kind = Block::Kind::Image;
    if (!setMedia(block, url))
        return fail("image_url.url", "must be a URL or a data URL with base64");
    if (!block.data.empty() && !block.mediaType.starts_with("image/")) // a document in an image's clothes
        block.kind = Block::Kind::Document;
    return true;
}

bool Reader::readFile(const Members &part, Block &block)
{
    const Members file(part.find("file"));
    std::string data, format;
    block.kind = Block::Kind::Document;
    if (!text(file, "file_id", block.id) || !text(file, "filename", block.name) || !text(file, "format", format)
        || !text(file, "file_data", data))
        return false;
    if (block.id.starts_with("http://") || block.id.starts_with("https://"))
        block.url = std::exchange(block.id, {});
    if (data.empty())
        return !block.id.empty() || !block.url.empty() || fail("file", "must have file_data or file_id");
    if (data.find(':') == data.npos) { // base64 alone: no URL is without a colon
        block.mediaType = format.empty() ? mediaTypeOf(block.name) : format;
        block.data = std::move(data);
    } else if (!setMedia(block, data)) {
        return fail("file.file_data", "must be base64 or a data URL with base64");
    }
    if (block.mediaType.starts_with("image/"))
        block.kind = Block::Kind::Image;
    return true;
}

bool Reader::readAudio(const Members &part, Block &block)
{
    const Members audio(part.find("input_audio"));
    block.kind = Block::Kind::Audio;
    std::string format;
    if (!requiredText(audio, "data", block.data) || !text(audio, "format", format))
        return false;
    block.mediaType = "audio/" + format;
    return true;
}

bool Reader::readThinking(const Members &message, std::vector<Block> &into)
{
    if (!isList(message, "thinking_blocks"))
        return false;
    for (JsonWalk walk(message.find("thinking_blocks")); walk.next();) {
        const Members item(walk.raw());
        std::string type;
        Block block;
        if (!text(item, "type", type) || !text(item, "signature", block.signature)
            || !object(item, "cache_control", block.cacheControlJson))
            return false;
        const bool redacted = type == "redacted_thinking";
        block.kind = redacted ? Block::Kind::RedactedThinking : Block::Kind::Thinking;
        if (!text(item, redacted ? "data" : "thinking", block.text))
            return false;
        into.push_back(std::move(block));
    }
    return true;
}

bool Reader::readToolCalls(const Members &message, std::vector<Block> &into)
{
    if (!isList(message, "tool_calls"))
        return false;
    for (JsonWalk walk(message.find("tool_calls")); walk.next();) {
        const Members call(walk.raw());
        Block block;
        if (!text(call, "id", block.id) || !object(call, "cache_control", block.cacheControlJson)
            || !readFunctionCall(Members(call.find("function")), block))
            return false;
        into.push_back(std::move(block));
    }
    if (!message.has("function_call"))
        return true;
    Block block;
    block.id = m_lastFunctionCall = "call_" + std::to_string(m_place.item);
    if (!readFunctionCall(Members(message.find("function_call")), block))
        return false;
    into.push_back(std::move(block));
    return true;
}

bool Reader::readFunctionCall(const Members &function, Block &block)
{
    block.kind = Block::Kind::ToolUse;
    if (!function.has("name"))
        return fail("tool_calls", "must hold functions with a name");
    if (!text(function, "name", block.name))
        return false;
    if (wire::jsonKind(function.find("arguments")) == 'o') {
        block.argumentsJson = function.find("arguments");
        return true;
    }
    std::string arguments;
    if (!text(function, "arguments", arguments))
        return false;
    if (arguments.find_first_not_of(" \t\r\n") == arguments.npos)
        arguments = "{}";
    auto parsed = wire::JsonObject::parse(arguments);
    if (!parsed) {
        constexpr std::string_view prefix = "Invalid JSON payload: ";
        std::string_view why = parsed.error().message;
        if (why.starts_with(prefix))
            why.remove_prefix(prefix.size());
        return fail({},
            "cannot be sent: Failed to parse tool call arguments for tool '" + shortened(block.name)
                + "'. Error: " + std::string(why) + ". Arguments: " + shortened(arguments));
    }
    block.argumentsJson = std::move(arguments);
    return true;
}

bool Reader::readToolResult(const Members &message, Message &into)
{
    Block block;
    block.kind = Block::Kind::ToolResult;
    const bool old = message.find("role") == "\"function\"";
    if (old)
        block.id = m_lastFunctionCall;
    else if (!requiredText(message, "tool_call_id", block.id))
        return false;
    if (!readContent(message, block.content))
        return false;
    // A mark on the only part is a mark on the result.
    if (block.content.size() == 1 && block.content.front().kind == Block::Kind::Text)
        block.cacheControlJson = std::exchange(block.content.front().cacheControlJson, {});
    into.blocks.push_back(std::move(block));
    return true;
}

bool Reader::readTools()
{
    if (!isList(m_members, "tools") || !isList(m_members, "functions"))
        return false;
    m_place = {"tools"};
    for (JsonWalk walk(m_members.find("tools")); walk.next(); ++m_place.item) {
        if (!readTool(walk.raw()))
            return false;
    }
    m_place = {"functions"};
    for (JsonWalk walk(m_members.find("functions")); walk.next(); ++m_place.item) {
        Tool tool;
        if (!readFunction(Members(walk.raw()), tool))
            return false;
        m_result.tools.push_back(std::move(tool));
    }
    m_place = {};
    return true;
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
