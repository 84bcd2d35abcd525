// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/headers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

/// Header fields as they are kept: of each text, a name and then a value, its size and its bytes.
std::string packedFields(const wire::Headers &headers);
/// How many bytes they take so.
std::uint32_t packedSize(const wire::Headers &headers);
/// Puts them behind \a bytes; \a size is their packedSize().
void appendPacked(std::string &bytes, const wire::Headers &headers, std::uint32_t size);

/// Reads such fields, wherever they are from.
class PackedFields
{
public:
    explicit PackedFields(std::string_view packed)
        : m_rest(packed)
    {
    }
    /// The next one; nothing at the end, or where they break off.
    std::optional<wire::Headers::Field> next();

private:
    std::optional<std::string_view> nextText();

    std::string_view m_rest;
};

} // namespace gatehouse::observe::traffic
