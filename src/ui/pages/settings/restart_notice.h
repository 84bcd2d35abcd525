// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gatehouse::ui {

class Session;
class SettingValues;

/// Says which settings of the file count from the next start on only, and starts the gateway of this program anew where that is
/// wished. Requests that run may finish first.
class RestartNotice : public QFrame
{
    Q_OBJECT
public:
    RestartNotice(Session &session, SettingValues &values, QWidget *parent = nullptr);

private:
    void showState();
    void restart();
    void goOn();

    Session &m_session;
    SettingValues &m_values;
    QLabel *m_text;
    QPushButton *m_restart;
    bool m_isRestarting = false;
};

} // namespace gatehouse::ui
