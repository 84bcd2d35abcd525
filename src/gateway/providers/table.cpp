// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/table.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

// What OpenAI's API offers besides chat; a compatible server says itself what it does not have.
constexpr Operations everything {Operation::Chat, Operation::Embedding, Operation::Moderation, Operation::Rerank,
    Operation::ImageGeneration, Operation::ImageEdit, Operation::Speech, Operation::Transcription, Operation::AudioTranslation};

} // namespace

const std::vector<Provider> &table()
{
    static const std::vector<Provider> rows {
        {
            .name = "openai",
            .title = "OpenAI",
            .alsoSpeaks = {Dialect::OpenAiResponses, Dialect::OpenAiText},
            .base = "https://api.openai.com/v1",
            .keyVariables = "OPENAI_API_KEY",
            .baseVariables = "OPENAI_BASE_URL|OPENAI_API_BASE",
            .operations = everything,
            .isOpenAi = true,
            .takesUser = true,
        },
        {
            .name = "anthropic",
            .title = "Anthropic",
            .dialect = Dialect::AnthropicMessages,
            .base = "https://api.anthropic.com",
            .credential = Credential::XApiKey,
            .keyVariables = "ANTHROPIC_API_KEY",
            .baseVariables = "ANTHROPIC_API_BASE|ANTHROPIC_BASE_URL",
            .operations = {Operation::Chat, Operation::CountTokens},
            .takesUser = true,
        },
        {
            .name = "hosted_vllm",
            .title = "Hosted_vllm",
            .alsoSpeaks = {Dialect::OpenAiText},
            .keyVariables = "HOSTED_VLLM_API_KEY",
            .baseVariables = "HOSTED_VLLM_API_BASE",
            .operations = everything,
            .wantsPlainTools = true,
        },
        {
            .name = "custom_openai",
            .title = "Custom_openai",
            .alsoSpeaks = {Dialect::OpenAiText},
            .operations = everything,
            .takesUser = true,
        },
    };
    return rows;
}

const Provider *find(std::string_view name)
{
    const auto &rows = table();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Provider &provider) { return provider.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

bool isKnownName(std::string_view name)
{
    static constexpr std::array later {"ai21", "ai21_chat", "aiml", "anthropic_text", "azure", "azure_ai", "azure_text",
        "baseten", "bedrock", "cerebras", "cloudflare", "codestral", "cohere", "cohere_chat", "dashscope", "databricks",
        "deepinfra", "deepseek", "fireworks_ai", "friendliai", "galadriel", "gemini", "gigachat", "github", "github_copilot",
        "groq", "huggingface", "hyperbolic", "infinity", "jina_ai", "lambda_ai", "litellm_proxy", "llamafile", "lm_studio",
        "meta_llama", "mistral", "moonshot", "morph", "nebius", "nlp_cloud", "novita", "nscale", "nvidia_nim", "ollama",
        "ollama_chat", "oobabooga", "openai_like", "openrouter", "perplexity", "petals", "replicate", "sagemaker",
        "sagemaker_chat", "sambanova", "snowflake", "text-completion-codestral", "text-completion-openai", "together_ai", "topaz",
        "triton", "v0", "vercel_ai_gateway", "vertex_ai", "vertex_ai_beta", "vllm", "volcengine", "voyage", "wandb", "watsonx",
        "watsonx_text", "xai", "xinference", "zai"};
    return find(name) || std::find(later.begin(), later.end(), name) != later.end();
}

namespace {

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings)
{
    return std::any_of(
        beginnings.begin(), beginnings.end(), [&](std::string_view begin) { return text.substr(0, begin.size()) == begin; });
}

ModelName named(std::string_view provider, std::string_view model)
{
    return {find(provider), std::string(provider), std::string(model)};
}

} // namespace

ModelName resolve(std::string_view model, std::string_view customProvider, bool hasApiBase)
{
    const std::size_t slash = model.find('/');
    const std::string_view prefix = slash == std::string_view::npos ? std::string_view() : model.substr(0, slash);
    const std::string_view rest = slash == std::string_view::npos ? model : model.substr(slash + 1);
    if (!customProvider.empty())
        return named(customProvider, prefix == customProvider ? rest : model);
    if (!prefix.empty() && isKnownName(prefix))
        return named(prefix, rest);
    if (startsWithAny(model, {"claude"}))
        return named("anthropic", model);
    if (startsWithAny(model, {"gpt-", "chatgpt-", "o1", "o3", "o4", "ft:gpt-"}) || model == "*")
        return named("openai", model);
    if (hasApiBase)
        return named("openai", model);
    return {nullptr, {}, std::string(model)};
}

} // namespace gatehouse::providers
