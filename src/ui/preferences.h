// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace gatehouse::ui {

/// What the window remembers between two lives. Only taste lives here: what the gateway does stands in its configuration.
/// Main thread; owned by the desktop.
class Preferences
{
public:
    /// @param file an INI file; empty for the user's own.
    explicit Preferences(const QString &file = {});

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    /// "de", "zh_CN" …; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);
    bool closesToTray() const;
    void setClosesToTray(bool closes);
    /// Whether "still running in the tray" was said once.
    bool trayExplained() const;
    void setTrayExplained();
    /// Whether the first steps were shown once.
    bool firstStepsShown() const;
    void setFirstStepsShown();
    QByteArray bytes(const QString &name) const;
    void setBytes(const QString &name, const QByteArray &bytes);

private:
    QSettings m_settings;
};

} // namespace gatehouse::ui
