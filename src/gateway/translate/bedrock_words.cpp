// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_words.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

// Those that Anthropic's API does not have: see finishReasonOf() for the others.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> ownWords {{
    {"", "stop"},
    {"guardrail_intervened", "content_filter"},
    {"content_filtered", "content_filter"},
    {"malformed_model_output", "stop"},
    {"malformed_tool_use", "stop"},
}};

} // namespace

std::string finishReasonOfBedrock(std::string_view stopReason)
{
    const auto row = std::find_if(ownWords.begin(), ownWords.end(), [&](const auto &pair) { return pair.first == stopReason; });
    return row == ownWords.end() ? finishReasonOf(stopReason) : std::string(row->second);
}

Usage readBedrockUsage(std::string_view raw)
{
    Usage usage;
    if (!isObject(raw))
        return usage;
    usage.reported = true;
    usage.cachedRead = countOf(member(raw, "cacheReadInputTokens"));
    usage.cacheWrite = countOf(member(raw, "cacheWriteInputTokens"));
    usage.input = countOf(member(raw, "inputTokens")) + usage.cachedRead + usage.cacheWrite; // it counts them beside
    usage.output = countOf(member(raw, "outputTokens"));
    JsonItems details(member(raw, "cacheDetails"));
    while (details.next()) {
        const bool isHour = innerOf(member(details.raw(), "ttl")) == "1h";
        (isHour ? usage.cacheWrite1h : usage.cacheWrite5m) += countOf(member(details.raw(), "inputTokens"));
    }
    return usage;
}

} // namespace gatehouse::translate
