// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_request.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

/// How many tokens a model may think with.
struct Range {
    std::int64_t least, most;
    bool mayBeNone;
};

Range rangeOf(const GeminiModel &model)
{
    if (model.isLite)
        return {512, 24576, true};
    return model.isPro ? Range {128, 32768, false} : Range {1, 24576, true};
}

// How hard to think, in OpenAI's words: as it was said, or what a budget comes to.
std::string_view effortOf(const Conversation &conversation, std::int64_t budget)
{
    if (budget < 0)
        return conversation.reasoningEffort;
    return budget == 0 ? "none" : budget >= 10000 ? "high" : budget >= 5000 ? "medium" : budget >= 2000 ? "low" : "minimal";
}

bool isOff(std::string_view effort)
{
    return effort == "none" || effort == "disable";
}

// LiteLLM's figures; what is beyond "high" has none.
std::int64_t budgetOf(std::string_view effort, const Range &range)
{
    if (isOff(effort))
        return range.mayBeNone ? 0 : range.least;
    return effort == "minimal" ? range.least : effort == "low" ? 1024 : effort == "medium" ? 2048 : 4096;
}

std::string_view levelOf(std::string_view effort, const GeminiModel &model)
{
    if (isOff(effort) || effort == "minimal")
        return model.isPro ? "low" : "minimal";
    if (effort == "medium")
        return model.isPro && model.version == 300 ? "high" : "medium"; // the first of them knows two levels
    return effort == "low" ? "low" : "high";
}

} // namespace

std::string writeGeminiThinking(const Conversation &conversation, std::string_view name)
{
    const Members thinking(conversation.thinkingJson);
    std::int64_t budget = thinking.has("budget_tokens") ? countOf(thinking.find("budget_tokens")) : -1;
    if (innerOf(thinking.find("type")) == "disabled")
        budget = 0;
    const std::string_view effort = effortOf(conversation, budget);
    if (effort.empty()) // thinking alone leaves to the model how long
        return innerOf(thinking.find("type")) == "enabled" ? "{\"includeThoughts\":true}" : "";
    const GeminiModel model = geminiModel(name);
    wire::JsonWriter json;
    json.beginObject().key("includeThoughts").boolean(!isOff(effort));
    if (model.isThree())
        return json.key("thinkingLevel").string(levelOf(effort, model)).endObject().take();
    const Range range = rangeOf(model);
    const bool said = budget > 0;
    json.key("thinkingBudget").number(said ? std::clamp(budget, range.least, range.most) : budgetOf(effort, range));
    return json.endObject().take();
}

} // namespace gatehouse::translate
