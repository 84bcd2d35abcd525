// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace gatehouse::ui {

struct ChartData;

/// The axis of values: from 0 to a round number, in equal round steps.
struct ValueAxis {
    double top = 1;
    double step = 0.25;

    bool operator==(const ValueAxis &other) const { return top == other.top && step == other.step; }
};

/// An axis for values up to most. The axis before stays while the values fit and do not become small in it, so that a
/// chart that moves every second does not change its scale every second.
/// @param least the smallest step that makes sense: 1 for what is counted, 0 for anything
ValueAxis valueAxis(double most, double least, const ValueAxis &before = {.top = 0, .step = 0});

/// A mark of the axis of time.
struct TimeMark {
    qint64 at = 0; ///< seconds since 1970
    QString text;
};

/// Marks at round times of the clock, at most so many of them.
QList<TimeMark> timeMarks(const ChartData &data, int most);

/// When a step of the data was, for people: "14:03:12", "14:03", "Thursday, 12 November".
QString stepText(const ChartData &data, qsizetype at);

} // namespace gatehouse::ui
