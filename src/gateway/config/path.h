// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace gatehouse::config {

/// A key of a map, or an index of a list.
using Part = std::variant<std::string, std::size_t>;
/// The way from the root to a value.
using Path = std::vector<Part>;

/// "model_list[3].model_name". Of a key that is no word it holds what the file has there: mind what may be a secret.
std::string toString(const Path &path);
/// As JSON: ["model_list",3,"model_name"].
std::string pathJson(const Path &path);
/// The value that stands at \a where, or else the last one before it; nothing where the tree has none in that file.
Path pathAt(const Value &root, const Mark &where);
/// The value at \a path; none where the tree does not go there.
const Value *valueAt(const Value &root, const Path &path);

} // namespace gatehouse::config
