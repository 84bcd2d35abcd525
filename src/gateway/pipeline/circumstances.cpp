// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/circumstances.h"

#include "gateway/config/secrecy.h"
#include "gateway/core/callback_choice.h"
#include "gateway/pipeline/call_account.h"
#include "gateway/pipeline/redact.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t longestMember = 64 * 1024, longestHeader = 1024, mostHeaders = 64, mostNames = 16;

// What is the conversation, the gateway's own business, or somebody's account.
constexpr std::array<std::string_view, 26> noParameters {"messages", "input", "contents", "prompt", "query", "documents", "model",
    "stream", "stream_options", "metadata", "litellm_metadata", "user", "tags", "fallbacks", "context_window_fallbacks",
    "content_policy_fallbacks", "num_retries", "max_retries", "timeout", "stream_timeout", "cache", "caching", "guardrails",
    "mock_response", "litellm_session_id", "litellm_trace_id"};

/// Headers of these names or beginnings are credentials, or hold some.
constexpr std::array<std::string_view, 3> secretBeginnings {"x-pass-", "x-mcp-", "x-amz-"};
constexpr std::array<std::string_view, 3> ownBeginnings {"x-", "langfuse_", "helicone-"};

template <typename List> bool begins(std::string_view name, const List &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
        [&](std::string_view each) { return wire::sameName(name.substr(0, each.size()), each); });
}

void copyMember(wire::JsonWriter &json, const wire::JsonObject::Member &member)
{
    if (member.raw.size() > longestMember || config::soundsSecret(member.name))
        return;
    json.key(member.name);       // as written: a name with escapes stays escaped once more, which harms nobody
    if (namesSecret(member.raw)) // as MCP servers have them in tools
        json.raw(keepable(member.raw));
    else
        json.raw(member.raw);
}

void copyMembers(wire::JsonWriter &json, std::string_view raw)
{
    if (wire::jsonKind(raw) != 'o' || raw.size() > longestMember)
        return;
    const auto object = wire::JsonObject::parse(std::string(raw));
    for (std::size_t i = 0; object && i < object->size(); ++i)
        copyMember(json, object->at(i));
}

std::string metadataOf(const wire::Call &call)
{
    const std::string_view plain = call.body.find("metadata"), own = call.body.find("litellm_metadata");
    if (wire::jsonKind(plain) != 'o' && wire::jsonKind(own) != 'o')
        return {};
    wire::JsonWriter json;
    json.beginObject();
    copyMembers(json, plain);
    copyMembers(json, own);
    return json.endObject().take();
}

std::string parametersOf(const wire::Call &call)
{
    wire::JsonWriter json;
    json.beginObject();
    for (std::size_t i = 0; i < call.body.size(); ++i) {
        const wire::JsonObject::Member member = call.body.at(i);
        if (std::find(noParameters.begin(), noParameters.end(), member.name) == noParameters.end())
            copyMember(json, member);
    }
    return json.endObject().take();
}

std::vector<std::pair<std::string, std::string>> headersOf(const wire::Headers &headers, const std::string &keyHeader)
{
    std::vector<std::pair<std::string, std::string>> kept;
    for (const auto &[name, value] : headers) {
        if (!begins(name, ownBeginnings))
            continue;
        std::string lower = wire::lowered(name);
        if (begins(lower, secretBeginnings) || config::soundsSecret(lower) || wire::sameName(lower, keyHeader)
            || value.size() > longestHeader || lower.ends_with("-auth"))
            continue;
        kept.emplace_back(std::move(lower), withoutSecrets(value));
        if (kept.size() >= mostHeaders)
            break;
    }
    return kept;
}

std::vector<std::string> namesIn(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty() && names.size() < mostNames) {
        const std::string_view name = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), name.size() + 1));
        if (const std::size_t begin = name.find_first_not_of(' '); begin != std::string_view::npos)
            names.push_back(wire::lowered(name.substr(begin, name.find_last_not_of(' ') - begin + 1)));
    }
    return names;
}

bool isOn(const wire::Headers &headers, std::string_view name)
{
    return wire::sameName(headers.value(name), "true");
}

// The key's own, or its team's. An account that the call names does not stand above one that was administered.
std::shared_ptr<const Callbacks> callbacksOf(const wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    const auto administered = inbound.identity.caller ? inbound.identity.caller->callbacks : nullptr;
    auto said = accountOf(call, settings.observe->sinks);
    const auto isSame = [&said](const CallbackChoice &each) { return each.name == said->name; };
    if (!said || (administered && std::any_of(administered->choices.begin(), administered->choices.end(), isSame)))
        return administered;
    auto both = std::make_shared<Callbacks>(administered ? *administered : Callbacks());
    both->choices.push_back(std::move(*said));
    return both;
}

} // namespace

bool hidesWords(const wire::Headers &headers, bool usually)
{
    if (isOn(headers, "x-litellm-enable-message-redaction") || isOn(headers, "litellm-enable-message-redaction"))
        return true;
    return usually && !isOn(headers, "litellm-disable-message-redaction");
}

std::shared_ptr<const Circumstances> circumstancesOf(const wire::Call &call, const Inbound &inbound, const Settings &settings)
{
    const auto callbacks = callbacksOf(call, inbound, settings);
    if (settings.observe->sinks.choices.empty() && (!callbacks || callbacks->choices.empty()))
        return nullptr;
    const wire::Headers &headers = inbound.request.headers;
    auto circumstances = std::make_shared<Circumstances>();
    circumstances->metadata = metadataOf(call);
    circumstances->parameters = parametersOf(call);
    circumstances->headers = headersOf(headers, settings.auth.keyHeader);
    circumstances->callbacks = callbacks;
    circumstances->disabledCallbacks = namesIn(headers.value("x-litellm-disable-callbacks"));
    circumstances->hidesMessages = hidesWords(headers, settings.observe->sinks.terms.hidesMessages);
    return circumstances;
}

bool isHeard(const Receipt &receipt, const Settings &settings)
{
    const observe::sinks::Settings &sinks = settings.observe->sinks;
    const Circumstances *circumstances = receipt.circumstances.get();
    if (!circumstances || circumstances->hidesMessages)
        return false;
    return sinks.wantsWords || (circumstances->callbacks && !circumstances->callbacks->choices.empty());
}

} // namespace gatehouse::pipeline
