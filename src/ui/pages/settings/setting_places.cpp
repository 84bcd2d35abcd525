// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting_places.h"

#include <QCoreApplication>

#include <array>

namespace gatehouse::ui {

namespace {

constexpr std::array access {
    SettingPlace {"general_settings.master_key", QT_TRANSLATE_NOOP("Settings", "Master key")},
    SettingPlace {"general_settings.allowed_ips", QT_TRANSLATE_NOOP("Settings", "Addresses that may call")},
    SettingPlace {"general_settings.use_x_forwarded_for", QT_TRANSLATE_NOOP("Settings", "Believe X-Forwarded-For")},
    SettingPlace {"general_settings.litellm_key_header_name", QT_TRANSLATE_NOOP("Settings", "Header of the key")},
    SettingPlace {"general_settings.public_routes", QT_TRANSLATE_NOOP("Settings", "Paths that need no key")},
    SettingPlace {"general_settings.admin_only_routes", QT_TRANSLATE_NOOP("Settings", "Paths for administrators only")},
    SettingPlace {"general_settings.allowed_routes", QT_TRANSLATE_NOOP("Settings", "The only paths that are served")},
};

constexpr std::array requests {
    SettingPlace {"general_settings.max_request_size_mb", QT_TRANSLATE_NOOP("Settings", "Largest request")},
    SettingPlace {"litellm_settings.drop_params", QT_TRANSLATE_NOOP("Settings", "Leave out unknown parameters")},
    SettingPlace {"litellm_settings.modify_params", QT_TRANSLATE_NOOP("Settings", "Mend requests")},
    SettingPlace {"general_settings.enforce_user_param", QT_TRANSLATE_NOOP("Settings", "Requests must name their end user")},
    SettingPlace {"general_settings.user_header_name", QT_TRANSLATE_NOOP("Settings", "Header that names the end user")},
    SettingPlace {"general_settings.enforced_params", QT_TRANSLATE_NOOP("Settings", "Parameters that must be there")},
    SettingPlace {"general_settings.reject_clientside_metadata_tags", QT_TRANSLATE_NOOP("Settings", "Refuse tags of callers")},
    SettingPlace {
        "general_settings.forward_client_headers_to_llm_api", QT_TRANSLATE_NOOP("Settings", "Pass x- headers on to providers")},
    SettingPlace {"general_settings.always_include_stream_usage",
        QT_TRANSLATE_NOOP("Settings", "Usage at the end of every stream"), "litellm_settings.always_include_stream_usage"},
    SettingPlace {"general_settings.pass_through_endpoints", QT_TRANSLATE_NOOP("Settings", "Paths that lead to other servers")},
};

constexpr std::array fetched {
    SettingPlace {"general_settings.user_url_validation", QT_TRANSLATE_NOOP("Settings", "Fetch from public places only"),
        "litellm_settings.user_url_validation"},
    SettingPlace {"general_settings.user_url_allowed_hosts", QT_TRANSLATE_NOOP("Settings", "Hosts that are allowed besides"),
        "litellm_settings.user_url_allowed_hosts"},
    SettingPlace {
        "general_settings.max_image_url_download_size_mb", QT_TRANSLATE_NOOP("Settings", "Largest picture or document")},
};

constexpr std::array wholeBudget {
    SettingPlace {"litellm_settings.max_budget", QT_TRANSLATE_NOOP("Settings", "Budget in dollars")},
    SettingPlace {"litellm_settings.budget_duration", QT_TRANSLATE_NOOP("Settings", "The budget begins anew after")},
    SettingPlace {"router_settings.provider_budget_config", QT_TRANSLATE_NOOP("Settings", "Budgets of providers")},
    SettingPlace {"litellm_settings.tag_budget_config", QT_TRANSLATE_NOOP("Settings", "Budgets of tags")},
    SettingPlace {"litellm_settings.model_cost_map_url", QT_TRANSLATE_NOOP("Settings", "File with models and prices")},
};

constexpr std::array newcomers {
    SettingPlace {"litellm_settings.max_internal_user_budget", QT_TRANSLATE_NOOP("Settings", "Budget of a new user")},
    SettingPlace {
        "litellm_settings.internal_user_budget_duration", QT_TRANSLATE_NOOP("Settings", "A new user’s budget begins anew after")},
    SettingPlace {"litellm_settings.max_end_user_budget", QT_TRANSLATE_NOOP("Settings", "Budget of an unknown customer")},
    SettingPlace {"litellm_settings.max_end_user_budget_id", QT_TRANSLATE_NOOP("Settings", "Or the budget that it shares")},
    SettingPlace {"litellm_settings.default_internal_user_params", QT_TRANSLATE_NOOP("Settings", "A new user begins with")},
    SettingPlace {"litellm_settings.default_team_params", QT_TRANSLATE_NOOP("Settings", "A new team begins with")},
    SettingPlace {"litellm_settings.default_key_generate_params", QT_TRANSLATE_NOOP("Settings", "A new key begins with")},
    SettingPlace {
        "litellm_settings.upperbound_key_generate_params", QT_TRANSLATE_NOOP("Settings", "The most a new key may have")},
    SettingPlace {"litellm_settings.key_generation_settings", QT_TRANSLATE_NOOP("Settings", "Who may issue keys")},
};

constexpr std::array database {
    SettingPlace {"general_settings.database_url", QT_TRANSLATE_NOOP("Settings", "PostgreSQL database")},
    SettingPlace {"general_settings.store_model_in_db", QT_TRANSLATE_NOOP("Settings", "Keep models added at run time")},
    SettingPlace {"general_settings.journal_sync", QT_TRANSLATE_NOOP("Settings", "Force the journal onto the disk")},
};

constexpr std::array requestLog {
    SettingPlace {"general_settings.disable_spend_logs", QT_TRANSLATE_NOOP("Settings", "Keep no log of requests")},
    SettingPlace {"general_settings.store_prompts_in_spend_logs", QT_TRANSLATE_NOOP("Settings", "Keep prompts and answers")},
    SettingPlace {"general_settings.maximum_spend_logs_retention_period", QT_TRANSLATE_NOOP("Settings", "Keep requests for")},
    SettingPlace {"general_settings.maximum_spend_logs_megabytes", QT_TRANSLATE_NOOP("Settings", "Largest log of requests")},
    SettingPlace {
        "general_settings.maximum_spend_logs_retention_interval", QT_TRANSLATE_NOOP("Settings", "Remove old ones every")},
};

constexpr std::array captures {
    SettingPlace {"general_settings.capture", QT_TRANSLATE_NOOP("Settings", "Keep exchanges on disk")},
    SettingPlace {"general_settings.capture_messages", QT_TRANSLATE_NOOP("Settings", "Keep what was said")},
    SettingPlace {"general_settings.capture_body_kb", QT_TRANSLATE_NOOP("Settings", "Kept of each body")},
    SettingPlace {"general_settings.capture_disk_mb", QT_TRANSLATE_NOOP("Settings", "Disk for exchanges")},
    SettingPlace {"general_settings.capture_memory_mb", QT_TRANSLATE_NOOP("Settings", "Memory for exchanges")},
};

constexpr std::array waiting {
    SettingPlace {"router_settings.timeout", QT_TRANSLATE_NOOP("Settings", "Longest attempt")},
    SettingPlace {"router_settings.stream_timeout", QT_TRANSLATE_NOOP("Settings", "Longest wait for a stream to begin"),
        "litellm_settings.stream_timeout"},
    SettingPlace {
        "litellm_settings.request_timeout", QT_TRANSLATE_NOOP("Settings", "Longest attempt, where nothing else says it")},
};

constexpr std::array retries {
    SettingPlace {
        "router_settings.num_retries", QT_TRANSLATE_NOOP("Settings", "Tries after the first"), "litellm_settings.num_retries"},
    SettingPlace {"router_settings.retry_after", QT_TRANSLATE_NOOP("Settings", "Least pause between two tries"),
        "litellm_settings.retry_after"},
    SettingPlace {"router_settings.allowed_fails", QT_TRANSLATE_NOOP("Settings", "Failures until a deployment rests"),
        "litellm_settings.allowed_fails"},
    SettingPlace {
        "router_settings.cooldown_time", QT_TRANSLATE_NOOP("Settings", "How long it rests"), "litellm_settings.cooldown_time"},
    SettingPlace {"router_settings.midstream", QT_TRANSLATE_NOOP("Settings", "When a stream breaks off")},
    SettingPlace {"router_settings.max_fallbacks", QT_TRANSLATE_NOOP("Settings", "Most fallbacks of one request"),
        "litellm_settings.max_fallbacks"},
};

constexpr std::array copies {
    SettingPlace {"router_settings.hedge", QT_TRANSLATE_NOOP("Settings", "Ask another deployment when an answer is late")},
    SettingPlace {"router_settings.coalesce", QT_TRANSLATE_NOOP("Settings", "Join identical requests")},
};

constexpr std::array connections {
    SettingPlace {"litellm_settings.ssl_verify", QT_TRANSLATE_NOOP("Settings", "Check certificates of providers")},
    SettingPlace {"litellm_settings.ssl_certificate", QT_TRANSLATE_NOOP("Settings", "Client certificate")},
    SettingPlace {"litellm_settings.force_ipv4", QT_TRANSLATE_NOOP("Settings", "IPv4 only")},
    SettingPlace {"router_settings.default_max_parallel_requests",
        QT_TRANSLATE_NOOP("Settings", "Requests at the same time, for each deployment")},
};

constexpr std::array healthChecks {
    SettingPlace {"general_settings.background_health_checks", QT_TRANSLATE_NOOP("Settings", "Check deployments now and then")},
    SettingPlace {"general_settings.health_check_interval", QT_TRANSLATE_NOOP("Settings", "Time between two checks")},
    SettingPlace {
        "general_settings.enable_health_check_routing", QT_TRANSLATE_NOOP("Settings", "Pass over what fails its check")},
    SettingPlace {"general_settings.health_check_ignore_transient_errors",
        QT_TRANSLATE_NOOP("Settings", "Let time-outs and rate limits pass")},
    SettingPlace {"general_settings.background_health_check_model_groups",
        QT_TRANSLATE_NOOP("Settings", "Only these model groups are checked")},
    SettingPlace {"general_settings.health_check_concurrency", QT_TRANSLATE_NOOP("Settings", "Checks at the same time")},
};

constexpr std::array callbacks {
    SettingPlace {"litellm_settings.callbacks", QT_TRANSLATE_NOOP("Settings", "Told of all requests")},
    SettingPlace {"litellm_settings.success_callback", QT_TRANSLATE_NOOP("Settings", "Told of answered requests")},
    SettingPlace {"litellm_settings.failure_callback", QT_TRANSLATE_NOOP("Settings", "Told of failed requests")},
    SettingPlace {"litellm_settings.turn_off_message_logging", QT_TRANSLATE_NOOP("Settings", "Tell them no messages")},
    SettingPlace {"litellm_settings.redact_user_api_key_info", QT_TRANSLATE_NOOP("Settings", "Tell nobody who asked")},
    SettingPlace {
        "litellm_settings.standard_logging_payload_excluded_fields", QT_TRANSLATE_NOOP("Settings", "Fields left out of reports")},
    SettingPlace {"general_settings.sink_timeout", QT_TRANSLATE_NOOP("Settings", "Longest wait for a callback’s server")},
    SettingPlace {"general_settings.sink_memory_mb", QT_TRANSLATE_NOOP("Settings", "Memory for reports that wait")},
    SettingPlace {"general_settings.sink_disk_mb", QT_TRANSLATE_NOOP("Settings", "Disk for reports that wait")},
};

constexpr std::array langfuse {
    SettingPlace {"litellm_settings.langfuse_host", QT_TRANSLATE_NOOP("Settings", "Address")},
    SettingPlace {"litellm_settings.langfuse_public_key", QT_TRANSLATE_NOOP("Settings", "Public key")},
    SettingPlace {"litellm_settings.langfuse_secret_key", QT_TRANSLATE_NOOP("Settings", "Secret key")},
    SettingPlace {"litellm_settings.langfuse_default_tags", QT_TRANSLATE_NOOP("Settings", "Tags of every trace")},
};

constexpr std::array metrics {
    SettingPlace {
        "litellm_settings.require_auth_for_metrics_endpoint", QT_TRANSLATE_NOOP("Settings", "Ask for a key at /metrics")},
    SettingPlace {
        "litellm_settings.enable_end_user_cost_tracking_prometheus_only", QT_TRANSLATE_NOOP("Settings", "Show end users")},
    SettingPlace {"litellm_settings.prometheus_initialize_budget_metrics", QT_TRANSLATE_NOOP("Settings", "Show all budgets")},
    SettingPlace {"litellm_settings.custom_prometheus_metadata_labels", QT_TRANSLATE_NOOP("Settings", "Labels from metadata")},
    SettingPlace {"litellm_settings.custom_prometheus_tags", QT_TRANSLATE_NOOP("Settings", "Labels from tags")},
    SettingPlace {"litellm_settings.prometheus_max_series", QT_TRANSLATE_NOOP("Settings", "Most lines of /metrics")},
};

constexpr std::array alerts {
    SettingPlace {"general_settings.alerting", QT_TRANSLATE_NOOP("Settings", "Where alerts go")},
    SettingPlace {"general_settings.alert_types", QT_TRANSLATE_NOOP("Settings", "Kinds of alerts")},
    SettingPlace {"general_settings.alerting_threshold", QT_TRANSLATE_NOOP("Settings", "An answer is slow after")},
    SettingPlace {"general_settings.spend_report_frequency", QT_TRANSLATE_NOOP("Settings", "Report spending every")},
    SettingPlace {
        "general_settings.alerting_args.daily_spend_report", QT_TRANSLATE_NOOP("Settings", "Report each day’s spending")},
    SettingPlace {"general_settings.alerting_args.email_to", QT_TRANSLATE_NOOP("Settings", "E-mail addresses of operators")},
    SettingPlace {"general_settings.alerting_args.minor_outage_alert_threshold",
        QT_TRANSLATE_NOOP("Settings", "Failures that are a minor outage")},
    SettingPlace {"general_settings.alerting_args.major_outage_alert_threshold",
        QT_TRANSLATE_NOOP("Settings", "Failures that are a major outage")},
    SettingPlace {"general_settings.alerting_args", QT_TRANSLATE_NOOP("Settings", "Fine tuning of alerts")},
};

constexpr std::array programLog {
    SettingPlace {"general_settings.log_levels", QT_TRANSLATE_NOOP("Settings", "Levels")},
    SettingPlace {"litellm_settings.set_verbose", QT_TRANSLATE_NOOP("Settings", "Log more")},
    SettingPlace {"litellm_settings.json_logs", QT_TRANSLATE_NOOP("Settings", "Lines as JSON")},
    SettingPlace {
        "litellm_settings.redact_messages_in_exceptions", QT_TRANSLATE_NOOP("Settings", "Keep providers’ words out of errors")},
};

constexpr std::array groups {
    SettingGroup {SettingTopic::Server, QT_TRANSLATE_NOOP("Settings", "Who may call"), access},
    SettingGroup {SettingTopic::Server, QT_TRANSLATE_NOOP("Settings", "Requests"), requests},
    SettingGroup {SettingTopic::Server, QT_TRANSLATE_NOOP("Settings", "Pictures and documents named by address"), fetched},
    SettingGroup {SettingTopic::Budgets, QT_TRANSLATE_NOOP("Settings", "The whole gateway"), wholeBudget},
    SettingGroup {SettingTopic::Budgets, QT_TRANSLATE_NOOP("Settings", "New users, teams and keys"), newcomers},
    SettingGroup {SettingTopic::Storage, QT_TRANSLATE_NOOP("Settings", "Log of requests"), requestLog},
    SettingGroup {SettingTopic::Storage, QT_TRANSLATE_NOOP("Settings", "Exchanges with all that passed"), captures},
    SettingGroup {SettingTopic::Storage, QT_TRANSLATE_NOOP("Settings", "Database"), database},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "How long to wait"), waiting},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "When a request fails"), retries},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "Late and identical requests"), copies},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "Connections to providers"), connections},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "Health checks"), healthChecks},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Reports to callbacks"), callbacks},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Langfuse"), langfuse},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Alerts"), alerts},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Metrics"), metrics},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Log of the program"), programLog},
};

} // namespace

QString SettingPlace::shownTitle() const
{
    return QCoreApplication::translate("Settings", title);
}

QString SettingGroup::shownTitle() const
{
    return QCoreApplication::translate("Settings", title);
}

std::span<const SettingGroup> settingGroups()
{
    return groups;
}

} // namespace gatehouse::ui
