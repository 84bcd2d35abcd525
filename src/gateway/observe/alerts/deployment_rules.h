// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/settings.h"

#include <map>
#include <set>
#include <string>

namespace gatehouse::observe::alerts {

/// Deployments that begin to rest and come back; and the report of how all of them did, now and then.
class DeploymentRules
{
public:
    void onReceipt(const Receipt &receipt, const Settings &settings, const Raise &raise);
    /// A health check, and no call, has let a deployment rest or brought it back.
    void onCheck(const AttemptRecord &check, const Settings &settings, const Raise &raise);
    void onTick(Clock::Wall now, const Settings &settings, const Raise &raise);

private:
    struct Day {
        std::int64_t calls = 0, failures = 0, tokens = 0;
        std::chrono::microseconds time {0}; ///< of the calls that worked
        std::string group = {}, apiBase = {};
    };
    void count(const AttemptRecord &attempt);
    void watchRest(const AttemptRecord &attempt, const Settings &settings, const Raise &raise);
    std::string report() const;

    std::set<std::string> m_resting;
    std::map<std::string, Day> m_day;
    Clock::Wall m_reportAt = {};
    std::chrono::seconds m_every {0};
};

} // namespace gatehouse::observe::alerts
