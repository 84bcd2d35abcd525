// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_request.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/media.h"
#include "gateway/translate/messages_writer.h"
#include "gateway/translate/responses_words.h"
#include "gateway/wire/json_writer.h"

#include <map>
#include <utility>
#include <vector>

namespace gatehouse::translate {

namespace {

// A call that Gemini 3 did not make itself has no signature; this one says so, and is documented to pass.
constexpr std::string_view unsignedCall = "skip_thought_signature_validator";

// Google reads names in camelCase and in snake_case. They are written as LiteLLM writes them, which is a bit of both.

/// What a content of Gemini's holds. Neighbours of one kind become one content; the results of calls stand alone.
enum class Kind { None, User, Model, Results };

class Writer : MessagesWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : MessagesWriter(conversation, target)
        , m_model(geminiModel(target.model))
        , m_isVertex(target.deployment.provider.name.starts_with("vertex_ai"))
    {
    }

    Result<GeminiContents> write();

private:
    void writeMessage(const Message &message);
    void writeSystem(const Message &message);
    void writeResult(const Block &result);
    void writeResponse(const Block &result);
    void writeInline(const Block &block);
    void showPictures();
    void writeBlock(Kind kind, const Block &block);
    void writeText(Kind kind, const Block &block);
    void writeThought(const Block &block);
    void writeCall(const Block &block);
    void writeMedia(Kind kind, const Block &block);
    void writeOther(Kind kind, const Block &block);
    wire::JsonWriter &part(Kind kind);
    void open(Kind kind);
    void close();

    const GeminiModel m_model;
    const bool m_isVertex;
    wire::JsonWriter m_json, m_system;
    Kind m_open = Kind::None;
    bool m_hasSystem = false, m_any = false, m_isFirstCall = true;
    std::map<std::string_view, std::string_view> m_tools; // the tool of each call by the call's id
    std::vector<const Block *> m_shown;                   // pictures inside results, which go behind them
};

Result<GeminiContents> Writer::write()
{
    m_json.beginArray();
    m_system.beginObject().key("parts").beginArray();
    for (; m_index < m_conversation.messages.size(); ++m_index)
        writeMessage(m_conversation.messages[m_index]);
    if (m_error)
        return Failure {*m_error};
    if (!m_any) // a system message alone: Gemini wants something to answer
        part(Kind::User).key("text").string(" ").endObject();
    showPictures();
    close();
    GeminiContents result {m_json.endArray().take(), {}};
    if (m_hasSystem)
        result.system = m_system.endArray().endObject().take();
    return result;
}

void Writer::close()
{
    if (m_open != Kind::None)
        m_json.endArray().endObject();
    m_open = Kind::None;
}

void Writer::open(Kind kind)
{
    if (m_open == kind)
        return;
    close();
    m_open = kind;
    m_any = true;
    m_json.beginObject().key("role").string(kind == Kind::Model ? "model" : "user").key("parts").beginArray();
}

// Begins a part; the caller ends it.
wire::JsonWriter &Writer::part(Kind kind)
{
    open(kind);
    return m_json.beginObject();
}

void Writer::writeMessage(const Message &message)
{
    if (message.role == Message::Role::System)
        return writeSystem(message);
    m_isFirstCall = true;
    for (const Block &block : message.blocks) {
        if (block.kind == Block::Kind::ToolResult)
            writeResult(block);
    }
    if (message.role != Message::Role::Tool)
        showPictures();
    const Kind kind = message.role == Message::Role::Assistant ? Kind::Model : Kind::User;
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::ToolResult)
            writeBlock(kind, block);
    }
}

// What results hold beside text stands behind all of them, for models that know no other place.
void Writer::showPictures()
{
    for (const Block *block : std::exchange(m_shown, {}))
        writeBlock(Kind::User, *block);
}

void Writer::writeSystem(const Message &message)
{
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::Text)
            refuseBlock("something else than text for the system");
        else if (m_model.isGemma)
            writeText(Kind::User, block);
        else if (!block.text.empty())
            m_system.beginObject().key("text").string(block.text).endObject();
        m_hasSystem = m_hasSystem || (!m_model.isGemma && !block.text.empty());
    }
}

