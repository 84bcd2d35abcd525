// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/budget_rows.h"

#include "ui/pages/overview/budget_outlook.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr double nearlyAll = 0.8; // as in a gauge
constexpr double usedUpFirst = 1e6;

struct Budget {
    RowText row;
    double urgency = 0;
};

QString firstOf(const QJsonObject &record, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString text = record.value(name).toString().simplified(); !text.isEmpty())
            return text;
    }
    return {};
}

Budget budgetOf(const BudgetOutlook &outlook, const QString &kind, const QString &name, const QDateTime &now)
{
    Budget budget;
    const double ahead = outlook.forecastShare().value_or(0);
    budget.urgency = std::max(outlook.share(), ahead) + (outlook.isUsedUp() ? usedUpFirst : 0);
    budget.row.title = name;
    budget.row.figure = outlook.figureText();
    const QString forecast = outlook.forecastText(now);
    budget.row.detail = forecast.isEmpty() ? kind : kind + u" · "_s + forecast;
    budget.row.share = outlook.share();
    budget.row.forecast = outlook.forecastShare();
    if (budget.urgency >= nearlyAll) {
        budget.row.mark = Mark::Alert;
        budget.row.mood = outlook.isUsedUp() ? Mood::Bad : Mood::Warn;
    }
    return budget;
}

void append(QList<Budget> &all, const QJsonArray &records, const QString &kind, const QDateTime &now)
{
    const bool keys = kind == "key"_L1;
    const QString word = keys ? QCoreApplication::translate("Budgets", "Key") : QCoreApplication::translate("Budgets", "Team");
    for (const auto &each : records) {
        const QJsonObject record = each.toObject();
        const auto outlook = BudgetOutlook::ofRecord(record, now);
        if (!outlook)
            continue;
        const QString id = record.value(keys ? "token"_L1 : "team_id"_L1).toString();
        const QString name =
            keys ? firstOf(record, {"key_alias"_L1, "key_name"_L1}) : firstOf(record, {"team_alias"_L1, "team_id"_L1});
        all.append(budgetOf(*outlook, word, name.isEmpty() ? id.left(8) : name, now));
        all.last().row.argument = kind + u':' + id;
    }
}

} // namespace

QList<RowText> budgetRows(const BudgetLists &lists, const QDateTime &now, qsizetype most)
{
    QList<Budget> all;
    append(all, lists.keys, u"key"_s, now);
    append(all, lists.teams, u"team"_s, now);
    for (auto each = lists.providers.begin(); each != lists.providers.end(); ++each) {
        const auto outlook = BudgetOutlook::ofProvider(each.value().toObject(), now);
        if (!outlook)
            continue;
        all.append(budgetOf(*outlook, QCoreApplication::translate("Budgets", "Provider"), each.key(), now));
        all.last().row.argument = u"provider:"_s + each.key();
    }
    std::stable_sort(all.begin(), all.end(), [](const Budget &a, const Budget &b) { return a.urgency > b.urgency; });
    QList<RowText> rows;
    for (const Budget &budget : all.mid(0, most))
        rows.append(budget.row);
    return rows;
}

} // namespace gatehouse::ui
