// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/schema.h"
#include "gateway/config/value.h"

#include <optional>

namespace gatehouse::config {

/// \a value as the schema wants it: "3" where a number is wanted becomes 3, 0123 where text is wanted becomes "0123".
/// Nothing when it is of the wrong type. Null fits everywhere: it says nothing.
std::optional<Value> coerced(const Value &value, Type type);
/// What a type is called in messages, and how it is written: {"a whole number", "3"}.
struct TypeWords {
    std::string_view name;
    std::string_view example;
};
TypeWords wordsFor(Type type);
std::string_view wordFor(Value::Kind kind);

} // namespace gatehouse::config
