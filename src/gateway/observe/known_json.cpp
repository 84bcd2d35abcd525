// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/known_json.h"

#include "gateway/wire/json_check.h"

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
    std::string_view rest() const { return m_json.substr(m_at); }
    // Goes past \a c, if it is there.
    bool pass(char c)
    {
        const bool isThere = isAt(c);
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    // Goes to the value of a member of the object that stands here; false = there is none.
    bool enter(std::string_view name)
    {
        if (!pass('{'))
            return false;
        while (isAt('"')) {
            const std::string_view each = text();
            if (!pass(':'))
                return false;
            if (each.size() == name.size() + 2 && each.substr(1, name.size()) == name)
                return true;
            value();
            pass(',');
        }
        return false;
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
        while (passPlain() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_json.size());
        return m_json.substr(begin, m_at - begin);
    }

private:
    // Whether there is something behind it.
    bool passPlain()
    {
        m_at = std::min(m_at, m_json.size());
        const char *const end = m_json.data() + m_json.size();
        m_at = static_cast<std::size_t>(wire::endOfPlainText(m_json.data() + m_at, end) - m_json.data());
        return m_at < m_json.size();
    }
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

std::string_view valueAt(std::string_view json, std::initializer_list<std::string_view> names)
{
    Walk walk(json);
    for (const std::string_view name : names) {
        walk.pass('[');
        if (!walk.enter(name))
            return {};
    }
    return walk.value();
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

KnownObject KnownObject::firstOf(std::string_view array)
{
    Walk walk(array);
    return walk.pass('[') ? KnownObject(walk.rest()) : KnownObject();
}

std::string_view KnownObject::find(std::string_view name) const
{
    const auto found = std::find_if(m_members.rbegin(), m_members.rend(), [&](const Member &each) { return each.name == name; });
    return found == m_members.rend() ? std::string_view() : found->value;
}

} // namespace gatehouse::observe
