// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace gatehouse::ui {

class Connections;
class CopyButton;
class ElidedLabel;
class Pill;
class Session;

/// The top of the window: which gateway it is on, whether that runs, where, and the button that changes it.
class HeaderBar : public QFrame
{
    Q_OBJECT
public:
    HeaderBar(Session &session, Connections *connections, QWidget *parent = nullptr);

    void copyAddress();
    QToolButton *menuButton() { return m_more; }

Q_SIGNALS:
    /// Another gateway is wished for: call `go` once nothing is lost by it.
    void turnWished(const std::function<void()> &go);
    void searchWished();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMiddle();
    QWidget *makeButtons();
    void showState();
    void showIcons();
    void openConfig();
    void showGateways();
    void connectTo(const QUrl &known);

    Session &m_session;
    Connections *m_connections;
    QLabel *m_logo;
    Pill *m_pill;
    QLabel *m_address;
    CopyButton *m_copy = nullptr;
    ElidedLabel *m_config;
    QPushButton *m_open = nullptr;
    QToolButton *m_search = nullptr;
    QPushButton *m_gateway = nullptr;
    QPushButton *m_toggle = nullptr;
    QToolButton *m_more = nullptr;
};

} // namespace gatehouse::ui
