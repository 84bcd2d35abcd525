// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/google_schema.h"

#include "gateway/translate/google_names.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Each level reads its text once more. No schema of use goes deeper; what stands below is copied.
constexpr int deepest = 100;

// Counts that Google writes as strings, because its integers are 64 bits wide.
constexpr std::array<std::string_view, 6> counts {
    "minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"};

class Copy
{
public:
    void schema(std::string_view raw);
    std::string take() { return std::move(m_out); }

private:
    void object(const Members &members);
    void keyword(std::string_view name, std::string_view raw, bool nullable);
    void type(std::string_view raw, bool nullable);
    void properties(std::string_view raw);
    void list(std::string_view raw);
    void name(std::string_view name);

    std::string m_out;
    int m_depth = 0;
};

void Copy::schema(std::string_view raw)
{
    if (!isObject(raw) || m_depth >= deepest) {
        m_out += raw;
        return;
    }
    ++m_depth;
    object(Members(raw));
    --m_depth;
}

void Copy::object(const Members &members)
{
    const bool nullable = members.find("nullable") == "true";
    m_out += '{';
    const std::size_t begin = m_out.size();
    for (const auto &[word, raw] : members) {
        if (word == "nullable" || isName(word, "propertyOrdering") || raw == "\"TYPE_UNSPECIFIED\"")
            continue;
        if (m_out.size() > begin)
            m_out += ',';
        keyword(word, raw, nullable);
    }
    m_out += '}';
}

void Copy::name(std::string_view name)
{
    wire::appendJsonString(m_out, name);
    m_out += ':';
}

void Copy::keyword(std::string_view word, std::string_view raw, bool nullable)
{
    const auto count = std::find_if(counts.begin(), counts.end(), [&](std::string_view each) { return isName(word, each); });
    if (count != counts.end()) {
        name(*count);
        const std::string_view digits = innerOf(raw);
        const bool isCount = !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos && digits.size() < 16;
        m_out += isCount ? digits : raw;
    } else if (isName(word, "anyOf")) {
        name("anyOf");
        list(raw);
    } else if (word == "properties") {
        name(word);
        properties(raw);
    } else if (word == "items") {
        name(word);
        schema(raw);
    } else {
        name(word);
        word == "type" ? type(raw, nullable) : void(m_out += raw);
    }
}

void Copy::type(std::string_view raw, bool nullable)
{
    if (!isString(raw)) {
        m_out += raw;
        return;
    }
    std::string lower(raw);
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    m_out += nullable ? '[' + lower + ",\"null\"]" : lower;
}

void Copy::properties(std::string_view raw)
{
    if (!isObject(raw)) {
        m_out += raw;
        return;
    }
    m_out += '{';
    const std::size_t begin = m_out.size();
    for (JsonWalk walk(raw); walk.next();) {
        if (m_out.size() > begin)
            m_out += ',';
        m_out.append("\"").append(walk.name()).append("\":");
        schema(walk.raw());
    }
    m_out += '}';
}

void Copy::list(std::string_view raw)
{
    if (!isArray(raw)) {
        m_out += raw;
        return;
    }
    m_out += '[';
    const std::size_t begin = m_out.size();
    for (JsonWalk walk(raw); walk.next();) {
        if (m_out.size() > begin)
            m_out += ',';
        schema(walk.raw());
    }
    m_out += ']';
}

} // namespace

std::string jsonSchemaOf(std::string_view schema)
{
    Copy copy;
    copy.schema(schema);
    return copy.take();
}

} // namespace gatehouse::translate
