// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/json_line.h"

#include "gateway/observe/sinks/text.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <charconv>
#include <cstring>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::size_t longestText = 8 * 1024;

// As many bytes as one register compares at once.
using Block = signed char __attribute__((vector_size(16)));

// Whether \a text is ASCII that stands in JSON as it is. What follows it in memory, up to a whole block, is overwritten: so that
// there is no rest to be looked at byte by byte.
bool isPlain(char *text, std::size_t size)
{
    std::memset(text + size, ' ', sizeof(Block));
    Block found {};
    for (std::size_t at = 0; at < size; at += sizeof(Block)) {
        Block bytes;
        std::memcpy(&bytes, text + at, sizeof bytes);
        found |= (bytes < ' ') | (bytes == '"') | (bytes == '\\'); // what is no ASCII is negative
    }
    std::uint64_t parts[2];
    std::memcpy(parts, &found, sizeof parts);
    return (parts[0] | parts[1]) == 0;
}

} // namespace

JsonLine::JsonLine(std::size_t expected)
{
    m_text.reserve(expected);
}

void JsonLine::spill()
{
    m_text.append(m_room.data(), m_used);
    m_used = 0;
}

JsonLine &JsonLine::key(const JsonName &name)
{
    std::memcpy(begin(JsonName::room), name.data(), JsonName::room);
    m_used += name.size();
    m_needsComma = false;
    return *this;
}

JsonLine &JsonLine::name(std::string_view name)
{
    text(name);
    *room(1) = ':';
    ++m_used;
    m_needsComma = false;
    return *this;
}

JsonLine &JsonLine::number(std::int64_t value)
{
    constexpr std::size_t digits = 24;
    char *at = begin(digits);
    m_used += static_cast<std::size_t>(std::to_chars(at, at + digits, value).ptr - at);
    return *this;
}

JsonLine &JsonLine::number(const JsonName &name, std::int64_t value)
{
    constexpr std::size_t digits = 24;
    char *at = begin(JsonName::room + digits);
    std::memcpy(at, name.data(), JsonName::room);
    at = std::to_chars(at + name.size(), at + name.size() + digits, value).ptr;
    m_used = static_cast<std::size_t>(at - m_room.data());
    return *this;
}

JsonLine &JsonLine::literal(std::string_view json)
{
    if (json.size() < most) {
        std::memcpy(begin(json.size()), json.data(), json.size());
        m_used += json.size();
        return *this;
    }
    begin(0);
    spill();
    m_text += json;
    return *this;
}

// Writes \a text between quotes behind a name, which may be empty, if it is short and stands in JSON as it is.
bool JsonLine::fits(const char *name, std::size_t nameSize, std::string_view text)
{
    constexpr std::size_t quotes = 2, longest = most - JsonName::room - sizeof(Block) - quotes - 1;
    if (text.size() > longest)
        return false;
    char *at = room(1 + JsonName::room + text.size() + quotes + sizeof(Block));
    *at = ',';
    at += m_needsComma ? 1 : 0;
    if (nameSize > 0)
        std::memcpy(at, name, JsonName::room);
    at += nameSize;
    std::memcpy(at + 1, text.data(), text.size());
    if (!isPlain(at + 1, text.size()))
        return false;
    at[0] = at[text.size() + 1] = '"';
    m_used = static_cast<std::size_t>(at - m_room.data()) + text.size() + quotes;
    m_needsComma = true;
    return true;
}

JsonLine &JsonLine::text(const JsonName &name, std::string_view value)
{
    return fits(name.data(), name.size(), value) ? *this : key(name).text(value);
}

JsonLine &JsonLine::text(std::string_view value)
{
    value = value.substr(0, longestText);
    if (!fits(nullptr, 0, value)) {
        begin(0);
        spill();
        std::string clean;
        wire::appendJsonString(m_text, wire::asUtf8(value, clean));
    }
    return *this;
}

JsonLine &JsonLine::whole(std::string_view value)
{
    begin(0);
    spill();
    wire::appendJsonString(m_text, value);
    return *this;
}

JsonLine &JsonLine::json(std::string_view json, std::string_view otherwise)
{
    std::string flat;
    return literal(json.empty() ? otherwise : onOneLine(json, flat));
}

std::string JsonLine::take()
{
    spill();
    return std::move(m_text);
}

} // namespace gatehouse::observe::sinks
