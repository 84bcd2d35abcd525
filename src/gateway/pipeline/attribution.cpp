// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/attribution.h"

#include "gateway/config/secrecy.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t longestName = 256;

std::string name(std::string text)
{
    if (text.size() > longestName)
        text.clear(); // nobody's: cut, it might be somebody else's
    return text;
}

std::string textOf(std::string_view raw)
{
    return name(wire::jsonString(raw).value_or(""));
}

wire::JsonObject objectOf(std::string_view raw)
{
    if (wire::jsonKind(raw) != 'o')
        return {};
    auto object = wire::JsonObject::parse(std::string(raw));
    return object ? std::move(*object) : wire::JsonObject();
}

// Members may be for a sink: langfuse_secret.
std::string withoutCredentials(const wire::JsonObject &object)
{
    wire::JsonWriter json;
    json.beginObject();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < object.size(); ++i) {
        const wire::JsonObject::Member member = object.at(i);
        if (config::soundsSecret(member.name))
            continue;
        json.key(std::string(member.name)).raw(member.raw);
        ++kept;
    }
    json.endObject();
    return kept == object.size() ? object.text() : kept == 0 ? std::string() : json.take();
}

/// The members of a request that say whom it is for. Looked for in this order.
class Said
{
public:
    Said(const wire::Call &call, const Inbound &inbound)
        : m_body(call.body)
        , m_headers(inbound.request.headers)
        , m_own(objectOf(call.body.find("litellm_metadata")))
        , m_metadata(objectOf(call.body.find("metadata")))
    {
    }

    std::string customer(const std::vector<std::string> &moreHeaders) const
    {
        for (const char *header : {"x-litellm-customer-id", "x-litellm-end-user-id"}) {
            if (m_headers.has(header))
                return name(std::string(m_headers.value(header)));
        }
        for (const std::string &header : moreHeaders) {
            if (m_headers.has(header))
                return name(std::string(m_headers.value(header)));
        }
        for (std::string each : {textOf(m_body.find("user")), textOf(m_own.find("user")), textOf(m_metadata.find("user_id"))}) {
            if (!each.empty())
                return each;
        }
        return {};
    }

    std::string member(const char *member) const
    {
        for (const wire::JsonObject *object : {&m_body, &m_own, &m_metadata}) {
            if (std::string text = textOf(object->find(member)); !text.empty())
                return text;
        }
        return {};
    }

    std::string session() const
    {
        for (const char *header : {"x-litellm-session-id", "x-litellm-trace-id"}) {
            if (m_headers.has(header))
                return name(std::string(m_headers.value(header)));
        }
        for (const char *each : {"litellm_session_id", "litellm_trace_id", "session_id"}) {
            if (std::string text = member(each); !text.empty())
                return text;
        }
        return {};
    }

    // What is not the gateway's own business, as it came; too long, it is nobody's.
    std::string kept() const
    {
        constexpr std::size_t longest = 8 * 1024;
        const std::string_view header = m_headers.value("x-litellm-spend-logs-metadata");
        for (std::string_view raw :
            {header, m_own.find("spend_logs_metadata"), m_metadata.find("spend_logs_metadata"), m_body.find("metadata")}) {
            if (raw.size() > longest || wire::jsonKind(raw) != 'o')
                continue;
            if (const auto object = wire::JsonObject::parse(std::string(raw)); object && object->size() > 0)
                return withoutCredentials(*object);
        }
        return {};
    }

private:
    const wire::JsonObject &m_body;
    const wire::Headers &m_headers;
    wire::JsonObject m_own, m_metadata;
};

// The administrator's key speaks for whom it names.
std::shared_ptr<const Principal> principalOf(const people::Caller &caller, const Said &said)
{
    if (!caller.isAdmin)
        return caller.who;
    const std::string user = said.member("user_id"), team = said.member("team_id");
    if (user.empty() && team.empty())
        return caller.who;
    auto other = std::make_shared<Principal>(*caller.who);
    if (!user.empty())
        other->userId = user;
    if (!team.empty())
        other->teamId = team;
    return other;
}

} // namespace

std::vector<std::string> tagsOf(const wire::JsonObject &body, const wire::Headers &headers)
{
    if (auto tags = wire::jsonStrings(body.find("tags")))
        return *tags;
    for (const char *name : {"metadata", "litellm_metadata"}) {
        if (auto tags = wire::jsonStrings(objectOf(body.find(name)).find("tags")))
            return *tags;
    }
    std::vector<std::string> tags;
    std::string_view header = headers.value("x-litellm-tags");
    while (!header.empty()) {
        const std::string_view tag = header.substr(0, header.find(','));
        header.remove_prefix(std::min(header.size(), tag.size() + 1));
        if (const std::size_t begin = tag.find_first_not_of(' '); begin != std::string_view::npos)
            tags.emplace_back(tag.substr(begin, tag.find_last_not_of(' ') - begin + 1));
    }
    return tags;
}

void attribute(Receipt &receipt, const wire::Call &call, const Inbound &inbound, const people::Policy &policy)
{
    receipt.userAgent = inbound.request.headers.value("user-agent").substr(0, longestName);
    receipt.traceParent = inbound.request.headers.value("traceparent").substr(0, longestName);
    if (!inbound.identity.caller)
        return;
    const people::Caller &caller = *inbound.identity.caller;
    const Said said(call, inbound);
    receipt.principal = principalOf(caller, said);
    receipt.customer = said.customer(policy.customerHeaders);
    receipt.session = said.session();
    receipt.metadata = said.kept();
    receipt.peer = inbound.request.peer;
    receipt.tags = call.options.tags;
    for (const std::string &tag : caller.tags) {
        if (std::find(receipt.tags.begin(), receipt.tags.end(), tag) == receipt.tags.end())
            receipt.tags.push_back(tag);
    }
}

} // namespace gatehouse::pipeline
