// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QScrollArea>

namespace gatehouse::ui {

class BudgetCard;
class Curves;
class ErrorCard;
class FigureSource;
class HealthCard;
class MessageLine;
class Preferences;
class Segments;
class Session;
class TileRow;
class TopCard;

/// The overview while there is something to see: a range of time and what happened in it.
class Dashboard : public QScrollArea
{
    Q_OBJECT
public:
    Dashboard(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    void refresh();
    void save();

private:
    QWidget *makeHead();
    QWidget *makeCards();
    void chooseRange(int at);

    Session &m_session;
    Preferences &m_preferences;
    FigureSource *m_source;
    Segments *m_ranges;
    MessageLine *m_problem;
    TileRow *m_tiles;
    Curves *m_curves;
    HealthCard *m_health;
    TopCard *m_top;
    BudgetCard *m_budgets;
    ErrorCard *m_errors;
};

} // namespace gatehouse::ui
