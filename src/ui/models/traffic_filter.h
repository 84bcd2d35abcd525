// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_query.h"
#include "ui/models/traffic_row.h"
#include "ui/models/traffic_window.h"

#include <QAbstractTableModel>
#include <QString>
#include <QTimer>

#include <deque>
#include <optional>
#include <vector>

namespace gatehouse::ui {

class TrafficModel;

/// The rows that pass a filter, in the model's order until a column is chosen. It keeps the numbers of its rows itself, because a
/// QSortFilterProxyModel takes far too long over a hundred thousand of them at every change. Main thread.
class TrafficFilter : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TrafficFilter(TrafficModel &model, QObject *parent = nullptr);

    void setQuery(const QString &text);
    const TrafficQuery &query() const { return m_query; }
    void setWindow(const std::optional<TrafficWindow> &window);
    const std::optional<TrafficWindow> &window() const { return m_window; }
    /// While paused no row comes in; those that are there go on changing.
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedAt.has_value(); }
    /// How many rows wait for the end of the pause.
    int heldBack() const { return m_heldBack; }

    TrafficRow at(int row) const;
    qint64 numberAt(int row) const { return m_rows[m_rows.size() - 1 - std::size_t(row)]; }
    /// -1: it is not shown.
    int rowOf(qint64 number) const;
    /// Nothing but the order of arrival.
    bool isSorted() const { return m_sortColumn >= 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void heldBackChanged();

private:
    using Numbers = std::vector<qint64>;

    bool accepts(qint64 number) const;
    Numbers wanted() const;
    void order(Numbers &numbers) const;
    void rebuild();
    void adopt(const Numbers &rows);
    void drop(const Numbers &rows);
    void arrange(const Numbers &rows);
    void takeNew(int first, int last);
    void loseOldest(int first);
    void takeChange(qint64 number);
    void takeChanges(const QModelIndex &from, const QModelIndex &to);
    void tellChanged(int row);

    TrafficModel &m_model;
    TrafficQuery m_query;
    std::optional<TrafficWindow> m_window;
    std::deque<qint64> m_rows; ///< numbers of rows in the model; the last is shown first
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::optional<qint64> m_pausedAt; ///< rows from this number on wait
    int m_heldBack = 0;
    QTimer m_later; ///< sorted rows are put in order again after a while, not at every change
};

} // namespace gatehouse::ui
