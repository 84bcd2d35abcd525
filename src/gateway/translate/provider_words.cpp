// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/provider_words.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::size_t longest = 2000;
constexpr std::array<std::string_view, 8> keyPrefixes {"sk-", "gsk_", "xai-", "pplx-", "AIza", "AKIA", "Bearer ", "Basic "};

bool isKeyCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

bool isWord(char c)
{
    return isKeyCharacter(c) && c != '-' && c != '.';
}

// Size of the credential at the start of \a text; 0 when there is none. A key that its provider has masked already breaks
// off at the first asterisk and is too short to count.
std::size_t keySize(std::string_view text)
{
    for (const std::string_view prefix : keyPrefixes) {
        if (!text.starts_with(prefix))
            continue;
        std::size_t size = prefix.size();
        while (size < text.size() && isKeyCharacter(text[size]))
            ++size;
        return size - prefix.size() > 12 - std::min<std::size_t>(prefix.size(), 4) ? size : 0;
    }
    return 0;
}

// Size of the UTF-8 character at the start of \a text; 0 when the bytes are none.
std::size_t characterSize(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (size == 0 || text.size() < size)
        return 0;
    const auto second = size > 1 ? static_cast<unsigned char>(text[1]) : 0x80;
    const bool tooLong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool noCharacter = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
    if (tooLong || noCharacter)
        return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
            return 0;
    }
    return size;
}

} // namespace

std::string repeatable(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (result.size() >= longest) {
            result += "…";
            break;
        }
        if (const std::size_t key = i > 0 && isWord(text[i - 1]) ? 0 : keySize(text.substr(i))) {
            result += text.substr(i, 3);
            result += "***";
            i += key;
        } else if (const std::size_t size = characterSize(text.substr(i))) {
            result += text.substr(i, size);
            i += size;
        } else {
            result += "\ufffd";
            ++i;
        }
    }
    return result;
}

} // namespace gatehouse::translate
