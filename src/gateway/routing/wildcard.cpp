// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/wildcard.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

int specialCharacters(std::string_view text)
{
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](char c) { return c == '*' || c == '/' || c == '-' || c == '.' || c == ':'; }));
}

// Greedy with backtracking. Patterns are short and come from the configuration; names are bounded by the caller.
bool matchFrom(std::string_view pattern, std::string_view name, std::vector<std::string> &captured)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == name;
    if (name.substr(0, star) != pattern.substr(0, star))
        return false;
    const std::string_view rest = pattern.substr(star + 1);
    name.remove_prefix(star);
    for (std::size_t length = name.size() + 1; length-- > 0;) {
        captured.emplace_back(name.substr(0, length));
        if (matchFrom(rest, name.substr(length), captured))
            return true;
        captured.pop_back();
    }
    return false;
}

} // namespace

Wildcard::Wildcard(std::string pattern)
    : m_pattern(std::move(pattern))
{
}

std::optional<std::vector<std::string>> Wildcard::match(std::string_view name) const
{
    constexpr std::size_t longestName = 256; // a longer one is no model's name; it keeps the backtracking small
    std::vector<std::string> captured;
    if (name.size() > longestName || !matchFrom(m_pattern, name, captured))
        return std::nullopt;
    return captured;
}

bool Wildcard::isBefore(const Wildcard &other) const
{
    if (m_pattern.size() != other.m_pattern.size())
        return m_pattern.size() > other.m_pattern.size();
    return specialCharacters(m_pattern) > specialCharacters(other.m_pattern);
}

std::string filled(const std::string &model, const std::vector<std::string> &captured, std::string_view asked)
{
    const auto stars = static_cast<std::size_t>(std::count(model.begin(), model.end(), '*'));
    if (stars == 0)
        return model;
    if (captured.size() > stars)
        return std::string(asked);
    std::string result;
    std::size_t next = 0;
    for (const char c : model) {
        if (c == '*' && next < captured.size())
            result += captured[next++];
        else
            result += c;
    }
    return result;
}

} // namespace gatehouse::routing
