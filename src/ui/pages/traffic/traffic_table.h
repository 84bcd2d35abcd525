// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTableView>

class QPushButton;

namespace gatehouse::ui {

class TrafficFilter;

/// The table of requests. At the top it follows what comes; scrolled down it stands still and says how many came since.
class TrafficTable : public QTableView
{
    Q_OBJECT
public:
    explicit TrafficTable(TrafficFilter &filter, QWidget *parent = nullptr);

    bool isFollowing() const;
    /// The selected rows as lines of tab-separated cells; empty when there are none.
    QString selectedText() const;
    QByteArray columns() const;
    void setColumns(const QByteArray &state);

public Q_SLOTS:
    void follow();

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void showColumnMenu(const QPoint &where);
    void placeNews();
    /// The details take their room from the table: the row they tell about must not vanish behind them.
    void keepSelectionInSight(int heightBefore);
    void updateNews();

    TrafficFilter &m_filter;
    QPushButton *m_news;
    int m_unseen = 0;
};

} // namespace gatehouse::ui
