// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/completion_blocks.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/responses_words.h"

namespace gatehouse::translate {

namespace {

void readMessage(std::string_view item, Completion &completion)
{
    JsonItems parts(member(item, "content"));
    while (parts.next()) {
        addText(completion, textOf(member(parts.raw(), "text")));
        if (const std::string_view notes = member(parts.raw(), "annotations"); isArray(notes) && saysSomething(notes))
            completion.citationsJson.emplace_back(notes);
        std::string refusal = textOf(member(parts.raw(), "refusal"));
        completion.refused = completion.refused || !refusal.empty();
        addText(completion, std::move(refusal));
    }
}

// A summary comes in paragraphs; models that show their thoughts say them under "content".
void readReasoning(std::string_view item, Completion &completion)
{
    Block block;
    block.kind = Block::Kind::Thinking;
    for (const std::string_view name : {"summary", "content"}) {
        JsonItems parts(member(item, name));
        while (parts.next())
            block.text.append(block.text.empty() ? "" : "\n\n").append(textOf(member(parts.raw(), "text")));
    }
    if (const std::string content = textOf(member(item, "encrypted_content")); !content.empty())
        block.signature = reasoningSignature(content);
    if (block.text.empty() && block.signature.empty())
        return;
    if (block.text.empty()) {
        block.kind = Block::Kind::RedactedThinking;
        block.text = std::move(block.signature);
        block.signature.clear();
    }
    completion.blocks.push_back(std::move(block));
}

void readCall(std::string_view item, Completion &completion)
{
    Block block;
    block.kind = Block::Kind::ToolUse;
    block.id = textOf(member(item, "call_id"));
    if (block.id.empty())
        block.id = newId("call_");
    block.name = textOf(member(item, "name"));
    const std::string_view arguments = member(item, "arguments");
    block.argumentsJson = isObject(arguments) ? std::string(arguments) : argumentsObject(textOf(arguments));
    completion.blocks.push_back(std::move(block));
}

} // namespace

Result<Completion> readResponsesAnswer(const wire::JsonObject &body, const View &view)
{
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = textOf(body.find("model"));
    completion.usage = readResponsesUsage(body.find("usage"));
    bool called = false;
    JsonItems items(body.find("output"));
    while (items.next()) {
        const std::string_view type = innerOf(member(items.raw(), "type"));
        if (type == "message")
            readMessage(items.raw(), completion);
        else if (type == "reasoning")
            readReasoning(items.raw(), completion);
        else if (type == "function_call")
            readCall(items.raw(), completion);
        called = called || type == "function_call";
    }
    auto reason = finishReasonOfResponse(body.text(), called);
    if (!reason) {
        const std::string status = textOf(body.find("status"));
        return Failure {brokenAnswer(view, "the answer is not complete: its status is " + status)};
    }
    completion.finishReason = std::move(*reason);
    return completion;
}

} // namespace gatehouse::translate
