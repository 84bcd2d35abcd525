// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/label.h"

#include <array>

namespace gatehouse::observe::metrics {

namespace {

// In the order of the enum, as tst_registry proves.
constexpr std::array<std::string_view, labelCount> names {"end_user", "hashed_api_key", "api_key_alias", "requested_model",
    "team", "team_alias", "user", "user_email", "status_code", "exception_status", "exception_class", "route", "client_ip",
    "user_agent", "model_id", "model", "model_group", "api_provider", "api_base", "litellm_model_name", "fallback_model",
    "outcome", "stage", "callback_name", "guardrail_name", "status", "error_type", "hook_type", "self", "error_class",
    "function_name", "version"};

} // namespace

std::string_view toString(Label label)
{
    return names[static_cast<std::size_t>(label)];
}

} // namespace gatehouse::observe::metrics
