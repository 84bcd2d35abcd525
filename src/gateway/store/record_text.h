// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

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
std::string cut(std::string text, std::size_t bytes);
/// The text of a member without NULs; empty where it is absent or no string.
std::string textIn(const wire::JsonObject &entry, std::string_view name);
/// 0 where the member is absent or no number.
std::int64_t numberIn(const wire::JsonObject &entry, std::string_view name);
/// The texts of a list; none where the member is absent or no list of strings.
std::vector<std::string> textsIn(const wire::JsonObject &entry, std::string_view name);

} // namespace gatehouse::store
