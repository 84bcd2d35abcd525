// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/json_check.h"

#include "gateway/wire/utf8.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace gatehouse::wire {

namespace {

// As many bytes as one register compares at once; GCC and Clang know what that is on each processor.
using Block = unsigned char __attribute__((vector_size(16)));

bool isPlain(char c)
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' ';
}

// How many of the next bytes are plain, up to a block.
std::ptrdiff_t plainInBlock(const char *at)
{
    constexpr std::ptrdiff_t half = sizeof(std::uint64_t);
    Block bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const auto found = (bytes == '"') | (bytes == '\\') | (bytes < ' '); // each byte of it is all ones or none
    std::uint64_t parts[2];
    std::memcpy(parts, &found, sizeof parts);
    const auto before = [](std::uint64_t part) {
        return (std::endian::native == std::endian::little ? std::countr_zero(part) : std::countl_zero(part)) / 8;
    };
    return parts[0] != 0 ? before(parts[0]) : half + before(parts[1]);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Goes through a text, value by value; each of these says whether it got past what it is called.
class Check
{
public:
    explicit Check(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    bool whole()
    {
        skipSpace();
        if (!isAt('{') || !value(0))
            return false;
        skipSpace();
        return m_at == m_end;
    }

private:
    static constexpr int mostLevels = 1000;

    bool isAt(char c) const { return m_at != m_end && *m_at == c; }
    bool one(char c)
    {
        if (!isAt(c))
            return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool mark(char c)
    {
        skipSpace();
        return one(c);
    }

    bool value(int level)
    {
        skipSpace();
        if (m_at == m_end || level > mostLevels)
            return false;
        switch (*m_at) {
        case '"': return string();
        case '{': return object(level);
        case '[': return array(level);
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }
    bool object(int level)
    {
        ++m_at;
        if (mark('}'))
            return true;
        do {
            skipSpace();
            if (!isAt('"') || !string() || !mark(':') || !value(level + 1))
                return false;
        } while (mark(','));
        return one('}');
    }
    bool array(int level)
    {
        ++m_at;
        if (mark(']'))
            return true;
        do {
            if (!value(level + 1))
                return false;
        } while (mark(','));
        return one(']');
    }

    bool string()
    {
        ++m_at;
        while (m_at != m_end) {
            m_at = endOfPlainText(m_at, m_end);
            if (one('"'))
                return true;
            if (!one('\\') || !escape())
                return false;
        }
        return false;
    }
    bool escape()
    {
        constexpr std::string_view simple = "\"\\/bfnrt";
        constexpr std::ptrdiff_t digits = 4;
        if (!one('u'))
            return m_at != m_end && simple.find(*m_at++) != simple.npos;
        if (m_end - m_at < digits || !std::all_of(m_at, m_at + digits, isHexDigit))
            return false;
        m_at += digits;
        return true;
    }

    bool word(std::string_view expected)
    {
        if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(expected))
            return false;
        m_at += expected.size();
        return true;
    }
    bool digits()
    {
        const char *const begin = m_at;
        m_at = std::find_if_not(m_at, m_end, isDigit);
        return m_at != begin;
    }
    bool number()
    {
        one('-');
        if (!one('0') && !digits())
            return false;
        if (one('.') && !digits())
            return false;
        if (!one('e') && !one('E'))
            return true;
        if (!one('+'))
            one('-');
        return digits();
    }

    const char *m_at;
    const char *m_end;
};

} // namespace

const char *endOfPlainText(const char *at, const char *end)
{
    constexpr std::ptrdiff_t block = sizeof(Block);
    while (end - at >= block) {
        const std::ptrdiff_t plain = plainInBlock(at);
        at += plain;
        if (plain < block)
            return at;
    }
    while (at != end && isPlain(*at))
        ++at;
    return at;
}

bool isJsonObject(std::string_view text)
{
    return Check(text).whole() && isUtf8(text);
}

} // namespace gatehouse::wire
