// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse::ui {

/// How a budget stands, and how it will stand at its end if money goes on being spent as it was so far. A value.
struct BudgetOutlook {
    double spent = 0;                    ///< dollars
    double limit = 0;                    ///< dollars; a budget of 0 lets nothing through
    QDateTime resetAt = {};              ///< begins anew; invalid: never
    std::optional<double> forecast = {}; ///< dollars at the reset; nothing: not known
    QDateTime emptyAt = {};              ///< will be used up then, before the reset; invalid: it will not, or nobody can tell

    /// 0…1, more is over.
    double share() const;
    std::optional<double> forecastShare() const;
    bool isUsedUp() const { return spent >= limit; }

    /// Of a key, a team, a user …: spend, max_budget, budget_duration, budget_reset_at. Nothing where there is no budget.
    static std::optional<BudgetOutlook> ofRecord(const QJsonObject &record, const QDateTime &now);
    /// Of a provider in GET /provider/budgets.
    static std::optional<BudgetOutlook> ofProvider(const QJsonObject &budget, const QDateTime &now);
    /// ".10 of 0.00"
    QString figureText() const;
    /// "about 2.30 by 30 Nov", "used up since …": one line, empty where there is nothing to say.
    QString forecastText(const QDateTime &now) const;
};

} // namespace gatehouse::ui
