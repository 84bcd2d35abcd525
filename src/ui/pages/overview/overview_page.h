// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

class QStackedWidget;

namespace gatehouse::ui {

class Dashboard;
class Poll;
class Preferences;
class Session;

/// Is it running, what flows, what did it cost. Before the first request: how to send one.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    void refresh() override;
    void save() override;

private:
    void choose();

    Session &m_session;
    QStackedWidget *m_stack;
    QWidget *m_quiet; ///< while it is not known yet which of the others it is
    QWidget *m_welcome;
    Dashboard *m_dashboard;
    Poll *m_past;
    bool m_isKnown = false;
    bool m_hasPast = false; ///< there were requests before the window was opened
};

} // namespace gatehouse::ui
