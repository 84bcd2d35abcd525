// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/json_tree.h"

#include "gateway/wire/json_object.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace gatehouse::config {

namespace {

constexpr int deepest = 64;

/// Walks over JSON once. It was checked, so what is unexpected only ends the walk.
class JsonWalk
{
public:
    explicit JsonWalk(std::string_view json)
        : m_json(json)
    {
    }

    std::optional<Value> read()
    {
        Value value = readValue(0);
        skipBlanks();
        return m_hasFailed || m_at != m_json.size() ? std::nullopt : std::optional(std::move(value));
    }

private:
    Value fail()
    {
        m_hasFailed = true;
        m_at = m_json.size();
        return {};
    }

    void skipBlanks() { m_at = std::min(m_json.find_first_not_of(" \t\r\n", m_at), m_json.size()); }
    char next()
    {
        skipBlanks();
        return m_at < m_json.size() ? m_json[m_at] : '\0';
    }
    bool take(char c)
    {
        const bool isHere = next() == c;
        m_at += isHere ? 1 : 0;
        return isHere;
    }

    Value readValue(int depth)
    {
        if (depth > deepest)
            return fail();
        switch (next()) {
        case '{': return readMap(depth);
        case '[': return readList(depth);
        case '"': return Value::string(readText());
        case '\0': return fail();
        default: return readWord();
        }
    }

    Value readMap(int depth)
    {
        std::vector<Value::Entry> entries;
        std::unordered_map<std::string, std::size_t> places;
        ++m_at;
        while (!m_hasFailed && !take('}')) {
            std::string name = next() == '"' ? readText() : (fail(), std::string());
            if (!take(':'))
                return fail();
            Value value = readValue(depth + 1);
            const auto [place, isNew] = places.emplace(name, entries.size());
            if (isNew)
                entries.emplace_back(std::move(name), std::move(value));
            else
                entries[place->second].second = std::move(value);
            if (!take(',') && next() != '}')
                return fail();
        }
        return Value::map(std::move(entries));
    }

    Value readList(int depth)
    {
        std::vector<Value> items;
        ++m_at;
        while (!m_hasFailed && !take(']')) {
            items.push_back(readValue(depth + 1));
            if (!take(',') && next() != ']')
                return fail();
        }
        return Value::list(std::move(items));
    }

    std::string readText()
    {
        const std::size_t begin = m_at++;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_json.size());
        const auto text = wire::jsonString(m_json.substr(begin, m_at - begin));
        if (!text)
            (void)fail();
        return text.value_or(std::string());
    }

    Value readWord()
    {
        const std::size_t end = std::min(m_json.find_first_of(",]} \t\r\n", m_at), m_json.size());
        const std::string_view word = m_json.substr(m_at, end - m_at);
        m_at = end;
        if (word == "null")
            return Value::null();
        if (const auto truth = wire::jsonBool(word))
            return Value::boolean(*truth);
        std::int64_t whole = 0;
        const auto [last, error] = std::from_chars(word.data(), word.data() + word.size(), whole);
        if (error == std::errc() && last == word.data() + word.size())
            return Value::integer(whole);
        const auto number = wire::jsonNumber(word);
        return number ? Value::real(*number) : fail();
    }

    std::string_view m_json;
    std::size_t m_at = 0;
    bool m_hasFailed = false;
};

} // namespace

std::optional<Value> treeFromJson(std::string_view json)
{
    return JsonWalk(json).read();
}

} // namespace gatehouse::config
