// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/recent_spend.h"
#include "ui/pages/keys/section.h"

#include <QWidget>

class QLabel;

namespace gatehouse::ui {

struct Answer;
class FactList;
class Poll;
class Session;
class TimeChart;

/// What somebody has spent in the last 30 days: day by day, and by model.
class SpendBox : public QWidget
{
    Q_OBJECT
public:
    explicit SpendBox(Session &session, QWidget *parent = nullptr);

    /// Hidden for who does not spend. @param today the last of the days, as UTC has it; the gateway's days are those.
    void setAccount(const AccountSection &section, const QString &id, const QDate &today);

private:
    void take(const Answer &answer);
    void showNothing();

    Session &m_session;
    Poll *m_poll = nullptr;
    QString m_id;
    QDate m_first;
    QDate m_last;
    QLabel *m_total;
    TimeChart *m_chart;
    FactList *m_models;
};

} // namespace gatehouse::ui
