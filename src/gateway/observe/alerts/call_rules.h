// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/outages.h"
#include "gateway/observe/alerts/settings.h"
#include "gateway/observe/signal.h"

#include <map>
#include <set>
#include <string>

namespace gatehouse::observe::alerts {

/// What is worth an alert of single calls: failures, slow and hanging ones, fallbacks, what cannot be priced, refusals for want
/// of budget; and, for PagerDuty, too many of the first.
class CallRules
{
public:
    void onReceipt(const Receipt &receipt, const Settings &settings, const Raise &raise);
    /// Signal::Kind::CallHangs.
    void onHanging(const Signal &signal, const Settings &settings, const Raise &raise);
    void onTick(Clock::Wall now, const Settings &settings, const Raise &raise);

private:
    /// Something that is an incident while it happens often.
    struct Rate {
        Occurrences times = {};
        bool isTold = false;
    };
    void tellSlow(const Receipt &receipt, const Settings &settings, const Raise &raise);
    void tellFailure(const Receipt &receipt, const Settings &settings, const Raise &raise);
    void tellUnpriced(const Receipt &receipt, const Settings &settings, const Raise &raise);
    void tellOverspent(const Receipt &receipt, const Settings &settings, const Raise &raise);
    bool isNew(const std::string &what, Clock::Wall now, std::chrono::seconds ttl);
    void count(Rate &rate, Clock::Wall now, const Threshold &threshold, const Raise &raise);
    void calm(Rate &rate, Clock::Wall now, const Threshold &threshold, const Raise &raise);
    std::string nameOf(const Rate &rate) const;

    Rate m_failures, m_hangings;
    std::map<std::string, Clock::Wall> m_told; // what is told once in a while
};

} // namespace gatehouse::observe::alerts
