// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/entries.h"

#include "gateway/config/secrecy.h"

namespace gatehouse::config {

namespace {

using Level = Diagnostic::Level;

/// The values of the credential that \a params names; what \a params says itself wins.
Value withCredential(const Value &params, const Value &credentials, std::vector<Diagnostic> &diagnostics)
{
    const Value name = params.find("litellm_credential_name");
    if (name.isNull())
        return params;
    for (const Value &credential : credentials.items()) {
        if (credential.find("credential_name").asString() != name.asString())
            continue;
        Value result = params;
        for (const auto &[key, value] : credential.find("credential_values").entries()) {
            if (result.find(key).isNull())
                result = result.with(key, value);
        }
        return result;
    }
    diagnostics.push_back({Level::Warning, name.mark(),
        "there is no credential '" + safeName(name.asString()) + "' in credential_list; add it or correct the name"});
    return params;
}

Value withLimits(const Value &params, const Value &entry)
{
    Value result = params;
    for (const std::string_view key : {"rpm", "tpm"}) {
        const Value limit = entry.find(key);
        if (!limit.isNull() && result.find(key).isNull())
            result = result.with(key, limit);
    }
    return result;
}

void checkEntry(const Value &entry, std::vector<Diagnostic> &diagnostics)
{
    const auto say = [&](const Value &at, std::string message) {
        diagnostics.push_back({Level::Error, at.mark(), std::move(message)});
    };
    if (entry.kind() != Value::Kind::Map)
        return; // the reader said so
    const Value params = entry.find("litellm_params");
    if (entry.find("model_name").asString().empty())
        say(entry, "this entry of model_list has no model_name; add the name callers ask for, as in 'model_name: gpt-4o'");
    if (params.isNull())
        say(entry, "this entry of model_list has no litellm_params; add them, with at least 'model: openai/gpt-4o' or the like");
    else if (params.kind() == Value::Kind::Map && params.find("model").asString().empty())
        say(params, "litellm_params has no model; add the provider's model, as in 'model: openai/gpt-4o'");
}

Value completedEntry(const Value &entry, const Value &credentials, std::vector<Diagnostic> &diagnostics)
{
    checkEntry(entry, diagnostics);
    const Value params = entry.find("litellm_params");
    if (params.kind() != Value::Kind::Map)
        return entry;
    return entry.with("litellm_params", withLimits(withCredential(params, credentials, diagnostics), entry));
}

} // namespace

Value completed(const Value &root, std::vector<Diagnostic> &diagnostics)
{
    const Value list = root.find("model_list");
    if (list.kind() != Value::Kind::List)
        return root;
    std::vector<Value> entries;
    for (const Value &entry : list.items())
        entries.push_back(completedEntry(entry, root.find("credential_list"), diagnostics));
    return root.with("model_list", Value::list(std::move(entries), list.mark()).withKeyMark(list.keyMark()));
}

bool isUsable(const Value &entry)
{
    return !entry.find("model_name").asString().empty() && !entry.find("litellm_params").find("model").asString().empty();
}

std::vector<Value> perOrganization(const Value &entry)
{
    const Value params = entry.find("litellm_params");
    const Value organizations = params.find("organization");
    if (organizations.kind() != Value::Kind::List)
        return {entry};
    const Value info = entry.find("model_info");
    const std::string id = info.find("id").asString();
    std::vector<Value> entries;
    for (const std::string &organization : organizations.asStrings()) {
        Value one = entry.with("litellm_params", params.with("organization", Value::string(organization, organizations.mark())));
        // Two deployments cannot share an id, so all but the first are numbered.
        if (!id.empty() && !entries.empty())
            one = one.with(
                "model_info", info.with("id", Value::string(id + "-" + std::to_string(entries.size() + 1), info.mark())));
        entries.push_back(std::move(one));
    }
    return entries;
}

} // namespace gatehouse::config
