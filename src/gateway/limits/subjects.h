// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/claim.h"

#include <string>
#include <string_view>

namespace gatehouse::limits {

/// What a subject is called: one row of the table.
struct SubjectInfo {
    Subject subject;
    std::string_view name;     ///< in headers and refusals: "api_key"
    std::string_view exceeded; ///< how LiteLLM begins to say that a budget is used up; {} is who it is, the cost follows
    std::string_view most;     ///< between the cost and the budget
};

/// The row of \a subject. Total: every subject has one.
const SubjectInfo &info(Subject subject);

} // namespace gatehouse::limits
