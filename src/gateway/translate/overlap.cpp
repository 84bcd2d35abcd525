// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/overlap.h"

#include <algorithm>
#include <cctype>

namespace gatehouse::translate {

namespace {

constexpr std::size_t longest = 200;
constexpr int fewestLetters = 6;
constexpr std::string_view spaces = " \t\r\n";

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xc0 || std::isalpha(byte); // a character of several bytes counts once
}

bool isInsideCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// Scripts beyond Latin may know no spaces: there every character may be where a word begins.
bool isWordStart(std::string_view text, std::size_t at)
{
    if (isInsideCharacter(text[at]))
        return false;
    const auto before = at == 0 ? ' ' : text[at - 1];
    return !std::isalnum(static_cast<unsigned char>(before));
}

bool isRepetition(std::string_view said, std::size_t at)
{
    if (!isWordStart(said, at))
        return false;
    const std::string_view end = said.substr(at);
    const auto letters = std::count_if(end.begin(), end.end(), isLetter);
    return letters >= (at == 0 ? 2 : fewestLetters); // all of it once more is no chance
}

} // namespace

Overlap::Overlap(std::string_view said, bool spaceWithheld)
    : m_end(said.substr(said.size() - std::min(said.size(), longest)))
{
    const std::size_t lastWord = said.find_last_not_of(spaces);
    const std::size_t space = spaceWithheld ? said.size() - (lastWord == said.npos ? 0 : lastWord + 1) : 0;
    for (std::size_t length = m_end.size(); length > 0; --length) {
        if (length <= space || isRepetition(said, said.size() - length))
            m_lengths.push_back(length);
    }
}

std::optional<std::size_t> Overlap::judge(std::string_view text) const
{
    for (const std::size_t length : m_lengths) {
        if (length > text.size() && std::string_view(m_end).substr(m_end.size() - length).starts_with(text))
            return std::nullopt;
    }
    return judgeWhole(text);
}

std::size_t Overlap::judgeWhole(std::string_view text) const
{
    for (const std::size_t length : m_lengths) {
        if (text.starts_with(std::string_view(m_end).substr(m_end.size() - length)))
            return length;
    }
    return 0;
}

} // namespace gatehouse::translate
