// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/tree_change.h"

#include <algorithm>
#include <unordered_map>

namespace gatehouse::config {

namespace {

using Kind = Value::Kind;

bool isNumber(Kind kind)
{
    return kind == Kind::Integer || kind == Kind::Real;
}

/// The members of a map by their names.
class Members
{
public:
    explicit Members(const Value &map)
    {
        for (const auto &[key, value] : map.entries())
            m_places.emplace(key, &value);
    }
    const Value *find(const std::string &key) const
    {
        const auto known = m_places.find(key);
        return known == m_places.end() ? nullptr : known->second;
    }

private:
    std::unordered_map<std::string, const Value *> m_places;
};

bool isSameMap(const Value &left, const Value &right)
{
    if (left.entries().size() != right.entries().size())
        return false;
    const Members members(right);
    return std::all_of(left.entries().begin(), left.entries().end(), [&](const Value::Entry &entry) {
        const Value *other = members.find(entry.first);
        return other && isSame(entry.second, *other);
    });
}

/// Collects the places where two trees differ.
class Comparison
{
public:
    explicit Comparison(std::size_t most)
        : m_most(most)
    {
    }

    void compare(const Value &before, const Value &after)
    {
        if (m_found.size() >= m_most)
            return;
        const bool isMaps = before.kind() == Kind::Map && after.kind() == Kind::Map;
        const bool isLists = before.kind() == Kind::List && after.kind() == Kind::List;
        if (isMaps)
            compareMaps(before, after);
        else if (isLists && before.items().size() == after.items().size())
            compareItems(before, after);
        else if (!isSame(before, after))
            m_found.push_back(m_path);
    }

    std::vector<Path> take() { return std::move(m_found); }

private:
    void compareMaps(const Value &before, const Value &after)
    {
        const Members old(before), young(after);
        for (const auto &[key, value] : before.entries())
            compareMember(key, &value, young.find(key));
        for (const auto &[key, value] : after.entries()) {
            if (!old.find(key))
                compareMember(key, nullptr, &value);
        }
    }

    void compareMember(const std::string &key, const Value *before, const Value *after)
    {
        m_path.emplace_back(key);
        if (before && after)
            compare(*before, *after);
        else if (m_found.size() < m_most)
            m_found.push_back(m_path);
        m_path.pop_back();
    }

    void compareItems(const Value &before, const Value &after)
    {
        for (std::size_t i = 0; i < before.items().size(); ++i) {
            m_path.emplace_back(i);
            compare(before.items()[i], after.items()[i]);
            m_path.pop_back();
        }
    }

    std::size_t m_most;
    Path m_path;
    std::vector<Path> m_found;
};

} // namespace

bool isSame(const Value &left, const Value &right)
{
    if (isNumber(left.kind()) && isNumber(right.kind()))
        return left.kind() == Kind::Integer && right.kind() == Kind::Integer ? left.asInt() == right.asInt()
                                                                             : left.asDouble() == right.asDouble();
    if (left.kind() != right.kind())
        return false;
    switch (left.kind()) {
    case Kind::Null: return true;
    case Kind::Boolean: return left.asBool() == right.asBool();
    case Kind::Map: return isSameMap(left, right);
    case Kind::List:
        return std::equal(left.items().begin(), left.items().end(), right.items().begin(), right.items().end(), isSame);
    default: return left.asString() == right.asString();
    }
}

std::vector<Path> changedPaths(const Value &before, const Value &after, std::size_t most)
{
    Comparison comparison(most);
    comparison.compare(before, after);
    return comparison.take();
}

} // namespace gatehouse::config
