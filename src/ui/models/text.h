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
/// "14:03:12"; with the day when it is not today.
QString timeText(const QDateTime &time);
/// With day and seconds.
QString fullTimeText(const QDateTime &time);
/// Nothing to show.
QString dash();

} // namespace gatehouse::ui
