// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

/// How YAML's tokens lie in a text: positions in, positions out.
namespace gatehouse::config::scan {

bool isBlank(char c); ///< a space or a tab
bool isBreak(char c);
/// A blank, a line's end or the text's.
bool isGap(std::string_view text, std::size_t at);

std::size_t lineStart(std::string_view text, std::size_t at);
/// Behind the line's end, of which the text's end is one too.
std::size_t nextLine(std::string_view text, std::size_t at);
/// Where the line ends, its line break not included.
std::size_t lineEnd(std::string_view text, std::size_t at);
/// In bytes from the line's start; a byte order mark takes no room.
std::size_t columnOf(std::string_view text, std::size_t at);
std::size_t skipBlanks(std::string_view text, std::size_t at);
/// The first byte from \a at on that is no blank, comment or line break.
std::size_t skipToContent(std::string_view text, std::size_t at);

/// "---" or "..." at a line's start.
bool isMarker(std::string_view text, std::size_t at);
/// A dash with a gap behind it.
bool isDash(std::string_view text, std::size_t at);
/// A "#" that begins a comment.
bool isComment(std::string_view text, std::size_t at);

/// Behind the closing quote of the one at \a at; npos where it is not closed.
std::size_t quotedEnd(std::string_view text, std::size_t at);
/// Behind the last byte of plain text that begins at \a at, on its line: before a comment or ": ".
std::size_t plainEnd(std::string_view text, std::size_t at);
/// The same in brackets, where commas and brackets end it too.
std::size_t flowPlainEnd(std::string_view text, std::size_t at);
/// The colon of the key that begins at \a at and is on one line; npos where none does.
std::size_t keyColon(std::string_view text, std::size_t at);

} // namespace gatehouse::config::scan
