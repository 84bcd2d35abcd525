// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/responses_items_writer.h"

#include "gateway/translate/media.h"
#include "gateway/translate/messages_writer.h"
#include "gateway/translate/responses_words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Blocks = std::vector<const Block *>;

bool isSystem(const Message &message)
{
    return message.role == Message::Role::System;
}

bool isText(const Block &block)
{
    return block.kind == Block::Kind::Text;
}

class Writer : MessagesWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : MessagesWriter(conversation, target)
    {
    }

    Result<ResponsesInput> write();

private:
    void writeMessage(const Message &message);
    void writeAssistant(const Message &message);
    void writeSaid(const Block &block);
    void writeCall(const Block &call);
    void writeReasoning(const Block &block);
    void writeResult(const Block &result);
    void beginMessage(std::string_view role);
    void endMessage();
    void writePart(const Block &block);
    void writeImage(const Block &block);
    void writeDocument(const Block &block);

    wire::JsonWriter m_json;
    ResponsesInput m_result;
    bool m_isOpen = false; // a message of the assistant's, whose texts are collected
};

void appendLines(std::string &text, const Message &message)
{
    for (const Block &block : message.blocks) {
        if (isText(block) && !block.text.empty())
            text.append(text.empty() ? "" : "\n").append(block.text);
    }
}

// What the system says first are the instructions; what it says later stands where it was said. Somebody must be left to speak.
Result<ResponsesInput> Writer::write()
{
    const auto &messages = m_conversation.messages;
    const auto first = std::find_if_not(messages.begin(), messages.end(), isSystem);
    if (first != messages.end()) {
        for (auto each = messages.begin(); each != first; ++each)
            appendLines(m_result.instructions, *each);
        m_index = static_cast<std::size_t>(first - messages.begin());
    }
    m_json.beginArray();
    for (; m_index < messages.size(); ++m_index)
        writeMessage(messages[m_index]);
    if (m_error)
        return Failure {*m_error};
    m_result.items = m_json.endArray().take();
    return std::move(m_result);
}

// The results of calls are items of their own, before whatever else the user says.
void Writer::writeMessage(const Message &message)
{
    if (message.role == Message::Role::Assistant)
        return writeAssistant(message);
    Blocks others;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::ToolResult)
            writeResult(block);
        else if (!isSystem(message) || (isText(block) && !block.text.empty()))
            others.push_back(&block);
    }
    if (others.empty() && (isSystem(message) || !message.blocks.empty()))
        return;
    beginMessage(isSystem(message) ? "system" : "user");
    for (const Block *block : others)
        writePart(*block);
    if (others.empty())
        writePart({});
    endMessage();
}

// What was thought, said and called are items in the order in which they came.
void Writer::writeAssistant(const Message &message)
{
    for (const Block &block : message.blocks)
        writeSaid(block);
    if (m_isOpen)
        endMessage();
    m_isOpen = false;
}

void Writer::writeSaid(const Block &block)
{
    if (isText(block)) {
        if (block.text.empty())
            return;
        if (!m_isOpen)
            beginMessage("assistant");
        m_isOpen = true;
        m_json.beginObject().key("type").string("output_text").key("text").string(block.text).endObject();
        return;
    }
    if (m_isOpen)
        endMessage();
    m_isOpen = false;
    switch (block.kind) {
    case Block::Kind::ToolUse: return writeCall(block);
    case Block::Kind::Thinking:
    case Block::Kind::RedactedThinking: return writeReasoning(block);
    case Block::Kind::Other: return refuseOther(block);
    default: return;
    }
}

void Writer::writeCall(const Block &call)
{
    m_json.beginObject().key("type").string("function_call").key("call_id").string(call.id);
    m_json.key("name").string(call.name).key("arguments").string(call.argumentsJson).endObject();
}

// Thinking goes back to whoever thought it, which is the only one who can read it. Others' is left out.
void Writer::writeReasoning(const Block &block)
{
    const bool isRedacted = block.kind == Block::Kind::RedactedThinking;
    const auto content = encryptedReasoning(isRedacted ? block.text : block.signature);
    if (!content)
        return;
    m_json.beginObject().key("type").string("reasoning").key("summary").beginArray();
    if (!isRedacted && !block.text.empty())
        m_json.beginObject().key("type").string("summary_text").key("text").string(block.text).endObject();
    m_json.endArray().key("encrypted_content").string(*content).endObject();
}

void Writer::writeResult(const Block &result)
{
    m_json.beginObject().key("type").string("function_call_output").key("call_id").string(result.id).key("output");
    if (std::all_of(result.content.begin(), result.content.end(), isText)) {
        std::string lines;
        for (const Block &block : result.content)
            lines.append(&block == &result.content.front() ? "" : "\n").append(block.text);
        m_json.string(lines);
    } else {
        m_json.beginArray();
        for (const Block &block : result.content)
            writePart(block);
        m_json.endArray();
    }
    m_json.endObject();
}

void Writer::beginMessage(std::string_view role)
{
    m_json.beginObject().key("type").string("message").key("role").string(role).key("content").beginArray();
}

void Writer::endMessage()
{
    m_json.endArray().endObject();
}

void Writer::writePart(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Text:
        m_json.beginObject().key("type").string("input_text").key("text").string(block.text).endObject();
        return;
    case Block::Kind::Image: return writeImage(block);
    case Block::Kind::Document: return writeDocument(block);
    case Block::Kind::Audio: return refuseBlock("sound");
    case Block::Kind::Other: return refuseOther(block);
    default: return;
    }
}

void Writer::writeImage(const Block &block)
{
    m_json.beginObject().key("type").string("input_image").key("image_url").string(mediaUrl(block));
    if (!block.detail.empty())
        m_json.key("detail").string(block.detail);
    m_json.endObject();
}

void Writer::writeDocument(const Block &block)
{
    if (block.mediaType == "text/plain") {
        if (auto text = decodedText(block.data)) {
            Block plain;
            plain.text = std::move(*text);
            return writePart(plain);
        }
    }
    m_json.beginObject().key("type").string("input_file");
    if (!block.id.empty())
        m_json.key("file_id").string(block.id);
    else if (!block.url.empty())
        m_json.key("file_url").string(block.url);
    else
        m_json.key("filename").string(block.name.empty() ? "document.pdf" : block.name).key("file_data").string(mediaUrl(block));
    m_json.endObject();
}

} // namespace

Result<ResponsesInput> writeResponsesInput(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