void Writer::writeResult(const Block &result)
{
    const auto tool = m_tools.find(result.id);
    if (tool == m_tools.end())
        return refuse({Fault::BadRequest,
            "messages[" + std::to_string(m_index) + "] is the result of a tool call that no message before it makes: '"
                + result.id.substr(0, 100) + '\''});
    part(Kind::Results).key("function_response").beginObject().key("name").string(tool->second);
    if (m_model.isThree() && !m_isVertex)
        m_json.key("id").string(result.id);
    writeResponse(result);
    m_json.endObject().endObject();
}

// An object where the result is one; else the text, under the name by which Gemini knows a failure or any other result.
void Writer::writeResponse(const Block &result)
{
    std::string text;
    std::vector<const Block *> within;
    for (const Block &block : result.content) {
        if (block.kind == Block::Kind::Text)
            text += block.text;
        else
            (m_model.isThree() && !block.data.empty() ? within : m_shown).push_back(&block);
    }
    m_json.key("response");
    const auto object = wire::JsonObject::parse(text);
    if (object && !result.isError)
        m_json.raw(object->text());
    else
        m_json.beginObject().key(result.isError ? "error" : "content").string(text).endObject();
    if (within.empty())
        return;
    m_json.key("parts").beginArray();
    for (const Block *block : within) {
        m_json.beginObject();
        writeInline(*block);
        m_json.endObject();
    }
    m_json.endArray();
}

void Writer::writeInline(const Block &block)
{
    m_json.key("inline_data").beginObject().key("mime_type").string(block.mediaType).key("data").string(block.data).endObject();
}

void Writer::writeBlock(Kind kind, const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Text: return writeText(kind, block);
    case Block::Kind::Thinking: return writeThought(block);
    case Block::Kind::ToolUse: return writeCall(block);
    case Block::Kind::Image:
    case Block::Kind::Document:
    case Block::Kind::Audio: return writeMedia(kind, block);
    case Block::Kind::Other: return writeOther(kind, block);
    default: break; // thoughts that only their maker can read
    }
}

void Writer::writeText(Kind kind, const Block &block)
{
    if (block.text.empty())
        return;
    part(kind).key("text").string(block.text);
    if (!block.signature.empty())
        m_json.key("thoughtSignature").string(block.signature);
    m_json.endObject();
}

void Writer::writeThought(const Block &block)
{
    if (block.text.empty())
        return;
    part(Kind::Model).key("text").string(block.text).key("thought").boolean(true);
    if (!block.signature.empty() && !encryptedReasoning(block.signature)) // what OpenAI encrypted, nobody else can read
        m_json.key("thoughtSignature").string(block.signature);
    m_json.endObject();
}

void Writer::writeCall(const Block &block)
{
    m_tools[block.id] = block.name;
    part(Kind::Model).key("function_call").beginObject().key("name").string(block.name).key("args").raw(block.argumentsJson);
    if (m_model.isThree() && !m_isVertex)
        m_json.key("id").string(block.id);
    m_json.endObject();
    // Of calls made at once only the first is signed.
    if (!block.signature.empty())
        m_json.key("thoughtSignature").string(block.signature);
    else if (m_model.isThree() && m_isFirstCall)
        m_json.key("thoughtSignature").string(unsignedCall);
    m_isFirstCall = false;
    m_json.endObject();
}

void Writer::writeMedia(Kind kind, const Block &block)
{
    part(kind);
    if (!block.data.empty()) {
        writeInline(block);
    } else { // Gemini fetches it itself
        const std::string &where = block.url.empty() ? block.id : block.url;
        const std::string_view known = block.mediaType.empty() ? mediaTypeOfUrl(where) : std::string_view(block.mediaType);
        m_json.key("file_data").beginObject();
        if (!known.empty())
            m_json.key("mime_type").string(known);
        m_json.key("file_uri").string(where).endObject();
    }
    m_json.endObject();
}

// A film has no place of its own in a conversation yet; OpenAI's callers send it as LiteLLM's clients do.
void Writer::writeOther(Kind kind, const Block &block)
{
    Block film;
    film.kind = Block::Kind::Document;
    const std::string where = textOf(member(block.otherJson, {"video_url", "url"}));
    if (block.name != "video_url" || where.empty() || !setMedia(film, where))
        return refuseOther(block);
    writeMedia(kind, film);
}

} // namespace

Result<GeminiContents> writeGeminiContents(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
