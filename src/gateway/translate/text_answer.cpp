// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/edits.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

// ---- relaying

// A whole answer ended somehow, so a missing finish_reason may be filled in. False where there is no text at all.
bool completeChoice(std::string_view choice, int position, Edits &edits, std::string &finishReason)
{
    const std::string_view finish = member(choice, "finish_reason");
    const std::string reason = isString(finish) ? textOf(finish) : "stop";
    if (finishReason.empty())
        finishReason = reason;
    if (finish == "null")
        edits.replace(finish, '"' + reason + '"');
    wire::JsonWriter json;
    if (finish.empty())
        json.key("finish_reason").string(reason);
    if (member(choice, "index").empty())
        json.key("index").number(std::int64_t(position));
    if (!json.text().empty())
        edits.prepend(choice, json.take());
    return isString(member(choice, "text"));
}

void completeTop(const wire::JsonObject &body, const View &view, const Usage &usage, Edits &edits)
{
    wire::JsonWriter json;
    if (!body.has("id"))
        json.key("id").string(newId("cmpl-"));
    if (!body.has("object"))
        json.key("object").string("text_completion");
    if (!body.has("created"))
        json.key("created").number(unixNow());
    if (!body.has("model"))
        json.key("model").string(view.model);
    if (!body.has("usage")) {
        json.key("usage");
        writeOpenAiUsage(json, usage);
        json.endObject();
    }
    if (!json.text().empty())
        edits.prepend(body.text(), json.take());
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
    if (!view.model.empty() && body.has("model")) {
        std::string name;
        wire::appendJsonString(name, view.model);
        edits.replace(body.find("model"), std::move(name));
    }
    completeTop(body, view, answer.usage, edits);
    JsonItems choices(body.find("choices"));
    int position = 0;
    for (; choices.next(); ++position) {
        if (!completeChoice(choices.raw(), position, edits, answer.finishReason))
            return Failure {brokenAnswer(view.provider, view.to, "a choice of the answer holds no text")};
    }
    if (position == 0)
        return Failure {brokenAnswer(view.provider, view.to, "the answer holds no choice")};
    answer.body.reserve(body.text().size() + 256);
    edits.apply(answer.body);
    return answer;
}

// ---- reading

Result<Completion> readTextAnswer(const wire::JsonObject &body, const View &view)
{
    JsonItems choices(body.find("choices"));
    if (!choices.next())
        return Failure {brokenAnswer(view.provider, view.to, "the answer holds no choice")};
    const std::string_view text = member(choices.raw(), "text");
    if (!isString(text))
        return readOpenAiAnswer(body, view); // Codestral continues a prompt in the shape of a chat
    Completion completion;
    completion.id = textOf(body.find("id"));
    completion.model = textOf(body.find("model"));
    completion.usage = readOpenAiUsage(body.find("usage"));
    Block block;
    block.text = textOf(text);
    completion.blocks.push_back(std::move(block));
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
    json.beginObject().key("id").string(newId("cmpl-")).key("object").string("text_completion");
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
