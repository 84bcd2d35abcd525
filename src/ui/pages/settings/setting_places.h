// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>

namespace gatehouse::ui {

/// The parts of the settings page that are made of settings.
enum class SettingTopic { Server, Budgets, Storage, Network, Logging };

/// Where people look for a setting, and what they call it.
struct SettingPlace {
    const char *path; ///< as GET /config/schema names it
    const char *title;
    const char *twin = nullptr; ///< another setting that counts here, too; where the file has it, the row says so
    QString shownTitle() const;
};

/// Settings that are about the same thing.
struct SettingGroup {
    SettingTopic topic;
    const char *title;
    std::span<const SettingPlace> places;
    QString shownTitle() const;
};

/// In the order in which they are shown. What stands in none of them is found in the table of all settings.
std::span<const SettingGroup> settingGroups();

} // namespace gatehouse::ui
