// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <deque>

namespace gatehouse::ui {

/// The last requests, newest first, at most `capacity` of them. A row that comes again with the same id replaces the older
/// one in place. Main thread; owned by Session, shared by every view.
class TrafficModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole, ///< number, date or text that orders the column
        StateRole,               ///< int(TrafficRow::State)
        MutedRole,               ///< bool: says little, show it quietly
    };

    explicit TrafficModel(int capacity = 5000, QObject *parent = nullptr);

    void apply(const QList<TrafficRow> &rows);
    /// The gateway started again: ids begin anew, and how its running requests ended will never be heard.
    void beginEpoch();
    void clear();
    /// Lets the durations of running rows grow.
    void tick();

    /// View row 0 is the newest.
    const TrafficRow &at(int row) const { return m_rows[m_rows.size() - 1 - std::size_t(row)]; }
    int running() const { return m_running; }
    int capacity() const { return m_capacity; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void runningChanged();

private:
    int viewRow(qint64 sequence) const { return int(m_firstSequence + qint64(m_rows.size()) - 1 - sequence); }
    bool replace(const TrafficRow &row);
    void append(const QList<TrafficRow> &rows);
    void trim();

    const int m_capacity;
    std::deque<TrafficRow> m_rows;      ///< oldest first
    qint64 m_firstSequence = 0;         ///< sequence number of m_rows.front(), counted since the program began
    QHash<qint64, qint64> m_sequenceOf; ///< id → sequence number, of this epoch only
    int m_running = 0;
};

} // namespace gatehouse::ui
