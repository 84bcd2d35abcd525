// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Members of a journal's entry as SQL takes them.
namespace gatehouse::store {

/// As a value for SQL. PostgreSQL's texts hold no NUL.
QString sqlText(std::string_view text);
/// The first bytes of \a text, whole characters, at most \a bytes of them: an index can take only so much.
std::string_view cut(std::string_view text, std::size_t bytes);
/// The text of a member's value without NULs; empty where it is absent or no string.
std::string textOf(std::string_view raw);
/// 0 where the value is absent or no number.
std::int64_t numberOf(std::string_view raw);
/// The texts of a list; none where the value is absent or no list of strings.
std::vector<std::string> textsOf(std::string_view raw);

} // namespace gatehouse::store
