// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/ollama_words.h"
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

bool readCalls(std::string_view message, Completion &completion)
{
    bool any = false;
    JsonItems calls(member(message, "tool_calls"));
    while (calls.next()) {
        const std::string_view arguments = member(calls.raw(), {"function", "arguments"});
        Block block;
        block.kind = Block::Kind::ToolUse;
        block.id = textOf(member(calls.raw(), "id"));
        if (block.id.empty()) // older servers give their calls no names
            block.id = newId("call_");
        block.name = textOf(member(calls.raw(), {"function", "name"}));
        block.argumentsJson = isObject(arguments) ? std::string(arguments) : argumentsObject(textOf(arguments));
        completion.blocks.push_back(std::move(block));
        any = true;
    }
    return any;
}

} // namespace

Result<Completion> readOllamaAnswer(const wire::JsonObject &body, const View &view)
{
    if (body.find("done") != "true")
        return Failure {brokenAnswer(view.provider, view.to, "the answer is not done: it is incomplete")};
    const std::string_view message = body.find("message");
    Completion completion;
    completion.model = textOf(body.find("model"));
    addText(completion, Block::Kind::Thinking, textOf(member(message, "thinking")));
    addText(completion, Block::Kind::Text, textOf(member(message, "content")));
    const bool calls = readCalls(message, completion);
    completion.finishReason = finishReasonOfOllama(textOf(body.find("done_reason")), calls);
    completion.usage = readOllamaUsage(body);
    return completion;
}

} // namespace gatehouse::translate
