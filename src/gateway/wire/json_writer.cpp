// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/json_writer.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace gatehouse::wire {

namespace {

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

// As many bytes as one register compares at once; GCC and Clang know what that is on each processor.
using Block = unsigned char __attribute__((vector_size(16)));
using Half = unsigned char __attribute__((vector_size(8)));

// Whether one of the bytes at \a text needs escaping.
template <typename Bytes> bool needsEscape(const char *text)
{
    Bytes bytes;
    std::memcpy(&bytes, text, sizeof bytes);
    const auto found = (bytes < 0x20) | (bytes == '"') | (bytes == '\\');
    std::uint64_t parts[sizeof bytes / sizeof(std::uint64_t)];
    std::memcpy(parts, &found, sizeof found);
    return (parts[0] | parts[sizeof bytes / sizeof(std::uint64_t) - 1]) != 0;
}

// Where the next byte is that needs escaping: block by block, as long as none of them has one. What is written is mostly long and
// plain, and the last block is looked at from its end rather than what is left of it byte by byte.
template <typename Bytes> std::size_t nextBlock(std::string_view text, std::size_t from)
{
    while (from + sizeof(Bytes) <= text.size() && !needsEscape<Bytes>(text.data() + from))
        from += sizeof(Bytes);
    const bool isNearEnd = from + sizeof(Bytes) > text.size();
    return isNearEnd && !needsEscape<Bytes>(text.data() + text.size() - sizeof(Bytes)) ? text.size() : from;
}

std::size_t nextToEscape(std::string_view text, std::size_t from)
{
    if (text.size() >= sizeof(Block))
        from = nextBlock<Block>(text, from);
    else if (text.size() >= sizeof(Half))
        from = nextBlock<Half>(text, from);
    while (from < text.size() && isPlain(text[from]))
        ++from;
    return from;
}

// Most names and many values are short and plain: they are put together with what stands around them first, and appended at
// once. False = this one is not.
bool appendShort(std::string &out, bool needsComma, std::string_view text, bool isName)
{
    constexpr std::size_t room = 64, marks = 4;
    if (text.size() > room - marks || nextToEscape(text, 0) < text.size())
        return false;
    char whole[room];
    char *end = whole;
    if (needsComma)
        *end++ = ',';
    *end++ = '"';
    std::memcpy(end, text.data(), text.size());
    end += text.size();
    *end++ = '"';
    if (isName)
        *end++ = ':';
    out.append(whole, end);
    return true;
}

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (appendShort(out, false, text, false))
        return;
    out += '"';
    std::size_t plain = 0; // start of the run that needs no escaping
    for (std::size_t i = nextToEscape(text, 0); i < text.size(); i = nextToEscape(text, i + 1)) {
        const auto c = static_cast<unsigned char>(text[i]);
        out.append(text.substr(plain, i - plain));
        plain = i + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
            break;
        }
    }
    out.append(text.substr(plain));
    out += '"';
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    if (!appendShort(m_text, m_needsComma, name, true)) {
        separate();
        appendJsonString(m_text, name);
        m_text += ':';
    }
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::string(std::string_view value)
{
    if (!appendShort(m_text, m_needsComma, value, false)) {
        separate();
        appendJsonString(m_text, value);
    }
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::number(std::int64_t value)
{
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return raw({buffer, static_cast<std::size_t>(end - buffer)});
}

JsonWriter &JsonWriter::number(double value)
{
    if (!std::isfinite(value))
        return null();
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return raw({buffer, static_cast<std::size_t>(end - buffer)});
}

JsonWriter &JsonWriter::raw(std::string_view json)
{
    separate();
    m_text += json;
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_text += bracket;
    m_needsComma = true;
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_text += ',';
}

} // namespace gatehouse::wire
