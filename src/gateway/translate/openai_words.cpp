// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/openai_words.h"

namespace gatehouse::translate {

void nameReasoning(std::string_view message, Edits &edits)
{
    std::string_view reasoning;
    for (JsonMembers member(message); member.next();) {
        if (member.name() == "reasoning_content")
            return;
        if (member.name() == "reasoning" && isString(member.raw()))
            reasoning = member.raw();
    }
    if (!reasoning.empty())
        edits.prepend(message, "\"reasoning_content\":" + std::string(reasoning));
}

void nameCachedTokens(std::string_view usage, Edits &edits)
{
    constexpr std::string_view name = "prompt_cache_hit_tokens";
    if (usage.find(name) == usage.npos) // a search is quicker than a walk, and only DeepSeek has it
        return;
    const std::string_view hits = member(usage, name);
    if (!hits.empty() && member(usage, "prompt_tokens_details").empty())
        edits.prepend(usage, "\"prompt_tokens_details\":{\"cached_tokens\":" + std::to_string(countOf(hits)) + '}');
}

} // namespace gatehouse::translate
