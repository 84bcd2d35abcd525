// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/schema_list.h"

#include "gateway/config/restart.h"
#include "gateway/config/scalar.h"
#include "gateway/config/schema_parts.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::config {

namespace {

struct Unit {
    std::string_view ending;
    std::string_view unit;
};
/// The first that fits counts.
constexpr std::array units {Unit {"_mb", "megabytes"}, Unit {"_kb", "kilobytes"}, Unit {"_gb", "gigabytes"},
    Unit {"_seconds", "seconds"}, Unit {"_hours", "hours"}, Unit {"_days", "days"}, Unit {"timeout", "seconds"},
    Unit {"_time", "seconds"}, Unit {"ttl", "seconds"}, Unit {"_interval", "seconds"}, Unit {"retry_after", "seconds"},
    Unit {"alerting_threshold", "seconds"}, Unit {"_budget", "dollars"}, Unit {"budget_limit", "dollars"},
    Unit {"_budget_in_usd", "dollars"}, Unit {"tpm", "tokens per minute"}, Unit {"tpm_limit", "tokens per minute"},
    Unit {"rpm", "requests per minute"}, Unit {"rpm_limit", "requests per minute"}, Unit {"max_tokens", "tokens"},
    Unit {"_tokens", "tokens"}, Unit {"parallel_requests", "requests"}};

std::string_view nameOf(std::string_view path)
{
    if (path.ends_with("[]"))
        return "[]";
    const std::size_t dot = path.rfind('.');
    return dot == path.npos ? path : path.substr(dot + 1);
}

std::string_view parentOf(std::string_view path)
{
    const std::string_view name = nameOf(path);
    path.remove_suffix(name.size());
    return path.ends_with('.') ? path.substr(0, path.size() - 1) : path;
}

std::string_view wordFor(Type type)
{
    switch (type) {
    case Type::Boolean: return "boolean";
    case Type::Integer: return "integer";
    case Type::Number: return "number";
    case Type::String: return "string";
    case Type::Duration: return "duration";
    case Type::Secret: return "secret";
    case Type::StringList: return "string_list";
    case Type::List: return "list";
    case Type::Map: return "map";
    case Type::FallbackList: return "fallback_list";
    case Type::Any: break;
    }
    return "any";
}

std::string_view wordFor(Served served)
{
    switch (served) {
    case Served::Now: return "now";
    case Served::Later: return "later";
    case Served::Never: break;
    }
    return "never";
}

void writeChoices(wire::JsonWriter &json, std::string_view choices)
{
    json.key("choices").beginArray();
    while (!choices.empty()) {
        const std::size_t end = std::min(choices.find('|'), choices.size());
        json.string(choices.substr(0, end));
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    json.endArray();
}

bool isOf(std::span<const Key> part, const Key &key)
{
    return std::any_of(part.begin(), part.end(), [&](const Key &each) { return each.path == key.path; });
}

void writeKey(wire::JsonWriter &json, const Key &key)
{
    const std::string_view path = key.path, parent = parentOf(path);
    json.beginObject().key("path").string(path).key("section").string(path.substr(0, path.find_first_of(".[")));
    json.key("name").string(nameOf(path));
    json.key("parent").stringOrNull(parent);
    json.key("type").string(wordFor(key.type));
    writeChoices(json, key.choices);
    json.key("default");
    if (!key.fallback.empty() && key.type == Type::String)
        json.string(key.fallback); // a word such as off, which is not meant as a no
    else
        json.raw(key.fallback.empty() ? "null" : plainScalar(key.fallback).toJson());
    json.key("unit").stringOrNull(unitOf(key));
    json.key("help").string(key.help).key("served").string(wordFor(key.served));
    json.key("secret").boolean(key.type == Type::Secret).key("required").boolean(isRequired(path));
    json.key("needs_restart").boolean(needsRestart(path));
    json.key("request_parameter").boolean(isOf(requestParameterKeys(), key)).endObject();
}

} // namespace

std::string unitOf(const Key &key)
{
    const std::string_view name = nameOf(key.path);
    if (key.type != Type::Integer && key.type != Type::Number)
        return {};
    if (const std::size_t per = name.find("_cost_per_"); per != name.npos) {
        std::string what(name.substr(per + std::string_view("_cost_per_").size()));
        std::replace(what.begin(), what.end(), '_', ' ');
        return "dollars per " + what;
    }
    const auto unit = std::find_if(units.begin(), units.end(), [name](const Unit &each) { return name.ends_with(each.ending); });
    return unit == units.end() ? std::string() : std::string(unit->unit);
}

std::string schemaList()
{
    wire::JsonWriter json;
    json.beginObject().key("keys").beginArray();
    for (const Key &key : schema())
        writeKey(json, key);
    return json.endArray().endObject().take();
}

} // namespace gatehouse::config
