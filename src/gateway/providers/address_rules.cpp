// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address_rules.h"

#include "gateway/providers/address.h"

#include <algorithm>

namespace gatehouse::providers {

namespace {

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

} // namespace

std::string basetenAddress(const Deployment &deployment, const Errand &errand)
{
    const bool isOwnHost = errand.model.size() == 8 && std::all_of(errand.model.begin(), errand.model.end(), isAlphanumeric);
    if (!isOwnHost || deployment.apiBase != find("baseten")->base)
        return joined(deployment.apiBase, usualPath(errand));
    return "https://model-" + std::string(errand.model) + ".api.baseten.co/environments/production/sync/v1"
        + std::string(usualPath(errand));
}

std::string minimaxAddress(const Deployment &deployment, const Errand &errand)
{
    std::string_view base = deployment.apiBase;
    if (errand.dialect != Dialect::AnthropicMessages || base.find("/anthropic") != std::string_view::npos)
        return joined(base, usualPath(errand));
    if (base.ends_with("/v1"))
        base.remove_suffix(3);
    return joined(std::string(base) + "/anthropic", usualPath(errand));
}

std::string nvidiaAddress(const Deployment &deployment, const Errand &errand)
{
    if (errand.operation != Operation::Rerank)
        return joined(deployment.apiBase, usualPath(errand));
    if (deployment.apiBase != find("nvidia_nim")->base)
        return joined(deployment.apiBase, "/ranking");
    return "https://ai.api.nvidia.com/v1/retrieval/" + std::string(errand.model) + "/reranking";
}

std::string deepInfraAddress(const Deployment &deployment, const Errand &errand)
{
    if (errand.operation != Operation::Rerank)
        return joined(deployment.apiBase, usualPath(errand));
    std::string_view base = deployment.apiBase;
    if (base.ends_with("/openai"))
        base.remove_suffix(std::string_view("/openai").size());
    return std::string(base) + "/inference/" + std::string(errand.model);
}

std::string huggingFaceAddress(const Deployment &deployment, const Errand &errand)
{
    if (errand.operation != Operation::Embedding)
        return joined(deployment.apiBase, usualPath(errand));
    if (deployment.apiBase != find("huggingface")->base)
        return deployment.apiBase; // an endpoint of one's own serves one model, at its root
    return "https://router.huggingface.co/hf-inference/models/" + std::string(errand.model) + "/pipeline/feature-extraction";
}

} // namespace gatehouse::providers
