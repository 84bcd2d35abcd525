// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/observe/alerts/kinds.h"
#include "gateway/upstream/client.h"
#include "gateway/upstream/mail.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gatehouse::observe::alerts {

/// Where alerts go. What is empty is not told.
struct Channels {
    std::vector<Secret> slack = {};                  ///< webhook addresses, which are credentials
    std::map<Kind, std::vector<Secret>> byKind = {}; ///< alert_to_webhook_url: in place of slack
    Secret webhook = {};
    std::optional<upstream::MailServer> mail = {};
    std::string mailFrom = {};
    std::vector<std::string> mailTo = {};   ///< operators
    std::vector<std::string> mailTest = {}; ///< who gets the test letter
    Secret pagerDutyKey = {};
    std::string pagerDutyUrl = "https://events.pagerduty.com/v2/enqueue";
    bool any() const { return !slack.empty() || !byKind.empty() || !webhook.isEmpty() || mail || !pagerDutyKey.isEmpty(); }
};

/// So many within such a time.
struct Threshold {
    std::int64_t count = 0;
    std::chrono::seconds window {0};
};

/// What general_settings says about alerts.
struct Settings {
    Channels channels = {};
    std::set<Kind> kinds = usualKinds();
    std::chrono::milliseconds threshold {300'000}; ///< a call that takes longer is slow, or hangs
    std::chrono::milliseconds digest {10'000};     ///< what comes within it and is alike is one message
    std::chrono::seconds dailyReport {43'200}, dailySpend {86'400}, spendReport {7 * 86'400}; ///< 0 = none
    std::chrono::seconds budgetTtl {86'400}; ///< an account is told of once in it
    Threshold minorOutage {5, std::chrono::seconds(3600)}, majorOutage {10, std::chrono::seconds(3600)};
    std::chrono::seconds regionWindow {3600};
    Threshold failures {60, std::chrono::seconds(60)}, hanging {1, std::chrono::seconds(600)}; ///< for PagerDuty
    std::string proxyUrl = {};                                                                 ///< PROXY_BASE_URL
    bool hidesPeople = false;                                                                  ///< redact_user_api_key_info
    bool hidesErrors = false;                                                                  ///< redact_messages_in_exceptions
    bool isLogged = false; ///< log_to_console: a line of the log for each alert
    upstream::Settings http = {};

    bool isOn() const { return channels.any(); }
    bool wants(Kind kind) const { return isOn() && kinds.contains(kind); }
    /// How long calls may run until somebody is told; none = nobody is.
    std::optional<std::chrono::milliseconds> patience() const
    {
        const bool isAsked = wants(Kind::LlmRequestsHanging) || !channels.pagerDutyKey.isEmpty();
        return isAsked ? std::optional(threshold) : std::nullopt;
    }
};

} // namespace gatehouse::observe::alerts
