// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace gatehouse::ui {

/// The rows of a RecordTable in which every word stands somewhere, in the order of a column. What a row is sorted by is made once
/// and not for every comparison: of ten thousand rows that are two hundred thousand.
class WordFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit WordFilter(QObject *parent = nullptr);

    void setWords(const QStringList &words);
    void setSourceModel(QAbstractItemModel *model) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Rank {
        QVariant value = {};
        std::optional<QCollatorSortKey> key = {}; ///< of a text
        bool isKnown = false;
    };
    const Rank &rankOf(const QModelIndex &source) const;
    void forgetRanks() { m_ranks.clear(); }

    QStringList m_words;
    QCollator m_collator;
    mutable std::vector<Rank> m_ranks; ///< by row of the source, of the column that is sorted by
};

} // namespace gatehouse::ui
