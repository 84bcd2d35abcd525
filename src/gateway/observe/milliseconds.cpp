// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/milliseconds.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace gatehouse::observe {

// A dozen of them are written for each exchange, and the shortest digits of a binary fraction are dear to find.
wire::JsonWriter &writeMilliseconds(wire::JsonWriter &json, std::chrono::microseconds duration)
{
    const std::int64_t count = duration.count();
    if (count < 0)
        return json.number(static_cast<double>(count) / 1000.0);
    std::array<char, 32> text;
    char *end = std::to_chars(text.data(), text.data() + text.size(), count / 1000).ptr;
    if (const std::int64_t fraction = count % 1000; fraction > 0) {
        char *point = end;
        end = std::to_chars(point, text.data() + text.size(), 1000 + fraction).ptr; // 1 in front keeps the zeros
        *point = '.';
        while (end[-1] == '0')
            --end;
    }
    return json.raw({text.data(), static_cast<std::size_t>(end - text.data())});
}

} // namespace gatehouse::observe
