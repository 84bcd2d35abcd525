// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_schema.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::size_t mostText = 1024 * 1024, mostWork = 32 * 1024 * 1024;
constexpr int deepest = 100;
constexpr std::string_view anyObject = R"({"type":"object"})";

// Keywords whose values mean the same to Gemini.
constexpr std::array<std::string_view, 14> plain {"title", "description", "default", "example", "nullable", "pattern", "minimum",
    "maximum", "minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"};
constexpr std::array<std::string_view, 6> formats {"date-time", "enum", "float", "double", "int32", "int64"};

template <typename Names> bool isOneOf(const Names &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isNull(std::string_view schema)
{
    return innerOf(member(schema, "type")) == "null";
}

/// What a place above wants said of the schemas it unites.
struct Frame {
    bool nullable = false;
    std::string_view description = {};
};

class Cleaner
{
public:
    explicit Cleaner(std::string_view root)
        : m_root(root)
    {
    }

    bool write(std::string_view schema, Frame frame = {});
    std::string take() { return m_json.take(); }

private:
    bool writeObject(Members members, Frame frame);
    void unite(Members &members) const;
    bool writeReference(const Members &members, Frame frame);
    bool writeUnion(std::string_view alternatives, Frame frame);
    bool writeTypes(const Members &members, Frame frame);
    bool writeSimple(const Members &members, std::string_view type, Frame frame);
    bool writeProperties(const Members &members);
    bool writeItems(const Members &members, std::string_view type);
    void writeRequired(const Members &members, const Members &properties);
    void writeEnum(const Members &members, std::string_view type);
    std::string_view pointedAt(std::string_view reference) const;

    const std::string_view m_root;
    wire::JsonWriter m_json;
    std::vector<std::string_view> m_open; // references being unfolded
    std::size_t m_work = 0;
    int m_depth = 0;
};

// False when it grows beyond measure.
bool Cleaner::write(std::string_view schema, Frame frame)
{
    m_work += schema.size();
    if (m_work > mostWork || m_json.text().size() > mostText || m_depth >= deepest)
        return false;
    ++m_depth;
    const bool done = writeObject(Members(schema), frame);
    --m_depth;
    return done;
}

bool Cleaner::writeObject(Members members, Frame frame)
{
    if (members.has("$ref"))
        return writeReference(members, frame);
    unite(members);
    if (members.has("description"))
        frame.description = members.find("description");
    for (const std::string_view name : {"anyOf", "oneOf"}) {
        if (isArray(members.find(name)))
            return writeUnion(members.find(name), frame);
    }
    if (isArray(members.find("type")))
        return writeTypes(members, frame);
    return writeSimple(members, innerOf(members.find("type")), frame);
}

// All of several: one schema with the members of each, and the properties of all.
void Cleaner::unite(Members &members) const
{
    JsonItems parts(members.find("allOf"));
    if (!members.has("allOf"))
        return;
    Members properties(members.find("properties"));
    while (parts.next()) {
        const std::string_view reference = member(parts.raw(), "$ref");
        const std::string_view part = reference.empty() ? parts.raw() : pointedAt(innerOf(reference));
        properties.offerAll(Members(member(part, "properties")));
        members.offerAll(Members(part));
    }
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, raw] : properties)
        json.key(name).raw(raw);
    if (!properties.empty())
        members.set("properties", json.endObject().take());
    members.erase("$ref");
}

std::string_view Cleaner::pointedAt(std::string_view reference) const
{
    if (!reference.starts_with('#'))
        return {};
    std::string_view place = m_root, rest = reference.substr(1);
    while (rest.starts_with('/')) {
        const std::size_t end = std::min(rest.find('/', 1), rest.size());
        place = member(place, rest.substr(1, end - 1));
        rest.remove_prefix(end);
    }
    return place;
}

bool Cleaner::writeReference(const Members &members, Frame frame)
{
    const std::string_view reference = innerOf(members.find("$ref"));
    const std::string_view target = pointedAt(reference);
    if (!isObject(target) || isOneOf(m_open, reference)) {
        m_json.raw(anyObject);
        return true;
    }
    if (members.has("description"))
        frame.description = members.find("description");
    m_open.push_back(reference);
    const bool done = write(target, frame);
    m_open.pop_back();
    return done;
}

bool Cleaner::writeUnion(std::string_view alternatives, Frame frame)
{
    JsonItems each(alternatives);
    while (each.next())
        frame.nullable = frame.nullable || isNull(each.raw());
    m_json.beginObject().key("anyOf").beginArray(); // beside which Vertex takes nothing else
    JsonItems again(alternatives);
    while (again.next()) {
        if (!isNull(again.raw()) && !write(again.raw(), frame))
            return false;
    }
    m_json.endArray().endObject();
    return true;
}

