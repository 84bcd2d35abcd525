// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/bedrock_tool_names.h"
#include "gateway/translate/bedrock_words.h"
#include "gateway/translate/completion_blocks.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

void readReasoning(std::string_view reasoning, Completion &completion)
{
    Block block;
    block.kind = Block::Kind::Thinking;
    const std::string_view text = member(reasoning, "reasoningText");
    block.text = textOf(member(text, "text"));
    block.signature = textOf(member(text, "signature"));
    if (const std::string_view redacted = member(reasoning, "redactedContent"); isString(redacted)) {
        block.kind = Block::Kind::RedactedThinking;
        block.text = textOf(redacted);
    }
    if (!block.text.empty() || !block.signature.empty())
        completion.blocks.push_back(std::move(block));
}

// The same JSON with a space behind each comma and colon: as LiteLLM's callers know an answer that is JSON.
std::string spaced(std::string_view json)
{
    std::string result;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const std::size_t end = json[at] == '"' ? std::min(closingQuote(json, at), json.size() - 1) : at;
        result += json.substr(at, end - at + 1);
        at = end;
        const bool isSeparator = json[at] == ',' || json[at] == ':';
        if (isSeparator && at + 1 < json.size() && std::string_view(" \t\r\n").find(json[at + 1]) == std::string_view::npos)
            result += ' ';
    }
    return result;
}

void readCall(std::string_view call, const BedrockToolNames &names, Completion &completion)
{
    Block block;
    block.kind = Block::Kind::ToolUse;
    block.id = textOf(member(call, "toolUseId"));
    block.name = names.given(textOf(member(call, "name")));
    const std::string_view input = member(call, "input");
    block.argumentsJson = isObject(input) ? std::string(input) : argumentsObject(textOf(input));
    if (block.name == jsonToolName)
        block.argumentsJson = spaced(block.argumentsJson);
    completion.blocks.push_back(std::move(block));
}

void readCitations(std::string_view cited, Completion &completion)
{
    std::string text;
    JsonItems parts(member(cited, "content"));
    while (parts.next())
        text += textOf(member(parts.raw(), "text"));
    addText(completion, std::move(text));
    if (const std::string_view citations = member(cited, "citations"); isArray(citations) && saysSomething(citations))
        completion.citationsJson.emplace_back(citations);
}

void readBlock(std::string_view raw, const BedrockToolNames &names, Completion &completion)
{
    addText(completion, textOf(member(raw, "text")));
    if (const std::string_view reasoning = member(raw, "reasoningContent"); isObject(reasoning))
        readReasoning(reasoning, completion);
    if (const std::string_view call = member(raw, "toolUse"); isObject(call))
        readCall(call, names, completion);
    if (const std::string_view cited = member(raw, "citationsContent"); isObject(cited))
        readCitations(cited, completion);
}

} // namespace

Result<Completion> readBedrockAnswer(const wire::JsonObject &body, const View &view)
{
    const std::string_view message = member(body.find("output"), "message");
    if (!isArray(member(message, "content")))
        return Failure {brokenAnswer(view, "the answer holds no message")};
    const BedrockToolNames names(view.request);
    Completion completion;
    completion.model = view.upstreamModel; // the answer names none
    JsonItems blocks(member(message, "content"));
    while (blocks.next())
        readBlock(blocks.raw(), names, completion);
    completion.finishReason = finishReasonOfBedrock(textOf(body.find("stopReason")));
    completion.usage = readBedrockUsage(body.find("usage"));
    if (const std::string_view trace = body.find("trace"); isObject(trace)) // what a guardrail found
        completion.rest.emplace_back("trace", trace);
    return completion;
}

} // namespace gatehouse::translate
