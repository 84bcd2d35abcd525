// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/known_json.h"

#include <algorithm>
#include <cstddef>

namespace gatehouse::observe {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Goes through a JSON text from value to value.
class Walk
{
public:
    explicit Walk(std::string_view json)
        : m_json(json)
    {
    }

    bool isAt(char c)
    {
        while (m_at < m_json.size() && isSpace(m_json[m_at]))
            ++m_at;
        return m_at < m_json.size() && m_json[m_at] == c;
    }
    // Goes past \a c, if it is there.
    bool pass(char c)
    {
        const bool isThere = isAt(c);
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    // Goes past a value; empty = there is none.
    std::string_view value()
    {
        if (isAt('"'))
            return text();
        const std::size_t begin = m_at;
        if (isAt('{') || isAt('['))
            passNested();
        else
            passScalar();
        return m_json.substr(begin, m_at - begin);
    }
    // Goes past a string.
    std::string_view text()
    {
        const std::size_t begin = m_at++;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_json.size());
        return m_json.substr(begin, m_at - begin);
    }

private:
    void passScalar()
    {
        while (
            m_at < m_json.size() && !isSpace(m_json[m_at]) && m_json[m_at] != ',' && m_json[m_at] != ']' && m_json[m_at] != '}')
            ++m_at;
    }
    void passNested()
    {
        int depth = 0;
        do {
            const char c = m_json[m_at];
            if (c == '"') {
                text();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
            ++m_at;
        } while (depth > 0 && m_at < m_json.size());
    }

    std::string_view m_json;
    std::size_t m_at = 0;
};

} // namespace

std::string_view firstItemOf(std::string_view array)
{
    Walk walk(array);
    return walk.pass('[') ? walk.value() : std::string_view();
}

std::vector<std::string_view> itemsOf(std::string_view array)
{
    std::vector<std::string_view> items;
    Walk walk(array);
    if (!walk.pass('['))
        return items;
    do {
        if (const std::string_view item = walk.value(); !item.empty())
            items.push_back(item);
    } while (walk.pass(','));
    return items;
}

KnownObject::KnownObject(std::string_view json)
{
    Walk walk(json);
    if (!walk.pass('{'))
        return;
    constexpr std::size_t usual = 8;
    m_members.reserve(usual);
    while (walk.isAt('"')) {
        const std::string_view name = walk.text();
        if (!walk.pass(':'))
            return;
        m_members.push_back({name.substr(1, name.size() - std::min<std::size_t>(name.size(), 2)), walk.value()});
        walk.pass(',');
    }
}

std::string_view KnownObject::find(std::string_view name) const
{
    const auto found = std::find_if(m_members.rbegin(), m_members.rend(), [&](const Member &each) { return each.name == name; });
    return found == m_members.rend() ? std::string_view() : found->value;
}

} // namespace gatehouse::observe
