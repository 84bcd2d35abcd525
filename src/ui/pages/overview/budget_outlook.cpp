// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/budget_outlook.h"

#include "ui/models/forecast.h"
#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

BudgetOutlook outlook(double spent, double limit, const QString &duration, const QDateTime &resetAt, const QDateTime &now)
{
    BudgetOutlook made {.spent = spent, .limit = limit};
    if (!resetAt.isValid() || resetAt <= now)
        return made;
    made.resetAt = resetAt;
    const BudgetCourse course {.spent = spent, .limit = limit, .begun = periodBegin(duration, resetAt), .ends = resetAt};
    if (const auto ahead = gatehouse::ui::forecast(course, now)) {
        made.forecast = ahead->atEnd;
        made.emptyAt = spent < limit ? ahead->reached : QDateTime();
    }
    return made;
}

QDateTime timeIn(const QJsonObject &record, QLatin1StringView name)
{
    return QDateTime::fromString(record.value(name).toString(), Qt::ISODateWithMs);
}

QString whenText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    if (now.secsTo(time) < 18 * 3600)
        return local.time().toString(QStringLiteral("HH:mm"));
    //: a day near a budget: how day and month are written, see QDate::toString
    return QLocale().toString(local.date(), QCoreApplication::translate("BudgetOutlook", "d MMM"));
}

} // namespace

double BudgetOutlook::share() const
{
    return limit > 0 ? spent / limit : 1;
}

std::optional<double> BudgetOutlook::forecastShare() const
{
    return forecast && limit > 0 ? std::optional(*forecast / limit) : std::nullopt;
}

std::optional<BudgetOutlook> BudgetOutlook::ofRecord(const QJsonObject &record, const QDateTime &now)
{
    const bool isOwn = record.value("max_budget"_L1).isDouble();
    const QJsonObject terms = isOwn ? record : record.value("litellm_budget_table"_L1).toObject(); // one that many refer to
    if (!terms.value("max_budget"_L1).isDouble())
        return {};
    return outlook(record.value("spend"_L1).toDouble(), terms.value("max_budget"_L1).toDouble(),
        terms.value("budget_duration"_L1).toString(), timeIn(terms, "budget_reset_at"_L1), now);
}

std::optional<BudgetOutlook> BudgetOutlook::ofProvider(const QJsonObject &budget, const QDateTime &now)
{
    const QJsonValue limit = budget.value("budget_limit"_L1);
    if (!limit.isDouble())
        return {};
    return outlook(budget.value("spend"_L1).toDouble(), limit.toDouble(), budget.value("time_period"_L1).toString(),
        timeIn(budget, "budget_reset_at"_L1), now);
}

QString BudgetOutlook::figureText() const
{
    //: money spent of a budget
    return QCoreApplication::translate("BudgetOutlook", "%1 of %2").arg(moneyText(spent), moneyText(limit));
}

QString BudgetOutlook::forecastText(const QDateTime &now) const
{
    if (isUsedUp()) {
        if (!resetAt.isValid())
            return QCoreApplication::translate("BudgetOutlook", "Used up");
        //: a budget; %1 is a time or a day
        return QCoreApplication::translate("BudgetOutlook", "Used up until %1").arg(whenText(resetAt, now));
    }
    if (emptyAt.isValid()) //: a budget, if money goes on being spent like this; %1 is a time or a day
        return QCoreApplication::translate("BudgetOutlook", "Used up by %1 at this rate").arg(whenText(emptyAt, now));
    if (forecast) //: %1 is a sum of money, %2 a time or a day when a budget begins anew
        return QCoreApplication::translate("BudgetOutlook", "About %1 by %2").arg(moneyText(*forecast), whenText(resetAt, now));
    if (resetAt.isValid()) //: a budget; %1 is a time or a day
        return QCoreApplication::translate("BudgetOutlook", "Begins anew %1").arg(whenText(resetAt, now));
    return {};
}

} // namespace gatehouse::ui
