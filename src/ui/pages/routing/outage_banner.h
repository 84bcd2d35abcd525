// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace gatehouse::ui {

class RoutingState;

/// Says on every tab that drills are on, for how long, and ends them. Takes no room while there is none.
class OutageBanner : public QFrame
{
    Q_OBJECT
public:
    explicit OutageBanner(RoutingState &state, QWidget *parent = nullptr);

private:
    void showOutages();
    void endAll();

    RoutingState &m_state;
    QLabel *m_text;
    QPushButton *m_end;
    QTimer m_second;
};

} // namespace gatehouse::ui
