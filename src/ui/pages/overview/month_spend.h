// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace gatehouse::ui {

/// What the days of this month cost so far, as GET /global/spend/logs tells it. Days are UTC, as bills are. A value.
struct MonthSpend {
    QDate day = {};
    double today = 0;
    double month = 0;
    QList<double> days = {}; ///< the last two weeks, oldest first

    static MonthSpend fromJson(const QJsonArray &sums, QDate today);
    /// The body of POST /global/predict/spend/logs: the days of this month that are over, which alone tell what a day costs;
    /// of the first day, that one.
    QJsonObject question(const QJsonArray &sums) const;
    /// What the month will come to, from its answer. Nothing where it says nothing.
    std::optional<double> atMonthEnd(const QJsonObject &answer) const;
};

} // namespace gatehouse::ui
