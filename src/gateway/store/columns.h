// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/members.h"

#include <span>
#include <string_view>

namespace gatehouse::store {

enum class Kind { Text, Integer };

/// A column of spend_logs that comes from the journal, under the same name in both. resources/sql/ makes them. Beside them stands
/// the whole entry: what has no column is read from there.
struct Column {
    Member member;
    Kind kind = Kind::Text;
    std::string_view name() const { return nameOf(member); }
};
std::span<const Column> columns();

} // namespace gatehouse::store
