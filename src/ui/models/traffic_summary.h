// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

#include <array>
#include <optional>

namespace gatehouse::ui {

class TrafficModel;

/// The last minute of a TrafficModel in figures. A value.
struct TrafficSummary {
    static constexpr int seconds = 60;
    static constexpr int bars = 30;

    struct Bar {
        int requests = 0;
        int troubled = 0; ///< failed or refused
    };

    int requests = 0; ///< that began within the minute
    int failed = 0;
    int refused = 0;
    int running = 0; ///< right now, however old
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    std::optional<double> medianMs = {};      ///< of the completed ones
    std::optional<double> medianFirstMs = {}; ///< of those that streamed
    std::array<Bar, bars> history = {};       ///< oldest first, two seconds each
    bool partial = false;                     ///< the model forgot rows of this minute

    static TrafficSummary of(const TrafficModel &model, const QDateTime &now);
};

} // namespace gatehouse::ui
