// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/forecast.h"

#include <QJsonObject>
#include <QList>
#include <QWidget>

class QLabel;

namespace gatehouse::ui {

class Gauge;

/// How the budget of somebody stands and where that leads, and how much of the limits is used right now.
class BudgetBox : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetBox(QWidget *parent = nullptr);

    /// @param spends nobody spends from a shared budget itself: only its figures are shown.
    void setRecord(const QJsonObject &record, bool spends);

private:
    struct LimitLine {
        QLabel *name;
        QLabel *figures;
        Gauge *gauge;
    };
    void showBudget(bool spends);
    void showLimits(bool spends);

    QJsonObject m_record;
    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_period;
    Gauge *m_gauge;
    QLabel *m_forecast;
    QLabel *m_limitsTitle;
    QList<LimitLine> m_limits;
};

/// What a record says of its budget's course; nothing without a budget.
std::optional<BudgetCourse> courseOf(const QJsonObject &record);

} // namespace gatehouse::ui
