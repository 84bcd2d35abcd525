// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/record_table.h"

#include "ui/models/plain_tip.h"

#include <QSet>

#include <algorithm>

namespace gatehouse::ui {

RecordTable::RecordTable(std::span<const RecordColumn> columns, const QString &idKey, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
    , m_idKey(idKey)
{
}

QString RecordTable::idOf(const QJsonObject &record) const
{
    return record.value(m_idKey).toVariant().toString();
}

int RecordTable::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_records.size(); ++row) {
        if (idOf(m_records[row]) == id)
            return int(row);
    }
    return -1;
}

void RecordTable::setRecords(const QJsonArray &array)
{
    QList<QJsonObject> records;
    records.reserve(array.size());
    for (const QJsonValue value : array)
        records.append(value.toObject());
    if (updateInPlace(records))
        return;
    dropMissing(records);
    for (int row = 0; row < int(records.size()); ++row)
        place(records[row], row);
    if (m_records.size() > records.size()) { // ids that came twice
        beginRemoveRows({}, int(records.size()), int(m_records.size()) - 1);
        m_records.resize(records.size());
        endRemoveRows();
    }
}

bool RecordTable::updateInPlace(const QList<QJsonObject> &records)
{
    const auto sameId = [this](const QJsonObject &a, const QJsonObject &b) { return idOf(a) == idOf(b); };
    if (!std::equal(m_records.begin(), m_records.end(), records.begin(), records.end(), sameId))
        return false;
    for (int row = 0; row < int(records.size()); ++row) {
        if (m_records[row] == records[row])
            continue;
        m_records[row] = records[row];
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    return true;
}

void RecordTable::dropMissing(const QList<QJsonObject> &records)
{
    QSet<QString> wanted;
    for (const QJsonObject &record : records)
        wanted.insert(idOf(record));
    for (int row = int(m_records.size()) - 1; row >= 0; --row) {
        if (wanted.contains(idOf(m_records[row])))
            continue;
        beginRemoveRows({}, row, row);
        m_records.removeAt(row);
        endRemoveRows();
    }
}

/// Puts a record where it belongs; rows above are in order already.
void RecordTable::place(const QJsonObject &record, int row)
{
    int from = row;
    while (from < int(m_records.size()) && idOf(m_records[from]) != idOf(record))
        ++from;
    if (from == int(m_records.size())) {
        beginInsertRows({}, row, row);
        m_records.insert(row, record);
        endInsertRows();
        return;
    }
    if (from != row) {
        beginMoveRows({}, from, from, {}, row);
        m_records.move(from, row);
        endMoveRows();
    }
    if (m_records[row] == record)
        return;
    m_records[row] = record;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void RecordTable::touch()
{
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int RecordTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString RecordTable::allText(const QJsonObject &record) const
{
    QString all;
    for (const RecordColumn &column : m_columns)
        all += column.text(record) + u'\n';
    return all;
}

QVariant RecordTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordColumn &column = m_columns[std::size_t(index.column())];
    const QJsonObject &record = m_records[index.row()];
    switch (role) {
    case Qt::DisplayRole: return column.text(record);
    case Qt::ToolTipRole: return column.tip ? plainTip(column.tip(record)) : QString();
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case SortRole: return column.order ? column.order(record) : QVariant(column.text(record));
    case SignRole: {
        const auto sign = column.sign ? column.sign(record) : std::nullopt;
        return sign ? QVariant::fromValue(*sign) : QVariant();
    }
    case ShareRole: {
        const auto share = column.share ? column.share(record) : std::nullopt;
        return share ? QVariant(*share) : QVariant();
    }
    case MutedRole: return column.muted;
    case TextRole: return allText(record);
    default: return {};
    }
}

QVariant RecordTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const RecordColumn &column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return column.title();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    return {};
}

} // namespace gatehouse::ui