// Several types: one and null is a type that may be null, others are a union.
bool Cleaner::writeTypes(const Members &members, Frame frame)
{
    std::vector<std::string_view> types;
    JsonItems each(members.find("type"));
    while (each.next()) {
        if (innerOf(each.raw()) == "null")
            frame.nullable = true;
        else
            types.push_back(innerOf(each.raw()));
    }
    if (types.size() <= 1)
        return writeSimple(members, types.empty() ? std::string_view("string") : types.front(), frame);
    m_json.beginObject().key("anyOf").beginArray();
    for (const std::string_view type : types) {
        if (!writeSimple(members, type, frame))
            return false;
    }
    m_json.endArray().endObject();
    return true;
}

bool Cleaner::writeSimple(const Members &members, std::string_view type, Frame frame)
{
    const bool isObjectType = type == "object" || (type.empty() && members.has("properties"));
    const bool isText = isString(members.find("const")) || members.has("enum");
    m_json.beginObject();
    if (isObjectType || !type.empty() || isText)
        m_json.key("type").string(isObjectType ? "object" : type.empty() ? "string" : type);
    if (frame.nullable)
        m_json.key("nullable").boolean(true);
    if (isString(frame.description))
        m_json.key("description").raw(frame.description);
    for (const auto &[name, raw] : members) {
        const bool said = name == "description" || (name == "nullable" && frame.nullable);
        if (!said && isOneOf(plain, name) && !wire::jsonIsNull(raw))
            m_json.key(name).raw(raw);
    }
    if (const std::string_view format = members.find("format"); isOneOf(formats, innerOf(format)))
        m_json.key("format").raw(format);
    writeEnum(members, type);
    if ((isObjectType && !writeProperties(members)) || !writeItems(members, type))
        return false;
    m_json.endObject();
    return true;
}

// Gemini's enums are of texts.
void Cleaner::writeEnum(const Members &members, std::string_view type)
{
    if (!type.empty() && type != "string")
        return;
    wire::JsonWriter json;
    json.beginArray();
    bool any = false;
    const auto add = [&](std::string_view raw) {
        if (!isString(raw) || raw.size() <= 2)
            return;
        json.raw(raw);
        any = true;
    };
    JsonItems values(members.find("enum"));
    while (values.next())
        add(values.raw());
    if (!members.has("enum"))
        add(members.find("const"));
    if (any)
        m_json.key("enum").raw(json.endArray().text());
}

bool Cleaner::writeProperties(const Members &members)
{
    const Members properties(members.find("properties"));
    if (properties.empty())
        return true;
    m_json.key("properties").beginObject();
    for (const auto &[name, raw] : properties) {
        m_json.key(name);
        if (!write(raw))
            return false;
    }
    m_json.endObject();
    writeRequired(members, properties);
    return true;
}

void Cleaner::writeRequired(const Members &members, const Members &properties)
{
    std::vector<std::string_view> names;
    for (const auto &property : properties)
        names.push_back(property.name);
    std::sort(names.begin(), names.end());
    wire::JsonWriter json;
    json.beginArray();
    bool any = false;
    JsonItems required(members.find("required"));
    while (required.next()) {
        const std::string name = textOf(required.raw());
        if (!std::binary_search(names.begin(), names.end(), name))
            continue;
        json.string(name);
        any = true;
    }
    if (any)
        m_json.key("required").raw(json.endArray().text());
}

// A list must say of what; of several kinds by place only the first counts.
bool Cleaner::writeItems(const Members &members, std::string_view type)
{
    if (type != "array")
        return true;
    std::string_view items = members.find("items");
    JsonItems places(isArray(items) ? items : members.find("prefixItems"));
    if (!isObject(items) && places.next())
        items = places.raw();
    m_json.key("items");
    if (isObject(items) && saysSomething(items))
        return write(items);
    m_json.raw(isObject(items) ? anyObject : R"({"type":"string"})");
    return true;
}

} // namespace

Result<std::string> geminiSchema(std::string_view schema)
{
    const bool isBare = member(schema, "properties").empty() && member(schema, "$ref").empty() && member(schema, "anyOf").empty()
        && member(schema, "oneOf").empty() && member(schema, "allOf").empty();
    if (isBare || member(schema, "properties") == "{}")
        return std::string();
    Cleaner cleaner(schema);
    if (!cleaner.write(schema))
        return Failure {Error {Fault::BadRequest, "the schema of a tool unfolds into too much: it refers to itself too often"}};
    return cleaner.take();
}

} // namespace gatehouse::translate
