// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/settings/callback_state.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace gatehouse::ui {

class CallbackRow;
class MessageLine;
class Session;
class SettingValues;

/// Who is told of requests and of what should be known, and how that fares.
class CallbackCard : public Card
{
    Q_OBJECT
public:
    CallbackCard(Session &session, SettingValues &values, QWidget *parent = nullptr);

private:
    void showStates();
    void addRow();

    Session &m_session;
    SettingValues &m_values;
    CallbackNews m_news;
    class Poll *m_inUse;
    class Poll *m_sinks;
    MessageLine *m_problem;
    class QLabel *m_none;
    QPushButton *m_file;
    struct Row {
        QWidget *rule;
        CallbackRow *row;
    };
    QList<Row> m_rows;
};

} // namespace gatehouse::ui
