// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_words.h"

#include "gateway/translate/json_view.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> finishWords {{
    {"STOP", "stop"},
    {"MAX_TOKENS", "length"},
    {"SAFETY", "content_filter"},
    {"RECITATION", "content_filter"},
    {"BLOCKLIST", "content_filter"},
    {"PROHIBITED_CONTENT", "content_filter"},
    {"SPII", "content_filter"},
    {"LANGUAGE", "content_filter"},
    {"OTHER", "content_filter"},
    {"IMAGE_SAFETY", "content_filter"},
    {"IMAGE_PROHIBITED_CONTENT", "content_filter"},
    {"IMAGE_RECITATION", "content_filter"},
    {"IMAGE_OTHER", "content_filter"},
    {"NO_IMAGE", "content_filter"},
    {"MODEL_ARMOR", "content_filter"},
    {"MALFORMED_FUNCTION_CALL", "malformed_function_call"},
}};

// Of a list of counts for each modality, that for sound.
std::int64_t soundIn(std::string_view details)
{
    std::int64_t sum = 0;
    JsonItems items(details);
    while (items.next()) {
        if (innerOf(member(items.raw(), "modality")) == "AUDIO")
            sum += countOf(member(items.raw(), "tokenCount"));
    }
    return sum;
}

} // namespace

std::string finishReasonOfGemini(std::string_view word, bool calls)
{
    const auto row = std::find_if(finishWords.begin(), finishWords.end(), [&](const auto &pair) { return pair.first == word; });
    const std::string_view reason = row == finishWords.end() ? word : row->second;
    return std::string(calls && (reason.empty() || reason == "stop") ? "tool_calls" : reason);
}

std::string blockReasonOfGemini(std::string_view feedback)
{
    return textOf(member(feedback, "blockReason"));
}

std::string_view eitherMember(std::string_view object, std::string_view camel, std::string_view snake)
{
    const std::string_view raw = member(object, camel);
    return raw.empty() ? member(object, snake) : raw;
}

Usage readGeminiUsage(std::string_view raw)
{
    Usage usage;
    if (!isObject(raw))
        return usage;
    usage.reported = true;
    const std::int64_t prompt = countOf(member(raw, "promptTokenCount"));
    const std::int64_t answer = countOf(member(raw, "candidatesTokenCount"));
    usage.reasoning = countOf(member(raw, "thoughtsTokenCount"));
    usage.input = prompt + countOf(member(raw, "toolUsePromptTokenCount"));
    // Some models count their thoughts among the candidates' tokens; the total tells.
    const bool counted = prompt + answer == countOf(member(raw, "totalTokenCount"));
    usage.output = answer + (counted ? 0 : usage.reasoning);
    usage.reasoning = std::min(usage.reasoning, usage.output);
    usage.cachedRead = std::min(usage.input, countOf(member(raw, "cachedContentTokenCount")));
    usage.audioInput = soundIn(member(raw, "promptTokensDetails"));
    const std::string_view details = member(raw, "candidatesTokensDetails");
    usage.audioOutput = soundIn(details.empty() ? member(raw, "responseTokensDetails") : details);
    return usage;
}

} // namespace gatehouse::translate
