// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/params.h"
#include "gateway/translate/reasoning_models.h"

namespace gatehouse::translate {

namespace {

// Whether the model knows "minimal", where nothing is known of it: only the first GPT-5 models do.
bool knowsMinimal(const Target &target)
{
    return target.deployment.facts.supports(Capability::EffortMinimal).value_or(familyOf(target) == OpenAiFamily::Gpt5);
}

} // namespace

std::string_view effortFor(const Conversation &conversation, const Target &target)
{
    const ModelFacts &facts = target.deployment.facts;
    std::string_view word = conversation.reasoningEffort;
    const bool isOpenAi = target.deployment.provider.quirks.has(Quirk::OpenAiModels);
    if (conversation.thinkingJson.empty() || !isOpenAi)
        return word;
    if (word == "max" && facts.supports(Capability::EffortMax).value_or(false))
        return word;
    if (word == "max" || word == "xhigh")
        word = facts.supports(Capability::EffortXhigh).value_or(false) ? "xhigh" : "high";
    if (word == "minimal" && !knowsMinimal(target))
        word = "low";
    return facts.supports(Capability::EffortLow).value_or(true) ? word : "high"; // such a model thinks hard or not at all
}

} // namespace gatehouse::translate
