// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/cohere_words.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"

namespace gatehouse::translate {

namespace {

void addText(Completion &completion, Block::Kind kind, std::string text)
{
    if (text.empty())
        return;
    Block block;
    block.kind = kind;
    block.text = std::move(text);
    completion.blocks.push_back(std::move(block));
}

void readContent(std::string_view content, Completion &completion)
{
    addText(completion, Block::Kind::Text, textOf(content));
    JsonItems parts(content);
    while (parts.next()) {
        addText(completion, Block::Kind::Thinking, textOf(member(parts.raw(), "thinking")));
        addText(completion, Block::Kind::Text, textOf(member(parts.raw(), "text")));
    }
}

void readCalls(std::string_view message, Completion &completion)
{
    JsonItems calls(member(message, "tool_calls"));
    while (calls.next()) {
        const std::string_view function = member(calls.raw(), "function");
        Block block;
        block.kind = Block::Kind::ToolUse;
        block.id = textOf(member(calls.raw(), "id"));
        if (block.id.empty())
            block.id = newId("call_");
        block.name = textOf(member(function, "name"));
        const std::string_view arguments = member(function, "arguments");
        block.argumentsJson = isObject(arguments) ? std::string(arguments) : argumentsObject(textOf(arguments));
        completion.blocks.push_back(std::move(block));
    }
}

} // namespace

Result<Completion> readCohereAnswer(const wire::JsonObject &body, const View &view)
{
    const std::string reason = textOf(body.find("finish_reason"));
    if (isCohereFailure(reason))
        return Failure {brokenAnswer(view.provider, view.to, "the answer broke off: finish_reason " + reason)};
    const std::string_view message = body.find("message");
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = view.upstreamModel; // the answer names none
    readContent(member(message, "content"), completion);
    addText(completion, Block::Kind::Text, textOf(member(message, "tool_plan"))); // what it says before it calls
    const std::size_t said = completion.blocks.size();
    readCalls(message, completion);
    completion.finishReason = finishReasonOfCohere(reason, completion.blocks.size() > said);
    if (const std::string_view citations = member(message, "citations"); isArray(citations) && saysSomething(citations))
        completion.citationsJson.emplace_back(citations);
    completion.usage = readCohereUsage(body.find("usage"));
    return completion;
}

} // namespace gatehouse::translate
