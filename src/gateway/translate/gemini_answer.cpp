// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/gemini_extras.h"
#include "gateway/translate/gemini_words.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/signed_ids.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

void readCall(std::string_view call, Block &block)
{
    block.kind = Block::Kind::ToolUse;
    const std::string id = textOf(member(call, "id"));
    block.id = signedId(id.empty() ? newId("call_") : id, block.signature);
    block.name = textOf(member(call, "name"));
    const std::string_view arguments = member(call, "args");
    block.argumentsJson = isObject(arguments) ? arguments : std::string_view("{}");
}

void readInline(std::string_view data, Block &block)
{
    block.mediaType = textOf(eitherMember(data, "mimeType", "mime_type"));
    block.data = textOf(member(data, "data"));
    block.kind = block.mediaType.starts_with("audio/") ? Block::Kind::Audio : Block::Kind::Image;
}

void readPart(std::string_view part, Completion &completion, wire::JsonWriter &code)
{
    const auto find = [&](std::string_view camel, std::string_view snake) { return eitherMember(part, camel, snake); };
    Block block;
    block.signature = textOf(find("thoughtSignature", "thought_signature"));
    if (const std::string_view call = find("functionCall", "function_call"); isObject(call)) {
        readCall(call, block);
    } else if (const std::string_view data = find("inlineData", "inline_data"); isObject(data)) {
        readInline(data, block);
    } else if (isString(member(part, "text"))) {
        block.kind = member(part, "thought") == "true" ? Block::Kind::Thinking : Block::Kind::Text;
        block.text = textOf(member(part, "text"));
        if (block.text.empty() && block.signature.empty())
            return;
    } else {
        if (isCodeOfGemini(part))
            code.raw(part);
        return;
    }
    completion.blocks.push_back(std::move(block));
}

void readCandidate(std::string_view candidate, Completion &completion)
{
    wire::JsonWriter code;
    code.beginArray();
    JsonItems parts(member(candidate, {"content", "parts"}));
    while (parts.next())
        readPart(parts.raw(), completion, code);
    bool calls = false;
    for (const Block &block : completion.blocks)
        calls = calls || block.kind == Block::Kind::ToolUse;
    completion.finishReason = finishReasonOfGemini(textOf(member(candidate, "finishReason")), calls);
    if (completion.finishReason.empty())
        completion.finishReason = "stop";
    if (code.endArray().text() != "[]")
        completion.extras.emplace_back("code_execution", code.take());
    completion.logprobsJson = logprobsOfGemini(member(candidate, "logprobsResult"));
    completion.annotationsJson = annotationsOfGemini(member(candidate, "groundingMetadata"));
}

} // namespace

Result<Completion> readGeminiAnswer(const wire::JsonObject &body, const View &view)
{
    Completion completion;
    JsonItems candidates(body.find("candidates"));
    if (candidates.next()) {
        readCandidate(candidates.raw(), completion);
        while (candidates.next())
            readCandidate(candidates.raw(), completion.others.emplace_back());
    } else if (const std::string reason = blockReasonOfGemini(body.find("promptFeedback")); !reason.empty()) {
        completion.finishReason = "content_filter";
        completion.extras.emplace_back("prompt_feedback", body.find("promptFeedback"));
    } else {
        return Failure {brokenAnswer(view, "the answer holds no candidate")};
    }
    completion.id = textOf(body.find("responseId"));
    completion.model = textOf(body.find("modelVersion"));
    if (completion.model.empty())
        completion.model = view.upstreamModel;
    completion.usage = readGeminiUsage(body.find("usageMetadata"));
    completion.rest = besidesOfGemini(body.find("candidates"));
    return completion;
}

} // namespace gatehouse::translate
