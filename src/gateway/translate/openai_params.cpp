// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/params.h"
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
    Refusal {OpenAiFamily::Classic, "verbosity"},
    Refusal {OpenAiFamily::OSeries, "frequency_penalty"},
    Refusal {OpenAiFamily::OSeries, "logprobs"},
    Refusal {OpenAiFamily::OSeries, "presence_penalty"},
    Refusal {OpenAiFamily::OSeries, "thinking"},
    Refusal {OpenAiFamily::OSeries, "top_logprobs"},
    Refusal {OpenAiFamily::OSeries, "top_p"},
    Refusal {OpenAiFamily::OSeries, "verbosity"},
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

struct EffortWord {
    std::string_view raw; ///< JSON
    Capability needs;
};
constexpr std::array effortWords {
    EffortWord {R"("none")", Capability::EffortNone},
    EffortWord {R"("minimal")", Capability::EffortMinimal},
    EffortWord {R"("low")", Capability::EffortLow},
    EffortWord {R"("xhigh")", Capability::EffortXhigh},
    EffortWord {R"("max")", Capability::EffortMax},
};

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

std::vector<std::string_view> refusedBy(OpenAiFamily family, const Members &members, const Target &target)
{
    const bool searches = target.model.find("-search") != target.model.npos;
    std::vector<std::string_view> names;
    names.reserve(openAiRefusals.size() / 2); // more than any family has
    for (const Refusal &row : openAiRefusals) {
        if (row.family == family && !(searches && row.name == "web_search_options"))
            names.push_back(row.name);
    }
    if (family == OpenAiFamily::Gpt5Optional && !isReasoningOff(members))
        names.insert(names.end(), {"logprobs", "top_logprobs", "top_p"});
    return names;
}

// Words that only some models know. What is not known of a model, the provider says.
Result<> fitEffort(Members &members, const Target &target)
{
    const std::string_view value = members.find("reasoning_effort");
    const auto word =
        std::find_if(effortWords.begin(), effortWords.end(), [&](const EffortWord &row) { return row.raw == value; });
    if (word == effortWords.end() || target.deployment.facts.supports(word->needs).value_or(true)
        || isAllowed(target, "reasoning_effort"))
        return {};
    if (!target.dropParams) {
        return Failure {Error {Fault::UnsupportedParams,
            target.deployment.provider.name + " does not support reasoning_effort=" + std::string(value)
                + ", for model=" + std::string(target.model)
                + ". To drop it, set `litellm.drop_params=True` or for proxy:\n\n`litellm_settings:\n drop_params: true`"}};
    }
    members.erase("reasoning_effort");
    return {};
}

// A model that calls one tool at a time need not be told so.
Result<> fitParallelCalls(Members &members, const Target &target)
{
    if (target.deployment.facts.supports(Capability::ParallelFunctionCalling).value_or(true))
        return {};
    if (members.find("parallel_tool_calls") == "false")
        members.erase("parallel_tool_calls");
    constexpr std::array<std::string_view, 1> names {"parallel_tool_calls"};
    return refuse(members, target, names);
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

OpenAiFamily familyOf(const Target &target)
{
    if (!target.deployment.provider.quirks.has(Quirk::OpenAiModels))
        return OpenAiFamily::Unknown;
    const ModelFacts &facts = target.deployment.facts;
    const OpenAiFamily named = openAiFamily(target.model);
    const auto mayStop = facts.supports(Capability::EffortNone);
    if (named == OpenAiFamily::Gpt5Optional && !mayStop.value_or(true))
        return OpenAiFamily::Gpt5;
    if (named != OpenAiFamily::Unknown || !facts.supports(Capability::Reasoning).value_or(false))
        return named;
    if (!mayStop && !facts.supports(Capability::EffortMinimal))
        return OpenAiFamily::OSeries;
    return mayStop.value_or(false) ? OpenAiFamily::Gpt5Optional : OpenAiFamily::Gpt5;
}

bool reasons(const Target &target)
{
    const OpenAiFamily family = familyOf(target);
    return family == OpenAiFamily::Unknown ? reasons(target.model) : family != OpenAiFamily::Classic;
}

Result<> fitToOpenAi(Members &members, const Target &target)
{
    const ProviderTraits &provider = target.deployment.provider;
    if (provider.quirks.has(Quirk::NoUser))
        members.erase("user");
    if (auto result = refuse(members, target, notTaken(members, provider)); !result)
        return result;
    const OpenAiFamily family = familyOf(target);
    if (family == OpenAiFamily::Unknown)
        return {};
    if (auto result = refuse(members, target, refusedBy(family, members, target)); !result)
        return result;
    if (auto result = fitEffort(members, target); !result)
        return result;
    if (auto result = fitParallelCalls(members, target); !result)
        return result;
    if (family == OpenAiFamily::Classic)
        return {};
    renameMaxTokens(members);
    return fitTemperature(members, target, family);
}

} // namespace gatehouse::translate
