// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/crc32c.h"

#include <array>
#include <cstddef>

namespace gatehouse::store {

namespace {

using Table = std::array<std::uint32_t, 256>;

constexpr std::array<Table, 8> makeTables()
{
    constexpr std::uint32_t polynomial = 0x82f63b78;
    std::array<Table, 8> tables {};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) ? polynomial : 0);
        tables[0][i] = value;
    }
    for (std::size_t i = 0; i < 256; ++i) {
        for (std::size_t table = 1; table < 8; ++table)
            tables[table][i] = (tables[table - 1][i] >> 8) ^ tables[0][tables[table - 1][i] & 0xff];
    }
    return tables;
}
constexpr std::array<Table, 8> tables = makeTables();

std::uint32_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

} // namespace

std::uint32_t crc32c(std::string_view bytes, std::uint32_t before)
{
    std::uint32_t crc = ~before;
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        const std::uint32_t low =
            crc ^ (byteAt(bytes, 0) | byteAt(bytes, 1) << 8 | byteAt(bytes, 2) << 16 | byteAt(bytes, 3) << 24);
        crc = tables[7][low & 0xff] ^ tables[6][(low >> 8) & 0xff] ^ tables[5][(low >> 16) & 0xff] ^ tables[4][low >> 24]
            ^ tables[3][byteAt(bytes, 4)] ^ tables[2][byteAt(bytes, 5)] ^ tables[1][byteAt(bytes, 6)]
            ^ tables[0][byteAt(bytes, 7)];
    }
    for (std::size_t i = 0; i < bytes.size(); ++i)
        crc = (crc >> 8) ^ tables[0][(crc ^ byteAt(bytes, i)) & 0xff];
    return ~crc;
}

} // namespace gatehouse::store
