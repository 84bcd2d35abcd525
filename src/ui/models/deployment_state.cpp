// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/deployment_state.h"

#include "ui/models/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::array states {
    //: a deployment that takes requests
    DeploymentState {"closed"_L1, Mark::Check, Mood::Good, QT_TRANSLATE_NOOP("Deployment", "Ready")},
    //: a deployment that has rested: one request at a time tries it
    DeploymentState {"half_open"_L1, Mark::Half, Mood::Warn, QT_TRANSLATE_NOOP("Deployment", "Being tried again")},
    //: a deployment that gets no requests for a while after failures
    DeploymentState {"open"_L1, Mark::Alert, Mood::Bad, QT_TRANSLATE_NOOP("Deployment", "Resting")},
    //: a deployment that an administrator has taken out of use
    DeploymentState {"blocked"_L1, Mark::Slash, Mood::Idle, QT_TRANSLATE_NOOP("Deployment", "Disabled")},
    //: a deployment whose entry in the configuration is wrong
    DeploymentState {"unusable"_L1, Mark::Cross, Mood::Bad, QT_TRANSLATE_NOOP("Deployment", "Cannot be used")},
};

} // namespace

QString DeploymentState::word() const
{
    return QCoreApplication::translate("Deployment", source);
}

const DeploymentState *deploymentState(QStringView key)
{
    const auto found = std::find_if(states.begin(), states.end(), [&](const DeploymentState &each) { return each.key == key; });
    return found == states.end() ? nullptr : &*found;
}

QString timeLeft(const QDateTime &until, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, (now.msecsTo(until) + 999) / 1000);
    if (seconds < 60) //: how long something still lasts; %1 is a number of seconds
        return QCoreApplication::translate("Deployment", "%1 s").arg(seconds);
    return durationText(double(seconds) * 1000);
}

} // namespace gatehouse::ui
