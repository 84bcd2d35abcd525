// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonObject>

namespace gatehouse::ui {

/// How a row of GET /health/deployments stands, as sign and word.
struct DeploymentWords {
    RecordSign sign;
    QString word; ///< "Resting"
    QString left; ///< until it is tried again, or its drill ends: "42 s"; empty: nothing to wait for
};

/// An empty record: not known yet.
DeploymentWords wordsOf(const QJsonObject &deployment);
bool isInOutage(const QJsonObject &deployment);
/// Whether "close now" would change anything.
bool isBreakerOpen(const QJsonObject &deployment);

} // namespace gatehouse::ui
