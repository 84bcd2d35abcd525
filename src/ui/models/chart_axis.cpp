// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/chart_axis.h"

#include "ui/models/chart_data.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr int valueSteps = 4;
constexpr double smallShare = 0.3; // of the axis: below it there is too little to see
constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;

constexpr std::array timeSteps = {10, 15, 30, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,
    2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 5 * day, 7 * day, 14 * day, 30 * day};

/// 1, 2, 2.5 or 5 times a power of ten, not below size.
double roundStep(double size)
{
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (size <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QDateTime momentOf(const ChartData &data, qint64 at)
{
    return QDateTime::fromSecsSinceEpoch(at, data.utc ? Qt::UTC : Qt::LocalTime);
}

QString markText(const QDateTime &when, int step)
{
    if (step < minute)
        return when.time().toString(QStringLiteral("HH:mm:ss"));
    if (step < day)
        return when.time().toString(QStringLiteral("HH:mm"));
    //: a day under a chart: how day and month are written, see QDate::toString
    return QLocale().toString(when.date(), QCoreApplication::translate("Chart", "d MMM"));
}

} // namespace

ValueAxis valueAxis(double most, double least, const ValueAxis &before)
{
    if (before.top > 0 && most <= before.top && most >= before.top * smallShare)
        return before;
    if (!(most > 0) || !std::isfinite(most)) {
        const ValueAxis unit {.top = valueSteps * std::max(least, 0.25), .step = std::max(least, 0.25)};
        return before.top > 0 ? before : unit;
    }
    double step = std::max(roundStep(most / valueSteps), least);
    if (least >= 1)
        step = std::ceil(step);
    return {.top = step * std::max(1.0, std::ceil(most / step - 1e-9)), .step = step};
}

QList<TimeMark> timeMarks(const ChartData &data, int most)
{
    const qint64 needed = (data.span() + std::max(most, 1) - 1) / std::max(most, 1);
    const auto fits =
        std::find_if(timeSteps.begin(), timeSteps.end(), [&](int each) { return each >= needed && each >= data.step; });
    const int step = fits == timeSteps.end() ? timeSteps.back() : *fits;
    const qint64 offset = momentOf(data, data.from).offsetFromUtc(); // round to the clock on the wall
    const qint64 first = data.from + (step - ((data.from + offset) % step)) % step;
    QList<TimeMark> marks;
    for (qint64 at = first; at <= data.from + data.span(); at += step)
        marks.append({at, markText(momentOf(data, at), step)});
    return marks;
}

QString stepText(const ChartData &data, qsizetype at)
{
    const QDateTime when = momentOf(data, data.startOf(at));
    if (data.step >= day) //: a day beside the figures of a chart, see QDate::toString
        return QLocale().toString(when.date(), QCoreApplication::translate("Chart", "dddd, d MMMM"));
    return when.time().toString(data.step < minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace gatehouse::ui
