// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/json_name.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// Writes a report as JSON on one line. A report has a hundred members, and most are a few bytes: so these are put together in a
/// small room first, and names are ready when this is compiled. Commas and quotes are its business, nesting is the caller's.
class JsonLine
{
public:
    explicit JsonLine(std::size_t expected);

    JsonLine &beginObject() { return open('{'); }
    JsonLine &endObject() { return close('}'); }
    JsonLine &beginArray() { return open('['); }
    JsonLine &endArray() { return close(']'); }
    JsonLine &key(const JsonName &name);
    /// A name that is known only now.
    JsonLine &name(std::string_view name);
    /// Anything that somebody sent: what is no UTF-8 in it is replaced, and what is longer than 8 KiB is cut.
    JsonLine &text(std::string_view value);
    /// The same of any length; it must be UTF-8.
    JsonLine &whole(std::string_view value);
    /// The same as text(), or null where it is empty.
    JsonLine &textOrNull(std::string_view value) { return value.empty() ? null() : text(value); }
    JsonLine &number(std::int64_t value);
    /// Whole members, as most of them are: name and value at once.
    JsonLine &text(const JsonName &name, std::string_view value);
    JsonLine &textOrNull(const JsonName &name, std::string_view value)
    {
        return value.empty() ? key(name).null() : text(name, value);
    }
    JsonLine &number(const JsonName &name, std::int64_t value);
    /// Some that are always the same, as they stand in JSON.
    JsonLine &members(std::string_view json) { return literal(json); }
    JsonLine &boolean(bool value) { return literal(value ? "true" : "false"); }
    JsonLine &null()
    {
        constexpr std::string_view text = "null";
        std::memcpy(begin(text.size()), text.data(), text.size());
        m_used += text.size();
        return *this;
    }
    /// JSON that stands on one line.
    JsonLine &literal(std::string_view json);
    /// JSON that somebody sent; \a otherwise where it is empty.
    JsonLine &json(std::string_view json, std::string_view otherwise = "null");

    std::string take();

private:
    static constexpr std::size_t most = 1024;

    JsonLine &open(char bracket)
    {
        *begin(1) = bracket;
        ++m_used;
        m_needsComma = false;
        return *this;
    }
    JsonLine &close(char bracket)
    {
        *room(1) = bracket;
        ++m_used;
        m_needsComma = true;
        return *this;
    }
    // Where a value or a name of \a bytes may be written, behind the comma that it needs. Who does so adds to m_used.
    char *begin(std::size_t bytes)
    {
        *room(bytes + 1) = ',';
        m_used += m_needsComma ? 1 : 0;
        m_needsComma = true;
        return m_room.data() + m_used;
    }
    char *room(std::size_t bytes)
    {
        if (m_used + bytes > m_room.size())
            spill();
        return m_room.data() + m_used;
    }
    void spill();
    bool fits(const char *name, std::size_t nameSize, std::string_view text);

    std::string m_text;
    std::array<char, most> m_room; // what comes behind m_text
    std::size_t m_used = 0;        // of that
    bool m_needsComma = false;
};

} // namespace gatehouse::observe::sinks
