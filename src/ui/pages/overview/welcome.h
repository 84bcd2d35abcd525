// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatehouse::ui {

class HintCard;
class Session;

/// What the overview shows while there is no request to show: what to do next.
class Welcome : public QWidget
{
    Q_OBJECT
public:
    explicit Welcome(Session &session, QWidget *parent = nullptr);

private:
    void showState();

    Session &m_session;
    QLabel *m_gate;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_start;
    HintCard *m_hint;
};

} // namespace gatehouse::ui
