// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/ollama_words.h"

#include "gateway/translate/json_view.h"

namespace gatehouse::translate {

std::string finishReasonOfOllama(std::string_view word, bool calls)
{
    // load and unload: the model was (un)loaded and nothing was asked.
    const bool isPlain = word.empty() || word == "stop" || word == "load" || word == "unload";
    return isPlain ? (calls ? "tool_calls" : "stop") : std::string(word);
}

Usage readOllamaUsage(const wire::JsonObject &answer)
{
    Usage usage;
    usage.reported = answer.has("prompt_eval_count") || answer.has("eval_count");
    usage.input = countOf(answer.find("prompt_eval_count"));
    usage.output = countOf(answer.find("eval_count"));
    return usage;
}

} // namespace gatehouse::translate
