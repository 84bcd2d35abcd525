// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/trace_parent.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isZero(const std::string &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == 0; });
}

} // namespace

std::string fromHex(std::string_view digits)
{
    std::string bytes;
    if (digits.size() % 2 != 0)
        return bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const int high = digit(digits[i]), low = digit(digits[i + 1]);
        if (high < 0 || low < 0)
            return {};
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

TraceParent traceParent(std::string_view header)
{
    constexpr std::size_t whole = 55, traceAt = 3, traceSize = 32, spanAt = 36, spanSize = 16, flagsAt = 53;
    TraceParent parent;
    const bool isOfThisVersion = header.size() == whole && header.starts_with("00");
    const bool isOfLater = header.size() >= whole && !header.starts_with("00") && !header.starts_with("ff")
        && (header.size() == whole || header[whole] == '-');
    if ((!isOfThisVersion && !isOfLater) || header[2] != '-' || header[spanAt - 1] != '-' || header[flagsAt - 1] != '-')
        return parent;
    parent.traceId = fromHex(header.substr(traceAt, traceSize));
    parent.spanId = fromHex(header.substr(spanAt, spanSize));
    const std::string flags = fromHex(header.substr(flagsAt, 2));
    parent.isValid = !parent.traceId.empty() && !parent.spanId.empty() && flags.size() == 1 && !isZero(parent.traceId)
        && !isZero(parent.spanId);
    parent.isSampled = parent.isValid && (flags[0] & 1) != 0;
    return parent;
}

} // namespace gatehouse::observe::sinks
