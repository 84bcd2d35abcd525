// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/media.h"
#include "gateway/translate/messages_writer.h"
#include "gateway/translate/ollama_request.h"
#include "gateway/wire/json_writer.h"

#include <map>
#include <optional>

namespace gatehouse::translate {

namespace {

/// A message as Ollama has it: one text, and pictures beside it.
struct Parts {
    std::string text, thinking;
    std::vector<const Block *> images, calls;
};

class Writer : MessagesWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : MessagesWriter(conversation, target)
    {
    }

    Result<std::string> write();

private:
    void writeMessage(const Message &message);
    void writeToolResult(const Block &result);
    void sort(const Block &block, Parts &parts);
    void sortDocument(const Block &block, Parts &parts);
    void writeParts(std::string_view role, const Parts &parts);
    void writeCalls(const Parts &parts);

    wire::JsonWriter m_json;
    std::map<std::string_view, std::string_view> m_tools; // the tool of each call by the call's id
};

Result<std::string> Writer::write()
{
    m_json.beginArray();
    for (; m_index < m_conversation.messages.size(); ++m_index)
        writeMessage(m_conversation.messages[m_index]);
    if (m_error)
        return Failure {*m_error};
    return m_json.endArray().take();
}

// The results of calls are messages of their own, before whatever else is said.
void Writer::writeMessage(const Message &message)
{
    Parts parts;
    bool any = message.blocks.empty();
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::ToolResult) {
            writeToolResult(block);
        } else {
            sort(block, parts);
            any = true;
        }
    }
    if (!any)
        return;
    if (parts.thinking.empty())
        parts.thinking = message.reasoning;
    const bool isAssistant = message.role == Message::Role::Assistant;
    writeParts(message.role == Message::Role::System ? "system" : isAssistant ? "assistant" : "user", parts);
    writeCalls(parts);
    m_json.endObject();
}

void Writer::writeToolResult(const Block &result)
{
    Parts parts;
    for (const Block &block : result.content)
        sort(block, parts);
    writeParts("tool", parts);
    m_json.key("tool_call_id").string(result.id);
    if (const auto tool = m_tools.find(result.id); tool != m_tools.end())
        m_json.key("tool_name").string(tool->second); // by this the model's template knows whose result it is
    m_json.endObject();
}

void Writer::sort(const Block &block, Parts &parts)
{
    switch (block.kind) {
    case Block::Kind::Text: parts.text += block.text; break;
    case Block::Kind::Thinking: parts.thinking += block.text; break;
    case Block::Kind::ToolUse:
        parts.calls.push_back(&block);
        m_tools[block.id] = block.name;
        break;
    case Block::Kind::Image:
        if (block.data.empty())
            return refuseBlock("a picture by its address: Ollama takes pictures inline only, as a data URL");
        parts.images.push_back(&block);
        break;
    case Block::Kind::Document: return sortDocument(block, parts);
    case Block::Kind::Audio: return refuseBlock("sound");
    case Block::Kind::Other: return refuseOther(block);
    default: break;
    }
}

void Writer::sortDocument(const Block &block, Parts &parts)
{
    const auto text = block.mediaType == "text/plain" ? decodedText(block.data) : std::nullopt;
    if (!text)
        return refuseBlock("a document that is no plain text");
    parts.text += *text;
}

void Writer::writeParts(std::string_view role, const Parts &parts)
{
    m_json.beginObject().key("role").string(role).key("content").string(parts.text);
    if (!parts.thinking.empty())
        m_json.key("thinking").string(parts.thinking);
    if (parts.images.empty())
        return;
    m_json.key("images").beginArray();
    for (const Block *image : parts.images)
        m_json.string(image->data);
    m_json.endArray();
}

void Writer::writeCalls(const Parts &parts)
{
    if (parts.calls.empty())
        return;
    m_json.key("tool_calls").beginArray();
    for (const Block *call : parts.calls) {
        m_json.beginObject().key("function").beginObject().key("name").string(call->name);
        m_json.key("arguments").raw(call->argumentsJson).endObject().endObject();
    }
    m_json.endArray();
}

} // namespace

Result<std::string> writeOllamaMessages(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
