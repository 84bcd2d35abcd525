// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/params.h"

#include "gateway/translate/json_walk.h"
#include "gateway/translate/reasoning_models.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

struct Refusal {
    OpenAiFamily family;
    std::string_view name;
};

// What OpenAI's own models refuse. The gpt-5.1 line takes sampling parameters while reasoning is off: see samplingIsOff().
constexpr std::array openAiRefusals {
    Refusal {OpenAiFamily::Classic, "reasoning_effort"},
    Refusal {OpenAiFamily::Classic, "thinking"},
    Refusal {OpenAiFamily::OSeries, "frequency_penalty"},
    Refusal {OpenAiFamily::OSeries, "logprobs"},
    Refusal {OpenAiFamily::OSeries, "presence_penalty"},
    Refusal {OpenAiFamily::OSeries, "thinking"},
    Refusal {OpenAiFamily::OSeries, "top_logprobs"},
    Refusal {OpenAiFamily::OSeries, "top_p"},
    Refusal {OpenAiFamily::Gpt5, "audio"},
    Refusal {OpenAiFamily::Gpt5, "frequency_penalty"},
    Refusal {OpenAiFamily::Gpt5, "logit_bias"},
    Refusal {OpenAiFamily::Gpt5, "logprobs"},
    Refusal {OpenAiFamily::Gpt5, "modalities"},
    Refusal {OpenAiFamily::Gpt5, "prediction"},
    Refusal {OpenAiFamily::Gpt5, "presence_penalty"},
    Refusal {OpenAiFamily::Gpt5, "stop"},
    Refusal {OpenAiFamily::Gpt5, "thinking"},
    Refusal {OpenAiFamily::Gpt5, "top_logprobs"},
    Refusal {OpenAiFamily::Gpt5, "top_p"},
    Refusal {OpenAiFamily::Gpt5, "web_search_options"},
    Refusal {OpenAiFamily::Gpt5Optional, "audio"},
    Refusal {OpenAiFamily::Gpt5Optional, "frequency_penalty"},
    Refusal {OpenAiFamily::Gpt5Optional, "logit_bias"},
    Refusal {OpenAiFamily::Gpt5Optional, "modalities"},
    Refusal {OpenAiFamily::Gpt5Optional, "prediction"},
    Refusal {OpenAiFamily::Gpt5Optional, "presence_penalty"},
    Refusal {OpenAiFamily::Gpt5Optional, "stop"},
    Refusal {OpenAiFamily::Gpt5Optional, "thinking"},
    Refusal {OpenAiFamily::Gpt5Optional, "web_search_options"},
};

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

bool isAllowed(const Target &target, std::string_view name)
{
    return std::find(target.allowed.begin(), target.allowed.end(), name) != target.allowed.end();
}

Failure<Error> wrongTemperature(OpenAiFamily family, std::string_view value)
{
    const std::string text(value);
    if (family == OpenAiFamily::OSeries)
        return {{Fault::UnsupportedParams,
            "O-series models don't support temperature=" + text
                + ". Only temperature=1 is supported. To drop unsupported openai params from the call, set "
                  "`litellm.drop_params = True`"}};
    return {{Fault::UnsupportedParams,
        "gpt-5 models (including gpt-5-codex) don't support temperature=" + text
            + ". Only temperature=1 is supported. For gpt-5.1, temperature is supported when reasoning_effort='none' (or not "
              "specified, as it defaults to 'none'). To drop unsupported params set `litellm.drop_params = True`"}};
}

bool isReasoningOff(const Members &members)
{
    const std::string_view effort = members.find("reasoning_effort");
    return wire::jsonIsNull(effort) || effort == "\"none\"";
}

Result<> fitTemperature(Members &members, const Target &target, OpenAiFamily family)
{
    const std::string_view value = members.find("temperature");
    const auto number = wire::jsonNumber(value);
    if (wire::jsonIsNull(value) || number == 1.0 || (family == OpenAiFamily::Gpt5Optional && isReasoningOff(members)))
        return {};
    if (!target.dropParams)
        return wrongTemperature(family, value.substr(0, 40));
    members.erase("temperature");
    return {};
}

void renameMaxTokens(Members &members)
{
    if (members.has("max_tokens"))
        members.offer("max_completion_tokens", members.find("max_tokens"));
    members.erase("max_tokens");
}

std::vector<std::string_view> refusedBy(OpenAiFamily family, const Members &members)
{
    std::vector<std::string_view> names;
    for (const Refusal &row : openAiRefusals) {
        if (row.family == family)
            names.push_back(row.name);
    }
    if (family == OpenAiFamily::Gpt5Optional && !isReasoningOff(members))
        names.insert(names.end(), {"logprobs", "top_logprobs", "top_p"});
    return names;
}

bool isWordOf(std::string_view list, std::string_view word)
{
    for (std::size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' '))
            return true;
    }
    return false;
}

// What the provider's row in the table says it does not take. One answer and no choice are what every provider gives.
std::vector<std::string_view> notTaken(Members &members, const ProviderTraits &provider)
{
    std::vector<std::string_view> names;
    if (provider.takes.empty() && provider.refuses.empty() && !provider.quirks.has(Quirk::SimpleToolChoice))
        return names;
    if (members.find("n") == "1")
        members.erase("n");
    for (const std::string_view name : openAiParams()) {
        if ((!provider.takes.empty() && !isWordOf(provider.takes, name)) || isWordOf(provider.refuses, name))
            names.push_back(name);
    }
    const std::string_view choice = members.find("tool_choice");
    if (provider.quirks.has(Quirk::SimpleToolChoice) && choice != "\"auto\"" && choice != "\"none\"")
        names.emplace_back("tool_choice");
    return names;
}

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

Result<> fitToOpenAi(Members &members, const Target &target)
{
    const ProviderTraits &provider = target.deployment.provider;
    if (provider.quirks.has(Quirk::NoUser))
        members.erase("user");
    if (auto result = refuse(members, target, notTaken(members, provider)); !result)
        return result;
    const OpenAiFamily family = provider.quirks.has(Quirk::OpenAiModels) ? openAiFamily(target.model) : OpenAiFamily::Unknown;
    if (family == OpenAiFamily::Unknown)
        return {};
    if (auto result = refuse(members, target, refusedBy(family, members)); !result)
        return result;
    if (family == OpenAiFamily::Classic)
        return {};
    renameMaxTokens(members);
    return fitTemperature(members, target, family);
}

Result<> fitToAnthropic(Members &members, const Target &target)
{
    if (members.find("n") == "1")
        members.erase("n");
    std::vector<std::string_view> names(anthropicRefusals.begin(), anthropicRefusals.end());
    if (!claudeModel(target.model).thinks())
        names.insert(names.end(), {"thinking", "reasoning_effort"});
    return refuse(members, target, names);
}

} // namespace gatehouse::translate
