// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/likeness.h"

#include <algorithm>
#include <cstring>

namespace gatehouse::observe::traffic {

namespace {

// The library compares many bytes at once, and only does not say where they differ.
constexpr std::size_t step = 256;

std::size_t sameBegin(std::string_view one, std::string_view other)
{
    const std::size_t most = std::min(one.size(), other.size());
    std::size_t same = 0;
    while (same + step <= most && std::memcmp(one.data() + same, other.data() + same, step) == 0)
        same += step;
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
