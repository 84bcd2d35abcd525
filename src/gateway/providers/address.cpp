// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address.h"

#include "gateway/providers/table.h"

namespace gatehouse::providers {

namespace {

constexpr std::string_view anthropicVersion = "2023-06-01";

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Betas come from the client, the deployment and the translation; the provider wants one list.
void join(wire::Headers &headers, std::string_view name, std::string_view value)
{
    const std::string_view old = headers.value(name);
    headers.set(name, old.empty() ? std::string(value) : std::string(old) + "," + std::string(value));
}

} // namespace

std::string address(const Deployment &deployment)
{
    return address(deployment, find(deployment.provider.name)->path);
}

std::string address(const Deployment &deployment, std::string_view path)
{
    // A base may be given with its version, or as the whole address.
    if (endsWith(deployment.apiBase, path))
        path = {};
    else if (endsWith(deployment.apiBase, "/v1") && path.substr(0, 4) == "/v1/")
        path.remove_prefix(3);
    return deployment.apiBase + std::string(path);
}

wire::Headers headers(const Deployment &deployment, const wire::Call &call, const wire::Headers &fromBody)
{
    const Provider *row = find(deployment.provider.name);
    wire::Headers result;
    result.reserve(8);
    result.add("content-type", "application/json");
    result.add("accept", call.stream ? "text/event-stream, application/json" : "application/json");
    const std::string &key = deployment.apiKey.reveal();
    if (row->credential == Credential::XApiKey) {
        // Tokens of Anthropic's OAuth go as a bearer, keys by their own header.
        if (key.substr(0, 11) == "sk-ant-oat0")
            result.add("authorization", "Bearer " + key);
        else if (!key.empty())
            result.add("x-api-key", key);
        result.add("anthropic-version", anthropicVersion);
    } else if (!key.empty()) {
        result.add("authorization", "Bearer " + key);
    }
    if (!deployment.organization.empty())
        result.add("openai-organization", deployment.organization);
    for (const auto &[name, value] : deployment.extraHeaders)
        result.set(name, value);
    const bool isAnthropic = row->dialect == Dialect::AnthropicMessages;
    for (const auto *source : {&call.forward, &fromBody}) {
        for (const auto &[name, value] : *source) {
            if (!isAnthropic && wire::lowered(name).rfind("anthropic-", 0) == 0)
                continue;
            if (wire::sameName(name, "anthropic-beta"))
                join(result, name, value);
            else
                result.set(name, value);
        }
    }
    return result;
}

} // namespace gatehouse::providers
