// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QList>
#include <QSortFilterProxyModel>
#include <QString>

namespace gatehouse::ui {

class TrafficModel;

/// What is typed into the filter box, taken apart: words that must all match, `key:word` and `status>=400`.
class TrafficQuery
{
public:
    TrafficQuery() = default;
    explicit TrafficQuery(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    bool matches(const TrafficRow &row) const;

private:
    struct Term {
        QString field; ///< empty: anywhere
        QString word;
        QChar sign; ///< '<', '>' or '=' for numbers
        double number = 0;
        bool orEqual = false;
    };
    static Term termFrom(const QString &word);
    static bool matches(const TrafficRow &row, const Term &term);

    QList<Term> m_terms;
};

/// The rows that pass a filter, in the model's order until a column is chosen. Main thread.
class TrafficFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit TrafficFilter(TrafficModel &model, QObject *parent = nullptr);

    void setQuery(const QString &text);
    const TrafficRow &at(int row) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TrafficModel &m_model;
    TrafficQuery m_query;
};

} // namespace gatehouse::ui
