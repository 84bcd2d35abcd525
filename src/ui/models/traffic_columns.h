// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QString>
#include <QVariant>
#include <Qt>

#include <span>

namespace gatehouse::ui {

/// The columns of the table of requests, in their first order; each is a row in traffic_columns.cpp.
enum class TrafficColumn { State, Time, Model, Provider, Status, FirstToken, Duration, Input, Output, Who };

struct TrafficColumnInfo {
    TrafficColumn column;
    QString (*title)();
    QString (*help)();
    int width; ///< in characters of the font
    Qt::Alignment alignment;
    bool muted;
    QString (*text)(const TrafficRow &row);
    QVariant (*order)(const TrafficRow &row); ///< null: by its text
    QVariant (*tip)(const TrafficRow &row);   ///< null: none
};

std::span<const TrafficColumnInfo> trafficColumns();

} // namespace gatehouse::ui
