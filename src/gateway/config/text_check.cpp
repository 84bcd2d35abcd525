// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/text_check.h"

namespace gatehouse::config {

namespace {

unsigned char byteAt(std::string_view text, std::size_t index)
{
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
}

bool isControl(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

} // namespace

std::size_t utf8Length(std::string_view text)
{
    const unsigned char first = byteAt(text, 0);
    if (first < 0x80)
        return text.empty() ? 0 : 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, i) & 0xc0) != 0x80)
            return 0;
    }
    const unsigned char second = byteAt(text, 1);
    const bool isOverlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool isNoCharacter = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
    return isOverlong || isNoCharacter ? 0 : length;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::optional<BadByte> findBadByte(std::string_view text)
{
    BadByte place;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0) {
            place.reason = "this is not UTF-8; save the file as UTF-8";
            return place;
        }
        if (length == 1 && isControl(byteAt(text, 0))) {
            place.reason = "a control character stands here, which YAML forbids; remove it";
            return place;
        }
        const bool isLineEnd = text[0] == '\n';
        place.line += isLineEnd ? 1 : 0;
        place.column = isLineEnd ? 1 : place.column + 1;
        text.remove_prefix(length);
    }
    return {};
}

} // namespace gatehouse::config
