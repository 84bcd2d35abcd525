// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/openai_messages_writer.h"

#include "gateway/translate/media.h"
#include "gateway/translate/messages_writer.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/wire/json_writer.h"

#include <vector>

namespace gatehouse::translate {

namespace {

class Writer : MessagesWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : MessagesWriter(conversation, target)
        , m_isClaude(isClaude(target.model))
    {
    }

    Result<std::string> write()
    {
        writeMessages();
        if (m_error)
            return Failure {*m_error};
        return m_json.take();
    }

private:
    void writeMessages();
    void writeSystem(const Message &message);
    void writeUser(const Message &message);
    void writeAssistant(const Message &message);
    void writeToolResult(const Block &result, std::vector<const Block *> &pictures);
    void writeContent(const std::vector<const Block *> &blocks);
    void writePart(const Block &block);
    void writeThinking(const Message &message);
    void writeToolCalls(const Message &message);
    void writeCacheControl(const std::string &json);

    const bool m_isClaude; // Claude behind an OpenAI face understands more than OpenAI's words
    wire::JsonWriter m_json;
};

void Writer::writeMessages()
{
    m_json.beginArray();
    for (m_index = 0; m_index < m_conversation.messages.size(); ++m_index) {
        const Message &message = m_conversation.messages[m_index];
        switch (message.role) {
        case Message::Role::System: writeSystem(message); break;
        case Message::Role::Assistant: writeAssistant(message); break;
        default: writeUser(message); break;
        }
    }
    m_json.endArray();
}

void Writer::writeSystem(const Message &message)
{
    std::vector<const Block *> blocks;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::Text && !block.text.empty())
            blocks.push_back(&block);
    }
    if (blocks.empty())
        return;
    m_json.beginObject().key("role").string("system").key("content");
    writeContent(blocks);
    m_json.endObject();
}

// The results of calls become messages of their own, before whatever else the user says. Pictures inside a result go into
// the user's message, because OpenAI takes none in a tool's.
void Writer::writeUser(const Message &message)
{
    std::vector<const Block *> others;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::ToolResult)
            writeToolResult(block, others);
    }
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::ToolResult)
            others.push_back(&block);
    }
    if (others.empty() && !message.blocks.empty())
        return; // results and nothing else
    m_json.beginObject().key("role").string("user").key("content");
    writeContent(others);
    m_json.endObject();
}

void Writer::writeToolResult(const Block &result, std::vector<const Block *> &pictures)
{
    std::vector<const Block *> texts;
    for (const Block &block : result.content)
        (block.kind == Block::Kind::Text ? texts : pictures).push_back(&block);
    m_json.beginObject().key("role").string("tool").key("tool_call_id").string(result.id).key("content");
    if (texts.empty() && !result.content.empty())
        m_json.string("(The result follows in the next message.)");
    else
        writeContent(texts);
    writeCacheControl(result.cacheControlJson);
    m_json.endObject();
}

void Writer::writeAssistant(const Message &message)
{
    std::vector<const Block *> texts;
    bool marked = false, calls = false;
    for (const Block &block : message.blocks) {
        calls |= block.kind == Block::Kind::ToolUse;
        if (block.kind == Block::Kind::Text) {
            texts.push_back(&block);
            marked |= !block.cacheControlJson.empty();
        } else if (block.kind == Block::Kind::Other) {
            refuseOther(block);
        }
    }
    m_json.beginObject().key("role").string("assistant").key("content");
    if (texts.empty() && calls) {
        m_json.null();
    } else if (marked && m_isClaude) {
        writeContent(texts);
    } else {
        std::string joined;
        for (const Block *block : texts)
            joined += block->text;
        m_json.string(joined);
    }
    writeThinking(message);
    writeToolCalls(message);
    m_json.endObject();
}

// A string where one text says it all, which every provider understands; else parts.
void Writer::writeContent(const std::vector<const Block *> &blocks)
{
    if (blocks.empty()) {
        m_json.string("");
        return;
    }
    const bool isPlain = blocks.size() == 1 && blocks.front()->kind == Block::Kind::Text
        && (blocks.front()->cacheControlJson.empty() || !m_isClaude);
    if (isPlain) {
        m_json.string(blocks.front()->text);
        return;
    }
    m_json.beginArray();
    for (const Block *block : blocks)
        writePart(*block);
    m_json.endArray();
}

void Writer::writePart(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Text: m_json.beginObject().key("type").string("text").key("text").string(block.text); break;
    case Block::Kind::Image:
        m_json.beginObject();
        writeImageUrl(m_json, block);
        break;
    case Block::Kind::Document:
        if (block.data.empty())
            return refuseBlock("a document by its URL");
        m_json.beginObject().key("type").string("file").key("file").beginObject();
        m_json.key("filename").string(block.name.empty() ? "document.pdf" : block.name);
        m_json.key("file_data").string(mediaUrl(block)).endObject();
        break;
    case Block::Kind::Audio: {
        const std::string_view format =
            std::string_view(block.mediaType).substr(std::min<std::size_t>(6, block.mediaType.size()));
        m_json.beginObject().key("type").string("input_audio").key("input_audio").beginObject();
        m_json.key("data").string(block.data).key("format").string(format == "mpeg" ? "mp3" : format == "x-wav" ? "wav" : format);
        m_json.endObject();
        break;
    }
    case Block::Kind::Other: return refuseOther(block);
    default: return; // thinking and calls have places of their own in the message
    }
    writeCacheControl(block.cacheControlJson);
    m_json.endObject();
}

// Only Claude takes its thinking back; others would refuse the field or not know what to do with a foreign signature.
void Writer::writeThinking(const Message &message)
{
    bool any = false;
    for (const Block &block : message.blocks) {
        const bool isRedacted = block.kind == Block::Kind::RedactedThinking;
        if (!m_isClaude || (!isRedacted && block.kind != Block::Kind::Thinking))
            continue;
        if (!any)
            m_json.key("thinking_blocks").beginArray();
        any = true;
        m_json.beginObject().key("type").string(isRedacted ? "redacted_thinking" : "thinking");
        m_json.key(isRedacted ? "data" : "thinking").string(block.text);
        if (!isRedacted)
            m_json.key("signature").string(block.signature);
        m_json.endObject();
    }
    if (any)
        m_json.endArray();
}

void Writer::writeToolCalls(const Message &message)
{
    bool any = false;
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::ToolUse)
            continue;
        if (!any)
            m_json.key("tool_calls").beginArray();
        any = true;
        m_json.beginObject().key("id").string(block.id).key("type").string("function").key("function").beginObject();
        m_json.key("name").string(block.name).key("arguments").string(block.argumentsJson).endObject();
        writeCacheControl(block.cacheControlJson);
        m_json.endObject();
    }
    if (any)
        m_json.endArray();
}

void Writer::writeCacheControl(const std::string &json)
{
    if (m_isClaude && !json.empty())
        m_json.key("cache_control").raw(json);
}

} // namespace

void writeImageUrl(wire::JsonWriter &json, const Block &image)
{
    json.key("type").string("image_url").key("image_url").beginObject().key("url").string(mediaUrl(image));
    if (!image.detail.empty())
        json.key("detail").string(image.detail);
    json.endObject();
}

Result<std::string> writeOpenAiMessages(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
