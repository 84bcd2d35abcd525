// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/openai_shape.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

// ---- relaying

// False where there is no text at all.
bool completeChoice(std::string_view choice, int position, Edits &edits, std::string &finishReason)
{
    std::string reason = completeEnd(choice, {member(choice, "finish_reason"), member(choice, "index")}, position, "stop", edits);
    if (finishReason.empty())
        finishReason = std::move(reason);
    return isString(member(choice, "text"));
}

Result<Answer> rewritten(const wire::JsonObject &body, const View &view)
{
    auto completion = readTextAnswer(body, view);
    if (!completion)
        return Failure {std::move(completion).error()};
    return Answer {writeTextAnswer(*completion, view), completion->usage, completion->finishReason};
}

} // namespace

Result<Answer> relayTextAnswer(const wire::JsonObject &body, const View &view)
{
    if (view.provider.quirks.has(Quirk::ChatShaped))
        return rewritten(body, view);
    Answer answer;
    answer.usage = readOpenAiUsage(body.find("usage"));
    Edits edits(body.text());
    completeAnswer(body, view, answer.usage, textShape, edits);
    JsonItems choices(body.find("choices"));
    int position = 0;
    for (; choices.next(); ++position) {
        if (!completeChoice(choices.raw(), position, edits, answer.finishReason))
            return Failure {brokenAnswer(view, "a choice of the answer holds no text")};
    }
    if (position == 0)
        return Failure {brokenAnswer(view, "the answer holds no choice")};
    answer.body.reserve(body.text().size() + 256);
    edits.apply(answer.body);
    return answer;
}

// ---- reading

Result<Completion> readTextAnswer(const wire::JsonObject &body, const View &view)
{
    JsonItems choices(body.find("choices"));
    if (!choices.next())
        return Failure {brokenAnswer(view, "the answer holds no choice")};
    const std::string_view text = member(choices.raw(), "text");
    if (!isString(text))
        return readOpenAiAnswer(body, view); // Codestral continues a prompt in the shape of a chat
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = textOf(body.find("model"));
    completion.usage = readOpenAiUsage(body.find("usage"));
    completion.blocks.emplace_back().text = textOf(text);
    completion.finishReason = textOf(member(choices.raw(), "finish_reason"));
    if (completion.finishReason.empty())
        completion.finishReason = "stop";
    return completion;
}

// ---- writing

namespace {

/// The text of an answer. The forced tool's input is the answer that was asked for; other calls a caller of completions cannot
/// have asked for.
std::string textIn(const Completion &completion, const View &view)
{
    std::string text;
    for (const Block &block : completion.blocks) {
        if (block.kind == Block::Kind::Text)
            text += block.text;
        else if (block.kind == Block::Kind::ToolUse && view.jsonTool && block.name == jsonToolName)
            return block.argumentsJson;
    }
    return text;
}

} // namespace

std::string writeTextAnswer(const Completion &completion, const View &view)
{
    const bool isJson = view.jsonTool && completion.finishReason == "tool_calls";
    wire::JsonWriter json;
    json.beginObject().key("id").string(newId(textShape.idPrefix)).key("object").string(textShape.answer);
    json.key("created").number(unixNow()).key("model").string(view.model.empty() ? completion.model : view.model);
    json.key("choices").beginArray().beginObject().key("index").number(std::int64_t(0));
    json.key("text").string(textIn(completion, view)).key("logprobs").null();
    json.key("finish_reason").string(isJson ? "stop" : completion.finishReason).endObject().endArray();
    json.key("usage");
    writeOpenAiUsage(json, completion.usage);
    for (const auto &[name, value] : completion.usageRest)
        json.key(name).raw(value);
    json.endObject().endObject();
    return json.take();
}

} // namespace gatehouse::translate
