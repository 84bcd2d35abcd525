// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatehouse::observe::sinks {

/// A number or a time as it is written, where it costs no allocation: a report has dozens of them.
class Figure
{
public:
    void add(char c) { m_text[m_size++] = c; }
    void add(std::int64_t value)
    {
        m_size = static_cast<std::size_t>(
            std::to_chars(m_text.data() + m_size, m_text.data() + m_text.size(), value).ptr - m_text.data());
    }
    /// With zeros in front, as many \a digits as they are to be.
    void add(std::int64_t value, std::size_t digits)
    {
        for (std::size_t at = digits; at-- > 0; value /= 10)
            m_text[m_size + at] = static_cast<char>('0' + value % 10);
        m_size += digits;
    }
    /// Those at the end, which say nothing behind a point.
    void dropZeros()
    {
        while (m_size > 0 && m_text[m_size - 1] == '0')
            --m_size;
    }
    operator std::string_view() const { return {m_text.data(), m_size}; } // NOLINT: it is text

private:
    std::array<char, 48> m_text;
    std::size_t m_size = 0;
};

} // namespace gatehouse::observe::sinks
