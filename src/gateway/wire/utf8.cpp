// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/utf8.h"

#include <QString>

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace gatehouse::wire {

namespace {

constexpr std::size_t word = sizeof(std::uint64_t);

std::uint64_t wordAt(const char *bytes)
{
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, word);
    return value;
}

// Of the short texts that come by the dozen, which is less to do than to ask the library: a word at a time, and the last of them
// from the end.
bool isShortAscii(std::string_view text)
{
    constexpr std::size_t longest = 64;
    constexpr std::uint64_t highBits = 0x8080808080808080;
    if (text.size() > longest)
        return false;
    if (text.size() < word)
        return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    std::uint64_t seen = wordAt(text.data() + text.size() - word);
    for (std::size_t at = 0; at + word < text.size(); at += word)
        seen |= wordAt(text.data() + at);
    return (seen & highBits) == 0;
}

} // namespace

bool isUtf8(std::string_view text)
{
    return isShortAscii(text) || simdjson::validate_utf8(text.data(), text.size());
}

std::string_view asUtf8(std::string_view text, std::string &room)
{
    if (isUtf8(text))
        return text;
    room = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
    return room;
}

} // namespace gatehouse::wire
