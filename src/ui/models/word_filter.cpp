// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/word_filter.h"

#include "ui/models/record_table.h"

#include <algorithm>

namespace gatehouse::ui {

WordFilter::WordFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void WordFilter::setWords(const QStringList &words)
{
    m_words = words;
    invalidateFilter();
}

// Before the base, which sorts as soon as it hears of a change.
void WordFilter::setSourceModel(QAbstractItemModel *model)
{
    const auto forget = [this] { forgetRanks(); };
    connect(model, &QAbstractItemModel::dataChanged, this, forget);
    connect(model, &QAbstractItemModel::rowsInserted, this, forget);
    connect(model, &QAbstractItemModel::rowsRemoved, this, forget);
    connect(model, &QAbstractItemModel::rowsMoved, this, forget);
    connect(model, &QAbstractItemModel::modelReset, this, forget);
    QSortFilterProxyModel::setSourceModel(model);
}

void WordFilter::sort(int column, Qt::SortOrder order)
{
    forgetRanks();
    QSortFilterProxyModel::sort(column, order);
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(RecordTable::TextRole).toString();
    return std::all_of(
        m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

const WordFilter::Rank &WordFilter::rankOf(const QModelIndex &source) const
{
    if (m_ranks.empty())
        m_ranks.resize(std::size_t(sourceModel()->rowCount()));
    Rank &rank = m_ranks[std::size_t(source.row())];
    if (rank.isKnown)
        return rank;
    rank.isKnown = true;
    rank.value = source.data(sortRole());
    if (rank.value.typeId() == QMetaType::QString)
        rank.key = m_collator.sortKey(rank.value.toString());
    return rank;
}

// What says nothing comes last, as it does without this.
bool WordFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const Rank &a = rankOf(left);
    const Rank &b = rankOf(right);
    if (a.key && b.key)
        return a.key->compare(*b.key) < 0;
    if (!a.value.isValid() || !b.value.isValid())
        return a.value.isValid();
    return QVariant::compare(a.value, b.value) == QPartialOrdering::Less;
}

} // namespace gatehouse::ui
