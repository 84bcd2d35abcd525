// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_door.h"
#include "gateway/translate/google_names.h"
#include "gateway/translate/json_walk.h"
#include "gateway/translate/media.h"
#include "gateway/translate/request_reader.h"
#include "gateway/translate/thought_signature.h"

#include <array>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace gatehouse::translate {

namespace {

class Reader : RequestReader
{
public:
    Result<std::vector<Message>> read(std::string_view contents, std::string_view system)
    {
        if (!readSystem(system) || !readContents(contents))
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool readSystem(std::string_view raw);
    bool readContents(std::string_view raw);
    bool readContent(std::string_view raw);
    bool readParts(const Members &content, Message &into);
    bool readPart(std::string_view raw, Message &into);
    bool readText(const Members &part, Block &block);
    bool readInlineData(const Members &part, Block &block);
    bool readFileData(const Members &part, Block &block);
    bool setKind(const Members &data, Block &block);
    bool readCall(const Members &part, Block &block);
    bool readResponse(const Members &part, Block &block);
    bool readResponseParts(const Members &response, Block &block);
    std::string answeredId(const std::string &name);
    static void add(Message &into, Block block);

    std::vector<Message> m_result;
    std::unordered_map<std::string, std::deque<std::string>> m_calls; // by name, the ids in their order
    std::unordered_set<std::string> m_answered;                       // ids that a response has named
    int m_made = 0;                                                   // ids
};

bool Reader::readSystem(std::string_view raw)
{
    if (wire::jsonIsNull(raw))
        return true;
    m_place = {"systemInstruction", -1};
    Message message;
    message.role = Message::Role::System;
    if (wire::jsonKind(raw) == 's') {
        auto text = wire::jsonString(raw);
        if (!text)
            return fail({}, "holds a broken escape: it is not valid Unicode text");
        message.blocks.emplace_back().text = std::move(*text);
    } else if (wire::jsonKind(raw) != 'o') {
        return fail({}, "must be an object with parts");
    } else if (!readParts(Members(raw), message)) {
        return false;
    }
    m_place = {};
    for (const Block &block : message.blocks) {
        if (block.kind != Block::Kind::Text)
            return fail("systemInstruction", "may hold only text");
    }
    if (!message.blocks.empty())
        m_result.push_back(std::move(message));
    return true;
}

bool Reader::readContents(std::string_view raw)
{
    const std::size_t before = m_result.size();
    if (!eachObject("contents", raw, [this](std::string_view content) { return readContent(content); }))
        return false;
    return m_result.size() > before || fail("contents", "must hold at least one content");
}

// A streamed answer comes back as one content a chunk: what the model said in a row is one message.
bool Reader::readContent(std::string_view raw)
{
    const Members content(raw);
    std::string role;
    if (!text(content, "role", role))
        return false;
    const bool isModel = role == "model";
    if (!isModel && !role.empty() && role != "user" && role != "function")
        return fail("role", "must be user or model");
    const bool goesOn = isModel && !m_result.empty() && m_result.back().role == Message::Role::Assistant;
    if (!goesOn)
        m_result.emplace_back().role = isModel ? Message::Role::Assistant : Message::Role::User;
    return readParts(content, m_result.back());
}

bool Reader::readParts(const Members &content, Message &into)
{
    if (!isList(content, "parts"))
        return false;
    m_place.parts = "parts";
    m_place.part = 0;
    for (JsonWalk walk(content.find("parts")); walk.next(); ++m_place.part) {
        if (!readPart(walk.raw(), into))
            return false;
    }
    m_place.part = -1;
    return true;
}

bool Reader::readPart(std::string_view raw, Message &into)
{
    struct Kind {
        std::string_view name;
        bool (Reader::*read)(const Members &, Block &);
    };
    static constexpr std::array kinds {Kind {"text", &Reader::readText}, Kind {"inlineData", &Reader::readInlineData},
        Kind {"fileData", &Reader::readFileData}, Kind {"functionCall", &Reader::readCall},
        Kind {"functionResponse", &Reader::readResponse}};
    const Members part(raw);
    Block block;
    for (const Kind &kind : kinds) {
        if (wire::jsonIsNull(findIn(part, kind.name)))
            continue;
        if (!(this->*kind.read)(part, block))
            return false;
        add(into, std::move(block));
        return true;
    }
    // A signature may come with nothing else, behind what it signs.
    if (!wire::jsonIsNull(findIn(part, "thoughtSignature")))
        return true;
    return fail({},
        "must hold text, inlineData, fileData, functionCall or functionResponse; what else there is (executableCode, …) only "
        "Google's own models take");
}

bool Reader::readText(const Members &part, Block &block)
{
    std::optional<bool> isThought;
    std::string signature;
    if (!text(part, "text", block.text) || !boolean(part, "thought", isThought)
        || !text(part, nameIn(part, "thoughtSignature"), signature))
        return false;
    if (!isThought.value_or(false))
        return true;
    SignedThought known = readThoughtSignature(signature);
    block.kind = known.isEncrypted ? Block::Kind::RedactedThinking : Block::Kind::Thinking;
    (known.isEncrypted ? block.text : block.signature) = std::move(known.text);
    return true;
}

bool Reader::setKind(const Members &data, Block &block)
{
    if (!text(data, nameIn(data, "mimeType"), block.mediaType) || !text(data, nameIn(data, "displayName"), block.name))
        return false;
    if (block.mediaType.starts_with("image/"))
        block.kind = Block::Kind::Image;
    else if (block.mediaType.starts_with("audio/"))
        block.kind = Block::Kind::Audio;
    else if (block.mediaType.starts_with("video/"))
        return fail({}, "holds a video, which only Google's own models take");
    else
        block.kind = Block::Kind::Document;
    return true;
}

bool Reader::readInlineData(const Members &part, Block &block)
{
    const Members data(findIn(part, "inlineData"));
    if (wire::jsonIsNull(findIn(data, "mimeType")))
        return fail("inlineData.mimeType", "is required");
    if (!setKind(data, block) || !requiredText(data, "data", block.data))
        return false;
    if (block.mediaType.starts_with("text/"))
        block.mediaType = "text/plain";
    return true;
}

bool Reader::readFileData(const Members &part, Block &block)
{
    const Members data(findIn(part, "fileData"));
    if (wire::jsonIsNull(findIn(data, "fileUri")))
        return fail("fileData.fileUri", "is required");
    if (!setKind(data, block) || !text(data, nameIn(data, "fileUri"), block.url))
        return false;
    const bool isAddress = block.url.starts_with("https://") || block.url.starts_with("http://");
    if (!isAddress || block.url.starts_with("https://generativelanguage.googleapis.com/"))
        return fail("fileData.fileUri", "must be an address that everybody can read: only Google's own models read its storage");
    if (block.kind == Block::Kind::Audio)
        return fail("fileData", "holds audio by its address; it must be inlineData here");
    if (block.kind == Block::Kind::Document && block.mediaType.empty())
        block.kind = mediaTypeOf(block.url).starts_with("image/") ? Block::Kind::Image : Block::Kind::Document;
    return true;
}

bool Reader::readCall(const Members &part, Block &block)
{
    const Members call(findIn(part, "functionCall"));
    block.kind = Block::Kind::ToolUse;
    block.argumentsJson = "{}";
    if (!call.has("name"))
        return fail("functionCall.name", "is required");
    if (!text(call, "name", block.name) || !text(call, "id", block.id) || !object(call, "args", block.argumentsJson))
        return false;
    if (block.id.empty()) { // nine letters and digits: what the strictest provider takes
        const std::string digits = std::to_string(++m_made);
        block.id = "call" + std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
    }
    m_calls[block.name].push_back(block.id);
    return true;
}

// The oldest call of that name that nothing has answered yet.
std::string Reader::answeredId(const std::string &name)
{
    auto &ids = m_calls[name];
    while (!ids.empty()) {
        std::string id = std::move(ids.front());
        ids.pop_front();
        if (!m_answered.count(id))
            return id;
    }
    return {};
}

bool Reader::readResponse(const Members &part, Block &block)
{
    const Members response(findIn(part, "functionResponse"));
    std::string name, whole;
    block.kind = Block::Kind::ToolResult;
    if (!text(response, "name", name) || !text(response, "id", block.id) || !object(response, "response", whole))
        return false;
    if (block.id.empty())
        block.id = answeredId(name);
    if (block.id.empty())
        return fail("functionResponse", "answers no functionCall of the name '" + shortened(name) + "'");
    m_answered.insert(block.id);
    // By Google's rules "output" alone is the output and "error" alone the error; else everything is the output.
    const Members members(whole);
    std::string_view said = whole;
    if (members.begin() != members.end() && members.begin() + 1 == members.end()) {
        block.isError = members.has("error");
        if (block.isError || members.has("output"))
            said = members.begin()->raw;
    }
    const auto words = wire::jsonString(said);
    if (!said.empty())
        block.content.emplace_back().text = words ? *words : std::string(said);
    return readResponseParts(response, block);
}

bool Reader::readResponseParts(const Members &response, Block &block)
{
    if (!isList(response, "parts"))
        return false;
    for (JsonWalk walk(response.find("parts")); walk.next();) {
        const Members part(walk.raw());
        const bool isInline = !wire::jsonIsNull(findIn(part, "inlineData"));
        Block content;
        if (!(isInline ? readInlineData(part, content) : readFileData(part, content)))
            return false;
        block.content.push_back(std::move(content));
    }
    return true;
}

void Reader::add(Message &into, Block block)
{
    if (into.role == Message::Role::Assistant) {
        const bool isText = block.kind == Block::Kind::Text, isThought = block.kind == Block::Kind::Thinking;
        if ((isText || isThought) && block.text.empty() && block.signature.empty())
            return;
        if (!into.blocks.empty() && into.blocks.back().kind == block.kind && (isText || isThought)
            && into.blocks.back().signature.empty()) {
            into.blocks.back().text += block.text;
            into.blocks.back().signature = std::move(block.signature);
            return;
        }
    }
    into.blocks.push_back(std::move(block));
}

} // namespace

Result<std::vector<Message>> readGeminiContents(std::string_view contents, std::string_view systemInstruction)
{
    return Reader().read(contents, systemInstruction);
}

} // namespace gatehouse::translate
