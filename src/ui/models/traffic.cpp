// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic.h"

#include "ui/models/plain_tip.h"
#include "ui/models/traffic_columns.h"

#include <algorithm>
#include <utility>

namespace gatehouse::ui {

TrafficModel::TrafficModel(int capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_capacity(std::max(1, capacity))
{
}

void TrafficModel::apply(const QList<TrafficRow> &rows)
{
    const int runningBefore = running();
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
    if (running() != runningBefore)
        Q_EMIT runningChanged();
}

void TrafficModel::advance(const QList<Progress> &news)
{
    for (const Progress &each : news) {
        const auto known = m_numberOf.constFind(each.id);
        if (known == m_numberOf.cend() || !m_runningNow.contains(*known))
            continue; // what is late tells nothing of a request that has ended
        PackedTraffic &row = m_memory.figures(*known);
        row.replyBytes = std::max(row.replyBytes, each.replyBytes);
        if (each.firstTokenMs > 0)
            row.firstToken = float(each.firstTokenMs);
        tellChanged(*known);
    }
}

void TrafficModel::noteRunning(qint64 number, bool isRunning)
{
    if (isRunning)
        m_runningNow.insert(number);
    else
        m_runningNow.erase(number);
}

void TrafficModel::tellChanged(qint64 number)
{
    const int at = rowOf(number);
    Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
}

bool TrafficModel::replace(const TrafficRow &row)
{
    const auto known = m_numberOf.constFind(row.id);
    if (known == m_numberOf.cend())
        return false;
    m_memory.replace(*known, row);
    noteRunning(*known, row.isRunning());
    tellChanged(*known);
    return true;
}

void TrafficModel::append(const QList<TrafficRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, 0, int(rows.size()) - 1);
    for (const TrafficRow &row : rows) {
        m_numberOf.insert(row.id, m_memory.end());
        noteRunning(m_memory.end(), row.isRunning());
        m_memory.push(row);
    }
    endInsertRows();
}

/// Rows too many. Where they take too much room, a sixteenth of all goes at once: to count them again for each would take its
/// time.
int TrafficModel::surplus() const
{
    const int count = rowCount();
    if (count > m_capacity)
        return count - m_capacity;
    return m_memory.bytes() > mostBytes ? std::max(1, count / 16) : 0;
}

void TrafficModel::trim()
{
    for (int many = surplus(); many > 0 && rowCount() > 0; many = surplus()) {
        beginRemoveRows({}, rowCount() - many, rowCount() - 1);
        for (; many > 0; --many) {
            const qint64 oldest = m_memory.first();
            m_runningNow.erase(oldest);
            // After a restart the id may belong to a newer row.
            const auto known = m_numberOf.constFind(m_memory.packed(oldest).id);
            if (known != m_numberOf.cend() && *known == oldest)
                m_numberOf.erase(known);
            m_memory.dropOldest();
        }
        endRemoveRows();
    }
}

void TrafficModel::beginEpoch()
{
    m_numberOf.clear();
    if (m_runningNow.empty())
        return;
    for (const qint64 number : std::exchange(m_runningNow, {})) {
        TrafficRow row = m_memory.row(number);
        row.state = TrafficRow::State::Abandoned;
        row.error = tr("The gateway stopped or was restarted; how this request ended was not seen.");
        m_memory.replace(number, row);
        tellChanged(number);
    }
    Q_EMIT runningChanged();
}

void TrafficModel::clear()
{
    beginResetModel();
    m_memory.clear();
    m_numberOf.clear();
    m_runningNow.clear();
    endResetModel();
    Q_EMIT runningChanged();
}

void TrafficModel::tick()
{
    for (const qint64 number : m_runningNow) {
        const QModelIndex cell = index(rowOf(number), int(TrafficColumn::Duration));
        Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole});
    }
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_memory.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(trafficColumns().size());
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrafficRow row = at(index.row());
    const TrafficColumnInfo &column = trafficColumns()[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return column.text(row);
    case Qt::ToolTipRole: return column.tip ? QVariant(plainTip(column.tip(row).toString())) : QVariant();
    case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
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
