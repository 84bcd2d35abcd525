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
    SettingPlace {
        "litellm_settings.require_auth_for_metrics_endpoint", QT_TRANSLATE_NOOP("Settings", "Ask for a key at /metrics")},
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
    SettingPlace {
        "general_settings.always_include_stream_usage", QT_TRANSLATE_NOOP("Settings", "Usage at the end of every stream")},
    SettingPlace {"general_settings.pass_through_endpoints", QT_TRANSLATE_NOOP("Settings", "Paths that lead to other servers")},
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
    SettingPlace {"router_settings.stream_timeout", QT_TRANSLATE_NOOP("Settings", "Longest wait for a stream to begin")},
    SettingPlace {
        "litellm_settings.request_timeout", QT_TRANSLATE_NOOP("Settings", "Longest attempt, where nothing else says it")},
};

constexpr std::array retries {
    SettingPlace {"router_settings.num_retries", QT_TRANSLATE_NOOP("Settings", "Tries after the first")},
    SettingPlace {"router_settings.retry_after", QT_TRANSLATE_NOOP("Settings", "Least pause between two tries")},
    SettingPlace {"router_settings.allowed_fails", QT_TRANSLATE_NOOP("Settings", "Failures until a deployment rests")},
    SettingPlace {"router_settings.cooldown_time", QT_TRANSLATE_NOOP("Settings", "How long it rests")},
    SettingPlace {"router_settings.midstream", QT_TRANSLATE_NOOP("Settings", "When a stream breaks off")},
    SettingPlace {"router_settings.max_fallbacks", QT_TRANSLATE_NOOP("Settings", "Most fallbacks of one request")},
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
};

constexpr std::array callbacks {
    SettingPlace {"litellm_settings.callbacks", QT_TRANSLATE_NOOP("Settings", "Told of all requests")},
    SettingPlace {"litellm_settings.success_callback", QT_TRANSLATE_NOOP("Settings", "Told of answered requests")},
    SettingPlace {"litellm_settings.failure_callback", QT_TRANSLATE_NOOP("Settings", "Told of failed requests")},
    SettingPlace {"litellm_settings.turn_off_message_logging", QT_TRANSLATE_NOOP("Settings", "Tell them no messages")},
    SettingPlace {"litellm_settings.redact_user_api_key_info", QT_TRANSLATE_NOOP("Settings", "Tell nobody who asked")},
    SettingPlace {"general_settings.sink_timeout", QT_TRANSLATE_NOOP("Settings", "Longest wait for a callback’s server")},
    SettingPlace {"general_settings.sink_memory_mb", QT_TRANSLATE_NOOP("Settings", "Memory for reports that wait")},
    SettingPlace {"general_settings.sink_disk_mb", QT_TRANSLATE_NOOP("Settings", "Disk for reports that wait")},
};

constexpr std::array alerts {
    SettingPlace {"general_settings.alerting", QT_TRANSLATE_NOOP("Settings", "Where alerts go")},
    SettingPlace {"general_settings.alert_types", QT_TRANSLATE_NOOP("Settings", "Kinds of alerts")},
    SettingPlace {"general_settings.alerting_threshold", QT_TRANSLATE_NOOP("Settings", "An answer is slow after")},
    SettingPlace {"general_settings.spend_report_frequency", QT_TRANSLATE_NOOP("Settings", "Report spending every")},
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
    SettingGroup {SettingTopic::Storage, QT_TRANSLATE_NOOP("Settings", "Log of requests"), requestLog},
    SettingGroup {SettingTopic::Storage, QT_TRANSLATE_NOOP("Settings", "Exchanges with all that passed"), captures},
    SettingGroup {SettingTopic::Storage, QT_TRANSLATE_NOOP("Settings", "Database"), database},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "How long to wait"), waiting},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "When a request fails"), retries},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "Connections to providers"), connections},
    SettingGroup {SettingTopic::Network, QT_TRANSLATE_NOOP("Settings", "Health checks"), healthChecks},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Reports to callbacks"), callbacks},
    SettingGroup {SettingTopic::Logging, QT_TRANSLATE_NOOP("Settings", "Alerts"), alerts},
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
