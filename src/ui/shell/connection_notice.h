// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace gatehouse::ui {

class Session;

/// Shown while the gateway should answer and does not: why, and when it is asked again.
class ConnectionNotice : public QFrame
{
    Q_OBJECT
public:
    explicit ConnectionNotice(Session &session, QWidget *parent = nullptr);

private:
    void showCondition();

    Session &m_session;
    QLabel *m_text;
    QTimer m_second;
};

} // namespace gatehouse::ui
