// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/responses_input_reader.h"

#include "gateway/translate/answer.h"
#include "gateway/translate/content_reader.h"
#include "gateway/translate/signed_ids.h"

#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

class Reader : ContentReader
{
public:
    Result<std::vector<Message>> read(std::string_view input)
    {
        if (!readInput(input))
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool readInput(std::string_view raw);
    bool readItem(std::string_view raw);
    bool readMessage(const Members &item);
    bool readCall(const Members &item);
    bool readCallOutput(const Members &item);
    bool readReasoning(const Members &item);
    bool readTexts(std::string_view list, std::string &into);
    bool readPart(std::string_view raw, std::vector<Block> &into) override;
    bool readImage(const Members &part, Block &block);
    bool readFile(const Members &part, Block &block);
    std::vector<Block> &assistant();

    std::vector<Message> m_result;
};

bool Reader::readInput(std::string_view raw)
{
    if (wire::jsonKind(raw) == 's') {
        auto value = wire::jsonString(raw);
        if (!value)
            return fail("input", "holds a broken escape: it is not valid Unicode text");
        Message message;
        message.blocks.emplace_back().text = std::move(*value);
        m_result.push_back(std::move(message));
        return true;
    }
    if (wire::jsonKind(raw) != 'a')
        return fail("input", "must be a string or an array of items");
    return eachObject("input", raw, [this](std::string_view item) { return readItem(item); });
}

bool Reader::readItem(std::string_view raw)
{
    const Members item(raw);
    std::string type;
    if (!text(item, "type", type))
        return false;
    if (type == "message" || (type.empty() && item.has("role")))
        return readMessage(item);
    if (type == "function_call")
        return readCall(item);
    if (type == "function_call_output")
        return readCallOutput(item);
    if (type == "reasoning")
        return readReasoning(item);
    if (type == "web_search_call" || type == "image_generation_call") // records of what was done beside the answer
        return true;
    if (type == "item_reference")
        return fail({}, "refers to an item that only its provider keeps; send the item itself");
    return fail("type", type.empty() ? "is required" : "'" + shortened(type) + "' is not one that this model can be sent");
}

// Reasoning, text and calls in a row are one turn.
std::vector<Block> &Reader::assistant()
{
    if (m_result.empty() || m_result.back().role != Message::Role::Assistant)
        m_result.emplace_back().role = Message::Role::Assistant;
    return m_result.back().blocks;
}

bool Reader::readMessage(const Members &item)
{
    std::string role;
    if (!requiredText(item, "role", role))
        return false;
    if (role == "assistant")
        return content(item, "content", assistant());
    Message message;
    if (role == "system" || role == "developer")
        message.role = Message::Role::System;
    else if (role != "user")
        return fail("role", "must be user, assistant, system or developer");
    if (!content(item, "content", message.blocks))
        return false;
    m_result.push_back(std::move(message));
    return true;
}

bool Reader::readCall(const Members &item)
{
    Block block;
    block.kind = Block::Kind::ToolUse;
    std::string arguments;
    if (!requiredText(item, "call_id", block.id) || !requiredText(item, "name", block.name)
        || !text(item, "arguments", arguments))
        return false;
    block.argumentsJson = argumentsObject(std::move(arguments));
    splitSignedId(block);
    assistant().push_back(std::move(block));
    return true;
}

bool Reader::readCallOutput(const Members &item)
{
    Block block;
    block.kind = Block::Kind::ToolResult;
    if (!requiredText(item, "call_id", block.id) || !content(item, "output", block.content))
        return false;
    splitSignedId(block);
    Message message;
    message.role = Message::Role::Tool;
    message.blocks.push_back(std::move(block));
    m_result.push_back(std::move(message));
    return true;
}

bool Reader::readTexts(std::string_view list, std::string &into)
{
    for (JsonWalk walk(list); walk.next();) {
        std::string part;
        if (!text(Members(walk.raw()), "text", part))
            return false;
        into += part;
    }
    return true;
}

// Only what its maker can know again goes back to it: no provider takes the bare text of a thought.
bool Reader::readReasoning(const Members &item)
{
    std::string sealed;
    Block block;
    if (!text(item, "encrypted_content", sealed) || !readTexts(item.find("summary"), block.text))
        return false;
    if (block.text.empty() && !readTexts(item.find("content"), block.text))
        return false;
    if (sealed.starts_with(redactedMark)) {
        block.kind = Block::Kind::RedactedThinking;
        block.text = sealed.substr(redactedMark.size());
    } else if (sealed.starts_with(signatureMark)) {
        block.kind = Block::Kind::Thinking;
        block.signature = sealed.substr(signatureMark.size());
    } else {
        return true;
    }
    assistant().push_back(std::move(block));
    return true;
}

bool Reader::readPart(std::string_view raw, std::vector<Block> &into)
{
    if (wire::jsonKind(raw) != 'o')
        return fail({}, "must be an object");
    const Members part(raw);
    std::string type;
    Block block;
    if (!requiredText(part, "type", type))
        return false;
    bool ok = true;
    if (type == "input_text" || type == "output_text" || type == "text")
        ok = requiredText(part, "text", block.text);
    else if (type == "refusal")
        ok = requiredText(part, "refusal", block.text);
    else if (type == "input_image")
        ok = readImage(part, block);
    else if (type == "input_file")
        ok = readFile(part, block);
    else if (type == "input_audio")
        ok = audio(part, block);
    else
        return fail("type", "'" + shortened(type) + "' is not known");
    into.push_back(std::move(block));
    return ok;
}

bool Reader::readImage(const Members &part, Block &block)
{
    std::string url;
    block.kind = Block::Kind::Image;
    if (!text(part, "image_url", url) || !text(part, "file_id", block.id) || !text(part, "detail", block.detail))
        return false;
    if (block.detail == "auto")
        block.detail.clear();
    if (url.empty() && !block.id.empty()) {
        block.kind = Block::Kind::Document; // whatever it is: only the provider that keeps the file can say
        return true;
    }
    if (url.empty())
        return fail("image_url", "is required");
    return image("image_url", url, block);
}

bool Reader::readFile(const Members &part, Block &block)
{
    std::string data;
    block.kind = Block::Kind::Document;
    if (!text(part, "file_id", block.id) || !text(part, "filename", block.name) || !text(part, "file_url", block.url)
        || !text(part, "file_data", data))
        return false;
    if (data.empty())
        return !block.id.empty() || !block.url.empty() || fail("file_data", "is required, or file_url or file_id");
    return file("file_data", std::move(data), {}, block);
}

} // namespace

Result<std::vector<Message>> readResponsesInput(std::string_view input)
{
    return Reader().read(input);
}

} // namespace gatehouse::translate
