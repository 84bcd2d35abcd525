// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/packed_fields.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace gatehouse::observe::traffic {

namespace {

// Sizes are one byte, which hardly a text needs more than; this one says that four bytes follow.
constexpr unsigned char isLong = 255;
constexpr std::size_t longBytes = 4;

std::size_t packedSize(std::string_view text)
{
    return text.size() + (text.size() < isLong ? 1 : 1 + longBytes);
}

// Straight into memory: a small request has a hundred such texts.
char *pack(char *to, std::string_view text)
{
    if (text.size() < isLong) {
        *to++ = static_cast<char>(text.size());
    } else {
        *to++ = static_cast<char>(isLong);
        for (std::size_t byte = 0; byte < longBytes; ++byte)
            *to++ = static_cast<char>((text.size() >> (8 * byte)) & 255U);
    }
    return std::copy(text.begin(), text.end(), to);
}

} // namespace

std::uint32_t packedSize(const wire::Headers &headers)
{
    std::size_t size = 0;
    for (const auto &[name, value] : headers)
        size += packedSize(name) + packedSize(value);
    return static_cast<std::uint32_t>(size);
}

void appendPacked(std::string &bytes, const wire::Headers &headers, std::uint32_t size)
{
    const std::size_t begin = bytes.size();
    bytes.resize(begin + size);
    char *to = bytes.data() + begin;
    for (const auto &[name, value] : headers)
        to = pack(pack(to, name), value);
}

std::string packedFields(const wire::Headers &headers)
{
    std::string packed;
    appendPacked(packed, headers, packedSize(headers));
    return packed;
}

std::optional<std::string_view> PackedFields::nextText()
{
    if (m_rest.empty())
        return std::nullopt;
    std::size_t size = static_cast<unsigned char>(m_rest.front());
    m_rest.remove_prefix(1);
    if (size == isLong && m_rest.size() >= longBytes) {
        size = 0;
        for (std::size_t byte = 0; byte < longBytes; ++byte)
            size |= std::size_t(static_cast<unsigned char>(m_rest[byte])) << (8 * byte);
        m_rest.remove_prefix(longBytes);
    }
    if (size > m_rest.size())
        return std::nullopt;
    const std::string_view text = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return text;
}

std::optional<wire::Headers::Field> PackedFields::next()
{
    const auto name = nextText(), value = nextText();
    return name && value ? std::optional(wire::Headers::Field {*name, *value}) : std::nullopt;
}

} // namespace gatehouse::observe::traffic
