// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/headers.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

// Of each text its size and its bytes. Sizes are one byte, which hardly a text needs more than; this one says that four follow.
inline constexpr unsigned char packedLong = 255;

/// How many bytes header fields take as they are kept: of each field two texts, its name and then its value.
std::uint32_t packedSize(const wire::Headers &headers);
/// Puts them behind \a bytes; \a size is their packedSize().
void appendPacked(std::string &bytes, const wire::Headers &headers, std::uint32_t size);
/// One text in the same way.
void appendPacked(std::string &bytes, std::string_view text);

/// Reads such fields and texts, wherever they are from.
class PackedFields
{
public:
    explicit PackedFields(std::string_view packed)
        : m_rest(packed)
    {
    }
    /// The next one; nothing at the end, or where they break off.
    std::optional<wire::Headers::Field> next()
    {
        const auto name = nextText(), value = nextText();
        return name && value ? std::optional(wire::Headers::Field {*name, *value}) : std::nullopt;
    }
    std::optional<std::string_view> nextText()
    {
        const std::size_t size = m_rest.empty() ? packedLong : static_cast<unsigned char>(m_rest.front());
        if (size == packedLong)
            return nextLongText();
        m_rest.remove_prefix(1);
        return take(size);
    }
    /// The next bytes as they are.
    std::optional<std::string_view> take(std::size_t bytes)
    {
        if (bytes > m_rest.size())
            return std::nullopt;
        const std::string_view taken = m_rest.substr(0, bytes);
        m_rest.remove_prefix(bytes);
        return taken;
    }

private:
    std::optional<std::string_view> nextLongText();

    std::string_view m_rest;
};

} // namespace gatehouse::observe::traffic
