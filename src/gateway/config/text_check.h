// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::config {

/// A byte that must not stand in a configuration, and why.
struct BadByte {
    int line = 1;
    int column = 1;
    std::string reason;
};

/// The first byte of \a text that is not UTF-8, or a control character YAML forbids (yaml-cpp takes 0x04 for the end of the file
/// and would read half a configuration as a whole one).
std::optional<BadByte> findBadByte(std::string_view text);
/// Length in bytes of the UTF-8 character at the start of \a text; 0 when there is none.
std::size_t utf8Length(std::string_view text);
bool isUtf8(std::string_view text);

} // namespace gatehouse::config
