// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gateway_fields.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Sorted, for binary search.
constexpr std::array<std::string_view, 66> fields {"additional_drop_params", "allowed_model_region", "allowed_openai_params",
    "api_base", "api_key", "api_version", "azure_ad_token", "base_url", "cache", "caching", "callbacks", "client_secret",
    "content_policy_fallbacks", "context_window_fallbacks", "cooldown_time", "custom_llm_provider", "disable_fallbacks",
    "disable_global_guardrails", "drop_params", "enable_json_schema_validation", "extra_body", "extra_headers", "extra_query",
    "failure_callback", "fallbacks", "fastest_response", "force_timeout", "guardrail_config", "guardrails",
    "input_cost_per_token", "max_fallbacks", "max_retries", "metadata", "mock_delay", "mock_response", "mock_timeout",
    "mock_tool_calls", "model_info", "modify_params", "no-log", "num_retries", "organization", "output_cost_per_token",
    "priority", "prompt_id", "prompt_variables", "prompt_version", "proxy_server_request", "request_timeout", "retry_policy",
    "router_settings_override", "rpm", "secret_fields", "specific_deployment", "store", "stream_timeout", "success_callback",
    "tags", "target_model_names", "team_id", "tenant_id", "timeout", "tpm", "ttl", "user_config", "user_id"};

// Families of names: the gateway's own, and credentials that LiteLLM's clients may send for one call.
constexpr std::array<std::string_view, 6> prefixes {"aws_", "langfuse_", "langsmith_", "litellm_", "mock_testing_", "vertex_"};

static_assert(std::is_sorted(fields.begin(), fields.end()));

} // namespace

bool isGatewayField(std::string_view name, Dialect door)
{
    if (door == Dialect::AnthropicMessages && name == "metadata")
        return false;
    if (door == Dialect::OpenAiResponses && (name == "metadata" || name == "store"))
        return false;
    if (std::binary_search(fields.begin(), fields.end(), name))
        return true;
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) { return name.starts_with(prefix); });
}

} // namespace gatehouse::translate
