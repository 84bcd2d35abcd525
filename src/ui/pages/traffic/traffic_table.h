// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QTableView>

#include <optional>

class QMenu;
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
    /// The one row that is selected; none where there are several, or none.
    std::optional<int> onlyRow() const;
    /// The selected requests' ids, the oldest first; at most so many.
    QList<qint64> selectedIds(int most) const;
    /// Selects the row so many below.
    void go(int by);
    /// The selected rows as lines of tab-separated cells; empty when there are none.
    QString selectedText() const;
    QByteArray columns() const;
    void setColumns(const QByteArray &state);

public Q_SLOTS:
    void follow();

Q_SIGNALS:
    void pauseWished();
    void exportWished();
    void abortWished(const gatehouse::ui::TrafficRow &row);
    /// Only what is like the row in question: a term for the filter.
    void termWished(const QString &term);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void showColumnMenu(const QPoint &where);
    void fillMenu(QMenu *menu, const TrafficRow &row);
    QList<int> selectedRows(int most) const;
    void placeNews();
    /// The details take their room from the table: the row they tell about must not vanish behind them.
    void keepSelectionInSight(int heightBefore);
    void updateNews();

    TrafficFilter &m_filter;
    QPushButton *m_news;
    int m_unseen = 0;
};

} // namespace gatehouse::ui
