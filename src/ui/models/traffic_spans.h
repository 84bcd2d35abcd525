// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace gatehouse::ui {

struct TrafficRecord;

/// A stretch of time within a call, for the waterfall. Milliseconds since the caller's request was read.
struct TrafficSpan {
    enum class Kind {
        Whole,   ///< the call
        Gateway, ///< admission, waiting in a queue
        Waiting, ///< for a provider's first byte
        Reading, ///< a provider's answer comes
        Telling, ///< the caller is told
    };
    Kind kind = Kind::Whole;
    QString name = {};
    double begin = 0;
    double end = 0;
    bool isRunning = false; ///< it has not ended: `end` is now
    bool isFailed = false;
};

/// In order of time, the whole call first. @param now milliseconds since the call began, for what still runs.
QList<TrafficSpan> spansOf(const TrafficRecord &record, double now);

} // namespace gatehouse::ui
