// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address.h"
#include "gateway/providers/prompt_models.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

bool speaks(const Provider &row, Dialect dialect)
{
    return row.dialect == dialect || std::find(row.alsoSpeaks.begin(), row.alsoSpeaks.end(), dialect) != row.alsoSpeaks.end();
}

bool isAskedByResponses(const Deployment &deployment)
{
    return deployment.mode == "responses" || deployment.facts.mode == "responses";
}

// Models of OpenAI's that its Responses API does not serve.
bool isChatOnly(std::string_view model)
{
    constexpr std::array<std::string_view, 3> parts {"-audio", "-search-preview", "-search-api"};
    return std::any_of(parts.begin(), parts.end(), [&](auto part) { return model.find(part) != model.npos; });
}

// Many servers are configured as "openai" with an address of their own and have chat completions alone. So it takes OpenAI's
// address, or the name of a model that OpenAI serves.
bool isOpenAisOwn(const Deployment &deployment)
{
    const std::string_view model = deployment.model;
    if (isChatOnly(model))
        return false;
    std::string_view host = deployment.apiBase;
    host = host.substr(0, host.find('/', std::min(host.size(), host.find("://") + 3)));
    return host.ends_with("api.openai.com") || (!model.starts_with("gpt-oss") && resolve(model, {}, {}).providerName == "openai");
}

} // namespace

DialectChoice dialectsFor(const Deployment &deployment, const wire::Call &call)
{
    const Provider &row = *find(deployment.provider.name);
    if (row.speaks && call.operation == Operation::Chat) {
        const Dialect chosen = row.speaks(deployment, call.dialect);
        return {chosen, chosen};
    }
    // OpenAI serves the older completions, but not for its chat models.
    const bool isRefused =
        call.dialect == Dialect::OpenAiText && row.quirks.has(Quirk::OpenAiModels) && !continuesPrompts(deployment, call.model);
    const Dialect usual = speaks(row, call.dialect) && !isRefused ? call.dialect : row.dialect;
    if (call.operation != Operation::Chat || !speaks(row, Dialect::OpenAiResponses))
        return {usual, usual};
    if (isAskedByResponses(deployment))
        return {Dialect::OpenAiResponses, Dialect::OpenAiResponses};
    if (call.dialect == Dialect::OpenAiResponses && row.isOpenAi && !isOpenAisOwn(deployment))
        return {row.dialect, row.dialect};
    const bool isMessages = call.dialect == Dialect::AnthropicMessages && usual == Dialect::OpenAiChat;
    if (isMessages && row.isOpenAi && isOpenAisOwn(deployment))
        return {Dialect::OpenAiResponses, usual};
    return {usual, usual};
}

} // namespace gatehouse::providers
