// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/settings.h"
#include "gateway/observe/signal.h"

#include <map>
#include <string>

namespace gatehouse::observe::alerts {

/// Signal::Kind::BudgetCrossed as alerts: each event of each account once in budget_alert_ttl.
class BudgetRules
{
public:
    void onCrossed(const Signal &signal, const Settings &settings, const Raise &raise);

private:
    bool isNew(const std::string &what, Clock::Wall now, std::chrono::seconds ttl);
    std::map<std::string, Clock::Wall> m_told;
};

} // namespace gatehouse::observe::alerts
