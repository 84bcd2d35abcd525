// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/dialect.h"
#include "gateway/core/operation.h"

#include <string_view>

namespace gatehouse::admin {

/// LiteLLM's name for a kind of call, and the door that such calls come to.
struct CallType {
    std::string_view name; ///< an "a" before it means the same
    Dialect dialect;
    Operation operation;
    std::string_view path;
};

/// nullptr = there is none of that name.
const CallType *callTypeNamed(std::string_view name);

} // namespace gatehouse::admin
