// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_memory.h"

#include <QString>
#include <QVariant>
#include <Qt>

#include <span>

namespace gatehouse::ui {

/// The columns of the table of requests, in their first order; each is a row in traffic_columns.cpp.
enum class TrafficColumn {
    State,
    Time,
    Model,
    Provider,
    Status,
    FirstToken,
    Duration,
    Input,
    Output,
    Cached,
    Cost,
    Who,
    Team,
    Attempts,
    Answer,
};

struct TrafficColumnInfo {
    TrafficColumn column;
    QString (*title)();
    QString (*help)();
    int width; ///< in characters of the font
    Qt::Alignment alignment;
    bool muted;
    bool atFirst; ///< shown until somebody chooses otherwise
    QString (*text)(const TrafficRow &row);
    double (*order)(const PackedTraffic &row); ///< null: by orderText
    TrafficText orderText;
    QVariant (*tip)(const TrafficRow &row); ///< null: none
};

std::span<const TrafficColumnInfo> trafficColumns();
/// Milliseconds that it took, or takes by now.
double elapsedOf(const PackedTraffic &row);

} // namespace gatehouse::ui
