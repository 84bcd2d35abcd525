// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_memory.h"

#include <QString>

#include <optional>

namespace gatehouse::ui {

/// From when to when, in milliseconds since 1970; the end is not in it.
struct TrafficWindow {
    qint64 begin = 0;
    qint64 end = 0;
    bool ofEnds = false; ///< requests that ended then, as curves count them; else those that began then

    bool has(qint64 time) const { return begin <= time && time < end; }
    bool has(const PackedTraffic &row) const;
    bool operator==(const TrafficWindow &) const = default;
};

/// "14:03 – 14:04", with the days where it is not all of today.
QString windowText(const TrafficWindow &window);

/// The window as the first word of what the page of the traffic is opened with: "began:1764137400000-1764137460000".
QString windowWord(const TrafficWindow &window);
/// Takes such a word from the front of `argument`; nothing: there is none.
std::optional<TrafficWindow> takeWindow(QString &argument);

} // namespace gatehouse::ui
