// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace gatehouse::ui {

class MessageLine;
class RecordView;
class RoutingState;
struct Answer;

/// Every deployment as it is now, and what can be done to one: a drill begun or ended, a breaker closed.
class DeploymentsView : public QWidget
{
    Q_OBJECT
public:
    explicit DeploymentsView(RoutingState &state, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    /// Selects it, as soon as it is known.
    void reveal(const QString &id);
    /// Asks for how long, then begins a drill.
    void simulateOutage(const QString &id);
    void endOutage(const QString &id);
    void closeBreaker(const QString &id);
    bool copy();
    RecordTable &table() { return m_table; }
    RecordView *view() { return m_view; }

private:
    void showRows();
    void showWish();
    void updateButtons();
    void tell(const Answer &answer, const QString &done);

    RoutingState &m_state;
    RecordTable m_table;
    RecordView *m_view;
    QPushButton *m_simulate;
    QPushButton *m_end;
    QPushButton *m_close;
    MessageLine *m_message;
    QTimer m_second; ///< countdowns
    QString m_wish;  ///< what reveal() waits to show
};

} // namespace gatehouse::ui
