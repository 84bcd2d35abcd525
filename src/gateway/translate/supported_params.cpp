// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/supported_params.h"

#include "gateway/translate/dialects.h"
#include "gateway/translate/reasoning_models.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

/// A parameter with a value that asks for something: n of 1 asks for nothing.
struct Probe {
    std::string_view name, value;
};

// In LiteLLM's order.
constexpr std::array chatProbes {
    Probe {"frequency_penalty", "0.5"},
    Probe {"logit_bias", R"({"1":1})"},
    Probe {"logprobs", "true"},
    Probe {"top_logprobs", "1"},
    Probe {"max_tokens", "10"},
    Probe {"max_completion_tokens", "10"},
    Probe {"modalities", R"(["text"])"},
    Probe {"prediction", "{}"},
    Probe {"n", "2"},
    Probe {"presence_penalty", "0.5"},
    Probe {"seed", "1"},
    Probe {"stop", R"("x")"},
    Probe {"stream", "true"},
    Probe {"stream_options", "{}"},
    Probe {"temperature", "1"},
    Probe {"top_p", "0.5"},
    Probe {"tools", "[]"},
    Probe {"tool_choice", R"("auto")"},
    Probe {"function_call", R"("auto")"},
    Probe {"functions", "[]"},
    Probe {"max_retries", "1"},
    Probe {"extra_headers", "{}"},
    Probe {"parallel_tool_calls", "true"},
    Probe {"audio", "{}"},
    Probe {"web_search_options", "{}"},
    Probe {"service_tier", R"("auto")"},
    Probe {"safety_identifier", R"("x")"},
    Probe {"prompt_cache_key", R"("x")"},
    Probe {"prompt_cache_retention", R"("24h")"},
    Probe {"store", "true"},
    Probe {"response_format", R"({"type":"json_object"})"},
    Probe {"user", R"("x")"},
    Probe {"verbosity", R"("low")"},
    Probe {"thinking", R"({"type":"enabled","budget_tokens":1024})"},
    Probe {"reasoning_effort", R"("low")"},
};

// What the gateway itself answers to, whatever the provider is like.
constexpr std::array<std::string_view, 5> ours {"stream", "stream_options", "max_retries", "extra_headers", "store"};
// The older way of saying tools, which is passed on only as it is.
constexpr std::array<std::string_view, 2> older {"function_call", "functions"};
// What may be sent to a model under openai/ that nobody knows, but is not promised of it: LiteLLM's list ends before these.
constexpr std::array<std::string_view, 4> unpromised {"user", "verbosity", "thinking", "reasoning_effort"};

constexpr std::array<std::string_view, 3> embeddingParams {"dimensions", "encoding_format", "user"};
constexpr std::array<std::string_view, 4> rerankParams {"top_n", "return_documents", "rank_fields", "max_chunks_per_doc"};

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isTaken(const Probe &probe, const Target &target)
{
    const bool isOpenAi = target.dialect == Dialect::OpenAiChat;
    if (isOneOf(ours, probe.name))
        return true;
    if (!isOpenAi && isOneOf(older, probe.name))
        return false;
    if (target.deployment.provider.isOpenAi && familyOf(target) == OpenAiFamily::Unknown && isOneOf(unpromised, probe.name))
        return false;
    const auto fit = isOpenAi ? fitToOpenAi : row(target.dialect).fit;
    if (!fit)
        return true;
    Members members;
    members.set(probe.name, std::string(probe.value));
    return fit(members, target) && !members.empty();
}

} // namespace

std::vector<std::string_view> supportedParams(const Deployment &deployment, std::string_view model, Operation operation)
{
    if (operation == Operation::Embedding)
        return {embeddingParams.begin(), embeddingParams.end()};
    if (operation == Operation::Rerank)
        return {rerankParams.begin(), rerankParams.end()};
    if (operation != Operation::Chat)
        return {};
    const Target target {deployment, model, deployment.provider.dialect, false};
    std::vector<std::string_view> names;
    for (const Probe &probe : chatProbes) {
        if (isTaken(probe, target))
            names.push_back(probe.name);
    }
    return names;
}

} // namespace gatehouse::translate
