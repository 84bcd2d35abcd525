// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Space in texts, of which Claude takes neither a text's whole nor the end of an answer's beginning.
namespace gatehouse::translate {

inline constexpr std::string_view textSpaces = " \t\r\n\v\f";

constexpr bool isBlank(std::string_view text)
{
    return text.find_first_not_of(textSpaces) == text.npos;
}

constexpr std::string_view withoutTrailingSpace(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(textSpaces) + 1);
}

} // namespace gatehouse::translate
