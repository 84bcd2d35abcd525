// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/strategies.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gatehouse::ui {

namespace {

constexpr std::array table = {
    StrategyInfo {"simple-shuffle", [] { return QCoreApplication::translate("Routing", "One by chance, by weight."); },
        [] {
            return QCoreApplication::translate(
                "Routing", "Set weight, rpm or tpm on the deployments; without them all have the same chance.");
        }},
    StrategyInfo {"least-busy",
        [] { return QCoreApplication::translate("Routing", "The one with the fewest requests under way."); },
        [] { return QString(); }},
    StrategyInfo {"latency-based-routing",
        [] { return QCoreApplication::translate("Routing", "The one whose last answers came fastest."); },
        [] { return QCoreApplication::translate("Routing", "Learns from the answers; keeps to rpm and tpm."); }},
    StrategyInfo {"usage-based-routing",
        [] { return QCoreApplication::translate("Routing", "The one with the most of its rpm and tpm left this minute."); },
        [] { return QCoreApplication::translate("Routing", "Set rpm or tpm on the deployments."); }},
    StrategyInfo {"usage-based-routing-v2",
        [] { return QCoreApplication::translate("Routing", "The one with the most of its rpm and tpm left this minute."); },
        [] { return QCoreApplication::translate("Routing", "Set rpm or tpm on the deployments."); }},
    StrategyInfo {"cost-based-routing", [] { return QCoreApplication::translate("Routing", "The cheapest."); },
        [] { return QCoreApplication::translate("Routing", "Needs a price for each deployment; the catalogue knows most."); }},
    StrategyInfo {"provider-budget-routing",
        [] { return QCoreApplication::translate("Routing", "One by chance, by weight, among those with budget left."); },
        [] { return QCoreApplication::translate("Routing", "Set provider_budget_config; every strategy keeps to budgets."); }},
    StrategyInfo {"adaptive",
        [] {
            return QCoreApplication::translate(
                "Routing", "The better of two that are expected to answer soonest; looks at speed, load, failures and limits.");
        },
        [] { return QCoreApplication::translate("Routing", "Learns from the answers; does not look at prices."); }},
};

constexpr StrategyInfo unknown = {"", [] { return QString(); }, [] { return QString(); }};

} // namespace

std::span<const StrategyInfo> strategies()
{
    return table;
}

const StrategyInfo &strategyNamed(const QString &name)
{
    const auto *found =
        std::find_if(table.begin(), table.end(), [&](const StrategyInfo &each) { return name == QLatin1StringView(each.name); });
    return found == table.end() ? unknown : *found;
}

} // namespace gatehouse::ui
