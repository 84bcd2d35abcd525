// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_messages_writer.h"

#include "gateway/translate/bedrock_media.h"
#include "gateway/translate/bedrock_models.h"
#include "gateway/translate/blank_text.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/turns_writer.h"

#include <algorithm>
#include <set>

namespace gatehouse::translate {

namespace {

constexpr std::string_view guardedText = "guarded_text"; // LiteLLM's word for a text that a guardrail is to judge

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

class Writer : TurnsWriter
{
public:
    Writer(const Conversation &conversation, const Target &target, const BedrockManner &manner)
        : TurnsWriter(conversation, target)
        , m_manner(manner)
        , m_guardedFrom(manner.isGuarded ? guardedFrom(conversation) : conversation.messages.size())
    {
    }

    Result<BedrockMessages> write()
    {
        auto turns = writeTurns();
        if (!turns)
            return Failure {std::move(turns).error()};
        return BedrockMessages {std::move(*turns), m_usesTools};
    }

private:
    void writeSystem(const Message &message) override;
    void writeBlock(const Block &block, bool isPrefill) override;
    void writePlain(std::string_view text) override { m_json.beginObject().key("text").string(text).endObject(); }
    std::string_view lacksMessages() const override;
    void writeText(const Block &block);
    void writeThinking(const Block &block);
    void writeToolUse(const Block &block);
    void writeToolResult(const Block &block);
    void writeMedia(const Block &block);
    void writeSource(const Block &block);
    void writeOther(const Block &block);
    std::string uniqueName(std::string_view given);

    const BedrockManner &m_manner;
    const std::size_t m_guardedFrom;
    std::set<std::string> m_documents;
    bool m_usesTools = false;
};

std::string_view Writer::lacksMessages() const
{
    return "bedrock requires at least one non-system message. Either provide one, or set `litellm_settings::modify_params: "
           "True` "
           "to add the user message 'Please continue.'";
}

void Writer::writeSystem(const Message &message)
{
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::Text)
            return refuseBlock("something else than text in a system message");
        if (isBlank(block.text))
            continue;
        m_system.beginObject().key("text").string(block.text).endObject();
        if (const std::string point = bedrockCachePoint(block.cacheControlJson, m_target.model); !point.empty())
            m_system.raw(point);
    }
}

void Writer::writeBlock(const Block &block, bool isPrefill)
{
    if (isPrefill)
        return writePlain(withoutTrailingSpace(block.text));
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
        writePlain(block.text);
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
    m_usesTools = true;
    m_json.beginObject().key("toolUse").beginObject().key("toolUseId").string(bedrockCallId(block.id));
    m_json.key("name").string(m_manner.names.sent(block.name));
    m_json.key("input").raw(block.argumentsJson.empty() ? "{}" : block.argumentsJson).endObject().endObject();
}

void Writer::writeToolResult(const Block &block)
{
    m_usesTools = true;
    m_json.beginObject().key("toolResult").beginObject().key("toolUseId").string(bedrockCallId(block.id));
    m_json.key("content").beginArray();
    const std::size_t before = m_json.text().size();
    for (const Block &part : block.content) {
        if (isSkipped(part))
            continue;
        if (part.kind == Block::Kind::Text)
            writePlain(part.text);
        else if (part.kind == Block::Kind::Image || part.kind == Block::Kind::Document)
            writeMedia(part);
        else
            refuseBlock("a tool's result that is neither text nor a file");
    }
    if (m_json.text().size() == before)
        writePlain(emptyContent);
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
        return refuseOther(block);
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
