// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::wire {

/// An open JSON object: its text, and where its top-level members stand in it. This is how a request body travels through
/// the house: members nobody needs are never decoded, and the text can be spliced instead of rebuilt.
/// The whole text is checked for structure (nesting, commas, numbers, literals, UTF-8), not only its top level.
class JsonObject
{
public:
    struct Member {
        std::string_view name; ///< decoded only if it needs no unescaping; otherwise as written between the quotes
        std::string_view raw;  ///< the value's JSON text
    };

    JsonObject() = default;
    /// Fails with Fault::InvalidRequest, a message in the form "Invalid JSON payload: …: line 1 column 39 (char 38)" and
    /// param "request_body". More than 1,000 levels of nesting are refused.
    static Result<JsonObject> parse(std::string text);

    std::size_t size() const { return m_spans.size(); }
    Member at(std::size_t index) const;
    /// JSON text of the value named \a name (the last one, if the name is repeated); empty when there is none.
    std::string_view find(std::string_view name) const;
    bool has(std::string_view name) const { return !find(name).empty(); }
    const std::string &text() const { return m_text; }

private:
    struct Span {
        std::uint32_t nameBegin, nameSize, rawBegin, rawSize;
    };
    std::string m_text; // its capacity leaves simdjson its padding
    std::vector<Span> m_spans;
};

/// The decoded string, if \a raw is a JSON string.
std::optional<std::string> jsonString(std::string_view raw);
std::optional<bool> jsonBool(std::string_view raw);
std::optional<double> jsonNumber(std::string_view raw);
/// The decoded strings, if \a raw is an array of strings only.
std::optional<std::vector<std::string>> jsonStrings(std::string_view raw);
/// True for an absent value and for null.
inline bool jsonIsNull(std::string_view raw)
{
    return raw.empty() || raw == "null";
}
/// Kind of a JSON text by its first character: 'o'bject, 'a'rray, 's'tring, 'n'umber, 'b'ool, '0' for null or absent.
char jsonKind(std::string_view raw);

} // namespace gatehouse::wire
