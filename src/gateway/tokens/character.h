// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gatehouse::tokens {

/// What the patterns of OpenAI's tokenizers ask of a character. One bit each; a character has one, a line end two.
enum CharacterKind : std::uint8_t {
    UpperLetter = 1, ///< Lu, Lt
    LowerLetter = 2, ///< Ll
    OtherLetter = 4, ///< Lm, Lo: letters without case
    Mark = 8,        ///< M
    Number = 16,     ///< N
    Space = 32,      ///< White_Space
    LineEnd = 64,    ///< \r and \n, which are spaces too
    Symbol = 128,    ///< all others
};
inline constexpr std::uint8_t letterKinds = UpperLetter | LowerLetter | OtherLetter;

/// A character of a text: its kinds, and how many bytes it takes there.
struct Character {
    std::uint8_t kinds = 0; ///< none at the text's end
    std::uint8_t size = 0;
    bool is(std::uint8_t any) const { return (kinds & any) != 0; }
};

/// The kinds of the 128 characters of ASCII.
extern const std::array<std::uint8_t, 128> asciiKinds;
/// A character beyond ASCII; see characterAt().
Character wideCharacterAt(std::string_view text, std::size_t at);

/// The character that begins at \a at. A byte that is no UTF-8 is a symbol of one byte.
inline Character characterAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};
    const auto first = static_cast<unsigned char>(text[at]);
    return first < asciiKinds.size() ? Character {asciiKinds[first], 1} : wideCharacterAt(text, at);
}

/// The code point that begins at \a at, and its bytes; {0xFFFD, 1} where it is no UTF-8.
struct CodePoint {
    char32_t value;
    std::uint8_t size;
};
CodePoint codePointAt(std::string_view text, std::size_t at);

} // namespace gatehouse::tokens
