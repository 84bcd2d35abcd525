// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Guardrails that are added at run time: kept in the database, secrets in their litellm_params sealed, and asked as soon as the
/// answer is there. Those of the configuration file are changed there.
namespace gatehouse::admin {

/// POST /guardrails {"guardrail": {"guardrail_name", "litellm_params", "guardrail_info"}}
Result<std::string> newGuardrail(people::Draft &draft, const Asked &asked);
/// PUT /guardrails/{id}: the same, in the place of what it was.
Result<std::string> replaceGuardrail(people::Draft &draft, const Asked &asked);
/// PATCH /guardrails/{id}: the parts that are given.
Result<std::string> patchGuardrail(people::Draft &draft, const Asked &asked);
Result<std::string> deleteGuardrail(people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
