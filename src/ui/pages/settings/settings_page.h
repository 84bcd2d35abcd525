// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

class QStackedWidget;

namespace gatehouse::ui {

class ConfigEditor;
class Preferences;
class Segments;
class Session;
class SettingsSection;

/// The window's own preferences, and the gateway's configuration: setting by setting, or as the file it is.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    SettingsPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// "line:12" or "path:router_settings.num_retries" of the configuration file.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    bool leave() override;

private:
    Segments *m_tabs;
    QStackedWidget *m_sections;
    SettingsSection *m_settings;
    ConfigEditor *m_editor;
};

} // namespace gatehouse::ui
