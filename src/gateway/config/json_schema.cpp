// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/scalar.h"
#include "gateway/config/schema.h"
#include "gateway/config/schema_parts.h"
#include "gateway/config/schema_tree.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::config {

namespace {

/// What the types of the table are in JSON Schema. Everything may be null or a reference, for that is how files are written.
constexpr std::string_view definitions = R"json({
"reference": {"type": "string", "pattern": "^(os\\.environ/|keychain/|secret://|file/)"},
"scalar": {"type": ["string", "number", "boolean", "null"]},
"boolean": {"anyOf": [{"type": ["boolean", "null"]}, {"enum": ["yes", "no", "on", "off", "true", "false"]}, {"$ref": "#/$defs/reference"}]},
"integer": {"anyOf": [{"type": ["integer", "null"]}, {"type": "string", "pattern": "^[-+]?[0-9][0-9_]*$"}, {"$ref": "#/$defs/reference"}]},
"number": {"anyOf": [{"type": ["number", "null"]}, {"type": "string", "pattern": "^[-+]?[0-9.][0-9_.eE+-]*$"}, {"$ref": "#/$defs/reference"}]},
"duration": {"anyOf": [{"type": ["number", "null"]},
    {"type": "string", "pattern": "^([0-9]+(s|m|h|d|w|mo)?|hourly|daily|weekly|monthly|yearly)$"}, {"$ref": "#/$defs/reference"}]},
"stringList": {"anyOf": [{"$ref": "#/$defs/scalar"}, {"type": "array", "items": {"$ref": "#/$defs/scalar"}}]},
"fallbackList": {"type": ["array", "null"], "items": {"type": "object", "minProperties": 1, "maxProperties": 1}},
"list": {"type": ["array", "null"]},
"map": {"type": ["object", "null"]}
})json";

std::string_view definitionOf(Type type)
{
    switch (type) {
    case Type::Boolean: return "boolean";
    case Type::Integer: return "integer";
    case Type::Number: return "number";
    case Type::String: return "scalar";
    case Type::Secret: return "scalar";
    case Type::Duration: return "duration";
    case Type::StringList: return "stringList";
    case Type::FallbackList: return "fallbackList";
    case Type::List: return "list";
    case Type::Map: return "map";
    case Type::Any: break;
    }
    return {};
}

void writeChoices(wire::JsonWriter &json, std::string_view choices)
{
    json.key("anyOf").beginArray().beginObject().key("enum").beginArray();
    while (!choices.empty()) {
        const std::size_t end = std::min(choices.find('|'), choices.size());
        json.string(choices.substr(0, end));
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    json.null().endArray().endObject().beginObject().key("$ref").string("#/$defs/reference").endObject().endArray();
}

void writeRow(wire::JsonWriter &json, const Key &row)
{
    if (!row.choices.empty())
        writeChoices(json, row.choices);
    else if (row.type != Type::Any)
        json.key("$ref").string("#/$defs/" + std::string(definitionOf(row.type)));
    const std::string_view note = row.served == Served::Later ? " (Known, not active yet.)"
        : row.served == Served::Never                         ? " (No effect.)"
                                                              : "";
    json.key("description").string(std::string(row.help).append(note));
    if (!row.fallback.empty())
        json.key("default").raw(plainScalar(row.fallback).toJson());
}

void writeNode(wire::JsonWriter &json, const SchemaNode &node);

void writeChildren(wire::JsonWriter &json, const SchemaNode &node)
{
    if (const SchemaNode *item = node.named("[]")) {
        json.key("items");
        return writeNode(json, *item);
    }
    json.key("properties").beginObject();
    for (const auto &[name, child] : node.children) {
        if (name == "*")
            continue;
        json.key(name);
        writeNode(json, child);
    }
    json.endObject().key("additionalProperties");
    if (const SchemaNode *any = node.named("*"))
        writeNode(json, *any);
    else
        json.boolean(true);
    json.key("required").beginArray();
    for (const auto &[name, child] : node.children) {
        if (child.row && isRequired(child.row->path))
            json.string(name);
    }
    json.endArray();
}

void writeNode(wire::JsonWriter &json, const SchemaNode &node)
{
    json.beginObject();
    if (node.row)
        writeRow(json, *node.row);
    if (!node.children.empty())
        writeChildren(json, node);
    json.endObject();
}

/// \a json with line breaks and two spaces a level, for people who read it.
std::string indented(std::string_view json)
{
    std::string text;
    std::size_t level = 0;
    bool isInString = false;
    const auto breakLine = [&] { text.append("\n").append(2 * level, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        const bool isEmpty =
            !isInString && i + 1 < json.size() && (c == '{' || c == '[') && (json[i + 1] == '}' || json[i + 1] == ']');
        if (isInString || c == '"') {
            text += c;
            if (c == '\\')
                text += json[++i];
            else if (c == '"')
                isInString = !isInString;
        } else if (isEmpty) {
            text.append(1, c).append(1, json[++i]);
        } else if (c == '{' || c == '[') {
            ++level;
            text += c;
            breakLine();
        } else if (c == '}' || c == ']') {
            --level;
            breakLine();
            text += c;
        } else if (c == ',') {
            text += c;
            breakLine();
        } else if (c == ':') {
            text += ": ";
        } else if (c != ' ' && c != '\n') {
            text += c;
        }
    }
    return text + "\n";
}

} // namespace

bool isRequired(std::string_view path)
{
    static constexpr std::array<std::string_view, 3> paths {
        "model_list[].model_name", "model_list[].litellm_params", "model_list[].litellm_params.model"};
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

std::string jsonSchema()
{
    wire::JsonWriter json;
    json.beginObject();
    json.key("$schema").string("https://json-schema.org/draft/2020-12/schema");
    json.key("title").string("Gatehouse configuration");
    json.key("description").string("LiteLLM's configuration file as Gatehouse reads it.");
    json.key("type").string("object");
    writeChildren(json, schemaTree());
    json.key("$defs").raw(definitions);
    json.endObject();
    return indented(json.text());
}

} // namespace gatehouse::config
