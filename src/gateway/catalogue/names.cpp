// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/names.h"

#include <algorithm>
#include <array>

namespace gatehouse::catalogue {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Ways of calling a model that stand before its name, by provider.
struct Route {
    std::string_view provider, prefix;
};
constexpr std::array routes {
    Route {"bedrock", "converse/"},
    Route {"bedrock", "converse_like/"},
    Route {"bedrock", "invoke/"},
    Route {"bedrock", "async_invoke/"},
    Route {"bedrock", "openai/"},
    Route {"azure", "o_series/"},
    Route {"azure", "gpt5_series/"},
    Route {"azure", "responses/"},
    Route {"openai", "responses/"},
    Route {"vertex_ai", "openai/"},
};

// Bedrock's inference profiles: the model in one region's name.
constexpr std::array<std::string_view, 9> profiles {"us.", "eu.", "apac.", "global.", "jp.", "au.", "ca.", "us-gov.", "sa."};

std::string_view withoutRoute(std::string_view provider, std::string_view model)
{
    for (const Route &route : routes) {
        if (provider.starts_with(route.provider) && model.starts_with(route.prefix))
            return model.substr(route.prefix.size());
    }
    return model;
}

std::string_view withoutProfile(std::string_view provider, std::string_view model)
{
    if (!provider.starts_with("bedrock"))
        return model;
    // "us-east-1/anthropic.claude-…": the region before a slash.
    if (const std::size_t slash = model.find('/'); slash != std::string_view::npos && model.find('.') > slash)
        model.remove_prefix(slash + 1);
    for (const std::string_view profile : profiles) {
        if (model.starts_with(profile))
            return model.substr(profile.size());
    }
    return model;
}

// "ft:gpt-4o-2024-08-06:acme::id" is priced as "ft:gpt-4o-2024-08-06".
std::string_view withoutOwner(std::string_view model)
{
    constexpr std::string_view mark = "ft:";
    if (!model.starts_with(mark))
        return model;
    return model.substr(0, model.find(':', mark.size()));
}

// A provider's second name, under which it takes other requests.
struct SecondName {
    std::string_view name, family;
};
constexpr std::array secondNames {
    SecondName {"anthropic_text", "anthropic"},
    SecondName {"azure_text", "azure"},
    SecondName {"bedrock_converse", "bedrock"},
    SecondName {"cohere_chat", "cohere"},
    SecondName {"ollama_chat", "ollama"},
    SecondName {"sagemaker_chat", "sagemaker"},
    SecondName {"text-completion-openai", "openai"},
    SecondName {"vertex_ai_beta", "vertex_ai"},
    SecondName {"watsonx_text", "watsonx"},
};

std::string_view family(std::string_view provider)
{
    for (const SecondName &second : secondNames) {
        if (second.name == provider)
            return second.family;
    }
    // "vertex_ai-anthropic_models" and "fireworks_ai-embedding-models" are lists of one provider.
    const bool isList = provider.ends_with("models");
    return isList ? provider.substr(0, provider.find('-')) : provider;
}

bool fits(std::string_view text, std::string_view pattern)
{
    return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char wanted) {
        return wanted == '#' ? isDigit(c) : c == wanted;
    });
}

void add(std::vector<std::string> &names, std::string_view provider, std::string_view model)
{
    const std::string behind = "/" + std::string(model);
    for (std::string name : {std::string(provider) + behind, std::string(family(provider)) + behind, std::string(model)}) {
        if (!model.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
}

} // namespace

std::string_view withoutDate(std::string_view name)
{
    // # stands for a digit.
    static constexpr std::array<std::string_view, 8> endings {
        "-####-##-##", "-########", "@########", ":#", "-v#", "-latest", "@default", "@latest"};
    for (const std::string_view ending : endings) {
        if (name.size() > ending.size() && fits(name.substr(name.size() - ending.size()), ending))
            return name.substr(0, name.size() - ending.size());
    }
    return {};
}

std::vector<std::string> candidates(std::string_view provider, std::string_view model)
{
    std::vector<std::string> names;
    add(names, provider, model);
    const std::string_view routed = withoutRoute(provider, model);
    add(names, provider, routed);
    const std::string_view plain = withoutOwner(withoutProfile(provider, routed));
    add(names, provider, plain);
    for (std::string_view undated = withoutDate(plain); !undated.empty(); undated = withoutDate(undated))
        add(names, provider, undated);
    return names;
}

bool isSameProvider(std::string_view listed, std::string_view provider)
{
    return family(listed) == family(provider);
}

int compareNames(std::string_view one, std::string_view other)
{
    const std::size_t shared = std::min(one.size(), other.size());
    for (std::size_t i = 0; i < shared; ++i) {
        const int difference = static_cast<unsigned char>(lower(one[i])) - static_cast<unsigned char>(lower(other[i]));
        if (difference != 0)
            return difference;
    }
    return one.size() < other.size() ? -1 : one.size() > other.size() ? 1 : 0;
}

} // namespace gatehouse::catalogue
