// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/health_rows.h"

#include "ui/models/deployment_state.h"
#include "ui/models/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// Worst first, and what this version does not know among the worst.
std::size_t rank(const QJsonObject &deployment)
{
    constexpr std::array known {"open"_L1, "half_open"_L1, "closed"_L1};
    const auto found = std::find(known.begin(), known.end(), deployment.value("state"_L1).toString());
    return found == known.end() ? 0 : std::size_t(found - known.begin());
}

/// What this version does not know is bad until somebody has looked at it.
const DeploymentState &stateOf(const QJsonObject &deployment)
{
    const DeploymentState *state = deploymentState(deployment.value("state"_L1).toString());
    return state ? *state : *deploymentState(u"open");
}

QDateTime timeIn(const QJsonObject &deployment, QLatin1StringView name)
{
    return QDateTime::fromString(deployment.value(name).toString(), Qt::ISODateWithMs);
}

QString figureText(const QJsonObject &deployment, const DeploymentState &state, const QDateTime &now)
{
    const QDateTime outage = timeIn(deployment, "outage_until"_L1);
    if (outage > now) //: a simulated outage of a provider; %1 is how long it still lasts
        return QCoreApplication::translate("Health", "Drill, %1").arg(timeLeft(outage, now));
    const QDateTime until = timeIn(deployment, "until"_L1);
    if (state.mood != Mood::Bad || !until.isValid())
        return state.word();
    //: a state that ends by itself: %1 is "Resting", %2 how long it still lasts
    return QCoreApplication::translate("Health", "%1, %2").arg(state.word(), timeLeft(until, now));
}

QString pastText(const QJsonObject &deployment, const Attempts &attempts)
{
    QStringList parts;
    if (attempts.all <= 0)
        parts << QCoreApplication::translate("Health", "No requests in the last hour");
    if (attempts.p95) //: %1 is a duration that 95 of 100 answers did not exceed
        parts << QCoreApplication::translate("Health", "95 %: %1").arg(durationText(*attempts.p95));
    if (attempts.all > 0) //: %1 is a share of the requests, in percent
        parts << QCoreApplication::translate("Health", "%1 failed").arg(percentText(attempts.failed / attempts.all));
    const int inFlight = deployment.value("in_flight"_L1).toInt();
    if (inFlight > 0)
        parts << QCoreApplication::translate("Health", "%n under way", nullptr, inFlight);
    return parts.join(u" · "_s);
}

RowText rowOf(const QJsonObject &deployment, const Attempts &attempts, const QDateTime &now)
{
    const DeploymentState &state = stateOf(deployment);
    const QString reason = plainError(deployment.value("reason"_L1).toString());
    const QString past = pastText(deployment, attempts);
    RowText row;
    row.title = deployment.value("model_group"_L1).toString() + u" · "_s + deployment.value("provider"_L1).toString();
    row.mark = state.mark;
    row.mood = state.mood;
    row.figure = figureText(deployment, state, now);
    row.detail = reason.isEmpty() ? past : reason;
    row.argument = u"deployment:"_s + deployment.value("id"_L1).toString();
    row.tip = QStringList({deployment.value("model"_L1).toString(), reason, past}).filter(QRegularExpression(u"."_s)).join(u'\n');
    return row;
}

} // namespace

QHash<QString, Attempts> attemptsOf(const QJsonObject &answer)
{
    QHash<QString, Attempts> all;
    const QJsonArray series = answer.value("series"_L1).toArray();
    for (const auto &each : series) {
        const QJsonObject one = each.toObject();
        const auto first = [&one](QLatin1StringView column) { return one.value(column).toArray().first(); };
        Attempts &attempts = all[one.value("name"_L1).toString()];
        attempts.all = first("requests"_L1).toDouble();
        attempts.failed = first("errors"_L1).toDouble();
        if (first("p95_ms"_L1).isDouble())
            attempts.p95 = first("p95_ms"_L1).toDouble();
    }
    return all;
}

QList<RowText> healthRows(
    const QJsonArray &deployments, const QHash<QString, Attempts> &attempts, const QDateTime &now, qsizetype most)
{
    struct Placed {
        QJsonObject deployment;
        std::size_t rank;
        double failures;
    };
    QList<Placed> all;
    for (const auto &each : deployments) {
        const QJsonObject one = each.toObject();
        all.append({one, rank(one), attempts.value(one.value("id"_L1).toString()).failed});
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Placed &a, const Placed &b) { return a.rank != b.rank ? a.rank < b.rank : a.failures > b.failures; });
    QList<RowText> rows;
    for (const Placed &each : all.mid(0, most))
        rows.append(rowOf(each.deployment, attempts.value(each.deployment.value("id"_L1).toString()), now));
    return rows;
}

bool isCountingDown(const QJsonArray &deployments)
{
    return std::any_of(deployments.begin(), deployments.end(), [](const auto &each) {
        const QJsonObject one = each.toObject();
        return rank(one) == 0 || !one.value("outage_until"_L1).isNull();
    });
}

} // namespace gatehouse::ui
