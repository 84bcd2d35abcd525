// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/packed_fields.h"

#include <cstddef>
#include <cstdint>

namespace gatehouse::observe::traffic {

namespace {

// Sizes are one byte, which hardly a text needs more than; this one says that four bytes follow.
constexpr unsigned char isLong = 255;
constexpr std::size_t longBytes = 4;

void pack(std::string &packed, std::string_view text)
{
    const auto size = static_cast<std::uint32_t>(text.size());
    if (size < isLong) {
        packed += static_cast<char>(size);
    } else {
        packed += static_cast<char>(isLong);
        for (std::size_t byte = 0; byte < longBytes; ++byte)
            packed += static_cast<char>((size >> (8 * byte)) & 255U);
    }
    packed.append(text);
}

} // namespace

std::string packedFields(const wire::Headers &headers)
{
    std::size_t size = 0;
    for (const auto &[name, value] : headers)
        size += name.size() + value.size() + 2 * (1 + longBytes);
    std::string packed;
    packed.reserve(size);
    for (const auto &[name, value] : headers) {
        pack(packed, name);
        pack(packed, value);
    }
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
