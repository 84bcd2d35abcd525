// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/registry.h"

#include "gateway/observe/metrics/feeds.h"

#include <algorithm>
#include <array>

namespace gatehouse::observe::metrics {

namespace {

using enum Label;
using enum Type;

constexpr Labels key {HashedApiKey, ApiKeyAlias};
constexpr Labels team {Team, TeamAlias};
constexpr Labels caller = key | team | Labels {EndUser, User};
constexpr Labels callerInFull = caller | Labels {UserEmail};
constexpr Labels client {ClientIp, UserAgent};
constexpr Labels failure {ExceptionStatus, ExceptionClass};
constexpr Labels deployment {LitellmModelName, ModelId, ApiBase, ApiProvider};
constexpr Labels callLatency = caller | Labels {RequestedModel, Model, ModelId};
constexpr Labels tokens = callerInFull | Labels {RequestedModel, Model, ModelId};
constexpr Labels cache = caller | Labels {Model, ModelId};
constexpr Labels served = deployment | key | Labels {ModelGroup};
constexpr Labels attempt = deployment | key | team | client | Labels {RequestedModel};
constexpr Labels fallback = key | team | failure | Labels {RequestedModel, FallbackModel, ModelId};

// clang-format off
constexpr Metric rows[] = {
    {"litellm_proxy_total_requests_metric", Counter, Event::Call, callerInFull | client | Labels {RequestedModel, StatusCode, Route, ModelId}, &everyCall, "Calls to models that came, whatever became of them"},
    {"litellm_proxy_failed_requests_metric", Counter, Event::Call, callerInFull | client | failure | Labels {RequestedModel, Route, ModelId}, &failedCall, "Calls to models that were refused or failed"},
    {"litellm_requests_metric", Counter, Event::Call, callerInFull | client | Labels {Model, ModelId}, &completedCall, "Calls that a model answered"},
    {"litellm_spend_metric", Counter, Event::Call, callerInFull | client | Labels {Model, ModelId}, &spend, "What calls have cost, in US dollars"},
    {"litellm_total_tokens_metric", Counter, Event::Call, tokens, &totalTokens, "Tokens read and written"},
    {"litellm_input_tokens_metric", Counter, Event::Call, tokens, &inputTokens, "Tokens read"},
    {"litellm_output_tokens_metric", Counter, Event::Call, tokens, &outputTokens, "Tokens written"},
    {"litellm_cache_hits_metric", Counter, Event::Call, cache, &cacheHit, "Answers that the gateway had kept"},
    {"litellm_cache_misses_metric", Counter, Event::Call, cache, &cacheMiss, "Answers that the gateway had not kept"},
    {"litellm_cached_tokens_metric", Counter, Event::Call, cache, &tokensFromCache, "Tokens of answers that the gateway had kept"},
    {"litellm_llm_api_failed_requests_metric", Counter, Event::Call, caller | Labels {Model, ModelId}, &failedUpstream, "Calls that no provider answered; replaced by litellm_proxy_failed_requests_metric"},
    {"litellm_request_total_latency_metric", Histogram, Event::Call, callLatency, &totalLatency, "Seconds from a request's last byte to its answer's last byte"},
    {"litellm_request_queue_time_seconds", Histogram, Event::Call, callLatency, &queueTime, "Seconds from a request's last byte until it was taken up"},
    {"litellm_llm_api_latency_metric", Histogram, Event::Call, callLatency, &providerLatency, "Seconds the provider took that answered"},
    {"litellm_llm_api_time_to_first_token_metric", Histogram, Event::Call, callLatency, &firstToken, "Seconds until the provider's first byte, of streams"},
    {"litellm_overhead_latency_metric", Histogram, Event::Call, served, &overhead, "Seconds that were the gateway's own"},
    {"litellm_remaining_requests_metric", Gauge, Event::Attempt, served, &remainingRequests, "Requests that the provider's x-ratelimit-remaining-requests left"},
    {"litellm_remaining_tokens_metric", Gauge, Event::Attempt, served, &remainingTokens, "Tokens that the provider's x-ratelimit-remaining-tokens left"},
    {"litellm_deployment_latency_per_output_token", Histogram, Event::Attempt, deployment | key | team, &secondsPerToken, "Seconds of an answer for each token written"},
    {"litellm_deployment_state", Gauge, Event::Gathered, deployment, nullptr, "0 = healthy, 1 = partial outage, 2 = complete outage"},
    {"litellm_deployment_tpm_limit", Gauge, Event::Gathered, deployment, nullptr, "Tokens a minute that the deployment may take"},
    {"litellm_deployment_rpm_limit", Gauge, Event::Gathered, deployment, nullptr, "Requests a minute that the deployment may take"},
    {"litellm_deployment_cooled_down", Counter, Event::Attempt, deployment | Labels {ExceptionStatus}, &cooledDown, "How often the deployment began to rest"},
    {"litellm_deployment_total_requests", Counter, Event::Attempt, attempt, &everyAttempt, "Tries at the deployment"},
    {"litellm_deployment_success_responses", Counter, Event::Attempt, attempt, &answered, "Tries that it answered"},
    {"litellm_deployment_failure_responses", Counter, Event::Attempt, attempt | failure, &unanswered, "Tries that failed"},
    {"litellm_deployment_successful_fallbacks", Counter, Event::Call, fallback, &fallbackWorked, "Calls that another group answered after their own had failed"},
    {"litellm_deployment_failed_fallbacks", Counter, Event::Call, fallback, &fallbackFailed, "Calls that no other group answered either"},
    {"litellm_remaining_team_budget_metric", Gauge, Event::Gathered, team, nullptr, "US dollars the team may spend until its budget begins anew"},
    {"litellm_team_max_budget_metric", Gauge, Event::Gathered, team, nullptr, "The team's budget in US dollars"},
    {"litellm_team_budget_remaining_hours_metric", Gauge, Event::Gathered, team, nullptr, "Hours until the team's budget begins anew"},
    {"litellm_remaining_api_key_budget_metric", Gauge, Event::Gathered, key, nullptr, "US dollars the key may spend until its budget begins anew"},
    {"litellm_api_key_max_budget_metric", Gauge, Event::Gathered, key, nullptr, "The key's budget in US dollars"},
    {"litellm_api_key_budget_remaining_hours_metric", Gauge, Event::Gathered, key, nullptr, "Hours until the key's budget begins anew"},
    {"litellm_remaining_user_budget_metric", Gauge, Event::Gathered, Labels {User}, nullptr, "US dollars the user may spend until the budget begins anew"},
    {"litellm_user_max_budget_metric", Gauge, Event::Gathered, Labels {User}, nullptr, "The user's budget in US dollars"},
    {"litellm_user_budget_remaining_hours_metric", Gauge, Event::Gathered, Labels {User}, nullptr, "Hours until the user's budget begins anew"},
    {"litellm_remaining_api_key_requests_for_model", Gauge, Event::Gathered, key | Labels {Model, ModelId}, nullptr, "Requests of the model that the key may make in this minute"},
    {"litellm_remaining_api_key_tokens_for_model", Gauge, Event::Gathered, key | Labels {Model, ModelId}, nullptr, "Tokens of the model that the key may use in this minute"},
    {"litellm_provider_remaining_budget_metric", Gauge, Event::Gathered, Labels {ApiProvider}, nullptr, "US dollars that may be spent at the provider until its budget begins anew"},
    {"litellm_guardrail_latency_seconds", Histogram, Event::Guardrail, Labels {GuardrailName, Status, ErrorType, HookType}, &guardrailSeconds, "Seconds a guardrail took"},
    {"litellm_guardrail_errors", Counter, Event::Guardrail, Labels {GuardrailName, ErrorType, HookType}, &guardrailFailed, "Guardrails that could not judge"},
    {"litellm_guardrail_requests", Counter, Event::Guardrail, Labels {GuardrailName, Status, HookType}, &everyJudgement, "Judgements of guardrails"},
    {"litellm_callback_logging_failures_metric", Counter, Event::Gathered, Labels {CallbackName}, nullptr, "Reports that a sink could not deliver"},
    {"litellm_total_users_metric", Gauge, Event::Gathered, {}, nullptr, "Users that there are"},
    {"litellm_teams_count_metric", Gauge, Event::Gathered, {}, nullptr, "Teams that there are"},
    {"litellm_self_latency", Histogram, Event::Call, Labels {Self}, &totalLatency, "Seconds of a call from end to end", true},
    {"litellm_self_total_requests", Counter, Event::Call, Labels {Self}, &everyCall, "Calls to models that came", true},
    {"litellm_self_failed_requests", Counter, Event::Call, Labels {Self, ErrorClass, FunctionName}, &failedCall, "Calls to models that were refused or failed", true},
    // --- the gateway's own
    {"gatehouse_calls", Counter, Event::Call, Labels {Outcome}, &everyCall, "Calls by how they ended: completed, failed, refused, abandoned"},
    {"gatehouse_stage_seconds", Histogram, Event::Stage, Labels {Stage}, nullptr, "Seconds calls spent in each stage: queue, admission, line, upstream, and the rest, which is the gateway's own"},
    {"gatehouse_provider_cache_read_tokens", Counter, Event::Call, Labels {Model, ModelId}, &cacheRead, "Tokens read that came from the provider's prompt cache"},
    {"gatehouse_provider_cache_written_tokens", Counter, Event::Call, Labels {Model, ModelId}, &cacheWritten, "Tokens read that went into the provider's prompt cache"},
    {"gatehouse_shared_answers", Counter, Event::Call, Labels {Model, ModelId}, &sharedAnswer, "Calls that were given the answer of another one like them"},
    {"gatehouse_attempts_given_up", Counter, Event::Attempt, Labels {LitellmModelName, ModelId}, &givenUp, "Tries that were given up because another one answered first"},
    {"gatehouse_calls_running", Gauge, Event::Gathered, {}, nullptr, "Calls that run now"},
    {"gatehouse_deployment_attempts_running", Gauge, Event::Gathered, Labels {ModelId, ModelGroup}, nullptr, "Tries at the deployment that run now"},
    {"gatehouse_api_key_tpm_limit", Gauge, Event::Gathered, key, nullptr, "Tokens a minute that the key may use"},
    {"gatehouse_api_key_tpm_used", Gauge, Event::Gathered, key, nullptr, "Tokens the key has used or reserved in the last 60 seconds"},
    {"gatehouse_api_key_rpm_limit", Gauge, Event::Gathered, key, nullptr, "Requests a minute that the key may make"},
    {"gatehouse_api_key_rpm_used", Gauge, Event::Gathered, key, nullptr, "Requests the key has made in the last 60 seconds"},
    {"gatehouse_observer_waiting", Gauge, Event::Gathered, {}, nullptr, "Receipts that nobody has looked at yet"},
    {"gatehouse_observer_dropped", Counter, Event::Gathered, {}, nullptr, "Receipts that nobody looked at, for want of time"},
    {"gatehouse_journal_bytes", Gauge, Event::Gathered, {}, nullptr, "Bytes of the journal that are not in SQL yet, or kept until they are"},
    {"gatehouse_journal_writable", Gauge, Event::Gathered, {}, nullptr, "1 = what calls spend can be written down"},
    {"gatehouse_database_connected", Gauge, Event::Gathered, {}, nullptr, "1 = the database was there when it was last needed"},
    {"gatehouse_metrics_series", Gauge, Event::Gathered, {}, nullptr, "Series of this page that are counted, histograms by their lines"},
    {"gatehouse_metrics_folded", Counter, Event::Gathered, {}, nullptr, "Sets of labels that were counted as \"other\" because there were too many"},
    {"gatehouse_build_info", Gauge, Event::Gathered, Labels {Version}, nullptr, "1, with the program's version"},
    {"process_cpu_seconds", Counter, Event::Gathered, {}, nullptr, "Processor time of the program, in seconds"},
    {"process_resident_memory_bytes", Gauge, Event::Gathered, {}, nullptr, "Resident memory of the program"},
    {"process_virtual_memory_bytes", Gauge, Event::Gathered, {}, nullptr, "Virtual memory of the program"},
    {"process_open_fds", Gauge, Event::Gathered, {}, nullptr, "Open file descriptors"},
    {"process_max_fds", Gauge, Event::Gathered, {}, nullptr, "File descriptors that may be open"},
    {"process_start_time_seconds", Gauge, Event::Gathered, {}, nullptr, "When the program started, in seconds since 1970"},
};
// clang-format on

// As they are called in a widespread lesson on running LiteLLM.
constexpr double thousand = 1000;
constexpr Alias otherNames[] = {
    {"litellm_request_total_requests", "litellm_proxy_total_requests_metric"},
    {"litellm_requests_total_failed", "litellm_proxy_failed_requests_metric"},
    {"litellm_deployment_success_responses", "litellm_deployment_success_responses"},
    {"litellm_deployment_failure_responses", "litellm_deployment_failure_responses"},
    {"litellm_remaining_requests", "litellm_remaining_requests_metric", Gauge},
    {"litellm_remaining_tokens", "litellm_remaining_tokens_metric", Gauge},
    {"litellm_overhead_latency_ms", "litellm_overhead_latency_metric", Histogram, thousand},
};

// LiteLLM's, in seconds.
constexpr std::array<double, 35> usualBuckets {0.005, 0.00625, 0.0125, 0.025, 0.05, 0.1, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0,
    4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 15.0, 20.0, 25.0, 30.0, 60.0, 120.0, 180.0, 240.0, 300.0};
// The gateway's own time is microseconds.
constexpr std::array<double, 21> fineBuckets {0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
    0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0, 60.0, 300.0};

constexpr std::string_view total = "_total";

} // namespace

std::string_view toString(Type type)
{
    switch (type) {
    case Type::Counter: return "counter";
    case Type::Gauge: return "gauge";
    case Type::Histogram: return "histogram";
    case Type::Untyped: break;
    }
    return "untyped";
}

std::span<const Metric> registry()
{
    return rows;
}

std::span<const Alias> aliases()
{
    return otherNames;
}

const Metric *findMetric(std::string_view name)
{
    const auto named = [](std::string_view plain) -> const Metric * {
        const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const Metric &each) { return each.name == plain; });
        return row == std::end(rows) ? nullptr : row;
    };
    if (const Metric *row = named(name))
        return row;
    for (const Alias &alias : otherNames) {
        if (alias.name == name)
            return named(alias.origin);
    }
    if (!name.ends_with(total))
        return nullptr;
    const Metric *row = named(name.substr(0, name.size() - total.size()));
    return row && row->type == Counter ? row : nullptr;
}

