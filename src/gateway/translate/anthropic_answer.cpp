// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/edits.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

Result<Answer> relayAnthropicAnswer(const wire::JsonObject &body, const View &view)
{
    Answer answer;
    readAnthropicUsage(body.find("usage"), answer.usage);
    answer.finishReason = finishReasonOf(textOf(body.find("stop_reason")));
    Edits edits(body.text());
    if (!view.model.empty() && body.has("model")) {
        std::string name;
        wire::appendJsonString(name, view.model);
        edits.replace(body.find("model"), std::move(name));
    }
    answer.body.reserve(body.text().size() + view.model.size());
    edits.apply(answer.body);
    return answer;
}

// ---- reading

namespace {

// Each citation with the text it supports, which in OpenAI's dialect no longer stands beside it.
void readCitations(std::string_view raw, std::string_view text, Completion &completion)
{
    wire::JsonWriter json;
    json.beginArray();
    JsonItems citations(raw);
    bool any = false;
    while (citations.next()) {
        Edits edits(citations.raw());
        if (isObject(citations.raw())) {
            std::string supported = "\"supported_text\":";
            wire::appendJsonString(supported, text);
            edits.prepend(citations.raw(), std::move(supported));
        }
        std::string citation;
        edits.apply(citation);
        json.raw(citation);
        any = true;
    }
    json.endArray();
    if (any)
        completion.citationsJson.push_back(json.take());
}

void readBlock(std::string_view raw, Completion &completion)
{
    const std::string_view type = innerOf(member(raw, "type"));
    Block block;
    if (type == "text") {
        block.text = textOf(member(raw, "text"));
        readCitations(member(raw, "citations"), block.text, completion);
    } else if (type == "thinking") {
        block.kind = Block::Kind::Thinking;
        block.text = textOf(member(raw, "thinking"));
        block.signature = textOf(member(raw, "signature"));
    } else if (type == "redacted_thinking") {
        block.kind = Block::Kind::RedactedThinking;
        block.text = textOf(member(raw, "data"));
    } else if (type == "tool_use" || type == "server_tool_use") {
        block.kind = Block::Kind::ToolUse;
        block.id = textOf(member(raw, "id"));
        block.name = textOf(member(raw, "name"));
        const std::string_view input = member(raw, "input");
        block.argumentsJson = isObject(input) ? input : std::string_view("{}");
    } else {
        block.kind = Block::Kind::Other;
        block.otherJson = raw;
    }
    completion.blocks.push_back(std::move(block));
}

} // namespace

Result<Completion> readAnthropicAnswer(const wire::JsonObject &body, const View &)
{
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = textOf(body.find("model"));
    completion.finishReason = finishReasonOf(textOf(body.find("stop_reason")));
    if (completion.finishReason.empty())
        completion.finishReason = "stop";
    completion.stopSequence = textOf(body.find("stop_sequence"));
    JsonItems blocks(body.find("content"));
    while (blocks.next()) {
        if (isObject(blocks.raw()))
            readBlock(blocks.raw(), completion);
    }
    const std::string_view usage = body.find("usage");
    readAnthropicUsage(usage, completion.usage);
    for (const std::string_view name : {"server_tool_use", "service_tier"}) {
        if (const std::string_view raw = member(usage, name); saysSomething(raw))
            completion.usageRest.emplace_back(name, raw);
    }
    return completion;
}

// ---- writing

namespace {

void writeBlock(wire::JsonWriter &json, const Block &block)
{
    json.beginObject();
    switch (block.kind) {
    case Block::Kind::Thinking:
        json.key("type").string("thinking").key("thinking").string(block.text).key("signature").string(block.signature);
        break;
    case Block::Kind::RedactedThinking: json.key("type").string("redacted_thinking").key("data").string(block.text); break;
    case Block::Kind::ToolUse:
        json.key("type").string("tool_use").key("id").string(block.id).key("name").string(block.name);
        json.key("input").raw(block.argumentsJson);
        break;
    case Block::Kind::Image: // Anthropic's models draw nothing; the block looks like those in requests
        json.key("type").string("image").key("source").beginObject().key("type").string("base64");
        json.key("media_type").string(block.mediaType).key("data").string(block.data).endObject();
        break;
    default: json.key("type").string("text").key("text").string(block.text); break;
    }
    json.endObject();
}

} // namespace

std::string writeAnthropicAnswer(const Completion &completion, const View &view)
{
    wire::JsonWriter json;
    json.beginObject().key("id").string(completion.id.empty() ? newId("msg_") : completion.id);
    json.key("type").string("message").key("role").string("assistant");
    json.key("model").string(view.model.empty() ? completion.model : view.model);
    json.key("content").beginArray();
    for (const Block &block : completion.blocks) {
        if (block.kind != Block::Kind::Audio) // there is no place for sound
            writeBlock(json, block);
    }
    json.endArray();
    json.key("stop_reason").string(stopReasonOf(completion.finishReason, completion.refused));
    json.key("stop_sequence").stringOrNull(completion.stopSequence).key("usage");
    writeAnthropicUsage(json, completion.usage);
    json.endObject();
    return json.take();
}

} // namespace gatehouse::translate
