// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

/// Where a budget will stand if it is spent on as it was until now.
namespace gatehouse::ui {

/// What is known of a budget. Dollars.
struct BudgetCourse {
    double spent = 0;
    double limit = 0;
    QDateTime begun = {}; ///< of the period, or of the account where that is younger
    QDateTime ends = {};  ///< of the period; invalid: it never begins anew
};

struct Forecast {
    std::optional<double> atEnd = {}; ///< dollars when the period ends
    QDateTime reached = {};           ///< when the limit is reached; invalid: not in this period
};

/// When the period before `resetAt` began: "30d" and "1mo" are months of the calendar, as the gateway has them. Invalid for a
/// duration that is none.
QDateTime periodBegin(const QString &duration, const QDateTime &resetAt);

/// In a straight line from the begin of the period through now. Nothing before a hundredth of the period, or an hour where it
/// never ends, has passed: that tells nothing.
std::optional<Forecast> forecast(const BudgetCourse &course, const QDateTime &now);
/// The forecast as a sentence; empty where there is nothing to say.
QString forecastText(const BudgetCourse &course, const QDateTime &now);

} // namespace gatehouse::ui
