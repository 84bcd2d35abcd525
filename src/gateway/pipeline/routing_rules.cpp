// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/routing_rules.h"

#include "gateway/config/hedge_delay.h"

#include <array>
#include <charconv>
#include <cmath>

namespace gatehouse::pipeline {

namespace {

using config::Value;
using routing::FaultPolicy;
using routing::Table;
using std::chrono::milliseconds;

milliseconds seconds(const Value &value)
{
    return milliseconds(std::llround(value.asDouble() * 1000));
}

wire::Fallback fallbackOf(const Value &value)
{
    if (value.kind() != Value::Kind::Map)
        return {value.asString()};
    std::vector<Value::Entry> changes;
    for (const Value::Entry &entry : value.entries()) {
        if (entry.first != "model")
            changes.push_back(entry);
    }
    const bool isPlain = changes.empty();
    return {value.find("model").asString(), isPlain ? std::string() : Value::map(std::move(changes)).toJson()};
}

wire::Fallbacks fallbacksOf(const Value &map)
{
    wire::Fallbacks result;
    for (const auto &[group, targets] : map.entries()) {
        for (const Value &target : targets.items())
            result[group].push_back(fallbackOf(target));
    }
    return result;
}

void readFallbacks(Table &table, const config::Config &config)
{
    table.fallbacks = fallbacksOf(config.fallbacks());
    std::vector<wire::Fallback> defaults;
    for (const std::string &name : config.defaultFallbacks())
        defaults.push_back({name});
    if (!defaults.empty())
        table.fallbacks.try_emplace("*", defaults);
    if (const Value map = config.contextWindowFallbacks(); !map.entries().empty())
        table.contextWindowFallbacks = fallbacksOf(map);
    if (const Value map = config.contentPolicyFallbacks(); !map.entries().empty())
        table.contentPolicyFallbacks = fallbacksOf(map);
    table.maxFallbacks = static_cast<int>(config.setting("max_fallbacks").asInt(5));
}

void readAliases(Table &table, const config::Config &config)
{
    for (const config::Alias &alias : config.aliases()) {
        routing::Alias &entry = table.aliases[alias.name];
        entry.hidden = alias.isHidden;
        for (const auto &target : alias.targets)
            entry.targets.emplace_back(target.model, target.weight);
    }
}

// \a ending is "Retries" or "AllowedFails": {BadRequestErrorRetries: 1, …}.
FaultPolicy policyOf(const Value &map, const std::string &ending)
{
    FaultPolicy policy;
    const std::array<std::pair<const char *, std::optional<int> *>, 6> names {{
        {"BadRequestError", &policy.badRequest},
        {"AuthenticationError", &policy.authentication},
        {"TimeoutError", &policy.timeout},
        {"RateLimitError", &policy.rateLimit},
        {"ContentPolicyViolationError", &policy.contentPolicy},
        {"InternalServerError", &policy.internalServer},
    }};
    for (const auto &[name, place] : names) {
        if (const Value number = map.find(name + ending); !number.isNull() && number.asInt(-1) >= 0)
            *place = static_cast<int>(number.asInt());
    }
    return policy;
}

routing::Hedge hedgeOf(const Value &map)
{
    routing::Hedge hedge;
    const auto delay = config::hedgeDelayFrom(map.find("after").asString("p95"));
    if (map.kind() != Value::Kind::Map || !delay)
        return hedge;
    hedge.after = delay->fixed;
    hedge.max = static_cast<int>(map.find("max").asInt(1));
    return hedge;
}

void readCooldown(Table &table, const config::Config &config)
{
    table.cooldown.isOff = config.get("router_settings.disable_cooldowns").asBool();
    table.cooldown.time = seconds(config.setting("cooldown_time"));
    constexpr std::int64_t usual = 3; // which LiteLLM takes for "not said"
    if (const Value fails = config.setting("allowed_fails"); !fails.isNull() && fails.asInt(usual) != usual)
        table.cooldown.allowedFails = static_cast<int>(fails.asInt());
    table.cooldown.allowedFailsPolicy = policyOf(config.setting("allowed_fails_policy"), "AllowedFails");
    const auto threshold = config.environment ? config.environment("DEFAULT_FAILURE_THRESHOLD_PERCENT") : std::nullopt;
    if (threshold) {
        double value = 0;
        const auto [end, failed] = std::from_chars(threshold->data(), threshold->data() + threshold->size(), value);
        if (failed == std::errc() && value > 0 && value <= 1)
            table.cooldown.failureThreshold = value;
    }
}

void readStrategy(Table &table, const config::Config &config)
{
    const std::string name = config.get("router_settings.routing_strategy").asString();
    table.strategy.strategy = routing::strategyNamed(name).value_or(routing::Strategy::SimpleShuffle);
    const Value args = config.get("router_settings.routing_strategy_args");
    table.strategy.latencyBuffer = args.find("lowest_latency_buffer").asDouble(0);
    if (args.find("ttl").asDouble() > 0)
        table.strategy.latencyAge = seconds(args.find("ttl"));
    table.latencySamples = static_cast<std::size_t>(std::max<std::int64_t>(args.find("max_latency_list_size").asInt(10), 1));
}

void readFilters(Table &table, const config::Config &config)
{
    table.filters.checksCalls = config.get("router_settings.enable_pre_call_checks").asBool();
    table.filters.byTags = config.get("router_settings.enable_tag_filtering").asBool();
    table.filters.anyTag = config.get("router_settings.tag_filtering_match_any").asBool(true);
    for (const std::string &check : config.get("router_settings.optional_pre_call_checks").asStrings())
        table.filters.checksLimits = table.filters.checksLimits || check == "enforce_model_rate_limits";
}

void readGroupRules(Table &table, const config::Config &config)
{
    table.continues = config.get("router_settings.midstream").asString() == "continue";
    table.hedge = hedgeOf(config.get("router_settings.hedge"));
    const Value coalesce = config.get("router_settings.coalesce");
    table.coalesces = coalesce.kind() == Value::Kind::Boolean && coalesce.asBool();
    if (coalesce.kind() == Value::Kind::List) {
        for (const std::string &group : coalesce.asStrings())
            table.groups[group].coalesces = true;
    }
    table.retries = policyOf(config.setting("retry_policy"), "Retries");
    const Value policies = config.setting("model_group_retry_policy"), hedges = config.get("router_settings.model_group_hedge");
    for (const auto &[group, policy] : policies.entries())
        table.groups[group].retries = policyOf(policy, "Retries");
    for (const auto &[group, hedge] : hedges.entries())
        table.groups[group].hedge = hedgeOf(hedge);
    // A deployment's own word holds for its group.
    for (const Value &entry : config.models()) {
        const Value params = entry.find("litellm_params");
        const std::string group = entry.find("model_name").asString();
        if (const Value midstream = params.find("midstream"); !midstream.isNull())
            table.groups[group].continues = midstream.asString() == "continue";
        if (const Value hedge = params.find("hedge"); !hedge.isNull())
            table.groups[group].hedge = hedgeOf(hedge);
        if (params.find("coalesce").asBool())
            table.groups[group].coalesces = true;
    }
}

// What deployments say nothing about themselves.
void fillDeployments(Table &table, const config::Config &config)
{
    const std::int64_t parallel = config.get("router_settings.default_max_parallel_requests").asInt();
    for (Deployment &deployment : table.deployments) {
        if (!deployment.maxParallelRequests && parallel > 0)
            deployment.maxParallelRequests = parallel;
    }
}

} // namespace

void readRoutingRules(routing::Table &table, const config::Config &config)
{
    readAliases(table, config);
    readFallbacks(table, config);
    readFilters(table, config);
    readStrategy(table, config);
    readCooldown(table, config);
    readGroupRules(table, config);
    fillDeployments(table, config);
}

} // namespace gatehouse::pipeline
