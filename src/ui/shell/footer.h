// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;

namespace gatehouse::ui {

class ElidedLabel;
class Pulse;
class Session;

/// The bottom line, the same below every page: what flows now and what today has cost, how fresh the picture is, the version, and
/// what closing the window does where that is unusual.
class Footer : public QFrame
{
    Q_OBJECT
public:
    explicit Footer(Session &session, QWidget *parent = nullptr);

    void setHint(const QString &hint);

private:
    void showCondition();
    void showPulse();

    Session &m_session;
    Pulse *m_pulse;
    ElidedLabel *m_flow;
    ElidedLabel *m_hint;
    QLabel *m_fresh;
};

} // namespace gatehouse::ui
