// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/settings.h"

#include <deque>
#include <map>
#include <set>
#include <string>

namespace gatehouse::observe::alerts {

/// How often something happened within a window of time. Bounded: it counts no further than \a most.
class Occurrences
{
public:
    static constexpr std::size_t most = 1000;
    void add(Clock::Wall at);
    std::size_t countSince(Clock::Wall begin);
    void clear() { m_times.clear(); }

private:
    std::deque<Clock::Wall> m_times;
};

/// Notices when a deployment, or several of one provider and region, fail for their own fault again and again: 408 and 500 and
/// above. Tells once of a minor outage and once of a major one, and when it is over: the first answer that works.
class Outages
{
public:
    void onReceipt(const Receipt &receipt, const Settings &settings, const Raise &raise);
    /// An outage that nobody has heard of again within its window is over.
    void onTick(Clock::Wall now, const Settings &settings, const Raise &raise);

private:
    struct Outage {
        Occurrences failures = {};
        Clock::Wall last = {};
        Level told = Level::Low; ///< Low = nobody was told
        std::map<int, int> statuses = {};
        std::map<std::string, Clock::Wall> deployments = {}; ///< of a region: when each has failed last
        std::string what = {};                               ///< for people
        Kind kind = Kind::OutageAlerts;
    };
    void fail(Outage &outage, const AttemptRecord &attempt, Clock::Wall now);
    void look(const std::string &key, Outage &outage, const Settings &settings, const Raise &raise);
    void end(const std::string &key, const Outage &outage, const Raise &raise);

    std::map<std::string, Outage> m_outages; // "model/<id>", "region/<provider host>"
};

} // namespace gatehouse::observe::alerts
