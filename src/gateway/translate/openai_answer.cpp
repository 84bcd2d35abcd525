// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/completion_blocks.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/media.h"
#include "gateway/translate/openai_shape.h"
#include "gateway/translate/openai_words.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

// ---- relaying

std::string_view endedBy(std::string_view message)
{
    return saysSomething(member(message, "tool_calls")) ? "tool_calls" : "stop";
}

void completeChoice(std::string_view choice, int position, Edits &edits, std::string &finishReason)
{
    std::string_view finish, index, message;
    JsonMembers members(choice);
    while (members.next()) {
        if (members.name() == "finish_reason")
            finish = members.raw();
        else if (members.name() == "index")
            index = members.raw();
        else if (members.name() == "message")
            message = members.raw();
    }
    std::string reason = completeEnd(choice, {finish, index}, position, endedBy(message), edits);
    if (finishReason.empty())
        finishReason = std::move(reason);
    if (isObject(message) && !isString(member(message, "role")))
        edits.prepend(message, "\"role\":\"assistant\"");
    nameReasoning(message, edits);
}

} // namespace

Result<Answer> relayOpenAiAnswer(const wire::JsonObject &body, const View &view)
{
    Answer answer;
    answer.usage = readOpenAiUsage(body.find("usage"));
    Edits edits(body.text());
    completeAnswer(body, view, answer.usage, chatShape, edits);
    nameCachedTokens(body.find("usage"), edits);
    JsonItems choices(body.find("choices"));
    for (int position = 0; choices.next(); ++position) {
        if (isObject(choices.raw()))
            completeChoice(choices.raw(), position, edits, answer.finishReason);
    }
    answer.body.reserve(body.text().size() + 256);
    edits.apply(answer.body);
    return answer;
}

// ---- reading

namespace {

// Thinking with its signatures, where the provider is itself a gateway that keeps them; else the bare reasoning text.
void readThinking(std::string_view message, Completion &completion)
{
    JsonItems blocks(member(message, "thinking_blocks"));
    bool any = false;
    while (blocks.next()) {
        Block block;
        const bool redacted = innerOf(member(blocks.raw(), "type")) == "redacted_thinking";
        block.kind = redacted ? Block::Kind::RedactedThinking : Block::Kind::Thinking;
        block.text = textOf(member(blocks.raw(), redacted ? "data" : "thinking"));
        block.signature = textOf(member(blocks.raw(), "signature"));
        completion.blocks.push_back(std::move(block));
        any = true;
    }
    if (any)
        return;
    const std::string_view reasoning = member(message, "reasoning_content");
    addText(completion, textOf(isString(reasoning) ? reasoning : member(message, "reasoning")), Block::Kind::Thinking);
}

void readContent(std::string_view content, Completion &completion)
{
    addText(completion, textOf(content));
    JsonItems parts(content); // some servers answer with a list of parts
    while (parts.next())
        addText(completion, textOf(member(parts.raw(), "text")));
}

void readMessage(std::string_view message, Completion &completion)
{
    readThinking(message, completion);
    readContent(member(message, "content"), completion);
    if (std::string refusal = textOf(member(message, "refusal")); !refusal.empty()) {
        completion.refused = true;
        addText(completion, std::move(refusal));
    }
    // Sound has no place in Anthropic's dialect, but what was said has.
    addText(completion, textOf(member(message, {"audio", "transcript"})));
    JsonItems calls(member(message, "tool_calls"));
    while (calls.next())
        addCall(completion, member(calls.raw(), "id"), member(calls.raw(), "function"));
    if (const std::string_view call = member(message, "function_call"); isObject(call))
        addCall(completion, {}, call);
}

} // namespace

Result<Completion> readOpenAiAnswer(const wire::JsonObject &body, const View &view)
{
    JsonItems choices(body.find("choices"));
    if (!choices.next() || !isObject(member(choices.raw(), "message")))
        return Failure {brokenAnswer(view, "the answer holds no choice")};
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = textOf(body.find("model"));
    completion.usage = readOpenAiUsage(body.find("usage"));
    // The first choice: Anthropic's dialect can neither ask for others nor carry them.
    const std::string_view message = member(choices.raw(), "message");
    readMessage(message, completion);
    completion.finishReason = textOf(member(choices.raw(), "finish_reason"));
    if (completion.finishReason.empty())
        completion.finishReason = endedBy(message);
    return completion;
}

// ---- writing

