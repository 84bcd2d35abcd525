// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/deployment_words.h"

#include "ui/models/deployment_state.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString leftUntil(const QJsonValue &time)
{
    const QDateTime until = QDateTime::fromString(time.toString(), Qt::ISODateWithMs);
    return until.isValid() ? timeLeft(until, QDateTime::currentDateTimeUtc()) : QString();
}

} // namespace

DeploymentWords wordsOf(const QJsonObject &deployment)
{
    if (isInOutage(deployment)) //: a drill: requests to this deployment fail on purpose
        return {{Mark::Alert, Mood::Warn}, QCoreApplication::translate("Routing", "Simulated outage"),
            leftUntil(deployment.value("outage_until"_L1))};
    const DeploymentState *state = deploymentState(deployment.value("state"_L1).toString());
    if (!state)
        return {{Mark::Ring, Mood::Idle}, QCoreApplication::translate("Routing", "Not known"), {}};
    const bool isResting = state->key == "open"_L1;
    return {{state->mark, state->mood}, state->word(), isResting ? leftUntil(deployment.value("until"_L1)) : QString()};
}

bool isInOutage(const QJsonObject &deployment)
{
    return deployment.value("outage_until"_L1).isString();
}

bool isBreakerOpen(const QJsonObject &deployment)
{
    const QString state = deployment.value("state"_L1).toString();
    return !state.isEmpty() && state != "closed"_L1;
}

} // namespace gatehouse::ui
