// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks::otlp {

/// A text that grows by pieces, most of them a few bytes: these are put together before they are appended, which costs more for
/// each than its bytes do.
class Output
{
public:
    static constexpr std::size_t longestPiece = 256;

    void reserve(std::size_t bytes) { m_text.reserve(bytes); }
    /// Where a piece of at most longestPiece bytes may be written, up to where advance() says.
    char *room()
    {
        if (m_used + longestPiece > m_room.size())
            flush();
        return m_room.data() + m_used;
    }
    void advance(const char *end) { m_used = static_cast<std::size_t>(end - m_room.data()); }
    void append(std::string_view bytes)
    {
        if (bytes.size() > longestPiece)
            return appendLong(bytes);
        char *const at = room();
        std::memcpy(at, bytes.data(), bytes.size());
        advance(at + bytes.size());
    }

    std::size_t size() const { return m_text.size() + m_used; }
    /// What was written there, as far as it was one piece.
    char *at(std::size_t place)
    {
        return place < m_text.size() ? m_text.data() + place : m_room.data() + (place - m_text.size());
    }
    /// All of it, to append to.
    std::string &text()
    {
        flush();
        return m_text;
    }
    std::string take() { return std::move(text()); }

private:
    void flush()
    {
        m_text.append(m_room.data(), m_used);
        m_used = 0;
    }
    void appendLong(std::string_view bytes)
    {
        flush();
        m_text += bytes;
    }

    std::string m_text;
    std::array<char, 2048> m_room; // the first m_used bytes stand behind m_text
    std::size_t m_used = 0;
};

} // namespace gatehouse::observe::sinks::otlp
