// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/kinds.h"

#include <array>

namespace gatehouse::observe::alerts {

namespace {

struct Row {
    Kind kind;
    std::string_view name;
    bool isUsual;
    std::string_view record = {}, action = {}; // of the change it is about; an action that no row names is an update
};

constexpr std::array rows {
    Row {Kind::LlmExceptions, "llm_exceptions", true},
    Row {Kind::LlmTooSlow, "llm_too_slow", true},
    Row {Kind::LlmRequestsHanging, "llm_requests_hanging", true},
    Row {Kind::BudgetAlerts, "budget_alerts", true},
    Row {Kind::SpendReports, "spend_reports", true},
    Row {Kind::FailedTrackingSpend, "failed_tracking_spend", true},
    Row {Kind::DbExceptions, "db_exceptions", true},
    Row {Kind::DailyReports, "daily_reports", true},
    Row {Kind::CooldownDeployment, "cooldown_deployment", true},
    Row {Kind::NewModelAdded, "new_model_added", true, "model", "created"},
    Row {Kind::OutageAlerts, "outage_alerts", true},
    Row {Kind::RegionOutageAlerts, "region_outage_alerts", true},
    Row {Kind::FallbackReports, "fallback_reports", true},
    Row {Kind::NewVirtualKeyCreated, "new_virtual_key_created", false, "key", "created"},
    Row {Kind::VirtualKeyUpdated, "virtual_key_updated", false, "key", "updated"},
    Row {Kind::VirtualKeyDeleted, "virtual_key_deleted", false, "key", "deleted"},
    Row {Kind::NewTeamCreated, "new_team_created", false, "team", "created"},
    Row {Kind::TeamUpdated, "team_updated", false, "team", "updated"},
    Row {Kind::TeamDeleted, "team_deleted", false, "team", "deleted"},
    Row {Kind::NewInternalUserCreated, "new_internal_user_created", false, "user", "created"},
    Row {Kind::InternalUserUpdated, "internal_user_updated", false, "user", "updated"},
    Row {Kind::InternalUserDeleted, "internal_user_deleted", false, "user", "deleted"},
};

} // namespace

std::string_view toString(Kind kind)
{
    return rows[static_cast<std::size_t>(kind)].name; // tst_alert_words proves that row n is kind n
}

std::optional<Kind> kindFrom(std::string_view name)
{
    for (const Row &row : rows) {
        if (row.name == name)
            return row.kind;
    }
    return std::nullopt;
}

std::set<Kind> usualKinds()
{
    std::set<Kind> kinds;
    for (const Row &row : rows) {
        if (row.isUsual)
            kinds.insert(row.kind);
    }
    return kinds;
}

std::optional<Kind> kindOfChange(std::string_view record, std::string_view action)
{
    std::optional<Kind> update;
    for (const Row &row : rows) {
        if (row.record != record || record.empty())
            continue;
        if (row.action == action)
            return row.kind;
        if (row.action == "updated")
            update = row.kind;
    }
    return update;
}

} // namespace gatehouse::observe::alerts
