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

} // namespace

std::string repeatable(std::string_view text)
{
    std::string result;
    const std::size_t end = std::min(text.size(), longest);
    for (std::size_t i = 0; i < end;) {
        const std::size_t size = i > 0 && isWord(text[i - 1]) ? 0 : keySize(text.substr(i));
        if (size) {
            result += text.substr(i, 3);
            result += "***";
            i += size;
        } else {
            result += text[i++];
        }
    }
    if (text.size() > longest) {
        while (!result.empty() && (static_cast<unsigned char>(result.back()) & 0xc0) == 0x80)
            result.pop_back(); // never half a character
        if (!result.empty() && static_cast<unsigned char>(result.back()) >= 0xc0)
            result.pop_back();
        result += "…";
    }
    return result;
}

} // namespace gatehouse::translate
