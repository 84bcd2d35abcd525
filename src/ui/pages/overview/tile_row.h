// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/month_spend.h"

#include <QJsonArray>
#include <QWidget>

class QGridLayout;

namespace gatehouse::ui {

class Bars;
class FigureSource;
class Poll;
class Session;
class Tile;

/// Six figures and how they moved: requests, tokens, what today costs, how much went well, and how fast.
class TileRow : public QWidget
{
    Q_OBJECT
public:
    TileRow(Session &session, FigureSource &source, QWidget *parent = nullptr);

    void refresh();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Pictured {
        Tile *tile;
        Bars *bars;
    };
    Pictured make(const QString &name);
    void showCurves();
    void showWhole();
    void takeDays(const QJsonArray &days);
    void showSpend();
    void place();

    Session &m_session;
    FigureSource &m_source;
    QGridLayout *m_grid;
    int m_columns = 0;
    Pictured m_requests, m_tokens, m_spend, m_success, m_latency, m_first;
    Poll *m_days;
    MonthSpend m_month;
    std::optional<double> m_atMonthEnd;
    QJsonObject m_asked; ///< what the forecast was made of
};

} // namespace gatehouse::ui
