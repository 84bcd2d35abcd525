// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/connection/connections.h"
#include "ui/connection/control_switch.h"
#include "ui/gateway_control.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/shell/window.h"
#include "ui/tray/indicator.h"
#include "ui/widgets/theme.h"

#include <QObject>

class QApplication;

namespace gatehouse::ui {
class SingleInstance;
}

namespace gatehouse::app {

/// The desktop life of the program: window and tray of one gateway, and the questions asked before they go. It does not own
/// the gateway; whoever does stops it after the application's event loop has ended. Main thread.
class Desktop : public QObject
{
    Q_OBJECT
public:
    Desktop(QApplication &application, ui::GatewayControl &control, const QString &preferencesFile = {});

    /// @param minimized to the tray; where there is none, a minimised window.
    void show(bool minimized);
    void raise() { m_window.bringUp(); }

    ui::Session &session() { return m_session; }
    ui::Connections &connections() { return m_connections; }
    void setKeys(ui::KeyStore &keys);
    ui::Window &window() { return m_window; }
    ui::Indicator &indicator() { return m_indicator; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool hasTray() const;
    void greet();
    int requestsInFlight() const;
    void onCloseWished();
    void quit(bool isMissed);
    void leave();
    void ask(const QString &text, const QString &detail);

    QApplication &m_application;
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::ControlSwitch m_control;
    ui::Connections m_connections;
    ui::Session m_session;
    ui::Window m_window;
    ui::Indicator m_indicator;
    bool m_asked = false; ///< the question is on the screen
};

/// What must be said to the application before anything is shown: names, icon, language. Call once, right after it is made.
void prepareDesktop(QApplication &application);

/// Shows the desktop and runs the event loop until the user quits. The caller stops the gateway afterwards.
/// @param instance already claimed; null: nobody else can raise our window.
int runDesktop(QApplication &application, ui::GatewayControl &control, ui::KeyStore &keys, bool minimized,
    ui::SingleInstance *instance = nullptr);

} // namespace gatehouse::app
