// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/settings.h"

#include <functional>
#include <string>

namespace gatehouse::observe::alerts {

/// Who has spent what from \a begin until before \a end, which are midnights in UTC: {total, requests, keys, teams, models,
/// tags}, the last four lists of {name, spend, requests}, the dearest first. \a done is called on the observer's thread.
using AskSpend = std::function<void(Clock::Wall begin, Clock::Wall end, std::function<void(Result<std::string>)> done)>;

/// The daily report of what was spent, and the weekly one (spend_report_frequency). Days end at midnight in UTC, weeks on
/// Mondays.
class SpendReports
{
public:
    /// Whether a report is due is seen against the tick before: a program that was not running at midnight writes none.
    void onTick(Clock::Wall now, const Settings &settings, const AskSpend &ask, const Raise &raise);
    /// The alert about what \a answer says.
    static Alert reportOf(const std::string &answer, Clock::Wall begin, Clock::Wall end);

private:
    Clock::Wall m_last = {};
};

} // namespace gatehouse::observe::alerts
