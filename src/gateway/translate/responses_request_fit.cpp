// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What lies around the reading of a Responses request: what came before it, what its provider can serve, and how it is passed on.
#include "gateway/translate/dialects.h"
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/responses_door.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Tools that OpenAI runs itself, or that only its models know how to call. Any other that is no function is taken for one of the
// provider's own.
constexpr std::array<std::string_view, 12> openAiTools {"apply_patch", "code_interpreter", "computer", "computer_use_preview",
    "custom", "file_search", "image_generation", "local_shell", "mcp", "namespace", "shell", "tool_search"};

std::string typeOf(const Tool &tool)
{
    return tool.otherJson.empty() ? std::string() : textOf(member(tool.otherJson, "type"));
}

bool isOpenAiTool(const Tool &tool)
{
    return std::binary_search(openAiTools.begin(), openAiTools.end(), typeOf(tool));
}

// What a deployment's defaults, which are in the words of chat completions, are called here; empty = they have no place.
std::string_view responsesName(std::string_view name)
{
    static constexpr std::array<std::string_view, 14> same {"include", "instructions", "metadata", "parallel_tool_calls",
        "prompt_cache_key", "safety_identifier", "service_tier", "store", "temperature", "text", "top_logprobs", "top_p",
        "truncation", "user"};
    if (name == "max_tokens" || name == "max_completion_tokens")
        return "max_output_tokens";
    return std::binary_search(same.begin(), same.end(), name) || name == "reasoning" ? name : std::string_view();
}

} // namespace

Result<> fitFromResponses(Conversation &conversation, const Target &target)
{
    for (const Tool &tool : conversation.tools) {
        if (isOpenAiTool(tool) && !target.dropParams)
            return Failure {Error {Fault::BadRequest,
                "tools: '" + typeOf(tool) + "' is run by OpenAI's own models; " + target.deployment.provider.title
                    + " has none like it. Set drop_params to leave it out"}};
    }
    std::erase_if(conversation.tools, isOpenAiTool);
    Members words;
    for (const auto &[name, raw] : conversation.rest)
        words.offer(name, raw);
    static constexpr std::array<std::string_view, 1> lost {"top_logprobs"}; // answers bring none back on this way
    if (auto refused = refuse(words, target, lost); !refused)
        return refused;
    const auto fit = row(target.dialect).fit;
    if (fit) {
        if (auto fitted = fit(words, target); !fitted)
            return fitted;
    }
    std::erase_if(conversation.rest, [&](const auto &member) { return words.find(member.first).empty(); });
    return {};
}

namespace {

// What a provider with a store of its own can be told of items that were never in it: not their ids, and no thoughts but its own.
std::string portable(std::string_view items)
{
    std::string result;
    JsonItems walk(items);
    while (walk.next()) {
        if (innerOf(member(walk.raw(), "type")) == "reasoning")
            continue;
        result += result.empty() ? "" : ",";
        result += withoutPath(walk.raw(), "id").value_or(std::string(walk.raw()));
    }
    return result;
}

} // namespace

void continueEarlier(Members &members, const wire::Call &call, Dialect to)
{
    if (!call.previousId.empty())
        members.set("previous_response_id", wire::JsonWriter().string(call.previousId).take());
    if (call.earlierItems.empty())
        return;
    std::string items = to == Dialect::OpenAiResponses ? portable("[" + call.earlierItems + "]") : call.earlierItems;
    const auto add = [&items](std::string_view item) {
        items += items.empty() ? "" : ",";
        items += item;
    };
    const std::string_view input = members.find("input");
    if (isString(input))
        add(R"({"role":"user","content":)" + std::string(input) + "}");
    for (JsonItems walk(input); walk.next();)
        add(walk.raw());
    members.set("input", "[" + items + "]");
    members.erase("previous_response_id");
}

Result<> relayResponsesRequest(Members &members, const Target &target)
{
    for (const auto &[name, raw] : target.deployment.defaults) {
        if (const std::string_view here = responsesName(name); !here.empty())
            members.offer(here, raw);
        if (name == "reasoning_effort" && isString(raw) && !members.has("reasoning"))
            members.set("reasoning", R"({"effort":)" + raw + "}");
    }
    return {};
}

} // namespace gatehouse::translate
