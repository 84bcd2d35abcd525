// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/settings/callback_state.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatehouse::ui {

class MessageLine;
class Session;

/// A callback: how it fares, and a test that says in place what came back.
class CallbackRow : public QWidget
{
    Q_OBJECT
public:
    explicit CallbackRow(Session &session, QWidget *parent = nullptr);

    void setState(const CallbackState &state);
    QString name() const { return m_state.name; }

private:
    void test();

    Session &m_session;
    CallbackState m_state;
    QLabel *m_name;
    Pill *m_pill;
    QLabel *m_figures;
    QPushButton *m_test;
    MessageLine *m_trouble;
    MessageLine *m_answer;
};

} // namespace gatehouse::ui
