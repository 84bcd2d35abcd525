// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/likeness.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace gatehouse::observe::traffic {

namespace {

// The library compares many bytes at once, and only does not say where they differ; that is found in words of eight.
constexpr std::size_t step = 256;
using Word = std::uint64_t;

// What differs in the eight bytes at both.
Word difference(const char *one, const char *other)
{
    Word a = 0, b = 0;
    std::memcpy(&a, one, sizeof a);
    std::memcpy(&b, other, sizeof b);
    return a ^ b;
}

// The first byte in memory is the lowest of the word, on every machine that we build for.
static_assert(std::endian::native == std::endian::little);

std::size_t sameBegin(std::string_view one, std::string_view other)
{
    const std::size_t most = std::min(one.size(), other.size());
    std::size_t same = 0;
    while (same + step <= most && std::memcmp(one.data() + same, other.data() + same, step) == 0)
        same += step;
    for (; same + sizeof(Word) <= most; same += sizeof(Word)) {
        if (const Word differs = difference(one.data() + same, other.data() + same))
            return same + static_cast<std::size_t>(std::countr_zero(differs)) / 8;
    }
    while (same < most && one[same] == other[same])
        ++same;
    return same;
}

std::size_t sameEnd(std::string_view one, std::string_view other)
{
    const std::size_t most = std::min(one.size(), other.size());
    const char *oneEnd = one.data() + one.size(), *otherEnd = other.data() + other.size();
    std::size_t same = 0;
    while (same + step <= most && std::memcmp(oneEnd - same - step, otherEnd - same - step, step) == 0)
        same += step;
    for (; same + sizeof(Word) <= most; same += sizeof(Word)) {
        if (const Word differs = difference(oneEnd - same - sizeof(Word), otherEnd - same - sizeof(Word)))
            return same + static_cast<std::size_t>(std::countl_zero(differs)) / 8;
    }
    while (same < most && *(oneEnd - same - 1) == *(otherEnd - same - 1))
        ++same;
    return same;
}

} // namespace

Likeness likenessOf(std::string_view one, std::string_view other)
{
    Likeness likeness;
    likeness.begin = sameBegin(one, other);
    likeness.end = sameEnd(one.substr(likeness.begin), other.substr(likeness.begin));
    return likeness;
}

} // namespace gatehouse::observe::traffic
