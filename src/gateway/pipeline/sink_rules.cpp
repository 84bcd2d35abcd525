// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/sink_rules.h"

#include "gateway/config/nearest.h"
#include "gateway/config/secrecy.h"
#include "gateway/observe/sinks/table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::pipeline {

namespace {

using config::Value;
using observe::sinks::Choice;
using observe::sinks::Row;
using observe::sinks::Variables;

// Callbacks that are no sinks of calls: other parts of the gateway read these names.
constexpr std::array<std::string_view, 8> others {
    "prometheus", "prometheus_system", "slack", "webhook", "email", "smtp_email", "pagerduty", "dynamic_rate_limiter_v3"};

// Names that LiteLLM knows, and for which there is nothing here.
constexpr std::array<std::string_view, 44> unserved {"agentops", "anthropic_cache_control_hook", "argilla", "arize",
    "arize_phoenix", "athina", "aws_sqs", "azure_sentinel", "azure_storage", "bitbucket", "braintrust", "cloudzero",
    "datadog_cost_management", "datadog_llm_observability", "deepeval", "dotprompt", "dynamic_rate_limiter", "dynamodb", "focus",
    "galileo", "gcs_bucket", "gcs_pubsub", "gitlab", "greenscale", "humanloop", "lago", "langfuse_otel", "langtrace", "levo",
    "literalai", "logfire", "lunary", "mlflow", "openmeter", "opik", "posthog", "promptlayer", "resend_email", "sendgrid_email",
    "supabase", "traceloop", "wandb", "weave_otel", "vector_store_pre_call_hook"};

// Services that LiteLLM sends generic payloads to: their address and key are <NAME>_WEBHOOK_URL and <NAME>_API_KEY.
constexpr std::array<std::string_view, 4> preset {"qualifire_eval", "rubrik", "sample_callback", "sumologic"};

template <typename List> bool contains(const List &list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

std::string upper(std::string_view text)
{
    std::string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
    return result;
}

/// A name of one of the lists, and where it stands.
struct Named {
    std::string name;
    config::Mark where;
    bool onSuccess = false, onFailure = false;
};

std::vector<Named> namesIn(const config::Config &config)
{
    std::vector<Named> all;
    const auto read = [&](const char *key, bool onSuccess, bool onFailure) {
        const Value value = config.get(std::string("litellm_settings.") + key);
        const std::vector<Value> one {value};
        for (const Value &item : value.kind() == Value::Kind::List ? value.items() : one) {
            const std::string name = item.asString();
            if (name.empty())
                continue;
            auto known = std::find_if(all.begin(), all.end(), [&](const Named &each) { return each.name == name; });
            if (known == all.end())
                known = all.insert(all.end(), {name, item.mark()});
            known->onSuccess = known->onSuccess || onSuccess;
            known->onFailure = known->onFailure || onFailure;
        }
    };
    read("callbacks", true, true);
    read("success_callback", true, false);
    read("failure_callback", false, true);
    return all;
}

std::string nearestTo(const std::string &name)
{
    std::size_t best = name.size() < 6 ? 2 : 4; // one more than what is accepted
    std::string_view nearest;
    const auto consider = [&](std::string_view known) {
        const std::size_t distance = config::editDistance(name, known, best);
        if (distance < best) {
            best = distance;
            nearest = known;
        }
    };
    for (const Row &row : observe::sinks::table())
        consider(row.name);
    std::for_each(others.begin(), others.end(), consider);
    std::for_each(preset.begin(), preset.end(), consider);
    return std::string(nearest);
}

/// Reads one configuration.
class Reader
{
public:
    Reader(const config::Config &config, std::vector<config::Diagnostic> &notes)
        : m_config(config)
        , m_notes(notes)
    {
    }

    observe::sinks::Settings settings()
    {
        readTerms();
        readBounds();
        for (const Named &named : namesIn(m_config))
            add(named);
        addMetrics();
        m_settings.environment = m_config.environment;
        const Value verify = m_config.get("litellm_settings.ssl_verify");
        m_settings.connections.verifyPeer = verify.kind() != Value::Kind::Boolean || verify.asBool();
        if (verify.kind() == Value::Kind::String)
            m_settings.connections.caFile = verify.asString();
        m_settings.connections.forceIpv4 = m_config.get("litellm_settings.force_ipv4").asBool();
        return std::move(m_settings);
    }

private:
    std::string variable(std::string_view name) const
    {
        return m_config.environment ? m_config.environment(std::string(name)).value_or("") : std::string();
    }

    void readTerms()
    {
        observe::sinks::Terms &terms = m_settings.terms;
        terms.hidesMessages = m_config.get("litellm_settings.turn_off_message_logging").asBool();
        terms.hidesCaller = m_config.get("litellm_settings.redact_user_api_key_info").asBool();
        terms.tagsUserAgent = !m_config.get("litellm_settings.disable_add_user_agent_to_request_tags").asBool();
        terms.excluded = m_config.get("litellm_settings.standard_logging_payload_excluded_fields").asStrings();
        terms.traceTags = m_config.get("litellm_settings.langfuse_default_tags").asStrings();
        terms.proxyUrl = variable("PROXY_BASE_URL");
    }

    void readBounds()
    {
        constexpr double megabyte = 1024 * 1024;
        observe::sinks::Bounds &bounds = m_settings.bounds;
        const auto number = [this](const char *key) {
            const double value = m_config.get(std::string("general_settings.") + key).asDouble();
            return value > 0 && value < 1e9 ? value : 0;
        };
        if (const double megabytes = number("sink_memory_mb"); megabytes > 0)
            bounds.memory = static_cast<std::size_t>(megabytes * megabyte);
        bounds.disk = static_cast<std::uint64_t>(number("sink_disk_mb") * megabyte);
        if (const double seconds = number("sink_retry_pause"); seconds > 0)
            bounds.firstPause = std::chrono::milliseconds(std::llround(seconds * 1000));
        if (const double seconds = number("sink_longest_pause"); seconds > 0)
            bounds.longestPause = std::chrono::milliseconds(std::llround(seconds * 1000));
        if (const double seconds = number("sink_timeout"); seconds > 0)
            bounds.patience = std::chrono::milliseconds(std::llround(seconds * 1000));
    }

    void warn(const config::Mark &where, std::string message)
    {
        m_notes.push_back({config::Diagnostic::Level::Warning, where, std::move(message)});
    }

    void add(const Named &named)
    {
        const Value own = m_config.get("callback_settings").find(named.name);
        const bool isPreset = contains(preset, named.name);
        const bool isGeneric = isPreset || own.find("callback_type").asString() == "generic_api";
        const Row *row = observe::sinks::find(isGeneric ? "generic_api" : named.name);
        if (!row)
            return explain(named);
        Choice choice {named.name, std::string(row->name), named.onSuccess, named.onFailure};
        choice.hidesMessages = own.find("turn_off_message_logging").asBool()
            || (own.find("message_logging").kind() == Value::Kind::Boolean && !own.find("message_logging").asBool());
        readEnvironment(*row, choice.variables);
        if (isPreset)
            readPreset(named.name, choice.variables);
        readConfig(*row, choice);
        readOwn(*row, own, choice);
        if (const std::string missing = observe::sinks::missing(*row, choice.variables); !missing.empty())
            return warn(
                named.where, "callback '" + config::safeName(named.name) + "' is not told of anything: it lacks " + missing);
        m_settings.wantsWords = m_settings.wantsWords || (row->wantsWords && !choice.hidesMessages);
        m_settings.choices.push_back(std::move(choice));
    }

    // OpenTelemetry's metrics go where its traces do, by LiteLLM's switch for them.
    void addMetrics()
    {
        const auto &choices = m_settings.choices;
        const auto named = [&](const char *name) {
            return std::find_if(choices.begin(), choices.end(), [&](const Choice &each) { return each.name == name; });
        };
        const auto traces = named("otel");
        if (traces == choices.end() || named("otel_metrics") != choices.end() || !areMetricsOn(traces->variables))
            return;
        const Row *row = observe::sinks::find("otel_metrics");
        Choice metrics {"otel_metrics", "otel_metrics", traces->onSuccess, traces->onFailure};
        for (const auto &[name, value] : traces->variables) {
            if (name == "FLUSH_INTERVAL" || observe::sinks::knows(*row, name))
                metrics.variables.insert_or_assign(name, value);
        }
        m_settings.choices.push_back(std::move(metrics));
    }

    static bool areMetricsOn(const Variables &variables)
    {
        const auto isTrue = [&](const char *name) {
            const auto found = variables.find(name);
            return found != variables.end() && upper(found->second.reveal()) == "TRUE";
        };
        return isTrue("OTEL_ENABLE_METRICS") || isTrue("LITELLM_OTEL_INTEGRATION_ENABLE_METRICS");
    }

    void explain(const Named &named)
    {
        const std::string name = config::safeName(named.name);
        if (contains(others, named.name))
            return;
        if (contains(unserved, named.name))
            return warn(named.where, "callback '" + name + "' is not served; generic_api sends the same payloads to any address");
        if (named.name.find('.') != std::string::npos)
            return warn(named.where,
                "callback '" + name
                    + "' is Python code, which does not run here; generic_api sends its payloads to a service of yours");
        const std::string nearest = nearestTo(named.name);
        warn(named.where, "unknown callback '" + name + "'" + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    }

    void readEnvironment(const Row &row, Variables &variables) const
    {
        for (const std::string_view name : observe::sinks::variablesOf(row)) {
            if (std::string value = variable(name);
                !value.empty() && name != "BATCH_SIZE" && name != "FLUSH_INTERVAL" && name != "LOG_FORMAT")
                variables.insert_or_assign(std::string(name), Secret(std::move(value)));
        }
        if (std::string seconds = variable("DEFAULT_FLUSH_INTERVAL_SECONDS"); !seconds.empty())
            variables.insert_or_assign("FLUSH_INTERVAL", Secret(std::move(seconds)));
        if (std::string count = variable("DEFAULT_BATCH_SIZE"); !count.empty())
            variables.insert_or_assign("BATCH_SIZE", Secret(std::move(count)));
    }

    void readPreset(const std::string &name, Variables &variables) const
    {
        variables.erase("GENERIC_LOGGER_ENDPOINT");
        set(variables, "GENERIC_LOGGER_ENDPOINT", variable(upper(name) + "_WEBHOOK_URL"));
        if (const std::string key = variable(upper(name) + "_API_KEY"); !key.empty())
            set(variables, "header:authorization", "Bearer " + key);
        if (name == "sumologic")
            set(variables, "LOG_FORMAT", "ndjson");
    }

    static void set(Variables &variables, const std::string &name, std::string value)
    {
        if (!value.empty())
            variables.insert_or_assign(name, Secret(std::move(value)));
    }

    // What older configurations say outside of callback_settings.
    void readConfig(const Row &row, Choice &choice) const
    {
        const auto litellm = [this](const char *key) { return m_config.get(std::string("litellm_settings.") + key); };
        if (row.name == "langfuse") {
            set(choice.variables, "LANGFUSE_PUBLIC_KEY", litellm("langfuse_public_key").asString());
            set(choice.variables, "LANGFUSE_SECRET_KEY", litellm("langfuse_secret").asString());
            set(choice.variables, "LANGFUSE_SECRET_KEY", litellm("langfuse_secret_key").asString());
            set(choice.variables, "LANGFUSE_HOST", litellm("langfuse_host").asString());
        } else if (row.name == "langsmith") {
            set(choice.variables, "LANGSMITH_BATCH_SIZE", litellm("langsmith_batch_size").asString());
        } else if (row.name == "datadog") {
            choice.hidesMessages = choice.hidesMessages || litellm("datadog_params").find("turn_off_message_logging").asBool();
        } else if (row.name == "generic_api") {
            for (const auto &[name, value] : litellm("generic_logger_headers").entries())
                set(choice.variables, "header:" + name, value.asString());
        } else if (row.family == "S3_") {
            for (const auto &[name, value] : litellm("s3_callback_params").entries()) {
                if (observe::sinks::knows(row, upper(name)))
                    set(choice.variables, upper(name), value.asString());
            }
        }
    }

    // callback_settings.<name>
    void readOwn(const Row &row, const Value &own, Choice &choice) const
    {
        for (const auto &[name, value] : own.entries()) {
            const std::string plain = upper(name), withFamily = std::string(row.family) + plain;
            if (name == "headers") {
                for (const auto &[header, text] : value.entries())
                    set(choice.variables, "header:" + header, text.asString());
            } else if (name == "event_types") {
                const auto types = value.asStrings();
                choice.onSuccess = choice.onSuccess && contains(types, "llm_api_success");
                choice.onFailure = choice.onFailure && contains(types, "llm_api_failure");
            } else if (plain == "FLUSH_INTERVAL" || plain == "BATCH_SIZE" || observe::sinks::knows(row, plain)) {
                set(choice.variables, plain, value.asString());
            } else if (observe::sinks::knows(row, withFamily)) {
                set(choice.variables, withFamily, value.asString());
            }
        }
    }

    const config::Config &m_config;
    std::vector<config::Diagnostic> &m_notes;
    observe::sinks::Settings m_settings;
};

} // namespace

observe::sinks::Settings sinkRules(const config::Config &config, std::vector<config::Diagnostic> &notes)
{
    return Reader(config, notes).settings();
}

} // namespace gatehouse::pipeline
