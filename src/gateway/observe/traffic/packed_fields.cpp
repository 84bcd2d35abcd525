// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/packed_fields.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::size_t longBytes = 4;

std::size_t packedSize(std::string_view text)
{
    return text.size() + (text.size() < packedLong ? 1 : 1 + longBytes);
}

// Straight into memory: a small request has a hundred such texts.
char *pack(char *to, std::string_view text)
{
    if (text.size() < packedLong) {
        *to++ = static_cast<char>(text.size());
    } else {
        *to++ = static_cast<char>(packedLong);
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

void appendPacked(std::string &bytes, std::string_view text)
{
    const std::size_t begin = bytes.size();
    bytes.resize(begin + packedSize(text));
    pack(bytes.data() + begin, text);
}

std::optional<std::string_view> PackedFields::nextLongText()
{
    const auto digits = m_rest.empty() ? std::nullopt : take(1 + longBytes);
    if (!digits)
        return std::nullopt;
    std::size_t size = 0;
    for (std::size_t byte = 0; byte < longBytes; ++byte)
        size |= std::size_t(static_cast<unsigned char>((*digits)[1 + byte])) << (8 * byte);
    return take(size);
}

} // namespace gatehouse::observe::traffic
