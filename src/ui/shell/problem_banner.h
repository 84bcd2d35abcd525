// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace gatehouse::ui {

class Session;

/// Shown while the gateway is Failed: what happened, where, what to do, and the button that tries again.
class ProblemBanner : public QFrame
{
    Q_OBJECT
public:
    explicit ProblemBanner(Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeButtons();
    void showState();
    void showMark();

    Session &m_session;
    QLabel *m_mark;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_open = nullptr;
};

} // namespace gatehouse::ui
