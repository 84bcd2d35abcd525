// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/month_spend.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype shownDays = 14;

QDate dateOf(const QJsonObject &day)
{
    return QDate::fromString(day.value("date"_L1).toString().left(10), Qt::ISODate);
}

bool isSameMonth(QDate one, QDate other)
{
    return one.year() == other.year() && one.month() == other.month();
}

} // namespace

MonthSpend MonthSpend::fromJson(const QJsonArray &sums, QDate today)
{
    MonthSpend spend {.day = today, .days = QList<double>(shownDays, 0)};
    for (const auto &each : sums) {
        const QDate date = dateOf(each.toObject());
        const double dollars = each.toObject().value("spend"_L1).toDouble();
        const qint64 age = date.isValid() ? date.daysTo(today) : -1;
        if (age < 0)
            continue;
        spend.today += age == 0 ? dollars : 0;
        spend.month += isSameMonth(date, today) ? dollars : 0;
        if (age < shownDays)
            spend.days[shownDays - 1 - age] += dollars;
    }
    return spend;
}

QJsonObject MonthSpend::question(const QJsonArray &sums) const
{
    QJsonArray past;
    for (const auto &each : sums) {
        const QDate date = dateOf(each.toObject());
        if (date.isValid() && isSameMonth(date, day) && (date < day || day.day() == 1))
            past.append(each);
    }
    return {{u"data"_s, past}};
}

std::optional<double> MonthSpend::atMonthEnd(const QJsonObject &answer) const
{
    const QJsonArray ahead = answer.value("response"_L1).toArray();
    double daily = 0;
    double later = 0;
    for (const auto &each : ahead) {
        const QDate date = dateOf(each.toObject());
        const double dollars = each.toObject().value("predicted_spend"_L1).toDouble();
        if (date == day)
            daily = dollars;
        else if (date > day)
            later += dollars;
    }
    if (ahead.isEmpty())
        return {};
    return month + std::max(0.0, daily - today) + later;
}

} // namespace gatehouse::ui
