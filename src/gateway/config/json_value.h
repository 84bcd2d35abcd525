// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <string_view>

namespace gatehouse::config {

/// \a json, an object or a list, as a tree whose every node stands at \a mark. Null for what is no JSON, and for what is nested
/// more than 64 deep.
Value valueFromJson(std::string_view json, const Mark &mark);

} // namespace gatehouse::config
