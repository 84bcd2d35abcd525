// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_messages_writer.h"

#include "gateway/translate/blank_text.h"
#include "gateway/translate/media.h"
#include "gateway/translate/turns_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

// Anthropic takes [a-zA-Z0-9_-] in the ids of calls; other providers made some of those that stand in a history.
std::string safeId(std::string_view id)
{
    std::string result(id);
    std::replace_if(
        result.begin(), result.end(), [](unsigned char c) { return c > 127 || !(std::isalnum(c) || c == '_' || c == '-'); }, '_');
    return result;
}

class Writer : TurnsWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : TurnsWriter(conversation, target)
    {
    }

    Result<AnthropicMessages> write()
    {
        auto turns = writeTurns();
        if (!turns)
            return Failure {std::move(turns).error()};
        return AnthropicMessages {std::move(*turns), m_usesTools, m_usesFiles};
    }

private:
    void writeSystem(const Message &message) override;
    void writeBlock(const Block &block, bool isPrefill) override;
    void writePlain(std::string_view text) override { writeText(text, {}); }
    std::string_view lacksMessages() const override;
    void writeText(std::string_view text, const std::string &cacheControl);
    void writeThinking(const Block &block);
    void writeToolUse(const Block &block);
    void writeToolResult(const Block &block);
    void writeMedia(const Block &block);
    void writeTextDocument(const Block &block);
    void writeCacheControl(const Block &block);
    void failHere(std::string_view what);

    bool m_usesTools = false, m_usesFiles = false;
};

void Writer::failHere(std::string_view what)
{
    fail({Fault::BadRequest, "messages[" + std::to_string(m_index) + "] " + std::string(what)});
}

std::string_view Writer::lacksMessages() const
{
    return "Anthropic requires at least one non-system message. Either provide one, or set `litellm.modify_params = "
           "True` // `litellm_settings::modify_params: True` to add the dummy user message - {'role': 'user', "
           "'content': 'Please continue.'}.";
}

void Writer::writeSystem(const Message &message)
{
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::Text)
            return failHere("is a system message: it may hold only text");
        if (block.text.empty())
            continue;
        m_system.beginObject().key("type").string("text").key("text").string(block.text);
        if (!block.cacheControlJson.empty())
            m_system.key("cache_control").raw(block.cacheControlJson);
        m_system.endObject();
    }
}

void Writer::writeBlock(const Block &block, bool isPrefill)
{
    switch (block.kind) {
    case Block::Kind::Text: return writeText(isPrefill ? withoutTrailingSpace(block.text) : block.text, block.cacheControlJson);
    case Block::Kind::Thinking:
    case Block::Kind::RedactedThinking: return writeThinking(block);
    case Block::Kind::ToolUse: return writeToolUse(block);
    case Block::Kind::ToolResult: return writeToolResult(block);
    case Block::Kind::Image:
    case Block::Kind::Document: return writeMedia(block);
    case Block::Kind::Audio: return failHere("holds audio, which " + m_target.deployment.provider.title + " does not take");
    case Block::Kind::Other: m_json.raw(block.otherJson); return;
    }
}

void Writer::writeCacheControl(const Block &block)
{
    if (!block.cacheControlJson.empty())
        m_json.key("cache_control").raw(block.cacheControlJson);
}

void Writer::writeText(std::string_view text, const std::string &cacheControl)
{
    m_json.beginObject().key("type").string("text").key("text").string(text);
    if (!cacheControl.empty())
        m_json.key("cache_control").raw(cacheControl);
    m_json.endObject();
}

void Writer::writeThinking(const Block &block)
{
    m_json.beginObject();
    if (block.kind == Block::Kind::RedactedThinking)
        m_json.key("type").string("redacted_thinking").key("data").string(block.text);
    else
        m_json.key("type").string("thinking").key("thinking").string(block.text).key("signature").string(block.signature);
    m_json.endObject();
}

void Writer::writeToolUse(const Block &block)
{
    m_usesTools = true;
    m_json.beginObject().key("type").string("tool_use").key("id").string(safeId(block.id)).key("name").string(block.name);
    m_json.key("input").raw(block.argumentsJson.empty() ? "{}" : block.argumentsJson);
    writeCacheControl(block);
    m_json.endObject();
}

void Writer::writeToolResult(const Block &block)
{
    m_usesTools = true;
    m_json.beginObject().key("type").string("tool_result").key("tool_use_id").string(safeId(block.id)).key("content");
    if (block.content.empty()) {
        m_json.string("");
    } else if (block.content.size() == 1 && block.content.front().kind == Block::Kind::Text
        && block.content.front().cacheControlJson.empty()) {
        m_json.string(block.content.front().text);
    } else {
        m_json.beginArray();
        for (const Block &part : block.content) {
            if (part.kind != Block::Kind::Text || !isBlank(part.text))
                writeBlock(part, false);
        }
        m_json.endArray();
    }
    if (block.isError)
        m_json.key("is_error").boolean(true);
    writeCacheControl(block);
    m_json.endObject();
}

void Writer::writeMedia(const Block &block)
{
    if (block.mediaType == "text/plain" && !block.data.empty())
        return writeTextDocument(block);
    m_json.beginObject().key("type").string(block.kind == Block::Kind::Image ? "image" : "document").key("source").beginObject();
    if (!block.data.empty()) {
        m_json.key("type").string("base64").key("media_type").string(block.mediaType).key("data").string(block.data);
    } else if (!block.url.empty()) {
        m_json.key("type").string("url").key("url").string(block.url);
    } else {
        m_usesFiles = true;
        m_json.key("type").string("file").key("file_id").string(block.id);
    }
    m_json.endObject();
    writeCacheControl(block);
    m_json.endObject();
}

void Writer::writeTextDocument(const Block &block)
{
    const auto text = decodedText(block.data);
    if (!text)
        return failHere("holds a text file that is not base64 of UTF-8");
    m_json.beginObject().key("type").string("document").key("source").beginObject();
    m_json.key("type").string("text").key("media_type").string("text/plain").key("data").string(*text).endObject();
    writeCacheControl(block);
    m_json.endObject();
}

} // namespace

Result<AnthropicMessages> writeAnthropicMessages(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
