// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/params.h"

#include "gateway/translate/json_walk.h"
#include "gateway/translate/reasoning_models.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Parameters of OpenAI's chat completions for which Anthropic has nothing. "n" is fine as long as it is 1.
constexpr std::array<std::string_view, 15> anthropicRefusals {"audio", "frequency_penalty", "logit_bias", "logprobs",
    "modalities", "n", "prediction", "presence_penalty", "prompt_cache_key", "prompt_cache_retention", "safety_identifier",
    "seed", "service_tier", "top_logprobs", "verbosity"};

// OpenAI's words for what Anthropic says in its own.
constexpr std::array<std::string_view, 13> otherWords {"function_call", "functions", "max_completion_tokens",
    "parallel_tool_calls", "reasoning_effort", "response_format", "stop", "stream_options", "tool_choice", "tools", "user",
    "web_search_options", "messages"};

// Each place inside a member costs a copy of the member, and the list is the client's: it may not be as long as it likes.
constexpr int mostPlaces = 64;

} // namespace

const std::vector<std::string_view> &openAiParams()
{
    static const std::vector<std::string_view> names {"audio", "frequency_penalty", "function_call", "functions", "logit_bias",
        "logprobs", "max_completion_tokens", "max_tokens", "modalities", "n", "parallel_tool_calls", "prediction",
        "presence_penalty", "prompt_cache_key", "prompt_cache_retention", "reasoning_effort", "response_format",
        "safety_identifier", "seed", "service_tier", "stop", "temperature", "thinking", "tool_choice", "tools", "top_logprobs",
        "top_p", "verbosity", "web_search_options"};
    return names;
}

bool isAllowed(const Target &target, std::string_view name)
{
    return std::find(target.allowed.begin(), target.allowed.end(), name) != target.allowed.end();
}

Result<> refuse(Members &members, const Target &target, std::span<const std::string_view> names)
{
    std::vector<std::string> refused;
    for (const std::string_view name : names) {
        if (isAllowed(target, name))
            continue;
        if (members.has(name) && !target.dropParams)
            refused.emplace_back(name);
        else
            members.erase(name);
    }
    if (!refused.empty())
        return Failure {unsupported(refused, target)};
    return {};
}

Error unsupported(const std::vector<std::string> &names, const Target &target)
{
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "'" : ", '") + name + '\'';
    return {Fault::UnsupportedParams,
        target.deployment.provider.name + " does not support parameters: [" + list + "], for model=" + std::string(target.model)
            + ". To drop these, set `litellm.drop_params=True` or for proxy:\n\n`litellm_settings:\n drop_params: true`\n. \n "
              "If you want to use these params dynamically send allowed_openai_params=["
            + list + "] in your request."};
}

// OpenAI refuses a user of more than 64 characters; Anthropic's clients send some of 130.
std::string_view fittedUser(std::string_view user, const Target &target)
{
    std::size_t size =
        target.deployment.provider.quirks.has(Quirk::OpenAiModels) ? std::min<std::size_t>(user.size(), 64) : user.size();
    while (size > 0 && size < user.size() && (static_cast<unsigned char>(user[size]) & 0xC0) == 0x80)
        --size;
    return user.substr(0, size);
}

bool isOpenAiOnly(std::string_view name)
{
    return std::find(anthropicRefusals.begin(), anthropicRefusals.end(), name) != anthropicRefusals.end()
        || std::find(otherWords.begin(), otherWords.end(), name) != otherWords.end();
}

void dropListed(Members &members, const std::vector<std::string> &paths)
{
    std::vector<std::string_view> names;
    int places = 0;
    for (const std::string_view path : paths) {
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        if (end == path.size()) {
            names.push_back(path);
        } else if (++places <= mostPlaces) {
            if (auto rest = withoutPath(members.find(path.substr(0, end)), path.substr(end)))
                members.set(path.substr(0, end), std::move(*rest));
        }
    }
    std::sort(names.begin(), names.end());
    if (!names.empty())
        members.eraseIf([&](std::string_view name) { return std::binary_search(names.begin(), names.end(), name); });
}

Result<> fitToAnthropic(Members &members, const Target &target)
{
    if (members.find("n") == "1")
        members.erase("n");
    std::vector<std::string_view> names(anthropicRefusals.begin(), anthropicRefusals.end());
    if (!target.deployment.facts.supports(Capability::SamplingParams).value_or(true)) {
        for (const std::string_view name : {"temperature", "top_p"}) {
            if (wire::jsonNumber(members.find(name)) == 1.0) // says no more than what happens anyway
                members.erase(name);
        }
        names.insert(names.end(), {"temperature", "top_p", "top_k"});
    }
    if (!claudeModel(target.model).thinks())
        names.insert(names.end(), {"thinking", "reasoning_effort"});
    return refuse(members, target, names);
}

} // namespace gatehouse::translate
