// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/schema_parts.h"

namespace gatehouse::config {

namespace {

using enum Type;
using enum Served;

// clang-format off
constexpr Key sections[] = {
    {"environment_variables", Map, "", Now, "", "Variables set on top of the environment, also for os.environ/ references in the same file."},
    {"environment_variables.*", Secret, "", Now, "", "The value of one variable."},
    {"include", StringList, "", Now, "", "Further files, relative to this one: their lists extend the lists here, everything else replaces."},
    {"credential_list", List, "", Now, "", "Credentials that deployments name with litellm_credential_name."},
    {"credential_list[]", Map, "", Now, "", "One credential."},
    {"credential_list[].credential_name", String, "", Now, "", "Its name."},
    {"credential_list[].credential_values", Map, "", Now, "", "What it stands for: keys of litellm_params such as api_key and api_base."},
    {"credential_list[].credential_values.*", Any, "", Now, "", "One of its values."},
    {"credential_list[].credential_info", Map, "", Now, "", "What people should know about it."},
    {"guardrails", List, "", Now, "", "Checks on what goes in and comes out: docs/guardrails.md."},
    {"guardrails[]", Map, "", Now, "", "One check."},
    {"guardrails[].guardrail_name", String, "", Now, "", "Its name, by which requests ask for it; of those that share a name one is chosen for each call."},
    {"guardrails[].guardrail_id", String, "", Now, "", "Its id; without it, one is made from the name."},
    {"guardrails[].litellm_params", Map, "", Now, "", "How it works."},
    {"guardrails[].litellm_params.guardrail", String, "", Now, "", "Which kind it is, for example litellm_content_filter."},
    {"guardrails[].litellm_params.mode", Any, "", Now, "", "When it runs: pre_call, during_call, post_call or logging_only, a list of these, or {tags: {a tag: mode}, default: mode}."},
    {"guardrails[].litellm_params.default_on", Boolean, "false", Now, "", "Whether it runs for every request."},
    {"guardrails[].litellm_params.weight", Number, "1", Now, "", "How often it is chosen, among those of the same name."},
    {"guardrails[].litellm_params.timeout", Number, "10", Now, "", "Seconds its service has to answer."},
    {"guardrails[].litellm_params.fail_on_error", Boolean, "true", Now, "", "Refuse a call that it cannot judge; false lets it pass."},
    {"guardrails[].litellm_params.unreachable_fallback", String, "fail_closed", Now, "fail_closed|fail_open", "The same in other words."},
    {"guardrails[].litellm_params.violation_message_template", String, "", Now, "", "What callers are told in place of its own words; {guardrail_name} stands for its name."},
    {"guardrails[].litellm_params.patterns", List, "", Now, "", "litellm_content_filter: expressions that are looked for."},
    {"guardrails[].litellm_params.patterns[]", Map, "", Now, "", "One expression."},
    {"guardrails[].litellm_params.patterns[].pattern_type", String, "", Now, "prebuilt|regex", "Whether it is one of the gateway's or one of your own."},
    {"guardrails[].litellm_params.patterns[].pattern_name", String, "", Now, "", "The name of one of the gateway's."},
    {"guardrails[].litellm_params.patterns[].pattern", String, "", Now, "", "One of your own."},
    {"guardrails[].litellm_params.patterns[].name", String, "", Now, "", "The name of one of your own."},
    {"guardrails[].litellm_params.patterns[].action", String, "BLOCK", Now, "", "BLOCK or MASK."},
    {"guardrails[].litellm_params.blocked_words", List, "", Now, "", "litellm_content_filter: words that are looked for, each with keyword, action and description."},
    {"guardrails[].litellm_params.blocked_words_file", String, "", Now, "", "A YAML file with more of them."},
    {"guardrails[].litellm_params.categories", List, "", Later, "", "litellm_content_filter: lists of words by subject."},
    {"guardrails[].litellm_params.pattern_redaction_format", String, "[{pattern_name}_REDACTED]", Now, "", "What stands in the place of a masked expression."},
    {"guardrails[].litellm_params.keyword_redaction_tag", String, "[KEYWORD_REDACTED]", Now, "", "What stands in the place of a masked word."},
    {"guardrails[].litellm_params.api_key", Secret, "", Now, "", "Key of its service."},
    {"guardrails[].litellm_params.api_base", String, "", Now, "", "Address of its service."},
    {"guardrails[].litellm_params.aws_secret_access_key", Secret, "", Now, "", "Of bedrock: as for deployments, as are the other aws_ parameters."},
    {"guardrails[].litellm_params.aws_session_token", Secret, "", Now, "", "The same."},
    {"guardrails[].litellm_params.headers", Map, "", Now, "", "Headers its service is sent."},
    {"guardrails[].litellm_params.headers.*", Secret, "", Now, "", "The value of one header."},
    {"guardrails[].litellm_params.*", Any, "", Now, "", "What its kind needs."},
    {"guardrails[].guardrail_info", Any, "", Now, "", "What people should know about it."},
    {"policies", Any, "", Later, "", "Named bundles of guardrails."},
    {"policy_attachments", Any, "", Later, "", "Whom the bundles apply to."},
    {"prompts", List, "", Later, "", "Prompts kept elsewhere."},
    {"callback_settings", Map, "", Now, "", "Settings of single callbacks, by their names."},
    {"callback_settings.*", Map, "", Now, "", "One callback: a name of docs/sinks.md, or a name of your own with callback_type: generic_api."},
    {"callback_settings.*.callback_type", String, "", Now, "", "What one with a name of your own is: generic_api."},
    {"callback_settings.*.endpoint", String, "", Now, "", "Address that a generic_api posts to."},
    {"callback_settings.*.headers", Map, "", Now, "", "Headers of a generic_api's requests."},
    {"callback_settings.*.headers.*", Secret, "", Now, "", "The value of one header."},
    {"callback_settings.*.event_types", StringList, "", Now, "", "llm_api_success and llm_api_failure, or one of them; both when missing."},
    {"callback_settings.*.log_format", String, "json_array", Now, "json_array|ndjson|single", "How a generic_api's payloads are put together: a JSON array, lines, or a request for each."},
    {"callback_settings.*.turn_off_message_logging", Boolean, "false", Now, "", "Keep messages from this callback."},
    {"callback_settings.*.message_logging", Boolean, "true", Now, "", "The same the other way round."},
    {"callback_settings.*.batch_size", Integer, "", Now, "", "Reports in one request at most."},
    {"callback_settings.*.flush_interval", Number, "", Now, "", "Seconds a report waits for others to go with it."},
    {"callback_settings.*.path", String, "", Now, "", "File that jsonl writes to."},
    {"callback_settings.*.max_mb", Number, "100", Now, "", "Megabytes after which jsonl begins another file."},
    {"callback_settings.*.files", Integer, "5", Now, "", "Earlier files that jsonl keeps."},
    {"callback_settings.*.*", Any, "", Now, "", "A variable of this callback, as in docs/sinks.md, in lower case."},
    {"mcp_servers", Map, "", Later, "", "MCP servers offered to callers."},
    {"mcp_tools", List, "", Later, "", "Single MCP tools offered to callers."},
    {"agent_list", List, "", Later, "", "Agents offered to callers."},
    {"vector_store_registry", List, "", Later, "", "Vector stores models may search."},
    {"search_tools", List, "", Later, "", "Search providers offered to models."},
    {"files_settings", List, "", Later, "", "Providers of the files doors."},
    {"finetune_settings", List, "", Later, "", "Providers of the fine-tuning doors."},
    {"assistant_settings", Map, "", Later, "", "Provider of the assistants doors."},
    {"default_vertex_config", Map, "", Later, "", "Vertex AI project used for pass-through."},
    {"worker_config", Any, "", Never, "", "Belongs to the Python library."},
};

// clang-format on

} // namespace

std::span<const Key> otherKeys()
{
    return sections;
}

} // namespace gatehouse::config
