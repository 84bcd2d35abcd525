// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cohere_request.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 14> refusals {"audio", "logit_bias", "logprobs", "modalities", "n", "parallel_tool_calls",
    "prediction", "prompt_cache_key", "prompt_cache_retention", "safety_identifier", "service_tier", "top_logprobs", "verbosity",
    "web_search_options"};
constexpr std::array<std::string_view, 2> thoughts {"reasoning_effort", "thinking"};

} // namespace

bool thinksAtCohere(const Target &target)
{
    return target.model.find("reasoning") != target.model.npos
        || std::any_of(thoughts.begin(), thoughts.end(), [&](std::string_view name) {
               return std::find(target.allowed.begin(), target.allowed.end(), name) != target.allowed.end();
           });
}

Result<> fitToCohere(Members &members, const Target &target)
{
    members.erase("user"); // who asks is none of its parameters, and not worth an error
    // What says no more than what happens anyway.
    if (members.find("n") == "1")
        members.erase("n");
    if (members.find("parallel_tool_calls") == "true")
        members.erase("parallel_tool_calls");
    std::vector<std::string_view> names(refusals.begin(), refusals.end());
    if (!thinksAtCohere(target))
        names.insert(names.end(), thoughts.begin(), thoughts.end());
    return refuse(members, target, names);
}

} // namespace gatehouse::translate
