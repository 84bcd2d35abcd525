// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic.h"

#include "ui/models/traffic_columns.h"

#include <algorithm>

namespace gatehouse::ui {

TrafficModel::TrafficModel(int capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_capacity(std::max(1, capacity))
{
}

void TrafficModel::apply(const QList<TrafficRow> &rows)
{
    const int runningBefore = m_running;
    QList<TrafficRow> fresh;
    QHash<qint64, qsizetype> freshAt;
    for (const TrafficRow &row : rows) {
        if (replace(row))
            continue;
        if (const auto known = freshAt.constFind(row.id); known != freshAt.cend()) {
            fresh[*known] = row;
        } else {
            freshAt.insert(row.id, fresh.size());
            fresh.append(row);
        }
    }
    if (fresh.size() > m_capacity)
        fresh.remove(0, fresh.size() - m_capacity);
    append(fresh);
    trim();
    if (m_running != runningBefore)
        Q_EMIT runningChanged();
}

bool TrafficModel::replace(const TrafficRow &row)
{
    const auto known = m_sequenceOf.constFind(row.id);
    if (known == m_sequenceOf.cend())
        return false;
    TrafficRow &old = m_rows[std::size_t(*known - m_firstSequence)];
    m_running += int(row.isRunning()) - int(old.isRunning());
    old = row;
    const int at = viewRow(*known);
    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    return true;
}

void TrafficModel::append(const QList<TrafficRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, 0, int(rows.size()) - 1);
    for (const TrafficRow &row : rows) {
        m_sequenceOf.insert(row.id, m_firstSequence + qint64(m_rows.size()));
        m_running += int(row.isRunning());
        m_rows.push_back(row);
    }
    endInsertRows();
}

void TrafficModel::trim()
{
    const int count = rowCount();
    if (count <= m_capacity)
        return;
    beginRemoveRows({}, m_capacity, count - 1);
    for (int surplus = count - m_capacity; surplus > 0; --surplus) {
        const TrafficRow &oldest = m_rows.front();
        m_running -= int(oldest.isRunning());
        // After a restart the id may belong to a newer row.
        if (const auto known = m_sequenceOf.constFind(oldest.id); known != m_sequenceOf.cend() && *known == m_firstSequence)
            m_sequenceOf.erase(known);
        m_rows.pop_front();
        ++m_firstSequence;
    }
    endRemoveRows();
}

void TrafficModel::beginEpoch()
{
    m_sequenceOf.clear();
    if (m_running == 0)
        return;
    for (int row = 0; row < rowCount(); ++row) {
        TrafficRow &old = m_rows[m_rows.size() - 1 - std::size_t(row)];
        if (!old.isRunning())
            continue;
        old.state = TrafficRow::State::Abandoned;
        old.error = tr("The gateway stopped or was restarted; how this request ended was not seen.");
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    m_running = 0;
    Q_EMIT runningChanged();
}

void TrafficModel::clear()
{
    beginResetModel();
    m_firstSequence += qint64(m_rows.size());
    m_rows.clear();
    m_sequenceOf.clear();
    m_running = 0;
    endResetModel();
    Q_EMIT runningChanged();
}

void TrafficModel::tick()
{
    int left = m_running;
    for (int row = 0; left > 0 && row < rowCount(); ++row) {
        if (!at(row).isRunning())
            continue;
        --left;
        const QModelIndex cell = index(row, int(TrafficColumn::Duration));
        Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, SortRole});
    }
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(trafficColumns().size());
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrafficRow &row = at(index.row());
    const TrafficColumnInfo &column = trafficColumns()[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return column.text(row);
    case Qt::ToolTipRole: return column.tip ? column.tip(row) : QVariant();
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
    case SortRole: return column.order ? column.order(row) : QVariant(column.text(row));
    case StateRole: return int(row.state);
    case MutedRole: return column.muted;
    default: return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TrafficColumnInfo &column = trafficColumns()[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return column.title();
    case Qt::ToolTipRole: return column.help();
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace gatehouse::ui
