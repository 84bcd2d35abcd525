// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/cohere_words.h"
#include "gateway/translate/completion_blocks.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"

namespace gatehouse::translate {

namespace {

void readContent(std::string_view content, Completion &completion)
{
    addText(completion, textOf(content));
    JsonItems parts(content);
    while (parts.next()) {
        addText(completion, textOf(member(parts.raw(), "thinking")), Block::Kind::Thinking);
        addText(completion, textOf(member(parts.raw(), "text")));
    }
}

} // namespace

Result<Completion> readCohereAnswer(const wire::JsonObject &body, const View &view)
{
    const std::string reason = textOf(body.find("finish_reason"));
    if (isCohereFailure(reason))
        return Failure {brokenAnswer(view, "the answer broke off: finish_reason " + reason)};
    const std::string_view message = body.find("message");
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = view.upstreamModel; // the answer names none
    readContent(member(message, "content"), completion);
    addText(completion, textOf(member(message, "tool_plan"))); // what it says before it calls
    const std::size_t said = completion.blocks.size();
    JsonItems calls(member(message, "tool_calls"));
    while (calls.next())
        addCall(completion, member(calls.raw(), "id"), member(calls.raw(), "function"));
    completion.finishReason = finishReasonOfCohere(reason, completion.blocks.size() > said);
    if (const std::string_view citations = member(message, "citations"); isArray(citations) && saysSomething(citations))
        completion.citationsJson.emplace_back(citations);
    completion.usage = readCohereUsage(body.find("usage"));
    return completion;
}

} // namespace gatehouse::translate
