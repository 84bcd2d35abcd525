// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/openai_messages_reader.h"

#include "gateway/translate/content_reader.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/signed_ids.h"

#include <algorithm>
#include <utility>

namespace gatehouse::translate {

namespace {

class Reader : ContentReader
{
public:
    Result<std::vector<Message>> read(std::string_view messages)
    {
        if (!eachObject("messages", messages, [this](std::string_view raw) { return readMessage(raw); }))
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool readMessage(std::string_view raw);
    bool readRole(const Members &message, std::string_view raw, Message &into);
    bool readPart(std::string_view raw, std::vector<Block> &into) override;
    bool readImage(const Members &part, Block &block);
    bool readFile(const Members &part, Block &block);
    bool readThinking(const Members &message, std::vector<Block> &into);
    bool readToolCalls(const Members &message, std::vector<Block> &into);
    static void readSignature(const Members &message, std::vector<Block> &blocks);
    bool readFunctionCall(const Members &function, Block &block);
    bool readToolResult(const Members &message, Message &into);

    std::vector<Message> m_result;
    std::string m_lastFunctionCall; // id given to a call in the old function_call form, which has none
};

bool Reader::readMessage(std::string_view raw)
{
    const Members message(raw);
    Message result;
    if (!readRole(message, raw, result))
        return false;
    if (result.role == Message::Role::Tool) {
        if (!readToolResult(message, result))
            return false;
    } else if (!readThinking(message, result.blocks) || !content(message, "content", result.blocks)) {
        return false;
    }
    // A message's own cache_control marks its last block.
    std::string cache;
    if (!object(message, "cache_control", cache))
        return false;
    if (!cache.empty() && !result.blocks.empty())
        result.blocks.back().cacheControlJson = cache;
    if (result.role == Message::Role::Assistant) {
        if (!readToolCalls(message, result.blocks))
            return false;
        if (!message.has("thinking_blocks"))
            result.reasoning = textOf(message.find("reasoning_content"));
    }
    readSignature(message, result.blocks);
    m_result.push_back(std::move(result));
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
        ok = audio(part, block);
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
        const Members given(part.find("image_url"));
        if (!requiredText(given, "url", url) || !text(given, "detail", block.detail) || !text(given, "format", block.mediaType))
            return false;
    }
    return image("image_url.url", url, block);
}

bool Reader::readFile(const Members &part, Block &block)
{
    const Members given(part.find("file"));
    std::string data, format;
    block.kind = Block::Kind::Document;
    if (!text(given, "file_id", block.id) || !text(given, "filename", block.name) || !text(given, "format", format)
        || !text(given, "file_data", data))
        return false;
    if (block.id.starts_with("http://") || block.id.starts_with("https://"))
        block.url = std::exchange(block.id, {});
    if (data.empty()) {
        block.mediaType = format;
        return !block.id.empty() || !block.url.empty() || fail("file", "must have file_data or file_id");
    }
    return file("file.file_data", std::move(data), format, block);
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
        splitSignedId(block);
        for (const std::string_view google :
            {call.find("provider_specific_fields"), member(call.find("extra_content"), "google")}) {
            if (block.signature.empty())
                block.signature = textOf(member(google, "thought_signature"));
        }
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

// Gemini signs what it said, too. All signatures of an answer stand in one list; one that is no call's is the text's.
void Reader::readSignature(const Members &message, std::vector<Block> &blocks)
{
    const std::string_view list = member(message.find("provider_specific_fields"), "thought_signatures");
    const auto text =
        std::find_if(blocks.begin(), blocks.end(), [](const Block &block) { return block.kind == Block::Kind::Text; });
    JsonItems signatures(list);
    while (text != blocks.end() && text->signature.empty() && signatures.next()) {
        std::string signature = textOf(signatures.raw());
        if (std::none_of(blocks.begin(), blocks.end(), [&](const Block &block) { return block.signature == signature; }))
            text->signature = std::move(signature);
    }
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
    splitSignedId(block);
    block.isList = wire::jsonKind(message.find("content")) == 'a';
    if (!content(message, "content", block.content))
        return false;
    // A mark on the only part is a mark on the result.
    if (block.content.size() == 1 && block.content.front().kind == Block::Kind::Text)
        block.cacheControlJson = std::exchange(block.content.front().cacheControlJson, {});
    into.blocks.push_back(std::move(block));
    return true;
}

} // namespace

Result<std::vector<Message>> readOpenAiMessages(std::string_view messages)
{
    return Reader().read(messages);
}

} // namespace gatehouse::translate