namespace {

/// What the blocks come to in a message that has one text, one list of calls and one list of thoughts.
struct Parts {
    std::string text, reasoning;
    std::vector<const Block *> thoughts, tools, results, images, sounds;
    std::vector<std::string_view> signatures; ///< of what was thought before a text or a call
};

Parts sorted(const Completion &completion)
{
    Parts parts;
    for (const Block &block : completion.blocks) {
        switch (block.kind) {
        case Block::Kind::Text: parts.text += block.text; break;
        case Block::Kind::Thinking: parts.reasoning += block.text; [[fallthrough]];
        case Block::Kind::RedactedThinking: parts.thoughts.push_back(&block); break;
        case Block::Kind::ToolUse: parts.tools.push_back(&block); break;
        case Block::Kind::Other: parts.results.push_back(&block); break;
        case Block::Kind::Image: parts.images.push_back(&block); break;
        case Block::Kind::Audio: parts.sounds.push_back(&block); break;
        default: break;
        }
        if (block.kind != Block::Kind::Thinking && !block.signature.empty())
            parts.signatures.push_back(block.signature);
    }
    return parts;
}

// The forced tool's input is the answer that was asked for. True when nothing else was called.
bool takeJsonTool(Parts &parts)
{
    for (auto tool = parts.tools.begin(); tool != parts.tools.end(); ++tool) {
        if ((*tool)->name == jsonToolName) {
            parts.text = (*tool)->argumentsJson;
            parts.tools.erase(tool);
            return parts.tools.empty();
        }
    }
    return false;
}

void writeThoughts(wire::JsonWriter &json, const Parts &parts, const DialectRow &from)
{
    if (!parts.reasoning.empty())
        json.key("reasoning_content").string(parts.reasoning);
    if (parts.thoughts.empty() || !from.thinksInBlocks)
        return;
    json.key("thinking_blocks").beginArray();
    for (const Block *block : parts.thoughts) {
        json.beginObject();
        if (block->kind == Block::Kind::RedactedThinking) {
            json.key("type").string("redacted_thinking").key("data").string(block->text);
        } else {
            json.key("type").string("thinking").key("thinking").string(block->text);
            if (!block->signature.empty())
                json.key("signature").string(block->signature);
        }
        json.endObject();
    }
    json.endArray();
}

void writeTools(wire::JsonWriter &json, const Parts &parts)
{
    if (parts.tools.empty())
        return;
    json.key("tool_calls").beginArray();
    for (const Block *block : parts.tools) {
        json.beginObject().key("id").string(block->id).key("type").string("function").key("function").beginObject();
        json.key("name").string(block->name).key("arguments").string(block->argumentsJson).endObject();
        if (!block->signature.empty())
            json.key("provider_specific_fields").beginObject().key("thought_signature").string(block->signature).endObject();
        json.endObject();
    }
    json.endArray();
}

// Pictures as LiteLLM gives them; sound as OpenAI does, one piece of it.
void writeMedia(wire::JsonWriter &json, const Parts &parts)
{
    if (!parts.images.empty()) {
        json.key("images").beginArray();
        for (std::size_t index = 0; index < parts.images.size(); ++index) {
            json.beginObject().key("type").string("image_url").key("index").number(std::int64_t(index));
            json.key("image_url").beginObject().key("url").string(mediaUrl(*parts.images[index])).endObject().endObject();
        }
        json.endArray();
    }
    if (parts.sounds.empty())
        return;
    json.key("audio").beginObject().key("id").string(newId("audio_")).key("data").string(parts.sounds.front()->data);
    json.key("transcript").string("").key("expires_at").number(unixNow() + 3600).endObject();
}

void writeExtras(wire::JsonWriter &json, const Completion &completion, const Parts &parts)
{
    if (completion.citationsJson.empty() && parts.results.empty() && parts.signatures.empty() && completion.extras.empty())
        return;
    json.key("provider_specific_fields").beginObject();
    if (!parts.signatures.empty()) {
        json.key("thought_signatures").beginArray();
        for (const std::string_view signature : parts.signatures)
            json.string(signature);
        json.endArray();
    }
    for (const auto &[name, value] : completion.extras)
        json.key(name).raw(value);
    if (!completion.citationsJson.empty()) {
        json.key("citations").beginArray();
        for (const std::string &citations : completion.citationsJson)
            json.raw(citations);
        json.endArray();
    }
    if (!parts.results.empty()) {
        json.key("web_search_results").beginArray();
        for (const Block *block : parts.results)
            json.raw(block->otherJson);
        json.endArray();
    }
    json.endObject();
}

void writeMessage(wire::JsonWriter &json, const Completion &completion, const Parts &parts, const DialectRow &from)
{
    json.beginObject().key("role").string("assistant").key("content");
    if (parts.text.empty())
        json.raw(from.silence);
    else
        json.string(parts.text);
    writeThoughts(json, parts, from);
    writeTools(json, parts);
    writeMedia(json, parts);
    if (!completion.annotationsJson.empty())
        json.key("annotations").raw(completion.annotationsJson);
    writeExtras(json, completion, parts);
    json.endObject();
}

void writeChoice(wire::JsonWriter &json, const Completion &completion, const View &view, std::size_t index)
{
    Parts parts = sorted(completion);
    const bool isJson = view.jsonTool && takeJsonTool(parts);
    json.beginObject().key("index").number(std::int64_t(index)).key("message");
    writeMessage(json, completion, parts, row(view.from));
    json.key("logprobs").raw(completion.logprobsJson.empty() ? "null" : completion.logprobsJson);
    json.key("finish_reason").string(isJson ? "stop" : completion.finishReason).endObject();
}

} // namespace

std::string writeOpenAiAnswer(const Completion &completion, const View &view)
{
    const bool keepsId = row(view.from).lendsId && !completion.id.empty();
    wire::JsonWriter json;
    json.beginObject()
        .key("id")
        .string(keepsId ? completion.id : newId(chatShape.idPrefix))
        .key("object")
        .string(chatShape.answer);
    json.key("created").number(unixNow()).key("model").string(view.model.empty() ? completion.model : view.model);
    json.key("choices").beginArray();
    writeChoice(json, completion, view, 0);
    for (std::size_t index = 0; index < completion.others.size(); ++index)
        writeChoice(json, completion.others[index], view, index + 1);
    json.endArray().key("usage");
    writeOpenAiUsage(json, completion.usage);
    for (const auto &[name, value] : completion.usageRest)
        json.key(name).raw(value);
    json.endObject();
    for (const auto &[name, value] : completion.rest)
        json.key(name).raw(value);
    return json.endObject().take();
}

} // namespace gatehouse::translate
