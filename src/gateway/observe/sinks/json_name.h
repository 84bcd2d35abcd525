// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gatehouse::observe::sinks {

/// The name of a member as it stands in JSON, with its quotes and its colon. Made when the program is compiled, of names that
/// need no escaping.
class JsonName
{
public:
    /// Bytes that may be copied, whatever the name is: so it takes a few moves instead of a call.
    static constexpr std::size_t room = 48;

    template <std::size_t bytes>
    consteval JsonName(const char (&name)[bytes]) // NOLINT: that "model" is a name is the point
        : m_size(bytes + 2)
    {
        static_assert(bytes + 2 <= room);
        m_text[0] = '"';
        std::copy(name, name + bytes - 1, m_text + 1);
        m_text[bytes] = '"';
        m_text[bytes + 1] = ':';
    }

    const char *data() const { return m_text; }
    std::size_t size() const { return m_size; }
    /// As it is called.
    std::string_view plain() const { return {m_text + 1, m_size - 3}; }

private:
    char m_text[room] = {};
    std::size_t m_size;
};

} // namespace gatehouse::observe::sinks
