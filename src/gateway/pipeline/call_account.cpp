// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/call_account.h"

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

using observe::sinks::Choice;

constexpr std::size_t longest = 500;

std::string textIn(const wire::JsonObject &object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        std::string text = wire::jsonString(object.find(name)).value_or("");
        if (!text.empty() && text.size() <= longest)
            return text;
    }
    return {};
}

/// What a call says of an account.
struct Said {
    std::string publicKey, secret, host;
};

Said saidIn(const wire::JsonObject &object)
{
    return {textIn(object, {"langfuse_public_key"}), textIn(object, {"langfuse_secret", "langfuse_secret_key"}),
        textIn(object, {"langfuse_host"})};
}

// All of it stands in one place, so that nobody's key goes with another's host.
Said saidBy(const wire::Call &call)
{
    if (Said said = saidIn(call.body); !said.publicKey.empty())
        return said;
    for (const char *name : {"metadata", "litellm_metadata"}) {
        const std::string_view raw = call.body.find(name);
        if (raw.find("langfuse_public_key") == std::string_view::npos || wire::jsonKind(raw) != 'o')
            continue;
        const auto object = wire::JsonObject::parse(std::string(raw));
        if (Said said = object ? saidIn(*object) : Said(); !said.publicKey.empty())
            return said;
    }
    return {};
}

std::string valueOf(const Choice &choice, std::string_view name)
{
    const auto found = choice.variables.find(name);
    return found == choice.variables.end() ? std::string() : found->second.reveal();
}

std::string plainHost(std::string_view host)
{
    while (host.ends_with('/') || host.ends_with(' '))
        host.remove_suffix(1);
    while (host.starts_with(' '))
        host.remove_prefix(1);
    return wire::lowered(host);
}

std::string hostOf(const Choice &choice)
{
    const std::string host = valueOf(choice, "LANGFUSE_HOST");
    return host.empty() ? valueOf(choice, "LANGFUSE_BASE_URL") : host;
}

bool isAllowed(const std::string &host, const Choice &ours)
{
    if (host.empty() || plainHost(host) == plainHost(hostOf(ours)))
        return true;
    const std::string list = valueOf(ours, "LANGFUSE_ALLOWED_HOSTS");
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        if (plainHost(one) == plainHost(host))
            return true;
    }
    return false;
}

bool isReference(const std::string &text)
{
    return text.starts_with("os.environ/");
}

} // namespace

std::optional<CallbackChoice> accountOf(const wire::Call &call, const observe::sinks::Settings &sinks)
{
    const auto ours =
        std::find_if(sinks.choices.begin(), sinks.choices.end(), [](const Choice &each) { return each.kind == "langfuse"; });
    if (ours == sinks.choices.end())
        return std::nullopt;
    Said said = saidBy(call);
    if (said.publicKey.empty() || said.secret.empty() || isReference(said.publicKey) || isReference(said.secret)
        || !isAllowed(said.host, *ours))
        return std::nullopt;
    CallbackChoice choice {ours->name, ours->onSuccess, ours->onFailure};
    choice.isOfCall = true;
    choice.variables = {
        {"langfuse_public_key", Secret(std::move(said.publicKey))}, {"langfuse_secret_key", Secret(std::move(said.secret))}};
    if (said.host.empty())
        said.host = hostOf(*ours);
    if (!said.host.empty())
        choice.variables.emplace_back("langfuse_host", Secret(std::move(said.host)));
    if (ours->hidesMessages)
        choice.variables.emplace_back("turn_off_message_logging", Secret("true"));
    return choice;
}

} // namespace gatehouse::pipeline
