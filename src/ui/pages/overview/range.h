// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <span>

namespace gatehouse::ui {

/// A time to look back on: how it is called, and what GET /series is asked for it.
struct Range {
    const char *key; ///< for the preferences
    QString (*caption)();
    QString (*sentence)(); ///< "the last hour", for what is read aloud and for empty charts
    int step;              ///< seconds, as the gateway keeps them
    int join;              ///< so many of them are one step of the chart
    int points;
    std::chrono::milliseconds interval; ///< between two questions
    int days;                           ///< of UTC, for reports by day; 0: they are asked from the curves as well

    /// Whether a request is in the step of its end; hours have it in that of its beginning.
    bool countsEnds() const { return step < 3600; }
    /// The curves of everything.
    QUrlQuery curves() const;
    /// The same as one step, for figures of the whole time.
    QUrlQuery whole() const;
    /// One step for each series of a dimension.
    QUrlQuery wholeBy(const QString &dimension) const;
};

std::span<const Range> ranges();
/// Where it stands in ranges(); the default where there is no such key.
int rangeNamed(const QString &key);

} // namespace gatehouse::ui
