// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_messages_writer.h"

#include "gateway/translate/anthropic_messages_writer.h"
#include "gateway/translate/bedrock_media.h"
#include "gateway/translate/bedrock_models.h"
#include "gateway/translate/foreign_thoughts.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <optional>
#include <set>

namespace gatehouse::translate {

namespace {

constexpr std::string_view spaces = " \t\r\n\v\f";
constexpr std::string_view guardedText = "guarded_text"; // LiteLLM's word for a text that a guardrail is to judge

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(spaces) == text.npos;
}

bool isGuardedText(const Block &block)
{
    return block.kind == Block::Kind::Other && block.name == guardedText;
}

// Where the user's last words begin: the messages from here on are the last turn. None where somebody marked texts himself.
std::size_t guardedFrom(const Conversation &conversation)
{
    const auto &messages = conversation.messages;
    for (const Message &message : messages) {
        if (std::any_of(message.blocks.begin(), message.blocks.end(), isGuardedText))
            return messages.size();
    }
    std::size_t first = messages.size();
    while (first > 0 && messages[first - 1].role == Message::Role::User)
        --first;
    return first;
}

// Letters, digits, single spaces, hyphens, parentheses and brackets are what Converse takes in a document's name.
std::string documentName(std::string_view given)
{
    std::string name;
    for (const char c : given.substr(0, 100)) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const char taken = isPlain || std::string_view("-()[]").find(c) != std::string_view::npos ? c : ' ';
        if (taken != ' ' || (!name.empty() && name.back() != ' '))
            name += taken;
    }
    while (name.ends_with(' '))
        name.pop_back();
    return name.empty() ? "document" : name;
}

// By the name of the file where that says more than the type: what a client does not know, it calls a PDF or plain text.
BedrockMedia mediaOf(const Block &block)
{
    const BedrockMedia byType = bedrockMedia(block.mediaType);
    const BedrockMedia byName = bedrockMediaOfFile(block.url.empty() ? block.name : block.url);
    return byName.member == byType.member || byType.member.empty() ? (byName.member.empty() ? byType : byName) : byType;
}

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target, const BedrockManner &manner)
        : m_conversation(conversation)
        , m_target(target)
        , m_manner(manner)
        , m_guardedFrom(manner.isGuarded ? guardedFrom(conversation) : conversation.messages.size())
    {
    }
    Result<BedrockMessages> write();

private:
    void writeMessage(const Message &message);
    void writeSystem(const Message &message);
    void writeFirstWord();
    void openTurn(bool isAssistant);
    void closeTurn();
    void writeBlock(const Block &block);
    void writeText(const Block &block);
    void writeThinking(const Block &block);
    void writeToolUse(const Block &block);
    void writeToolResult(const Block &block);
    void writeMedia(const Block &block);
    void writeSource(const Block &block);
    void writeOther(const Block &block);
    void refuseBlock(std::string_view what);
    std::string uniqueName(std::string_view given);
    bool isSkipped(const Block &block) const;
    bool isLastWord(const Message &message, const Block &block) const;

    const Conversation &m_conversation;
    const Target &m_target;
    const BedrockManner &m_manner;
    const std::size_t m_guardedFrom;
    wire::JsonWriter m_json, m_system;
    BedrockMessages m_result;
    std::optional<Error> m_error;
    std::set<std::string> m_documents;
    std::size_t m_index = 0;
    bool m_hasSystem = false, m_hasTurn = false, m_isOpen = false, m_isAssistant = false;
};

Result<BedrockMessages> Writer::write()
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

void Writer::refuseBlock(std::string_view what)
{
    if (!m_error && !m_target.dropParams)
        m_error = blockRefused(m_index, what, m_target);
}

bool Writer::isSkipped(const Block &block) const
{
    // Bedrock takes no empty text, and of thoughts only those that it signed itself.
    return (block.kind == Block::Kind::Text && isBlank(block.text)) || isForeignThought(block);
}

void Writer::writeMessage(const Message &message)
{
    if (message.role == Message::Role::System)
        return writeSystem(message);
    openTurn(message.role == Message::Role::Assistant);
    const std::size_t before = m_json.text().size();
    for (const Block &block : message.blocks) {
        if (isSkipped(block))
            continue;
        if (isLastWord(message, block))
            m_json.beginObject().key("text").string(block.text.substr(0, block.text.find_last_not_of(spaces) + 1)).endObject();
        else
            writeBlock(block);
    }
    if (m_json.text().size() == before)
        m_json.beginObject().key("text").string(emptyContent).endObject();
}

// The beginning of an answer that the model goes on with may not end in space.
bool Writer::isLastWord(const Message &message, const Block &block) const
{
    return m_isAssistant && block.kind == Block::Kind::Text && m_index + 1 == m_conversation.messages.size()
        && &block == &message.blocks.back();
}

void Writer::writeSystem(const Message &message)
{
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::Text)
            return refuseBlock("something else than text in a system message");
        if (isBlank(block.text))
            continue;
        m_hasSystem = true;
        m_system.beginObject().key("text").string(block.text).endObject();
        if (const std::string point = bedrockCachePoint(block.cacheControlJson, m_target.model); !point.empty())
            m_system.raw(point);
    }
}

