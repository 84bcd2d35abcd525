// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/bedrock.h"

#include "gateway/providers/access.h"
#include "gateway/providers/percent.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

constexpr std::array<std::string_view, 3> routes {"bedrock/", "converse/", "converse_like/"};
constexpr std::string_view invoke = "invoke/";

// What a name begins with that is none of it: a route, a region, or what stands before an ARN to say whose model that is.
std::string_view withoutPlace(std::string_view model)
{
    if (const std::size_t arn = model.find("/arn:"); arn != model.npos)
        return model.substr(arn + 1);
    for (std::size_t slash = model.find('/'); slash != model.npos && !model.starts_with("arn:"); slash = model.find('/')) {
        const std::string_view first = model.substr(0, slash + 1);
        const bool isRoute = std::find(routes.begin(), routes.end(), first) != routes.end() || first == invoke;
        if (!isRoute && regionInModel(first) != model.substr(0, slash))
            break;
        model.remove_prefix(first.size());
    }
    return model;
}

std::string_view verb(const Errand &errand)
{
    if (errand.operation != Operation::Chat)
        return "/invoke";
    if (errand.dialect == Dialect::AnthropicMessages)
        return errand.stream ? "/invoke-with-response-stream" : "/invoke";
    return errand.stream ? "/converse-stream" : "/converse";
}

} // namespace

std::string bedrockBase(const CloudAccess &access)
{
    const std::string region = access.aws() ? access.aws()->region : "us-west-2";
    return "https://bedrock-runtime." + region + (region.starts_with("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
}

std::string bedrockAddress(const Deployment &deployment, const Errand &errand)
{
    const std::string_view id = deployment.modelId.empty() ? withoutPlace(errand.model) : std::string_view(deployment.modelId);
    return deployment.apiBase + "/model/" + percentEncoded(id) + std::string(verb(errand));
}

Dialect bedrockDialect(const Deployment &deployment, Dialect caller)
{
    const std::string_view model = deployment.model;
    const bool isClaude = model.find("claude") != model.npos;
    const bool isOpen = std::none_of(routes.begin(), routes.end(), [&](auto route) { return model.starts_with(route); });
    const bool isInvoked = model.starts_with(invoke) || (isOpen && caller == Dialect::AnthropicMessages);
    return isClaude && isInvoked ? Dialect::AnthropicMessages : Dialect::BedrockConverse;
}

} // namespace gatehouse::providers
