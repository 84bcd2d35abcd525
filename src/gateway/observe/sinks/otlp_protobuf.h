// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/otlp_output.h"

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

namespace gatehouse::observe::sinks::otlp {

/// How protobuf writes the value of a field.
enum class WireType { Varint = 0, Fixed = 1, Bytes = 2 };

/// What stands before a value. Fields from 16 on would need more than this byte; we have none.
constexpr char tagOf(int field, WireType type)
{
    return static_cast<char>(field << 3 | static_cast<int>(type));
}

/// How many bytes a number takes, seven bits in each.
constexpr std::size_t varintSize(std::uint64_t value)
{
    return static_cast<std::size_t>(std::bit_width(value | 1) + 6) / 7;
}

/// How many bytes a field takes whose value has \a size bytes and its length before it.
constexpr std::size_t fieldSize(std::size_t size)
{
    return 1 + varintSize(size) + size;
}

/// These write and tell where what they wrote ends.
inline char *putVarint(char *at, std::uint64_t value)
{
    for (; value > 0x7f; value >>= 7)
        *at++ = static_cast<char>(value | 0x80);
    *at++ = static_cast<char>(value);
    return at;
}
inline char *putFixed(char *at, std::uint64_t value)
{
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(at, &value, sizeof value);
    } else {
        for (std::size_t i = 0; i < sizeof value; ++i)
            at[i] = static_cast<char>(value >> (8 * i));
    }
    return at + sizeof value;
}

/// Writes the fields of messages. integer() and bytes() leave out what is zero or empty, as protobuf does it.
class Protobuf
{
public:
    explicit Protobuf(Output &out)
        : m_out(out)
    {
    }

    void integer(int field, std::uint64_t value)
    {
        if (value != 0)
            varint(field, value);
    }
    void varint(int field, std::uint64_t value)
    {
        put(field, WireType::Varint, [=](char *at) { return putVarint(at, value); });
    }
    void fixed(int field, std::uint64_t value)
    {
        put(field, WireType::Fixed, [=](char *at) { return putFixed(at, value); });
    }
    void real(int field, double value) { fixed(field, std::bit_cast<std::uint64_t>(value)); }
    void bytes(int field, std::string_view value)
    {
        if (!value.empty())
            item(field, value);
    }
    void item(int field, std::string_view value)
    {
        head(field, value.size());
        m_out.append(value);
    }
    void packed(int field, std::span<const std::uint64_t> values)
    {
        head(field, values.size_bytes());
        for (const std::uint64_t value : values)
            m_out.advance(putFixed(m_out.room(), value));
    }
    void packed(int field, std::span<const double> values)
    {
        head(field, values.size_bytes());
        for (const double value : values)
            m_out.advance(putFixed(m_out.room(), std::bit_cast<std::uint64_t>(value)));
    }

    /// The head of a value of \a size bytes, which follow.
    void head(int field, std::size_t size)
    {
        put(field, WireType::Bytes, [=](char *at) { return putVarint(at, size); });
    }
    /// Begins a message whose size is not known yet; close() writes it where open() said. Its length is a number with zeros in
    /// front, as long as that of the longest message, so that nothing behind it has to move.
    std::size_t open(int field)
    {
        put(field, WireType::Bytes, [](char *at) { return at + lengthSize; });
        return m_out.size();
    }
    void close(std::size_t begin)
    {
        std::size_t size = m_out.size() - begin;
        char *const at = m_out.at(begin - lengthSize);
        for (std::size_t i = 0; i + 1 < lengthSize; ++i, size >>= 7)
            at[i] = static_cast<char>(size | 0x80);
        at[lengthSize - 1] = static_cast<char>(size);
    }

private:
    static constexpr std::size_t lengthSize = 5; // a message has less than 2 GiB

    template <typename Put> void put(int field, WireType type, Put value)
    {
        char *const at = m_out.room();
        *at = tagOf(field, type);
        m_out.advance(value(at + 1));
    }

    Output &m_out;
};

} // namespace gatehouse::observe::sinks::otlp
