// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/listing.h"

#include "gateway/providers/address.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

/// A way to ask: what stands at the end of an address and is taken off, and the path that is put there.
struct Way {
    std::string_view without, path;
    std::string_view member = "id", prefix = {};
};

constexpr Way openAi {"/chat/completions", "/models"};
constexpr Way anthropic {"/v1/messages", "/v1/models?limit=1000"};
constexpr Way google {{}, "/models?pageSize=1000", "name", "models/"};
constexpr Way ollama {"/v1", "/api/tags", "name"};
constexpr Way cohere {"/v2", "/v1/models?page_size=1000", "name"};
constexpr Way bedrock {{}, "/foundation-models", "modelId"};

struct Exception {
    std::string_view provider;
    Way way; ///< without a path: it has no list
};
constexpr std::array exceptions {
    Exception {"azure", {}}, // an Azure resource tells the models one could deploy, not the deployments there are
    Exception {"azure_ai", {}},
    Exception {"azure_text", {}},
    Exception {"cloudflare", {"/v1", "/models/search?per_page=1000", "name"}},
    Exception {"databricks", {"/serving-endpoints", "/api/2.0/serving-endpoints", "name"}},
    Exception {"deepseek", {"/beta", "/models"}},
    Exception {"github", {{}, "/models", "name"}},
    Exception {"jina_ai", {}},
    Exception {"recraft", {}},
    Exception {"snowflake", {}},
    Exception {"text-completion-codestral", {"/fim", "/models"}},
    Exception {"vertex_ai", {}}, // a garden of what could be deployed
    Exception {"vertex_ai_beta", {}},
    Exception {"voyage", {}},
};

const Way &usualWay(Dialect dialect)
{
    switch (dialect) {
    case Dialect::AnthropicMessages: return anthropic;
    case Dialect::GeminiGenerate: return google;
    case Dialect::OllamaChat: return ollama;
    case Dialect::CohereChat: return cohere;
    case Dialect::BedrockConverse: return bedrock;
    case Dialect::OpenAiChat:
    case Dialect::OpenAiText:
    case Dialect::OpenAiResponses: break;
    }
    return openAi;
}

const Way &wayOf(const Provider &row)
{
    const auto exception =
        std::find_if(exceptions.begin(), exceptions.end(), [&](const Exception &each) { return each.provider == row.name; });
    return exception == exceptions.end() ? usualWay(row.dialect) : exception->way;
}

// Bedrock's list is at another host than its models.
std::string listingBase(const Deployment &deployment)
{
    constexpr std::string_view runtime = "https://bedrock-runtime.";
    if (deployment.cloud.aws() && deployment.apiBase.starts_with(runtime))
        return "https://bedrock." + deployment.apiBase.substr(runtime.size());
    return deployment.apiBase;
}

bool isHostAlone(std::string_view base)
{
    const std::size_t scheme = base.find("://");
    return base.find('/', scheme == base.npos ? 0 : scheme + 3) == base.npos;
}

} // namespace

bool listsModels(const Provider &row)
{
    return !row.operations.empty() && !wayOf(row).path.empty();
}

Listing listing(const Deployment &deployment)
{
    const Way &way = wayOf(*find(deployment.provider.name));
    std::string base = listingBase(deployment);
    if (!way.without.empty() && base.ends_with(way.without))
        base.resize(base.size() - way.without.size());
    if (&way == &google && isHostAlone(base))
        base += "/v1beta";
    return {joined(base, way.path), way.member, way.prefix};
}

wire::Headers listingHeaders(const Deployment &deployment)
{
    wire::Call call;
    call.dialect = deployment.provider.dialect;
    wire::Headers all;
    for (const auto &[name, value] : headers(deployment, call, {})) {
        if (!wire::sameName(name, "content-type")) // there is no body
            all.add(name, value);
    }
    return all;
}

} // namespace gatehouse::providers
