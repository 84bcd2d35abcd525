// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/cache_key.h"

#include "gateway/pipeline/digest.h"
#include "gateway/translate/gateway_fields.h"

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

using Member = wire::JsonObject::Member;

// What speaks to the gateway leaves the answer as it is, but for these.
constexpr std::array<std::string_view, 12> decisive {"additional_drop_params", "allowed_openai_params", "drop_params",
    "extra_body", "extra_headers", "extra_query", "guardrails", "guardrail_config", "mock_response", "mock_tool_calls",
    "modify_params", "specific_deployment"};

// The model stands in the key as the group that it leads to.
bool matters(std::string_view name, Dialect door)
{
    return name != "model"
        && (!translate::isGatewayField(name, door) || std::find(decisive.begin(), decisive.end(), name) != decisive.end());
}

// The end of the string that begins behind the quote at \a begin: behind its last quote.
std::size_t endOfString(std::string_view json, std::size_t begin)
{
    for (std::size_t at = json.find('"', begin + 1); at != std::string_view::npos; at = json.find('"', at + 1)) {
        std::size_t slashes = 0;
        while (json[at - 1 - slashes] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            return at + 1;
    }
    return json.size();
}

// JSON without the spaces that mean nothing.
void addJson(Digest &digest, std::string_view json)
{
    constexpr std::string_view spaces = " \t\r\n";
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            const std::size_t end = endOfString(json, at);
            digest.addBytes(json.substr(at, end - at));
            at = end;
            continue;
        }
        const std::size_t end = std::min(json.find('"', at), json.size());
        std::string plain(json.substr(at, end - at));
        std::erase_if(plain, [&](char c) { return spaces.find(c) != std::string_view::npos; });
        digest.addBytes(plain);
        at = end;
    }
    digest.add(std::string_view());
}

void addBody(Digest &digest, const wire::Call &call)
{
    std::vector<Member> members;
    for (std::size_t i = 0; i < call.body.size(); ++i) {
        if (const Member member = call.body.at(i); matters(member.name, call.dialect) && !wire::jsonIsNull(member.raw))
            members.push_back(member);
    }
    std::stable_sort(members.begin(), members.end(), [](const Member &a, const Member &b) { return a.name < b.name; });
    for (const Member &member : members) {
        digest.add(member.name);
        addJson(digest, member.raw);
    }
}

} // namespace

std::string cacheKey(const Plan &plan, const Inbound &inbound, const std::string &nameSpace)
{
    const wire::Call &call = plan.call;
    Digest digest;
    digest.add(static_cast<std::uint64_t>(call.dialect));
    digest.add(static_cast<std::uint64_t>(call.operation));
    digest.add(static_cast<std::uint64_t>(call.stream));
    digest.add(static_cast<std::uint64_t>(call.framing));
    digest.add(static_cast<std::uint64_t>(call.wantsUsage));
    digest.add(call.path);
    digest.add(call.model);
    digest.add(plan.route.group());
    if (call.dialect == Dialect::OpenAiResponses)
        digest.add(inbound.identity.caller ? inbound.identity.caller->who->token : inbound.identity.alias);
    addBody(digest, call);
    if (!plan.guards.empty())
        digest.add(plan.guards);
    for (const auto &[name, value] : call.forward) {
        digest.add(wire::lowered(name));
        digest.add(value);
    }
    const std::string hex = digest.result().toHex().toStdString();
    return nameSpace.empty() ? hex : nameSpace + ":" + hex;
}

} // namespace gatehouse::pipeline
