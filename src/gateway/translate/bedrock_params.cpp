// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_models.h"
#include "gateway/translate/bedrock_request.h"
#include "gateway/translate/reasoning_models.h"

#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 14> refusals {"n", "audio", "frequency_penalty", "presence_penalty", "logit_bias", "seed",
    "logprobs", "top_logprobs", "modalities", "prediction", "prompt_cache_key", "prompt_cache_retention", "safety_identifier",
    "verbosity"};

bool reasonsAtBedrock(const BedrockModel &model, std::string_view name)
{
    return model.takesReasoning && (!model.isClaude() || claudeModel(name).thinks());
}

} // namespace

Result<> fitToBedrock(Members &members, const Target &target)
{
    const BedrockModel model = bedrockModel(target.model);
    members.erase("user"); // who asks is none of its parameters, and not worth an error
    // What says no more than what happens anyway.
    if (members.find("n") == "1")
        members.erase("n");
    if (members.find("parallel_tool_calls") == "true")
        members.erase("parallel_tool_calls");
    const std::string_view choice = members.find("tool_choice");
    if (choice == "\"auto\"" && !model.takesToolChoice)
        members.erase("tool_choice");
    std::vector<std::string_view> names(refusals.begin(), refusals.end());
    if (!model.takesToolChoice || choice == "\"none\"")
        names.emplace_back("tool_choice");
    if (!model.takesTools)
        names.insert(names.end(), {"tools", "functions"});
    if (!model.isClaude())
        names.emplace_back("parallel_tool_calls");
    if (!model.isNova())
        names.emplace_back("web_search_options");
    if (!reasonsAtBedrock(model, target.model))
        names.insert(names.end(), {"thinking", "reasoning_effort"});
    return refuse(members, target, names);
}

} // namespace gatehouse::translate
