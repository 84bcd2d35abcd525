// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace gatehouse::ui {

class CopyButton;
class ElidedLabel;
class Pill;
class Session;

/// The top of the window: whether the gateway runs, where, by which configuration, and the button that changes it.
class HeaderBar : public QFrame
{
    Q_OBJECT
public:
    explicit HeaderBar(Session &session, QWidget *parent = nullptr);

    void copyAddress();
    QToolButton *menuButton() { return m_more; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMiddle();
    QWidget *makeButtons();
    void showState();
    void showIcons();
    void openConfig();

    Session &m_session;
    QLabel *m_logo;
    Pill *m_pill;
    QLabel *m_address;
    CopyButton *m_copy = nullptr;
    ElidedLabel *m_config;
    QPushButton *m_open = nullptr;
    QPushButton *m_toggle = nullptr;
    QToolButton *m_more = nullptr;
};

} // namespace gatehouse::ui
