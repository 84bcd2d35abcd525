// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>

namespace gatehouse::observe::alerts {

/// What an alert may be about, under LiteLLM's names. A row of kinds.cpp each.
enum class Kind : std::uint8_t {
    LlmExceptions,
    LlmTooSlow,
    LlmRequestsHanging,
    BudgetAlerts,
    SpendReports,
    FailedTrackingSpend,
    DbExceptions,
    DailyReports,
    CooldownDeployment,
    NewModelAdded,
    OutageAlerts,
    RegionOutageAlerts,
    FallbackReports,
    NewVirtualKeyCreated,
    VirtualKeyUpdated,
    VirtualKeyDeleted,
    NewTeamCreated,
    TeamUpdated,
    TeamDeleted,
    NewInternalUserCreated,
    InternalUserUpdated,
    InternalUserDeleted,
};

/// "llm_too_slow"
std::string_view toString(Kind kind);
std::optional<Kind> kindFrom(std::string_view name);
/// Those that are sent where alert_types says nothing.
std::set<Kind> usualKinds();

/// What somebody administered, as alerts call it: "key" and "created" are NewVirtualKeyCreated. None = nobody is told.
std::optional<Kind> kindOfChange(std::string_view record, std::string_view action);

} // namespace gatehouse::observe::alerts
