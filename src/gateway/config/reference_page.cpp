// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/schema_parts.h"

#include <array>
#include <string>

namespace gatehouse::config {

namespace {

constexpr std::string_view introduction = R"(# Configuration

<!-- Generated from the schema table in src/gateway/config: gatehouse config reference > docs/configuration.md -->

Gatehouse reads LiteLLM's configuration file unchanged. `gatehouse check FILE` says everything there is to say about a file, with
file, line and column, and ends with a status other than 0 when there is an error. `gatehouse config schema` prints a JSON Schema
for editors. A changed file and SIGHUP reload it; when the new one has errors, the running gateway keeps the last good one.

- **Words.** YAML 1.1: `yes`, `no`, `on` and `off` are true and false, `200_000` is a number, `017` and `0o17` are octal; what
  stands in quotes is text. Numbers and truth in quotes are taken where the key wants them. Anchors, aliases and `<<` work.
- **The environment.** A text that begins with `os.environ/` is replaced by that variable. `environment_variables` come on top of
  the environment, and count for the references of the same file. A variable that is not set leaves its key empty, with a warning;
  for `general_settings.master_key` it is an error, because the gateway would be open to everybody.
- **Secrets** may also be kept in the keychain (`keychain/NAME`) or in files (`file/PATH`): [secrets.md](secrets.md).
- **Several files.** `include` names further files, relative to the folder of the main one: their lists extend its lists,
  anything else replaces it. Includes inside included files are not followed.
- **Two places.** Fallbacks, `num_retries`, `retry_after` and `max_fallbacks` may stand in `router_settings` and in
  `litellm_settings`; the router's word counts. Guardrails may stand at the top level and in `litellm_settings`; all count.
- **Unknown keys** are a warning with the nearest known key. In `litellm_params` they are request parameters and in `model_info`
  they are kept; there only a near miss of a known key is a warning.
- **Active** says whether a key works in this version: *yes*; *not yet*: it is accepted and said to be known, not active yet;
  *no*: it is accepted, but has no meaning here.
- **Secrets** are never printed, not even in messages about them.
)";

struct Section {
    std::string_view title;
    std::string_view prefix; // of the paths, left out in the table
    std::span<const Key> keys;
};

std::string_view nameOf(Type type)
{
    switch (type) {
    case Type::Boolean: return "true or false";
    case Type::Integer: return "whole number";
    case Type::Number: return "number";
    case Type::String: return "text";
    case Type::Duration: return "duration";
    case Type::Secret: return "secret";
    case Type::StringList: return "list of words";
    case Type::List: return "list";
    case Type::Map: return "map";
    case Type::FallbackList: return "fallbacks";
    case Type::Any: break;
    }
    return "any";
}

std::string_view wordFor(Served served)
{
    return served == Served::Now ? "yes" : served == Served::Later ? "not yet" : "no";
}

/// \a text inside a table's cell, where a bar would end it and < would begin HTML.
std::string cell(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '|' || c == '<' || c == '*')
            result += '\\';
        result += c;
    }
    return result;
}

std::string meaning(const Key &key)
{
    std::string text = cell(key.help);
    if (key.choices.empty())
        return text;
    text += " One of: `";
    for (const char c : key.choices)
        c == '|' ? text += "`, `" : text += c;
    return text + "`.";
}

void appendRow(std::string &page, const Key &key, std::string_view prefix)
{
    std::string_view name = key.path;
    if (name.starts_with(prefix) && name.size() > prefix.size())
        name.remove_prefix(prefix.size());
    page.append("| `").append(name).append("` | ").append(nameOf(key.type)).append(" | ");
    page += key.fallback.empty() ? "" : "`" + std::string(key.fallback) + "`";
    page.append(" | ").append(wordFor(key.served)).append(" | ").append(meaning(key)).append(" |\n");
}

void appendSection(std::string &page, const Section &section)
{
    page.append("\n## ").append(section.title).append("\n\n");
    page += "| key | type | default | active | meaning |\n|---|---|---|---|---|\n";
    for (const Key &key : section.keys)
        appendRow(page, key, section.prefix);
}

} // namespace

std::string referencePage()
{
    const std::array sections {
        Section {"`model_list`", "model_list[].", modelKeys()},
        Section {"`model_list[].litellm_params`: request parameters", "model_list[].litellm_params.", requestParameterKeys()},
        Section {"`model_list[].model_info`", "model_list[].model_info.", modelInfoKeys()},
        Section {"`litellm_settings`", "litellm_settings.", litellmKeys()},
        Section {"`router_settings`", "router_settings.", routerKeys()},
        Section {"`general_settings`", "general_settings.", generalKeys()},
        Section {"Other sections", "", otherKeys()},
    };
    std::string page(introduction);
    for (const Section &section : sections)
        appendSection(page, section);
    return page;
}

} // namespace gatehouse::config
