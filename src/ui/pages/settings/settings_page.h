// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

class QListWidget;
class QStackedWidget;

namespace gatehouse::ui {

class ConfigEditor;
class Preferences;
class Session;
class SettingForm;
class SettingValues;
class SettingsSection;

/// The window's own preferences, and the gateway's configuration: by topic, setting by setting, or as the file it is. A list at
/// the side leads to each.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    SettingsPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// "line:12" or "path:router_settings.num_retries" of the configuration file, "section:storage", or
    /// "setting:router_settings.num_retries" for its field.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    bool leave() override;
    void save() override;
    bool isEdited() const override;

private:
    void addSections(Session &session);
    void add(const char *key, const QString &title, QWidget *section);
    QListWidget *makeList();
    void open(QWidget *section);
    void openSetting(const QString &path);
    void showSection(int at);
    void enterSection();

    Preferences &m_preferences;
    SettingValues *m_values;
    QListWidget *m_list;
    QStackedWidget *m_sections;
    QList<const char *> m_keys; ///< of the sections, for reveal() and the preferences
    SettingsSection *m_settings;
    ConfigEditor *m_editor;
};

} // namespace gatehouse::ui
