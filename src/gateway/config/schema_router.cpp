// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/schema_parts.h"

namespace gatehouse::config {

namespace {

using enum Type;
using enum Served;

// clang-format off
constexpr Key router[] = {
    {"router_settings", Map, "", Now, "", "How requests are spread over deployments, and what happens when one fails."},
    {"router_settings.routing_strategy", String, "simple-shuffle", Now, "simple-shuffle|least-busy|latency-based-routing|usage-based-routing|usage-based-routing-v2|cost-based-routing|provider-budget-routing|adaptive", "How a deployment of a group is picked; docs/routing.md compares them. provider-budget-routing is simple-shuffle: every strategy keeps to budgets."},
    {"router_settings.routing_strategy_args", Map, "", Now, "", "Fine tuning of latency-based-routing."},
    {"router_settings.routing_strategy_args.ttl", Number, "3600", Now, "", "Seconds after which latencies say nothing any more, when nothing newer was heard."},
    {"router_settings.routing_strategy_args.lowest_latency_buffer", Number, "0", Now, "", "How much slower than the fastest is as good: 0.2 = 20 %."},
    {"router_settings.routing_strategy_args.max_latency_list_size", Integer, "10", Now, "", "How many answers are averaged, up to 64."},
    {"router_settings.routing_strategy_args.*", Any, "", Later, "", "Other arguments of the original's strategies."},
    {"router_settings.num_retries", Integer, "2", Now, "", "How often a failed request is tried again; litellm_settings.num_retries is used when this is missing."},
    {"router_settings.retry_after", Number, "0", Now, "", "Least number of seconds between two tries."},
    {"router_settings.timeout", Number, "", Now, "", "Seconds one attempt may take in all; litellm_settings.request_timeout is used when this is missing."},
    {"router_settings.stream_timeout", Number, "", Now, "", "Seconds a streaming attempt may take until its answer begins."},
    {"router_settings.retry_policy", Map, "", Now, "", "Retries by kind of error: BadRequestErrorRetries, AuthenticationErrorRetries, TimeoutErrorRetries, RateLimitErrorRetries, ContentPolicyViolationErrorRetries, InternalServerErrorRetries."},
    {"router_settings.retry_policy.*", Integer, "", Now, "", "How often a request that failed in this way is tried again."},
    {"router_settings.model_group_retry_policy", Map, "", Now, "", "Retries by kind of error, for single model groups."},
    {"router_settings.model_group_retry_policy.*", Map, "", Now, "", "The retry_policy of one model group."},
    {"router_settings.model_group_retry_policy.*.*", Integer, "", Now, "", "How often a request that failed in this way is tried again."},
    {"router_settings.allowed_fails", Integer, "3", Now, "", "Failures without a pause of cooldown_time between two, after which a deployment rests. 3, the default, means that the share of failures decides."},
    {"router_settings.allowed_fails_policy", Map, "", Now, "", "Allowed failures by kind of error; other kinds by allowed_fails."},
    {"router_settings.allowed_fails_policy.BadRequestErrorAllowedFails", Integer, "", Now, "", "Of bad requests."},
    {"router_settings.allowed_fails_policy.AuthenticationErrorAllowedFails", Integer, "", Now, "", "Of refused keys."},
    {"router_settings.allowed_fails_policy.TimeoutErrorAllowedFails", Integer, "", Now, "", "Of time-outs."},
    {"router_settings.allowed_fails_policy.RateLimitErrorAllowedFails", Integer, "", Now, "", "Of 429."},
    {"router_settings.allowed_fails_policy.ContentPolicyViolationErrorAllowedFails", Integer, "", Now, "", "Of refused contents."},
    {"router_settings.allowed_fails_policy.InternalServerErrorAllowedFails", Integer, "", Now, "", "Of 500."},
    {"router_settings.cooldown_time", Number, "5", Now, "", "Seconds a failing deployment rests, where its provider does not say how long."},
    {"router_settings.disable_cooldowns", Boolean, "false", Now, "", "Never let a deployment rest."},
    {"router_settings.fallbacks", FallbackList, "", Now, "", "Which model groups are tried when one fails, as in - gpt-4o: [claude]."},
    {"router_settings.context_window_fallbacks", FallbackList, "", Now, "", "Which model groups are tried when a prompt is too long."},
    {"router_settings.content_policy_fallbacks", FallbackList, "", Now, "", "Which model groups are tried when a provider refuses the content."},
    {"router_settings.default_fallbacks", StringList, "", Now, "", "Model groups tried for every group that has no fallbacks of its own."},
    {"router_settings.max_fallbacks", Integer, "5", Now, "", "How many fallbacks one request may go through."},
    {"router_settings.model_group_alias", Map, "", Now, "", "Other names for model groups."},
    {"router_settings.model_group_alias.*", Any, "", Now, "", "A model group, or {model, hidden}, or a list of {model, weight}."},
    {"router_settings.enable_pre_call_checks", Boolean, "false", Now, "", "Before a call, leave out deployments whose context window, region, limits or abilities do not fit it, and honour their order."},
    {"router_settings.optional_pre_call_checks", StringList, "", Now, "", "Further checks before a deployment is called; enforce_model_rate_limits works (rpm and tpm are never exceeded), the others do nothing yet."},
    {"router_settings.enable_tag_filtering", Boolean, "false", Now, "", "Pick deployments by the tags of the request."},
    {"router_settings.tag_filtering_match_any", Boolean, "true", Now, "", "Whether one tag in common is enough."},
    {"router_settings.provider_budget_config", Map, "", Now, "", "Budgets by provider, as in openai: {budget_limit: 100, time_period: 1d}; what was spent is forgotten when the program ends."},
    {"router_settings.provider_budget_config.*", Map, "", Now, "", "The budget of one provider."},
    {"router_settings.provider_budget_config.*.budget_limit", Number, "", Now, "", "Dollars the provider may cost in time_period."},
    {"router_settings.provider_budget_config.*.max_budget", Number, "", Now, "", "Another spelling of budget_limit."},
    {"router_settings.provider_budget_config.*.time_period", Duration, "", Now, "", "After this time, counted from the first spending, the budget begins anew."},
    {"router_settings.provider_budget_config.*.budget_duration", Duration, "", Now, "", "Another spelling of time_period."},
    {"router_settings.default_max_parallel_requests", Integer, "", Now, "", "Requests a deployment is sent at the same time where it says nothing itself; more wait their turn."},
    {"router_settings.midstream", String, "fail", Now, "fail|continue", "What happens to a stream that breaks after its first words: it ends with an error, or another deployment goes on with it."},
    {"router_settings.hedge", Map, "", Now, "", "Send a second copy of a request whose answer is late to another deployment; the first answer counts, and both are billed."},
    {"router_settings.hedge.after", Any, "p95", Now, "", "When an answer is late: 800ms, 1.5s, or p95 (later than 95 of the last 100 of its model group)."},
    {"router_settings.hedge.max", Integer, "1", Now, "", "How many copies one request may have beside the first."},
    {"router_settings.model_group_hedge", Map, "", Now, "", "The same for single model groups."},
    {"router_settings.model_group_hedge.*", Map, "", Now, "", "The hedge of one model group."},
    {"router_settings.model_group_hedge.*.after", Any, "p95", Now, "", "As in router_settings.hedge."},
    {"router_settings.model_group_hedge.*.max", Integer, "1", Now, "", "As in router_settings.hedge."},
    {"router_settings.coalesce", Any, "false", Now, "", "Identical requests of one caller that are not streamed and under way at the same time become one: true, or a list of model groups."},
    {"router_settings.default_litellm_params", Map, "", Later, "", "Parameters every deployment begins with."},
    {"router_settings.default_priority", Integer, "", Later, "", "Priority of requests that name none."},
    {"router_settings.polling_interval", Number, "0.03", Later, "", "Seconds between two looks at the queue of waiting requests."},
    {"router_settings.redis_url", Secret, "", Later, "", "Address of the Redis that replicas share."},
    {"router_settings.redis_host", String, "", Later, "", "Host of the Redis that replicas share."},
    {"router_settings.redis_port", Integer, "", Later, "", "Port of the Redis that replicas share."},
    {"router_settings.redis_password", Secret, "", Later, "", "Password of the Redis that replicas share."},
    {"router_settings.redis_db", Integer, "", Later, "", "Number of the Redis database."},
    {"router_settings.redis_ssl", Boolean, "", Later, "", "Whether Redis is spoken to over TLS."},
    {"router_settings.cache_responses", Boolean, "false", Later, "", "Cache answers in the router."},
    {"router_settings.cache_kwargs", Map, "", Later, "", "Further settings of the router's cache."},
    {"router_settings.caching_groups", List, "", Later, "", "Model groups that share cached answers."},
    {"router_settings.client_ttl", Integer, "3600", Never, "", "How long provider clients are kept; connections here are kept by the workers."},
    {"router_settings.alerting_config", Map, "", Later, "", "Where alerts about slow and failing calls go."},
    {"router_settings.assistants_config", Map, "", Later, "", "Provider of the assistants doors."},
    {"router_settings.search_tools", List, "", Later, "", "Search providers offered to models."},
    {"router_settings.guardrail_list", List, "", Later, "", "Guardrails the router balances."},
    {"router_settings.ignore_invalid_deployments", Boolean, "", Never, "", "Here a broken entry is always an error, found by gatehouse check."},
    {"router_settings.set_verbose", Boolean, "false", Never, "", "Verbose logging of the original's router; --debug says more here."},
    {"router_settings.debug_level", String, "", Never, "", "Log level of the original's router; --debug says more here."},
};

// clang-format on

} // namespace

std::span<const Key> routerKeys()
{
    return router;
}

} // namespace gatehouse::config
