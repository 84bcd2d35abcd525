// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/crc32c.h"

#include <cstring>
#include <nmmintrin.h>

namespace gatehouse::store {

std::uint32_t crc32c(std::string_view bytes, std::uint32_t before)
{
    std::uint64_t crc = static_cast<std::uint32_t>(~before);
    for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t block = 0;
        std::memcpy(&block, bytes.data(), sizeof block);
        crc = _mm_crc32_u64(crc, block);
    }
    auto rest = static_cast<std::uint32_t>(crc);
    for (const char byte : bytes)
        rest = _mm_crc32_u8(rest, static_cast<unsigned char>(byte));
    return ~rest;
}

} // namespace gatehouse::store
