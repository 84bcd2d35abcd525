// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_schema.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace gatehouse::translate {

namespace {

// Definitions that use each other twice double at each step: what grows beyond this stays as the caller wrote it.
constexpr std::size_t largest = 1024 * 1024;
constexpr std::size_t deepest = 64;

constexpr std::array<std::string_view, 6> aboutItself {
    "$schema", "$id", "$comment", "additionalProperties", "strict", "cache_control"};
constexpr std::array<std::string_view, 3> plainKeywords {"type", "properties", "required"};
constexpr std::array<std::string_view, 2> definitionLists {"$defs", "definitions"};
constexpr std::array<std::string_view, 4> dataKeywords {"const", "default", "enum", "examples"};

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Puts definitions where they are referred to.
class Inliner
{
public:
    explicit Inliner(std::string_view schema)
        : m_schema(schema)
    {
        for (const std::string_view list : definitionLists) {
            for (JsonMembers members(member(schema, list)); members.next();) {
                if (isObject(members.raw()))
                    m_definitions["#/" + std::string(list) + '/' + std::string(members.name())] = members.raw();
            }
        }
    }

    /// The whole schema without its definitions; empty where that cannot be.
    std::string inlined()
    {
        m_out = '{';
        for (JsonMembers members(m_schema); members.next();) {
            if (isOneOf(definitionLists, members.name()))
                continue;
            begin(members.name());
            copyMember(members.name(), members.raw());
        }
        m_out += '}';
        return m_failed ? std::string() : std::move(m_out);
    }

private:
    void begin(std::string_view name)
    {
        if (m_out.back() != '{')
            m_out += ',';
        m_out.append("\"").append(name).append("\":");
    }

    void copyMember(std::string_view name, std::string_view raw)
    {
        if (isOneOf(dataKeywords, name))
            m_out += raw;
        else
            copy(raw);
    }

    void copy(std::string_view raw)
    {
        m_failed = m_failed || m_out.size() > largest || m_depth > deepest;
        if (m_failed)
            return;
        ++m_depth;
        if (isObject(raw))
            copyObject(raw);
        else if (isArray(raw))
            copyArray(raw);
        else
            m_out += raw;
        --m_depth;
    }

    void copyArray(std::string_view raw)
    {
        m_out += '[';
        for (JsonItems items(raw); items.next();) {
            if (m_out.back() != '[')
                m_out += ',';
            copy(items.raw());
        }
        m_out += ']';
    }

    void copyObject(std::string_view raw)
    {
        const auto found = m_definitions.find(innerOf(member(raw, "$ref")));
        const std::string_view definition = found == m_definitions.end() ? std::string_view() : found->second;
        m_failed = m_failed || std::find(m_open.begin(), m_open.end(), definition.data()) != m_open.end();
        m_out += '{';
        std::set<std::string_view> said;
        if (!definition.empty() && !m_failed) {
            m_open.push_back(definition.data());
            copyMembers(definition, said);
            m_open.pop_back();
            said.insert("$ref");
        }
        copyMembers(raw, said);
        m_out += '}';
    }

    // What stands beside a reference comes behind what it refers to; nothing is said twice.
    void copyMembers(std::string_view object, std::set<std::string_view> &said)
    {
        for (JsonMembers members(object); members.next();) {
            if (!said.insert(members.name()).second)
                continue;
            begin(members.name());
            copyMember(members.name(), members.raw());
        }
    }

    std::string_view m_schema;
    std::map<std::string, std::string_view, std::less<>> m_definitions; // by how they are referred to
    std::string m_out;
    std::vector<const char *> m_open; // the definitions that are being copied
    std::size_t m_depth = 0;
    bool m_failed = false;
};

} // namespace

std::string bedrockSchema(std::string_view schema, bool isFull)
{
    const bool hasDefinitions = std::any_of(
        definitionLists.begin(), definitionLists.end(), [&](std::string_view list) { return !member(schema, list).empty(); });
    const std::string inlined = hasDefinitions ? Inliner(schema).inlined() : std::string();
    const Members members(inlined.empty() ? schema : std::string_view(inlined));
    wire::JsonWriter json;
    json.beginObject();
    if (!members.has("type"))
        json.key("type").string("object");
    for (const auto &[name, raw] : members) {
        const bool isPlain = isOneOf(plainKeywords, name) || (isOneOf(definitionLists, name) && inlined.empty());
        if (isPlain || (isFull && !isOneOf(aboutItself, name)))
            json.key(name).raw(raw);
    }
    if (!members.has("properties"))
        json.key("properties").raw("{}");
    return json.endObject().take();
}

} // namespace gatehouse::translate
