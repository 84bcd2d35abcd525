// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/character.h"

#include <QChar>

namespace gatehouse::tokens {

namespace {

constexpr std::uint8_t asciiKindsOf(char c)
{
    if (c == '\r' || c == '\n')
        return Space | LineEnd;
    if (c == ' ' || (c >= '\t' && c <= '\f'))
        return Space;
    if (c >= '0' && c <= '9')
        return Number;
    if (c >= 'a' && c <= 'z')
        return LowerLetter;
    return c >= 'A' && c <= 'Z' ? UpperLetter : Symbol;
}

// Unicode's White_Space beyond ASCII.
bool isSpace(char32_t c)
{
    switch (c) {
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000: return true;
    default: return c >= 0x2000 && c <= 0x200A;
    }
}

std::uint8_t kindsOf(char32_t c)
{
    if (isSpace(c))
        return Space;
    const QChar::Category category = QChar::category(c);
    switch (category) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Titlecase: return UpperLetter;
    case QChar::Letter_Lowercase: return LowerLetter;
    case QChar::Letter_Modifier:
    case QChar::Letter_Other: return OtherLetter;
    default:
        if (category <= QChar::Mark_Enclosing)
            return Mark;
        return category <= QChar::Number_Other ? Number : Symbol;
    }
}

static_assert(
    QChar::Mark_NonSpacing == 0 && QChar::Mark_Enclosing == 2 && QChar::Number_DecimalDigit == 3 && QChar::Number_Other == 5);

bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

// Bytes of a sequence by its first byte; 0 for what cannot be one.
std::size_t sequenceSize(unsigned char first)
{
    if (first < 0xC2)
        return 0;
    if (first < 0xE0)
        return 2;
    if (first < 0xF0)
        return 3;
    return first < 0xF5 ? 4 : 0;
}

constexpr CodePoint broken {0xFFFD, 1};

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    constexpr std::array<char32_t, 5> least {0, 0, 0x80, 0x800, 0x10000};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80)
        return {first, 1};
    const std::size_t size = sequenceSize(first);
    if (size == 0 || at + size > text.size())
        return broken;
    char32_t value = first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if (!isContinuation(byte))
            return broken;
        value = value << 6 | (byte & 0x3F);
    }
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < least[size] || value > 0x10FFFF || isSurrogate ? broken : CodePoint {value, static_cast<std::uint8_t>(size)};
}

constinit const std::array<std::uint8_t, 128> asciiKinds = [] {
    std::array<std::uint8_t, 128> table {};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = asciiKindsOf(static_cast<char>(i));
    return table;
}();

Character wideCharacterAt(std::string_view text, std::size_t at)
{
    const CodePoint point = codePointAt(text, at);
    return {point.size == 1 ? static_cast<std::uint8_t>(Symbol) : kindsOf(point.value), point.size};
}

} // namespace gatehouse::tokens
