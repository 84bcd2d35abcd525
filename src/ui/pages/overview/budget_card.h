// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/budget_rows.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace gatehouse::ui {

class Poll;
class RowList;
class Session;

/// The budgets that are nearest to their end, and when that will be.
class BudgetCard : public Card
{
    Q_OBJECT
public:
    explicit BudgetCard(Session &session, QWidget *parent = nullptr);

    void refresh();

private:
    Poll *follow(const QString &path);
    void show();

    Session &m_session;
    RowList *m_rows;
    Poll *m_keys;
    Poll *m_teams;
    Poll *m_providers;
    BudgetLists m_lists;
};

} // namespace gatehouse::ui
