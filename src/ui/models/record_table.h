// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariant>

#include <optional>
#include <span>

namespace gatehouse::ui {

/// A sign before a text: a state as shape and colour.
struct RecordSign {
    Mark mark = Mark::Check;
    Mood mood = Mood::Good;
};

/// One column of a table of records: how it is called and what it makes of a record. Tables of these are constexpr arrays.
struct RecordColumn {
    const char *name; ///< for the saved layout; never shown
    QString (*title)();
    QString (*text)(const QJsonObject &record);
    int width = 12; ///< in characters of the font
    Qt::Alignment alignment = Qt::AlignLeft;
    QVariant (*order)(const QJsonObject &record) = nullptr;                 ///< null: by its text
    std::optional<RecordSign> (*sign)(const QJsonObject &record) = nullptr; ///< null: none
    /// How full a bar under the text is: 0…1, more is over; nothing: no bar. Null: never.
    std::optional<double> (*share)(const QJsonObject &record) = nullptr;
    QString (*tip)(const QJsonObject &record) = nullptr; ///< null: none
    bool muted = false;
    bool hidden = false; ///< until somebody chooses it
};

/// Objects of the admin API as a table. What comes again with the same id keeps its place, so that selection and scrolling
/// survive a refresh. Main thread.
class RecordTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole,
        SignRole,  ///< RecordSign, or nothing
        ShareRole, ///< double, or nothing
        MutedRole, ///< bool
        TextRole,  ///< every text of the row, for the filter
    };

    /// @param idKey the member that tells records apart. @param columns outlives the model.
    RecordTable(std::span<const RecordColumn> columns, const QString &idKey, QObject *parent = nullptr);

    /// The whole list anew: rows that stay are updated, others come and go.
    void setRecords(const QJsonArray &records);
    void clear() { setRecords({}); }
    /// Newer ones of those that stand from `first` on, as long as nothing else does: otherwise false, and nothing is changed.
    bool update(int first, const QList<QJsonObject> &records);
    /// Below all others, at once. None of them may be there already.
    void append(const QList<QJsonObject> &records);
    /// Texts depend on the time too ("in 12 s"): asks every view to draw again.
    void touch();

    const QJsonObject &at(int row) const { return m_records[row]; }
    QString idAt(int row) const { return idOf(m_records[row]); }
    int rowOf(const QString &id) const; ///< -1: not there
    std::span<const RecordColumn> columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString idOf(const QJsonObject &record) const;
    QString allText(const QJsonObject &record) const;
    bool updateInPlace(const QList<QJsonObject> &records);
    void dropMissing(const QList<QJsonObject> &records);
    /// Where those that stay stand in front: the others below them at once.
    bool appendRest(const QList<QJsonObject> &records);
    void place(const QJsonObject &record, int row);

    std::span<const RecordColumn> m_columns;
    QString m_idKey;
    QList<QJsonObject> m_records;
};

} // namespace gatehouse::ui

Q_DECLARE_METATYPE(gatehouse::ui::RecordSign)