bool isOwn(const Metric &metric)
{
    return !metric.name.starts_with("litellm_");
}

std::string shownName(const Metric &metric)
{
    return std::string(metric.name).append(metric.type == Counter ? total : "");
}

std::span<const double> bucketsOf(const Metric &metric)
{
    if (metric.event == Event::Stage)
        return fineBuckets;
    return usualBuckets;
}

std::string page()
{
    std::string table = "# The table of metrics\n\n"
                        "Written by the program: `gatehouse metrics > docs/metrics-table.md`. [metrics.md](metrics.md) explains "
                        "them.\n\n"
                        "| metric | type | labels | what it tells |\n|---|---|---|---|\n";
    for (const Metric &metric : registry()) {
        std::string labels;
        for (std::size_t i = 0; i < labelCount; ++i) {
            if (metric.labels.has(static_cast<Label>(i)))
                labels.append(labels.empty() ? "" : ", ").append(toString(static_cast<Label>(i)));
        }
        table += "| `" + shownName(metric) + "` | " + std::string(toString(metric.type)) + " | " + labels + " | "
            + std::string(metric.help) + (metric.event == Event::None ? " (not served yet)" : "")
            + (metric.isSystem ? " (with `prometheus_system`)" : "") + " |\n";
    }
    table += "\nOther names for some of them:\n\n| name | type | the same as |\n|---|---|---|\n";
    for (const Alias &alias : aliases()) {
        table += "| `" + std::string(alias.name) + "` | " + std::string(toString(alias.type)) + " | `"
            + shownName(*findMetric(alias.origin)) + "`" + (alias.scale == 1 ? "" : " in milliseconds") + " |\n";
    }
    return table;
}

} // namespace gatehouse::observe::metrics
