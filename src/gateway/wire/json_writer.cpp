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

constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;

// Whether one of the eight bytes at \a text needs escaping, or follows in the word upon one that does.
bool mayNeedEscape(const char *text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    const auto zeros = [](std::uint64_t of) { return (of - ones) & ~of; };
    const std::uint64_t controls = (word - ones * 0x20) & ~word;
    return ((controls | zeros(word ^ ones * '"') | zeros(word ^ ones * '\\')) & highs) != 0;
}

// Where the next byte is that needs escaping. Eight bytes at a time, as long as none of them does: what is written is mostly long
// and plain, and the last eight are looked at once more rather than what is left of them one by one.
std::size_t nextToEscape(std::string_view text, std::size_t from)
{
    constexpr std::size_t word = sizeof(std::uint64_t);
    while (from + word <= text.size() && !mayNeedEscape(text.data() + from))
        from += word;
    if (from + word > text.size() && text.size() >= word && !mayNeedEscape(text.data() + text.size() - word))
        return text.size();
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
