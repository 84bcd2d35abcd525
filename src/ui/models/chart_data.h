// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <limits>

namespace gatehouse::ui {

/// Not measured: a gap in a line, no bar.
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Figures over time, in steps of one length: what a TimeChart draws. A value.
struct ChartData {
    qint64 from = 0;                  ///< seconds since 1970: where the first step begins
    int step = 1;                     ///< seconds
    bool utc = false;                 ///< steps are days of UTC, as sums of spending are
    QList<QList<double>> values = {}; ///< one list for each line; all as long as each other

    qsizetype steps() const { return values.isEmpty() ? 0 : values.first().size(); }
    qint64 span() const { return steps() * step; }
    qint64 startOf(qsizetype at) const { return from + at * step; }
    /// Nothing where there is no such step, or it was not measured.
    double value(qsizetype line, qsizetype at) const;
    /// Whether every value is 0 or missing.
    bool isEmpty() const;
    double sum(qsizetype line) const;
    /// The step with the largest value of a line; -1: none was measured.
    qsizetype peak(qsizetype line) const;
};

/// Steps put together, count of them into one: sums. What is missing counts nothing; where all are missing, so is the sum.
QList<double> summed(const QList<double> &values, qsizetype count);

} // namespace gatehouse::ui
