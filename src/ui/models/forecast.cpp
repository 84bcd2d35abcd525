// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/forecast.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr qint64 longestForecast = 3650 * day;

struct Word {
    const char *word;
    const char *duration;
};

constexpr Word words[] = {{"hourly", "1h"}, {"daily", "1d"}, {"weekly", "7d"}, {"monthly", "1mo"}, {"yearly", "12mo"}};

QString plainDuration(const QString &duration)
{
    for (const Word &each : words) {
        if (duration == QLatin1StringView(each.word))
            return QString::fromLatin1(each.duration);
    }
    return duration;
}

qint64 secondsOf(const QString &unit)
{
    if (unit == "s"_L1)
        return 1;
    if (unit == "m"_L1)
        return 60;
    if (unit == "h"_L1)
        return hour;
    return unit == "w"_L1 ? 7 * day : day;
}

} // namespace

QDateTime periodBegin(const QString &duration, const QDateTime &resetAt)
{
    static const QRegularExpression form(u"^(\\d{1,6})(s|mo|m|h|d|w)$"_s);
    const QRegularExpressionMatch match = form.match(plainDuration(duration));
    if (!match.hasMatch() || !resetAt.isValid())
        return {};
    const int count = match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit == "mo"_L1)
        return resetAt.addMonths(-count);
    if (unit == "d"_L1 && count == 30)
        return resetAt.addMonths(-1);
    return resetAt.addSecs(-count * secondsOf(unit));
}

std::optional<Forecast> forecast(const BudgetCourse &course, const QDateTime &now)
{
    const qint64 passed = course.begun.isValid() ? course.begun.secsTo(now) : 0;
    const qint64 whole = course.ends.isValid() ? course.begun.secsTo(course.ends) : 100 * hour;
    if (course.spent <= 0 || passed < std::max<qint64>(1, whole / 100))
        return std::nullopt;
    const double rate = course.spent / double(passed);
    Forecast ahead;
    if (course.ends.isValid())
        ahead.atEnd = course.spent + rate * double(std::max<qint64>(0, now.secsTo(course.ends)));
    const double wait = std::max(0.0, (course.limit - course.spent) / rate);
    if (wait <= double(longestForecast))
        ahead.reached = now.addSecs(qint64(wait));
    if (course.ends.isValid() && ahead.reached > course.ends)
        ahead.reached = {};
    return ahead;
}

namespace {

struct Sentence {
    const char *today, *later; // %1 is a time of today, or a date
};

QString sayWhen(const Sentence &sentence, const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const bool isToday = local.date() == now.toLocalTime().date();
    const QString when =
        isToday ? QLocale().toString(local.time(), QLocale::ShortFormat) : QLocale().toString(local.date(), QLocale::LongFormat);
    return QCoreApplication::translate("Forecast", isToday ? sentence.today : sentence.later).arg(when);
}

constexpr Sentence beginsAnew {
    //: %1 is a time of today
    QT_TRANSLATE_NOOP("Forecast", "The limit is reached. The budget begins anew at %1."),
    //: %1 is a date
    QT_TRANSLATE_NOOP("Forecast", "The limit is reached. The budget begins anew on %1."),
};
constexpr Sentence willReach {
    //: %1 is a time of today
    QT_TRANSLATE_NOOP("Forecast", "At this rate it reaches its limit at %1."),
    //: %1 is a date
    QT_TRANSLATE_NOOP("Forecast", "At this rate it reaches its limit on %1."),
};

} // namespace

QString forecastText(const BudgetCourse &course, const QDateTime &now)
{
    if (course.spent >= course.limit) {
        if (course.ends.isValid())
            return sayWhen(beginsAnew, course.ends, now);
        return QCoreApplication::translate("Forecast", "The limit is reached, and the budget does not begin anew.");
    }
    const auto ahead = forecast(course, now);
    if (!ahead)
        return {};
    if (ahead->reached.isValid())
        return sayWhen(willReach, ahead->reached, now);
    if (!ahead->atEnd)
        return {};
    //: %1 is an amount of money: what will be spent at the end of the budget's period
    return QCoreApplication::translate("Forecast", "At this rate it ends at %1, within the limit.").arg(moneyText(*ahead->atEnd));
}

} // namespace gatehouse::ui
