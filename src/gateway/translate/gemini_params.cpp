// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_request.h"

#include "gateway/translate/json_walk.h"

#include <algorithm>
#include <array>
#include <vector>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 7> refusals {
    "logit_bias", "prediction", "prompt_cache_key", "prompt_cache_retention", "safety_identifier", "service_tier", "verbosity"};
// Vertex takes these; LiteLLM does not know that the Gemini API has come to take them too.
constexpr std::array<std::string_view, 2> vertexOnly {"seed", "top_logprobs"};

bool isVertex(const Target &target)
{
    return target.deployment.provider.name.starts_with("vertex_ai");
}

bool hasSeveral(std::string_view array)
{
    JsonWalk walk(array);
    return walk.next() && walk.next();
}

} // namespace

GeminiModel geminiModel(std::string_view model)
{
    GeminiModel result;
    const auto has = [&](std::string_view part) { return model.find(part) != model.npos; };
    result.isFlash = has("flash");
    result.isLite = has("lite");
    result.isPro = has("pro");
    result.speaks = has("-tts");
    result.isGemma = has("gemma");
    constexpr std::string_view name = "gemini-";
    std::size_t at = model.find(name);
    if (at == model.npos)
        return result;
    at += name.size();
    const auto digit = [&](std::size_t place) {
        return place < model.size() && model[place] >= '0' && model[place] <= '9' ? model[place] - '0' : -1;
    };
    if (digit(at) > 0 && digit(at + 1) < 0) {
        result.version = digit(at) * 100;
        if (at + 1 < model.size() && model[at + 1] == '.' && digit(at + 2) > 0)
            result.version += digit(at + 2);
    }
    return result;
}

Result<> fitToGemini(Members &members, const Target &target)
{
    members.erase("user"); // who asks is none of its parameters, and not worth an error
    std::vector<std::string_view> names(refusals.begin(), refusals.end());
    if (!isVertex(target))
        names.insert(names.end(), vertexOnly.begin(), vertexOnly.end());
    if (!geminiModel(target.model).speaks)
        names.emplace_back("audio");
    // It may always call several tools at once; with one tool, or none, that is not worth an error.
    if (members.find("parallel_tool_calls") == "false" && hasSeveral(members.find("tools")))
        names.emplace_back("parallel_tool_calls");
    else
        members.erase("parallel_tool_calls");
    return refuse(members, target, names);
}

} // namespace gatehouse::translate
