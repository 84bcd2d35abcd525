// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace gatehouse::tokens {

/// Where the piece that begins at \a at ends: a text is cut into words, short runs of digits, symbols and spaces, and no token
/// reaches across such a cut. Written by hand after the regular expressions that tiktoken publishes for the two encodings;
/// always goes forward, and together in linear time. \a at must be before the end.
std::size_t endOfO200kPiece(std::string_view text, std::size_t at);
std::size_t endOfCl100kPiece(std::string_view text, std::size_t at);

} // namespace gatehouse::tokens
