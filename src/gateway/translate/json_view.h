// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/json_walk.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

/// Reading nested values in place, without a copy, in a JSON text that wire::JsonObject has already checked as a whole.
/// Every view points into that text, so its place in it is known and it can be spliced.
namespace gatehouse::translate {

inline bool isString(std::string_view raw)
{
    return raw.size() >= 2 && raw.front() == '"';
}
inline bool isArray(std::string_view raw)
{
    return !raw.empty() && raw.front() == '[';
}
inline bool isObject(std::string_view raw)
{
    return !raw.empty() && raw.front() == '{';
}

/// Walks the members of an object. Anything that is not an object has none.
class JsonMembers
{
public:
    explicit JsonMembers(std::string_view object)
        : m_walk(isObject(object) ? object : std::string_view())
    {
    }
    bool next() { return m_walk.next(); }
    std::string_view name() const { return m_walk.name(); } ///< as written between its quotes
    std::string_view raw() const { return m_walk.raw(); }

private:
    JsonWalk m_walk;
};

/// Walks the items of an array. Anything that is not an array has none.
class JsonItems
{
public:
    explicit JsonItems(std::string_view array)
        : m_walk(isArray(array) ? array : std::string_view())
    {
    }
    bool next() { return m_walk.next(); }
    std::string_view raw() const { return m_walk.raw(); }

private:
    JsonWalk m_walk;
};

/// The JSON text of a member, or empty.
std::string_view member(std::string_view object, std::string_view name);
/// The same along a path of names.
std::string_view member(std::string_view object, std::initializer_list<std::string_view> path);

/// A count: numbers that are negative, absurd or no numbers at all are 0.
std::int64_t countOf(std::string_view raw);
/// A string's decoded text; half a surrogate pair becomes U+FFFD instead of losing the rest. Empty if \a raw is no string.
std::string textOf(std::string_view raw);
/// What stands between the quotes of a string, still escaped. Empty if \a raw is no string.
std::string_view innerOf(std::string_view raw);
/// Whether a checked string's escapes are JSON's own, so that it may be copied into another JSON text as it is.
bool hasSoundEscapes(std::string_view raw);
/// \a raw itself if it is a string that may be copied so, else "".
std::string_view soundString(std::string_view raw);
/// Present and neither null nor "", [] or {}.
bool saysSomething(std::string_view raw);
/// The end of the string that opens at \a quote: the place of its closing quote, or npos.
std::size_t closingQuote(std::string_view text, std::size_t quote);

} // namespace gatehouse::translate
