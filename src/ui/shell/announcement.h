// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace gatehouse::ui {

class Session;

/// One line at the foot of the page that says what was just done, with a button that takes it back or goes on. It leaves by
/// itself, but not while the pointer or the focus is on it. Screen readers are told.
class Announcement : public QFrame
{
    Q_OBJECT
public:
    explicit Announcement(Session &session, QWidget *parent = nullptr);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void say(const QString &text, const QString &action, const std::function<void()> &act);
    void leaveLater();

    QLabel *m_text;
    QPushButton *m_action;
    QTimer m_end;
    std::function<void()> m_act;
};

} // namespace gatehouse::ui
