// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/table.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

/// A family of model names that needs no prefix.
struct Family {
    std::string_view begin; ///< of the name
    std::string_view provider;
};

// The first that fits counts. The names are those for which LiteLLM's price map has an entry without a prefix.
constexpr std::array families {
    Family {"claude-2", "anthropic"},
    Family {"claude-", "anthropic"},
    Family {"gpt-3.5-turbo-instruct", "text-completion-openai"},
    Family {"babbage-002", "text-completion-openai"},
    Family {"davinci-002", "text-completion-openai"},
    Family {"gpt-", "openai"},
    Family {"chatgpt-", "openai"},
    Family {"codex-", "openai"},
    Family {"o1", "openai"},
    Family {"o3", "openai"},
    Family {"o4", "openai"},
    Family {"ft:", "openai"},
    Family {"text-embedding-", "openai"},
    Family {"text-moderation-", "openai"},
    Family {"omni-moderation-", "openai"},
    Family {"dall-e-", "openai"},
    Family {"whisper-", "openai"},
    Family {"tts-", "openai"},
    Family {"sora-", "openai"},
    Family {"computer-use-preview", "openai"},
    Family {"gemini-", "vertex_ai"},
    Family {"chat-bison", "vertex_ai"},
    Family {"imagen-", "vertex_ai"},
    Family {"command-", "cohere_chat"},
    Family {"embed-english-", "cohere"},
    Family {"embed-multilingual-", "cohere"},
    Family {"embed-v4", "cohere"},
    Family {"rerank-", "cohere"},
    Family {"jamba-", "ai21"},
    Family {"anthropic.", "bedrock"},
    Family {"amazon.", "bedrock"},
    Family {"ai21.", "bedrock"},
    Family {"cohere.", "bedrock"},
    Family {"meta.llama", "bedrock"},
    Family {"mistral.", "bedrock"},
    Family {"deepseek.", "bedrock"},
    Family {"openai.gpt-oss", "bedrock"},
    Family {"qwen.", "bedrock"},
    Family {"us.", "bedrock"},
    Family {"eu.", "bedrock"},
    Family {"apac.", "bedrock"},
    Family {"global.", "bedrock"},
};

ModelName named(std::string_view provider, std::string_view model)
{
    return {find(provider), std::string(provider), std::string(model)};
}

std::string_view withoutScheme(std::string_view address)
{
    const std::size_t scheme = address.find("://");
    if (scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    while (!address.empty() && address.back() == '/')
        address.remove_suffix(1);
    return address;
}

// The provider whose own address this is. Those that anybody may run for himself have none.
const Provider *ownerOf(std::string_view apiBase)
{
    const std::string_view address = withoutScheme(apiBase);
    for (const Provider &row : table()) {
        if (!row.base.empty() && row.dialect == Dialect::OpenAiChat && withoutScheme(row.base) == address)
            return &row;
    }
    return nullptr;
}

} // namespace

const Provider *find(std::string_view name)
{
    const auto &rows = table();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Provider &provider) { return provider.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

ModelName resolve(std::string_view model, std::string_view customProvider, std::string_view apiBase)
{
    const std::size_t slash = model.find('/');
    const std::string_view prefix = slash == std::string_view::npos ? std::string_view() : model.substr(0, slash);
    const std::string_view rest = slash == std::string_view::npos ? model : model.substr(slash + 1);
    if (!customProvider.empty())
        return named(customProvider, prefix == customProvider ? rest : model);
    if (find(prefix))
        return named(prefix, rest);
    if (const Provider *owner = apiBase.empty() ? nullptr : ownerOf(apiBase))
        return {owner, std::string(owner->name), std::string(model)};
    const auto family =
        std::find_if(families.begin(), families.end(), [&](const Family &row) { return model.starts_with(row.begin); });
    if (family != families.end())
        return named(family->provider, model);
    if (model == "*" || !apiBase.empty())
        return named("openai", model);
    return {nullptr, {}, std::string(model)};
}

} // namespace gatehouse::providers
