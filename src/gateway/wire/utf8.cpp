// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/utf8.h"

#include <QString>

#include <simdjson.h>

#include <algorithm>

namespace gatehouse::wire {

namespace {

// Of the short texts that come by the dozen, which is less to do than to ask the library.
bool isShortAscii(std::string_view text)
{
    constexpr std::size_t longest = 64;
    return text.size() <= longest
        && std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
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
