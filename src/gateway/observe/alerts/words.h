// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/settings.h"

#include <QJsonObject>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {
struct Receipt;
}

namespace gatehouse::observe::alerts {

/// What callers and providers wrote, as it may stand in a message: on one line, not too long, and without what Slack would take
/// for a link, a mention or the end of a quotation.
std::string plain(std::string_view text);
/// "12.00s"
std::string inSeconds(std::chrono::microseconds duration);
std::string_view toString(Level level);
/// Nobody where \a address is none.
std::vector<std::string> mailOf(const std::string &address);

/// The body of a Slack webhook. \a count alerts that were alike are one message.
std::string slackBody(const Alert &alert, std::size_t count, Clock::Wall now, const Settings &settings);
/// The body of PagerDuty's Events API v2. An alert with an incident only.
std::string pagerBody(const Alert &alert, Clock::Wall now, const Settings &settings);

/// The body of LiteLLM's webhook about a refused call.
std::string budgetEvent(const Receipt &receipt, std::string_view event, std::string_view message);
/// The same with \a known members; all others of WebhookEvent are null.
std::string webhookBody(const QJsonObject &known);

} // namespace gatehouse::observe::alerts
