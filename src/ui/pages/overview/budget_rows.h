// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/row_button.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace gatehouse::ui {

/// The lists that have budgets in them, as the admin API tells them.
struct BudgetLists {
    QJsonArray keys = {};
    QJsonArray teams = {};
    QJsonObject providers = {};
};

/// Those nearest to the end of their budget, by what is spent or will be, whatever is more.
QList<RowText> budgetRows(const BudgetLists &lists, const QDateTime &now, qsizetype most);

} // namespace gatehouse::ui
