// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/mark.h"
#include "ui/widgets/pill.h"

#include <QDateTime>
#include <QString>

namespace gatehouse::ui {

/// How a deployment stands, in the word that the gateway has for it, and how that looks. The same on all pages.
struct DeploymentState {
    QLatin1StringView key;
    Mark mark;
    Mood mood;
    const char *source; ///< of word()

    QString word() const; ///< "Resting"
};

/// Null: this version does not know it, or nothing is known of the deployment.
const DeploymentState *deploymentState(QStringView key);
/// "42 s", "12 min"; whole seconds, so that a countdown does not flicker between 4.9 and 4.90.
QString timeLeft(const QDateTime &until, const QDateTime &now);

} // namespace gatehouse::ui
