// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::wire {

bool isUtf8(std::string_view text);

/// \a text as it is where it is UTF-8; else \a room, with a replacement character for each byte that is none.
std::string_view asUtf8(std::string_view text, std::string &room);

} // namespace gatehouse::wire
