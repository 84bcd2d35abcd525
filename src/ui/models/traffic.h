// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_memory.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <set>

namespace gatehouse::ui {

/// The last requests, newest first, at most `capacity` of them, and fewer where their texts are unusually long or their tries
/// unusually many. A row that comes again with the same id replaces the older one in place. Main thread; owned by Session, shared
/// by every view.
class TrafficModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole, ///< int(TrafficRow::State)
        MutedRole,                ///< bool: says little, show it quietly
    };

    /// What a running request has become in the meantime.
    struct Progress {
        qint64 id = 0;
        qint64 replyBytes = 0;
        double firstTokenMs = 0; ///< 0: not yet
    };

    static constexpr int usualCapacity = 100'000;
    static constexpr qsizetype mostBytes = 64 * 1024 * 1024; ///< of all rows

    explicit TrafficModel(int capacity = usualCapacity, QObject *parent = nullptr);

    void apply(const QList<TrafficRow> &rows);
    void advance(const QList<Progress> &news);
    /// The gateway started again: ids begin anew, and how its running requests ended will never be heard.
    void beginEpoch();
    void clear();
    /// Lets the durations of running rows grow.
    void tick();

    /// View row 0 is the newest.
    TrafficRow at(int row) const { return m_memory.row(numberAt(row)); }
    /// The number of a row in memory(), which stays with it.
    qint64 numberAt(int row) const { return m_memory.end() - 1 - row; }
    int rowOf(qint64 number) const { return int(m_memory.end() - 1 - number); }
    const TrafficMemory &memory() const { return m_memory; }
    int running() const { return int(m_runningNow.size()); }
    int capacity() const { return m_capacity; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void runningChanged();

private:
    bool replace(const TrafficRow &row);
    void append(const QList<TrafficRow> &rows);
    void trim();
    int surplus() const;
    void noteRunning(qint64 number, bool isRunning);
    void tellChanged(qint64 number);

    const int m_capacity;
    TrafficMemory m_memory;
    QHash<qint64, qint64> m_numberOf; ///< id → number, of this epoch only
    std::set<qint64> m_runningNow;    ///< numbers
};

} // namespace gatehouse::ui
