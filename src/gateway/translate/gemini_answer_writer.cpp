// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/gemini_door.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/thought_signature.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

struct Reason {
    std::string_view openAi, google;
};
constexpr std::array finishReasons {Reason {"stop", "STOP"}, Reason {"tool_calls", "STOP"}, Reason {"function_call", "STOP"},
    Reason {"length", "MAX_TOKENS"}, Reason {"content_filter", "SAFETY"}};

/// What \a input tokens were made of, where it was not text alone.
void writeDetails(wire::JsonWriter &json, std::string_view name, std::int64_t all, std::int64_t audio)
{
    if (audio <= 0)
        return;
    json.key(name)
        .beginArray()
        .beginObject()
        .key("modality")
        .string("TEXT")
        .key("tokenCount")
        .number(std::max<std::int64_t>(0, all - audio));
    json.endObject().beginObject().key("modality").string("AUDIO").key("tokenCount").number(audio).endObject().endArray();
}

void writePart(wire::JsonWriter &json, const Block &block, bool isJsonTool)
{
    json.beginObject();
    switch (block.kind) {
    case Block::Kind::Thinking:
        json.key("text").string(block.text).key("thought").boolean(true);
        if (!block.signature.empty())
            json.key("thoughtSignature").string(thoughtSignature(block.signature));
        break;
    case Block::Kind::RedactedThinking:
        json.key("text").string("").key("thought").boolean(true);
        json.key("thoughtSignature").string(encryptedThought(block.text));
        break;
    case Block::Kind::ToolUse:
        if (isJsonTool) {
            json.key("text").string(block.argumentsJson);
            break;
        }
        json.key("functionCall").beginObject().key("id").string(block.id).key("name").string(block.name);
        json.key("args").raw(block.argumentsJson.empty() ? "{}" : block.argumentsJson).endObject();
        break;
    case Block::Kind::Image:
    case Block::Kind::Audio:
        json.key("inlineData").beginObject().key("mimeType").string(block.mediaType).key("data").string(block.data).endObject();
        break;
    default: json.key("text").string(block.text); break;
    }
    json.endObject();
}

void writeParts(wire::JsonWriter &json, const Completion &completion, const View &view)
{
    json.beginArray();
    bool any = false;
    for (const Block &block : completion.blocks) {
        if (block.kind == Block::Kind::Other) // the result of a search that the provider made itself
            continue;
        writePart(json, block, view.jsonTool && block.name == jsonToolName);
        any = true;
    }
    if (!any) // clients take the text of the first part without looking
        json.beginObject().key("text").string("").endObject();
    json.endArray();
}

} // namespace

std::string_view geminiFinishReason(std::string_view finishReason)
{
    const auto row =
        std::find_if(finishReasons.begin(), finishReasons.end(), [&](const Reason &each) { return each.openAi == finishReason; });
    return row == finishReasons.end() ? "OTHER" : row->google;
}

void writeGeminiUsage(wire::JsonWriter &json, const Usage &usage)
{
    json.beginObject().key("promptTokenCount").number(usage.input);
    json.key("candidatesTokenCount").number(std::max<std::int64_t>(0, usage.output - usage.reasoning));
    json.key("totalTokenCount").number(usage.input + usage.output);
    if (usage.reasoning)
        json.key("thoughtsTokenCount").number(usage.reasoning);
    if (usage.cachedRead)
        json.key("cachedContentTokenCount").number(usage.cachedRead);
    writeDetails(json, "promptTokensDetails", usage.input, usage.audioInput);
    writeDetails(json, "candidatesTokensDetails", usage.output - usage.reasoning, usage.audioOutput);
    json.endObject();
}

std::string writeGeminiAnswer(const Completion &completion, const View &view)
{
    wire::JsonWriter json;
    json.beginObject().key("candidates").beginArray().beginObject().key("content").beginObject().key("parts");
    writeParts(json, completion, view);
    json.key("role").string("model").endObject();
    json.key("finishReason").string(completion.refused ? "SAFETY" : geminiFinishReason(completion.finishReason));
    json.key("index").number(std::int64_t(0)).endObject().endArray().key("usageMetadata");
    writeGeminiUsage(json, completion.usage);
    json.key("modelVersion").string(completion.model.empty() ? view.upstreamModel : completion.model);
    json.key("responseId").string(completion.id.empty() ? newId("") : completion.id);
    return json.endObject().take();
}

} // namespace gatehouse::translate
