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
    if (appendRest(records))
        return;
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
    return records.size() == m_records.size() && update(0, records);
}

bool RecordTable::update(int first, const QList<QJsonObject> &records)
{
    if (first < 0 || first + records.size() > m_records.size())
        return false;
    const auto sameId = [this](const QJsonObject &a, const QJsonObject &b) { return idOf(a) == idOf(b); };
    if (!std::equal(records.begin(), records.end(), m_records.begin() + first, sameId))
        return false;
    for (int at = 0; at < int(records.size()); ++at) {
        const int row = first + at;
        if (m_records[row] == records[at])
            continue;
        m_records[row] = records[at];
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    return true;
}

void RecordTable::append(const QList<QJsonObject> &records)
{
    if (records.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(records.size()) - 1);
    m_records += records;
    endInsertRows();
}

/// Neighbours go at once: views count their rows anew with every farewell.
void RecordTable::dropMissing(const QList<QJsonObject> &records)
{
    QSet<QString> wanted;
    for (const QJsonObject &record : records)
        wanted.insert(idOf(record));
    const auto isMissing = [&](int row) { return !wanted.contains(idOf(m_records[row])); };
    for (int last = int(m_records.size()) - 1; last >= 0; --last) {
        if (!isMissing(last))
            continue;
        int first = last;
        while (first > 0 && isMissing(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_records.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

bool RecordTable::appendRest(const QList<QJsonObject> &records)
{
    const qsizetype known = m_records.size();
    QSet<QString> ids;
    for (const QJsonObject &record : records)
        ids.insert(idOf(record));
    if (records.size() <= known || ids.size() != records.size() || !update(0, records.first(known)))
        return false;
    append(records.sliced(known));
    return true;
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
