// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cohere_words.h"

#include "gateway/translate/json_view.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> finishWords {{
    {"COMPLETE", "stop"},
    {"STOP_SEQUENCE", "stop"},
    {"MAX_TOKENS", "length"},
    {"ERROR_LIMIT", "length"}, // the context is full
    {"TOOL_CALL", "tool_calls"},
    {"ERROR_TOXIC", "content_filter"},
}};

} // namespace

std::string finishReasonOfCohere(std::string_view word, bool calls)
{
    const auto row = std::find_if(finishWords.begin(), finishWords.end(), [&](const auto &pair) { return pair.first == word; });
    const std::string_view reason = row == finishWords.end() ? word : row->second;
    return std::string(reason.empty() || (calls && reason == "stop") ? (calls ? "tool_calls" : "stop") : reason);
}

bool isCohereFailure(std::string_view word)
{
    return word == "ERROR" || word == "TIMEOUT" || word == "USER_CANCEL";
}

Usage readCohereUsage(std::string_view raw)
{
    Usage usage;
    if (!isObject(raw))
        return usage;
    const std::string_view tokens = member(raw, "tokens");
    const std::string_view counts = isObject(tokens) ? tokens : member(raw, "billed_units");
    usage.reported = isObject(counts);
    usage.input = countOf(member(counts, "input_tokens"));
    usage.output = countOf(member(counts, "output_tokens"));
    usage.cachedRead = std::min(usage.input, countOf(member(raw, "cached_tokens")));
    return usage;
}

} // namespace gatehouse::translate
