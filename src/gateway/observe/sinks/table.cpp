// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/table.h"

#include "gateway/observe/sinks/vendors.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

const std::vector<std::string_view> s3Variables {"S3_REGION_NAME", "S3_PATH", "S3_ENDPOINT_URL", "S3_AWS_SESSION_TOKEN",
    "S3_USE_TEAM_PREFIX", "S3_USE_KEY_PREFIX", "S3_FLUSH_INTERVAL", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION"};
const std::vector<std::string_view> s3Needs {
    "S3_BUCKET_NAME", "S3_AWS_ACCESS_KEY_ID|AWS_ACCESS_KEY_ID", "S3_AWS_SECRET_ACCESS_KEY|AWS_SECRET_ACCESS_KEY"};

} // namespace

const std::vector<Row> &table()
{
    static const std::vector<Row> rows {
        {"datadog", {"DD_API_KEY|LITELLM_DD_AGENT_HOST"},
            {"DD_SITE", "DD_BASE_URL", "DD_SOURCE", "DD_SERVICE", "DD_ENV", "DD_VERSION", "DD_MAX_BATCH_SIZE",
                "LITELLM_DD_AGENT_PORT", "HOSTNAME", "POD_NAME"},
            "DD_", true, false, &makeDatadog},
        {"generic_api", {"GENERIC_LOGGER_ENDPOINT"}, {"GENERIC_LOGGER_HEADERS", "LOG_FORMAT", "BATCH_SIZE", "FLUSH_INTERVAL"},
            "GENERIC_LOGGER_", true, false, &makeGenericApi},
        {"helicone", {"HELICONE_API_KEY"}, {"HELICONE_API_BASE"}, "HELICONE_", true, false, &makeHelicone},
        {"jsonl", {"JSONL_PATH"}, {"JSONL_MAX_MB", "JSONL_FILES"}, "JSONL_", true, true, &makeLines},
        {"langfuse", {"LANGFUSE_PUBLIC_KEY", "LANGFUSE_SECRET_KEY"},
            {"LANGFUSE_HOST", "LANGFUSE_BASE_URL", "LANGFUSE_RELEASE", "LANGFUSE_FLUSH_INTERVAL", "LANGFUSE_FLUSH_AT",
                "LANGFUSE_TRACING_ENVIRONMENT", "LANGFUSE_ALLOWED_HOSTS"},
            "LANGFUSE_", true, false, &makeLangfuse},
        {"langsmith", {"LANGSMITH_API_KEY"},
            {"LANGSMITH_PROJECT", "LANGSMITH_BASE_URL", "LANGSMITH_SAMPLING_RATE", "LANGSMITH_BATCH_SIZE"}, "LANGSMITH_", true,
            false, &makeLangsmith},
        {"otel", {"OTEL_EXPORTER_OTLP_ENDPOINT|OTEL_ENDPOINT|OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"},
            {"OTEL_EXPORTER", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_HEADERS",
                "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_SERVICE_NAME", "OTEL_ENVIRONMENT_NAME",
                "OTEL_MODEL_ID", "OTEL_TRACER_NAME", "OTEL_RESOURCE_ATTRIBUTES", "OTEL_ENABLE_METRICS",
                "LITELLM_OTEL_INTEGRATION_ENABLE_METRICS", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
                "OTEL_EXPORTER_OTLP_METRICS_HEADERS", "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "OTEL_METRIC_EXPORT_INTERVAL"},
            "OTEL_", true, false, &makeOpenTelemetry},
        {"otel_metrics",
            {"OTEL_EXPORTER_OTLP_ENDPOINT|OTEL_ENDPOINT|OTEL_EXPORTER_OTLP_METRICS_ENDPOINT|OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"},
            {"OTEL_EXPORTER", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "OTEL_HEADERS",
                "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_METRICS_HEADERS", "OTEL_SERVICE_NAME", "OTEL_ENVIRONMENT_NAME",
                "OTEL_MODEL_ID", "OTEL_TRACER_NAME", "OTEL_RESOURCE_ATTRIBUTES", "OTEL_METRIC_EXPORT_INTERVAL"},
            "OTEL_", false, false, &makeOtelMetrics, true},
        {"s3", s3Needs, s3Variables, "S3_", true, false, &makeS3},
        {"s3_v2", s3Needs, s3Variables, "S3_", true, false, &makeS3},
        {"sentry", {"SENTRY_DSN"}, {"SENTRY_ENVIRONMENT", "SENTRY_RELEASE", "SENTRY_API_SAMPLE_RATE"}, "SENTRY_", false, false,
            &makeSentry},
    };
    return rows;
}

const Row *find(std::string_view name)
{
    const auto &rows = table();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return each.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

namespace {

std::vector<std::string_view> choicesOf(std::string_view need)
{
    std::vector<std::string_view> choices;
    while (!need.empty()) {
        choices.push_back(need.substr(0, need.find('|')));
        need.remove_prefix(std::min(need.size(), choices.back().size() + 1));
    }
    return choices;
}

} // namespace

std::string missing(const Row &row, const Variables &variables)
{
    std::string text;
    for (const std::string_view need : row.needs) {
        const auto choices = choicesOf(need);
        const bool isThere = std::any_of(choices.begin(), choices.end(), [&](std::string_view name) {
            const auto found = variables.find(name);
            return found != variables.end() && !found->second.isEmpty();
        });
        if (isThere)
            continue;
        text += text.empty() ? "" : " and ";
        for (const std::string_view name : choices)
            text += (name == choices.front() ? "" : " or ") + std::string(name);
    }
    return text;
}

std::vector<std::string_view> variablesOf(const Row &row)
{
    std::vector<std::string_view> all;
    for (const std::string_view need : row.needs) {
        for (const std::string_view name : choicesOf(need))
            all.push_back(name);
    }
    all.insert(all.end(), row.knows.begin(), row.knows.end());
    return all;
}

bool knows(const Row &row, std::string_view name)
{
    const auto all = variablesOf(row);
    return std::find(all.begin(), all.end(), name) != all.end();
}

} // namespace gatehouse::observe::sinks
