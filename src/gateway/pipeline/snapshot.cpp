// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/snapshot.h"

#include "gateway/providers/compile.h"

#include <cmath>

namespace gatehouse::pipeline {

namespace {

using config::Value;
using std::chrono::milliseconds;

milliseconds seconds(const Value &value)
{
    return milliseconds(std::llround(value.asDouble() * 1000));
}

// Some keys may stand in router_settings or in litellm_settings; the router's win. Only what is written counts, not defaults.
Value either(const config::Config &config, std::string_view inRouter, std::string_view inLitellm)
{
    const Value router = config.root.find("router_settings").find(inRouter);
    return router.isNull() ? config.root.find("litellm_settings").find(inLitellm) : router;
}

Settings settingsOf(const config::Config &config)
{
    Settings settings;
    settings.auth.masterKey = config.get("general_settings.master_key").asSecret();
    settings.auth.keyHeader = config.get("general_settings.litellm_key_header_name").asString();
    settings.policy.dropParams = config.get("litellm_settings.drop_params").asBool();
    settings.policy.modifyParams = config.get("litellm_settings.modify_params").asBool();
    settings.numRetries = static_cast<int>(either(config, "num_retries", "num_retries").asInt(2));
    settings.retryAfter = seconds(either(config, "retry_after", "retry_after"));
    if (const Value timeout = either(config, "timeout", "request_timeout"); timeout.asDouble() > 0)
        settings.timeout = seconds(timeout);
    if (const Value timeout = config.get("router_settings.stream_timeout"); timeout.asDouble() > 0)
        settings.streamTimeout = seconds(timeout);
    settings.alwaysIncludeUsage = config.get("general_settings.always_include_stream_usage").asBool()
        || config.get("litellm_settings.always_include_stream_usage").asBool();
    settings.forwardClientHeaders = config.get("general_settings.forward_client_headers_to_llm_api").asBool();
    settings.allowMockTesting = config.get("general_settings.dangerously_allow_mock_testing_request_params").asBool();
    settings.completionModel = config.get("general_settings.completion_model").asString();
    settings.caFile = config.get("litellm_settings.ssl_certificate").asString();
    const Value verify = config.get("litellm_settings.ssl_verify");
    settings.verifyPeer = verify.kind() != Value::Kind::Boolean || verify.asBool();
    if (verify.kind() == Value::Kind::String) // LiteLLM takes the path of a CA file here
        settings.caFile = verify.asString();
    settings.forceIpv4 = config.get("litellm_settings.force_ipv4").asBool();
    if (const Value megabytes = config.get("general_settings.max_request_size_mb"); megabytes.asDouble() > 0)
        settings.maxRequestBytes = static_cast<std::size_t>(megabytes.asDouble() * 1024 * 1024);
    return settings;
}

routing::Alias aliasOf(const Value &value)
{
    routing::Alias alias;
    if (value.kind() == Value::Kind::List) {
        for (const Value &item : value.items())
            alias.targets.emplace_back(item.find("model").asString(item.asString()), item.find("weight").asDouble(1));
    } else if (value.kind() == Value::Kind::Map) {
        alias.targets.emplace_back(value.find("model").asString(), 1);
        alias.hidden = value.find("hidden").asBool();
    } else {
        alias.targets.emplace_back(value.asString(), 1);
    }
    return alias;
}

void readFallbacks(routing::Table &table, const config::Config &config)
{
    for (const Value &item : either(config, "fallbacks", "fallbacks").items()) {
        for (const auto &[group, names] : item.entries())
            table.fallbacks[group] = names.asStrings();
    }
    if (const Value names = either(config, "default_fallbacks", "default_fallbacks"); !names.isNull())
        table.fallbacks.try_emplace("*", names.asStrings());
    table.maxFallbacks = static_cast<int>(either(config, "max_fallbacks", "max_fallbacks").asInt(5));
}

routing::Table tableOf(const config::Config &config, const config::Environment &environment, std::vector<config::Diagnostic> &notes)
{
    routing::Table table;
    for (const Value &entry : config.models()) {
        if (auto deployment = providers::compile(entry, environment)) {
            table.deployments.push_back(std::move(*deployment));
        } else {
            table.unserved.emplace_back(entry.find("model_name").asString(), deployment.error().message);
            notes.push_back({config::Diagnostic::Level::Warning, entry.mark(), deployment.error().message});
        }
    }
    for (const auto &[name, value] : config.get("router_settings.model_group_alias").entries())
        table.aliases[name] = aliasOf(value);
    readFallbacks(table, config);
    table.filters.byOrder = config.get("router_settings.enable_pre_call_checks").asBool();
    table.filters.byTags = config.get("router_settings.enable_tag_filtering").asBool();
    table.filters.anyTag = config.get("router_settings.tag_filtering_match_any").asBool(true);
    return table;
}

} // namespace

std::shared_ptr<const Snapshot> compile(const config::Config &config, const config::Environment &environment)
{
    std::vector<config::Diagnostic> notes;
    routing::Table table = tableOf(config, environment, notes);
    return std::shared_ptr<const Snapshot>(new Snapshot{settingsOf(config), routing::Router(std::move(table)), std::move(notes)});
}

} // namespace gatehouse::pipeline
