// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/rest_members.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Members of a Messages request that nobody else has a word for.
constexpr std::array<std::string_view, 6> anthropicOnly {
    "cache_control", "container", "context_management", "inference_geo", "service_tier", "speed"};

bool isAnthropicOnly(std::string_view name)
{
    return std::find(anthropicOnly.begin(), anthropicOnly.end(), name) != anthropicOnly.end();
}

} // namespace

Result<std::vector<Members::Member>> restFor(const Conversation &conversation, const Target &target)
{
    std::vector<Members::Member> rest;
    for (const auto &[name, raw] : conversation.rest) {
        if (name == "mcp_servers") {
            if (!target.dropParams && raw != "[]")
                return Failure {Error {Fault::BadRequest,
                    "mcp_servers are reached by Anthropic itself; " + target.deployment.provider.title
                        + " cannot be sent them. Set drop_params to leave them out"}};
        } else if (!isAnthropicOnly(name)) {
            rest.push_back({name, raw});
        }
    }
    return rest;
}

Error hostedToolRefused(const Tool &tool, const Target &target)
{
    std::string name = tool.name;
    if (name.empty())
        name = wire::jsonString(Members(tool.otherJson).find("type")).value_or("");
    const std::string maker = Members(tool.otherJson).has("type") ? "Anthropic" : "Google"; // whose tools have no types
    return {Fault::BadRequest,
        "the tool '" + name + "' is run by " + maker + " itself; " + target.deployment.provider.title
            + " cannot be sent it. Set drop_params to leave it out"};
}

Error blockRefused(std::size_t message, std::string_view what, const Target &target)
{
    return {Fault::BadRequest,
        "messages[" + std::to_string(message) + "] holds " + std::string(what) + ", which " + target.deployment.provider.title
            + " cannot be sent"};
}

} // namespace gatehouse::translate
