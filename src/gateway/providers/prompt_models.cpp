// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/prompt_models.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

constexpr std::array<std::string_view, 3> prompted {"gpt-3.5-turbo-instruct", "davinci", "babbage"};
constexpr std::array<std::string_view, 8> chatting {"gpt-", "chatgpt-", "o1", "o3", "o4", "o5", "codex-", "computer-use"};

template <std::size_t N> bool beginsWithOne(std::string_view name, const std::array<std::string_view, N> &beginnings)
{
    return std::any_of(
        beginnings.begin(), beginnings.end(), [&](std::string_view beginning) { return name.starts_with(beginning); });
}

// "gpt-4o" of "openai/gpt-4o" and of "ft:gpt-4o:acme::1".
std::string_view plainName(std::string_view model)
{
    model.remove_prefix(model.rfind('/') == std::string_view::npos ? 0 : model.rfind('/') + 1);
    if (model.starts_with("ft:"))
        model.remove_prefix(3);
    return model;
}

} // namespace

bool continuesPrompts(const Deployment &deployment, std::string_view asked)
{
    if (const std::string &mode = deployment.mode.empty() ? deployment.facts.mode : deployment.mode; !mode.empty())
        return mode == "completion";
    const std::string_view name = plainName(deployment.isWildcard() ? asked : std::string_view(deployment.model));
    if (beginsWithOne(name, prompted))
        return true;
    // A deployment of Azure has the name its owner gave it; conversations are what most of them hold.
    return deployment.provider.name == "openai" && !beginsWithOne(name, chatting);
}

} // namespace gatehouse::providers
