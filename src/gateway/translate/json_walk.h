// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// Goes through the items of a JSON array or the members of a JSON object, giving the text of each as it stands: numbers keep
/// their digits and schemas their order, and nothing is decoded that nobody asks for. The text must have been checked before
/// (it comes from a wire::JsonObject); on text that is not JSON the walk ends early, never out of bounds.
///     for (JsonWalk walk(raw); walk.next();) use(walk.raw());
class JsonWalk
{
public:
    explicit JsonWalk(std::string_view raw);
    bool next();
    std::string_view name() const { return m_name; } ///< of a member, as written between its quotes
    std::string_view raw() const { return m_raw; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isObject = false;
    std::string_view m_name, m_raw;
};

/// \a name with its escapes resolved, if it has any; nothing when they are broken.
std::optional<std::string> decodedName(std::string_view name);

/// \a raw without what \a path names: "a.b", "tools[*].function.strict", "tools[0].x". Nothing when there is no such place.
std::optional<std::string> withoutPath(std::string_view raw, std::string_view path);

} // namespace gatehouse::translate
