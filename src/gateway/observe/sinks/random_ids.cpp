// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/random_ids.h"

#include <cstdint>

namespace gatehouse::observe::sinks {

std::string RandomIds::next()
{
    static constexpr char hex[] = "0123456789abcdef";
    constexpr std::uint64_t versionBits = 0xf000, version4 = 0x4000;
    constexpr std::uint64_t variantBits = 0xc000000000000000, variant1 = 0x8000000000000000;
    constexpr std::size_t nibbles = 16;
    const std::uint64_t halves[] {
        (m_random.generate64() & ~versionBits) | version4, (m_random.generate64() & ~variantBits) | variant1};
    std::string id = "........-....-....-....-............";
    std::size_t at = 0;
    for (char &c : id) {
        if (c == '-')
            continue;
        c = hex[halves[at / nibbles] >> (60 - at % nibbles * 4) & 15];
        ++at;
    }
    return id;
}

} // namespace gatehouse::observe::sinks
