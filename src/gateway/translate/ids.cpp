// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/ids.h"

#include <chrono>
#include <random>

namespace gatehouse::translate {

std::string newId(std::string_view prefix)
{
    thread_local std::mt19937_64 random {std::random_device {}()};
    static constexpr char hex[] = "0123456789abcdef";
    std::uint64_t halves[2] = {random(), random()};
    halves[0] = (halves[0] & ~std::uint64_t(0xf000)) | 0x4000;
    halves[1] = (halves[1] & ~(std::uint64_t(3) << 62)) | (std::uint64_t(1) << 63);
    std::string id(prefix);
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            id += '-';
        id += hex[(halves[digit / 16] >> (60 - 4 * (digit % 16))) & 15];
    }
    return id;
}

std::int64_t unixNow()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace gatehouse::translate
