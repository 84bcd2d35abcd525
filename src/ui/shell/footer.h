// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;

namespace gatehouse::ui {

class Session;

/// The bottom line: what closing the window does where that is unusual, how fresh the picture is, and the version.
class Footer : public QFrame
{
    Q_OBJECT
public:
    explicit Footer(Session &session, QWidget *parent = nullptr);

    void setHint(const QString &hint);

private:
    void showCondition();

    Session &m_session;
    QLabel *m_hint;
    QLabel *m_fresh;
};

} // namespace gatehouse::ui
