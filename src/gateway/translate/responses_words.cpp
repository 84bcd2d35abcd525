// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/responses_words.h"

#include "gateway/translate/json_view.h"

namespace gatehouse::translate {

std::optional<std::string> finishReasonOfResponse(std::string_view response, bool called)
{
    const std::string_view status = innerOf(member(response, "status"));
    if (status == "incomplete") {
        const std::string_view reason = innerOf(member(response, {"incomplete_details", "reason"}));
        return reason == "content_filter" ? "content_filter" : "length"; // whatever else cuts an answer, it is not all of it
    }
    if (!status.empty() && status != "completed") // compatible servers may leave it out
        return std::nullopt;
    return called ? "tool_calls" : "stop";
}

Usage readResponsesUsage(std::string_view raw)
{
    Usage usage;
    if (!isObject(raw))
        return usage;
    usage.reported = true;
    usage.input = countOf(member(raw, "input_tokens"));
    usage.output = countOf(member(raw, "output_tokens"));
    usage.cachedRead = countOf(member(raw, {"input_tokens_details", "cached_tokens"}));
    usage.reasoning = countOf(member(raw, {"output_tokens_details", "reasoning_tokens"}));
    return usage;
}

std::string reasoningSignature(std::string_view encryptedContent)
{
    return std::string(reasoningMark).append(encryptedContent);
}

std::optional<std::string_view> encryptedReasoning(std::string_view signature)
{
    if (!signature.starts_with(reasoningMark))
        return std::nullopt;
    return signature.substr(reasoningMark.size());
}

} // namespace gatehouse::translate
