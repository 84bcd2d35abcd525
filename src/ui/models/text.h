// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace gatehouse::ui {

/// How numbers look in this house, in the user's locale: "345 ms", "1.25 s", "2 min 05 s".
QString durationText(double milliseconds);
/// "–" when there is none.
QString durationText(const std::optional<double> &milliseconds);
/// "1,234"; from a million on "1.2 M".
QString countText(qint64 count);
/// Dollars: "$1,234.50", "$0.25", "$0.000123". From a dollar on cents; below that three digits that count, and at least cents.
QString moneyText(double dollars);
/// "–" when it is not known.
QString moneyText(const std::optional<double> &dollars);
/// A share as "97.5 %"; 1 is 100 %. Only what is all of it says so: 99.99 % is not 100 %.
QString percentText(double share);
/// "14:03:12"; with the day when it is not today.
QString timeText(const QDateTime &time);
/// With day and seconds.
QString fullTimeText(const QDateTime &time);
/// What an error says to people: without the names of classes before it, and of a provider's JSON its message alone, even where
/// that was cut off.
QString plainError(const QString &error);
/// Nothing to show.
QString dash();

} // namespace gatehouse::ui
