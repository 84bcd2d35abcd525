// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/trace_parent.h"

#include <algorithm>
#include <span>

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

// Whether \a digits are as many as \a bytes needs, in lower or upper case, and nothing else.
bool readHex(std::string_view digits, std::span<char> bytes)
{
    if (digits.size() != 2 * bytes.size())
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = digit(digits[2 * i]), low = digit(digits[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = static_cast<char>(high << 4 | low);
    }
    return true;
}

bool isZero(std::span<const char> bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == 0; });
}

} // namespace

TraceParent traceParent(std::string_view header)
{
    constexpr std::size_t whole = 55, traceAt = 3, traceSize = 32, spanAt = 36, spanSize = 16, flagsAt = 53;
    TraceParent parent;
    const bool isOfThisVersion = header.size() == whole && header.starts_with("00");
    const bool isOfLater = header.size() >= whole && !header.starts_with("00") && !header.starts_with("ff")
        && (header.size() == whole || header[whole] == '-');
    if ((!isOfThisVersion && !isOfLater) || header[2] != '-' || header[spanAt - 1] != '-' || header[flagsAt - 1] != '-')
        return parent;
    std::array<char, 1> flags {};
    parent.isValid = readHex(header.substr(traceAt, traceSize), parent.traceId)
        && readHex(header.substr(spanAt, spanSize), parent.spanId) && readHex(header.substr(flagsAt, 2), flags)
        && !isZero(parent.traceId) && !isZero(parent.spanId);
    parent.isSampled = parent.isValid && (flags[0] & 1) != 0;
    return parent;
}

std::optional<std::array<char, 16>> traceIdIn(std::string_view callId)
{
    std::array<char, 32> digits {};
    std::size_t count = 0;
    for (const char c : callId) {
        if (c == '-')
            continue;
        if (count == digits.size())
            return std::nullopt;
        digits[count++] = c;
    }
    std::array<char, 16> id {};
    return readHex({digits.data(), count}, id) ? std::optional(id) : std::nullopt;
}

} // namespace gatehouse::observe::sinks
