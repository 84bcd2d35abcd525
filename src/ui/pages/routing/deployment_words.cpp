// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/deployment_words.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// Whole seconds, so that a countdown does not flicker between 4.9 and 4.90.
QString leftUntil(const QJsonValue &time)
{
    const QDateTime until = QDateTime::fromString(time.toString(), Qt::ISODateWithMs);
    if (!until.isValid())
        return {};
    const qint64 seconds = std::max<qint64>((QDateTime::currentDateTimeUtc().msecsTo(until) + 999) / 1000, 0);
    if (seconds < 60)
        return QCoreApplication::translate("Routing", "%1 s").arg(seconds);
    return durationText(double(seconds) * 1000);
}

} // namespace

DeploymentWords wordsOf(const QJsonObject &deployment)
{
    const QString state = deployment.value("state"_L1).toString();
    if (isInOutage(deployment)) //: a drill: requests to this deployment fail on purpose
        return {{Mark::Alert, Mood::Warn}, QCoreApplication::translate("Routing", "Simulated outage"),
            leftUntil(deployment.value("outage_until"_L1))};
    if (state == "open"_L1) //: a deployment that has failed gets no requests for a while
        return {
            {Mark::Cross, Mood::Bad}, QCoreApplication::translate("Routing", "Resting"), leftUntil(deployment.value("until"_L1))};
    if (state == "half_open"_L1) //: a deployment that has rested: one request tries it
        return {{Mark::Half, Mood::Warn}, QCoreApplication::translate("Routing", "On trial"), {}};
    if (state.isEmpty())
        return {{Mark::Ring, Mood::Idle}, QCoreApplication::translate("Routing", "Not known"), {}};
    //: a deployment that gets requests
    return {{Mark::Check, Mood::Good}, QCoreApplication::translate("Routing", "Takes requests"), {}};
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
