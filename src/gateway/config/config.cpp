// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/config.h"

#include "gateway/config/entries.h"
#include "gateway/config/scalar.h"
#include "gateway/config/schema_tree.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::config {

namespace {

Value itemAt(const Value &list, std::string_view part)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(part.data() + 1, part.data() + part.size(), index);
    return error == std::errc() && index < list.items().size() ? list.items()[index] : Value();
}

/// Model group → its list, for LiteLLM's list of one-key maps. The first item about a group counts.
Value groups(const Value &list)
{
    Value map = Value::map({}, list.mark());
    for (const Value &item : list.items()) {
        for (const auto &[group, targets] : item.entries()) {
            if (!map.has(group))
                map = map.with(group, targets.kind() == Value::Kind::List ? targets : Value::list({targets}, targets.mark()));
        }
    }
    return map;
}

Alias::Target targetOf(const Value &value)
{
    if (value.kind() == Value::Kind::Map)
        return {value.find("model").asString(), value.find("weight").asDouble(1)};
    return {value.asString(), 1};
}

Alias aliasOf(const std::string &name, const Value &value)
{
    Alias alias {name, {}, value.find("hidden").asBool()};
    for (const Value &target : value.kind() == Value::Kind::List ? value.items() : std::vector {value}) {
        if (Alias::Target known = targetOf(target); !known.model.empty())
            alias.targets.push_back(std::move(known));
    }
    return alias;
}

} // namespace

bool Config::ok() const
{
    const auto isError = [](const Diagnostic &diagnostic) { return diagnostic.level == Diagnostic::Level::Error; };
    return std::none_of(diagnostics.begin(), diagnostics.end(), isError);
}

Value Config::given(std::string_view path) const
{
    Value value = root;
    for (const std::string_view part : partsOf(path))
        value = part.starts_with('[') ? itemAt(value, part) : value.find(part);
    return value;
}

Value Config::get(std::string_view path) const
{
    Value value = given(path);
    if (!value.isNull())
        return value;
    const Key *row = findKey(path);
    return row && !row->fallback.empty() ? plainScalar(row->fallback) : Value();
}

Value Config::setting(std::string_view key) const
{
    const std::string router = "router_settings." + std::string(key);
    const std::string litellm = "litellm_settings." + std::string(key);
    for (const Value &value : {given(router), given(litellm), get(router)}) {
        if (!value.isNull())
            return value;
    }
    return get(litellm);
}

std::vector<Value> Config::models() const
{
    std::vector<Value> entries;
    for (const Value &entry : root.find("model_list").items()) {
        if (!isUsable(entry))
            continue;
        const std::vector<Value> expanded = perOrganization(entry);
        entries.insert(entries.end(), expanded.begin(), expanded.end());
    }
    return entries;
}

Value Config::fallbacks() const
{
    return groups(setting("fallbacks"));
}

Value Config::contextWindowFallbacks() const
{
    return groups(setting("context_window_fallbacks"));
}

Value Config::contentPolicyFallbacks() const
{
    return groups(setting("content_policy_fallbacks"));
}

std::vector<std::string> Config::defaultFallbacks() const
{
    return setting("default_fallbacks").asStrings();
}

std::vector<Alias> Config::aliases() const
{
    std::vector<Alias> aliases;
    for (const auto &[name, value] : given("router_settings.model_group_alias").entries())
        aliases.push_back(aliasOf(name, value));
    return aliases;
}

std::vector<Value> Config::guardrails() const
{
    std::vector<Value> all = given("guardrails").items();
    const Value more = given("litellm_settings.guardrails");
    all.insert(all.end(), more.items().begin(), more.items().end());
    return all;
}

} // namespace gatehouse::config
