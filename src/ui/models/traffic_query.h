// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_memory.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace gatehouse::ui {

struct TrafficTextField;
struct TrafficNumberField;

/// What is typed into the filter box, taken apart. All terms must match: words that stand anywhere, `model:word`, `model=name`
/// (the whole of it), `status>=400`, `first>1.5s`, `is:stream`, each with a minus in front for the opposite, and quotes around
/// what has spaces.
class TrafficQuery
{
public:
    /// One part of it.
    struct Term {
        QString source; ///< as it was typed
        bool isOpposite = false;
        const TrafficTextField *field = nullptr; ///< null: anywhere
        const TrafficNumberField *number = nullptr;
        bool (*flag)(const PackedTraffic &row) = nullptr;
        QString word = {};
        bool isWhole = false; ///< the text is the word, not only has it
        QChar sign = {};      ///< '<', '>' or '='
        bool orEqual = false;
        double limit = 0;
        quint8 states = 0; ///< a bit for each state that the word means
        int status = 0;    ///< that the word means
    };

    /// What was found out about texts on the way through many rows; for one query and one pass only.
    class Memo
    {
    public:
        Memo(const TrafficQuery &query, const TrafficMemory &memory);

    private:
        friend class TrafficQuery;
        std::vector<std::vector<qint8>> m_known; ///< by term and text: 0 not looked yet, 1 no, 2 yes
    };

    TrafficQuery() = default;
    explicit TrafficQuery(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    const QList<Term> &terms() const { return m_terms; }
    /// The same without one term.
    QString without(qsizetype term) const;
    bool matches(const TrafficMemory &memory, const PackedTraffic &row, Memo *memo = nullptr) const;
    bool matches(const TrafficRow &row) const;

private:
    QList<Term> m_terms;
};

/// What one may type: "model:", "status>=", "is:stream" …, each as the beginning of a term.
QStringList trafficQueryWords();
/// The texts of a field, for completion; none where the field is not known. @param field "model".
QStringList trafficQueryValues(const QString &field, const TrafficMemory &memory);
/// A term, in quotes where it needs them.
QString trafficQueryTerm(const QString &field, QChar sign, const QString &value);
/// Where the term begins that ends at `end` of the text.
qsizetype trafficTermBegin(const QString &text, qsizetype end);

} // namespace gatehouse::ui
