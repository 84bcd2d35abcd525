// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/pieces.h"

#include "gateway/tokens/character.h"

#include <optional>

// The comments quote the alternative of the expression that a function stands for; an expression's first alternative that
// fits counts, and each takes as much as it can.
namespace gatehouse::tokens {

namespace {

constexpr std::uint8_t wordBegin = UpperLetter | OtherLetter | Mark; // [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]
constexpr std::uint8_t wordEnd = LowerLetter | OtherLetter | Mark;   // [\p{Ll}\p{Lm}\p{Lo}\p{M}]

std::size_t skip(std::string_view text, std::size_t at, std::uint8_t kinds)
{
    for (Character c = characterAt(text, at); c.is(kinds); c = characterAt(text, at))
        at += c.size;
    return at;
}

char lowerAt(std::string_view text, std::size_t at)
{
    const char c = at < text.size() ? text[at] : '\0';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}

// (?i:'s|'t|'re|'ve|'m|'ll|'d): its size, or 0. Without regard to case the long s is an s too.
std::size_t contraction(std::string_view text, std::size_t at)
{
    constexpr std::string_view longS = "\u017F";
    if (lowerAt(text, at) != '\'')
        return 0;
    const char first = lowerAt(text, at + 1), second = lowerAt(text, at + 2);
    if (first == 's' || first == 't' || first == 'm' || first == 'd')
        return 2;
    if ((second == 'e' && (first == 'r' || first == 'v')) || (first == 'l' && second == 'l'))
        return 3;
    return text.substr(at + 1, longS.size()) == longS ? 1 + longS.size() : 0;
}

/// A run of wordBegin characters and what can be made of it.
struct Run {
    std::size_t end = 0;      ///< behind the run
    std::size_t lastBoth = 0; ///< behind its last character that is wordEnd too; 0 = there is none
};

Run runAt(std::string_view text, std::size_t at)
{
    Run run {at, 0};
    for (Character c = characterAt(text, at); c.is(wordBegin); c = characterAt(text, at)) {
        at += c.size;
        run.end = at;
        if (c.is(wordEnd))
            run.lastBoth = at;
    }
    return run;
}

// [wordBegin]*[wordEnd]+ from \a at: goes on with small letters behind the run, or gives back of the run until one fits.
std::optional<std::size_t> mixedCaseWord(std::string_view text, const Run &run)
{
    const std::size_t end = skip(text, run.end, wordEnd);
    if (end > run.end)
        return end;
    return run.lastBoth > 0 ? std::optional(run.lastBoth) : std::nullopt;
}

// [^\r\n\p{L}\p{N}]? [wordBegin]*[wordEnd]+ … | [^\r\n\p{L}\p{N}]? [wordBegin]+[wordEnd]* …, both without what follows a word
std::optional<std::size_t> o200kWord(std::string_view text, std::size_t at, const Character &first)
{
    const bool hasPrefix = !first.is(LineEnd | letterKinds | Number);
    const std::size_t begin = hasPrefix ? at + first.size : at;
    const Run run = runAt(text, begin);
    if (const auto end = mixedCaseWord(text, run))
        return end;
    if (first.is(Mark)) // which is a word by itself when it is not taken as a prefix
        return at + first.size;
    return run.end > begin ? std::optional(run.end) : std::nullopt;
}

// [^\r\n\p{L}\p{N}]?\p{L}+
std::optional<std::size_t> cl100kWord(std::string_view text, std::size_t at, const Character &first)
{
    const std::size_t begin = first.is(LineEnd | letterKinds | Number) ? at : at + first.size;
    const std::size_t end = skip(text, begin, letterKinds);
    return end > begin ? std::optional(end) : std::nullopt;
}

// \p{N}{1,3}
std::size_t digits(std::string_view text, std::size_t at)
{
    for (int i = 0; i < 3; ++i) {
        const Character c = characterAt(text, at);
        at += c.is(Number) ? c.size : 0;
    }
    return at;
}

// ?[^\s\p{L}\p{N}]+, with the space before it: the end, or nothing
std::optional<std::size_t> symbols(std::string_view text, std::size_t at)
{
    const std::size_t begin = text[at] == ' ' ? at + 1 : at;
    const std::size_t end = skip(text, begin, Symbol | Mark);
    return end > begin ? std::optional(end) : std::nullopt;
}

// \s*[\r\n]+ | \s+(?!\S) | \s+
std::size_t spaces(std::string_view text, std::size_t at)
{
    std::size_t end = at, lastBegin = at, lineEnd = 0;
    for (Character c = characterAt(text, at); c.is(Space); c = characterAt(text, end)) {
        lastBegin = end;
        end += c.size;
        if (c.is(LineEnd))
            lineEnd = end;
    }
    if (lineEnd > 0)
        return lineEnd;
    // The last space belongs to the word behind it.
    return end < text.size() && lastBegin > at ? lastBegin : end;
}

} // namespace

std::size_t endOfO200kPiece(std::string_view text, std::size_t at)
{
    const Character first = characterAt(text, at);
    if (const auto end = o200kWord(text, at, first))
        return *end + contraction(text, *end);
    if (first.is(Number))
        return digits(text, at);
    if (auto end = symbols(text, at)) { // …[\r\n/]*
        while (*end < text.size() && (text[*end] == '\r' || text[*end] == '\n' || text[*end] == '/'))
            ++*end;
        return *end;
    }
    return spaces(text, at);
}

std::size_t endOfCl100kPiece(std::string_view text, std::size_t at)
{
    if (const std::size_t size = contraction(text, at))
        return at + size;
    const Character first = characterAt(text, at);
    if (const auto end = cl100kWord(text, at, first))
        return *end;
    if (first.is(Number))
        return digits(text, at);
    if (const auto end = symbols(text, at)) // …[\r\n]*
        return skip(text, *end, LineEnd);
    return spaces(text, at);
}

} // namespace gatehouse::tokens
