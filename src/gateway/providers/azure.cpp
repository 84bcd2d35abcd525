// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/azure.h"

#include "gateway/providers/address.h"

namespace gatehouse::providers {

namespace {

constexpr std::string_view usualVersion = "2025-02-01-preview"; // LiteLLM's default
constexpr std::string_view foundryVersion = "2024-05-01-preview";

// A deployment's name may be prefixed to say by which rules its parameters go: azure/o_series/my-o3.
std::string_view deploymentName(std::string_view model)
{
    for (const std::string_view prefix : {"o_series/", "gpt5_series/", "responses/"}) {
        if (model.starts_with(prefix))
            return model.substr(prefix.size());
    }
    return model;
}

bool isVersionless(std::string_view version)
{
    return version == "v1" || version == "latest" || version == "preview";
}

// The base without what people copy along with it from the portal.
std::string_view resourceOf(std::string_view base)
{
    for (const std::string_view end : {"/v1", "/openai"}) {
        if (base.ends_with(end))
            base.remove_suffix(end.size());
    }
    return base;
}

} // namespace

std::string azureAddress(const Deployment &deployment, const Errand &errand)
{
    const std::string_view base = deployment.apiBase;
    if (base.find("/openai/deployments/") != std::string_view::npos && base.find('?') != std::string_view::npos)
        return std::string(base);
    const std::string_view version = deployment.apiVersion.empty() ? usualVersion : std::string_view(deployment.apiVersion);
    const std::string resource(resourceOf(base)), path(usualPath(errand)), query = "?api-version=" + std::string(version);
    if (isVersionless(version))
        return resource + "/openai/v1" + path + (version == "v1" ? "" : query);
    if (errand.dialect == Dialect::OpenAiResponses)
        return resource + "/openai" + path + query;
    return resource + "/openai/deployments/" + std::string(deploymentName(errand.model)) + path + query;
}

std::string azureAiAddress(const Deployment &deployment, const Errand &errand)
{
    const std::string_view base = deployment.apiBase;
    const std::string path(usualPath(errand));
    if (errand.dialect == Dialect::AnthropicMessages) {
        const bool isWhole = base.find("/anthropic") != std::string_view::npos;
        return joined(isWhole ? std::string(base) : std::string(base) + "/anthropic", path);
    }
    if (base.find(path) != std::string_view::npos)
        return std::string(base);
    if (base.find(".services.ai.azure.com") == std::string_view::npos)
        return joined(base, base.ends_with("/v1") ? path : "/v1" + path);
    const std::string_view version = deployment.apiVersion.empty() ? foundryVersion : std::string_view(deployment.apiVersion);
    const std::string models = base.ends_with("/models") ? std::string(base) : std::string(base) + "/models";
    return models + path + "?api-version=" + std::string(version);
}

} // namespace gatehouse::providers
