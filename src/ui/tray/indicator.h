// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tray/today.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace gatehouse::ui {

class Session;

/// The tray icon and its menu. Opening and quitting are wishes that the desktop grants. Main thread.
class Indicator : public QObject
{
    Q_OBJECT
public:
    explicit Indicator(Session &session, QObject *parent = nullptr);

    void show() { m_icon.show(); }
    /// Says once that the program goes on without its window.
    void explainHiding();

    QMenu &menu() { return m_menu; }
    QAction *statusAction() const { return m_status; }
    QAction *todayAction() const { return m_spent; }
    QAction *runningAction() const { return m_running; }
    QMenu *errorsMenu() const { return m_errors; }
    QMenu *pagesMenu() const { return m_pages; }
    QAction *openAction() const { return m_open; }
    QAction *copyAction() const { return m_copy; }
    QAction *startAction() const { return m_start; }
    QAction *stopAction() const { return m_stop; }
    QAction *quitAction() const { return m_quit; }
    QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void openWished();
    void quitWished();

private:
    void fillMenu();
    void fillPages();
    void fillErrors();
    int widestError() const;
    void showState();
    void copyAddress();
    void openPage(const QString &page, const QString &argument = {});

    Session &m_session;
    Today m_today;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_status = nullptr;
    QAction *m_spent = nullptr;
    QAction *m_running = nullptr;
    QMenu *m_errors = nullptr;
    QMenu *m_pages = nullptr;
    QAction *m_open = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_quit = nullptr;
};

} // namespace gatehouse::ui
