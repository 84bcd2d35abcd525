// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_messages_writer.h"

#include "gateway/translate/foreign_thoughts.h"
#include "gateway/translate/media.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <optional>

namespace gatehouse::translate {

namespace {

constexpr std::string_view spaces = " \t\r\n\v\f";

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(spaces) == text.npos;
}

std::string_view withoutTrailingSpace(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(spaces) + 1);
}

// Anthropic takes [a-zA-Z0-9_-] in the ids of calls; other providers made some of those that stand in a history.
std::string safeId(std::string_view id)
{
    std::string result(id);
    std::replace_if(
        result.begin(), result.end(), [](unsigned char c) { return c > 127 || !(std::isalnum(c) || c == '_' || c == '-'); }, '_');
    return result;
}

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
    {
    }

    Result<AnthropicMessages> write()
    {
        m_json.beginArray();
        m_system.beginArray();
        for (m_index = 0; m_index < m_conversation.messages.size(); ++m_index)
            writeMessage(m_conversation.messages[m_index]);
        closeTurn();
        if (!m_hasTurn && !m_error)
            writeFirstWord();
        if (m_error)
            return Failure {*m_error};
        m_result.messages = m_json.endArray().take();
        if (m_hasSystem)
            m_result.system = m_system.endArray().take();
        return std::move(m_result);
    }

private:
    void writeMessage(const Message &message);
    void writeSystem(const Message &message);
    void writeFirstWord();
    void openTurn(bool isAssistant);
    void closeTurn();
    void writeBlock(const Block &block, bool isLast);
    void writeText(std::string_view text, const std::string &cacheControl);
    void writeThinking(const Block &block);
    void writeToolUse(const Block &block);
    void writeToolResult(const Block &block);
    void writeMedia(const Block &block);
    void writeTextDocument(const Block &block);
    void writeCacheControl(const Block &block);
    void fail(std::string_view what);

    const Conversation &m_conversation;
    const Target &m_target;
    wire::JsonWriter m_json, m_system;
    AnthropicMessages m_result;
    std::optional<Error> m_error;
    std::size_t m_index = 0;
    bool m_hasSystem = false, m_hasTurn = false;
    bool m_isOpen = false, m_isAssistant = false;
    bool m_isEmpty = true; // of the open turn's blocks
};

void Writer::fail(std::string_view what)
{
    if (!m_error)
        m_error = Error {Fault::BadRequest, "messages[" + std::to_string(m_index) + "] " + std::string(what)};
}

void Writer::writeMessage(const Message &message)
{
    if (message.role == Message::Role::System)
        return writeSystem(message);
    openTurn(message.role == Message::Role::Assistant);
    const bool isLast = m_isAssistant && m_index + 1 == m_conversation.messages.size();
    bool wrote = false;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::Text && isBlank(block.text))
            continue;
        if (isForeignThought(block))
            continue;
        writeBlock(block, isLast && &block == &message.blocks.back());
        wrote = true;
    }
    if (!wrote)
        writeText(emptyContent, {});
}

void Writer::writeSystem(const Message &message)
{
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::Text)
            return fail("is a system message: it may hold only text");
        if (block.text.empty())
            continue;
        m_hasSystem = true;
        m_system.beginObject().key("type").string("text").key("text").string(block.text);
        if (!block.cacheControlJson.empty())
            m_system.key("cache_control").raw(block.cacheControlJson);
        m_system.endObject();
    }
}

void Writer::writeFirstWord()
{
    if (!m_target.modifyParams) {
        m_error = Error {Fault::BadRequest,
            "Anthropic requires at least one non-system message. Either provide one, or set `litellm.modify_params = "
            "True` // `litellm_settings::modify_params: True` to add the dummy user message - {'role': 'user', "
            "'content': 'Please continue.'}."};
        return;
    }
    openTurn(false);
    writeText("Please continue.", {});
    closeTurn();
}

void Writer::openTurn(bool isAssistant)
{
    if (m_isOpen && m_isAssistant == isAssistant)
        return;
    closeTurn();
    m_isOpen = m_hasTurn = true;
    m_isAssistant = isAssistant;
    m_json.beginObject().key("role").string(isAssistant ? "assistant" : "user").key("content").beginArray();
}

void Writer::closeTurn()
{
    if (m_isOpen)
        m_json.endArray().endObject();
    m_isOpen = false;
}

void Writer::writeBlock(const Block &block, bool isLast)
{
    switch (block.kind) {
    case Block::Kind::Text: return writeText(isLast ? withoutTrailingSpace(block.text) : block.text, block.cacheControlJson);
    case Block::Kind::Thinking:
    case Block::Kind::RedactedThinking: return writeThinking(block);
    case Block::Kind::ToolUse: return writeToolUse(block);
    case Block::Kind::ToolResult: return writeToolResult(block);
    case Block::Kind::Image:
    case Block::Kind::Document: return writeMedia(block);
    case Block::Kind::Audio: return fail("holds audio, which " + m_target.deployment.provider.title + " does not take");
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
    m_result.usesTools = true;
    m_json.beginObject().key("type").string("tool_use").key("id").string(safeId(block.id)).key("name").string(block.name);
    m_json.key("input").raw(block.argumentsJson.empty() ? "{}" : block.argumentsJson);
    writeCacheControl(block);
    m_json.endObject();
}

void Writer::writeToolResult(const Block &block)
{
    m_result.usesTools = true;
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
        m_result.usesFiles = true;
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
        return fail("holds a text file that is not base64 of UTF-8");
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
