// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/completion_blocks.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/ollama_words.h"
#include "gateway/translate/provider_words.h"

namespace gatehouse::translate {

Result<Completion> readOllamaAnswer(const wire::JsonObject &body, const View &view)
{
    if (body.find("done") != "true")
        return Failure {brokenAnswer(view, "the answer is not done: it is incomplete")};
    const std::string_view message = body.find("message");
    Completion completion;
    completion.model = textOf(body.find("model"));
    addText(completion, textOf(member(message, "thinking")), Block::Kind::Thinking);
    addText(completion, textOf(member(message, "content")));
    const std::size_t said = completion.blocks.size();
    JsonItems calls(member(message, "tool_calls"));
    while (calls.next())
        addCall(completion, member(calls.raw(), "id"), member(calls.raw(), "function"));
    completion.finishReason = finishReasonOfOllama(textOf(body.find("done_reason")), completion.blocks.size() > said);
    completion.usage = readOllamaUsage(body);
    return completion;
}

} // namespace gatehouse::translate
