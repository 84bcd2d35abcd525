// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/row_button.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace gatehouse::ui {

/// How attempts at a deployment went in the last hour.
struct Attempts {
    double all = 0;
    double failed = 0;
    std::optional<double> p95 = {}; ///< milliseconds
};

/// By deployment, from GET /series?dimension=deployment&total=true.
QHash<QString, Attempts> attemptsOf(const QJsonObject &answer);
/// The rows of GET /health/deployments, what needs attention first. Countdowns are as of now.
/// @param most so many at most; all are told apart by "deployment:ID"
QList<RowText> healthRows(
    const QJsonArray &deployments, const QHash<QString, Attempts> &attempts, const QDateTime &now, qsizetype most);
/// Whether one of them counts down.
bool isCountingDown(const QJsonArray &deployments);

} // namespace gatehouse::ui