void Writer::writeFirstWord()
{
    if (!m_target.modifyParams) {
        m_error = Error {Fault::BadRequest,
            "bedrock requires at least one non-system message. Either provide one, or set `litellm_settings::modify_params: "
            "True` "
            "to add the user message 'Please continue.'"};
        return;
    }
    openTurn(false);
    m_json.beginObject().key("text").string("Please continue.").endObject();
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

void Writer::writeBlock(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Text: writeText(block); break;
    case Block::Kind::Thinking:
    case Block::Kind::RedactedThinking: writeThinking(block); break;
    case Block::Kind::ToolUse: writeToolUse(block); break;
    case Block::Kind::ToolResult: writeToolResult(block); break;
    case Block::Kind::Image:
    case Block::Kind::Document:
    case Block::Kind::Audio: writeMedia(block); break;
    case Block::Kind::Other: writeOther(block); break;
    }
    if (const std::string point = bedrockCachePoint(block.cacheControlJson, m_target.model); !point.empty())
        m_json.raw(point);
}

void Writer::writeText(const Block &block)
{
    if (m_index < m_guardedFrom) {
        m_json.beginObject().key("text").string(block.text).endObject();
        return;
    }
    m_json.beginObject().key("guardContent").beginObject().key("text").beginObject();
    m_json.key("text").string(block.text).endObject().endObject().endObject();
}

void Writer::writeThinking(const Block &block)
{
    m_json.beginObject().key("reasoningContent").beginObject();
    if (block.kind == Block::Kind::RedactedThinking) {
        m_json.key("redactedContent").string(block.text);
    } else {
        m_json.key("reasoningText").beginObject().key("text").string(block.text);
        m_json.key("signature").string(block.signature).endObject();
    }
    m_json.endObject().endObject();
}

void Writer::writeToolUse(const Block &block)
{
    m_result.usesTools = true;
    m_json.beginObject().key("toolUse").beginObject().key("toolUseId").string(bedrockCallId(block.id));
    m_json.key("name").string(m_manner.names.sent(block.name));
    m_json.key("input").raw(block.argumentsJson.empty() ? "{}" : block.argumentsJson).endObject().endObject();
}

void Writer::writeToolResult(const Block &block)
{
    m_result.usesTools = true;
    m_json.beginObject().key("toolResult").beginObject().key("toolUseId").string(bedrockCallId(block.id));
    m_json.key("content").beginArray();
    const std::size_t before = m_json.text().size();
    for (const Block &part : block.content) {
        if (isSkipped(part))
            continue;
        if (part.kind == Block::Kind::Text)
            m_json.beginObject().key("text").string(part.text).endObject();
        else if (part.kind == Block::Kind::Image || part.kind == Block::Kind::Document)
            writeMedia(part);
        else
            refuseBlock("a tool's result that is neither text nor a file");
    }
    if (m_json.text().size() == before)
        m_json.beginObject().key("text").string(emptyContent).endObject();
    m_json.endArray();
    if (block.isError)
        m_json.key("status").string("error");
    m_json.endObject().endObject();
}

void Writer::writeMedia(const Block &block)
{
    const bool isInline = !block.data.empty();
    if (!isInline && !block.url.starts_with("s3://"))
        return refuseBlock(block.url.empty() ? "a file by its id; files must stand in the request"
                                             : "a file by its address; files must stand in the request, or in S3");
    const BedrockMedia media = mediaOf(block);
    if (media.format.empty())
        return refuseBlock("a file of type '" + block.mediaType + '\'');
    m_json.beginObject().key(media.member).beginObject().key("format").string(media.format);
    if (media.member == "document")
        m_json.key("name").string(uniqueName(block.name));
    writeSource(block);
    m_json.endObject().endObject();
}

void Writer::writeSource(const Block &block)
{
    m_json.key("source").beginObject();
    if (block.data.empty())
        m_json.key("s3Location").beginObject().key("uri").string(block.url).endObject();
    else
        m_json.key("bytes").string(block.data);
    m_json.endObject();
}

// Two documents of one name are an error.
std::string Writer::uniqueName(std::string_view given)
{
    const std::string name = documentName(given);
    std::string result = name;
    for (std::size_t number = m_documents.size() + 1; !m_documents.insert(result).second; ++number)
        result = name + ' ' + std::to_string(number);
    return result;
}

void Writer::writeOther(const Block &block)
{
    if (!isGuardedText(block))
        return refuseBlock("a block of type '" + block.name + '\'');
    m_json.beginObject().key("guardContent").beginObject().key("text").beginObject();
    m_json.key("text").string(textOf(member(block.otherJson, "text"))).endObject().endObject().endObject();
}

} // namespace

Result<BedrockMessages> writeBedrockMessages(const Conversation &conversation, const Target &target, const BedrockManner &manner)
{
    return Writer(conversation, target, manner).write();
}

std::string bedrockCachePoint(std::string_view cacheControl, std::string_view model)
{
    const BedrockModel known = bedrockModel(model);
    if (cacheControl.empty() || !known.takesCachePoints)
        return {};
    const std::string_view lifetime = innerOf(member(cacheControl, "ttl"));
    const bool takesLifetime = known.isClaude() && claudeModel(model).version >= 405;
    if (!takesLifetime || (lifetime != "1h" && lifetime != "5m"))
        return R"({"cachePoint":{"type":"default"}})";
    return R"({"cachePoint":{"type":"default","ttl":")" + std::string(lifetime) + R"("}})";
}

} // namespace gatehouse::translate
