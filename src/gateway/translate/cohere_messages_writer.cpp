// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cohere_messages_writer.h"

#include "gateway/translate/cohere_request.h"
#include "gateway/translate/media.h"
#include "gateway/translate/messages_writer.h"
#include "gateway/translate/openai_messages_writer.h"
#include "gateway/wire/json_writer.h"

#include <optional>

namespace gatehouse::translate {

namespace {

using Blocks = std::vector<const Block *>;

class Writer : MessagesWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : MessagesWriter(conversation, target)
        , m_thinks(thinksAtCohere(target))
    {
    }

    Result<CohereMessages> write();

private:
    void writeMessage(const Message &message);
    void writeUser(const Message &message);
    void writeToolResult(const Block &result, Blocks &pictures);
    void writeAssistant(const Message &message);
    void writeToolCalls(const Blocks &calls);
    void writeContent(const Blocks &blocks, bool isList = false);
    void writePart(const Block &block);
    void keepDocument(const Block &block);

    const bool m_thinks;
    wire::JsonWriter m_json;
    CohereMessages m_result;
};

Result<CohereMessages> Writer::write()
{
    m_json.beginArray();
    for (; m_index < m_conversation.messages.size(); ++m_index)
        writeMessage(m_conversation.messages[m_index]);
    if (m_error)
        return Failure {*m_error};
    m_result.messages = m_json.endArray().take();
    return std::move(m_result);
}

void Writer::writeMessage(const Message &message)
{
    if (message.role == Message::Role::Assistant)
        return writeAssistant(message);
    if (message.role != Message::Role::System)
        return writeUser(message);
    Blocks blocks;
    for (const Block &block : message.blocks)
        blocks.push_back(&block);
    m_json.beginObject().key("role").string("system").key("content");
    writeContent(blocks);
    m_json.endObject();
}

// The results of calls are messages of their own, before whatever else the user says. Pictures inside a result go into the
// user's message, because a tool's may hold none.
void Writer::writeUser(const Message &message)
{
    Blocks others;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::ToolResult)
            writeToolResult(block, others);
    }
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::Document)
            keepDocument(block);
        else if (block.kind != Block::Kind::ToolResult)
            others.push_back(&block);
    }
    if (others.empty() && !message.blocks.empty())
        return;
    m_json.beginObject().key("role").string("user").key("content");
    writeContent(others);
    m_json.endObject();
}

void Writer::writeToolResult(const Block &result, Blocks &pictures)
{
    Blocks texts;
    for (const Block &block : result.content) {
        if (block.kind == Block::Kind::Document)
            keepDocument(block);
        else
            (block.kind == Block::Kind::Image ? pictures : texts).push_back(&block);
    }
    m_json.beginObject().key("role").string("tool").key("tool_call_id").string(result.id).key("content");
    writeContent(texts, result.isList);
    m_json.endObject();
}

void Writer::writeAssistant(const Message &message)
{
    Blocks said, calls;
    std::string plan;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::ToolUse)
            calls.push_back(&block);
        else if (block.kind == Block::Kind::Other)
            refuseOther(block);
        else if (block.kind == Block::Kind::Text || (block.kind == Block::Kind::Thinking && m_thinks))
            said.push_back(&block);
    }
    m_json.beginObject().key("role").string("assistant");
    if (!calls.empty()) { // what was said before the calls is their plan
        for (const Block *block : said)
            plan += block->kind == Block::Kind::Text ? block->text : std::string();
        std::erase_if(said, [](const Block *block) { return block->kind == Block::Kind::Text; });
    }
    if (calls.empty() || !said.empty()) {
        m_json.key("content");
        writeContent(said);
    }
    if (!plan.empty())
        m_json.key("tool_plan").string(plan);
    writeToolCalls(calls);
    m_json.endObject();
}

void Writer::writeToolCalls(const Blocks &calls)
{
    if (calls.empty())
        return;
    m_json.key("tool_calls").beginArray();
    for (const Block *call : calls) {
        m_json.beginObject().key("id").string(call->id).key("type").string("function").key("function").beginObject();
        m_json.key("name").string(call->name).key("arguments").string(call->argumentsJson).endObject().endObject();
    }
    m_json.endArray();
}

// A string where one text says it all and it was no list before; else parts.
void Writer::writeContent(const Blocks &blocks, bool isList)
{
    if (blocks.empty() || (!isList && blocks.size() == 1 && blocks.front()->kind == Block::Kind::Text)) {
        m_json.string(blocks.empty() ? std::string_view() : blocks.front()->text);
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
    case Block::Kind::Thinking: m_json.beginObject().key("type").string("thinking").key("thinking").string(block.text); break;
    case Block::Kind::Image:
        m_json.beginObject();
        writeImageUrl(m_json, block);
        break;
    case Block::Kind::Audio: return refuseBlock("sound");
    case Block::Kind::Other: return refuseOther(block);
    default: return;
    }
    m_json.endObject();
}

// Cohere is given texts to answer from beside the messages; of files it reads none.
void Writer::keepDocument(const Block &block)
{
    const auto text = block.mediaType == "text/plain" ? decodedText(block.data) : std::nullopt;
    if (!text)
        return refuseBlock("a document that is no plain text");
    wire::JsonWriter json;
    json.beginObject().key("data").beginObject();
    if (!block.name.empty())
        json.key("title").string(block.name);
    json.key("text").string(*text).endObject().endObject();
    m_result.documents.push_back(json.take());
}

} // namespace

Result<CohereMessages> writeCohereMessages(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
