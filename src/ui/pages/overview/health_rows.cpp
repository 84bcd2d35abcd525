// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/health_rows.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct StateWord {
    QLatin1StringView state;
    const char *word;
    Mark mark;
    Mood mood;
};

constexpr std::array stateWords = {
    //: a deployment that rests after failures
    StateWord {"open"_L1, QT_TRANSLATE_NOOP("Health", "Resting"), Mark::Alert, Mood::Bad},
    //: a deployment that has rested: one request at a time tries it
    StateWord {"half_open"_L1, QT_TRANSLATE_NOOP("Health", "Being tried"), Mark::Half, Mood::Warn},
    //: a deployment that takes requests
    StateWord {"closed"_L1, QT_TRANSLATE_NOOP("Health", "Healthy"), Mark::Check, Mood::Good},
};

/// Where it stands in the table; what this version does not know is looked at first.
std::size_t rank(const QJsonObject &deployment)
{
    const QString state = deployment.value("state"_L1).toString();
    const auto found =
        std::find_if(stateWords.begin(), stateWords.end(), [&](const StateWord &each) { return each.state == state; });
    return found == stateWords.end() ? 0 : std::size_t(found - stateWords.begin());
}

QDateTime timeIn(const QJsonObject &deployment, QLatin1StringView name)
{
    return QDateTime::fromString(deployment.value(name).toString(), Qt::ISODateWithMs);
}

QString countdown(const QDateTime &until, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, (now.msecsTo(until) + 999) / 1000);
    if (seconds < 60) //: how long something still lasts; %1 is a number of seconds
        return QCoreApplication::translate("Health", "%1 s").arg(seconds);
    return durationText(double(seconds) * 1000);
}

QString figureText(const QJsonObject &deployment, const StateWord &word, const QDateTime &now)
{
    const QDateTime outage = timeIn(deployment, "outage_until"_L1);
    if (outage > now) //: a simulated outage of a provider; %1 is how long it still lasts
        return QCoreApplication::translate("Health", "Drill, %1").arg(countdown(outage, now));
    const QString state = QCoreApplication::translate("Health", word.word);
    const QDateTime until = timeIn(deployment, "until"_L1);
    if (word.mood != Mood::Bad || !until.isValid())
        return state;
    //: a state that ends by itself: %1 is "Resting", %2 how long it still lasts
    return QCoreApplication::translate("Health", "%1, %2").arg(state, countdown(until, now));
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
    const StateWord &word = stateWords[rank(deployment)];
    const QString reason = plainError(deployment.value("reason"_L1).toString());
    const QString past = pastText(deployment, attempts);
    RowText row;
    row.title = deployment.value("model_group"_L1).toString() + u" · "_s + deployment.value("provider"_L1).toString();
    row.mark = word.mark;
    row.mood = word.mood;
    row.figure = figureText(deployment, word, now);
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
