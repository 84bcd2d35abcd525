// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/snapshot.h"

#include "gateway/catalogue/describe.h"
#include "gateway/catalogue/load.h"
#include "gateway/config/overlay.h"
#include "gateway/core/period.h"
#include "gateway/guardrails/compile.h"
#include "gateway/pipeline/any_provider.h"
#include "gateway/pipeline/budget_rules.h"
#include "gateway/pipeline/cache_rules.h"
#include "gateway/pipeline/observe_rules.h"
#include "gateway/pipeline/people_rules.h"
#include "gateway/pipeline/routing_rules.h"
#include "gateway/providers/compile.h"
#include "gateway/wire/json_writer.h"

#include <cmath>
#include <iterator>

namespace gatehouse::pipeline {

namespace {

using config::Value;
using std::chrono::milliseconds;

milliseconds seconds(const Value &value)
{
    return milliseconds(std::llround(value.asDouble() * 1000));
}

// "none", "every", or a length of time.
std::optional<milliseconds> journalSync(const std::string &text)
{
    if (text == "none")
        return std::nullopt;
    if (text == "every")
        return milliseconds(0);
    constexpr milliseconds usual {1000};
    const auto period = periodFrom(text);
    return period && period->seconds.count() > 0 ? milliseconds(period->seconds) : usual;
}

std::optional<std::chrono::seconds> durationOf(const config::Config &config, const char *key)
{
    const auto period = periodFrom(config.get(key).asString());
    constexpr int monthDays = 30;
    return period ? std::optional(period->seconds + std::chrono::hours(24 * monthDays * period->months)) : std::nullopt;
}

store::Retention retentionOf(const config::Config &config)
{
    store::Retention retention;
    retention.period = durationOf(config, "general_settings.maximum_spend_logs_retention_period");
    if (const std::int64_t megabytes = config.get("general_settings.maximum_spend_logs_megabytes").asInt(); megabytes > 0)
        retention.megabytes = megabytes;
    retention.interval =
        durationOf(config, "general_settings.maximum_spend_logs_retention_interval").value_or(retention.interval);
    return retention;
}

Settings settingsOf(const config::Config &config)
{
    Settings settings;
    settings.auth.masterKey = config.get("general_settings.master_key").asSecret();
    settings.auth.keyHeader = config.get("general_settings.litellm_key_header_name").asString();
    settings.auth.allowedIps = config.get("general_settings.allowed_ips").asStrings();
    settings.auth.allowedRoutes = config.get("general_settings.allowed_routes").asStrings();
    settings.auth.publicRoutes = config.get("general_settings.public_routes").asStrings();
    settings.auth.adminRoutes = config.get("general_settings.admin_only_routes").asStrings();
    settings.auth.believesForwarded = config.get("general_settings.use_x_forwarded_for").asBool();
    settings.people = peopleRules(config);
    settings.policy.dropParams = config.get("litellm_settings.drop_params").asBool();
    settings.policy.modifyParams = config.get("litellm_settings.modify_params").asBool();
    settings.policy.summarizeReasoning = config.get("litellm_settings.reasoning_auto_summary").asBool();
    settings.messagesByChat = config.get("litellm_settings.use_chat_completions_url_for_anthropic_messages").asBool();
    settings.numRetries = static_cast<int>(config.setting("num_retries").asInt(2));
    settings.retryAfter = seconds(config.setting("retry_after"));
    // The router's timeout and LiteLLM's request_timeout are the same thing under two names.
    const Value router = config.root.find("router_settings").find("timeout");
    if (const Value timeout = router.isNull() ? config.get("litellm_settings.request_timeout") : router; timeout.asDouble() > 0)
        settings.timeout = seconds(timeout);
    if (const Value timeout = config.setting("stream_timeout"); timeout.asDouble() > 0)
        settings.streamTimeout = seconds(timeout);
    settings.alwaysIncludeUsage = config.get("general_settings.always_include_stream_usage").asBool()
        || config.get("litellm_settings.always_include_stream_usage").asBool();
    settings.forwardClientHeaders = config.get("general_settings.forward_client_headers_to_llm_api").asBool();
    settings.allowMockTesting = config.get("general_settings.dangerously_allow_mock_testing_request_params").asBool();
    settings.sharesResponses = config.get("general_settings.disable_responses_id_security").asBool();
    settings.completionModel = config.get("general_settings.completion_model").asString();
    settings.embeddingModel = config.get("general_settings.embedding_model").asString();
    settings.moderationModel = config.get("general_settings.moderation_model").asString();
    settings.imageModel = config.get("general_settings.image_generation_model").asString();
    const Value verify = config.get("litellm_settings.ssl_verify");
    settings.verifyPeer = verify.kind() != Value::Kind::Boolean || verify.asBool();
    if (verify.kind() == Value::Kind::String) // LiteLLM takes the path of a CA file here
        settings.caFile = verify.asString();
    settings.saltKey = config::saltKeyOf(config);
    settings.storesModels = config::storesModels(config);
    settings.databaseUrl = config.get("general_settings.database_url").asSecret();
    if (const auto url = config.environment ? config.environment("DATABASE_URL") : std::nullopt;
        url && settings.databaseUrl.isEmpty())
        settings.databaseUrl = Secret(*url);
    settings.keepsWords = config.get("general_settings.store_prompts_in_spend_logs").asBool();
    settings.hidesWords = config.get("litellm_settings.turn_off_message_logging").asBool();
    settings.hidesPeople = config.get("litellm_settings.redact_user_api_key_info").asBool();
    settings.hidesErrors = config.get("litellm_settings.redact_messages_in_exceptions").asBool();
    settings.retention = retentionOf(config);
    settings.keepsReceipts = !config.get("general_settings.disable_spend_logs").asBool();
    settings.journalSync = journalSync(config.get("general_settings.journal_sync").asString());
    settings.forceIpv4 = config.get("litellm_settings.force_ipv4").asBool();
    settings.healthChecks = healthCheckRules(config);
    settings.fetch = fetchRules(config);
    if (const Value megabytes = config.get("general_settings.max_request_size_mb"); megabytes.asDouble() > 0)
        settings.maxRequestBytes = static_cast<std::size_t>(megabytes.asDouble() * 1024 * 1024);
    return settings;
}

// What a deployment lacks before anybody has asked it; a mock needs nothing.
void checkAccess(const Deployment &deployment, const Value &entry, std::vector<config::Diagnostic> &notes)
{
    const CloudAccess &cloud = deployment.cloud;
    if (deployment.mockResponse || (cloud.problem.empty() && cloud.missing.empty()))
        return;
    const std::string what = "model_list entry " + deployment.group + ": ";
    notes.push_back({config::Diagnostic::Level::Warning, entry.mark(),
        cloud.problem.empty() ? what + cloud.missing + "; the identity of the machine itself will be asked for"
                              : what + cloud.problem});
}

/// What deployments are made from, beside their entries.
struct Sources {
    const config::Config &config;
    const catalogue::Catalogue &catalogue;
};

// Where an entry begins in the configuration's file, for who is to change it there; 0 for what is included or stored.
int lineOf(const Value &entry, const config::Config &config)
{
    const config::Mark &mark = entry.mark();
    return mark.file == config.root.mark().file ? mark.line : 0;
}

void addEntry(routing::Table &table, const Value &entry, const Sources &from, std::vector<config::Diagnostic> &notes)
{
    if (auto deployment = providers::compile(entry, from.config.environment)) {
        deployment->configLine = lineOf(entry, from.config);
        auto complaints = catalogue::describe(*deployment, entry, from.catalogue);
        std::move(complaints.begin(), complaints.end(), std::back_inserter(notes));
        checkAccess(*deployment, entry, notes);
        readBudget(table.budgets, *deployment, entry, notes);
        // What is stored under the id of one of the file's, which may be a made one, stands for it.
        if (entry.find("model_info").find("db_model").asBool())
            std::erase_if(table.deployments, [&](const Deployment &each) { return each.id == deployment->id; });
        table.deployments.push_back(std::move(*deployment));
    } else {
        table.unserved.emplace_back(entry.find("model_name").asString(), deployment.error().message);
        notes.push_back({config::Diagnostic::Level::Warning, entry.mark(), deployment.error().message});
    }
}

routing::Table tableOf(
    const config::Config &config, const catalogue::Catalogue &catalogue, std::vector<config::Diagnostic> &notes)
{
    routing::Table table;
    for (const Value &entry : config.models()) {
        for (const Value &each : entriesOf(entry, config.environment))
            addEntry(table, each, {config, catalogue}, notes);
    }
    readRoutingRules(table, config);
    readProviderBudgets(table.budgets, config, notes);
    return table;
}

std::vector<ShownCredential> credentialsOf(const config::Config &config)
{
    std::vector<ShownCredential> shown;
    for (const Value &credential : config.root.find("credential_list").items()) {
        wire::JsonWriter json;
        const std::string name = credential.find("credential_name").asString();
        const Value info = credential.find("credential_info");
        json.beginObject().key("credential_name").string(name);
        json.key("credential_values").raw(credential.find("credential_values").show());
        json.key("credential_info").raw(info.isNull() ? "{}" : info.show()).endObject();
        shown.push_back({name, json.take()});
    }
    return shown;
}

} // namespace

std::shared_ptr<const Snapshot> compile(const config::Config &config)
{
    catalogue::Loaded loaded = catalogue::load(config);
    std::vector<config::Diagnostic> notes = std::move(loaded.diagnostics);
    routing::Table table = tableOf(config, loaded.catalogue, notes);
    std::vector<PassThroughRule> passThrough = passThroughRules(config, table.deployments, notes);
    Settings settings = settingsOf(config);
    settings.cache = cacheRules(config, notes);
    settings.observe = observeRules(config, notes);
    auto guards = guardrails::compile(config, notes);
    return std::shared_ptr<const Snapshot>(
        new Snapshot {std::move(settings), routing::Router(std::move(table)), std::move(loaded.catalogue), std::move(passThrough),
            credentialsOf(config), std::move(loaded.file), config.revision, std::move(guards), std::move(notes)});
}

} // namespace gatehouse::pipeline
