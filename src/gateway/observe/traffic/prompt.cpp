// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/prompt.h"

#include "gateway/wire/json_object.h"

#include <algorithm>
#include <array>

namespace gatehouse::observe::traffic {

namespace {

using Kind = PromptPart::Kind;
using wire::JsonObject;

// Behind the JSON string that begins at \a at.
std::size_t afterString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return std::min(at + 1, text.size());
}

// Behind the JSON value that begins at \a at.
std::size_t afterValue(std::string_view text, std::size_t at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = afterString(text, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth-- == 0)
                return at;
            ++at;
        } else if (c == ',' && depth == 0) {
            return at;
        } else {
            ++at;
            continue;
        }
        if (depth == 0)
            return at;
    }
    return text.size();
}

// A mark says where to cache and is not read itself: it may move without anything being missed.
bool takeMarks(std::string &json)
{
    constexpr std::string_view name = "\"cache_control\"";
    bool had = false;
    for (std::size_t at = json.find(name); at != std::string::npos; at = json.find(name, at)) {
        const std::size_t colon = json.find_first_not_of(" \n\r\t", at + name.size());
        if (colon == std::string::npos || json[colon] != ':') { // it is somebody's text
            at += name.size();
            continue;
        }
        const std::size_t value = json.find_first_not_of(" \n\r\t", colon + 1);
        std::size_t end = value == std::string::npos ? json.size() : afterValue(json, value), begin = at;
        const std::size_t before = json.find_last_not_of(" \n\r\t", at - 1);
        if (before != std::string::npos && json[before] == ',')
            begin = before;
        else if (const std::size_t after = json.find_first_not_of(" \n\r\t", end);
                 after != std::string::npos && json[after] == ',')
            end = after + 1;
        json.erase(begin, end - begin);
        at = begin;
        had = true;
    }
    return had;
}

std::string nameIn(std::string_view raw, std::string_view member)
{
    const auto object = JsonObject::parse(std::string(raw));
    return object ? wire::jsonString(object->find(member)).value_or("") : std::string();
}

std::string toolName(std::string_view raw)
{
    const auto object = JsonObject::parse(std::string(raw));
    if (!object)
        return {};
    for (const std::string_view inner : {"function", "toolSpec"}) {
        if (object->has(inner))
            return nameIn(object->find(inner), "name");
    }
    const auto name = wire::jsonString(object->find("name"));
    return name ? *name : wire::jsonString(object->find("type")).value_or("");
}

void add(Prompt &prompt, Kind kind, std::string where, std::string_view raw)
{
    PromptPart part {kind, std::move(where), {}, std::string(raw)};
    part.isMarked = takeMarks(part.text);
    part.name = kind == Kind::Tool ? toolName(raw) : nameIn(raw, "role");
    if (kind == Kind::Message && (part.name == "system" || part.name == "developer"))
        part.kind = Kind::System;
    prompt.parts.push_back(std::move(part));
}

// A list, or one value alone.
void addAll(Prompt &prompt, Kind kind, const std::string &where, std::string_view raw)
{
    if (wire::jsonKind(raw) != 'a') {
        if (!wire::jsonIsNull(raw))
            add(prompt, kind, where, raw);
        return;
    }
    std::size_t n = 0;
    for (const std::string_view item : itemsOf(raw))
        add(prompt, kind, where + "[" + std::to_string(n++) + "]", item);
}

void addTools(Prompt &prompt, const JsonObject &body)
{
    std::size_t group = 0;
    for (const std::string_view tool : itemsOf(body.find("tools"))) { // Google's are lists in a list
        const std::string where = "tools[" + std::to_string(group++) + "]";
        const auto object = JsonObject::parse(std::string(tool));
        if (object && object->has("functionDeclarations"))
            addAll(prompt, Kind::Tool, where + ".functionDeclarations", object->find("functionDeclarations"));
        else
            add(prompt, Kind::Tool, where, tool);
    }
    if (const auto config = JsonObject::parse(std::string(body.find("toolConfig"))); config && config->has("tools"))
        addAll(prompt, Kind::Tool, "toolConfig.tools", config->find("tools"));
}

} // namespace

bool Prompt::isMarked() const
{
    return std::any_of(parts.begin(), parts.end(), [](const PromptPart &part) { return part.isMarked; });
}

std::size_t Prompt::bytes() const
{
    std::size_t sum = 0;
    for (const PromptPart &part : parts)
        sum += part.text.size();
    return sum;
}

std::vector<std::string_view> itemsOf(std::string_view array)
{
    std::vector<std::string_view> items;
    if (wire::jsonKind(array) != 'a')
        return items;
    for (std::size_t at = 1; at < array.size();) {
        at = std::min(array.find_first_not_of(" \n\r\t,", at), array.size());
        if (at == array.size() || array[at] == ']')
            break;
        const std::size_t end = afterValue(array, at);
        std::string_view item = array.substr(at, end - at);
        while (!item.empty() && std::string_view(" \n\r\t").find(item.back()) != std::string_view::npos)
            item.remove_suffix(1);
        items.push_back(item);
        at = std::max(end, at + 1);
    }
    return items;
}

std::optional<Prompt> promptOf(std::string_view body)
{
    const auto object = JsonObject::parse(std::string(body));
    if (!object)
        return std::nullopt;
    Prompt prompt;
    addTools(prompt, *object);
    for (const std::string_view name : {"system", "instructions", "systemInstruction", "system_instruction"})
        addAll(prompt, Kind::System, std::string(name), object->find(name));
    bool isThere = false;
    for (const std::string_view name : {"messages", "input", "contents", "prompt"}) {
        isThere = isThere || object->has(name);
        addAll(prompt, Kind::Message, std::string(name), object->find(name));
    }
    prompt.isAnthropic = object->has("messages") && object->has("max_tokens")
        && (object->has("system") || object->has("anthropic_version") || prompt.isMarked());
    return isThere ? std::optional(std::move(prompt)) : std::nullopt;
}

} // namespace gatehouse::observe::traffic
