// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// AWS's event stream encoding, written once more from its specification, bit by bit.
namespace event_frames {

inline std::uint32_t checksum(std::string_view bytes)
{
    std::uint32_t value = 0xffffffff;
    for (const char c : bytes) {
        value ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? (value >> 1) ^ 0xedb88320 : value >> 1;
    }
    return ~value;
}

inline std::string number(std::uint32_t value, int size)
{
    std::string bytes;
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

inline std::string prelude(std::uint32_t size, std::uint32_t fields)
{
    const std::string lengths = number(size, 4) + number(fields, 4);
    return lengths + number(checksum(lengths), 4);
}

inline std::string field(std::string_view name, std::string_view value)
{
    return number(std::uint32_t(name.size()), 1) + std::string(name) + number(7, 1) + number(std::uint32_t(value.size()), 2)
        + std::string(value);
}

inline std::string message(const std::string &fields, std::string_view payload)
{
    const auto size = std::uint32_t(16 + fields.size() + payload.size());
    const std::string most = prelude(size, std::uint32_t(fields.size())) + fields + std::string(payload);
    return most + number(checksum(most), 4);
}

inline std::string event(std::string_view type, std::string_view payload)
{
    return message(
        field(":event-type", type) + field(":content-type", "application/json") + field(":message-type", "event"), payload);
}

inline std::string exception(std::string_view type, std::string_view payload)
{
    return message(
        field(":exception-type", type) + field(":content-type", "application/json") + field(":message-type", "exception"),
        payload);
}

} // namespace event_frames
