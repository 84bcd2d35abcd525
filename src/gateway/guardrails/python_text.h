// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::guardrails {

/// \a json as Python prints the same value: {'error': 'x', 'n': None}. LiteLLM's callers know some errors in that form.
std::string pythonText(std::string_view json);

} // namespace gatehouse::guardrails
